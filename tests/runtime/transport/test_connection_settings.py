"""How a client gets to its API: which proxy it chooses, and whose certificates it believes."""

import traceback
from pathlib import Path

import pytest
import urllib3

from apiscribe.runtime.errors import ConfigurationError, TransportError
from apiscribe.runtime.transport.connection_settings import find_settings
from tests.runtime.both import Zoo
from tests.runtime.proxying import CERTIFICATE, add, through, tls
from tests.runtime.scripted import ScriptedServer, answers

REX = answers(b'{"id": 7, "name": "Rex"}')
PASSWORD = "planted-password-41f7"
SUBJECT = "4340ffea.0"
"""The name under which OpenSSL looks the certificate up in a directory."""


@pytest.fixture
def server(either_server):
    either_server.will(REX)
    return either_server


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "socks5://proxy.example:1080",
        "ftp://proxy.example",
        "http://proxy.example:planted",
        "http://keeper:planted/word@proxy.example:3128",
        "http://keeper:12/planted@proxy.example:3128",
        "http://keeper:12?planted@proxy.example:3128",
        "http://keeper:12#planted@proxy.example:3128",
        "http://proxy.example:3128/planted",
        " ",
        7,
        b"http://planted:3128",
    ],
    ids=ascii,
)
def test_a_url_that_is_no_proxys_is_refused_without_being_shown(zoo, url):
    with pytest.raises(ConfigurationError, match=r"^proxy= is not") as caught:
        zoo.client("https://zoo.example", proxy=url)

    assert "planted" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
def test_a_url_of_the_environment_is_blamed_by_its_variable(zoo, monkeypatch, name):
    monkeypatch.setenv(name, "socks5://keeper:planted@proxy.example")

    with pytest.raises(ConfigurationError, match=f"^{name.upper()} ") as caught:
        zoo.client("https://zoo.example")

    assert "planted" not in str(caught.value)


@pytest.mark.parametrize(
    "names",
    [
        {"http": "HTTP_PROXY", "https": "HTTPS_PROXY"},
        {"http": "http_proxy", "https": "https_proxy"},
        {"http": "ALL_PROXY", "https": "ALL_PROXY"},
        {"http": "all_proxy", "https": "all_proxy"},
    ],
    ids=lambda names: " ".join(names.values()),
)
def test_the_environment_names_a_proxy(zoo, server, proxy, monkeypatch, names):
    monkeypatch.setenv(names[server.base_url.partition(":")[0]], proxy.url)
    monkeypatch.setenv("no_proxy", "")

    add(zoo.client(server.base_url, ca_bundle=CERTIFICATE))

    assert proxy.asked == [through(server)]


@pytest.mark.parametrize(
    "variables",
    [
        {"HTTP_PROXY": "{proxy}", "REQUEST_METHOD": "GET"},
        {"FTP_PROXY": "{proxy}"},
        {"HTTP_PROXY": ""},
        {"HTTP_PROXY": "{proxy}", "http_proxy": ""},
        {"HTTP_PROXY": "{proxy}", "NO_PROXY": "*"},
        {"ALL_PROXY": "{proxy}", "NO_PROXY": "elsewhere, 127.0.0.1"},
        {"HTTP_PROXY": "{proxy}", "no_proxy": "{server}"},
        {"HTTP_PROXY": "{proxy}", "no_proxy": ".0.0.1"},
        {"HTTP_PROXY": "{proxy}", "no_proxy": "10.0.0.0/8,127.0.0.0/8"},
    ],
    ids=str,
)
def test_the_environment_may_say_that_there_is_none(zoo, proxy, monkeypatch, variables):
    with ScriptedServer() as server:
        server.will(REX)
        host = server.base_url.partition("//")[2]
        for name, value in variables.items():
            monkeypatch.setenv(name, value.format(proxy=proxy.url, server=host))
        add(zoo.client(server.base_url))

    assert proxy.connections == 0


def test_a_cgi_variable_names_no_proxy(zoo, proxy, monkeypatch):
    monkeypatch.setenv("REQUEST_METHOD", "GET")
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.invalid")
    monkeypatch.setenv("http_proxy", proxy.url)
    with ScriptedServer() as server:
        server.will(REX)
        add(zoo.client(server.base_url))

    assert proxy.connections == 1


@pytest.mark.parametrize(
    "base_url",
    ["https://api.zoo.example", "https://zoo.example", "https://[::1]", "https://zoo.example:443"],
)
def test_hosts_suffixes_and_ports_go_past_the_proxy(zoo, monkeypatch, base_url):
    monkeypatch.setenv("HTTPS_PROXY", "no proxy at all")
    monkeypatch.setenv("NO_PROXY", "zoo.example:443, ::1")

    zoo.client(base_url)

    with pytest.raises(ConfigurationError):
        zoo.client("https://zoo.example:8443")


def test_an_argument_goes_before_the_environment(zoo, server, proxy, monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://proxy.invalid")
    monkeypatch.setenv("NO_PROXY", "*")

    add(zoo.client(server.base_url, proxy=proxy.url, ca_bundle=CERTIFICATE))
    assert proxy.connections == 1

    monkeypatch.delenv("NO_PROXY")
    add(zoo.client(server.base_url, proxy="", ca_bundle=CERTIFICATE))
    assert proxy.connections == 1


def test_no_file_is_asked_for_passwords(zoo, server, proxy, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine 127.0.0.1 login keeper password {PASSWORD}\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))

    add(zoo.client(server.base_url, proxy=proxy.url, ca_bundle=CERTIFICATE))

    assert "authorization" not in server.received[0].headers
    assert "authorization" not in proxy.heads[0].lower()


