"""Arguments of pages whose names have points: in the short forms, they are names as they stand."""

from tests.cases.casebook import BASE
from tests.unit.specs import problems

API = (BASE / "api.yaml").read_text()
TYPES = (BASE / "types/common.yaml").read_text()


def told(by: str) -> list[str]:
    short = "  number: {page: page, size: size, count: pages, total: birds_total}"
    types = TYPES.replace("    page: {type: integer", "    page.no: {type: integer")
    return problems({"api.yaml": API.replace(short, by), "types/common.yaml": types})


def test_a_short_form_takes_names_with_points() -> None:
    assert told("  number: {page: page.no, size: size, count: pages, total: birds_total}") == []


def test_in_a_scheme_a_point_leads_into_an_object() -> None:
    (problem,) = told("  number: {by: page, page: page.no, size: size, pages: pages}")

    assert problem.endswith(
        "a point in `page.no` leads into an object here; call the argument otherwise,"
        " with `wire_name: page.no`"
    )
