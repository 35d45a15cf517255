# Generated from spec/api.yaml by `make generate`. Do not edit.
"""What a client tells its hooks of a call.

    def watch(event: CallEvent) -> None:
        if isinstance(event, CallFinished):
            print(event.operation, event.seconds, event.error)

    client = EscapeArtist(hooks=[watch])

Hooks are called in the thread or the task that makes the call, and should be quick.
"""

from __future__ import annotations

from escape_artist._runtime.events import CallEvent as CallEvent
from escape_artist._runtime.events import CallFinished as CallFinished
from escape_artist._runtime.events import Hook as Hook
from escape_artist._runtime.events import RequestFailed as RequestFailed
from escape_artist._runtime.events import RequestStarted as RequestStarted
from escape_artist._runtime.events import ResponseReceived as ResponseReceived
from escape_artist._runtime.events import WaitStarted as WaitStarted
