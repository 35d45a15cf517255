"""A request to the control API, from its path to its answer."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping

import msgspec

from ..responses import GUARDS, Header, NotYet, RequestRefused, StubResponse, answer
from ..showing import shown, shown_traceback
from ..tenants import Tenants
from .access import Access, NotAllowed
from .fields import BadInput, Problem, closest
from .reading import matched, read_call
from .routing import Missing, Route

PREFIX = "/_stub/"
_HEADERS = (*GUARDS, (b"cache-control", b"no-store"))

logger = logging.getLogger(__name__)


class Answering:
    """Answers requests to the control API.

    Args:
        access: who may send them.
        tenants: whom the tenants of requests stand for.
        routes: what there is.
    """

    def __init__(self, access: Access, tenants: Tenants, routes: tuple[Route, ...]) -> None:
        self._access = access
        self._tenants = tenants
        self._routes = routes

    def answer(
        self,
        method: str,
        path: str,
        query: bytes,
        headers: Mapping[bytes, bytes],
        body: bytes,
        client: tuple[str, int] | None,
    ) -> StubResponse:
        """What is answered to a request whose path is one of the control API's.

        Raises:
            NotYet: something has to be done first.
        """
        try:
            self._access.check(headers, client)
            route, texts = self._route(method, path.removeprefix(PREFIX))
            call = read_call(route, texts, query, headers, body, self._tenants)
            return _answered(route, route.do(call))
        except NotAllowed as refused:
            challenge = [(b"www-authenticate", b"Bearer")] if refused.status == 401 else []
            return _failed(refused.status, str(refused), headers=challenge)
        except Missing as missing:
            return _failed(404, str(missing))
        except BadInput as wrong:
            return _failed(422, str(wrong), wrong.problems)
        except RequestRefused as refused:
            return _failed(refused.status or 400, refused.message, headers=refused.headers)
        except NotYet:
            raise
        except Exception:  # noqa: BLE001 - it is logged, and answered
            logger.error("a bug of the stub, met by its control API\n%s", shown_traceback())
            return _failed(500, "the stub has a bug")

    def _route(self, method: str, path: str) -> tuple[Route, dict[str, str]]:
        method = "GET" if method == "HEAD" else method
        methods = []
        for route in self._routes:
            texts = matched(route.path, path)
            if texts is None:
                continue
            if route.method == method:
                return route, texts
            methods.append(route.method)
        if methods:
            allow = (b"allow", ", ".join(methods).encode())
            message = f"{method} is not allowed here; use {' or '.join(methods)}"
            raise RequestRefused("method_not_allowed", message, [allow], status=405)
        known = dict.fromkeys(each.path for each in self._routes if "{" not in each.path)
        meant = closest(path, known)
        raise Missing(f"the control API has nothing at {shown(PREFIX + path)}{meant}")


def _answered(route: Route, content: object) -> StubResponse:
    if content is None:
        return answer(b"", status=204, headers=_HEADERS)
    return answer(msgspec.json.encode(content), status=route.status, headers=_HEADERS)


def _failed(
    status: int,
    message: str,
    problems: Iterable[Problem] = (),
    headers: Iterable[Header] = (),
) -> StubResponse:
    content = {"message": message, "problems": list(problems)}
    return answer(msgspec.json.encode(content), status=status, headers=[*_HEADERS, *headers])
