"""A story told twice, through the pure replay and through the real doors: equal as whole JSON lines."""

import json
from importlib.resources import files

import pytest

from kith.exchange.chronology_import import import_chronology
from kith.exchange.told import lines_on_record
from kith.replay.chronology_file import read
from kith.replay.replay import Replay
from kith.replay.telling import json_lines

STORIES = sorted(
    (
        *files("kith.replay.stories").iterdir(),
        *files("kith.replay.demonstration").iterdir(),
    ),
    key=lambda path: path.name,
)


@pytest.mark.django_db
@pytest.mark.parametrize("story", [one for one in STORIES if one.name.endswith(".jsonl")], ids=lambda one: one.name)
def test_every_story_is_told_alike_by_the_replay_and_by_the_record(story):
    chronology = read(story.read_text(encoding="utf-8"))
    replayed = list(json_lines(Replay(chronology)))[:-1]
    import_chronology(chronology)
    recorded = lines_on_record(chronology)
    assert [json.dumps(line) for line in recorded] == [json.dumps(line) for line in replayed]
    assert any(line["opened"] for line in replayed) or story.name in QUIET


#: Stories on which no rule need speak, so that equal silence is meant.
QUIET = {"robin-benign.jsonl", "adaeze_nwosu.jsonl", "tenzin.jsonl", "gallagher.jsonl", "hartley.jsonl"}
