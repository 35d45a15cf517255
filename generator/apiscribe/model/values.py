"""Types of values.

The vocabulary is closed: `ValueType` is the whole of it, as `ValueRule` is of the rules. Every back
end matches on both to the end, so that a kind which one of them cannot render is found by the type
checker and not by a user.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from apiscribe.model.deprecation import Deprecation
from apiscribe.model.ground import DOCUMENTED, Ground
from apiscribe.model.value_rules import Choice, Choices, FileSize, MemberOf, ValueRule
from apiscribe.runtime.semantics.dates import DateFormat

Scalar = str | int | float | bool


class _Type(Struct, frozen=True, kw_only=True):
    name: str | None = None
    """The name under `values:` that declares this type, if one does."""
    rules: tuple[ValueRule, ...] = ()
    nullable: bool = False
    none_as: str | int | None = None
    """What the API has for none, where that is not null."""

    @property
    def choices(self) -> tuple[str | int, ...]:
        """The values that a value may be, where the type itself says which."""
        given = (rule.choices for rule in self.rules if isinstance(rule, Choices))
        return tuple(choice.value for choices in given for choice in choices)

    @property
    def named_choices(self) -> tuple[Choice, ...]:
        """Those that the page names."""
        given = (rule.choices for rule in self.rules if isinstance(rule, Choices))
        return tuple(choice for choices in given for choice in choices if choice.name)

    @property
    def is_closed(self) -> bool:
        """Whether responses have no other choices."""
        return any(rule.closed for rule in self.rules if isinstance(rule, Choices))

    @property
    def listed(self) -> str | None:
        """The name of the list that a value is an id of."""
        return next((rule.list for rule in self.rules if isinstance(rule, MemberOf)), None)


class TextType(_Type, frozen=True, kw_only=True):
    media_types: tuple[str, ...] = ()
    """Of a whole response that is text and no JSON."""


class IntegerType(_Type, frozen=True, kw_only=True):
    in_text: bool = False
    """JSON has it as text."""
    either: bool = False
    """The service takes it as text and as a number."""


class NumberType(_Type, frozen=True, kw_only=True):
    pass


class BooleanType(_Type, frozen=True, kw_only=True):
    words: tuple[str | int, str | int] | None = None
    """What stands for true and for false, where JSON has not they themselves."""
    any_case: bool = False
    """Text is taken whatever its case is, in forms, queries and headers."""


class DecimalType(_Type, frozen=True, kw_only=True):
    """A number that is kept exact; JSON has it as text, or as a number."""

    in_json: Literal["text", "number"] = "text"
    either: bool = False
    """The service takes it in both ways."""


class BytesType(_Type, frozen=True, kw_only=True):
    """Bytes, written as text in one of the alphabets of base64."""

    form: str


class IdentifierType(_Type, frozen=True, kw_only=True):
    """An id that is text in one place and a number in the next: both are taken."""


class DigitsType(_Type, frozen=True, kw_only=True):
    """Exactly so many ASCII digits, as text or as a whole number."""

    length: int


class DateType(_Type, frozen=True, kw_only=True):
    """A day or a moment, in one of `formats`; the first is the one that we write."""

    formats: tuple[DateFormat, ...]
    blank: bool = False
    """In answers: may be empty text, which reads as None, or padded with blanks."""
    in_text: bool = False
    """What is a number has JSON as text."""
    either: bool = False
    """The service takes it as text and as a number."""


class DurationType(_Type, frozen=True, kw_only=True):
    """A span of time, in one of `formats`; the first is the one that we write."""

    formats: tuple[str, ...]
    in_text: bool = False
    """What is a number has JSON as text."""
    either: bool = False
    """The service takes it as text and as a number."""


class CsvType(_Type, frozen=True, kw_only=True):
    """Values in one text, separated by commas or by another sign."""

    item: ValueType
    separator: str = ","
    is_list: bool = False
    """In responses it is read as a list, and not left as text."""


class ListType(_Type, frozen=True, kw_only=True):
    """A JSON array; with `single`, one item alone stands for an array of one."""

    item: ValueType
    single: bool = False


class TupleType(_Type, frozen=True, kw_only=True):
    """A JSON array of which each place has a type of its own."""

    parts: tuple[ValueType, ...]


class MapType(_Type, frozen=True, kw_only=True):
    """A JSON object whose keys are not known beforehand."""

    value: ValueType
    key: ValueType | None = None
    """What each key keeps to, if that is said."""


class ObjectRef(_Type, frozen=True, kw_only=True):
    """An object type of the spec, by name."""

    object: str


class UnionMember(Struct, frozen=True, kw_only=True):
    type: ValueType
    tags: tuple[str | int, ...] = ()
    """The values of the discriminator that mean it, where the spec lists them with the members."""


class UnionType(_Type, frozen=True, kw_only=True):
    """One of several types."""

    members: tuple[UnionMember, ...]
    by: str | None = None
    """The field of the objects among them that says which one it is."""
    closed: bool = False
    """No member is added later: in a response, any other is a mistake."""
    title: str | None = None
    """The name under `values:` that declares these members, whatever else is said at the place."""


class FileType(_Type, frozen=True, kw_only=True):
    media_types: tuple[str, ...] = ()
    """Those that it may have; any, if there are none."""
    extensions: tuple[str, ...] = ()
    magic: bytes = b""
    """What the content begins with."""

    @property
    def max_bytes(self) -> int | None:
        return next((rule.maximum for rule in self.rules if isinstance(rule, FileSize)), None)


def file_in(of: ValueType) -> FileType | None:
    """A file that a value is or may be, as a member of a union."""
    members = [each.type for each in of.members] if isinstance(of, UnionType) else [of]
    return next((each for each in members if isinstance(each, FileType)), None)


class AnyType(_Type, frozen=True, kw_only=True):
    """Any JSON value."""


class UnknownType(AnyType, frozen=True, kw_only=True):
    """Stands for a type that is wrong itself; nothing is generated from it.

    That is told where it is written. A check that asks for some kinds of types takes it for one.
    """


ValueType = (
    TextType
    | IntegerType
    | NumberType
    | DecimalType
    | BooleanType
    | BytesType
    | IdentifierType
    | DigitsType
    | DateType
    | DurationType
    | CsvType
    | ListType
    | TupleType
    | MapType
    | ObjectRef
    | UnionType
    | FileType
    | AnyType
)


class Field(Struct, frozen=True, kw_only=True):
    """A key of an object type."""

    name: str
    """The name on our side; `wire_name` is the key in the JSON."""
    wire_name: str
    type: ValueType
    required: bool
    doc: str
    required_ground: Ground = DOCUMENTED
    default: Scalar | None = None
    sensitive: bool = False
    misprint: bool = False
    """The page prints the key by mistake: it is read, but not handed on as documentation."""
    readonly: bool = False
    """The service sets it: requests lack it."""
    writeonly: bool = False
    """The service never tells it: responses lack it."""
    header: str | None = None
    """The header of the response in which it stands."""
    is_open: bool = False
    """Whether it is a map, whose keys are headers with names that begin with `header`."""
    in_json: bool = False
    """Whether the header has it as JSON."""
    in_percent: bool = False
    """Whether the header has its text percent-encoded, or the headers have theirs."""
    whole_body: bool = False
    """The body of the response is this field, and not an object with a key for it."""
    deprecated: Deprecation | None = None

    @property
    def goes_both_ways(self) -> bool:
        return not self.readonly and not self.writeonly

    @property
    def required_in_requests(self) -> bool:
        return self.required and not self.readonly

    @property
    def required_in_responses(self) -> bool:
        return self.required and not self.writeonly
