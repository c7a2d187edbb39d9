"""SR510 and on: files of records, as texts and as tables."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, note, warning

RECORD_FILES: dict[str, Entry] = {
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
            "这里不是 JSON 的写法⟦（{given}）⟧。",
            "检查这里的引号、冒号、逗号、括号和数字的写法⟦，全角的“{wide}”改成半角的 {plain} ⟧。",
        ),
        en=(
            "This is not JSON⟦ ({given})⟧.",
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
