"""A program that uses the parcels' client, and what a type checker has to say of it."""

from datetime import UTC, datetime
from pathlib import Path

from parcels_v3 import Parcels
from parcels_v3.models.shared import Address, Item, Shipment

client = Parcels(account="a", site="s", passphrase="p", lang="FR")

sent: Shipment = client.shipment.send(
    name="Ada",
    country="US",
    region="NY",
    address=Address(post_code="10001", floor=None),
    items=[Item(sku="pen", count=2), {"SKU": "ink"}],
    weight=1,
    service=3,
    collect_from=datetime.now(UTC),
    notify=["ada@example.com"],
    days=[1, 5],
    passcode=123456,
)
client.shipment.send(name="Ada", country="FR", address="75001", items={"SKU": "ink"}, weight=0.5)
client.shipment.proof(tracking="FR000000001", photo=Path("photo.png"), signed_by="Ada")
numbers: list[str] = [each.tracking for each in client.shipment.iter_manifest(since="2012-1-5")]
depots: list[int] = client.depot.open(country="CA", region="QC")
client.depot.tell(depot=1, note={"EN": "closed"}, more={"any": [1, None]})

Parcels(lang="DE")  # error: Argument "lang" to "Parcels" has incompatible type "Literal['DE']"; expected "Literal['EN', 'FR'] | UnsetType"
client.depot.open(country="CA", region="NY")  # error: Argument "region" to "open" of "DepotResource" has incompatible type "Literal['NY']"; expected "Literal['ON', 'QC']"
client.shipment.send(name="Ada", country="FR", address=75001, items=[], weight=1)  # error: Argument "address" to "send" of "ShipmentResource" has incompatible type "int"; expected "Address | AddressDict | str"
client.depot.tell(depot=1, note={"EN": 1})  # error: Dict entry 0 has incompatible type "str": "int"; expected "str": "str"
