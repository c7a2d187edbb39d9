"""SR3xx: what can be known without records of the windows of a pack, and of its values that change over time."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning

WINDOWS: dict[str, Entry] = {
    "SR320": error(
        zh=(
            "“{rule}”按{its_window}计，这里按{window}计，两种时段对不齐",
            "把两处的 window 改成一样的；计入总分的，也可以是总分时段之内的（月、季计入年）",
        ),
        en=(
            "“{rule}” goes by {its_window}, this rule by {window}: the windows do not fit",
            "give both the same window; points may also go into a score of longer ones (months into a year)",
        ),
    ),
    "SR321": error(
        zh=(
            "“{rule}”没有写 window，从头算到判定日；收进按{window}计的总分，每个时段都会把它全部计一遍",
            "给“{rule}”写上 window",
        ),
        en=(
            "“{rule}” has no window: in a score by the {window} all that ever happened would count in each",
            "give “{rule}” a window",
        ),
    ),
    "SR329": error(
        zh=("{what} 不能随日期而变", "只写一个值；随日期而变的，是规则里的期限、分数、条件等"),
        en=(
            "{what} does not change over time",
            "write one value; what may change over time are the limits, prices, conditions and the like of a rule",
        ),
    ),
    "SR330": error(
        zh=("文件自 {since} 施行，这个值自 {first} 才有", "补上施行之日起的值；那时没有这一项的，冒号后面空着"),
        en=(
            "the document is in force from {since}, but this value begins on {first}",
            "write the value from the first day in force; leave it empty where there was none",
        ),
    ),
    "SR331": warning(
        zh=("自 {given} 起的这个值用不到：它的日子都不在施行期间", "删去它，或改正日期"),
        en=("the value from {given} is never used: none of its days is in force", "remove it or correct the day"),
    ),
    "SR337": error(
        zh=(
            "这里不分时段，{name} 永远没有值",
            "能分时段的规则，写上 window；by 说的是记录归入哪个时段，不能又去问时段",
        ),
        en=(
            "there is no window here: {name} never has a value",
            "give the rule a window if it can have one; by tells in which window a record lies, and cannot ask for it",
        ),
    ),
    "SR352": warning(
        zh=(
            "这里只看到每个时段的末日为止（{names}）：时段过后才同意、才认定的，那个时段不算，却算到以后的时段里",
            "在记录里写明是关于哪个时段的（如 covers），事实写 by: covers 和 window；"
            "那一天就在时段内才算的，写 by: date 和 window",
        ),
        en=(
            "this is seen up to the end of each window ({names}): "
            "what is decided after it counts for later ones, and not for the one that it is about",
            "let the record say which window it is about (as covers), and write by: covers and window in the fact; "
            "where only decisions within the window count, write by: date and window",
        ),
    ),
    "SR354": error(
        zh=(
            "规则按{window}计，每{period}最多几件限不住：每个时段都从头数起",
            "写 window: {key}，按{period}计；仍要按{window}计的，用派生事实数它是第几次（ordinal: earlier, "
            "window: {key}），在 where 里写不超过几",
        ),
        en=(
            "the rule counts by the {window}, so a number for the {period} holds nothing: it begins anew in each",
            "write window: {key}; to go on counting by the {window}, let a fact tell which one it is "
            "(ordinal: earlier, window: {key}), and state under where up to which they count",
        ),
    ),
    "SR358": warning(
        zh=(
            "“{rule}”按{its_window}判，这里按{window}看：{function} 得到的只是最后一个有结论的{its_window}的",
            "要看每一个的，写一个 {each} 的派生事实，在它的 where、take 里问（任何一个：any: {each}）；"
            "就要最后一个的，也这样写：last: {each}",
        ),
        en=(
            "“{rule}” judges by the {its_window}, and is asked here by the {window}: "
            "{function} gives that of the last {its_window} of which something was found",
            "to look at each, ask in the where or take of a derived fact over its {each} (of any: any: {each}); "
            "where the last is meant, say so: last: {each}",
        ),
    ),
    "SR359": warning(
        zh=(
            "{given} 不是所在的{window}的第一天：这条规则看{window}的第一天，从 {following} 起才用这个值",
            "从那天起的记录逐件用的，不写 by_date，在式子里问：… if date >= date({year}, {month}, {day}) else …；"
            "就是从 {following} 起用的，改写成那一天",
        ),
        en=(
            "{given} is not the first day of its {window}, by which the rule goes: "
            "this value holds from {following} on",
            "where each record from that day on goes by it, leave out by_date and ask in the expression: "
            "… if date >= date({year}, {month}, {day}) else …; where it is to hold from {following} on, write that day",
        ),
    ),
}
