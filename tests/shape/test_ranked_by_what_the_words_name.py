"""A ranking whose words name another result than it goes by: 年度得分 and ``points("deductions")``."""

from __future__ import annotations

import pytest
from town_pack import HEAD, places, told

RANKED = (
    HEAD
    + """\
rules:
  - kind: points
    id: criticised
    label: 通报批评扣分
    cite: {clause: 第六条, words: 每次扣2分}
    window: year
    count: criticism_notice
    each: 2
    effect: deduct
    into: box
  - kind: score
    id: total
    label: 年度得分
    cite: {clause: 第八条, words: 基础分100分}
    window: year
    base: 100
    boxes:
      - {id: box, label: 扣分, effect: deduct}
  - kind: ranking
    id: rank
    label: 排名
    cite: {clause: 第十条, words: WORDS}
    window: year
    by: BY
"""
)


def ranked(words: str, by: str) -> list[str]:
    return places(told(RANKED.replace("WORDS", words).replace("BY", by)))


@pytest.mark.parametrize("more", ["", "\n    order: low"])
def test_the_result_that_the_words_name_is_the_one_to_ask(more: str) -> None:
    (found,) = told(RANKED.replace("WORDS", "年度得分分别排名").replace("BY", f'points("criticised"){more}'))
    assert places([found]) == ["SR194 29:9"]
    assert found.message("zh") == "原话说的是“年度得分”，这里问的是 criticised（通报批评扣分）"
    assert found.message("en") == "the words name “年度得分”, and this asks for criticised (通报批评扣分)"
    assert found.help("zh").startswith('改成 points("total")')


@pytest.mark.parametrize(
    ("words", "by", "found"),
    [
        ("年度得分排名", 'points("total")', []),
        ("按年度得分排名，通报批评扣分从低到高", 'points("criticised")\n    order: low', []),
        ("年度得分之外，按扣分从低到高排名", 'points("criticised")\n    order: low', []),
        ("按得分排名", 'points("criticised")\n    order: low', []),
        ("年度得分排名", 'points("total") - points("criticised")', []),
        ("排名", 'points("criticised")', ["SR356 29:9"]),
    ],
)
def test_what_may_be_meant_is_not_told(words: str, by: str, found: list[str]) -> None:
    assert ranked(words, by) == found
