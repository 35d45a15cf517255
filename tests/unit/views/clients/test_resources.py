"""The methods of a resource: signatures, docstrings and what they hand to the runtime."""

import pytest

from apiscribe.views.clients.flavors import AWAITING, BLOCKING
from apiscribe.views.clients.method_docs import sections
from apiscribe.views.clients.resources import resource_module
from tests.unit.specs import compiled

HEAD = """
resource: extra
section: Extra
summary: Extra
operations:
"""


BIRD = '{"id": 1, "name": "Ada", "hatched": "2012-11-25"}'
EXAMPLES = {"put": BIRD, "models": BIRD, "list": f'{{"pages": 1, "birds": [{BIRD}]}}'}


def viewed(api, resource, flavor=BLOCKING):
    said = {each.id: sections(api, each) for each in resource.operations}
    return resource_module(api, resource, flavor, said)


def module(operations, flavor=BLOCKING):
    files = {"resources/extra.yaml": HEAD + operations}
    if "returns:" in operations:
        name = operations.split()[0].rstrip(":")
        files[f"examples/extra/{name}.response.json"] = EXAMPLES[name]
    api = compiled(files)
    resource = next(each for each in api.resources if each.name == "extra")
    return viewed(api, resource, flavor)


def method(arguments, *more, name="put", summary="Put."):
    view = module(
        f"  {name}:\n    path: /v2/extra/put\n    effect: change\n    summary: {summary}\n"
        + "".join(f"    {line}\n" for line in more)
        + "    arguments:\n"
        + "".join(f"      {line}\n" for line in arguments)
    )
    return view.methods[0], view


def docs(of):
    """What the docstring says, without line breaks."""
    return " ".join(line.strip() for section in of.sections for line in section)


def test_only_what_is_always_required_has_no_default():
    found, _ = method(
        [
            "a: {type: integer, required: true, doc: A.}",
            "b: {type: integer, doc: B.}",
            "c: {type: integer, required: true, doc: C.}",
        ],
        "rules: [{rule: required_when, argument: c, when: {b: [1]}}]",
    )

    signature = [(each.name, each.annotation, each.default) for each in found.parameters]
    assert signature == [
        ("a", "int", None),
        ("b", "int | UnsetType", "UNSET"),
        ("c", "int | UnsetType", "UNSET"),
    ]


def test_a_default_of_what_is_required_is_said_to_be_the_page_s():
    found, _ = method(
        [
            "a: {type: integer, required: true, default: 2, doc: A.}",
            "b: {type: boolean, default: true, doc: B.}",
        ]
    )

    assert "a: A. Required, although the page names a default: 2." in docs(found)
    assert "b: B. Default: true." in docs(found)


def test_a_renamed_argument_says_its_name_in_the_api():
    found, _ = method(["from: {type: text, doc: From.}", "to: {type: text, doc: To.}"])

    assert [each.name for each in found.parameters] == ["from_", "to"]
    assert "from_: From. The API calls it `from`. to: To." in docs(found)


def test_an_argument_hides_a_module_only_in_the_body():
    found, view = method(["models: {type: text, doc: M.}"], "returns: Bird")

    assert found.returns == "models.Bird"
    assert found.returned.whole == "_models.Bird"
    assert any(line.endswith("import models") for line in view.imports)
    assert any(line.endswith("import models as _models") for line in view.imports)


def test_a_method_hides_a_builtin_and_a_module_in_annotations():
    found, _ = method(["a: {type: text, doc: A.}"], "returns: Bird", name="models")

    assert (found.returns, found.returned.whole) == ("_models.Bird", "models.Bird")


@pytest.mark.parametrize("length", [1, 1000])
def test_a_description_is_never_cut(length):
    text = " ".join(["word"] * length)

    found, _ = method([f"a: {{type: integer, doc: {text}}}"], f"description: {text}")

    assert docs(found).count("word") == 2 * length


def test_texts_with_quotes_stay_within_their_docstring():
    found, _ = method(["""a: {type: integer, doc: 'ends with \"\"\"'}"""], summary="""'\"\"\"'""")

    source = f'"""{found.summary}\n' + "\n".join(line for s in found.sections for line in s) + '"""'
    assert '"""' in eval(source)


PAGED = """  list:
    path: /v2/extra/list
    effect: read
    summary: List.
    paging: {by: number, items: birds}
    arguments:
      page: {type: integer, minimum: 1, doc: Which page.}
      size: {type: integer, doc: How many.}
      limit: {type: integer, doc: Of the API's own.}
    returns: BirdList
"""


@pytest.mark.parametrize(
    ("flavor", "pager"), [(BLOCKING, "types.Pager"), (AWAITING, "types.AsyncPager")]
)
def test_a_walk_over_pages(flavor, pager):
    (found,) = module(PAGED, flavor).methods

    assert found.pager.name == "iter_list"
    assert found.pager.returns == f"{pager}[models.BirdList, models.Bird]"
    assert found.pager.items.whole == "page.birds"
    assert found.pager.limit == "max_items"
    assert "`max_items`" in " ".join(found.pager.sections[0])


def test_no_arguments_are_no_section():
    found = module(
        "  ping:\n    path: /v2/extra/ping\n    effect: read\n    summary: Ping.\n"
    ).methods[0]

    assert found.parameters == ()
    assert [section[0].partition(":")[0] for section in found.sections][-2:] == [
        "Rate limit",
        "Section",
    ]
    assert "Args:" not in docs(found)


def test_flavors_name_the_same_class():
    assert BLOCKING.named("Pager") == "Pager"
    assert AWAITING.named("Pager") == "AsyncPager"


RETURNED = {
    "Bird": (BIRD, "A bird."),
    "{type: list, of: Bird}": (f"[{BIRD}]", "A list of `Bird`; each is a bird."),
    "{type: map, of: Bird}": (f'{{"a": {BIRD}}}', "A map of `Bird`; each is a bird."),
    "{type: list, of: {type: integer}}": ("[1]", "A list of whole numbers."),
    "{type: list, of: {type: map, of: text}}": ("[{}]", "A list of maps of texts."),
    "{type: union, members: [text, Bird]}": ('"a"', "Text or `Bird`."),
    "{type: list, of: {type: union, members: [text, Bird]}}": (
        "[]",
        "A list of texts or `Bird`.",
    ),
    "{type: any}": ("1", "Any JSON value."),
}


@pytest.mark.parametrize("flavor", [BLOCKING, AWAITING], ids=["blocking", "awaiting"])
@pytest.mark.parametrize("returns", RETURNED)
def test_a_docstring_says_what_comes_back(returns, flavor):
    example, said = RETURNED[returns]
    operation = "  get:\n    path: /v2/extra/get\n    effect: read\n    summary: Get.\n"
    files = {
        "resources/extra.yaml": f"{HEAD}{operation}    returns: {returns}\n",
        "examples/extra/get.response.json": example,
    }
    api = compiled(files)
    resource = next(each for each in api.resources if each.name == "extra")
    (method,) = viewed(api, resource, flavor).methods
    assert ("Returns:", f"    {said}") in method.sections
