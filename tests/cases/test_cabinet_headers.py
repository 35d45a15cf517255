"""Headers of the cabinet that hold JSON."""

import json
import urllib.error
import urllib.request

import pytest

from tests.runtime.scripted import answers

INFO = {"path": "/ü/😀\x7f", "mode": {".tag": "update", "rev": "a"}}
RESULT = r'Cabinet-Result: {".tag": "file", "name": "\u00fc.txt"}' + "\r\n"


@pytest.fixture
def client(cabinet_v2, server):
    with cabinet_v2.package.Cabinet(base_url=server.base_url) as client:
        yield client


class TestHeadersOfJson:
    def test_an_object_is_json_in_ascii(self, client, server):
        server.will(answers('{"status": "there"}', more=RESULT))
        client.file.upload(info=INFO, labels=["é", "b, c"], content=b"x")

        headers = server.received[-1].headers
        assert headers["cabinet-arg"].isascii()
        assert headers["cabinet-arg"].isprintable()
        assert json.loads(headers["cabinet-arg"]) == INFO
        assert headers["cabinet-labels"] == r'["\u00e9","b, c"]'
        assert server.received[-1].body == b"x"

    def test_a_field_of_a_header_is_read(self, client, cabinet_v2, server):
        server.will(answers('{"status": "there"}', more=RESULT + 'Cabinet-Labels: ["a"]\r\n'))
        found = client.file.upload(info=INFO, content=b"x")

        assert found.result == cabinet_v2.models.File(tag="file", name="ü.txt")
        assert (found.labels, found.status) == (["a"], "there")

    def test_a_header_that_is_no_json_is_told(self, client, cabinet_v2, server):
        server.will(answers('{"status": "there"}', more=RESULT + "Cabinet-Labels: a, b\r\n"))

        with pytest.warns(cabinet_v2.package.ResponseMismatchWarning, match=r"\$\.labels"):
            found = client.file.upload(info=INFO, content=b"x")
        assert found.labels == "a, b"

    @pytest.mark.parametrize(
        "info", [{"path": ""}, {}, {"path": "/", "mode": {".tag": "none"}}, "text"]
    )
    def test_what_breaks_a_rule_is_not_sent(self, client, cabinet_v2, server, info):
        with pytest.raises(cabinet_v2.package.InvalidArguments, match="info"):
            client.file.upload(info=info, content=b"x")
        assert server.received == []

    def test_the_stub_reads_and_sends_them(self, cabinet_v2):
        with cabinet_v2.stub.StubServer(mode="examples") as stub:
            with cabinet_v2.package.Cabinet(base_url=stub.base_url) as client:
                found = client.file.upload(info=INFO, labels=["é"], content=b"x")
            journal = json.load(urllib.request.urlopen(f"{stub.base_url}/_stub/requests"))
            headers = {"Cabinet-Arg": "{not json", "Content-Type": "application/octet-stream"}
            request = urllib.request.Request(f"{stub.base_url}/files/upload", b"x", headers)
            with pytest.raises(urllib.error.HTTPError, match="409"):
                urllib.request.urlopen(request)

        assert found.result.name == "ü.txt"
        (entry,) = journal["requests"]
        assert entry["arguments"]["info"] == INFO
        assert entry["arguments"]["labels"] == ["é"]

    def test_openapi_says_that_it_is_json(self, made):
        document = json.loads((made["cabinet"] / "openapi.json").read_text())
        operation = document["paths"]["/files/upload"]["post"]
        argument = next(each for each in operation["parameters"] if each["name"] == "Cabinet-Arg")
        header = operation["responses"]["200"]["headers"]["Cabinet-Result"]

        assert argument["content"]["application/json"]["schema"]["$ref"].endswith("/Commit")
        assert header["content"]["application/json"]["schema"]["$ref"].endswith("/File")
        assert "schema" not in argument
        assert "schema" not in header
