"""SR3xx: rules that say the same twice, of which a record cannot meet both, or that none can break."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, warning

CONFLICTS: dict[str, Entry] = {
    "SR381": warning(
        zh=(
            "和第{line}行的 {other} 除了名称、依据以外一样：同一件事判两遍",
            "多半是抄来没有改的，改正它；多写的，删去一条，两处的原话都写进 cite 的 words；"
            "确实要判两遍的，用注释写明理由",
        ),
        en=(
            "but for its name and its words this is {other} on line {line}: the same is judged twice",
            "most likely a copy was not changed: correct it; else remove one and quote both places under cite; where "
            "both are wanted, say so in a comment",
        ),
    ),
    "SR382": warning(
        zh=(
            "和第{line}行的 {other} 从同一天算到同一件事，期限却不同⟦：{example} 的⟧，那里是 {one}，这里是 {two}",
            "对照文件改正一处；分情形的，写成一条的 cases，或者各写 when；先软后硬的，软的写 severity: warning；"
            "文件两处确实这样写的，用注释写明理由",
        ),
        en=(
            "from the same day to the same event as {other} on line {line}, with another length⟦: with {example}⟧, "
            "{one} there and {two} here",
            "correct one of them by the document; lengths for different matters are cases of one rule, or have a when "
            "each; a softer limit before a hard one has severity: warning; where the document says both, say so in a "
            "comment",
        ),
    ),
    "SR384": warning(
        zh=(
            "第 {one} 种和第 {other} 种写的两头交叠：{example} 的两种都合，只按第 {one} 种判",
            "对照文件改正一头的数，使两种相接；文件就是这样写的，用注释写明理由",
        ),
        en=(
            "the ends of cases {one} and {other} overlap: {example} fits both, and case {one} is taken",
            "correct one of the numbers, so that one begins where the other ends; where the document says so, say "
            "so in a comment",
        ),
    ),
    "SR385": warning(
        zh=(
            "start 的 {start} 总不早于 {key} 的 {end}（这类记录的日期有先后）：还没有开始，就已经结束了",
            "start 和 {key} 多半写反了，对调过来",
        ),
        en=(
            "{start} under start never lies before {end} under {key} (the dates of the type have an order): it is over "
            "before it begins",
            "most likely start and {key} changed places: exchange them",
        ),
    ),
    "SR383": warning(
        zh=(
            "和第{line}行的 {other} 没有一件能都符合⟦：{example} 的，⟧符合那一条就违反这一条",
            "对照文件改正一处；管的不是同样的记录的，各写 when；文件确实这样写的，用注释写明理由",
        ),
        en=(
            "nothing meets both this and {other} on line {line}: ⟦with {example} ⟧who meets that one breaks this",
            "correct one of them by the document; where they are for different records, give each a when; where the "
            "document says so, say so in a comment",
        ),
    ),
}
