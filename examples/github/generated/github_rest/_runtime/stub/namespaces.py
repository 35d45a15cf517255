"""Tenants, and what keeps parallel tests apart that share one."""

from __future__ import annotations

from collections.abc import Mapping

HEADER = b"x-stub-namespace"
_BETWEEN = "\x1f"


def named(headers: Mapping[bytes, bytes]) -> str:
    """The namespace that a request asks for; empty without one."""
    return headers.get(HEADER, b"").decode("latin-1").strip()


def within(tenant: str, namespace: str) -> str:
    """A tenant in a namespace, as records are kept by."""
    return f"{tenant}{_BETWEEN}{namespace}" if namespace else tenant


def owner(kept: str) -> str:
    """The tenant alone."""
    return parts(kept)[0]


def parts(kept: str) -> tuple[str, str]:
    """The tenant and the namespace that records are kept by."""
    tenant, _, namespace = kept.partition(_BETWEEN)
    return tenant, namespace


def is_within(kept: str, tenant: str | None, namespace: str) -> bool:
    """Whether what records are kept by is of a tenant, or of anybody's in a namespace."""
    its_tenant, its_namespace = parts(kept)
    if namespace and its_namespace != namespace:
        return False
    return tenant is None or (its_tenant == tenant and its_namespace == namespace)
