"""What docstrings say that a call raises: what it can come to, and nothing else."""

import re
from importlib import import_module

import pytest

from apiscribe import naming

ALWAYS = {"ConfigurationError", "APIError", "ResponseError", "TransportError"}
RAISES = {
    # By hand, from the specs: common arguments are checked with each call.
    ("zoom_v1", "account", "list"): {*ALWAYS, "InvalidArguments", "RateLimited"},
    ("zoom_v1", "user", "create"): {
        *ALWAYS,
        "InvalidArguments",
        "RateLimited",
        "UserAlreadyExists",
    },
    ("zoom_v1", "user", "iter_list"): {"ConfigurationError", "PagingError", "ZoomError"},
    ("zoom_v1", "chat", "iter_get"): {"ConfigurationError", "PagingError", "ZoomError"},
    # A bearer, no common arguments, and this operation has none either.
    ("lending_library", "book", "prices"): {*ALWAYS, "RateLimited"},
    ("lending_library", "book", "get"): {*ALWAYS, "InvalidArguments", "RateLimited"},
    ("lending_library", "book", "delete"): {*ALWAYS, "InvalidArguments", "RateLimited"},
}


def raised(package: str, folder: str, class_name: str, resource: str, method: str) -> set[str]:
    module = import_module(f"{package}.{folder}.{resource}")
    doc = getattr(getattr(module, class_name), method).__doc__
    (section,) = re.findall(r"Raises:\n((?: {12}\S.*\n)+)", doc)
    return set(re.findall(r"^ *(\w+): ", section, re.MULTILINE))


@pytest.mark.parametrize(("package", "resource", "method"), RAISES)
def test_docstrings_name_what_a_call_raises(made, package, resource, method):
    blocking = naming.resource_class(resource)
    found = raised(package, "resources", blocking, resource, method)
    awaited = raised(package, "async_resources", naming.async_class(blocking), resource, method)

    assert found == awaited == RAISES[package, resource, method]


@pytest.mark.parametrize("package", sorted({package for package, _, _ in RAISES}))
def test_what_is_raised_can_be_caught(made, package):
    names = {name for key, names in RAISES.items() if key[0] == package for name in names}

    assert names <= vars(import_module(f"{package}.errors")).keys()
