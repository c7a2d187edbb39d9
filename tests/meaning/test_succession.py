"""A document that replaces another: each matter falls under exactly one, and the open ones under the one stated."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import batch_of, loaded, matter, rule, told, write

from supervision_rules import PackError, Policy, Result, evaluate, text_of
from supervision_rules.reports.json import result_json

LIMIT = rule("kind: time_limit\non: instruction\nstart: received\ndone: replied\ncases: [{within: 10 days}]")
AS_OF = date(2022, 6, 30)
DONE = {"before": "2021-12-31", "on the day": "2022-01-01", "after": "2022-02-01", "open": None}


def old(folder: Path, force: str = "{since: 2020-01-01, until: 2021-12-31}") -> Policy:
    return loaded(folder, LIMIT, pack="old", document=f"in_force: {force}")


def new(
    folder: Path, open_matters: str, *, pack: str = "new", since: str = "2022-01-01", before: str = "old"
) -> Policy:
    done = ", done: replied" if open_matters == "new" else ""
    replaces = f"replaces: {{pack: {before}, open_matters: {open_matters}{done}}}"
    return loaded(folder, LIMIT, pack=pack, document=f"in_force: {{since: {since}}}, {replaces}")


def by(result: Result) -> dict[str, list[str]]:
    """The packs that judge each subject by their rules, and those that say that they do not govern it."""
    found: dict[str, list[str]] = {}
    for finding in result.findings:
        found.setdefault(finding.subject, []).append(
            ("not " if finding.rule.id == "in-force" else "") + finding.rule.pack
        )
    return found


def begun(day: str, done: str | None = None, id_: str = "m1") -> dict[str, object]:
    return matter(id_, day=day, received=day, replied=done)


@pytest.mark.parametrize(
    ("done", "stays", "passes"),
    [("before", "old", "old"), ("on the day", "old", "new"), ("after", "old", "new"), ("open", "old", "new")],
)
def test_what_was_open_stays_or_passes(tmp_path: Path, done: str, stays: str, passes: str) -> None:
    """Done before the day of force, a matter is the old document's; done on it, it was still open."""
    for open_matters, expected in (("old", stays), ("new", passes)):
        packs = [old(tmp_path), new(tmp_path, open_matters)]
        result = evaluate(packs, batch_of(packs[0], begun("2021-12-31", DONE[done])), as_of=AS_OF)
        assert by(result) == {"m1": [expected]}


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2021-12-31", "old"), ("2022-01-01", "new"), ("2022-01-02", "new"), ("2019-12-31", "neither")],
)
@pytest.mark.parametrize("force", ["{since: 2020-01-01, until: 2021-12-31}", "{since: 2020-01-01}"])
def test_the_day_of_force_divides(tmp_path: Path, day: str, expected: str, force: str) -> None:
    """Whether the old document names its last day or not."""
    packs = [old(tmp_path, force), new(tmp_path, "old")]
    result = evaluate(packs, batch_of(packs[0], begun(day)), as_of=AS_OF)
    assert by(result) == {"m1": ["not old", "not new"] if expected == "neither" else [expected]}


def test_before_the_day_of_force_nothing_has_passed(tmp_path: Path) -> None:
    packs = [old(tmp_path), new(tmp_path, "new")]
    batch = batch_of(packs[0], begun("2021-12-20"))
    assert by(evaluate(packs, batch, as_of=date(2021, 12, 31))) == {"m1": ["old"]}
    assert by(evaluate(packs, batch, as_of=date(2022, 1, 1))) == {"m1": ["new"]}


def test_records_go_with_their_matter(tmp_path: Path) -> None:
    reminders = rule("kind: requirement\non: reminder\nrequire: known(answered)", id_="answer")
    packs = [
        loaded(tmp_path, LIMIT + reminders, pack="old", document="in_force: {since: 2020-01-01, until: 2021-12-31}"),
        loaded(
            tmp_path,
            LIMIT + reminders,
            pack="new",
            document="in_force: {since: 2022-01-01}, replaces: {pack: old, open_matters: new, done: replied}",
        ),
    ]
    of_both = [
        {"type": "reminder", "id": f"r{matter}{day}", "date": day, "matter": f"m{matter}"}
        for matter in (1, 2)
        for day in ("2021-12-30", "2022-01-05")
    ]
    batch = batch_of(packs[0], begun("2021-12-20", "2021-12-31"), begun("2021-12-20", None, "m2"), *of_both)
    assert by(evaluate(packs, batch, as_of=AS_OF)) == {
        "m1": ["old"],
        "r12021-12-30": ["old"],
        "r12022-01-05": ["old"],
        "m2": ["new"],
        "r22021-12-30": ["new"],
        "r22022-01-05": ["new"],
    }


def test_a_row_of_three(tmp_path: Path) -> None:
    """The second passes on what the third takes; what the third leaves, the second keeps."""
    first = old(tmp_path, "{since: 2020-01-01}")
    second = new(tmp_path, "new", pack="second", since="2021-01-01")
    records = [begun("2020-12-01", done, f"m{n}") for n, done in enumerate(("2020-12-31", "2021-12-31", None))]
    for open_matters, last in (("new", "third"), ("old", "second")):
        third = new(tmp_path, open_matters, pack="third", before="second")
        result = evaluate([third, first, second], batch_of(first, *records), as_of=AS_OF)
        assert by(result) == {"m0": ["old"], "m1": ["second"], "m2": [last]}


