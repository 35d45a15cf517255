"""A small API as the generator would write it, for tests of what all generated code shares."""

from collections.abc import Mapping
from functools import cached_property
from types import NoneType
from typing import Any, Literal, Unpack

from msgspec import UNSET, UnsetType
from urllib3 import PoolManager

from apiscribe.runtime.api_object import ApiObject
from apiscribe.runtime.client.blocking import BaseClient, Resource
from apiscribe.runtime.client.paging import Pager
from apiscribe.runtime.client.raw import RawCaller, raw
from apiscribe.runtime.client.request_builder import build_request
from apiscribe.runtime.client.request_options import RequestOptions
from apiscribe.runtime.config import ApiConfig, Secret
from apiscribe.runtime.encoding.files import Upload
from apiscribe.runtime.encoding.wire import (
    BOOLEAN,
    INTEGER,
    JSON,
    TEXT,
    Csv,
    Date,
    File,
    Integer,
    Object,
    Wire,
)
from apiscribe.runtime.envelope import Envelope, KeyMark
from apiscribe.runtime.errors import APIError, RateLimited
from apiscribe.runtime.model import AwareDatetime, BlankableDate, BlankableDatetime
from apiscribe.runtime.operation import NumberPages, Operation, TokenPages
from apiscribe.runtime.request import Request
from apiscribe.runtime.semantics.predicates import is_encodable
from apiscribe.runtime.validation import messages
from apiscribe.runtime.validation.validate import OperationChecks
from apiscribe.runtime.validation.values import Check, file
from apiscribe.runtime.validation.violations import Found

KEY = "key-of-the-zoo-0123456789"
SECRET = "secret-of-the-zoo-0123456789"


class AnimalNotFound(APIError):
    """There is no such animal."""

    code = 404
    hint = "Look it up in the list."


class TooFast(RateLimited):
    """More calls than allowed."""

    code = "slow_down"


class Keeper(ApiObject):
    name: str
    since: BlankableDate | UnsetType = UNSET


class Animal(ApiObject):
    id: str | int
    name: str
    legs: int | UnsetType = UNSET
    born_at: AwareDatetime | UnsetType = UNSET
    fed_at: BlankableDatetime | UnsetType = UNSET
    kind: Literal["bird", "fish"] | UnsetType = UNSET
    keepers: list[Keeper] | UnsetType = UNSET
    by_day: dict[str, Keeper] | UnsetType = UNSET
    from_: str | UnsetType = UNSET


class AnimalPage(ApiObject, rename={"total": "page_count"}):
    total: int
    page_number: int
    animals: list[Animal]


class EventPage(ApiObject):
    next_page_token: str
    events: list[str]


def _text(value: object, path: str, found: Found) -> None:
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
    elif not is_encodable(value):
        messages.unencodable(value, path, found)


def _integer(value: object, path: str, found: Found) -> None:
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")


def _anything(value: object, path: str, found: Found) -> None:
    pass


def _picture(value: object, path: str, found: Found) -> None:
    file(value, path, found, "a PNG", ("png",), b"\x89PNG")


def _odd_legs(given: Mapping[str, object], found: Found) -> None:
    if given.get("legs") == 3:
        messages.ignored("legs", found, "they are odd", severity="warning")


ADD = Operation(
    id="animal.add",
    method="POST",
    path="/v1/animal/add",
    effect="create",
    section="Add An Animal",
    arguments={
        "name": TEXT,
        "legs": INTEGER,
        "tame": BOOLEAN,
        "born_at": Date(formats=("utc", "date")),
        "tags": Csv(item=TEXT),
        "diet": Object(fields={"meat": BOOLEAN}),
        "from": TEXT,
        "passphrase": TEXT,
        "kennel": TEXT,
        "data_type": TEXT,
    },
    renamed={"from_": "from"},
    sensitive=frozenset({"passphrase"}),
    deprecated=frozenset({"kennel"}),
)
LIST = Operation(
    id="animal.list",
    method="POST",
    path="/v1/animal/list",
    effect="read",
    section="List Animals",
    arguments={"page_number": INTEGER, "page_size": INTEGER, "data_type": TEXT},
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)
EVENTS = Operation(
    id="animal.events",
    method="POST",
    path="/v1/animal/events",
    effect="read",
    section="Events",
    arguments={"next_page_token": TEXT, "data_type": TEXT},
    pages=TokenPages(token="next_page_token"),
)
REMOVE = Operation(
    id="animal.remove",
    method="DELETE",
    path="/v1/zoos/{zoo}/animals/{id}",
    effect="delete",
    section="Remove An Animal",
    arguments={"zoo": TEXT, "id": TEXT, "reason": TEXT, "notify": BOOLEAN},
    encoding="json",
    in_path=("zoo", "id"),
    in_query=("notify",),
)
REPLACE = Operation(
    id="animal.replace",
    method="PUT",
    path="/v1/animals",
    effect="change",
    section="Replace",
    arguments={
        "name": TEXT,
        "born_at": Date(formats=("utc",)),
        "tags": Csv(item=TEXT),
        "more": JSON,
    },
    encoding="json",
)
FIND = Operation(
    id="animal.find",
    method="GET",
    path="/v1/animals",
    effect="read",
    section="Find",
    arguments={"name": TEXT, "tame": BOOLEAN},
    encoding="query",
)
PICTURE = Operation(
    id="animal.picture",
    method="POST",
    path="/v1/animal/picture",
    effect="change",
    section="Picture",
    arguments={"id": TEXT, "pic": File("png", "image/png")},
    encoding="multipart",
)

