"""What a page needs to have operations tried: what they take, and requests for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ...program import Program
from ..api import StubApi
from ..page.forms import Forms
from .fields import BadInput, Field, Problem
from .routing import OBJECT, TEXT, Call, Missing, Route, list_of, object_of

if TYPE_CHECKING:
    from ..page.composing import Composer

_TEXTS = {"additionalProperties": TEXT}
_ASKED = (
    Field(name="arguments", kind="object", doc="By name, as JSON; a file is `{filename}`."),
    Field(
        name="credentials",
        kind="object",
        doc="By name; what is left out is not sent.",
        says=_TEXTS,
    ),
    Field(name="headers", kind="object", doc="What else is sent, such as `Prefer`.", says=_TEXTS),
    Field(name="base_url", kind="text", doc="Where commands are to find the stub."),
)
_VIOLATION = object_of(argument=TEXT, rule=TEXT, message=TEXT, severity=TEXT, source=TEXT)
_REQUEST = {"type": ["object", "null"]}


def routes(api: StubApi, program: Program | None) -> tuple[Route, ...]:
    forms = Forms(api, program)

    @cache
    def composer() -> Composer:
        # What clients are made of, which only a page asks for.
        from ..page.composing import Composer

        return Composer(api)

    def form(call: Call) -> object:
        return forms.form(_operation(forms, call))

    def request(call: Call) -> object:
        texts = {name: call.body.get(name, {}) for name in ("credentials", "headers")}
        problems = [
            Problem(f"{at}.{name}", "is not text")
            for at, given in texts.items()
            for name, value in given.items()
            if not isinstance(value, str)
        ]
        if problems:
            raise BadInput(problems)
        from ..page.requests import Asked

        given: dict[str, Any] = {"arguments": {}, **call.body}
        return composer().composed(_operation(forms, call), Asked(**given))

    return (
        Route(
            method="GET",
            path="operations",
            doc="What there is: operations, entities with their transitions, errors and events.",
            do=lambda _: forms.overview(),
            answer=object_of(title=TEXT, mode=TEXT, resources=list_of(OBJECT)),
        ),
        Route(
            method="GET",
            path="operations/{id}",
            doc="What an operation takes, as a form needs it.",
            do=form,
            answer=object_of(id=TEXT, method=TEXT, path=TEXT, arguments=list_of(OBJECT)),
        ),
        Route(
            method="POST",
            path="operations/{id}/request",
            doc="The request that a client sends for some arguments, as a command of curl and as"
            " Python besides, and what is wrong with them. Nothing is sent.",
            do=request,
            body=_ASKED,
            answer=object_of(
                request=_REQUEST, violations=list_of(_VIOLATION), curl=TEXT, python=TEXT
            ),
        ),
    )


def _operation(forms: Forms, call: Call) -> Any:
    found = forms.operation(call.path["id"])
    if found is None:
        raise Missing("there is no operation of that id")
    return found
