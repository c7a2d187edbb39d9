"""SR6xx: the pack's own tests."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning

TESTS: dict[str, Entry] = {
    "SR601": error(
        zh=("用例“{id}”在第 {line} 行已经有了", "换一个代号"),
        en=("there is a case “{id}” already, on line {line}", "give it another id"),
    ),
    "SR602": error(
        zh=("用例“{id}”没有写应当得出什么结论", "写上 expect，或在 vary 的每一项里写"),
        en=("the case “{id}” expects nothing", "state expect, or vary with an expectation in each entry"),
    ),
    "SR603": error(
        zh=(
            "用例里没有“{place}”所说的记录⟦（最接近的编号：{hint}）⟧",
            "写成 记录编号.字段，编号要是本用例或共用名册里的",
        ),
        en=(
            "no record of the case is meant by “{place}”⟦; nearest id: {hint}⟧",
            "write id.field with the id of a record of this case or of the shared register",
        ),
    ),
    "SR604": error(
        zh=("这些用例是“{given}”的，不是“{pack}”的", "改正 pack:，或换一个规则包"),
        en=("these cases are for “{given}”, not for “{pack}”", "correct pack: or test another pack"),
    ),
    "SR605": error(
        zh=("“{pack}”没有“{given}”这条规则⟦（最接近的写法：{hint}）⟧", "改成规则包里一条规则的 id"),
        en=("“{pack}” has no rule “{given}”⟦; nearest: {hint}⟧", "write the id of a rule of the pack"),
    ),
    "SR606": error(
        zh=(
            "用例里没有编号为“{given}”的记录⟦（最接近的编号：{hint}）⟧",
            "subject、only 写本用例或共用名册里一件记录的编号",
        ),
        en=(
            "the case has no record with the id “{given}”⟦; nearest: {hint}⟧",
            "in subject or only, write the id of a record of this case or of the shared register",
        ),
    ),
    "SR607": error(
        zh=("规则包“{pack}”没有用例：没有 {path} 这个文件", "新建这个文件，第一行写 pack: {pack}，接着写 cases"),
        en=("the pack “{pack}” has no cases: there is no file {path}", "make it: pack: {pack} first, then cases"),
    ),
    "SR608": error(
        zh=("这里一个用例也没有", "至少写一个用例"),
        en=("there is no case here", "write one case at least"),
    ),
    "SR609": error(
        zh=("times 要写 0 到 {most} 的整数，写的是“{given}”", "写成整数，不加引号"),
        en=("times is a whole number from 0 to {most}, not “{given}”", "write a whole number without quotes"),
    ),
    "SR610": error(
        zh=("这一项什么也没有改，与用例“{id}”本身相同", "在 set、as_of 或 readings 里写要改的值，或删去这一项"),
        en=(
            "this entry changes nothing: it is the case “{id}” itself",
            "change a value in set, as_of or readings, or remove the entry",
        ),
    ),
    "SR611": error(
        zh=(
            "编号“{id}”在这个用例里不止一件记录用（另见第 {line} 行）",
            "各用各的编号；写了 times 的，编号里要有 {{n}}",
        ),
        en=(
            "more than one record of this case has the id “{id}” (see line {line})",
            "give each its own id; with times, put {{n}} into it",
        ),
    ),
    "SR612": error(
        zh=(
            "规则“{rule}”没有“{given}”这一种情形，共有 {count} 种⟦（最接近的写法：{hint}）⟧",
            "case 写第几种（从 1 数起），或写它的名称、代号或原话",
        ),
        en=(
            "the rule “{rule}” has no case “{given}”; it has {count}⟦; nearest: {hint}⟧",
            "in case, write its number from 1, or its label, id or words",
        ),
    ),
    "SR613": error(
        zh=(
            "state: none 表示对某个对象不得出结论，要写明 subject，也只能写 subject",
            "写成 {{subject: 编号, state: none}}",
        ),
        en=(
            "state: none says that nothing is found about a subject: state the subject, and nothing else",
            "write {{subject: id, state: none}}",
        ),
    ),
    "SR614": error(
        zh=("没有代号里有“{given}”的用例⟦（最接近的：{hint}）⟧", "改正 -k 后面的文字"),
        en=("no case has “{given}” in its id⟦; nearest: {hint}⟧", "correct the text after -k"),
    ),
    "SR615": error(
        zh=(
            "规则包里没有“{given}”这一处⟦（最接近的：{hint}）⟧",
            "照 test --mutate 列出的写，如 rules/reply/cases/1/within",
        ),
        en=(
            "nothing in the pack stands at “{given}”⟦; nearest: {hint}⟧",
            "write it as test --mutate lists it, as rules/reply/cases/1/within",
        ),
    ),
    "SR616": error(
        zh=("{at} 没有“{given}”这种改动⟦（最接近的：{hint}）⟧", "照 test --mutate 列出的写，如 5 → 6"),
        en=("there is no change “{given}” at {at}⟦; nearest: {hint}⟧", "write it as test --mutate lists it, as 5 → 6"),
    ),
    "SR617": warning(
        zh=("“{change}”已经能发现（{by}），不必再说明", "从 survivors 里删去这一种改动"),
        en=("“{change}” is told by now ({by}) and needs no argument", "take the change out of survivors"),
    ),
    "SR618": error(
        zh=("“{id}”还没有确认：没有写 expect", "对照文件原文得出结论，写上 expect；本规则不应有结论的写 expect: []"),
        en=(
            "“{id}” is not confirmed: it has no expect",
            "come to the conclusion from the document and write it in expect; expect: [] if there is to be none",
        ),
    ),
    "SR619": error(
        zh=("规则包里没有哪一处的位置里有“{given}”⟦（最接近的：{hint}）⟧", "改正 -k 后面的文字，如 rules/reply"),
        en=(
            "nothing in the packs stands at a place with “{given}” in it⟦; nearest: {hint}⟧",
            "correct the text after -k, as rules/reply",
        ),
    ),
}