# Certificates


@pytest.fixture
def secure_server():
    with ScriptedServer(tls()) as server:
        server.will(REX)
        yield server


def test_certificates_of_a_file_are_trusted_and_no_others(zoo, secure_server):
    assert add(zoo.client(secure_server.base_url, ca_bundle=CERTIFICATE)) == 7

    with pytest.raises(TransportError, match=r"TLS failed: .*certificate verify failed"):
        add(zoo.client(secure_server.base_url))


def test_certificates_of_the_environments_file_are_trusted(zoo, secure_server, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))

    assert add(zoo.client(secure_server.base_url)) == 7


def test_certificates_of_the_environments_directory_are_trusted(
    zoo, secure_server, monkeypatch, tmp_path
):
    (tmp_path / SUBJECT).write_bytes(CERTIFICATE.read_bytes())
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))

    assert add(zoo.client(secure_server.base_url)) == 7


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("missing.pem", "No such file or directory"),
        (".", "Is a directory"),
        ("empty.pem", "no certificate"),
        ("", "no certificate"),
        ("nul\0.pem", "null byte"),
    ],
)
def test_a_file_without_certificates_is_refused_at_once(zoo, monkeypatch, tmp_path, name, why):
    monkeypatch.chdir(tmp_path)
    Path("empty.pem").touch()

    with pytest.raises(ConfigurationError, match=f"^ca_bundle= .*{why}"):
        zoo.client("https://zoo.example", ca_bundle=name)


def test_what_is_no_path_is_refused_at_once(zoo):
    with pytest.raises(ConfigurationError, match=r"^ca_bundle= "):
        zoo.client("https://zoo.example", ca_bundle=7)


@pytest.mark.parametrize(
    "option", [{"proxy": ""}, {"ca_bundle": CERTIFICATE}, {"max_connections": 5}], ids=str
)
def test_own_connections_refuse_proxy_and_certificates(zoo, option):
    (name,) = option

    with urllib3.PoolManager() as pool, pytest.raises(ConfigurationError, match=f"{name}= .*http="):
        zoo.client("https://zoo.example", http=pool, **option)


def test_own_connections_ignore_the_environment(server, monkeypatch):
    monkeypatch.setenv("ALL_PROXY", "http://proxy.invalid")
    with Zoo("blocks") as zoo, urllib3.PoolManager(ca_certs=str(CERTIFICATE)) as pool:
        assert add(zoo.client(server.base_url, http=pool)) == 7


@pytest.mark.parametrize("most", [0, -1, 2.5, "10", None, True], ids=repr)
def test_a_number_of_connections_that_makes_no_sense_is_refused(zoo, most):
    with pytest.raises(ConfigurationError, match=r"^max_connections= is "):
        zoo.client("https://zoo.example", max_connections=most)


@pytest.mark.parametrize(
    ("listed", "host", "exempt"),
    [
        ("127.0.0.0/8", "127.9.8.7", True),
        ("127.0.0.0/8", "128.0.0.1", False),
        ("10.1.2.3/8", "10.9.9.9", True),
        ("10.0.0.0/8", "zoo.example", False),
        ("fd00::/8", "[fd00::17]", True),
        ("[fd00::]/8", "[fd00::17]", True),
        ("fd00::/8", "[fe80::1]", False),
        ("fd00::/8", "10.0.0.1", False),
        ("::1", "[::1]", True),
        ("[::1]", "[::1]", True),
        ("[::1]:8443", "[::1]:8443", True),
        ("[::1]:8443", "[::1]", False),
        ("0:0:0:0:0:0:0:1", "[::1]", True),
        ("10.0.0.1:443", "10.0.0.1", True),
        ("10.0.0.1:80", "10.0.0.1", False),
        ("zoo.example", "ZOO.example", True),
        ("zoo.example", "api.zoo.example", True),
        (".zoo.example", "api.zoo.example", True),
        (".zoo.example", "zoo.example", True),
        ("*.zoo.example", "api.zoo.example", True),
        ("zoo.example.", "zoo.example", True),
        ("zoo.example", "zoo.example.", True),
        ("zoo.example", "myzoo.example", False),
        ("zoo.example:443", "api.zoo.example", True),
        ("zoo.example:80", "api.zoo.example", False),
        (" , elsewhere ,zoo.example", "zoo.example", True),
        ("", "zoo.example", False),
        (",", "zoo.example", False),
        (".", "zoo.example", False),
        ("*", "[::1]", True),
    ],
)
def test_what_no_proxy_lists_is_called_directly(monkeypatch, listed, host, exempt):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", listed)

    assert (find_settings(f"https://{host}", {}, None).proxy is None) == exempt


@pytest.mark.parametrize("listed", ["10.0.0.0/99", "zoo.example/8", "10.0.0.0/"])
def test_a_network_that_is_none_is_refused(zoo, monkeypatch, listed):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", f"elsewhere,{listed}")

    with pytest.raises(ConfigurationError, match=f"^NO_PROXY .*{listed}"):
        zoo.client("https://zoo.example")
