"""Meetings that take place, and the month in which they do."""

NOW = "2031-03-05T12:00:00Z"
MARCH = {"from": "2031-03-01", "to": "2031-03-31"}


def code(answer):
    return answer["error"]["code"]


def held(account, host, minutes=30, guests=("Grace",), record=(), **more):
    """A meeting that took place from now on, for some minutes."""
    id = account.meeting(host, **more)
    account.happens("meeting", id, "start")
    for guest in guests:
        account.happens("meeting", id, "join", name=guest, email=f"{guest}@a.example")
    for type in record:
        account.happens("meeting", id, "record", file_type=type)
    account.talk.control("POST clock", {"advance": minutes * 60})
    account("meeting/end", id=id, host_id=host)
    return id
