"""Requests to subscribers, with what says whom they are from."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

from ..webhooks.in_body import BodySecret, BodySignature
from ..webhooks.signature import Signature
from .service import WebhookPolicy
from .subscription import Subscription


def vouched(
    policy: WebhookPolicy,
    subscription: Subscription,
    media_type: str,
    headers: Mapping[str, str],
    body: bytes,
) -> tuple[bytes, Mapping[str, str]]:
    """A body and its headers, as they are sent: a signature is as old as its attempt."""
    own = {**subscription.headers, **_authorization(subscription)}
    every = {"Content-Type": media_type, **headers, **own}
    vouching, secret = policy.vouching, subscription.secret
    if vouching is None or not secret:
        return body, every
    if isinstance(vouching, BodySignature | BodySecret):
        return vouching.sign(body, secret, timestamp=None, headers=headers), every
    if isinstance(vouching, Signature):
        vouching = vouching.at(subscription.url)
    return body, every | vouching.sign(body, secret, timestamp=None, headers=every)


def _authorization(subscription: Subscription) -> Mapping[str, str]:
    if not subscription.username and not subscription.password:
        return {}
    text = f"{subscription.username}:{subscription.password}"
    return {"Authorization": f"Basic {b64encode(text.encode()).decode()}"}
