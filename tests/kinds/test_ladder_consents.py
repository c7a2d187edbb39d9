"""Steps that need a consent of their own and a step before them; consents of which it is in doubt what they are for."""

from __future__ import annotations

from datetime import date

import pytest
from test_ladder import END, Row, compiled_of, judged, matter, reminder, shown, since

from supervision_rules import Finding, Interval, State

FACTS = """
- {id: reminders, label: 催办次数, of: matter, count: reminder}
- {id: to_talk, label: 同意约谈, of: matter, any: consent, where: about == "change"}
- {id: to_refer, label: 同意移送, of: matter, any: consent, where: about == "referral"}
"""
LADDER = """
- kind: ladder
  id: steps
  label: 逐级处理
  cite: {clause: 六, words: 1次、2次}
  of: matter
  steps:
    - {step: talk, label: 约谈, when: reminders >= 1, consent: to_talk}
    - {step: refer, label: 移送, when: reminders >= 2, consent: to_refer, after: talk}
"""
MAY, JUNE, JULY, AUGUST = (date(2021, month, 10) for month in (5, 6, 7, 8))


def found(
    *days: date, pack: str = LADDER, as_of: date = END, **consents: date | tuple[date, str | None]
) -> list[Finding]:
    """``talk`` and ``refer`` are the days of the consents to these; any other key a consent of a day and its object."""
    rows: list[Row] = [matter(), *(reminder(number, day) for number, day in enumerate(days))]
    about = {"talk": "change", "refer": "referral"}
    for id_, given in consents.items():
        day, what = given if isinstance(given, tuple) else (given, about[id_])
        rows.append(("consent", {"id": id_, "matter": "m1", "date": day, "about": what}))
    return judged(compiled_of(pack, FACTS), rows, as_of)


def test_nothing_is_out_of_order_while_a_step_awaits_its_own_consent() -> None:
    waiting = [(State.DUE_FOR, 1, MAY), (State.DUE_FOR, 2, JUNE)]
    assert shown(found(MAY, JUNE)) == waiting
    assert shown(found(MAY, JUNE, refer=AUGUST, as_of=date(2021, 8, 9))) == waiting


def test_it_is_out_of_order_from_the_day_of_its_own_consent() -> None:
    told = found(MAY, JUNE, refer=AUGUST)
    assert shown(told) == [(State.DUE_FOR, 1, MAY), (State.BREACHED, 2, AUGUST)]
    assert since(told[1]) == JUNE


def test_both_are_reached_once_both_consents_are_there() -> None:
    assert shown(found(MAY, JUNE, talk=JULY, refer=AUGUST)) == [(State.REACHED, 1, JULY), (State.REACHED, 2, AUGUST)]
    assert shown(found(MAY, JUNE, refer=JULY, talk=AUGUST)) == [(State.REACHED, 1, AUGUST), (State.REACHED, 2, AUGUST)]


def test_what_must_come_before_is_told_though_both_conditions_hold_on_one_day() -> None:
    assert shown(found(MAY, MAY)) == [(State.DUE_FOR, 1, MAY), (State.DUE_FOR, 2, MAY)]
    assert shown(found(MAY, MAY, refer=JULY)) == [(State.DUE_FOR, 1, MAY), (State.BREACHED, 2, JULY)]
    assert shown(found(MAY, MAY, talk=JULY)) == [(State.DUE_FOR, 2, MAY), (State.REACHED, 1, JULY)]
    assert shown(found(MAY, MAY, pack=LADDER.replace(", after: talk", ""))) == [(State.DUE_FOR, 2, MAY)]


ONE = LADDER.partition("    - {step: refer")[0].replace("reminders >= 1", "reminders >= 2")


@pytest.mark.parametrize(
    ("consents", "day", "perhaps"),
    [
        ({"blank": (JULY, None), "talk": AUGUST}, AUGUST, JULY),
        ({"blank": (MAY, None), "talk": AUGUST}, AUGUST, JUNE),  # there already when the condition came to hold
        ({"blank": (JULY, "other"), "talk": AUGUST}, AUGUST, None),
        ({"blank": (date(2021, 9, 1), None), "talk": AUGUST}, AUGUST, None),
    ],
)
def test_a_consent_in_doubt_may_have_brought_the_step_earlier(
    consents: dict[str, date | tuple[date, str | None]], day: date, perhaps: date | None
) -> None:
    (told,) = found(MAY, JUNE, pack=ONE, **consents)  # type: ignore[arg-type]
    assert (told.state, told.day, dict(told.detail).get("perhaps_from")) == (State.REACHED, day, perhaps)
    assert told.missing == (("consent blank: about",) if perhaps else ())


