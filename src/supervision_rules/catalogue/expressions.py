"""SR2xx: expressions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from supervision_rules.catalogue.entry import Bilingual, Entry, error, warning

IF_ZERO: Mapping[str, Bilingual] = MappingProxyType(
    {
        "rule": Bilingual("在这条规则里写 if_zero", "state if_zero in the rule"),
        "fact": Bilingual("在这个派生事实里写 if_zero", "state if_zero in this derived fact"),
        "elsewhere": Bilingual(
            "这种规则没有 if_zero：把这个式子写进派生事实，在那里写 if_zero",
            "a rule of this kind has no if_zero: move the division into a derived fact and state if_zero there",
        ),
    }
)
"""Where the quotient of a division by zero is to be stated."""

FACTS: Bilingual = Bilingual("facts ", "facts")
FACTS_OR_RECORDS: Bilingual = Bilingual("facts（或 records 的字段）", "facts (or the fields of records)")
"""Where a name may have been declared that there is no more."""

ONLY: Bilingual = Bilingual(
    "只用比较、in、and、or、not、加减乘除、if else、括号和函数",
    "use comparisons, in, and, or, not, + - * /, if else, calls",
)
"""What expressions are made of."""
PART = Bilingual("写 {part}", "write {part}")
HUNDREDTHS = Bilingual("写 {hundredths}", "write {hundredths}")
EITHER = Bilingual(
    "比率是 0 到 1 的写 {part}，按百分数算的写 {hundredths}",
    "write {part} if it is a part of 1, {hundredths} if it is in per cent",
)
"""How a percentage is written, by what it is held against."""

EXPRESSIONS: dict[str, Entry] = {
    "SR201": error(
        zh=("这里要写一个式子，却是空的", "写上条件或算式，例如 late_days > 5"),
        en=("an expression is expected here and there is none", "write a condition or a sum, such as late_days > 5"),
    ),
    "SR202": error(
        zh=("这个式子太大：{what}超过 {limit}", "拆成几条规则，或先用派生事实算出中间结果"),
        en=("the expression is too large: {what} above {limit}", "split it into several rules or derived facts"),
    ),
    "SR203": error(
        zh=("式子里有看不见的或不能用的字符 {found}", "删掉它；式子写在一行里，空白只用半角空格"),
        en=("the expression holds the hidden or forbidden character {found}", "delete it; write one line with spaces"),
    ),
    "SR204": error(
        zh=("{found} 是全角符号", "改用半角：{mend}"),
        en=("{found} is a full-width symbol", "write it in half width: {mend}"),
    ),
    "SR205": error(
        zh=("式子里不用 {found}", "改写成 {mend}"),
        en=("{found} is not an operator of expressions", "write {mend}"),
    ),
    "SR206": error(
        zh=("式子里不用中文词“{found}”来连接", "改写成 {mend}"),
        en=("the Chinese word {found} is not an operator", "write {mend}"),
    ),
    "SR207": error(
        zh=(
            "式子里不能直接写“{found}”",
            "⟦写 {mend}⟧⟦单位不写，删去“{unit}”⟧⟦是文字就加半角引号：{quoted}；是字段、事实就写它的英文名⟧",
        ),
        en=(
            "{found} cannot stand in an expression as it is",
            "⟦write {mend}⟧⟦leave out the unit: {unit}⟧⟦quote a text: {quoted}; write a field or fact by its name⟧",
        ),
    ),
    "SR208": error(
        zh=("式子里不能用 {found}", "⟦几到几写成 {range}；⟧{mend}"),
        en=("{found} cannot be used in an expression", "⟦a range is {range}; ⟧{mend}"),
    ),
    "SR209": error(
        zh=(
            "数 {found} 的写法不对⟦：{letter} 是字母（是否想写 {meant}？）⟧",
            "写成 12 或 0.5 这样：整数至多 15 位，小数至多 28 位，不带单位、逗号和开头的零",
        ),
        en=(
            "the number {found} is not well written⟦: {letter} is a letter; did you mean {meant}?⟧",
            "write 12 or 0.5: no unit, comma, underscore or leading zero",
        ),
    ),
    "SR210": error(
        zh=("文字 {found} 里有反斜杠", "去掉反斜杠；文字里要有双引号时，外面用单引号"),
        en=("the text {found} holds a backslash", "take it out; put single quotes round a text with double quotes"),
    ),
    "SR211": error(
        zh=("引号 {found} 没有成对", "在文字的末尾补上同样的引号"),
        en=("the quote {found} is not closed", "put the same quote at the end of the text"),
    ),
    "SR212": error(
        zh=("括号 {found} 没有成对", "补上或去掉一个括号"),
        en=("the bracket {found} has no partner", "add or remove a bracket"),
    ),
    "SR213": error(
        zh=("{found} 是保留词，不能在式子里用", "换一个字段名；式子里只有 and、or、not、in、if、else 这几个词"),
        en=("{found} is a reserved word", "rename the field; the words are and, or, not, in, if, else"),
    ),
    "SR214": error(
        zh=("不能写 {found}", "问有没有记载，写 known(字段名) 或 not known(字段名)"),
        en=("{found} cannot be written", "to ask whether a fact is on record write known(name) or not known(name)"),
    ),
    "SR215": error(
        zh=(
            "{before} 和 {found} 之间缺少运算符",
            "中间写上 and、or、比较或算术符号；列表里的两项，用逗号隔开；引号前不带字母",
        ),
        en=(
            "an operator is missing between {before} and {found}",
            "write and, or, a comparison or + - * / between; part the entries of a list by a comma",
        ),
    ),
    "SR216": error(
        zh=("式子在 {found} 这里读不下去", "检查这里前后是否缺了一半：and、or、比较两边都要有内容，if 要有 else"),
        en=("the expression cannot be read at {found}", "complete it: both sides of an operator, else after if"),
    ),
    "SR217": error(
        zh=("这里不能写 {found}", "列表只能写在 in 的右边；函数写成 名字(参数, 参数)；正数前不写加号"),
        en=("{found} cannot stand here", "a list stands right of in only; call functions as name(argument, argument)"),
    ),
    "SR218": error(
        zh=(
            "没有叫 {name} 的字段或事实⟦，有它的是 {owners}⟧",
            "⟦说的若是 {owners}，改 on（事实是 of、count 等）；⟧⟦改成已有的名称：{near}⟧"
            "⟦facts 里的 {unused} 没有地方用到，是不是它改了名？不是的，⟧"
            "⟦{lacking}里删掉了、改了名的，补上或改回来；写错的，改正⟧⟦（相近的有：{like}）⟧",
        ),
        en=(
            "there is no name {name}⟦; {owners} has it⟧",
            "⟦if {owners} is meant, correct on (of a fact: of, count, …); ⟧⟦use a declared name: {near}⟧"
            "⟦nothing uses {unused} of facts: has it been renamed? If not, ⟧"
            "⟦put back what {lacking} had under this name, or correct a slip⟧⟦ (more or less like it: {like})⟧",
        ),
    ),
    "SR219": error(
        zh=("没有叫 {name} 的函数", "改成已有的函数：{near}"),
        en=("there is no function {name}", "use one of: {near}"),
    ),
    "SR220": error(
        zh=("{function} 是函数，要带括号和参数", "写成 {function}(…)"),
        en=("{function} is a function and needs arguments", "write {function}(…)"),
    ),
    "SR221": error(
        zh=("函数 {function} 要 {expected} 个参数，这里写了 {found} 个", "增减参数"),
        en=("{function} takes {expected} arguments, not {found}", "add or remove arguments"),
    ),
    "SR222": error(
        zh=("函数 {function} 这里要{expected}，写的是{found}", "换成{expected}⟦；按日比的，前面的时刻写成 {mend}⟧"),
        en=(
            "{function} takes {expected} here, not {found}",
            "give {expected}⟦; to go by days, write {mend} for the moment⟧",
        ),
    ),
    "SR223": error(
        zh=("{function} 里的 {found} 不是已有的代号", "写带引号的代号：{near}"),
        en=("{found} in {function} is no declared id", "write an id in quotes: {near}"),
    ),
    "SR224": error(
        zh=("{operator} 要{expected}，这里是{found}⟦（{why}）⟧", "换成{expected}；and、or 的两边各写一个完整的比较"),
        en=("{operator} takes {expected}, this is {found}⟦ ({why})⟧", "give {expected}, such as a whole comparison"),
    ),
    "SR225": error(
        zh=("{left}不能和{right}相比⟦（{why}）⟧", "两边写成同一种；日期写成 date(2021, 7, 1)"),
        en=("{left} cannot be compared with {right}⟦ ({why})⟧", "compare like with like; a date is date(2021, 7, 1)"),
    ),
    "SR226": error(
        zh=("{found}不能用 {operator} 来比⟦（{why}）⟧", '数和日期才分大小先后；选项写成 字段 in ["…", "…"]'),
        en=(
            "{found} cannot be compared by {operator}⟦ ({why})⟧",
            'order is for numbers and dates; use name in ["…", "…"]',
        ),
    ),
    "SR227": error(
        zh=("“{name}”没有 {found} 这个选项", "改成已有的选项：{near}"),
        en=("{name} has no level {found}", "use one of: {near}"),
    ),
    "SR228": error(
        zh=("in 的右边不能写 {found}", '写成常量的列表，如 ["甲", "乙"]，或一个多值字段'),
        en=("{found} cannot stand right of in", 'write a list of constants, ["a", "b"], or a field of several values'),
    ),
    "SR229": error(
        zh=("除数 {found} 可能是零，没有写明那时得多少", "{mend}"),
        en=("the divisor {found} may be zero and no result is stated for that", "{mend}"),
    ),
    "SR230": error(
        zh=("除数是零", "改成不为零的除数"),
        en=("the divisor is zero", "divide by something else"),
    ),
    "SR231": error(
        zh=("if 两边的结果不是同一种：{left}和{right}", "两边写成同一种"),
        en=("the two results of if differ in type: {left} and {right}", "give results of one type"),
    ),
    "SR232": error(
        zh=("这里要{expected}，式子得到的是{found}⟦（{why}）⟧", "改成得到{expected}的式子⟦，如 {mend}⟧"),
        en=(
            "{expected} is expected here, the expression gives {found}⟦ ({why})⟧",
            "write one that gives {expected}⟦, as {mend}⟧",
        ),
    ),
    "SR233": error(
        zh=("{found} 没有结果", "检查其中的数，例如这一天是否存在、位数是否为 0 到 12"),
        en=("{found} has no result", "check its numbers: whether the day exists, whether places are 0 to 12"),
    ),
    "SR234": warning(
        zh=("{found} 总是 {value}，起不到判断作用", "去掉它，或改成与字段有关的条件"),
        en=("{found} is always {value} and decides nothing", "remove it or make it depend on a field"),
    ),
    "SR235": warning(
        zh=("{found} 合在一起总是 {value}", "检查 and、or 和其中的数；不会出现的情形就删掉"),
        en=("{found} taken together is always {value}", "check and, or and the numbers; remove what cannot happen"),
    ),
    "SR236": error(
        zh=("这里要 {least} 到 {most} 的整数，写的是 {found}", "改成这个范围内的整数"),
        en=("a whole number from {least} to {most} is wanted here, not {found}", "write a whole number within these"),
    ),
    "SR237": error(
        zh=("式子里的日期不写成 {found}", "写成 {mend}"),
        en=("a date in an expression is not written {found}", "write {mend}"),
    ),
    "SR238": error(
        zh=("{function} 里的编号 {found} 没有加引号", "写成 {function}({mend})"),
        en=("the id {found} in {function} is not in quotes", "write {function}({mend})"),
    ),
    "SR239": error(
        zh=("式子里的是、否不写成“{found}”", "写成 {mend}⟦，或者直接写 {short}⟧"),
        en=("in an expression {found} is not a truth value", "write {mend}⟦, or simply {short}⟧"),
    ),
    "SR240": error(
        zh=("规则 {found} 没有 {function} 要的结果", "⟦换成有这种结果的规则：{near}。⟧⟦问这条规则的，用 {gives}⟧"),
        en=(
            "the rule {found} gives nothing to {function}",
            "⟦name a rule that does: {near}; ⟧⟦of this rule ask {gives}⟧",
        ),
    ),
    "SR241": warning(
        zh=(
            "“{found}”里 and 和 or 混写，没有括号，and 先结合",
            "照现在的意思写成 {mend}；要 or 先结合的，把 or 的部分括起来",
        ),
        en=(
            "“{found}” mixes and and or without brackets: and binds first",
            "if so it is meant, write {mend}; else put brackets around what or joins",
        ),
    ),
    "SR242": warning(
        zh=("{name} 里 {found} 写了两次", "看哪一个是抄来没有改的，改成原来要写的；多写的，删去"),
        en=("{found} stands twice in {name}", "correct the one that is a copy left unchanged, or remove it"),
    ),
}
