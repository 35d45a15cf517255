"""Whether the credentials of a client are enough, and none of them would be left unsent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from itertools import chain

from ..authentication import Alternatives, Authentication
from ..config import ApiConfig, missing_credentials, variable
from .authentication import all_lacking, needed


def require_enough(
    config: ApiConfig, authentication: Authentication, passed: Set[str], there: Set[str]
) -> None:
    """Refuse credentials with which no request could be sent, or would be sent as nobody's.

    Args:
        config: What the client knows of its API.
        authentication: Its schemes.
        passed: The credentials and signers that the caller has passed.
        there: These, and what the environment has.

    Raises:
        ConfigurationError: which names what is missing.
    """
    use, lists = authentication.use, (authentication.use, *authentication.others)
    ways = {each: frozenset(needed(authentication, each)) for each in chain(*lists) if each}
    complete = {each for each, names in ways.items() if there >= names}
    astray = frozenset(there).difference(*(ways[each] for each in complete))
    halves = tuple(each for each, names in ways.items() if astray & names)
    if use and () not in use and not complete:
        wanted = all_lacking(authentication, (*use, *halves), there)
        elsewhere = () if astray else _elsewhere(authentication, ways)
        raise missing_credentials(config, wanted, elsewhere=elsewhere)
    for alternatives in lists:
        half = tuple(each for each in alternatives if each in halves)
        if () in alternatives and half and complete.isdisjoint(alternatives):
            part = astray.intersection(chain(*(ways[each] for each in half)))
            beside = _named(config, part, passed)
            wanted = all_lacking(authentication, half, there)
            raise missing_credentials(config, wanted, beside=beside)


def _elsewhere(
    authentication: Authentication, ways: Mapping[tuple[str, ...], Set[str]]
) -> Iterable[tuple[str, ...]]:
    """What some operations take that have alternatives of their own, if it is not in `use`."""
    own: Alternatives = tuple(chain(*authentication.others))
    usual = [ways[each] for each in authentication.use]
    new = [each for each in own if each and not any(ways[each] >= names for names in usual)]
    return dict.fromkeys(needed(authentication, each) for each in new)


def _named(config: ApiConfig, names: Set[str], passed: Set[str]) -> list[str]:
    """Where credentials come from: an argument, or a variable of the environment."""
    return [f"{n}=" if n in passed else variable(config, n) for n in sorted(names)]
