"""SR520 and on: a record by itself, and among the others."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, note

RECORDS: dict[str, Entry] = {
    # a record by itself
    "SR520": error(
        zh=(
            "没有写明记录的类型。",
            "加上 type（记录类型）；整个文件是一类的，也可以用类型作文件名，如 matter.csv，或用 --type matter 写明。",
        ),
        en=(
            "The record's type is not stated.",
            "Add type; for a file of one type its name may say it, as matter.csv, or --type matter.",
        ),
    ),
    "SR521": error(
        zh=("没有“{type}”这种记录类型。", "⟦{kind_of}。⟧改成已有的类型。⟦最接近的写法：{nearest}。⟧"),
        en=("There is no record type '{type}'.", "⟦{kind_of}. ⟧Use an existing type.⟦ Nearest: {nearest}.⟧"),
    ),
    "SR522": error(
        zh=("“{type}”没有“{field}”这个字段。", "改成已有的字段，或删去。⟦最接近的写法：{nearest}。⟧"),
        en=("'{type}' has no field '{field}'.", "Use an existing field, or remove it.⟦ Nearest: {nearest}.⟧"),
    ),
    "SR523": error(
        zh=("缺少必填的“{field}”。", "补上这一项。"),
        en=("The required '{field}' is missing.", "Fill it in."),
    ),
    "SR524": error(
        zh=("“{field}”要写{expected}，写的是{given}。", "改成{expected}。"),
        en=("'{field}' takes {expected}; this is {given}.", "Write {expected}."),
    ),
    "SR525": error(
        zh=("“{field}”的日期“{value}”写法不对。", "写成四位年、两位月、两位日，如 {example}。"),
        en=(
            "'{value}' is not how a date is written ('{field}').",
            "Write year, month and day, for example {example}.",
        ),
    ),
    "SR526": error(
        zh=("“{field}”的日期“{value}”不存在。", "核对月份和天数。"),
        en=("'{value}' is no day of the calendar ('{field}').", "Check the month and the day."),
    ),
    "SR527": error(
        zh=(
            "“{field}”的“{value}”像是表格软件的日期序号（{day}）。",
            "把这一列设成日期格式再导出；这里没有按 {day} 计算。",
        ),
        en=(
            "'{value}' in '{field}' looks like a spreadsheet's day number ({day}).",
            "Format the column as dates and export again; nothing was assumed.",
        ),
    ),
    "SR528": error(
        zh=("“{field}”的“{value}”里有全角数字或符号。", "改成半角：{mend}。"),
        en=("'{value}' in '{field}' holds full-width digits or signs.", "Write {mend}."),
    ),
    "SR529": error(
        zh=("“{field}”没有“{value}”这个选项。", "可选：{choices}。⟦最接近的写法：{nearest}。⟧"),
        en=("'{field}' has no choice '{value}'.", "Choose from {choices}.⟦ Nearest: {nearest}.⟧"),
    ),
    "SR530": error(
        zh=("“{field}”的 {value} 超出范围：{range}。", "核对这个数。"),
        en=("{value} in '{field}' is out of range: {range}.", "Check the number."),
    ),
    "SR531": error(
        zh=("“{field}”的日期 {value} 不在 1900 年到 2200 年之间。", "核对年份。"),
        en=("{value} in '{field}' is not between 1900 and 2200.", "Check the year."),
    ),
    "SR532": error(
        zh=("“{field}”里有看不见的或不能用的字符（{character}）。", "删去这个字符。"),
        en=("'{field}' holds a hidden or forbidden character ({character}).", "Remove it."),
    ),
    "SR533": error(
        zh=("“{field}”的编号“{value}”{fault}。", "编号写在一行里，前后不留空格，最多 {limit} 个字。"),
        en=(
            "The identifier '{value}' in '{field}' {fault}.",
            "Write it on one line without blanks around it, in {limit} characters at most.",
        ),
    ),
    "SR550": error(
        zh=(
            "“{field}”的“{value}”，时刻不存在。",
            "时刻从 00:00 写到 23:59；24:00 写成次日的 00:00，当天终了的写 23:59，或者只写日期。",
        ),
        en=(
            "'{value}' in '{field}' has a time of day that does not exist.",
            "Write 00:00 to 23:59; for 24:00 write 00:00 of the next day, 23:59 of the same, or the date alone.",
        ),
    ),
    # a record among the others
    "SR534": note(
        zh=("{type} {id} 出现了不止一次，内容相同，只算一次。", "可以删去重复的记录。"),
        en=(
            "{type} {id} is there more than once with the same content; it counts once.",
            "The repetition can be removed.",
        ),
    ),
    "SR535": error(
        zh=("{type} {id} 出现了不止一次，内容不同，都没有采用。", "核对后只留一条，或分别编号。"),
        en=(
            "{type} {id} is there more than once with different content; none is used.",
            "Keep one of them, or give them different ids.",
        ),
    ),
    "SR536": error(
        zh=(
            "{record}：“{field}”所指的单位“{value}”不在名册里，或其名册记录没有采用。",
            "改成名册里的编号、名称或别名，或把它加进名册。⟦最接近的写法：{nearest}。⟧",
        ),
        en=(
            "{record}: The unit '{value}' ('{field}') is not in the register, or its entry was set aside.",
            "Use an id, name or alias of the register, or add it.⟦ Nearest: {nearest}.⟧",
        ),
    ),
    "SR537": error(
        zh=("{record}：“{field}”所指的{target}“{value}”不在读到的记录里。", "核对编号，或补上那条记录。"),
        en=(
            "{record}: The {target} '{value}' ('{field}') is not among the records read.",
            "Check the id, or add that record.",
        ),
    ),
    "SR538": error(
        zh=("{record}：“{field}”写的“{value}”在名册里不止一个：{ids}。", "改写编号。"),
        en=(
            "{record}: '{value}' ('{field}') names more than one entry of the register: {ids}.",
            "Write the id instead.",
        ),
    ),
    "SR539": error(
        zh=("{record}：“{later}”（{later_day}）早于“{earlier}”（{earlier_day}）。", "核对这两个日期。"),
        en=("{record}: '{later}' ({later_day}) is before '{earlier}' ({earlier_day}).", "Check the two dates."),
    ),
    "SR540": error(
        zh=("{record}：登记日期 {recorded} 早于事情发生的日期 {day}。", "核对这两个日期。"),
        en=("{record}: It was recorded on {recorded}, before it happened on {day}.", "Check the two dates."),
    ),
    "SR541": error(
        zh=("没有“{type}”这种记录类型，或这条记录不是由该类型的模型建立的。", "用 build_models 得到的模型建立记录。"),
        en=(
            "There is no record type '{type}', or the record was not made by its model.",
            "Make records with the models of build_models.",
        ),
    ),
    "SR547": error(
        zh=(
            "一件可以采用的“{target}”记录也没有，指到它们的记录都没有采用。",
            "把{target}的记录一起交来，如 {type}.csv；交了的，先改正指出的各处。",
        ),
        en=(
            "There is no usable record of the type {target}, so none that names one is used.",
            "Give these records, too, as {type}.csv; if they are given, mend what is told of them.",
        ),
    ),
    "SR548": error(
        zh=("{record}：“{field}”所指的{target}“{value}”没有采用⟦，见 {there}⟧。", "先改正那条记录。"),
        en=(
            "{record}: The {target} '{value}' ('{field}') was set aside⟦, see {there}⟧.",
            "Mend that record first.",
        ),
    ),
    "SR552": error(
        zh=("{record}：“{field}”要由人认定，没有写明{lacking}。", "补上谁认定、哪一天认定；还没有认定的，这一项空着。"),
        en=(
            "{record}: '{field}' is for a person to judge, and does not state {lacking}.",
            "State who judged, and when; leave it empty until somebody has.",
        ),
    ),
}
