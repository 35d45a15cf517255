"""What clients that block and clients that await have in common: all but the waiting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ..decoding import decode
from ..decoding.response import Response
from ..errors import ConfigurationError, Interrupted, NotReady, RateLimited, SdkError, bare
from ..operation import Operation
from ..request import Request
from ..transport.call_events import CallEvents
from ..transport.retry import Attempts
from ..transport.sending import SendLimits, Transport, send
from .options import Options
from .parts import ClientParts, H, L
from .request_builder import build_request

if TYPE_CHECKING:
    from ..content import SavedFile
    from ..transport.opening import Opening
    from ..transport.sinks import Sink
    from .addresses import Address
    from .open_stream import OpenStream
    from .raw_response import RawResponse
    from .request_options import RequestOptions

T = TypeVar("T")
V = TypeVar("V")


class ClientCore(ClientParts[L, H]):
    """Makes calls. Subclasses run the coroutines or await them."""

    async def _call_typed(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> T:
        failure: Exception
        try:
            chosen = self._options.for_call(options) if options else self._options
            request = self._request(operation, arguments, chosen)
            return await self._respond(request, chosen, self._reader(request, chosen, returns))
        except SdkError as error:
            failure = bare(error)
        except Interrupted as stopped:
            failure = stopped.error
        del arguments, options
        # Not where it was caught: what the caller is handling, if anything, is its context.
        raise failure

    async def _call_page(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
        address: Address | None = None,
    ) -> tuple[T, Response]:
        failure: Exception
        try:
            chosen = self._options.for_call(options) if options else self._options
            request = self._request(operation, arguments, chosen)
            if address is not None:
                from .elsewhere import redirected

                request = redirected(request, address, self._config, self._credentials, self._ways)
            read = self._reader(request, chosen, returns)
            return await self._respond(request, chosen, lambda found: (read(found), found))
        except SdkError as error:
            failure = bare(error)
        except Interrupted as stopped:
            failure = stopped.error
        del arguments, options, address
        raise failure

    async def _call_raw(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> RawResponse[T]:
        from .raw_response import RawResponse

        failure: Exception
        try:
            chosen = self._options.for_call(options) if options else self._options
            request = self._request(operation, arguments, chosen)
            refuse = partial(self._raise_refusal, request)
            response = await self._respond(request, chosen, refuse, _as_it_came)
            return RawResponse(response, self._reader(request, chosen, returns), request.violations)
        except SdkError as error:
            failure = bare(error)
        except Interrupted as stopped:
            failure = stopped.error
        del arguments, options
        raise failure

    async def _call_saving(
        self,
        operation: Operation,
        arguments: dict[str, object],
        sink: Sink,
        options: RequestOptions | None = None,
        head: type[object] | None = None,
    ) -> SavedFile:
        from .saving import held, saved, unpacked_request

        failure: Exception
        try:
            with held(sink, operation, self._config):
                chosen = self._options.for_call(options) if options else self._options
                request = unpacked_request(self._request(operation, arguments, chosen))
                read = partial(
                    saved,
                    request=request,
                    config=self._config,
                    sink=sink,
                    head=head,
                    how=decode.How(chosen.strict_responses, keep_extra=chosen.keep_extra),
                )
                return await self._respond(request, chosen, read, sink=sink)
        except SdkError as error:
            failure = bare(error)
        except Interrupted as stopped:
            failure = stopped.error
        del arguments, options
        raise failure

    async def _open_stream(
        self,
        operation: Operation,
        arguments: dict[str, object],
        item: type[T],
        options: RequestOptions | None = None,
    ) -> OpenStream[T]:
        from .open_stream import opened, opening_of

        failure: Exception
        try:
            chosen = self._options.for_call(options) if options else self._options
            request = self._request(operation, arguments, chosen)
            opening, host = opening_of(operation), self._way(request).host
            read = partial(opened, item, request, self._config, opening, host, chosen)
            return await self._respond(request, chosen, read, sink=opening)
        except SdkError as error:
            failure = bare(error)
        except Interrupted as stopped:
            failure = stopped.error
        del arguments, options
        raise failure

    async def _respond(
        self,
        request: Request,
        options: Options,
        read: Callable[[Response], V],
        refused: Callable[[Response], V] | None = None,
        sink: Sink | Opening | None = None,
    ) -> V:
        """Send `request`, and return what `read` makes of the response.

        Where the server asks for fewer requests (`RateLimited`), or has nothing yet (`NotReady`),
        wait and send again, as long as the call may wait. After that, return what `refused` makes
        of the response, or raise.
        """
        operation = request.operation
        attempts = Attempts(
            operation,
            options.retries,
            options.max_wait,
            self._config.envelope_of(operation).waits,
            body=request.body,
            has_key=request.has_key,
        )
        call_events = CallEvents(operation.id, self._hooks)
        limiter = self._limiter if operation.limits else None
        transport, limits = self._way_of_signed(request), options.send_limits(sink)
        authorization = None
        if self._authorizer is not None:
            authorization = self._authorizer.authorization(request, options, self._hooks)
        try:
            while True:
                sent = await authorization.bearing() if authorization else request
                response = await send(sent, transport, limits, attempts, call_events, limiter)
                if authorization and authorization.is_stale(response) and attempts.can_read_again():
                    continue
                if operation.redirects:
                    response = await self._follow(sent, response, limits, attempts, call_events)
                try:
                    value = read(response)
                    break
                except (RateLimited, NotReady) as error:
                    from .waiting import after_refusal, tell

                    pause = await after_refusal(error, request, attempts, limiter)
                    if pause is None:
                        if refused is None:
                            raise
                        value = refused(response)
                        break
                    tell(call_events, pause, error)
                await self._transport.sleep(pause)
        except BaseException as error:
            call_events.finished(attempts.told(error))
            raise
        finally:
            attempts.over()
        if sink is not None and sink.stays_open:
            sink.events = call_events
        else:
            call_events.finished()
        return value

    def _way_of_signed(self, request: Request) -> Transport:
        """The way of a request, on which it is counted, and then signed."""
        transport = self._way(request)
        if self._authorizer is not None:
            transport = self._authorizer.signing(request.operation, transport)
        if request.anew is None:
            return transport
        from .counting import CountingTransport

        return CountingTransport(transport)

    def _way(self, request: Request) -> Transport:
        if request.origin is not None:
            return self._ways.to(request.origin)
        return self._ways.of(request.server or request.operation.server)

    async def _follow(
        self,
        request: Request,
        response: Response,
        limits: SendLimits,
        attempts: Attempts,
        call_events: CallEvents,
    ) -> Response:
        from .redirects import follow

        base_url = self._way(request).base_url
        return await follow(
            request, response, base_url, self._ways.to, limits, attempts, call_events
        )

    def _request(
        self, operation: Operation, arguments: dict[str, object], options: Options
    ) -> Request:
        if self._transport.closed:
            raise ConfigurationError(f"{self!r} is closed")
        if operation.url is not None:
            return self._request_elsewhere(operation, arguments, options)
        return self._built(operation, {**self._common, **arguments}, options, options.headers)

    def _request_elsewhere(
        self, operation: Operation, arguments: dict[str, object], options: Options
    ) -> Request:
        from .whole_urls import own_headers, sent_there

        assert operation.url is not None, "it is sent to an address"
        if operation.url.servers is not None:
            arguments = {**self._common, **arguments}
        headers = own_headers(operation, options.headers, self._options.headers)
        request = self._built(operation, arguments, options, headers)
        return sent_there(request, lambda name: self._ways.of(name).base_url)

    def _built(
        self,
        operation: Operation,
        arguments: dict[str, object],
        options: Options,
        headers: Mapping[str, str],
    ) -> Request:
        return build_request(
            operation,
            arguments,
            self._credentials,
            self._config,
            strict=options.strict,
            headers=headers,
            progress=options.progress,
        )

    def _reader(self, request: Request, options: Options, returns: type[T]) -> Callable[..., T]:
        return partial(
            decode.read,
            returns=returns,
            request=request,
            config=self._config,
            strict=options.strict_responses,
            keep_extra=options.keep_extra,
        )

    def _raise_refusal(self, request: Request, response: Response) -> Response:
        from ..decoding import failures
        from ..decoding.readiness import not_ready

        refusal = not_ready(response, request) or failures.refusal(response, request, self._config)
        if refusal is not None:
            raise refusal
        return response


def _as_it_came(response: Response) -> Response:
    return response
