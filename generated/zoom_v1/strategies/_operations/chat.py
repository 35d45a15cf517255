# Generated from spec/resources/chat.yaml by `make generate`. Do not edit.
"""What the arguments of `chat` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import domains, rules
from zoom_v1.strategies import _types as types

LIST = domains.Members(
    fields={
        "access_token": types.CHAT_TOKEN,
        "from": types.PERIOD_DATE,
        "to": types.PERIOD_DATE,
        "page_size": domains.Integer(minimum=1, maximum=30),
        "email": domains.TEXT,
        "next_page_token": types.PAGE_TOKEN,
    },
    required=("access_token", "from", "to"),
    rules=(rules.Ordered(first="from", last="to"),),
)

GET = domains.Members(
    fields={
        "access_token": types.CHAT_TOKEN,
        "session_id": types.CHAT_SESSION_ID,
        "from": types.PERIOD_DATE,
        "to": types.PERIOD_DATE,
        "page_size": domains.Integer(minimum=1, maximum=30),
        "next_page_token": types.PAGE_TOKEN,
    },
    required=("access_token", "session_id", "from", "to"),
    rules=(rules.Ordered(first="from", last="to"),),
)

MEMBERS = {
    "chat.list": LIST,
    "chat.get": GET,
}
"""Operation id -> its arguments."""
