"""Credentials in the commands that the page for people shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from ..authentication import ApiKey, Authentication, Basic, Bearer, ClientCredentials, Hook
from ..operation import Operation


def with_credentials(
    words: Sequence[str],
    sent: Mapping[str, object],
    operation: Operation,
    authentication: Authentication,
) -> tuple[list[str], dict[str, object]]:
    """A command and its arguments, with those of the first alternative."""
    command, arguments = list(words), dict(sent)
    for name in next(iter(authentication.of(operation.authentication)), ()):
        scheme = authentication.schemes[name]
        match scheme:
            case ApiKey():
                _add_key(scheme, command, arguments)
            case Basic():
                password = scheme.password.upper() if scheme.password else ""
                command += ["-u", f"{scheme.username.upper()}:{password}"]
            case Bearer():
                command += ["-H", f"Authorization: {scheme.prefix} {scheme.credential.upper()}"]
            case ClientCredentials():
                command += ["-H", "Authorization: Bearer ACCESS_TOKEN"]
            case Hook():
                for added in scheme.adds:
                    if scheme.place == "header":
                        command += ["-H", f"{added}: SIGNATURE"]
                    else:
                        command[3] += f"{_joint(command[3])}{added}=SIGNATURE"
            case _:
                assert_never(scheme)
    return command, arguments


def _add_key(key: ApiKey, command: list[str], arguments: dict[str, object]) -> None:
    text = key.credential.upper()
    match key.place:
        case "header":
            command += ["-H", f"{key.name}: {f'{key.prefix} {text}'.strip()}"]
        case "cookie":
            command += ["-b", f"{key.name}={text}"]
        case "path":
            command[3] = command[3].replace(f"{{{key.name}}}", text)
        case "query":
            command[3] += f"{_joint(command[3])}{key.name}={text}"
        case "arguments" | "body":
            arguments[key.name] = text
        case _:
            assert_never(key.place)


def _joint(url: str) -> str:
    return "&" if "?" in url else "?"
