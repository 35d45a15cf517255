"""Where an API is: several servers, and addresses with variables."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from apiscribe.document.base import Document, Identifier, Text, complaint, shaped

ServerUrl = Annotated[
    str,
    shaped(
        r"https?://(?:(?:[A-Za-z0-9._-]|\{[a-z][a-z0-9_]*\})+|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?"
        r"(?:/(?:[A-Za-z0-9._~-]|\{[a-z][a-z0-9_]*\})+)*",
        "scheme and host without a slash at the end, such as `https://api.example.com`",
    ),
]


class ServerVariableDoc(Document):
    doc: Text
    default: Text | None = None
    choices: list[Text] | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _default_is_a_choice(self) -> ServerVariableDoc:
        if self.choices and self.default is not None and self.default not in self.choices:
            raise complaint("bad-value", "the `default` is none of the `choices`")
        return self


class ServerDoc(Document):
    url: ServerUrl
    doc: Text
    others: dict[Identifier, ServerUrl] = Field(default_factory=dict)
