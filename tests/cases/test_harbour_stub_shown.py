"""What the harbour's stub shows of credentials: commands that have them, and otherwise nothing."""

import json
import shlex
import subprocess
from urllib.parse import urlencode

from tests.cases import harbour_server as page
from tests.cases.harbour_requests import BASIC, CLIENT, GRANT, IN_FORM, JSON, KEY, TAKEN, asked

GIVEN = {
    "berth.moor": {"ship": "Gull"},
    "berth.book": {"id": 7, "ship": "Gull"},
    "berth.say": {"text": "Ahoy"},
    "berth.report": {"year": 2020},
    "berth.pay": {"amount": 3},
}


class TestThePage:
    def test_its_commands_work(self, harbour_v1):
        with harbour_v1.stub.StubServer() as stub:
            for operation in harbour_v1.stub.API.operations:
                at = f"/_stub/operations/{operation.id}"
                if operation.encoding == "multipart":
                    continue  # there is no file
                given = {
                    "arguments": GIVEN.get(operation.id, {}),
                    "credentials": page.CREDENTIALS,
                    "base_url": stub.base_url,
                }
                _, _, text = asked(stub, "POST", f"{at}/request", JSON, json.dumps(given))
                command = json.loads(text)["curl"]
                run = subprocess.run(
                    [
                        *shlex.split(command.replace("\\\n", " ")),
                        "-s",
                        "-o",
                        "-",
                        "-w",
                        "%{http_code}",
                    ],
                    capture_output=True,
                    text=True,
                    timeout=20,
                    check=False,
                )
                assert run.stdout[-3:] in ("200", "204"), (command, run.stdout)


SECRETS = [page.KEY, page.SITE, page.BOT, page.SESSION, page.USER, page.PASSWORD, page.STAFF]
SECRETS += [
    page.CLIENT,
    page.CLIENT_SECRET,
    page.DESK,
    page.DESK_KEY,
    page.PAGER_KEY,
    page.FLEET_KEY,
    BASIC.partition(" ")[2],
    "00-signature",
    "77%3Abot",
]


def test_no_credential_is_ever_shown(harbour_v1, caplog):
    """Neither where a request was right nor where something was wrong with it."""
    caplog.set_level("DEBUG")
    with harbour_v1.stub.StubServer() as stub:

        def sent(*given):
            return asked(stub, *given)[2]

        for method, target, headers, body in TAKEN.values():
            sent(method, target, headers, body)
            sent("PATCH", target, headers, body)
            sent(method, target, {**headers, "Content-Type": "text/odd"}, body)
            sent(method, target.replace("/berths", "/births"), headers, body)
        token = json.loads(sent("POST", "/oauth/token", IN_FORM | CLIENT, urlencode(GRANT)))
        bearer = {"Authorization": f"Bearer {token['access_token']}"}
        sent("GET", "/berths", bearer)
        fault = {"status": 500, "tenant": page.USER}
        sent("POST", "/_stub/faults", {}, json.dumps(fault))
        listed = f"/_stub/requests?tenant={page.CLIENT.replace(' ', '%20')}"
        of_client = json.loads(sent("GET", listed))["requests"]
        of_user = json.loads(sent("GET", f"/_stub/requests?tenant={page.USER}"))["requests"]
        shown = sent("GET", "/_stub/requests") + sent("GET", "/_stub/faults")

    assert [each["operation"] for each in of_client] == ["berth.list"]
    assert {each["operation"] for each in of_user} == {"berth.mine"}
    found = [each for each in (*SECRETS, token["access_token"]) if each in shown + caplog.text]
    assert found == []


def test_a_tenant_can_be_told_by_what_is_shown(harbour_v1):
    with harbour_v1.stub.StubServer() as stub:

        def of(tenant):
            return json.loads(asked(stub, "GET", f"/_stub/requests?tenant={tenant}")[2])["requests"]

        asked(stub, "GET", "/berths", KEY)
        asked(stub, "GET", "/berths", {"X-Harbour-Key": "another"})
        (mine,) = of(page.KEY)
        again = of(mine["tenant"])

    assert mine["tenant"].startswith("t-")
    assert again == [mine]
