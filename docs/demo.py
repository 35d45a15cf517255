"""`make demo`: a client and a stub, talking."""

from __future__ import annotations

from datetime import UTC, datetime

from zoom_v1 import InvalidArguments, ZoomClient
from zoom_v1.stub import StubServer


def main() -> None:
    with StubServer() as stub:
        print(f"The stub serves on {stub.base_url}.\n")
        with ZoomClient(api_key="key", api_secret="secret", base_url=stub.base_url) as client:
            talk(client)


def talk(client: ZoomClient) -> None:
    user = client.user.create(
        email="ada@example.com", type=1, first_name="Ada", last_name="Lovelace"
    )
    print(f"A user:              {user.id}, {user.first_name} {user.last_name}")

    start = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    meeting = client.meeting.create(host_id=user.id, type=2, topic="Stand-up", start_time=start)
    print(f"A scheduled meeting: {meeting.id}, {meeting.topic!r}, starts {meeting.start_time}")

    series = client.meeting.create(
        host_id=user.id,
        type=8,
        topic="Stand-up, every weekday",
        start_time=start,
        recurrence={"type": 2, "weekly_days": [2, 3, 4, 5, 6], "end_times": 20},
    )
    print(f"A recurring meeting: {series.id}, {series.topic!r}, joined at {series.join_url}")

    print("\nA password that the API would refuse:")
    try:
        client.meeting.create(
            host_id=user.id, type=2, topic="Stand-up", start_time=start, password="not allowed!"
        )
    except InvalidArguments as error:
        print(error)


if __name__ == "__main__":
    main()
