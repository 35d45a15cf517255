"""Streams of the wire over TLS, through a proxy and over connections of the caller's own."""

import asyncio
import gzip
import threading

import aiohttp
import pytest
import urllib3

from tests.cases.wire_readers import chunked, read_awaiting, read_blocking
from tests.runtime.proxying import CERTIFICATE, ProxyServer, tls
from tests.runtime.scripted import ScriptedServer, answers, says, stalls

LINES = "application/x-ndjson"
LINE = '{"id": "7", "text": "Rain"}\n'
WHOLE = says(chunked(LINE, LINE, kind=LINES))
ENDLESS = stalls(chunked(LINE, kind=LINES, ends=False))


@pytest.fixture
def secure():
    with ScriptedServer(tls()) as server:
        yield server


@pytest.fixture
def proxy():
    with ProxyServer() as proxy:
        yield proxy


@pytest.fixture(params=["blocking", "async"])
def read(request, wire_v1):
    def reads(base_url, operation, /, **given):
        if request.param == "blocking":
            return read_blocking(wire_v1.package, base_url, operation, **given)
        return asyncio.run(read_awaiting(wire_v1.package, base_url, operation, **given))

    return reads


def test_over_tls(read, secure):
    secure.will(WHOLE)
    options = {"ca_bundle": str(CERTIFICATE)}
    assert len(read(secure.base_url, "note.dump", options=options)) == 2
    secure.will(ENDLESS)
    assert len(read(secure.base_url, "note.dump", most=1, options=options)) == 1


def test_another_thread_closes_over_tls(wire_v1, secure):
    secure.will(ENDLESS)
    kind, options = wire_v1.package.WireClient, {"ca_bundle": str(CERTIFICATE), "timeout": None}
    with kind(token="t", base_url=secure.base_url, **options) as client:
        stream, found = client.note.dump(), list[object]()
        assert next(stream).id == "7"
        reader = threading.Thread(target=found.extend, args=(stream,), daemon=True)
        reader.start()
        reader.join(0.2)
        closer = threading.Thread(target=stream.close, daemon=True)
        closer.start()
        for thread in (closer, reader):
            thread.join(10)
            assert not thread.is_alive()
        assert found == []


@pytest.mark.parametrize("is_secure", [False, True])
def test_through_a_proxy(read, server, secure, proxy, is_secure):
    behind = secure if is_secure else server
    behind.will(WHOLE)
    options = {"proxy": proxy.url, "ca_bundle": str(CERTIFICATE)}
    assert len(read(behind.base_url, "note.dump", options=options)) == 2
    assert proxy.connections == 1
    behind.will(ENDLESS)
    assert len(read(behind.base_url, "note.dump", most=1, options=options)) == 1


def test_connections_of_the_callers_own(wire_v1, server):
    kind, options = wire_v1.package.WireClient, {"base_url": server.base_url, "timeout": 0.5}
    with urllib3.PoolManager() as pool, kind(token="t", http=pool, **options) as client:
        server.will(WHOLE)
        assert len(list(client.note.dump())) == 2
        server.will(ENDLESS)
        stream = client.note.dump()
        assert next(stream).id == "7"
        with pytest.raises(wire_v1.errors.TransportTimeout):
            next(stream)


@pytest.mark.parametrize("unpacks", [False, True])
def test_a_session_of_the_callers_own(wire_v1, server, unpacks):
    async def main():
        session = aiohttp.ClientSession(auto_decompress=unpacks)
        kind = wire_v1.package.AsyncWireClient
        async with session, kind(token="t", base_url=server.base_url, http=session) as client:
            return [each.id async for each in client.note.dump()]

    packed = gzip.compress(LINE.encode())
    server.will(says(chunked(packed, kind=LINES, more="Content-Encoding: gzip\r\n")))
    assert asyncio.run(main()) == ["7"]


@pytest.mark.parametrize("unpacks", [False, True])
def test_a_session_of_the_callers_own_without_streams(wire_v1, server, unpacks):
    async def main():
        session = aiohttp.ClientSession(auto_decompress=unpacks)
        kind = wire_v1.package.AsyncWireClient
        async with session, kind(token="t", base_url=server.base_url, http=session) as client:
            return (await client.talk.write(about="rain")).text

    packed = gzip.compress(b'{"text": "Rain"}')
    server.will(answers(packed, more="Content-Encoding: gzip\r\n"))
    assert asyncio.run(main()) == "Rain"
