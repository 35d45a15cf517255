"""Counts permits on a Redis server that several machines share, by the clock of that server.

Each call of `take` is one run of a script. To all clients, looking and counting are therefore one
step.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from urllib3.util import parse_url

from ..errors import bare
from .windows import DAY, GRACE, HEARTBEAT, SOON, StoreFailure, Wait, Window

if TYPE_CHECKING:
    from redis import Redis

_TIMEOUT = 5.0
"""Seconds that the server may take to reply."""
_MICRO = 1_000_000

# `windows.ahead_of` and `windows.wait` in Lua. Times are whole microseconds, which a double holds
# exactly. Each window has three sorted sets: permits by time, waiters by place, and waiters by the
# time until which they are believed to be alive; and a key that is there while it is held, with how
# many requests it leaves.
_TAKE = """
local function text(number) return string.format('%.0f', number) end
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
local ticket, budget = ARGV[1], tonumber(ARGV[2])
local heartbeat, soon = tonumber(ARGV[3]), tonumber(ARGV[4])
local grace, day = tonumber(ARGV[5]), tonumber(ARGV[6])
local function tenant(name) return string.match(name, '^[^.]*') end
local counter = KEYS[#KEYS]
local windows, place = {}, nil

for i = 1, (#KEYS - 1) / 4 do
  local w = {permits = KEYS[4 * i - 3], places = KEYS[4 * i - 2], alive = KEYS[4 * i - 1],
             held = math.max(redis.call('PTTL', KEYS[4 * i]), 0) * 1000,
             requests = tonumber(ARGV[4 + 3 * i]), length = tonumber(ARGV[5 + 3 * i]),
             cost = tonumber(ARGV[6 + 3 * i])}
  if tonumber(redis.call('GET', KEYS[4 * i]) or 0) >= w.cost then w.held = 0 end
  windows[i] = w
  for _, permit in ipairs(redis.call('ZRANGEBYSCORE', w.permits, '(' .. text(now), '+inf')) do
    redis.call('ZADD', w.permits, text(now), permit)
  end
  redis.call('ZREMRANGEBYSCORE', w.permits, '-inf', text(now - w.length))
  for _, range in ipairs({{'-inf', '(' .. text(now)},
                          {'(' .. text(now + heartbeat + grace), '+inf'}}) do
    for _, dead in ipairs(redis.call('ZRANGEBYSCORE', w.alive, range[1], range[2])) do
      redis.call('ZREM', w.places, dead)
      redis.call('ZREM', w.alive, dead)
    end
  end
  place = place or redis.call('ZSCORE', w.places, ticket)
end

local function ahead_of(w)
  local own, before, taken = tenant(ticket), {}, {}
  local tenants, kept, short = 0, 0, 0
  local queue = redis.call('ZRANGE', w.places, 0, -1, 'WITHSCORES')
  if #queue == 0 then return 0 end
  taken[own] = 0
  for i = 1, #queue, 2 do
    local waiting = tenant(queue[i])
    if not place or tonumber(queue[i + 1]) < tonumber(place) then table.insert(before, waiting) end
    taken[waiting] = 0
  end
  for _, permit in ipairs(redis.call('ZRANGE', w.permits, 0, -1)) do
    local given = tenant(permit)
    if taken[given] then taken[given] = taken[given] + 1 end
  end
  for _ in pairs(taken) do tenants = tenants + 1 end
  local share = math.floor(w.requests / tenants)
  for _, waiting in ipairs(before) do
    if taken[waiting] < share then short = short + 1 end
  end
  if taken[own] < share then return short end
  for each, count in pairs(taken) do
    if each ~= own then kept = kept + math.max(share - count, 0) end
  end
  return math.max(#before, kept)
end

local longest, last, pause = 0, 1, 0
for i, w in ipairs(windows) do
  local wait, is_soon = 0, false
  if w.requests > 0 then
    local ahead, counted = ahead_of(w), redis.call('ZCARD', w.permits)
    local leaving = math.min(ahead % w.requests + counted - w.requests + w.cost, counted) - 1
    wait = math.floor(ahead / w.requests) * w.length
    is_soon = counted + w.cost <= w.requests
    if leaving >= 0 then
      local oldest = redis.call('ZRANGE', w.permits, leaving, leaving, 'WITHSCORES')
      wait = wait + math.max(tonumber(oldest[2]) + w.length - now, 0)
    end
  end
  if w.held > wait then wait, is_soon = w.held, false end
  if wait > longest then
    longest, last = wait, i
    pause = math.min(wait, is_soon and soon or heartbeat)
  end
end

for _, w in ipairs(windows) do
  redis.call('ZREM', w.places, ticket)
  redis.call('ZREM', w.alive, ticket)
  if longest == 0 and w.requests > 0 then
    for n = 1, w.cost do
      redis.call('ZADD', w.permits, text(now), n == 1 and ticket or ticket .. '#' .. n)
    end
    redis.call('PEXPIRE', w.permits, text(math.ceil(w.length / 1000) + 1000))
  end
end
if longest > 0 and longest <= budget and windows[last].length < day then
  local w = windows[last]
  place = place or redis.call('INCR', counter)
  redis.call('ZADD', w.places, place, ticket)
  redis.call('ZADD', w.alive, text(now + pause + grace), ticket)
  for _, key in ipairs({w.places, w.alive, counter}) do redis.call('PEXPIRE', key, 86400000) end
end
return {text(longest), last, pause < math.min(longest, heartbeat) and 1 or 0}
"""


_HOLD = """
for _, key in ipairs(KEYS) do
  local left = redis.call('GET', key)
  if not left or tonumber(ARGV[2]) <= tonumber(left) then
    redis.call('SET', key, ARGV[2], 'PX', ARGV[1])
  end
end
"""


class RedisStore:
    """One server."""

    def __init__(self, url: str) -> None:
        import redis

        parts = parse_url(url)
        server = f"{parts.host or 'localhost'}:{parts.port or 6379}"
        self.where = f"{parts.scheme}://{parts.path if parts.scheme == 'unix' else server}"
        self._redis: Redis = redis.Redis.from_url(
            url, socket_timeout=_TIMEOUT, socket_connect_timeout=_TIMEOUT
        )
        # What the URL says is otherwise looked at when the first permit is asked for.
        pool = self._redis.connection_pool
        pool.connection_class(**pool.connection_kwargs)

    def take(self, windows: Sequence[Window], ticket: str, budget: float) -> Wait | None:
        arguments: list[str | int] = [ticket]
        # A budget of more than a day is the same: no call waits for a day's quota.
        arguments += [_micro(each) for each in (min(budget, DAY), HEARTBEAT, SOON, GRACE, DAY)]
        for window in windows:
            of = window.limit
            arguments += [of.requests, _micro(window.length), of.cost]
        keys = [key for window in windows for key in (*_keys(window), _hold(window))]
        try:
            longest, last, soon = self._script(keys=[*keys, _counter(windows)], args=arguments)
            seconds, limit = int(longest) / _MICRO, windows[int(last) - 1].limit
        except Exception as error:  # noqa: BLE001 - what answers there may be anything
            raise StoreFailure(type(error).__name__) from bare(error)
        return None if seconds <= 0 else Wait(seconds, limit, soon=soon == 1)

    def hold(self, windows: Sequence[Window], seconds: float, left: int = 0) -> None:
        try:
            milliseconds = max(1, round(seconds * 1000))
            self._holding(keys=[_hold(each) for each in windows], args=[milliseconds, left])
        except Exception as error:  # noqa: BLE001 - as above
            raise StoreFailure(type(error).__name__) from bare(error)

    def give_back(self, windows: Sequence[Window], ticket: str) -> None:
        try:
            with self._redis.pipeline() as pipeline:
                for window in windows:
                    more = [f"{ticket}#{n}" for n in range(2, window.limit.cost + 1)]
                    for key in _keys(window):
                        pipeline.zrem(key, ticket, *more)
                pipeline.execute()
        except Exception as error:  # noqa: BLE001 - as above
            raise StoreFailure(type(error).__name__) from bare(error)

    def close(self) -> None:
        self._redis.close()

    @cached_property
    def _script(self) -> Any:
        # redis-py loads it again on a server that was restarted.
        return cast("Any", self._redis).register_script(_TAKE)

    @cached_property
    def _holding(self) -> Any:
        return cast("Any", self._redis).register_script(_HOLD)


def _micro(seconds: float) -> int:
    return round(seconds * _MICRO)


def _keys(window: Window) -> tuple[str, str, str]:
    return f"{window.key}:permits", f"{window.key}:places", f"{window.key}:alive"


def _hold(window: Window) -> str:
    return f"{window.key}:held"


def _counter(windows: Sequence[Window]) -> str:
    # The part in braces decides which node of a cluster a key is on: it has to be the same.
    return windows[0].key.partition("}")[0] + "}:places"
