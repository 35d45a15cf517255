"""What is wrong with the credentials of a request, by what each scheme finds in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias, assert_never

from msgspec import Struct

from ..authentication import (
    Alternatives,
    ApiKey,
    Basic,
    Bearer,
    ClientCredentials,
    GettingTokens,
    Hook,
    Scheme,
    Session,
    Valued,
)

Refusal: TypeAlias = tuple[Literal["credentials_missing", "credentials_refused"], str]


class Finding(Struct, frozen=True):
    """What a scheme finds in a request."""

    outcome: Literal["right", "wrong", "form", "other", "partial", "missing"]
    """`form`: there is something of another form; `other`: and behind another word, too."""
    lacks: tuple[str, ...] = ()
    """What is missing of the scheme, if the rest of it is there."""

    @property
    def is_there(self) -> bool:
        return self.outcome in ("right", "wrong")

    @property
    def is_unread(self) -> bool:
        return self.outcome in ("form", "other")


RIGHT, WRONG, MISSING = Finding("right"), Finding("wrong"), Finding("missing")
FORM, OTHER = Finding("form"), Finding("other")
Findings: TypeAlias = Mapping[str, Finding]
Schemes: TypeAlias = Mapping[str, Scheme]


def is_nobodys(schemes: Schemes, found: Findings) -> bool:
    """Whether a request has nothing that says who calls."""
    return all(found[name] == MISSING for name in schemes if not _is_program(schemes[name]))


def refusal(alternatives: Alternatives, schemes: Schemes, found: Findings) -> Refusal:
    """The fault of a request that no alternative suits, and what to say."""
    whole = [
        name
        for together in alternatives
        if all(found[name].is_there or found[name].is_unread for name in together)
        for name in together
    ]
    wrong = [schemes[name] for name in whole if found[name] == WRONG]
    if wrong:
        tokens = [each.token_path for each in wrong if isinstance(each, GettingTokens)]
        told = f"the token is none that {_or(tokens)} of this stub has given out"
        told = told if tokens else "the credentials are not those that this stub takes"
        return "credentials_refused", told
    unread = [
        name for name in _unread(schemes, found) if name in whole or not _is_program(schemes[name])
    ]
    if unread:
        nearly = [name for name in unread if found[name] == FORM]
        taken = _or(described(schemes[name]) for name in nearly or unread)
        told = f"what is there cannot be read as credentials; what is taken: {taken}"
        return "credentials_refused", told
    halves = _or(_half(together, schemes, found) for together in alternatives)
    return "credentials_missing", halves or _wanted(alternatives, schemes)


def _unread(schemes: Schemes, found: Findings) -> Iterator[str]:
    """Schemes in whose place there is something that none of them can read."""
    read = {_place(schemes[name]) for name, each in found.items() if not each.is_unread}
    for name, scheme in schemes.items():
        if _place(scheme) not in read:
            yield name


def _place(scheme: Scheme) -> str:
    match scheme:
        case ApiKey(place="header"):
            return f"header {scheme.name.lower()}"
        case ApiKey():
            return f"{scheme.place} {scheme.name}"
        case Basic() | Bearer() | ClientCredentials():
            return "header authorization"
        case Session():
            return _place(scheme.key)
        case Hook():
            return f"{scheme.place} {' '.join(scheme.adds)}"
        case _:
            assert_never(scheme)


def _half(together: tuple[str, ...], schemes: Schemes, found: Findings) -> str:
    """What an alternative lacks beside what is there of it; empty if there is nothing."""
    own = [found[name] for name in together if not _is_program(schemes[name])]
    if not any(each.is_there or each.lacks for each in own):
        return ""
    there = [described(schemes[name]) for name in together if found[name].is_there]
    lacking = [name for name in together if not found[name].is_there]
    missing = [_lacking(schemes[name], found[name]) for name in lacking]
    beside = f" beside {_and(there)}" if there else ""
    return f"what lacks{beside} is {_and(missing)}"


def _lacking(scheme: Scheme, found: Finding) -> str:
    if not found.lacks:
        return described(scheme)
    names = _and(f"`{name}`" for name in found.lacks)
    return names if isinstance(scheme, Hook) else f"{names} in {described(scheme)}"


def _wanted(alternatives: Alternatives, schemes: Schemes) -> str:
    ways = [
        " together with ".join(described(schemes[name]) for name in together)
        for together in alternatives
    ]
    return f"there are no credentials; what is taken: {_or(ways)}"


def described(scheme: Scheme) -> str:
    """Where the credentials of a scheme go."""
    match scheme:
        case ApiKey():
            return _at(scheme, _dotted(scheme))
        case Basic():
            return f"the header `Authorization: Basic ...` of `{scheme.value}`"
        case Bearer():
            return f"the header `Authorization: {scheme.prefix} {_dotted(scheme)}`"
        case ClientCredentials():
            return f"the header `Authorization: Bearer ...` with a token of {scheme.token_path}"
        case Session():
            return f"{_at(scheme.key, '...')} with what {scheme.token_path} gives"
        case Hook():
            what = "headers" if scheme.place == "header" else "parameters of the query"
            return f"the {what} {_and(f'`{name}`' for name in scheme.adds)}"
        case _:
            assert_never(scheme)


def _at(key: ApiKey, text: str) -> str:
    places = {
        "header": f"the header `{key.name}: {key.behind_prefix(text)}`",
        "cookie": f"the cookie `{key.name}`",
        "query": f"`{key.name}` in the query",
        "path": f"`{{{key.name}}}` in the path",
        "body": f"`{key.name}` in the body",
        "arguments": f"`{key.name}` beside the arguments",
    }
    return places[key.place]


def _is_program(scheme: Scheme) -> bool:
    return isinstance(scheme, Valued) and scheme.says_program


def _dotted(scheme: ApiKey | Bearer) -> str:
    return scheme.filled(dict.fromkeys(scheme.credentials, "..."))


def _and(texts: Iterable[str]) -> str:
    return " and ".join(texts)


def _or(texts: Iterable[str]) -> str:
    """Each text once, but for empty ones."""
    return ", or ".join(dict.fromkeys(filter(None, texts)))
