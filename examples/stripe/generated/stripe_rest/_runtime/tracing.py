"""Spans of calls, for OpenTelemetry.

    client = ZooClient(hooks=[OpenTelemetry()])

Each call is a span, and each of its requests a span in it, by the semantic conventions for HTTP
clients. The API is sent nothing of the trace.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from opentelemetry.trace import (
    Span,
    SpanKind,
    Status,
    StatusCode,
    TracerProvider,
    get_tracer,
    set_span_in_context,
)

from .events import (
    CallEvent,
    CallFinished,
    RequestFailed,
    RequestStarted,
    ResponseReceived,
    WaitStarted,
)


class OpenTelemetry:
    """A hook that makes spans."""

    def __init__(self, tracer_provider: TracerProvider | None = None) -> None:
        """Set up.

        Args:
            tracer_provider: Where spans go; by default, the program's own.
        """
        name = __name__.partition(".")[0]
        self._tracer = get_tracer(name, tracer_provider=tracer_provider)
        self._calls: dict[int, Span] = {}
        self._sendings: dict[int, Span] = {}

    def __call__(self, event: CallEvent) -> None:
        match event:
            case RequestStarted():
                self._start(event)
            case ResponseReceived():
                span = self._sendings.pop(event.call)
                span.set_attribute("http.response.status_code", event.status)
                span.set_attribute("http.response.body.size", event.size)
                _end(span, str(event.status) if event.status >= 400 else None)
            case RequestFailed():
                _end(self._sendings.pop(event.call), event.error, event.reason)
            case WaitStarted():
                self._wait(event)
            case CallFinished():
                self._finish(event)
            case _:
                pass

    def _call(self, event: CallEvent) -> Span:
        span = self._calls.get(event.call)
        if span is None:
            span = self._calls[event.call] = self._tracer.start_span(event.operation)
        return span

    def _start(self, event: RequestStarted) -> None:
        address = urlsplit(event.url)
        attributes: dict[str, str | int] = {
            "http.request.method": event.method,
            "server.address": address.hostname or "",
            "server.port": address.port or (443 if address.scheme == "https" else 80),
            "url.full": event.url,
            "url.template": event.template,
        }
        if event.attempt > 1:
            attributes["http.request.resend_count"] = event.attempt - 1
        self._sendings[event.call] = self._tracer.start_span(
            f"{event.method} {event.template}",
            context=set_span_in_context(self._call(event)),
            kind=SpanKind.CLIENT,
            attributes=attributes,
        )

    def _wait(self, event: WaitStarted) -> None:
        attributes: dict[str, str | float] = {"reason": event.reason, "seconds": event.seconds}
        if event.group is not None:
            attributes["group"] = event.group
        self._call(event).add_event("wait", attributes)

    def _finish(self, event: CallFinished) -> None:
        error = None if event.error is None else type(event.error).__name__
        sending = self._sendings.pop(event.call, None)
        if sending is not None:  # cancelled
            _end(sending, error)
        span = self._call(event)
        del self._calls[event.call]
        _end(span, error)


def _end(span: Span, error: str | None, reason: str | None = None) -> None:
    if error is not None:
        span.set_attribute("error.type", error)
        span.set_status(Status(StatusCode.ERROR, reason))
    span.end()
