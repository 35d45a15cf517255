"""What may be any JSON, and is nobody's business: its check shows nothing of it."""

from apiscribe.model import AnyType
from apiscribe.views.validators import value_checks
from apiscribe.views.validators.check_parts import CheckKey
from tests.unit.specs import compiled


def test_a_secret_of_any_kind_is_checked_as_one() -> None:
    key = CheckKey(AnyType(), secret=True)

    assert value_checks.plain(key) is None
    (call,) = value_checks.function(compiled(), key, "secret_any", None).calls
    assert call == "values.anything(value, path, found, secret=True)"
