"""Whose records are meant, by a tenant and a namespace."""

import pytest

from apiscribe.runtime.stub.namespaces import is_within, within


@pytest.mark.parametrize(
    ("tenant", "namespace", "is_meant"),
    [
        (None, "", True),
        (None, "mine", True),
        (None, "other", False),
        ("ada", "mine", True),
        ("ada", "", False),
        ("ben", "mine", False),
        ("ada", "other", False),
    ],
)
def test_a_tenant_of_a_namespace(tenant, namespace, is_meant):
    assert is_within(within("ada", "mine"), tenant, namespace) is is_meant
