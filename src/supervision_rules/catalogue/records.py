"""SR510 and on: records and registers."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, note, warning

RECORDS: dict[str, Entry] = {
    # the text of a file of records
    "SR510": error(
        zh=(
            "文件不是 UTF-8 编码。",
            "在编辑器或表格软件里另存为 UTF-8；确实是 GB18030（GBK）编码的，加 --encoding gb18030。",
        ),
        en=(
            "The file is not UTF-8.",
            "Save it as UTF-8; if it is in the Chinese national encoding, say --encoding gb18030.",
        ),
    ),
    "SR511": warning(
        zh=("文字里有替换符“�”，原来的字已经丢失。", "回到原始数据核对这一处。"),
        en=(
            "The text holds the replacement character, so the original character is lost.",
            "Check this place against the original data.",
        ),
    ),
    "SR512": error(
        zh=(
            "这里不是 JSON 的写法（{given}）。",
            "检查这里的引号、冒号、逗号、括号和数字的写法⟦，全角的“{wide}”改成半角的 {plain} ⟧。",
        ),
        en=(
            "This is not JSON ({given}).",
            "Check the quotes, colons, commas, brackets and numbers here⟦; write {plain} for the full-width {wide}⟧.",
        ),
    ),
    "SR513": error(
        zh=("“{key}”在同一条记录里写了两次。", "只留一个。"),
        en=("'{key}' is written twice in one record.", "Keep one of them."),
    ),
    "SR514": error(
        zh=("超出限度：{what}最多 {limit}。", "拆分或缩短后再读。"),
        en=("Over a limit: at most {limit} for the {what}.", "Split or shorten it."),
    ),
    "SR515": error(
        zh=("这里应当是一条记录（{{…}}），写的是{given}。", "每条记录写成“字段: 值”的一组。"),
        en=("A record ({{…}}) belongs here; this is {given}.", "Write each record as a group of fields and values."),
    ),
    "SR516": error(
        zh=(
            "表头“{heading}”不是“{type}”的字段，这一列没有采用。",
            "改成字段名或中文名；与判定无关的列，交来以前删去。⟦最接近的写法：{nearest}。⟧",
        ),
        en=(
            "Heading '{heading}' is no field of '{type}'; the column is not used.",
            "Use a field's name or label; remove a column that no rule needs.⟦ Nearest: {nearest}.⟧",
        ),
    ),
    "SR517": error(
        zh=("表头“{heading}”重复：前面已有一列是“{field}”。", "只留一列。"),
        en=("Heading '{heading}' is a second column for '{field}'.", "Keep one column."),
    ),
    "SR518": error(
        zh=("这一行有 {given} 格，表头有 {expected} 列。", "补齐或删去多余的格；格里的逗号要用引号括起来。"),
        en=(
            "This row has {given} cells, the heading {expected}.",
            "Complete the row or remove the surplus; quote a cell that holds a comma.",
        ),
    ),
    "SR519": error(
        zh=("引号没有配对，从这里起的各行都读不出来。", "补上缺的引号，或把格里的引号写成两个。"),
        en=(
            "A quotation mark is not closed; the rows from here on cannot be read.",
            "Close it, or double the mark inside the cell.",
        ),
    ),
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
        zh=("没有“{type}”这种记录类型。", "改成已有的类型。⟦最接近的写法：{nearest}。⟧"),
        en=("There is no record type '{type}'.", "Use an existing type.⟦ Nearest: {nearest}.⟧"),
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
    "SR542": note(
        zh=(
            "文件不是 UTF-8；按 GB18030 读出的表头都认得，整个文件按 GB18030 读。",
            "另存为 UTF-8，或用 --encoding gb18030 写明。",
        ),
        en=(
            "The file is not UTF-8; read as GB18030 all its headings are known, so that is how it is read.",
            "Save it as UTF-8, or say --encoding gb18030.",
        ),
    ),
    "SR543": warning(
        zh=("这个文件是空的，里面没有记录。", "核对是不是拿错了文件或导出没有成功；本来就没有记录的，可以不管。"),
        en=(
            "This file is empty: there is no record in it.",
            "Check that it is the right file and was exported; if there is nothing to record, leave it.",
        ),
    ),
    "SR544": error(
        zh=("写明按 GB18030 读，文件却不是 GB18030 编码。", "是 UTF-8 的，去掉 --encoding gb18030；否则另存为 UTF-8。"),
        en=(
            "It was to be read as GB18030, but the file is not GB18030.",
            "If it is UTF-8, leave out --encoding gb18030; else save it as UTF-8.",
        ),
    ),
    "SR545": error(
        zh=(
            ".json 文件要写成一个列表（[…]），这里写的是{given}。",
            "在最外面加上方括号；一行一条记录的，文件名改成 .jsonl。",
        ),
        en=(
            "A .json file is one list ([…]); this is {given}.",
            "Put brackets round it; if it has a record on each line, name it .jsonl.",
        ),
    ),
    "SR546": error(
        zh=("各列之间用的是{given}，CSV 要用半角逗号。", "另存为 CSV（逗号分隔），或把它们换成半角逗号。"),
        en=("The columns are parted by {given}; CSV takes plain commas.", "Save it as CSV with commas."),
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
    "SR549": error(
        zh=(
            "这一行太长（一行最多 {limit} 字节），行首或行末又在引号里，不知道下一行从哪里开始；从这里起都没有读。",
            "缩短这一格；少了引号的，补上引号。",
        ),
        en=(
            "This line is too long (at most {limit} bytes) and begins or ends inside quotation marks, so it is not "
            "known where the next row begins; nothing is read from here on.",
            "Shorten the cell; if a quotation mark is missing, add it.",
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
    "SR552": error(
        zh=("{record}：“{field}”要由人认定，没有写明{lacking}。", "补上谁认定、哪一天认定；还没有认定的，这一项空着。"),
        en=(
            "{record}: '{field}' is for a person to judge, and does not state {lacking}.",
            "State who judged, and when; leave it empty until somebody has.",
        ),
    ),
    "SR553": error(
        zh=(
            "第 {number} 列没有列名，下面有内容，这一列没有采用。",
            "在表头补上字段名或中文名；与判定无关的，交来以前删去这一列。",
        ),
        en=(
            "Column {number} has no heading, but content; it is not used.",
            "Write a field's name or label as its heading; remove a column that no rule needs.",
        ),
    ),
    "SR554": error(
        zh=(
            "这一行没有一格是“{type}”的列名，不是表头，整个表没有读。",
            "第一行写列名（字段名或中文名，如“编号”）：上面有标题行的，删去；没有列名的，补上一行。",
        ),
        en=(
            "No cell of this row is a heading of '{type}': these are no headings, and the table is not read.",
            "The first row holds field names or labels, as id: remove a title above them; if there are none, add them.",
        ),
    ),
    "SR555": error(
        zh=("表里没有“{field}”这一列，“{type}”的记录都要有，所以没有采用。", "补上这一列。"),
        en=(
            "The table has no column '{field}', which every record of '{type}' must have; none of them is used.",
            "Add the column.",
        ),
    ),
}
