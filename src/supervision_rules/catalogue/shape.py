"""SR1xx: the shape of a pack."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from supervision_rules.catalogue.entry import Bilingual, Entry, error
from supervision_rules.catalogue.periods import NAMED_EN, NAMED_ZH, PERIODS, WINDOW

PATTERNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        r"^[a-z][a-z0-9-]*$": (
            "小写字母、数字和连字符，以字母开头，如 instruction-reply",
            "small letters, digits and hyphens, beginning with a letter, as instruction-reply",
        ),
        r"^[a-z][a-z0-9_]*$": (
            "小写字母、数字和下划线，以字母开头，如 black_lists",
            "small letters, digits and underscores, beginning with a letter, as black_lists",
        ),
        r"^[a-z][a-z0-9_-]*$": (
            "小写字母、数字、连字符和下划线，以字母开头，如 bonus",
            "small letters, digits, hyphens and underscores, beginning with a letter, as bonus",
        ),
        r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$": ("字段.字段，如 matter.unit", "field.field, as matter.unit"),
        WINDOW: (
            f"{NAMED_ZH}，上一个的写 last year（上年）等，或 12 months（截至当日的十二个月）",
            f"{NAMED_EN}, the one before as last year, or 12 months (to the day)",
        ),
        r"^[0-9]+\.[0-9]+\.[0-9]+$": ("三个数，如 1.0.0", "three numbers, as 1.0.0"),
        r"^[0-9a-f]{64}$": ("64 位的 sha256，只有数字和 a 到 f", "the 64 digits of a sha256, 0 to 9 and a to f"),
    }
)
"""The forms of texts in words, for those who do not read patterns."""

WHOLE: Mapping[str, Bilingual] = MappingProxyType(
    {"rules": Bilingual("规则", "rule"), "facts": Bilingual("派生事实", "derived fact")}
)
"""What the items of a section are, each as a whole."""
CHOICE_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "time_limit": "办理时限",
        "duty": "定期义务",
        "ladder": "阶梯",
        "points": "计分",
        "score": "总分",
        "ranking": "排名",
        "quota": "名额",
        "requirement": "应符合的要求",
        "procedure": "办理程序",
        "overlap": "重复与重叠",
        "outcome": "后果与分工",
        "violation": "违反",
        "warning": "提示",
        "calendar": "自然日",
        "working": "工作日",
        "back": "提前到上一工作日",
        **PERIODS,
        "2 months": "两个月（1至2月、3至4月……）",
        "add": "加分",
        "deduct": "扣分",
        "down": "舍去",
        "up": "进一",
        "half_up": "四舍五入",
        "half_even": "四舍六入五成双",
        "high": "高者在前",
        "low": "低者在前",
        "competition": "相同的占名次",
        "dense": "相同的不占名次",
        "empty": "空着",
        "refill": "递补",
        "undetermined": "不能确定",
        "list_order": "按先后",
        "all_out": "都不入选",
        "old": "仍归旧的",
        "new": "转归新的",
    }
)
"""What the words mean that a pack chooses from, for those who do not read English."""

SHAPE: dict[str, Entry] = {
    "SR101": error(
        zh=("这里少了“{name}”", "补上“{name}: …”"),
        en=("{name} is missing here", "add '{name}: …'"),
    ),
    "SR102": error(
        zh=(
            "这里不能写“{name}”⟦，{kinds}才有这一项⟧⟦，它是{whole}本身的一项⟧",
            "⟦移到{whole}里，和 id 对齐⟧⟦可以写的有：{allowed}⟧",
        ),
        en=(
            "{name} is unknown here⟦; it belongs to {kinds}⟧⟦: it is a key of the {whole} as a whole⟧",
            "⟦move it to the {whole}, in line with id⟧⟦known are: {allowed}⟧",
        ),
    ),
    "SR103": error(
        zh=("这里不能写“{name}”", "是否想写 {suggestion}？"),
        en=("{name} is unknown here", "did you mean {suggestion}?"),
    ),
    "SR104": error(
        zh=("这里不能写 {given}", "可以写的有：{allowed}"),
        en=("{given} is not allowed here", "allowed are: {allowed}"),
    ),
    "SR105": error(
        zh=("这里不能写 {given}", "是否想写 {suggestion}？"),
        en=("{given} is not allowed here", "did you mean {suggestion}?"),
    ),
    "SR106": error(
        zh=("这里要写文字，写的是 {given}", "写成文字；如果就是要这些字符，加引号"),
        en=("text is wanted here, not {given}", "write text; if these very characters are meant, quote them"),
    ),
    "SR107": error(
        zh=("这里要写整数，写的是 {given}⟦（是否想写 {hint}？）⟧", "写不带引号和单位的半角整数，如 5"),
        en=(
            "a whole number is wanted here, not {given}⟦; did you mean {hint}?⟧",
            "write a whole number without quotes or unit, as 5",
        ),
    ),
    "SR108": error(
        zh=("这里要写数字，写的是 {given}⟦（是否想写 {hint}？）⟧", "写不带引号和单位的半角数字，如 5 或 0.5"),
        en=(
            "a number is wanted here, not {given}⟦; did you mean {hint}?⟧",
            "write a number without quotes or unit, as 5 or 0.5",
        ),
    ),
    "SR109": error(
        zh=("这里要写 true（是）或 false（否），写的是 {given}", "写 true 或 false，不加引号"),
        en=("true or false is wanted here, not {given}", "write true or false without quotes"),
    ),
    "SR110": error(
        zh=(
            "这里要写一组“键: 值”，写的是 {given}",
            "⟦少了冒号的，写成 {mend}；不是的，⟧另起一行、多缩进两格，逐行写“键: 值”⟦；键有：{keys}⟧",
        ),
        en=(
            "'key: value' lines are wanted here, not {given}",
            "⟦if a colon is missing, write {mend}; else ⟧write them on the lines below, indented by two blanks"
            "⟦; keys are: {keys}⟧",
        ),
    ),
    "SR111": error(
        zh=("这里要写列表，写的是 {given}", "写成 [甲, 乙]，或每行以“- ”开头"),
        en=("a list is wanted here, not {given}", "write [a, b], or lines that begin with '- '"),
    ),
    "SR112": error(
        zh=("这里要写日期，写的是 {given}⟦（是否想写 {hint}？）⟧", "写成年-月-日，如 2021-07-01"),
        en=("a date is wanted here, not {given}⟦; did you mean {hint}?⟧", "write year-month-day, as 2021-07-01"),
    ),
    "SR113": error(
        zh=("没有 {given} 这一天", "核对月份和日数，写成年-月-日，如 2021-07-01"),
        en=("there is no day {given}", "check the month and the day, and write year-month-day, as 2021-07-01"),
    ),
    "SR114": error(
        zh=("这里的数要 {bound}，写的是 {given}", "改成符合 {bound} 的数"),
        en=("the number must be {bound}, this is {given}", "write a number that is {bound}"),
    ),
    "SR115": error(
        zh=("这段文字太短，至少要 {limit} 个字", "补全文字"),
        en=("the text is too short: at least {limit} characters", "complete it"),
    ),
    "SR116": error(
        zh=("这段文字太长，最多 {limit} 个字", "缩短文字"),
        en=("the text is too long: at most {limit} characters", "shorten it"),
    ),
    "SR117": error(
        zh=("“{given}”的写法不合要求", "写成{form}"),
        en=("{given} is not written as it should be", "write {form}"),
    ),
    "SR118": error(
        zh=("这里至少要写 {limit} 项", "补上缺少的项"),
        en=("at least {limit} entries are wanted here", "add what is missing"),
    ),
    "SR119": error(
        zh=("这里最多写 {limit} 项", "删去多出的项"),
        en=("at most {limit} entries are allowed here", "remove the rest"),
    ),
    "SR120": error(
        zh=("这里不能这样写：{given}", "对照说明，改用这里允许的一种写法"),
        en=("none of the forms allowed here fits {given}", "use one of the forms that the manual shows"),
    ),
    "SR121": error(
        zh=("这里要空着，写的是 {given}", "删去这个值"),
        en=("nothing may stand here, not {given}", "remove the value"),
    ),
    "SR122": error(
        zh=("冒号后面没有写内容", "补上内容，或删去这一行"),
        en=("nothing is written here", "write the value, or delete the line"),
    ),
    "SR123": error(
        zh=("这里的内容不合要求：{detail}", "按提示修改"),
        en=("this is not acceptable: {detail}", "change it accordingly"),
    ),
    "SR124": error(
        zh=("这里的文字是空的", "写上内容；可以不写的，删去这一行"),
        en=("there is nothing in this text", "write something; if it may be left out, delete the line"),
    ),
}
