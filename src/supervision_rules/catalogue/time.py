"""SR3xx: what can be known without records of the limits, hours and windows of a pack."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning

TIME: dict[str, Entry] = {
    "SR318": warning(
        zh=("原话说的是{said}，这里却不是", "改成 {mend}；确实要这样计的，用 unquoted 说明理由，或声明一个理解"),
        en=(
            "the words speak of {said}, the limit does not",
            "write {mend}; if it is meant, say why with unquoted, or declare a reading",
        ),
    ),
    "SR334": error(
        zh=("按办公小时计，却没有写办公时间", "在 conventions 里写 office_hours，如 [09:00-12:00, 14:30-17:30]"),
        en=(
            "it is counted in office hours, and no office hours are stated",
            "state office_hours under conventions, as [09:00-12:00, 14:30-17:30]",
        ),
    ),
    "SR335": error(
        zh=(
            "期限精确到时，“{given}”却只有日期",
            "改用时刻字段：在 records 里声明 type 为 moment 的字段，或写 at(日期, 时)",
        ),
        en=(
            "the limit has an hour, and “{given}” is a date without one",
            "use a moment: a field declared with type moment under records, or at(date, hour)",
        ),
    ),
    "SR336": error(
        zh=("延期按小时计，第{number}种情形的期限却按日计", "延期也按日写，或把按日计的情形另写一条规则"),
        en=(
            "the extension is in hours, the limit of case {number} in days",
            "write the extension in days too, or give the cases in days a rule of their own",
        ),
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
    "SR341": warning(
        zh=(
            "{what}不起作用：各种情形的到期日都是写明的，没有要数的日子",
            "删去 {key}；到期日要随它变的，改用 within 写期限",
        ),
        en=(
            "{what} does nothing: the due day of every case is stated, and no days are counted",
            "remove {key}; a due day that is to move with it is written as a length, in within",
        ),
    ),
    "SR348": error(
        zh=("乘出来可能不是整日，没有写怎样取整", "加上 round: up（进一）、down（舍去）或 half_up（四舍五入）"),
        en=(
            "the product may be no whole number of days, and how it is rounded is not said",
            "add round: up, down or half_up",
        ),
    ),
    "SR349": error(
        zh=("第{number}种情形写的是到期日，没有原时限可以按比例算", "写明最多延长几日，或把这一情形另写一条规则"),
        en=(
            "case {number} states its due day: there is no limit to take a share of",
            "write how many days longer it may be, or give that case a rule of its own",
        ),
    ),
    "SR350": error(
        zh=("第{number}种情形的期限按月、按年计，不能乘几倍", "改写成日数，或在 cases 里各写一种期限"),
        en=(
            "the limit of case {number} is in months or years, which are not multiplied",
            "write it in days, or write a limit for each case",
        ),
    ),
    "SR351": warning(
        zh=(
            "{pack} 接替的 {before} 没有一起给，{other} 和 {pack} 各判了一遍 {count} 件，如 {example}",
            "{other} 也是同一份文件的版本的，把 {before} 一起给上；是另一份文件的，不用管",
        ),
        en=(
            "{before}, which {pack} replaces, is not given: "
            "{other} and {pack} both judge {count} record(s), as {example}",
            "if {other} is a version of the same document, give {before} too; if it is another document, all is well",
        ),
    ),
    "SR353": error(
        zh=(
            "按日的义务，到期日不能写 {given}",
            "写其后第几日（day: 1 是次日）或第几个工作日（workday: 1）；当日几时前，只写 hour",
        ),
        en=(
            "a duty of days cannot be due by {given}",
            "write how many days (day: 1 is the next day) or working days after it; "
            "for an hour of the day itself write hour alone",
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
    "SR357": warning(
        zh=(
            "“{label}”包括别的各类，各类却是分开排的：在别的一类超出的，仍占“{label}”的名额",
            '分成两条规则：先判各类的，再判“{label}”的，那一条写 where: within("前一条的代号")',
        ),
        en=(
            "“{label}” takes in the other groups, but each is judged by itself: who is in excess in one of them "
            "takes a place in “{label}” all the same",
            'write two rules, first that of the groups, then that of “{label}” with where: within("the first one")',
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
