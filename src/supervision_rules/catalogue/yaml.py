"""SR0xx: what the strict YAML reader refuses."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning

YAML: dict[str, Entry] = {
    "SR001": error(
        zh=("这里的写法读不懂", "对照上一行和本行，检查冒号、引号、括号和缩进"),
        en=("this cannot be read", "check colons, quotes, brackets and indentation here and on the line above"),
    ),
    "SR002": error(
        zh=("这一行的缩进与同级的行没有对齐", "同一级的行从同一列开始，下一级多缩进两个空格"),
        en=("this line is not aligned with its neighbours", "start the lines of a level in one column"),
    ),
    "SR003": error(
        zh=("键的后面用了全角冒号“：”", "改成半角冒号加一个空格“: ”；如果这是文字内容，给整段文字加引号"),
        en=("full-width colon after a key", "write ': ' (colon and blank); if this is text, quote the whole text"),
    ),
    "SR004": error(
        zh=("这里用了全角符号 {found}", "改成半角的 {wanted} ；如果这是文字内容，给整段文字加半角引号"),
        en=("full-width symbol {found} here", "write {wanted}; if this is text, put plain quotes around it"),
    ),
    "SR005": error(
        zh=("文字里出现了“冒号加空格”，会被当成新的键", "给整段文字加引号"),
        en=("a colon and a blank inside a text look like a new key", "put quotes around the whole text"),
    ),
    "SR006": error(
        zh=("从这里开始的引号没有结束", "在文字末尾补上同样的引号；文字里的单引号要写两遍"),
        en=("the quote that opens here is not closed", "add the same quote at the end; double a single quote inside"),
    ),
    "SR007": error(
        zh=("括号没有结束，或者两项之间少了逗号", "补上右括号，或在两项之间加半角逗号"),
        en=("a bracket is not closed, or a comma is missing", "add the closing bracket, or a comma between the items"),
    ),
    "SR008": error(
        zh=("键的后面少了冒号，或者冒号后面少了空格", "写成“键: 值”，冒号后空一格"),
        en=("no colon after the key, or no blank after the colon", "write 'key: value' with a blank after the colon"),
    ),
    "SR009": error(
        zh=("不能用“{found}”开头", "给整段文字加引号"),
        en=("a value cannot begin with {found}", "put quotes around the whole text"),
    ),
    "SR010": error(
        zh=("不允许用“&”“*”引用别处的内容", "把内容在这里写全；如果这是文字，加引号"),
        en=("anchors (&) and aliases (*) are not allowed", "write the content out here; if this is text, quote it"),
    ),
    "SR011": error(
        zh=("不允许用“<<”并入别处的内容", "把各项在这里写全"),
        en=("merge keys (<<) are not allowed", "write the entries out here"),
    ),
    "SR012": error(
        zh=("不允许写类型标记（“!”开头）", "去掉标记；如果这是文字，加引号"),
        en=("tags (beginning with !) are not allowed", "remove the tag; if this is text, quote it"),
    ),
    "SR013": error(
        zh=("不允许写“%”开头的指令行", "删去这一行"),
        en=("directives (lines beginning with %) are not allowed", "delete this line"),
    ),
    "SR014": error(
        zh=("一个文件里只能有一份内容，这里开始了第二份", "拆成两个文件，或删去“---”“...”分隔行"),
        en=("a second document begins here", "use one file for each, or delete the '---' or '...' line"),
    ),
    "SR015": error(
        zh=("键“{found}”重复，第 {line} 行已经写过", "删去一个，或改成不同的键"),
        en=("the key {found} was given on line {line} already", "remove one of them, or rename it"),
    ),
    "SR016": error(
        zh=("键应当是文字，这里写的是 {found}", '加引号，写成 "{found}"'),
        en=("a key must be text, this is {found}", 'quote it: "{found}"'),
    ),
    "SR017": error(
        zh=("键只能是一个词，不能是列表、一组键值或“?”开头的写法", "用一个简单的词作键"),
        en=("a key must be a single word, not a list, a mapping or '?'", "use a simple word as the key"),
    ),
    "SR018": error(
        zh=("“{found}”有的软件当作是否，有的当作文字", '表示是或否写 true 或 false；要文字就加引号："{found}"'),
        en=("to some {found} is a truth value, to others text", 'write true or false, or quote it: "{found}"'),
    ),
    "SR019": error(
        zh=("“{found}”有的软件当作空，有的当作文字", '表示空就什么都不写，或写 null；要文字就加引号："{found}"'),
        en=("to some {found} is nothing, to others text", 'write null or nothing, or quote it: "{found}"'),
    ),
    "SR020": error(
        zh=("“{found}”这样的数字，各个软件读出的值不同", '用普通写法，如 12、-3、0.5；要文字就加引号："{found}"'),
        en=("readers differ on the number {found}", 'write it plainly, as 12, -3 or 0.5, or quote it: "{found}"'),
    ),
    "SR021": error(
        zh=("“{found}”会被有的软件当作六十进制数", '加引号："{found}"'),
        en=("some readers take {found} for a number to the base 60", 'quote it: "{found}"'),
    ),
    "SR022": error(
        zh=("数字太长：整数最多 15 位，小数最多 28 位", '如果这是编号，加引号："{found}"'),
        en=("too many digits: at most 15, or 28 with decimals", 'if this is an identifier, quote it: "{found}"'),
    ),
    "SR023": error(
        zh=("这里有一个看不见的字符（{point}）", "删去它，必要时重新键入这几个字"),
        en=("an invisible character ({point}) stands here", "delete it; retype the words around it if need be"),
    ),
    "SR024": error(
        zh=("这里有一个控制字符（{point}）", "删去它"),
        en=("a control character ({point}) stands here", "delete it"),
    ),
    "SR025": error(
        zh=("这里有一个不规范的换行符（{point}），编辑器里看不出换行", "删去它，用回车键重新换行"),
        en=("an unusual line break ({point}) that editors may not show", "delete it and press Enter"),
    ),
    "SR026": error(
        zh=("这里有制表符（Tab）", "改成空格；缩进一级用两个空格"),
        en=("a tab stands here", "use blanks; two for each level"),
    ),
    "SR027": error(
        zh=("这里用了全角空格或不间断空格", "改成半角空格"),
        en=("a full-width or no-break blank stands here", "use ordinary blanks"),
    ),
    "SR028": error(
        zh=("这个转义写出了看不见的字符（{point}）", "删去这个转义"),
        en=("this escape stands for an invisible character ({point})", "remove the escape"),
    ),
    "SR029": error(
        zh=("双引号里的反斜杠用法不对", "改用单引号，或把反斜杠写两遍"),
        en=("this backslash inside double quotes has no meaning", "use single quotes, or double the backslash"),
    ),
    "SR030": error(
        zh=("值已经结束，后面又多出了内容", "把整个值放进一对引号，或删去多出的内容"),
        en=("there is more after the end of the value", "put all of the value inside the quotes, or remove the rest"),
    ),
    "SR031": error(
        zh=("文件不是 UTF-8 编码，这里的字节 {byte} 读不懂", "用编辑器“另存为”，编码选 UTF-8"),
        en=("the file is not UTF-8: the byte {byte} cannot be read", "save it as UTF-8"),
    ),
    "SR032": error(
        zh=("文件是 GB18030（GBK、ANSI）编码，从字节 {byte} 可以看出", "请另存为 UTF-8"),
        en=("the file is GB18030 (GBK, ANSI), as the byte {byte} shows", "save it as UTF-8"),
    ),
    "SR033": error(
        zh=("文件是 UTF-16 或 UTF-32 编码", "请另存为 UTF-8"),
        en=("the file is UTF-16 or UTF-32", "save it as UTF-8"),
    ),
    "SR034": error(
        zh=("文件超过 {limit} KiB", "拆成几个文件"),
        en=("the file is larger than {limit} KiB", "split it"),
    ),
    "SR035": error(
        zh=("嵌套超过 {limit} 层", "减少层次"),
        en=("nested more than {limit} deep", "use fewer levels"),
    ),
    "SR036": error(
        zh=("内容超过 {limit} 项", "拆成几个文件"),
        en=("more than {limit} nodes", "split the file"),
    ),
    "SR037": error(
        zh=("这段文字超过 {limit} 个字", "缩短或拆开"),
        en=("this text has more than {limit} characters", "shorten or split it"),
    ),
    "SR038": error(
        zh=("这个键超过 {limit} 个字", "换一个短的键"),
        en=("this key has more than {limit} characters", "use a shorter one"),
    ),
    "SR039": error(
        zh=("文件里没有内容", "写上内容，或改用别的文件"),
        en=("the file holds nothing", "write something into it, or use another file"),
    ),
    "SR040": warning(
        zh=("这里有替换符“�”，原来的字已经丢失", "对照原文补上这个字"),
        en=("a replacement character: what stood here is lost", "restore the character from the original"),
    ),
    "SR041": error(
        zh=("引号 {found} 只有一半", "要给文字加引号的，两头都用半角引号；文字本来如此的，给整段加一对半角引号"),
        en=("the quote {found} has no partner", "put plain quotes at both ends; if the text is so, around all of it"),
    ),
    "SR042": error(
        zh=("“{found}”少了右括号：在花括号、方括号里，值到逗号为止", "括号里有逗号的，给整个值加引号，或改成一行一项"),
        en=(
            "“{found}” lacks its closing parenthesis: within brackets and braces a value ends at the comma",
            "quote a value that has a comma in its parentheses, or write each key on its own line",
        ),
    ),
    "SR043": error(
        zh=(
            "“{found}”在这一项里又写了一次，第 {line} 行开始的一项已经写过",
            "这里是新的一项的，在前面写“- ”；不是的，删去一个",
        ),
        en=(
            "{found} again, in the item that begins on line {line} and has it already",
            "if a new item begins here, write '- ' before it; if not, remove one of the two",
        ),
    ),
    "SR044": error(
        zh=("“-”的后面少了空格", "写成“- 键: 值”，“-”后空一格"),
        en=("no blank after the dash", "write '- key: value' with a blank after the dash"),
    ),
    "SR045": error(
        zh=(
            "半角逗号把这个值断成了两截：花括号里，值到逗号为止",
            "是文字的，给整段加引号，或者改用全角逗号“，”；是数的，去掉逗号",
        ),
        en=(
            "a comma cuts this value in two: within braces a value ends at the comma",
            "put quotes around the whole text; take the comma out of a number",
        ),
    ),
    "SR046": error(
        zh=("在花括号里，含有“{found}”的式子或文字要加引号", "用单引号括起整个值；或者不用花括号，一行写一项"),
        en=(
            "within braces, an expression or a text that holds {found} stands in quotes",
            "put single quotes around the whole value, or write each key on its own line without braces",
        ),
    ),
    "SR047": error(
        zh=(
            "这里开始的各行不知属于哪个键：上面没有它们的键",
            "在它们上面补上缺的一行“键:”⟦，大概是 {key}:⟧；没有缺的，改正缩进",
        ),
        en=(
            "the lines that begin here have no key: there is none of theirs above them",
            "write the line 'key:' that is missing above them⟦, probably {key}:⟧; if none is, mend the indentation",
        ),
    ),
    "SR048": error(
        zh=("这不是文本文件（是 Word、Excel、PDF 或压缩文件）", "用文本编辑器另写一个文件，存成 UTF-8"),
        en=("this is no text file (but Word, Excel, PDF or an archive)", "write a text file, saved as UTF-8"),
    ),
    "SR049": error(
        zh=("括号里的“ #”开始了注释，后面的和右括号都不算数", "不是注释的，把这段文字加上引号，或者去掉 # 前面的空格"),
        en=(
            "the # within the brackets begins a comment, and what follows counts for nothing, the closing bracket too",
            "if it is no comment, put the text in quotes or take out the blank before the #",
        ),
    ),
    "SR050": error(
        zh=("这一项前面少了“- ”：上下各项都有", "在前面补上“- ”，与别的项的“-”对齐"),
        en=("this item lacks its dash, which those around it have", "write '- ' before it, in line with the others"),
    ),
    "SR051": error(
        zh=("这一行外面多了花括号：它是这一项的一个键，下面的键没有", "去掉花括号，写成“键: 值”"),
        en=("this line is one key of the item and stands in braces, the key below does not", "remove the braces"),
    ),
    "SR052": error(
        zh=(
            "“{found}”和下面的键在第 {line} 行开始的一项里都已经写过：这里是新的一项，少了第一行“- {first}: …”",
            "在这一行前面补上“- {first}: …”一行，与别的项的“-”对齐；不是新的一项的，删去重复的",
        ),
        en=(
            "{found} and the key below stand already in the item that begins on line {line}: a new item begins here, "
            "whose first line '- {first}: …' is missing",
            "write a line '- {first}: …' above it, in line with the dashes of the others; if no new item begins, "
            "remove what is written twice",
        ),
    ),
}
