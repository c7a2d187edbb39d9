"""SR4xx: calendars and notices; and what the calendar says in words."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, Lang, error, warning

CALENDAR: dict[str, Entry] = {
    "SR401": error(
        zh=("不认识地区代码“{given}”", "全国写 CN，省级写 CN- 加两个大写字母，例如广西写 CN-GX，重庆写 CN-CQ"),
        en=(
            "there is no jurisdiction “{given}”",
            "write CN for the country, CN- and two capitals for a province: CN-GX, CN-CQ",
        ),
    ),
    "SR402": error(
        zh=("日历没有{year}年：只到{first}年至{last}年", "核对年份；更远的年份，等前面年份的国家通知收录后再写"),
        en=(
            "the calendar has no year {year}: it reaches from {first} to {last}",
            "check the year; enter a later one when the national notices before it are in",
        ),
    ),
    "SR403": error(
        zh=("{day}不在这份通知的{year}年里", "核对日期的年份；只有上一年12月20日以后的日子可以写进{year}年的通知"),
        en=(
            "{day} is not in this notice's year {year}",
            "check the year of the day; of another year, only the last days of December before may stand here",
        ),
    ),
    "SR404": error(
        zh=("{day}在同一份通知里写了两次", "只留一次：放假的写在 off，上班的写在 worked"),
        en=("{day} stands twice in the same notice", "keep one: a day off under off, a day worked under worked"),
    ),
    "SR405": error(
        zh=("{day}本来就不上班", "删去这一天：off 只写本来要上班的日子"),
        en=("{day} is a day off already", "leave it out: off holds only days that would be worked"),
    ),
    "SR406": error(
        zh=("{day}本来就要上班", "删去这一天：worked 只写本来不上班的日子，例如周末"),
        en=("{day} is worked already", "leave it out: worked holds only days that would be off"),
    ),
    "SR407": warning(
        zh=(
            "{year}年“{label}”净放假{found}天，通常是{expected}天",
            "对照通知逐日核对 off 和 worked；通知确实如此的，写上 days_off: {found}",
        ),
        en=(
            "in {year} “{label}” gives {found} days off in all; {expected} are usual",
            "compare off and worked with the notice, day by day; if it does say so, write days_off: {found}",
        ),
    ),
    "SR408": warning(
        zh=("通知日期{published}晚于它安排的第一天{day}", "核对 published 的年月日；确实事后补发的，不用改"),
        en=(
            "the notice is dated {published}, after the first day that it arranges, {day}",
            "check the date under published; leave it if the notice did come afterwards",
        ),
    ),
    "SR409": error(
        zh=(
            "“{text}”不能作为时段的起止",
            '写成月和日，加引号，开始不晚于结束，例如 {{from: "03-20", to: "05-05"}}',
        ),
        en=(
            "“{text}” is no bound of a season",
            'write month and day in quotes, the first not after the last: {{from: "03-20", to: "05-05"}}',
        ),
    ),
}

CALENDAR_TEXTS: dict[str, dict[Lang, str]] = {
    "month": {
        "zh": "{year}年{month}月  {place}  工作日 {count} 天",
        "en": "{year}-{month:02}  {place}  {count} workdays",
    },
    "weekdays": {"zh": "一 二 三 四 五 六 日", "en": "Mo Tu We Th Fr Sa Su"},
    "off": {"zh": "休", "en": "-"},
    "made-up": {"zh": "班", "en": "+"},
    "not-fixed": {"zh": "{day} 起尚无通知，以下为推算", "en": "from {day} no notice has fixed the days yet"},
    "counted-to": {
        "zh": "{start} 之后第 {count} 个工作日：{end}（{place}）",
        "en": "workday {count} after {start}: {end} ({place})",
    },
    "counted-back-to": {
        "zh": "{start} 之前第 {count} 个工作日：{end}（{place}）",
        "en": "workday {count} before {start}: {end} ({place})",
    },
    "outside": {
        "zh": "{day} 不在日历范围内：{first} 至 {last}",
        "en": "{day} is outside the calendar: {first} to {last}",
    },
    "leaves": {
        "zh": "从 {day} 数 {count} 个工作日，数出了日历的范围：日历从 {first} 到 {last} 为止",
        "en": "{count} workday(s) from {day} lead out of the calendar, which reaches from {first} to {last}",
    },
    "leaves-backwards": {
        "zh": "从 {day} 往前数 {count} 个工作日，数出了日历的范围：日历从 {first} 到 {last} 为止",
        "en": "{count} workday(s) back from {day} lead out of the calendar, which reaches from {first} to {last}",
    },
}
"""What `calendar` shows: a month, and where a count ends."""
