"""What a payload has whatever has happened, so that whoever emits an event has to say it."""

import pytest

from apiscribe.resolve.webhooks import always_told
from tests.unit.specs import compiled

TYPES = """
objects:
  Song:
    doc: A song.
    fields:
      .tag: {type: text, doc: What it is.}
      kind: {type: text, doc: Which one.}
      name: {type: text, doc: Its name.}
      note: {type: text, optional: true, doc: A note.}
      last: {type: text, nullable: true, doc: The last one.}
"""


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("match: {kind: [owl]}", (".tag", "name")),
        ("match: {'\\.tag': [owl], kind.of: [a]}", ("name",)),
        ("match: {'new\\.song.\\.tag': [owl]}, payload_key: 'new\\.song'", ("kind", "name")),
        ("match: {kind: [owl]}, payload_key: song", (".tag", "kind", "name")),
        ("match: {kind: [owl]}, body: form", ()),
    ],
    ids=range(5),
)
def test_what_tells_an_event_is_known(event, expected):
    text = "section: Hooks\nbody: json\nauthentication: none\nevents:\n"
    text += f"  sung: {{doc: A bird sang., payload: Song, {event}}}\n"
    api = compiled({"webhooks.yaml": text, "types/songs.yaml": TYPES})

    assert always_told(api.webhooks, api.objects) == {"sung": expected}
