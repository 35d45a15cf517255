"""A spec with every hostile text in every place that takes one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from tests.cases.hostile_texts import KEYS, TEXTS

Tree = dict[str, Any]


def named(index: int) -> str:
    """A name with a hostile text in it that no other becomes in Python."""
    return f"n{index} {TEXTS[index]}"


def key(text: str) -> str:
    """A text as a key that has neither blanks nor points."""
    return re.sub(r"[\s.]+", "_", text)


def word(text: str) -> str:
    """That key in a dotted path."""
    return key(text).replace("\\", "\\\\")


def placeholder(text: str) -> str:
    """A text in braces in a path."""
    return re.sub(r"[{}/]", "_", text)


def write(directory: Path, trees: Tree | None = None) -> None:
    for path, tree in (trees or files()).items():
        target = directory / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".json"):
            target.write_text(json.dumps(tree, ensure_ascii=True))
        else:
            target.write_text(yaml.safe_dump(tree, sort_keys=False, allow_unicode=False))


def files() -> Tree:
    return {
        "api.yaml": _api(),
        "errors.yaml": {"errors": _errors()},
        "rate_limits.yaml": _rate_limits(),
        "lists/ids.yaml": {
            "list": "ids",
            "section": TEXTS[12],
            "values": dict(zip(TEXTS, TEXTS, strict=True)),
        },
        "types/things.yaml": _types(),
        "resources/thing.yaml": _resource(),
        "webhooks.yaml": _webhooks(),
        "errata.yaml": {
            "errata": {
                text: {
                    **dict.fromkeys(("section", "prints", "does", "why"), text),
                    "operations": [f"thing.op_{i}"],  # whose example lacks what is in the path
                }
                for i, text in enumerate(TEXTS)
            }
        },
        **{f"examples/thing/op_{i}.response.json": thing(i) for i in range(len(TEXTS))},
        **{
            f"examples/thing/op_{i}.curl.json": {named(i): text, "choice": text}
            for i, text in enumerate(TEXTS)
        },
    }


ALL = " ".join(TEXTS)


def _api() -> Tree:
    return {
        "title": ALL,
        "version": ALL,
        "summary": ALL,
        "page": ALL,
        "package": "hostile_words",
        "distribution": "hostile-words",
        "client_class": "HostileClient",
        "error_base": "HostileError",
        "environment_prefix": "HOSTILE",
        "base_url": "https://hostile.example",
        "method": "POST",
        "encoding": "json",
        "authentication": {
            "scheme": "arguments",
            "credentials": {"secret": {"doc": ALL}},
        },
        "common": {
            f"common {TEXTS[12]}": {
                "type": "text",
                "choices": list(TEXTS),
                "default": TEXTS[12],
                "doc": ALL,
            }
        },
        "envelope": {
            "present": word(TEXTS[12]),
            "code": f"{word(TEXTS[12])}.{word(TEXTS[14])}",
            "message": f"{word(TEXTS[12])}.{word(TEXTS[13])}",
            "status": 400,
            "faults": dict.fromkeys(
                [
                    *("credentials_missing", "credentials_refused", "arguments_refused"),
                    *("malformed", "too_large", "unknown_path", "method_not_allowed"),
                ],
                TEXTS[12],
            ),
        },
        "paging": {
            "number": {
                "page": named(12),
                "size": named(13),
                "count": named(14),
                "total": named(15),
            },
            "token": {"token": named(12), "size": named(13)},
        },
    }


def _errors() -> Tree:
    return {
        text: {
            "name": f"Error{index}",
            "meaning": text,
            "basis": "inferred",
            "section": text,
            "hint": text,
            "messages": [text, {"text": text, "group": [text]}],
        }
        for index, text in enumerate(TEXTS)
    }


def _rate_limits() -> Tree:
    printed = {"pattern": TEXTS[12], "reads_as": "/things/0/*"}
    return {
        "section": ALL,
        "groups": {
            "some": {"requests": 1, "seconds": 1, "patterns": [printed]},
            "all": {"requests": 2, "seconds": 1, "default": True},
        },
    }


def _choices() -> Tree:
    return {"type": "text", "choices": dict(zip(TEXTS, TEXTS, strict=True))}


def _types() -> Tree:
    fields = {
        f"k{index} {key}": {"type": "text", "doc": key, "default": key, "optional": True}
        for index, key in enumerate(KEYS)
    }
    other = {
        f"f_{index}": {"type": "text", "doc": text, "optional": True}
        for index, text in enumerate(TEXTS)
    }
    for index, key in enumerate(KEYS):
        other[f"f_{index}"]["wire_name"] = key
    return {
        "values": {
            **{
                f"value_{index}": {**_choices(), "doc": text}
                for index, text in enumerate(TEXTS[:3])
            },
            "listed": {"type": "text", "list": "ids", "doc": ALL},
        },
        "objects": {
            "Named": {"doc": ALL, "section": ALL, "fields": fields},
            "Wired": {
                "doc": TEXTS[12],
                "section": TEXTS[14],
                "fields": other,
                "shorthand": "f_0",
                "rules": [
                    {"rule": "exclusive", "arguments": ["f_0", "f_1"], "section": TEXTS[12]},
                    {"rule": "required_when", "argument": "f_2", "when": {"f_3": list(TEXTS)}},
                ],
            },
            "Thing": {
                "doc": TEXTS[13],
                "fields": {
                    "named": {"type": "Named", "doc": "d"},
                    "wired": {"type": "Wired", "doc": "d"},
                    "free": {"type": "map", "of": "any", "doc": "d"},
                },
            },
        },
    }


def _resource() -> Tree:
    return {
        "resource": "thing",
        "section": ALL,
        "summary": ALL,
        "operations": {f"op_{i}": _operation(i) for i in range(len(TEXTS))},
    }


def _operation(index: int) -> Tree:
    text, name = TEXTS[index], named(index)
    in_path = f"p {placeholder(text)}"
    return {
        "path": f"/things/{index}/{{{in_path}}}",
        "section": text,
        "documented_as": text,
        "effect": "change",
        "summary": text,
        "description": text,
        "arguments": {
            in_path: {"type": "text", "required": True, "doc": text},
            name: {"type": "text", "doc": text, "default": text, "sensitive": False},
            "choice": {
                **_choices(),
                "basis": {"choices": "observed"},
                "erratum": {"choices": text},
                "doc": text,
                "default": text,
            },
            "listed": {"type": "listed", "doc": text, "default": text},
            "matched": {"type": "text", "pattern": re.escape(text), "doc": text, "default": text},
            "spelled": {"type": "text", "characters": _inside_of_class(text), "doc": text},
            "named": {"type": "Named", "doc": text},
            "wired": {"type": "Wired", "doc": text},
            "valued": {"type": f"value_{index % 3}", "doc": text},
        },
        "rules": [
            {
                "rule": "required_when",
                "argument": "listed",
                "when": {"choice": text, name: {"not": [text]}},
                "section": text,
                "doc": text,
            },
            {
                "rule": "exclusive",
                "arguments": ["matched", name],
                "section": text,
                "basis": "inferred",
                "erratum": text,
            },
            {"rule": "ignored_when", "argument": "spelled", "when": {name: list(TEXTS)}},
        ],
        "returns": "Thing",
    }


def _inside_of_class(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\]^-[" else c for c in dict.fromkeys(text))


def thing(index: int) -> Tree:
    text, number = TEXTS[index], index % len(KEYS)
    return {
        "named": {f"k{number} {KEYS[number]}": text},
        "wired": {KEYS[number]: text},
        "free": {text: [text, {text: None}]},
    }


def _webhooks() -> Tree:
    return {
        "section": ALL,
        "attempts": 1,
        "timeout": 1,
        "authentication": "basic",
        "events": {
            f"event_{number}": {
                "doc": text,
                "match": {text: [text]},
                "payload": "Wired",
                "content_key": text,
            }
            for number, text in enumerate(TEXTS)
        },
    }
