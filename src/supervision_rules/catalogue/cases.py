"""SR3xx: the cases of a rule, of which the first that holds applies: those never reached, what none is for."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning

CASES: dict[str, Entry] = {
    "SR322": error(
        zh=("第 {number} 种情形没有写 when，总是成立：排在它后面的情形永远轮不到", "把它移到最后，或给它写上 when"),
        en=(
            "case {number} has no when and always holds: those after it are never reached",
            "move it to the end, or give it a when",
        ),
    ),
    "SR327": warning(
        zh=(
            "没有一种情形管到 {example} 的",
            "补上这一段，或者在最后加一种不写 when 的情形；文件没有规定的，写 holes: 理由",
        ),
        en=(
            "no case is for {example}",
            "add one, or a last case without when; where the document leaves it out, say so with holes: reason",
        ),
    ),
    "SR345": error(
        zh=("第 {number} 种情形永远轮不到：⟦{example} 时，⟧{how}", "把它移到那一种前面，或改正其中一个条件"),
        en=(
            "case {number} is never reached: ⟦with {example}, ⟧{how}",
            "move it before that one, or correct the condition of one of the two",
        ),
    ),
    "SR380": warning(
        zh=(
            "第 {number} 种情形永远轮不到：⟦{example} 时，⟧{how}⟦（{range}）⟧",
            "核对各种情形的数，或者删去轮不到的；文件就是这样写的，用注释写明理由",
        ),
        en=(
            "case {number} is never reached: ⟦with {example}, ⟧{how}⟦ ({range})⟧",
            "check the numbers of the cases, or remove what is never reached; where the document says so, say so in a "
            "comment",
        ),
    ),
    "SR362": warning(
        zh=(
            "第 {number} 种情形是多余的：没有它，⟦{only}，⟧第 {other} 种也得出同样的结果⟦，如 {example} 的⟧",
            "{mend}；文件分开写的，用注释写明理由",
        ),
        en=(
            "case {number} changes nothing: without it⟦, {only},⟧ case {other} comes to the same⟦, as with {example}⟧",
            "{mend}; where the document writes both, say so in a comment",
        ),
    ),
    "SR363": warning(
        zh=("“{found}”不起作用：{how}", "{mend}"),
        en=("“{found}” has no effect: {how}", "{mend}"),
    ),
    "SR364": warning(
        zh=(
            "⟦{given}⟧按各项的取值范围，“{found}”总是 {value}",
            "{mend}",
        ),
        en=(
            "⟦{given}⟧by the values that there can be, “{found}” is always {value}",
            "{mend}",
        ),
    ),
    "SR367": warning(
        zh=("第 {number} 档永远到不了：没有什么能满足它", "改正它的条件，或规则的 when"),
        en=(
            "step {number} is never reached: nothing meets its condition",
            "correct its condition, or the when of the rule",
        ),
    ),
    "SR368": warning(
        zh=(
            "到第 {number} 档的，同时就到了第 {other} 档⟦，如 {example} 的⟧：第 {number} 档从不单独成立",
            "从低到高排列各档，核对各档的数；文件就是这样写的，用注释写明理由",
        ),
        en=(
            "whoever reaches step {number} reaches step {other}, too⟦, as with {example}⟧: it never stands alone",
            "put the steps in order from the lowest and check their numbers; or say in a comment why it is so",
        ),
    ),
    "SR369": warning(
        zh=(
            "两档之间有空当：{example} 时{none}，一天里一下子到了那里的（如同一天记下几次），{over}",
            "各档写“几次以上”（>=），不写“正好几次”（==）：一天里记下两次的才不会漏过",
        ),
        en=(
            "there is a gap between the steps: with {example} {none}, and who comes there within one day, as by "
            "several records of it, {over}",
            "write so many or more (>=), not just so many (==): two records of one day are not passed over then",
        ),
    ),
    "SR372": warning(
        zh=(
            "第 {number} 种和第 {other} 种的结果一样，问的都是 {name}",
            "核对结果是不是抄了没有改；确实一样的，并成一种，或用注释写明理由",
        ),
        en=(
            "cases {number} and {other} come to the same, and both ask for {name}",
            "most likely a result was copied and not changed; else make them one, or say why in a comment",
        ),
    ),
    "SR373": warning(
        zh=(
            "{one}和{other}的 code 都是 {shared}",
            "各写各的 code：问 outcome(…)、按 code 汇总的，分不清这两种；确实算一种的，用注释写明理由",
        ),
        en=(
            "{one} and {other} have the same code, {shared}",
            "give each its own: outcome(…) and sums by code cannot tell them apart; if they are to count as one, "
            "say so in a comment",
        ),
    ),
    "SR376": warning(
        zh=(
            "到期日定在 {day}，本文件 {since} 才施行：归它管的，一件也赶不上",
            "改正日期；补办以前的事，文件确实这样写的，用注释写明理由",
        ),
        en=(
            "this is due on {day}, and the document is in force from {since} on: nothing that it governs is in time",
            "correct the day; where the document does ask for what was due before, say so in a comment",
        ),
    ),
    "SR374": warning(
        zh=("{how}", "对照文件核对这几个长短；文件就是这样写的，用注释写明理由"),
        en=("{how}", "hold these lengths against the document; where it says so, say so in a comment"),
    ),
    "SR346": warning(
        zh=("第 {number} 种情形永远不成立：它和规则的 when 对不到一起", "改正这一种的条件，或规则的 when"),
        en=(
            "case {number} never holds: nothing meets both its condition and the when of the rule",
            "correct its condition, or the when of the rule",
        ),
    ),
}