def test_alone_a_pack_says_what_it_does_not_govern_and_why(tmp_path: Path) -> None:
    for open_matters, reason in (
        ("old", "└ 2022-01-01 起接替 old；那天没有办结的仍归 old"),
        ("new", "└ 2022-01-01 起接替 old；那天没有办结的归本文件，已办结的归 old"),
    ):
        policy = new(tmp_path, open_matters)
        result = evaluate(policy, batch_of(policy, begun("2021-12-20", "2021-12-31")), as_of=AS_OF)
        assert by(result) == {"m1": ["not new"]}
        assert text_of(result, result.explain(result.findings[0])).splitlines()[2:] == [
            "├ 文件施行期间：自 2022-01-01 至 （未写明）",
            reason,
        ]


def test_why_not_tells_of_the_pack_that_judges_it(tmp_path: Path) -> None:
    packs = [old(tmp_path), new(tmp_path, "new")]
    result = evaluate(packs, batch_of(packs[0], begun("2021-12-20")), as_of=AS_OF)
    assert text_of(result, result.runs[0].why_not("m1", "it") or pytest.fail("no reasons")).splitlines()[2:] == [
        "├ 文件施行期间：自 2020-01-01 至 2021-12-31",
        "└ 2022-01-01 起由 new 接替；那天没有办结的转归 new",
    ]


def test_findings_and_the_receipt_name_the_version(tmp_path: Path) -> None:
    packs = [old(tmp_path), new(tmp_path, "new")]
    result = evaluate(packs, batch_of(packs[0], begun("2021-12-20")), as_of=AS_OF)
    assert [(finding.rule.pack, finding.rule.version) for finding in result.findings] == [("new", "1.0.0")]
    assert [(pack, version) for pack, version, _ in result.receipt.packs] == [("old", "1.0.0"), ("new", "1.0.0")]


def test_values_with_dates_of_what_has_passed_are_those_of_the_day_of_force(tmp_path: Path) -> None:
    dated = LIMIT.replace("10 days", "{by_date: {2022-01-01: 5 days, 2022-03-01: 3 days}}")
    document = "in_force: {since: 2022-01-01}, replaces: {pack: old, open_matters: new, done: replied}"
    policy = loaded(tmp_path, dated, pack="new", document=document)
    result = evaluate(policy, batch_of(policy, begun("2021-12-20")), as_of=AS_OF)
    assert [(f.day, f.rule.since) for f in result.findings] == [(date(2021, 12, 25), date(2022, 1, 1))]


def test_dates_that_only_one_of_the_packs_knows_count_for_both(tmp_path: Path) -> None:
    """Else the old pack would take a matter for one of the new time, and the new pack for one of the old."""
    head = (
        "records:\n  types:\n    matter:\n      fields:\n        told: {type: date, label: 来电日期, label_en: told}\n"
    )
    document = "in_force: {since: 2022-01-01}, replaces: {pack: old, open_matters: old}"
    packs = [old(tmp_path), loaded(tmp_path, LIMIT, pack="new", head=head, document=document)]
    result = evaluate(packs, batch_of(packs[1], {**begun("2022-01-05"), "told": "2021-12-31"}), as_of=AS_OF)
    assert by(result) == {"m1": ["old"]}


def test_two_that_replace_one_are_refused(tmp_path: Path) -> None:
    packs = [old(tmp_path), new(tmp_path, "new"), new(tmp_path, "old", pack="other")]
    with pytest.raises(PackError) as error:
        evaluate(packs, batch_of(packs[0], begun("2021-12-20")), as_of=AS_OF)
    assert [(found.code, {**found.params}) for found in error.value.diagnostics] == [
        ("SR927", {"pack": "old", "first": "new", "second": "other"})
    ]


@pytest.mark.parametrize(("since", "refused"), [("2021-12-31", False), ("2022-01-01", True)])
def test_what_is_replaced_was_in_force_before(tmp_path: Path, since: str, refused: bool) -> None:
    packs = [old(tmp_path, f"{{since: {since}}}"), new(tmp_path, "new")]
    batch = batch_of(packs[0], begun("2022-01-01"))
    if not refused:
        assert by(evaluate(packs, batch, as_of=AS_OF)) == {"m1": ["new"]}
        return
    with pytest.raises(PackError) as error:
        evaluate(packs, batch, as_of=AS_OF)
    assert [(found.code, {**found.params}) for found in error.value.diagnostics] == [
        ("SR928", {"pack": "new", "before": "old", "since": "2022-01-01", "first": "2022-01-01"})
    ]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("replaces: {pack: old, open_matters: old}", [("SR164", "{title: 办法, issuer: 政府, {}}")]),
        (
            "in_force: {until: 2021-01-01}, replaces: {pack: old, open_matters: old}",
            [("SR164", "{title: 办法, issuer: 政府, {}}")],
        ),
        ("in_force: {since: 2021-01-01}, replaces: {pack: little, open_matters: old}", [("SR332", "little")]),
        ("in_force: {since: 2021-01-01}, replaces: {pack: old, open_matters: new, done: don}", [("SR333", "don")]),
        (
            "in_force: {since: 2021-01-01}, replaces: {pack: old, open_matters: old, done: closed}",
            [("SR161", "{pack: old, open_matters: old, done: closed}")],
        ),
        ("in_force: {since: 2021-01-01}, replaces: {pack: old}", [("SR101", "pack")]),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, document: str, expected: list[tuple[str, str]]) -> None:
    found = told(write(tmp_path, LIMIT, document=document))
    assert [(code, marked) for code, marked, _ in found] == [
        (code, text.replace("{}", document)) for code, text in expected
    ]


