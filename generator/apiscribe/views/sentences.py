"""What a type or a rule says in English, for docstrings, documentation and messages."""

from __future__ import annotations

from typing import assert_never

from apiscribe.model import (
    AnyType,
    Api,
    Argument,
    Between,
    BooleanType,
    BytesType,
    Characters,
    Choice,
    Choices,
    CjkWords,
    CsvType,
    DateType,
    Decimals,
    DecimalType,
    DigitsType,
    DurationType,
    Email,
    Field,
    FileSize,
    FileType,
    Ground,
    IdentifierType,
    IntegerType,
    ItemCount,
    KeyCount,
    Length,
    ListType,
    MapType,
    MemberOf,
    MultipleOf,
    NumberType,
    ObjectRef,
    Pattern,
    Range,
    TextType,
    TupleType,
    UnionType,
    UniqueItems,
    Utf8Size,
    ValueRule,
    ValueType,
    arms,
    file_in,
)
from apiscribe.runtime.semantics import commas, dates, durations
from apiscribe.runtime.semantics.text import IN_A_HEADER
from apiscribe.views import nouns, usage_sentences
from apiscribe.views.text import listed, sentence

_OF_EACH = "Each:"


def argument(api: Api, given: Argument | Field) -> str:
    """What an argument is for, what it may be and what it is by default."""
    parts = [sentence(given.doc), *limits(api, given)]
    if given.default is not None:
        parts.append(_default(given, wire_text(given.default)))
    if isinstance(given, Argument) and given.prefix is not None:
        behind = f"behind `{given.prefix}`" if given.prefix else "as a field of its own"
        parts.append(f"Each key is sent by itself, {behind}.")
    if isinstance(given, Argument) and given.holds:
        parts.append("The answer may take so long: the timeout is longer by it.")
    if isinstance(given, Field) and not given.goes_both_ways:
        parts.append("Only in responses." if given.readonly else "Only in requests.")
    if given.deprecated:
        parts.append(usage_sentences.deprecation(given.deprecated))
    return " ".join(parts)


def limits(api: Api, given: Argument | Field) -> list[str]:
    """The sentences about what an argument has to be."""
    return [*_required(given), *type_limits(api, given.type)]


def _required(given: Argument | Field) -> list[str]:
    """That it has to be given, where the page does not say so."""
    notes = basis_notes(given.required_ground) if given.required else []
    return [with_notes("Required", notes)] if notes else []


def _default(given: Argument | Field, value: str) -> str:
    required = given.always_required if isinstance(given, Argument) else given.required
    if required:
        return f"Required, although the page names a default: {value}."
    return f"Default: {value}."


def wire_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def type_limits(api: Api, of: ValueType) -> list[str]:
    """The sentences about what a value of the type may be."""
    said = "an empty text" if of.none_as == "" else of.none_as
    none = [] if said is None else [f"None is sent as {said}."]
    return [*_kind(api, of), *none, *(value_rule(api, rule) for rule in of.rules)]


def _kind(api: Api, of: ValueType) -> list[str]:
    match of:
        case DigitsType():
            return [f"Exactly {of.length} digits."]
        case DateType():
            samples = list(dict.fromkeys(map(dates.sample, of.formats)))
            return [f"Such as {listed(samples)}."]
        case DurationType():
            return [f"{_duration(of)}."]
        case CsvType():
            return [f"Sent separated by {separators(of)}.", *_each(api, of.item)]
        case ListType():
            return _each(api, of.item)
        case MapType():
            keys = [] if of.key is None else type_limits(api, of.key)
            return [*(f"Each key: {_lowered(each)}" for each in keys), *_each(api, of.value)]
        case TupleType():
            return [_places(api, of)]
        case BooleanType() if of.words is not None:
            return [f"Sent as {of.words[0]} for true, {of.words[1]} for false."]
        case DecimalType():
            return ["Kept exact: a Decimal, a whole number, or text in digits."]
        case BytesType():
            return [f"Bytes, or their text in {of.form}."]
        case FileType():
            kinds = f" in {listed(of.media_types)}" if of.media_types else ""
            return [f"A file{kinds}, as path, bytes or open file."]
        case UnionType():
            return _union(api, of)
        case ObjectRef():
            shorthand = api.objects[of.object].shorthand
            return [f"Its `{shorthand}` alone may stand for it."] if shorthand else []
        case (
            TextType() | IntegerType() | NumberType() | BooleanType() | IdentifierType() | AnyType()
        ):
            return []
        case _:
            assert_never(of)


def _duration(of: DurationType) -> str:
    said = [
        f"whole {form}" if form in durations.UNITS else f"such as {durations.SAMPLES[form]}"
        for form in of.formats
    ]
    return f"A duration: {listed(said)}"