def test_the_day_of_both_steps_is_in_doubt_with_the_first() -> None:
    told = found(MAY, JUNE, refer=JUNE, blank=(JULY, None), talk=AUGUST)
    assert shown(told) == [(State.REACHED, 1, AUGUST), (State.REACHED, 2, AUGUST)]
    assert [dict(each.detail).get("perhaps_from") for each in told] == [JULY, JULY]


COLOURED = FACTS.replace("count: reminder}", 'count: reminder, where: colour == "red"}')


def test_a_lower_step_that_perhaps_held_before_a_higher_one_is_told_beside_it() -> None:
    """Both surely hold on one day, and neither is reached for want of consents."""
    pack = LADDER.replace(", after: talk", "").replace("reminders >= 2", "reminders >= 1 and known(closed)")
    rows: list[Row] = [matter(closed=JUNE), reminder(0, MAY, colour=None), reminder(1, JUNE, colour="red")]
    told = judged(compiled_of(pack, COLOURED), rows, END)
    assert shown(told) == [(State.UNDETERMINED, Interval(0, 1), MAY), (State.DUE_FOR, 2, JUNE)]
    assert told[0].missing == ("reminder r0: colour",)
    rows[1] = reminder(0, MAY, colour="red")
    assert shown(judged(compiled_of(pack, COLOURED), rows, END)) == [(State.DUE_FOR, 1, MAY), (State.DUE_FOR, 2, JUNE)]


@pytest.mark.parametrize(
    ("colour", "states", "above", "missing"),
    [
        ("red", [(State.REACHED, 2, MAY)], [None], []),
        ("blue", [(State.REACHED, 1, JUNE)], [None], []),
        (
            None,
            [(State.REACHED, 1, JUNE), (State.UNDETERMINED, Interval(1, 2), JUNE)],
            [2, None],
            ["reminder r0: colour"],
        ),
    ],
)
def test_a_step_told_no_more_if_a_higher_one_was_reached_says_so(
    colour: str | None, states: list[object], above: list[int | None], missing: list[str]
) -> None:
    pack = """
- kind: ladder
  id: steps
  label: 逐级处理
  cite: {clause: 六, words: 1次}
  of: matter
  steps:
    - {step: talk, label: 约谈, when: known(closed)}
    - {step: refer, label: 移送, when: reminders >= 1}
"""
    rows: list[Row] = [matter(closed=JUNE), reminder(0, MAY, colour=colour)]
    told = judged(compiled_of(pack, COLOURED), rows, END)
    assert shown(told) == states
    assert [dict(each.detail).get("perhaps_above") for each in told] == above
    assert list(told[0].missing) == missing


PLAIN = (
    LADDER.replace(", consent: to_talk", "").replace("reminders >= 1", "reminders >= 2").replace(", after: talk", "")
)


@pytest.mark.parametrize(
    ("day", "above"),
    [
        (MAY, 2),  # on record before the condition held: both are reached on one day, and the lower is not told
        (JUNE, 2),
        (JULY, None),  # the lower one had been reached a month before
    ],
)
def test_a_lower_step_is_told_to_be_perhaps_overtaken_by_one_whose_consent_is_in_doubt(
    day: date, above: int | None
) -> None:
    told = found(MAY, JUNE, pack=PLAIN, doubtful=(day, None))
    assert shown(told) == [(State.REACHED, 1, JUNE), (State.UNDETERMINED, Interval(1, 2), JUNE)]
    assert dict(told[0].detail).get("perhaps_above") == above
    assert told[0].missing == (("consent doubtful: about",) if above else ())
    given = found(MAY, JUNE, pack=PLAIN, doubtful=(day, "referral"))
    assert shown(given) == ([] if above else [(State.REACHED, 1, JUNE)]) + [(State.REACHED, 2, max(day, JUNE))]
