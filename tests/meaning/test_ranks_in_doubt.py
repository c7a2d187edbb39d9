"""What another rule may make of a rank: of one in doubt, of none, of a range that settles what is asked."""

from __future__ import annotations

from pathlib import Path

from little_pack import judged, loaded, only, rule

from supervision_rules import Result
from supervision_rules.expressions import Interval
from supervision_rules.reports.text import result_text

PLACE = rule('kind: ranking\nby: population\nwhen: id != "u1" and group == "county"\nfirst: 1', "place")
BEST = rule('kind: requirement\non: unit\nwhen: id == "u2"\nrequire: rank("place") <= 1')


def of(folder: Path, rules: str, *facts: dict[str, object]) -> Result:
    units = ({"type": "unit", "id": f"u{number}", "name": f"{number}"} | each for number, each in enumerate(facts, 2))
    return judged(loaded(folder, rules), *units)


def test_one_that_perhaps_takes_no_part_has_no_certain_rank(tmp_path: Path) -> None:
    result = of(tmp_path, PLACE + BEST, {"population": 9})
    place, best = (finding for finding in result.findings)
    assert (str(place.state), place.value, place.missing) == ("undetermined", None, ("unit u2: group",))
    assert dict(place.detail)["first"] is None
    assert (str(best.state), best.missing) == ("undetermined", ("unit u2: group",))


def test_one_that_takes_no_part_has_no_rank_and_that_is_named(tmp_path: Path) -> None:
    result = of(tmp_path, PLACE + BEST, {"population": 9, "group": "park"})
    assert (str(only(result).state), only(result).missing) == ("undetermined", ('unit u2: rank("place")',))
    assert '2（u2）的 rank("place")' in result_text(result, "zh")
    asked = BEST.replace('rank("place") <= 1', 'not known(rank("place"))')
    assert str(only(of(tmp_path, PLACE + asked, {"population": 9, "group": "park"})).state) == "met"


def test_a_range_is_used_where_it_settles_the_question(tmp_path: Path) -> None:
    units = ({"group": "county"}, {"group": "county", "population": 9})
    second = of(tmp_path, PLACE + BEST.replace("<= 1", "<= 2"), *units)
    assert [finding.value for finding in second.findings if finding.rule.id == "place"] == [Interval(1, 2)] * 2
    assert str(only(second).state) == "met"
    first = only(of(tmp_path, PLACE + BEST, *units))
    assert (str(first.state), first.missing) == ("undetermined", ("unit u2: population",))
