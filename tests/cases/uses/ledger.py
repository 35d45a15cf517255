"""A program that uses the ledger's client, and what a type checker has to say of it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Literal

from ledger_v3 import Ledger
from ledger_v3.models.money import Entry

client = Ledger(base_url="https://ledger.example")

entry: Entry = client.entry.create(
    amount=Decimal("12.50"),
    rate="1.05",
    kind="income",
    paid=True,
    place=(52.5, 13.4),
    stamp=("ann", datetime(2012, 11, 25, tzinfo=UTC), 5),
    seal=b"\xff",
    tags=["red"],
    days=[date(2012, 11, 25)],
)
total: Decimal = client.entry.total()
exact: Decimal = entry.amount + total
paid: bool = entry.paid
if not isinstance(entry.place, tuple):
    raise SystemExit
latitude: float = entry.place[0]
scopes: list[str] = client.app.get().scope
client.entry.create(amount=12.5)  # error: Argument "amount" to "create" of "EntryResource" has incompatible type "float"; expected "Decimal | int | str"
client.entry.create(amount=1, place=(1, 2, 3))  # error: Argument "place" to "create" of "EntryResource" has incompatible type "tuple[int, int, int]"; expected "tuple[float, float] | UnsetType"
client.entry.create(amount=1, kind="gift")  # error: Argument "kind" to "create" of "EntryResource" has incompatible type "Literal['gift']"; expected "Literal['income', 'expense', 'transfer'] | UnsetType"
lost: Literal["lost"] = entry.state  # error: Incompatible types in assignment (expression has type "Literal['open', 'booked']", variable has type "Literal['lost']")
