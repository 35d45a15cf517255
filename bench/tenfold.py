"""A spec of ten times the size: every resource and every object again under other names.

Lists, values, groups of arguments, and entities with their steps stay shared, as they would be in
an API that grows.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

TIMES = 10

_OBJECT = re.compile(r"^  ([A-Z][A-Za-z0-9]*):$", re.MULTILINE)
_USE = re.compile(r"\b(?:type|of|extends|returns): ([A-Z]\w*)")
_PATH = re.compile(r"^(    path: /\w+/)", re.MULTILINE)
_ALIASES = re.compile(r"^    aliases:.*\n", re.MULTILINE)
_LISTED = re.compile(r"^resources: \[(.*)\]$", re.MULTILINE)
_NAMED = re.compile(r"^(    (?:operations|examples): \[)([^\]]*)\]", re.MULTILINE)
_OF_AN_OPERATION = re.compile(r"^  (\w+)\.", re.MULTILINE)


def write_tenfold(spec: Path, target: Path) -> Path:
    """Write it to `target`, which is returned."""
    shutil.copytree(spec, target)
    names = sorted(path.stem for path in (spec / "resources").glob("*.yaml"))
    types = _used_objects(spec)
    objects = [name for text in types.values() for name in _OBJECT.findall(text)]
    used = re.compile(rf"\b((?:type|of|extends|returns): )({'|'.join(objects)})\b")
    for number in range(2, TIMES + 1):
        for path, text in types.items():
            renamed = _OBJECT.sub(rf"  \g<1>Copy{number}:", text)
            copy = target / "types" / f"{path.stem}_copy{number}.yaml"
            copy.write_text(used.sub(rf"\g<1>\g<2>Copy{number}", renamed))
        for name in names:
            text = (spec / "resources" / f"{name}.yaml").read_text()
            text = text.replace(f"resource: {name}\n", f"resource: {name}_copy{number}\n", 1)
            text = _ALIASES.sub("", _PATH.sub(rf"\g<1>copy{number}/", text))
            copy = target / "resources" / f"{name}_copy{number}.yaml"
            copy.write_text(used.sub(rf"\g<1>\g<2>Copy{number}", text))
            examples = target / "examples" / f"{name}_copy{number}"
            shutil.copytree(spec / "examples" / name, examples)
    _list_resources(target / "api.yaml")
    for path in (spec / "state").glob("*.yaml"):
        operations = _section(path.read_text(), "operations")
        for number in range(2, TIMES + 1) if operations else ():
            copy = target / "state" / f"{path.stem}_copy{number}.yaml"
            copy.write_text(_OF_AN_OPERATION.sub(rf"  \g<1>_copy{number}.", operations))
    errata = target / "errata.yaml"
    errata.write_text(_NAMED.sub(_with_copies, errata.read_text()))
    return target


def _used_objects(spec: Path) -> dict[Path, str]:
    """File -> its objects, but for those that are of shared groups of arguments alone."""
    declared: dict[Path, dict[str, str]] = {}
    for path in (spec / "types").glob("*.yaml"):
        _, *parts = _OBJECT.split(_section(path.read_text(), "objects"))
        declared[path] = dict(zip(parts[::2], parts[1::2], strict=True))
    texts = {name: text for objects in declared.values() for name, text in objects.items()}
    found: set[str] = set()
    wanted = {
        name
        for path in (spec / "resources").glob("*.yaml")
        for name in _USE.findall(path.read_text())
    }
    while wanted := (wanted & texts.keys()) - found:
        found |= wanted
        wanted = {name for each in wanted for name in _USE.findall(texts[each])}
    kept = {
        path: "".join(f"  {name}:{text}" for name, text in objects.items() if name in found)
        for path, objects in declared.items()
    }
    return {path: f"objects:\n{text}" for path, text in kept.items() if text}


def _section(text: str, name: str) -> str:
    begun = re.search(rf"^{name}:\n", text, re.MULTILINE)
    if begun is None:
        return ""
    rest = text[begun.end() :]
    end = re.search(r"^\w", rest, re.MULTILINE)
    return f"{name}:\n" + (rest[: end.start()] if end else rest)


def _with_copies(match: re.Match[str]) -> str:
    """A list of what an erratum is about, with the copies."""
    named = [name.strip() for name in match[2].split(",")]
    copies = [
        f"{resource}_copy{number}.{rest}"
        for number in range(2, TIMES + 1)
        for resource, _, rest in (name.partition(".") for name in named)
    ]
    return f"{match[1]}{', '.join([*named, *copies])}]"


def _list_resources(path: Path) -> None:
    text = path.read_text()

    def tenfold(match: re.Match[str]) -> str:
        names = match[1].split(", ")
        copies = [f"{name}_copy{n}" for n in range(2, TIMES + 1) for name in names]
        return f"resources: [{', '.join([*names, *copies])}]"

    path.write_text(_LISTED.sub(tenfold, text))