def _union(api: Api, of: UnionType) -> list[str]:
    """Which members there are, and what tells them apart."""
    members = [nouns.noun(api, member.type) for member in of.members]
    more = ["Text is sent as it is, and no path: a file is a Path, bytes or an open file."]
    if of.by is None:
        return [f"Either {listed(members)}.", *(more if file_in(of) else [])]
    told = [
        f"{noun} ({listed(map(str, arm.tags))})" if arm.tags else noun
        for noun, arm in zip(members, arms(api.objects, of).members, strict=True)
    ]
    return [f"Either {listed(told)}, told apart by `{of.by}`."]


def separators(of: CsvType) -> str:
    return next(name for name, sign in commas.SEPARATORS.items() if sign == of.separator)


def _places(api: Api, of: TupleType) -> str:
    """What stands at each place of a tuple."""
    said = []
    for part in of.parts:
        limits = "; ".join(_lowered(each.removesuffix(".")) for each in type_limits(api, part))
        said.append(f"{nouns.noun(api, part)} ({limits})" if limits else nouns.noun(api, part))
    return f"In this order: {listed(said, 'and')}."


def _each(api: Api, item: ValueType) -> list[str]:
    """What is said of each item in one sentence, and of what each of them holds in others."""
    said = type_limits(api, item)
    inner = [f"In each, {_lowered(one)}" for one in said if one.startswith(_OF_EACH)]
    own = [_lowered(one.removesuffix(".")) for one in said if not one.startswith(_OF_EACH)]
    return [*([f"{_OF_EACH} {'; '.join(own)}."] if own else []), *inner]


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def value_rule(api: Api, rule: ValueRule) -> str:
    """What a rule of a single value says, and what it rests on if that is not the page."""
    return with_notes(_value_rule(api, rule).removesuffix("."), basis_notes(rule.ground))


def basis_notes(ground: Ground) -> list[str]:
    """What a sentence tells of where its rule rests: nothing if that is the page."""
    return [] if ground.basis == "documented" else [ground.basis]


def with_notes(said: str, notes: list[str]) -> str:
    return f"{said} ({', '.join(notes)})." if notes else f"{said}."


def _choice(of: Choice) -> str:
    advice = (
        []
        if of.deprecated is None
        else [usage_sentences.deprecation(of.deprecated).removesuffix(".")]
    )
    said = [*([of.doc] if of.doc else []), *map(_lowered, advice)]
    return f"{of.value} ({', '.join(said)})" if said else f"{of.value}"


def _value_rule(api: Api, rule: ValueRule) -> str:
    match rule:
        case Choices():
            choices = [*map(_choice, rule.choices)]
            return f"One of {listed(choices)}." if choices[1:] else f"Only {choices[0]}."
        case MemberOf():
            size = len(api.lists[rule.list].values)
            return f"An id of the list of {list_title(api, rule.list)} ({size})."
        case Characters():
            return f"Only the characters [{rule.allowed}]."
        case Pattern() if rule.pattern == IN_A_HEADER:
            return "Printable ASCII, without blanks around it."
        case Pattern():
            return f"Matches {rule.pattern}."
        case Length():
            if (rule.minimum, rule.maximum) == (1, None):
                return "Not empty."
            return f"{bounds(rule.minimum, rule.maximum)} characters."
        case Utf8Size():
            return f"{bounds(rule.minimum, rule.maximum)} bytes in UTF-8."
        case CjkWords():
            return f"At most {rule.maximum} Chinese words."
        case Range():
            return f"{bounds(rule.minimum, rule.maximum)}."
        case Between():
            ends = [("More than", rule.minimum), ("less than", rule.maximum)]
            said = " and ".join(f"{word} {bound}" for word, bound in ends if bound is not None)
            return f"{said[:1].upper()}{said[1:]}."
        case MultipleOf():
            return f"A multiple of {rule.step}."
        case Decimals():
            return f"{bounds(rule.minimum, rule.maximum)} digits after the point."
        case KeyCount():
            if (rule.minimum, rule.maximum) == (1, None):
                return "At least one key."
            return f"{bounds(rule.minimum, rule.maximum)} keys."
        case ItemCount():
            if (rule.minimum, rule.maximum) == (1, None):
                return "At least one."
            return f"{bounds(rule.minimum, rule.maximum)} items."
        case UniqueItems():
            return f"No `{rule.by}` twice." if rule.by else "No item twice."
        case Email():
            return "An e-mail address."
        case FileSize():
            return f"At most {rule.maximum:,} bytes."
        case _:
            assert_never(rule)


def list_title(api: Api, name: str) -> str:
    """What a list is called: its section, or its own name where lists share a section."""
    section = api.lists[name].section
    shared = sum(each.section == section for each in api.lists.values()) > 1
    return name.replace("_", " ") if shared else section.lower()


def bounds(minimum: float | None, maximum: float | None) -> str:
    if minimum is None:
        return f"At most {maximum}"
    if maximum is None:
        return f"At least {minimum}"
    return f"{minimum} to {maximum}"
