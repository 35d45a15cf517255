"""What a request is answered with in the place of the service's own answer."""

from __future__ import annotations

from collections.abc import Mapping

from ..api import StubApi
from ..exchange import Exchange
from ..faking import Faking
from ..fault_rules import FaultRules
from ..preference import Preference
from ..responses import RequestRefused, StubResponse, answer
from .limits import RateLimits

_NOT_ACCEPTABLE = 406
_PRECONDITION_FAILED = 412


class Interventions:
    """Faults, limits, versions, and what the header `Prefer` asks for."""

    def __init__(self, api: StubApi, faking: Faking, rules: FaultRules, limits: RateLimits) -> None:
        self._shape_of = api.envelope_of
        self._faking = faking
        self._rules = rules
        self._limits = limits

    def disturbed(self, exchange: Exchange) -> StubResponse | None:
        """What a fault has a request answered with; None if it is answered as usual."""
        assert exchange.operation is not None
        operation, tenant = exchange.operation, exchange.tenant
        rule = exchange.fault = self._rules.met(operation.id, tenant, exchange.namespace)
        if rule is None:
            return None
        exchange.code = rule.error
        if rule.connection in ("reset", "garbage"):
            return answer(b"")
        return self._faking.failed(operation, rule)

    def precondition_failed(self, exchange: Exchange) -> StubResponse:
        """What a write is answered with that is meant for another version.

        Raises:
            RequestRefused: no error is documented for it.
        """
        documented = self._of_status(_PRECONDITION_FAILED, exchange)
        if documented is None:
            message = "what is there is not the version that the request is meant for"
            raise RequestRefused("malformed", message, status=_PRECONDITION_FAILED)
        return documented

    @property
    def knows_not_acceptable(self) -> bool:
        """Whether an error is documented for whoever takes nothing of what there is."""
        return self._faking.of_status(_NOT_ACCEPTABLE) is not None

    def not_acceptable(self, exchange: Exchange) -> StubResponse | None:
        """What whoever takes no documented content is answered, if an error is documented for it.

        Without one, the service sends what it has.
        """
        return self._of_status(_NOT_ACCEPTABLE, exchange)

    def _of_status(self, status: int, exchange: Exchange) -> StubResponse | None:
        """The error that is documented with a status, if one is."""
        assert exchange.operation is not None
        key = self._faking.of_status(status)
        if key is None:
            return None
        exchange.code = key
        return self._faking.error(exchange.operation, key)

    def limited(self, exchange: Exchange) -> StubResponse | None:
        """What a request over its limit is answered with; None if it is within."""
        assert exchange.operation is not None
        operation, given, tenant = exchange.operation, exchange.given, exchange.kept_by
        within = self._limits.admits(operation, given, tenant)
        told, exchange.told_keys = self._limits.told(operation, given, tenant)
        exchange.told += told
        if within:
            return None
        asked = self._shape_of(operation).envelope.waits
        waits, keys = self._limits.waits(operation, given, tenant, asked)
        limit = self._faking.limit
        if limit is None:
            return answer(b"Too Many Requests\n", b"text/plain; charset=utf-8", 429, waits)
        exchange.code = limit.key
        return self._faking.error(operation, limit.key, waits, keys=keys)

    def preferred(
        self, header: bytes, exchange: Exchange, others: Mapping[int, StubResponse] = {}
    ) -> StubResponse | None:
        """What the header `Prefer` has a request answered with; None without one that it names.

        Raises:
            RequestRefused: malformed, for an error that there is not.
        """
        preference = Preference(header, self._faking.codes, others)
        exchange.wants_example = preference.example
        if preference.status is not None:
            return others[preference.status]
        if preference.code is None:
            return None
        assert exchange.operation is not None
        exchange.code = preference.code
        return self._faking.error(exchange.operation, preference.code)
