"""Several packs at once: what they declare must agree, and a reading is asked of a pack that is there."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from little_pack import UNIT, batch_of, loaded, matter, rule

from supervision_rules import Collector, PackError, Policy, Source, evaluate, load_pack, read_batch
from supervision_rules.cli.main import main
from supervision_rules.policy import merged_vocabulary

LIMIT = rule("""
    kind: time_limit
    on: instruction
    start: received
    done: replied
    cases:
      - {within: {by_reading: len, a: 10 workdays, b: 15 workdays}}
""")
LENGTH = "readings:\n  - {id: len, words: 时限, options: {a: 甲, b: 乙}, taken: a}\n"
REMINDERS = rule("kind: requirement\non: reminder\nrequire: known(extra)")
EXTRA = "records:\n  types:\n    reminder:\n      fields:\n        extra: {{type: {}, label: 附加, label_en: extra}}\n"


def told(error: pytest.ExceptionInfo[PackError]) -> list[tuple[str, dict[str, object]]]:
    return [(found.code, dict(found.params)) for found in error.value.diagnostics]


@pytest.fixture
def alpha(tmp_path: Path) -> Policy:
    return loaded(tmp_path, LIMIT, head=LENGTH, pack="alpha")


@pytest.mark.parametrize("asked", ["alfa.len", "alpha.lenn", "lenn", "alpha.", "beta.len"])
def test_a_reading_that_no_pack_declares_is_refused(alpha: Policy, asked: str) -> None:
    batch = batch_of(alpha, matter(received="2021-06-07"))
    with pytest.raises(PackError) as error:
        evaluate(alpha, batch, as_of=date(2021, 6, 30), readings={asked: "b"})
    ((code, words),) = told(error)
    assert (code, words["given"]) == ("SR305", asked)


def test_a_reading_is_asked_of_every_pack_or_of_one(tmp_path: Path, alpha: Policy) -> None:
    beta = loaded(tmp_path, LIMIT, head=LENGTH, pack="beta")
    batch = batch_of(alpha, matter(received="2021-06-07"))

    def options(**readings: str) -> list[tuple[tuple[str, str], ...]]:
        asked = {name.replace("_", "."): option for name, option in readings.items()}
        result = evaluate([alpha, beta], batch, as_of=date(2021, 6, 30), readings=asked)
        return [finding.rule.readings for finding in result.findings]

    assert options() == [(("len", "a"),), (("len", "a"),)]
    assert options(len="b") == [(("len", "b"),), (("len", "b"),)]
    assert options(beta_len="b") == [(("len", "a"),), (("len", "b"),)]


def test_packs_that_declare_one_field_differently_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = write_extra(tmp_path, "number", "numbers")
    truths = write_extra(tmp_path, "bool", "truths")
    batch = batch_of(load_pack(numbers), matter())
    for packs, second in (((numbers, truths), "truths"), ((truths, numbers), "numbers")):
        with pytest.raises(PackError) as error:
            evaluate([load_pack(path) for path in packs], batch, as_of=date(2021, 12, 31))
        assert told(error) == [("SR912", {"pack": second, "name": "extra"})]
    ledger = tmp_path / "matter.jsonl"
    ledger.write_text('{"id": "m1", "kind": "instruction", "date": "2021-06-05"}\n', encoding="utf-8")
    given = ["--pack", str(numbers), "--pack", str(truths), str(ledger), "--as-of", "2021-12-31"]
    assert main(["--lang", "zh", "--color", "never", "evaluate", *given]) == 2
    assert "SR912 truths 与前面的规则包对“extra”的声明不同，不能一起判定" in capsys.readouterr().err


def test_packs_that_declare_one_field_alike_are_judged_together(tmp_path: Path) -> None:
    packs = [load_pack(write_extra(tmp_path, "number", name)) for name in ("one", "two")]
    reminder = {"type": "reminder", "id": "r1", "date": "2021-06-06", "matter": "m1", "extra": 7}
    batch = batch_of(packs[0], matter(), reminder)
    found = evaluate(packs, batch, as_of=date(2021, 12, 31)).findings
    assert [(each.rule.pack, str(each.state)) for each in found] == [("one", "met"), ("two", "met")]


def write_extra(folder: Path, kind: str, pack: str) -> Path:
    policy = loaded(folder, REMINDERS, head=EXTRA.format(kind), pack=pack)
    return folder / f"{policy.id}.yaml"


def test_types_and_kinds_that_only_one_of_them_declares_concern_it_alone(tmp_path: Path) -> None:
    odd = "records:\n  types:\n    matter: {kinds: {odd: 怪事}}\n"
    odd += "    thing: {label: 物, label_en: thing, date_label: 日}\n"
    plain = loaded(tmp_path, rule("kind: requirement\non: matter\nrequire: known(replied)"), pack="plain")
    adding = loaded(tmp_path, rule("kind: requirement\non: odd\nrequire: known(replied)"), head=odd, pack="adding")
    thing = {"type": "thing", "id": "t1", "date": "2021-01-04"}
    ordinary, strange = matter(), matter("m2", kind="odd")
    diagnostics = Collector()
    text = "\n".join(json.dumps(record) for record in (UNIT, ordinary, strange, thing))
    vocabulary = merged_vocabulary([plain, adding])
    batch = read_batch([Source("ledger.jsonl", text.encode(), "jsonl")], vocabulary, diagnostics)
    for packs in ([plain, adding], [adding, plain]):
        result = evaluate(packs, batch, as_of=date(2021, 6, 30))
        assert not batch.incomplete
        assert {(each.rule.pack, each.subject) for each in result.findings} == {("plain", "m1"), ("adding", "m2")}
