"""SR501 to SR509: the declaration of record types."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error

RECORD_TYPES: dict[str, Entry] = {
    "SR501": error(
        zh=(
            "字段“{field}”的类型写的是“{type}”，没有这种类型。",
            "写成 {choices} 之一，或某个记录类型的名字。⟦最接近的写法：{nearest}。⟧",
        ),
        en=(
            "Field '{field}' has the type '{type}', which does not exist.",
            "Write one of {choices}, or a record type's name.⟦ Nearest: {nearest}.⟧",
        ),
    ),
    "SR502": error(
        zh=(
            "字段“{field}”的选项写得不对。",
            "choice 字段写 levels 或 scale（已有的一组），二者写一个，选项不能为空、不能重名；其他字段不写。",
        ),
        en=(
            "The choices of field '{field}' are not right.",
            "A choice field has levels or a known scale, one of the two, not empty, no label twice; other fields none.",
        ),
    ),
    "SR503": error(
        zh=(
            "“{name}”不能用作名字。",
            "用小写英文字母、数字和下划线，以字母开头；Python 的保留词（class、from、in 等）不能用，每件记录本来就"
            "有的 id、type、kind、date、recorded 不必声明，as_of、period_start、period_end 另有意思。",
        ),
        en=(
            "'{name}' cannot be used as a name.",
            "Small letters, digits and underscores, a letter first; no Python keyword (class, from, in); every record "
            "has id, type, kind, date and recorded already, and as_of, period_start and period_end mean others.",
        ),
    ),
    "SR504": error(
        zh=("“{type}”里有两处都叫“{label}”：{first} 和 {second}。", "改其中一个的中文名，否则表格的列分不清。"),
        en=(
            "'{type}' has two parts labelled '{label}': {first} and {second}.",
            "Change one label; table columns could not be told apart.",
        ),
    ),
    "SR505": error(
        zh=(
            "日期先后（order）里的“{field}”不是“{type}”的日期字段。",
            "只写日期字段或 date。⟦最接近的写法：{nearest}。⟧",
        ),
        en=(
            "'{field}' in order is not a date field of '{type}'.",
            "Name date fields or date only.⟦ Nearest: {nearest}.⟧",
        ),
    ),
    "SR506": error(
        zh=("“{name}”在共用词汇里已经有了，含义不同。", "沿用共用的写法，或换一个名字。"),
        en=(
            "'{name}' is already in the shared vocabulary with another meaning.",
            "Use the shared one as it is, or choose another name.",
        ),
    ),
    "SR507": error(
        zh=("字段“{field}”的 {key} 写的是“{value}”，与它的类型 {type} 不符。", "改成这种类型能取的值，或删去。"),
        en=(
            "'{key}: {value}' of field '{field}' does not suit its type {type}.",
            "Write a value of that type, or leave it out.",
        ),
    ),
    "SR508": error(
        zh=("“{name}”这个名字已经用了：是记录类型“{other}”或它的一个类别。", "换一个名字：规则里的 on 要能分清。"),
        en=(
            "The name '{name}' is taken by the record type '{other}' or one of its kinds.",
            "Choose another name, so that a rule's `on` is clear.",
        ),
    ),
    "SR509": error(
        zh=("新的记录类型“{type}”没有写 {key}。", "补上 {key}。"),
        en=("The new record type '{type}' has no {key}.", "Add {key}."),
    ),
    "SR556": error(
        zh=(
            "reopens 的“{field}”不是“{type}”可用的字段，或者“{type}”不属于哪件事项。",
            "写这类记录自己的日期字段（date，不是预定的），到那天就又办结了；这类记录要有指向事项的字段。⟦最接近的写法：{nearest}。⟧",
        ),
        en=(
            "'{field}' of reopens is no field of '{type}' that it can be, or '{type}' belongs to no matter.",
            "Name a date of the type (an event's, not planned) on which the matter is done anew; the type needs a "
            "field that names the matter.⟦ Nearest: {nearest}.⟧",
        ),
    ),
    "SR551": error(
        zh=(
            "认定（judgement）的“{field}”不是“{type}”可用的字段。",
            "by 写认定人的字段，on 写认定日期的字段（date，不是预定的）。⟦最接近的写法：{nearest}。⟧",
        ),
        en=(
            "'{field}' of judgement is no field of '{type}' that it can be.",
            "Name in by the field of who judged, in on that of the day (a date, not planned).⟦ Nearest: {nearest}.⟧",
        ),
    ),
}
