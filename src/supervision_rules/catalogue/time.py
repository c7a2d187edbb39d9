"""SR3xx: what can be known without records of the limits and hours of a pack."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning

TIME: dict[str, Entry] = {
    "SR318": warning(
        zh=(
            "原话按{said}计⟦（{means}）⟧，这里写的是 {limit}",
            "改成 {mend}；⟦{declare}；⟧确实要这样计的，用注释 # sr: ignore[SR318] 写明理由⟦，{or_reading}⟧",
        ),
        en=(
            "the words speak of {said}⟦ ({means})⟧, and the limit is {limit}",
            "write {mend}; ⟦{declare}; ⟧if it is meant, say why in a comment # sr: ignore[SR318]⟦, {or_reading}⟧",
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
}
