"""Uses the checkout's package: unions, named choices, what goes one way."""

from typing import assert_type

from checkout_v1 import Checkout, models, types

client = Checkout(access_token="secret")

payment = client.payment.get(id="pay_1", chat_id=5)
assert_type(payment.customer, str | models.Customer | models.UnknownMember)
assert_type(payment.source, models.Card | models.BankAccount | models.UnknownMember | None)
if isinstance(payment.source, models.Card):
    assert_type(payment.source.number, str)

client.payment.create(source={"object": "card", "number": "4242"}, chat_id="@shop")
client.payment.create(source=models.BankAccount(object="bank_account", iban="DE89"))
client.payment.create(source=payment.customer)  # error: Argument "source" to "create" of "PaymentResource" has incompatible type "str | Customer | UnknownMember"; expected "Card | CardDict | BankAccount | BankAccountDict | UnknownMember"

client.terminal.change(id="tm_1", state=types.States.OFF, label=None)
client.terminal.change(id="tm_1", state=7)  # error: Argument "state" to "change" of "TerminalResource" has incompatible type "Literal[7]"; expected "Literal[1, 2, 3] | UnsetType"
client.terminal.register(terminal={"pin": "1234"})
