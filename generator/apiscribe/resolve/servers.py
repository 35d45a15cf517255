"""The servers of an API, whose variables are all declared and all used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apiscribe.document import Documents
from apiscribe.document.api import ApiDoc
from apiscribe.document.authentication import SchemesDoc
from apiscribe.document.token_schemes import ClientCredentialsDoc, SessionDoc
from apiscribe.load.source import Place
from apiscribe.model.servers import Server, Servers, ServerVariable
from apiscribe.problems import Problems, did_you_mean, quoted
from apiscribe.resolve.origins import Origins

_VARIABLE = re.compile(r"\{([^{}]+)\}")


def servers(documents: Documents, origins: Origins, problems: Problems) -> Servers:
    doc, place = documents.api.doc, documents.api.place
    variables = tuple(
        origins.note(
            ServerVariable(
                name=name,
                doc=each.doc,
                default=each.default,
                choices=tuple(each.choices or ()),
            ),
            place / "server_variables" / name,
        )
        for name, each in doc.server_variables.items()
    )
    if ("api",) not in documents.dropped:
        _require_one(doc, place, problems)
    found: tuple[Server, ...]
    if doc.servers is None:
        url = doc.base_url or ""
        found = (Server(name="default", doc="", url=url, others={}),)
        urls = [(url, place / "base_url")]
    else:
        found = tuple(
            Server(name=name, doc=each.doc, url=each.url, others=dict(each.others))
            for name, each in doc.servers.items()
        )
        urls = []
        for server in found:
            where = place / "servers" / server.name
            origins.note(server, where)
            urls.append((server.url, where / "url"))
            urls += [(url, where / "others" / name) for name, url in server.others.items()]
        _require_alike(found, place / "servers", problems)
    urls += _of_tokens(doc, place / "authentication" / "schemes")
    if ("api",) not in documents.dropped:  # else the variables may be what is wrong
        _bind(urls, variables, origins, problems)
    return Servers(
        servers=found,
        variables=variables,
        plain=len(found) == 1 and not found[0].others and not variables,
    )


def _of_tokens(doc: ApiDoc, place: Place) -> Iterator[tuple[str, Place]]:
    """Where tokens are given out, as far as schemes say it."""
    if isinstance(doc.authentication, SchemesDoc):
        for name, scheme in doc.authentication.schemes.items():
            if isinstance(scheme, ClientCredentialsDoc | SessionDoc):
                yield scheme.token_url, place / name / "token_url"


def _require_one(doc: ApiDoc, place: Place, problems: Problems) -> None:
    if doc.base_url is None and doc.servers is None:
        problems.add(place.position, "missing-key", "`base_url` is missing")
    elif doc.base_url is not None and doc.servers is not None:
        message = "`base_url` is the short form of one server, and `servers` are there already"
        problems.add((place / "base_url").key_position, "unsuitable-key", message)


def _require_alike(found: tuple[Server, ...], place: Place, problems: Problems) -> None:
    """Each server says where the operations go that name another."""
    names = dict.fromkeys(name for server in found for name in server.others)
    for server in found:
        for name in names:
            if name not in server.others:
                message = (
                    f"{quoted(server.name)} does not say where {quoted(name)} is, as others do"
                )
                position = (place / server.name).key_position
                problems.add(position, "missing-key", f"{message}; add it under `others`")


def _bind(
    urls: list[tuple[str, Place]],
    variables: tuple[ServerVariable, ...],
    origins: Origins,
    problems: Problems,
) -> None:
    known = [each.name for each in variables]
    used = set()
    for url, place in urls:
        for name in _VARIABLE.findall(url):
            used.add(name)
            if name not in known:
                message = f"there is no {quoted(name)} under `server_variables`"
                problems.add(place.position, "unknown-name", message + did_you_mean(name, known))
    if not used <= set(known):
        return  # one that seems unused may be meant
    for each in variables:
        if each.name not in used:
            message = f"no address names {quoted(each.name)}"
            problems.add(origins.key_at(each), "unused", message)


def for_operation(
    name: str | None, documents: Documents, place: Place, problems: Problems
) -> str | None:
    """The server that an operation names, which has to be there."""
    if name is None or ("api",) in documents.dropped:
        return None
    installations = (documents.api.doc.servers or {}).values()
    known = list(dict.fromkeys(other for each in installations for other in each.others))
    if name in known:
        return name
    message = f"there is no server {quoted(name)} under `others` in `servers`"
    problems.add(place.position, "unknown-name", message + did_you_mean(name, known))
    return None
