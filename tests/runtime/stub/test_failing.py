"""What failures of the stub say of refused arguments."""

import pytest

from apiscribe.runtime.encoding.bindings import Bindings
from apiscribe.runtime.envelope import Envelope
from apiscribe.runtime.stub.api import ErrorShape, Telling
from apiscribe.runtime.stub.bound import check_constants
from apiscribe.runtime.stub.failing import RefusedArgument, told
from apiscribe.runtime.stub.responses import RequestRefused


def refused(name, *, is_missing=False):
    return RefusedArgument(name=name, resource="", message=f"of {name}", is_missing=is_missing)


@pytest.mark.parametrize("name", ["rows[0].name", "rows[0][name]"])
def test_a_tree_has_the_parts_of_arguments(name):
    telling = Telling(
        field="errors",
        each={"code": "code", "text": "message"},
        under="_all",
        missing="no",
        otherwise="bad",
    )
    shape = ErrorShape(envelope=Envelope(), status=400, faults={}, tells=(telling,))
    given = [refused("rows"), refused(name), refused(name, is_missing=True)]

    inner = [
        {"code": "bad", "text": f"of {name}"},
        {"code": "no", "text": f"of {name}"},
    ]
    assert told(shape, given) == {
        "errors": {
            "rows": {
                "_all": [{"code": "bad", "text": "of rows"}],
                "0": {"name": {"_all": inner}},
            }
        }
    }


@pytest.mark.parametrize(("given", "narrower"), [({}, "arguments_missing"), ({"v": "2"}, None)])
def test_a_constant_that_is_not_there_is_missing(given, narrower):
    with pytest.raises(RequestRefused) as refused:
        check_constants(Bindings(constants={"v": "1"}), given)

    assert (refused.value.fault, refused.value.narrower) == ("arguments_refused", narrower)
