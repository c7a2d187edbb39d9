"""SR15x: the shape of facts, limits and rules, beyond what a schema can say."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning
from supervision_rules.catalogue.periods import NAMED_EN, NAMED_ZH

RULES: dict[str, Entry] = {
    "SR150": error(
        zh=(
            "一个派生事实只能有一种算法，这里写了：{ways}",
            "只留其中一个",
        ),
        en=(
            "a derived fact is made in exactly one way; found: {ways}",
            "keep one of them",
        ),
    ),
    "SR151": error(
        zh=("{way} 要写明从每件记录取什么值", "加上 take: 字段名或式子"),
        en=("{way} needs the value to take from each record", "add take: with a field or an expression"),
    ),
    "SR152": error(
        zh=(
            "“{given}”不是期限：期限要写明数和单位⟦（是否想写 {hint}？）⟧⟦（工作日写 {workdays}）⟧",
            "⟦要的是这一天的，写 {instead}；要长短的，⟧写成 5 workdays（工作日）、30 days（日）、"
            "30 calendar days（自然日）、3 months（月）、1 year（年）或 same day（当天）；时限的 within 还可以写 "
            "15 minutes（分钟）、2 hours（小时）、4 office hours（办公小时）",
        ),
        en=(
            "“{given}” is no limit: a limit states a number and its unit⟦; did you mean {hint}?⟧"
            "⟦ (working days are {workdays})⟧",
            "⟦for that day write {instead}; for a length ⟧write 5 workdays, 30 days, 30 calendar days, 3 months, "
            "1 year or same day; the within of a time limit also takes 15 minutes, 2 hours or 4 office hours",
        ),
    ),
    "SR153": error(
        zh=("一种情形要么写 within（期限长短），要么写 due（到期日），不能都写", "二者只留一个"),
        en=("a case states either within (a length) or due (a day), not both", "keep one of the two"),
    ),
    "SR154": error(
        zh=("{keys}中只能写一个，这里写了：{given}", "只留一个"),
        en=("only one of {keys} is to be written; found: {given}", "keep one of them"),
    ),
    "SR155": error(
        zh=("“{given}”不是本步之前的步骤（前面有：{steps}）", "since 写排在本步之前的某一步的 id"),
        en=(
            "“{given}” is no step before this one (there are: {steps})",
            "in since, write the id of a step that stands before this one",
        ),
    ),
    "SR156": error(
        zh=("第一步之前没有步骤，at_least 无从起算", "把 at_least 写在后面的步骤，或删去"),
        en=("at_least of the first step has no step to count from", "move at_least to a later step, or remove it"),
    ),
    "SR157": error(
        zh=("“{given}”不是本档之前的一档（前面有：{steps}）", "after 写排在本档之前的某一档的 step"),
        en=(
            "“{given}” is no rung before this one (there are: {steps})",
            "in after, write the step of a rung that stands before this one",
        ),
    ),
    "SR158": error(
        zh=("派生事实用了 {way}，{key} 不起作用", "删去 {key}；要挑选、取值的，用 count、any、sum 等从记录算"),
        en=(
            "in a fact made by {way}, {key} has no effect",
            "remove {key}; to choose among records or take a value of each, use count, any, sum and so on",
        ),
    ),
    "SR159": error(
        zh=("{keys}中要写一个，这里都没有写", "补上其中一个"),
        en=("one of {keys} is to be written, and none is", "add one of them"),
    ),
    "SR160": error(
        zh=("施行的起止颠倒了：自 {since} 至 {until}", "改正 since 或 until"),
        en=("the time in force ends before it begins: from {since} to {until}", "correct since or until"),
    ),
    "SR161": error(
        zh=("{key} 只和 {beside} 一起用，这里不起作用", "删去 {key}"),
        en=("{key} goes with {beside} only, and has no effect here", "remove {key}"),
    ),
    "SR162": error(
        zh=("这一档写的是 {given}，其他各档不是", "各档写成一样：都写 points（这一档的分数），或都写 rate（累进）"),
        en=("this band gives {given}, the others do not", "write points in all bands, or rate in all bands"),
    ),
    "SR163": error(
        zh=(
            "按日期取值的写法不对",
            "写成 {{by_date: {{2020-01-01: 10 days, 2021-07-01: 7 days}}}}，by_date 旁边不写别的",
        ),
        en=(
            "a value that changes over time is not written so",
            "write {{by_date: {{2020-01-01: 10 days, 2021-07-01: 7 days}}}}, with nothing beside by_date",
        ),
    ),
    "SR164": error(
        zh=("接替别的规则包，要写明从哪一天起", "在 in_force 里写 since"),
        en=("a pack that replaces another says from which day", "write since under in_force"),
    ),
    "SR165": error(
        zh=(
            "办公时间没有写对",
            "从早到晚写起止，如 [09:00-12:00, 14:30-17:30]，时、分都写两位；"
            "随季节变的写在 by_season 下，每段前面写从几月几日起，如 06-01",
        ),
        en=(
            "these are no office hours",
            "write from when to when, from early to late, as [09:00-12:00, 14:30-17:30]; "
            "by season, write them under by_season, each with the day from which it holds, as 06-01",
        ),
    ),
    "SR166": error(
        zh=("没有写明连续的是什么", "加上 where: 条件，符合的才连得上"),
        en=("what the run is of is not said", "add where: with the condition that each of a run meets"),
    ),
    "SR167": error(
        zh=(
            "“{given}”不是多久一次⟦（是否想写 {hint}？）⟧",
            f"写 {NAMED_ZH}、workday（每个工作日）、2 months（1至2月、3至4月……）、4 months（四个月）；"
            "每两周、每三年在日历上没有固定的头，从义务开始的那一天数起，"
            "写 2 weeks from start、3 years from start、5 workdays from start",
        ),
        en=(
            "“{given}” does not say how often⟦; did you mean {hint}?⟧",
            f"write {NAMED_EN}, workday, 2 months (January and February and so on) or 4 months; "
            "two weeks or three years have no beginning of their own in the calendar: write 2 weeks from start, "
            "counted from the day on which the duty begins, 3 years from start or 5 workdays from start",
        ),
    ),
    "SR168": error(
        zh=(
            "if_zero: missing 只用于 value",
            "把这个商写成一个 value 的派生事实，在那里写 if_zero: missing，这里用 where: known(…) 只算有这个商的",
        ),
        en=(
            "if_zero: missing goes with value only",
            "make the quotient a fact of its own by value, state if_zero: missing there, and take here those that have "
            "it by where: known(…)",
        ),
    ),
    "SR169": error(
        zh=(
            "{counted} 数的是名册，不是记录，{key} 不起作用",
            "删去它；要看哪个时段、哪些记录的，写在 take、where 用到的事实里，如上年的平均，take 写上年的得分",
        ),
        en=(
            "{counted} are entries of a register and no records: {key} has no effect",
            "remove it; say in the facts that take and where use which window and which records they are of: for the "
            "mean of last year take the points of last year",
        ),
    ),
    "SR170": warning(
        zh=(
            "原话说了“{said}”，引这句话的地方却没有写这个数",
            "对照原文：写错的改正，漏写的补上，一般写在 {keys}；不归这里管的，"
            "原话少引一段，或者用注释 # sr: ignore[SR170] 写明归哪里管",
        ),
        en=(
            "the words say “{said}”, and what quotes them does not state that number",
            "hold it against the document: correct what is wrong, write what is lacking, as a rule in {keys}; where it "
            "belongs elsewhere quote less, or say where in a comment # sr: ignore[SR170]",
        ),
    ),
    "SR171": warning(
        zh=(
            "“{shown}”{has}，这里写的是 {found}",
            "改成 {mend}；文件另有说明的，用注释 # sr: ignore[SR171] 写明在哪里说的",
        ),
        en=(
            "“{shown}” {has}, and this is {found}",
            "write {mend}; where the document says otherwise, say where in a comment # sr: ignore[SR171]",
        ),
    ),
    "SR172": warning(
        zh=(
            "理由说的是 {named}，这里没有这个数，写的是 {number}",
            "核对是不是写错了一个数；数没有错的，在 unquoted 里说清楚这个数从哪里来",
        ),
        en=(
            "the reason speaks of {named}, which does not stand here; the number is {number}",
            "most likely the number is mistyped; if it is right, say in unquoted where it comes from",
        ),
    ),
    "SR173": warning(
        zh=("条款“{given}”的括号不成对", "补上或删去括号，写成 二（三） 这样"),
        en=("the brackets of the clause “{given}” do not match", "close or remove the bracket, as in 二（三）"),
    ),
    "SR174": warning(
        zh=(
            "条款“{given}”的写法和别处都不一样，别处写 {other} 这样",
            "对照文件改正；引的是另一份文件的，用注释 # sr: ignore[SR174] 写明",
        ),
        en=(
            "the clause “{given}” is written otherwise than all others, as {other}",
            "correct it by the document; where it is of another document, say so in a comment # sr: ignore[SR174]",
        ),
    ),
    "SR175": warning(
        zh=(
            "这里写的是 {found}（{means}），原话或名称却是“{words}”",
            "改成 {mend}；确实是{means}的，引上说明这一点的原话，或用注释 # sr: ignore[SR175] 写明",
        ),
        en=(
            "this {means} ({found}), and the words or the label say “{words}”",
            "write {mend}; if it is so, quote the words that say it, or say why in a comment # sr: ignore[SR175]",
        ),
    ),
    "SR176": warning(
        zh=("这种理解说的是“{words}”，写的日子却是 {found}", "对照文件，改正其中写错的一个"),
        en=("the option says “{words}”, and the day is {found}", "correct the one that is wrong by the document"),
    ),
    "SR177": warning(
        zh=(
            "“{label}”写的是 {given}，{how}",
            "照原话一级一级地对，改正写错的；原话另有说法的，用注释 # sr: ignore[SR177] 写明",
        ),
        en=(
            "“{label}” has {given}; {how}",
            "hold each level against the words and correct what is wrong; where they mean otherwise, say so in a "
            "comment # sr: ignore[SR177]",
        ),
    ),
}