_BY_WIRE: dict[type[Wire], Check] = {Wire: _text, Integer: _integer, File: _picture}


def checks(operation_id: str) -> OperationChecks:
    operation = next(each for each in OPERATIONS if each.id == operation_id)
    return OperationChecks(
        section=operation.section,
        fields={n: _BY_WIRE.get(type(w), _anything) for n, w in operation.arguments.items()},
        required=("name",) if operation is ADD else (),
        rules=_odd_legs if operation is ADD else None,
    )


OPERATIONS = (ADD, LIST, EVENTS, REMOVE, REPLACE, FIND, PICTURE)


def errors() -> Mapping[int | str, type[APIError]]:
    return {404: AnimalNotFound, "slow_down": TooFast}


CONFIG = ApiConfig(
    title="Zoo API",
    package="zoo",
    distribution="zoo-v1",
    version="0.1.0",
    base_url="https://api.zoo.example",
    environment_prefix="ZOO",
    credentials=("api_key", "api_secret"),
    scheme="arguments",
    envelope=Envelope(
        marks=(KeyMark(key="error"),), codes=("error.code",), messages=("error.message",)
    ),
    errors=errors,
    checks=checks,
)


class AnimalResource(Resource):
    def add(
        self,
        *,
        name: str,
        legs: int | UnsetType = UNSET,
        tame: bool | UnsetType = UNSET,
        from_: str | UnsetType = UNSET,
        passphrase: str | UnsetType = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Animal:
        return self._call(ADD, locals(), Animal)

    def list(
        self, *, page_number: int | UnsetType = UNSET, **options: Unpack[RequestOptions]
    ) -> AnimalPage:
        return self._call(LIST, locals(), AnimalPage)

    def iter_list(
        self,
        *,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pager[AnimalPage, Animal]:
        return self._pages(LIST, locals(), limit, AnimalPage, lambda page: page.animals)

    def iter_events(
        self,
        *,
        next_page_token: str | UnsetType = UNSET,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pager[EventPage, str]:
        return self._pages(EVENTS, locals(), limit, EventPage, lambda page: page.events)

    def remove(
        self,
        *,
        zoo: str,
        id: str | int,
        reason: str | UnsetType = UNSET,
        notify: bool | UnsetType = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None:
        return self._call(REMOVE, locals(), NoneType)

    def picture(self, *, id: str, pic: Upload) -> None:
        return self._call(PICTURE, locals(), NoneType)


class AnimalResourceRaw:
    def __init__(self, animal: AnimalResource) -> None:
        self.add = raw(animal.add)
        self.remove = raw(animal.remove)


class ZooClientRaw:
    def __init__(self, client: BaseClient) -> None:
        self.animal = AnimalResourceRaw(AnimalResource(RawCaller(client)))


class ZooClient(BaseClient):
    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | UnsetType | None = UNSET,
        data_type: Literal["JSON", "XML"] | UnsetType = UNSET,
        http: PoolManager | None = None,
        config: ApiConfig = CONFIG,
        **options: Any,
    ) -> None:
        super().__init__(
            config,
            {"api_key": api_key, "api_secret": api_secret},
            base_url=base_url,
            timeout=timeout,
            common={"data_type": data_type},
            http=http,
            **options,
        )

    @cached_property
    def animal(self) -> AnimalResource:
        return AnimalResource(self)

    @cached_property
    def with_raw_response(self) -> ZooClientRaw:
        return ZooClientRaw(self)


def request_for(
    operation: Operation,
    arguments: dict[str, object],
    config: ApiConfig = CONFIG,
    secret: str = SECRET,
) -> Request:
    credentials = {"api_key": Secret(KEY), "api_secret": Secret(secret)}
    return build_request(operation, arguments, credentials, config)
