"""One run tells all: what is wrong in one part of a pack, or in one pack, hides nothing of another."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from test_pack_slips import PACK, places, told

from supervision_rules.cli.main import main
from supervision_rules.library import shipped

UNKNOWN_KEY = PACK.replace("    done: reported", "    done: reported\n    nonsense: 1")


def test_a_fault_of_form_hides_no_other_fault() -> None:
    text = UNKNOWN_KEY.replace("- {within: 10 days}", "- {when: reminded > 1, within: 11 days}")
    text = text.replace("when: often or late", "when: oftn or late").replace('== "red"', '== "rad"')
    assert places(told(text)) == ["SR227 19:80", "SR102 30:5", "SR218 39:11"]


def test_what_the_faulty_part_declares_is_not_missed() -> None:
    # The rule asks late("report"), and the report is the rule with the unknown key.
    assert places(told(UNKNOWN_KEY)) == ["SR102 30:5"]
    fact = PACK.replace("count: reminder, where", "count: reminder, nonsense: 1, where")
    assert places(told(fact)) == ["SR102 19:63"]


def test_a_fault_outside_the_lists_stops_what_hangs_on_it() -> None:
    text = PACK.replace("    taken: receipt", "    taken: receipt\n    why: 1").replace('== "red"', '== "rad"')
    assert places(told(text)) == ["SR102 17:5"]


@pytest.mark.parametrize("name", shipped())
def test_one_fault_in_a_shipped_pack_is_told_once(name: str) -> None:
    text = (Path(__file__).parents[2] / "policies" / f"{name}.yaml").read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    starts = [place for place, line in enumerate(lines) if line.startswith("  - kind: ") or line.startswith("  - id: ")]
    for place in starts[8::23]:
        broken = "".join([*lines[: place + 1], "    nonsense: 1\n", *lines[place + 1 :]])
        assert [each.code for each in told(broken)] in (["SR102"], ["SR103"])


def test_packs_are_checked_each_for_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {"form": UNKNOWN_KEY, "fact": PACK.replace('== "red"', '== "rad"'), "sound": PACK, "yaml": "a: [\n"}
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    seen = set()
    for order in permutations(texts):
        assert main(["check", "--lang", "zh", *(str(tmp_path / f"{name}.yaml") for name in order)]) == 1
        seen.add(capsys.readouterr().out)
    (out,) = seen
    assert out.endswith("4 个规则包：错误 3，警告 0，提示 0\n")
