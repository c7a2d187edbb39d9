"""SR6xx: the pack's own tests."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error

TESTS: dict[str, Entry] = {
    "SR601": error(
        zh=("用例“{id}”已经有了", "换一个代号"),
        en=("there is a case “{id}” already", "give it another id"),
    ),
    "SR602": error(
        zh=("用例“{id}”没有写应当得出什么结论", "写上 expect，或在 vary 的每一项里写"),
        en=("the case “{id}” expects nothing", "state expect, or vary with an expectation in each entry"),
    ),
    "SR603": error(
        zh=("用例里没有“{place}”所说的记录", "写成 记录编号.字段，编号要是本用例或共用名册里的"),
        en=(
            "no record of the case is meant by “{place}”",
            "write id.field with the id of a record of this case or of the shared register",
        ),
    ),
    "SR604": error(
        zh=("这些用例是“{given}”的，不是“{pack}”的", "改正 pack:，或换一个规则包"),
        en=("these cases are for “{given}”, not for “{pack}”", "correct pack: or test another pack"),
    ),
}
