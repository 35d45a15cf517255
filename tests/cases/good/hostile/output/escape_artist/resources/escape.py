# Generated from spec/resources/escape.yaml by `make generate`. Do not edit.
"""\"\"\" \\ {{ x }} \u202e ends with \\."""

from __future__ import annotations

import builtins
from types import NoneType
from typing import TYPE_CHECKING, cast

from msgspec import UNSET, UnsetType

from escape_artist._runtime.client.blocking import Resource
from escape_artist.models.import_ import Escape, Page
from escape_artist.operations import escape as operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from escape_artist._runtime.client.paging import Pager
    from escape_artist._runtime.client.protocols import Caller
    from escape_artist.types import EscapeDict, Odd, Type


class EscapeResource(Resource):
    """\"\"\" \\ {{ x }} \u202e ends with \\"""

    def type(
        self,
        *,
        cl_ass: builtins.str,
        x: builtins.str,
        builtins_: Type | UnsetType = UNSET,
        locals_: Sequence[builtins.str] | UnsetType = UNSET,
        value: Odd | UnsetType = UNSET,
        found: Literal['"', "'", "{", "}}", "\n"] | UnsetType = UNSET,
        items: Sequence[Literal["'", '"']] | builtins.str | UnsetType = UNSET,
    ) -> None:
        """\"\"\"

        \"\"\" import os \\.

        Args:
            cl_ass: \"\"\".
            x: \\. Matches ["'\\\\{}]+. Not empty.
            builtins_: ends with ". One of ''' (\"\"\"), \\ (ends with \\) or </b> (&amp;).
                Default: \\.
            locals_: # type: ignore. Each: only the characters ["'\\\\{}\\[\\]]. No item twice.
            value: 🙈. An id of the list of odd \"\"\" ones (7).
            found: - -. One of ", ', {, }} or . Default: .
            items: '. Sent separated by commas. Each: one of ' or ".

        Rules:
            `value` is required when `found` is " or and `builtins` is not \\ (ends with \\).
            Only one of `value`, `locals` and `items` can be given (a warning).

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Section: \"\"\"); open("PWNED", "w"); (\"\"\"
        """
        return self._call(operations.TYPE, locals(), NoneType)

    def str(
        self,
        *,
        int: int | UnsetType = UNSET,
        str: Escape | EscapeDict | builtins.str | UnsetType = UNSET,
        dict: object | UnsetType = UNSET,
    ) -> dict[builtins.str, builtins.str | None]:
        """'''

        Args:
            int: \\. At least -1.
            str: ". Its `class` alone may stand for it.
            dict: {.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request in 90 seconds.

        Section: \\
        """
        return self._call(
            operations.STR, locals(), builtins.dict[builtins.str, builtins.str | None]
        )

    def checks(
        self,
        *,
        from_: int | UnsetType = UNSET,
        si_ze: int | UnsetType = UNSET,
    ) -> Page:
        """{%

        Args:
            from_: {{.
            si_ze: }}.

        Returns:
            ends with \\".

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Section: \\
        """
        return self._call(operations.CHECKS_, locals(), Page)

    def iter_checks(
        self,
        *,
        from_: int | UnsetType = UNSET,
        si_ze: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[Page, Escape]:
        """Walk through all pages of `checks`, by number, and yield what they hold.

        Takes what `checks` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(operations.CHECKS_, locals(), limit, Page, lambda page: page.items)

    def unset(
        self,
    ) -> Escape | None:
        """- -

        Returns:
            \"\"\" import os \"\"\".

        Raises:
            APIError: the API refused the request.
            TransportError: no answer came back.

        Section: \\
        """
        return self._call(operations.UNSET_, locals(), cast("type[Escape | None]", Escape | None))


class EscapeResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from escape_artist._runtime.client.raw import raw

        resource = EscapeResource(caller)
        self.type = raw(resource.type)
        self.str = raw(resource.str)
        self.checks = raw(resource.checks)
        self.unset = raw(resource.unset)
