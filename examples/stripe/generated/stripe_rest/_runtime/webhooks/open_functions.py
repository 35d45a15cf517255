"""The functions of a generated `webhooks` module where nothing says whom deliveries are from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from .body import MAX_BODY
from .duplicates import Duplicates
from .functions import ReadingFunctions

if TYPE_CHECKING:
    from .asgi import AsgiApp
    from .wsgi import WsgiApp

E = TypeVar("E")


class OpenFunctions(ReadingFunctions[E]):
    """What can be done with events that anybody could send."""

    def asgi(
        self,
        handler: Callable[[E], object],
        *,
        duplicates: Duplicates | bool = True,
        max_body: int = MAX_BODY,
    ) -> AsgiApp:
        """An ASGI application that reads and handles events, whoever sends them, at any path.

        It answers 204 once the handler has returned. If the handler raises, it answers 500,
        and if it takes too long, 503: the service tries again. A handler that takes too long
        is not cut short, and a later delivery finds its event done.

        Args:
            handler: Takes an event; a coroutine function, or a function, which gets a thread.
            duplicates: Where events are remembered, so that each is handled once: by default
                a `Recent` of its own. False handles whatever comes.
            max_body: How many bytes a body may have.
        """
        from .asgi import AsgiApp
        from .delivery import DeliveryOptions

        options = DeliveryOptions(anyone=True, duplicates=duplicates, max_body=max_body)
        return AsgiApp(self._api, handler, options)

    def wsgi(
        self,
        handler: Callable[[E], object],
        *,
        duplicates: Duplicates | bool = True,
        max_body: int = MAX_BODY,
    ) -> WsgiApp:
        """A WSGI application that reads and handles events, whoever sends them, at any path.

        It answers 204 once the handler has returned, and 500 if that raises: the service tries
        again, as it does when the handler takes too long, and then finds the event done.

        Args:
            handler: Takes an event, in the thread of the request; it may be a coroutine function.
            duplicates: Where events are remembered, so that each is handled once: by default
                a `Recent` of its own. False handles whatever comes.
            max_body: How many bytes a body may have.
        """
        from .delivery import DeliveryOptions
        from .wsgi import WsgiApp

        options = DeliveryOptions(anyone=True, duplicates=duplicates, max_body=max_body)
        return WsgiApp(self._api, handler, options)
