"""Sections of docstrings about an object: what its fields may be, and the rules between them."""

from __future__ import annotations

from apiscribe.model import Api, ObjectType
from apiscribe.views import rule_sentences, sentences
from apiscribe.views.text import entry, section_of


def fields_section(api: Api, declared: ObjectType) -> list[str]:
    """A line for each field of which there is something to say besides what it is for."""
    limits = {f.wire_name: " ".join(sentences.limits(api, f)) for f in declared.fields}
    lines = [line for name, said in limits.items() if said for line in entry(name, said, 8)]
    return ["Fields:", *(f"    {line}" for line in lines)] if lines else []


def between_section(api: Api, declared: ObjectType) -> list[str]:
    return section_of("Rules:", rule_sentences.rules_of(api, declared))
