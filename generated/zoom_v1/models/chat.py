# Generated from spec/types/chat.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import field

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import AwareDatetime, BlankableDate


class ChatSession(ApiObject, kw_only=True):
    """A chat between two people or in a group."""

    session_id: str
    """Id of the session."""

    type: str
    """Kind of session, such as `Group`."""

    participants: str
    """Who takes part; may be empty."""

    group_name: str
    """Name of the group."""

    last_message_send_time: AwareDatetime
    """When the last message was sent."""


class ChatSessionList(ApiObject, kw_only=True):
    """A page of chat sessions."""

    from_: BlankableDate = field(name="from")
    """Where the period begins."""

    to: BlankableDate
    """Where it ends."""

    page_size: int
    """How many records a page holds."""

    page_count: int
    """How many pages there are."""

    next_page_token: str
    """Asks for the next page; empty on the last."""

    chat_list: list[ChatSession]
    """The sessions of this page."""


class ChatMessage(ApiObject, kw_only=True):
    """A message of a chat session."""

    message: str
    """What was written."""

    sender: str
    """Who wrote it; may be empty."""

    date_time: AwareDatetime
    """When it was sent."""


class ChatMessageList(ApiObject, kw_only=True):
    """A page of the messages of one session."""

    from_: BlankableDate = field(name="from")
    """Where the period begins."""

    to: BlankableDate
    """Where it ends."""

    page_size: int
    """How many records a page holds."""

    page_count: int
    """How many pages there are."""

    next_page_token: str
    """Asks for the next page; empty on the last."""

    session_id: str
    """Id of the session."""

    group_name: str
    """Name of the group."""

    chat_messages: list[ChatMessage]
    """The messages of this page."""