def third(folder: Path, head: str = "") -> Policy:
    document = "in_force: {since: 2022-01-01}, replaces: {pack: second, open_matters: new, done: replied}" + head
    return loaded(folder, LIMIT, pack="third", document=document)


def test_that_a_matter_is_judged_twice_where_one_of_a_row_is_wanting_is_told(tmp_path: Path) -> None:
    """Only the second could say that the first is an earlier version of the third."""
    first, second = old(tmp_path, "{since: 2020-01-01}"), new(tmp_path, "new", pack="second", since="2021-01-01")
    last = third(tmp_path)
    batch = batch_of(
        first, begun("2020-12-01"), begun("2022-02-01", None, "m2"), begun("2020-12-01", "2020-12-31", "m3")
    )
    for given in ([first, last], [last, first]):
        result = evaluate(given, batch, as_of=AS_OF)
        (note,) = result.notes
        assert (note.code, note.span, {**note.params}) == (
            "SR351",
            None,
            {"pack": "third", "before": "second", "other": "old", "count": "2", "example": "m1"},
        )
        assert result_json(result)["notes"] == [{"pack": "third", "code": "SR351", "text": note.message("zh")}]
        assert {name: sorted(told) for name, told in by(result).items()} == {
            "m1": ["old", "third"],
            "m2": ["old", "third"],
            "m3": ["not third", "old"],
        }
    assert note.message("zh") == "third 接替的 second 没有一起给，old 和 third 各判了一遍 2 件，如 m1"
    assert note.help("zh") == "old 也是同一份文件的版本的，把 second 一起给上；是另一份文件的，不用管"
    assert note.message("en") == (
        "second, which third replaces, is not given: old and third both judge 2 record(s), as m1"
    )
    assert note.help("en") == (
        "if old is a version of the same document, give second too; if it is another document, all is well"
    )
    together = evaluate([first, second, last], batch, as_of=AS_OF)
    assert together.notes == ()
    assert by(together) == {"m3": ["old"], "m1": ["third"], "m2": ["third"]}


def test_nothing_is_told_where_no_matter_is_judged_twice(tmp_path: Path) -> None:
    first, last = old(tmp_path), third(tmp_path)
    done = begun("2020-12-01", "2020-12-31")
    elsewhere = third(tmp_path, ", jurisdiction: CN-GX")
    both = begun("2020-12-01")
    assert evaluate([first, last], batch_of(first, done), as_of=AS_OF).notes == ()
    assert evaluate([last], batch_of(first, both), as_of=AS_OF).notes == ()
    assert evaluate([first, elsewhere], batch_of(first, both), as_of=AS_OF).notes == ()
    assert evaluate([first, new(tmp_path, "new")], batch_of(first, both), as_of=AS_OF).notes == ()


OWN_TYPE = """\
records:
  types:
    disposal:
      label: 核查处置
      label_en: disposal
      date_label: 立案日期
      fields: {closed: {type: date, label: 完成日期, label_en: closed}}
"""


@pytest.mark.parametrize(
    ("closed", "open_matters", "expected"),
    [
        ("2021-12-31", "new", "old"),
        ("2022-01-01", "new", "new"),
        (None, "new", "new"),
        ("2022-01-01", "old", "old"),
        (None, "old", "old"),
    ],
)
def test_what_else_has_a_course_passes_as_matters_do(
    tmp_path: Path, closed: str | None, open_matters: str, expected: str
) -> None:
    """A type of the pack's own, of which each record begins and is done."""
    limit = rule("kind: time_limit\non: disposal\nstart: date\ndone: closed\ncases: [{within: 10 days}]")
    replaces = f"replaces: {{pack: old, open_matters: {open_matters}}}"
    packs = [
        loaded(tmp_path, limit, pack="old", document="in_force: {since: 2020-01-01}", head=OWN_TYPE),
        loaded(tmp_path, limit, pack="new", document=f"in_force: {{since: 2022-01-01}}, {replaces}", head=OWN_TYPE),
    ]
    disposal = {"type": "disposal", "id": "d1", "date": "2021-12-20", "closed": closed}
    assert by(evaluate(packs, batch_of(packs[0], disposal), as_of=AS_OF)) == {"d1": [expected]}
