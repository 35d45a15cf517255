"""A program that uses the harbour's client, and what a type checker has to say of it."""

from collections.abc import Mapping

from harbour_v1 import Harbour, Signer, UnsignedRequest


def sign(request: UnsignedRequest) -> Mapping[str, str]:
    return {"X-Harbour-Signature": request.credentials["secret"], "X-Harbour-Time": "1"}


signer: Signer = sign
client = Harbour(api_key="k", signature=signer, server="sandbox", region="south")
client.berth.pay(amount=3)

Harbour(server="test")  # error: Argument "server" to "Harbour" has incompatible type "Literal['test']"; expected "Literal['production', 'sandbox'] | None"
Harbour(region="west")  # error: Argument "region" to "Harbour" has incompatible type "Literal['west']"; expected "Literal['north', 'south'] | None"
Harbour(signature="x")  # error: Argument "signature" to "Harbour" has incompatible type "str"; expected "Callable[[UnsignedRequest], Mapping[str, str]] | None"
