"""What came before a record is counted once for all that are alike, and comes to what going through them would."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from little_pack import batch_of, loaded, rule

from supervision_rules import Policy, evaluate
from supervision_rules.language.before import Before

OTHER = {"type": "unit", "id": "u2", "name": "另一局"}
FACTS = """
- {id: nth, label: 第几次, of: matter, ordinal: earlier, among: [unit], window: year}
- {id: nth_ever, label: 共第几次, of: matter, ordinal: earlier}
- {id: others, label: 此前几次, of: matter, count: earlier, among: [unit_leader, unit], window: 3 months}
- {id: of_city, label: 此前几次, of: matter, count: earlier, where: level == "city", among: [unit], window: year}
- {id: lately, label: 近来几次, of: matter, count: earlier, since: "date(2021, 1, 1)", unquoted: 试验}
- {id: nth_set, label: 第几次, of: matter, ordinal: earlier, by: set_date, among: [unit], window: year}
- {id: set_before, label: 此前几次, of: matter, count: earlier, by: set_date, where: level == "city", window: 3 months}
"""
ASKED = ("nth", "nth_ever", "others", "of_city", "lately", "nth_set", "set_before")


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    keys = "kind: requirement\non: matter\nrequire: {} < {}"
    rules = "".join(rule(keys.format(name, n), f"{name}-{n}".replace("_", "-")) for name in ASKED for n in (1, 2, 3))
    return loaded(tmp_path_factory.mktemp("before"), rules, facts=FACTS)


DAYS = st.none() | st.integers(0, 900).map(lambda days: str(date(2020, 1, 1) + timedelta(days=days)))
MATTERS = st.lists(
    st.fixed_dictionaries(
        {
            "date": DAYS,
            "set_date": DAYS,
            "level": st.sampled_from(["city", "national", None]),
            "unit": st.sampled_from(["u1", "u2", None]),
            "unit_leader": st.sampled_from(["甲", "乙", None]),
        }
    ),
    max_size=7,
)


def found(policy: Policy, matters: list[dict[str, object]]) -> list[tuple[object, ...]]:
    numbered = [
        {"type": "matter", "kind": "instruction", "id": f"m{place}", **each} for place, each in enumerate(matters)
    ]
    result = evaluate(policy, batch_of(policy, OTHER, *numbered), as_of=date(2022, 6, 30))
    return [(each.rule.id, each.subject, each.state, each.value, each.missing) for each in result.findings]


@given(matters=MATTERS)
def test_the_same_as_one_by_one(policy: Policy, matters: list[dict[str, object]]) -> None:
    at_once = found(policy, matters)
    with pytest.MonkeyPatch.context() as one_by_one:
        one_by_one.setattr(Before, "__call__", lambda self, row: None)
        assert found(policy, matters) == at_once
