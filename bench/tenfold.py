"""A spec of ten times the size: every resource and every object again under other names.

Lists, values and groups of arguments stay shared, as they would be in an API that grows.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

TIMES = 10

_OBJECT = re.compile(r"^  ([A-Z][A-Za-z0-9]*):$", re.MULTILINE)
_PATH = re.compile(r"^(    path: /\w+/)", re.MULTILINE)
_ALIASES = re.compile(r"^    aliases:.*\n", re.MULTILINE)
_LISTED = re.compile(r"^resources: \[(.*)\]$", re.MULTILINE)


def write_tenfold(spec: Path, target: Path) -> Path:
    """Write it to `target`, which is returned."""
    shutil.copytree(spec, target)
    names = sorted(path.stem for path in (spec / "resources").glob("*.yaml"))
    types = {path: _objects(path.read_text()) for path in (spec / "types").glob("*.yaml")}
    objects = [name for text in types.values() for name in _OBJECT.findall(text)]
    used = re.compile(rf"\b((?:type|of|extends|returns): )({'|'.join(objects)})\b")
    for number in range(2, TIMES + 1):
        for path, text in types.items():
            if text:
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
    return target


def _objects(text: str) -> str:
    """The section of a file of types that declares objects."""
    begun = re.search(r"^objects:$", text, re.MULTILINE)
    if begun is None:
        return ""
    rest = text[begun.end() :]
    end = re.search(r"^\w", rest, re.MULTILINE)
    return "objects:" + (rest[: end.start()] if end else rest)


def _list_resources(path: Path) -> None:
    text = path.read_text()

    def tenfold(match: re.Match[str]) -> str:
        names = match[1].split(", ")
        copies = [f"{name}_copy{n}" for n in range(2, TIMES + 1) for name in names]
        return f"resources: [{', '.join([*names, *copies])}]"

    path.write_text(_LISTED.sub(tenfold, text))
