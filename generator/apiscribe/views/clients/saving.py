"""Methods that write a response where the caller wants it."""

from __future__ import annotations

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import Api, FileType, Operation
from apiscribe.views.python_types.annotations import Imports
from apiscribe.views.text import block, entry, listed, paragraph, sentence

_INDENT = 8


class SaverMethod(Struct, frozen=True):
    """A method that takes what another takes, and writes its response to a file."""

    name: str
    to: str
    progress: str
    most: str
    """The names of its own parameters."""
    to_type: str
    progress_type: str
    returns: str
    head: str
    """The class of what headers say beside it, if there is one."""
    summary: str
    sections: tuple[tuple[str, ...], ...]


def saver(api: Api, operation: Operation, method: str, imports: Imports) -> SaverMethod:
    taken = [naming.argument(each.name) for each in operation.arguments]
    to, progress, most = (naming.free(each, taken) for each in ("to", "progress", "max_bytes"))
    head = "" if operation.head is None else imports.model(api, operation.head.object)
    lines = [
        *entry(to, "A path, or an open binary file. " + _WRITTEN, _INDENT + 4),
        *entry(progress, _PROGRESS, _INDENT + 4),
        *entry(most, "How many bytes there may be; any number, if it is left out.", _INDENT + 4),
    ]
    raises = [
        "ConfigurationError: `{most}` is no number of bytes, or nothing can be written there.",
        "OSError: the file cannot be written.",
        "ResponseError: the response was cut short, or has more than `{most}` bytes.",
    ]
    return SaverMethod(
        name=naming.saver(method),
        to=to,
        progress=progress,
        most=most,
        to_type=imports.named_type(api, "Destination"),
        progress_type=imports.named_type(api, "Progress"),
        returns=f"{imports.named_type(api, 'HeadedSavedFile')}[{head}]"
        if head
        else imports.named_type(api, "SavedFile"),
        head=head,
        summary=paragraph(
            f"Write what `{method}` returns to a file, while it arrives.", _INDENT + 3
        ),
        sections=(
            tuple(block(f"Takes what `{method}` takes. `timeout` is the time between two pieces.")),
            ("Args:", *(f"    {line}" for line in lines)),
            (
                "Raises:",
                *(f"    {line.format(most=most)}" for line in raises),
                f"    {naming.class_name(api.error_base)}: what else `{method}` raises.",
            ),
        ),
    )


_WRITTEN = "What is at the path is replaced when all has come; until then it stays as it was."
_PROGRESS = (
    "Called with how many bytes have been written, and how many there will be, or None if the"
    " service does not say that. What it raises ends the call."
)


def returned(api: Api, operation: Operation) -> str:
    """What is said of a response that is no JSON."""
    kinds = operation.content_types
    if kinds is None:
        return ""
    what = "The file" if isinstance(operation.returns, FileType) else "The text"
    told = f", in {listed(kinds)}" if kinds else ""
    method = naming.saver(naming.variable(operation.name))
    said = f"{what}{told}, held in memory; `{method}` writes it to a file."
    if operation.head is None:
        return said
    return f"{said} `head` of it: {sentence(api.objects[operation.head.object].doc)}"
