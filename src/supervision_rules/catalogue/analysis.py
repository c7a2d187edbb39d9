"""SR3xx: references between the parts of a pack, and what can be known of it without records."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning

ANALYSIS: dict[str, Entry] = {
    "SR301": error(
        zh=("没有“{name}”这一类记录⟦（最接近的写法：{hint}）⟧", "改成共用词汇或本包 records 里声明的记录类型、其种类"),
        en=(
            "there is no record type or kind “{name}”⟦; nearest: {hint}⟧",
            "use a type or kind of the shared vocabulary, or declare it under records",
        ),
    ),
    "SR302": error(
        zh=("“{counted}”记录没有指向“{of}”的字段可用（有：{fields}）", "用 via 写明字段，或写 via: all 表示不论属于谁"),
        en=(
            "a record of “{counted}” has no such field that points to “{of}” (it has: {fields})",
            "name the field with via, or write via: all to take them whosever they are",
        ),
    ),
    "SR303": error(
        zh=("“{what}”已经有了⟦（{whose}）⟧，名字不能重复", "换一个名字，或删去其中一个"),
        en=("“{what}” exists already⟦ ({whose})⟧; names are used once", "rename or remove one of the two"),
    ),
    "SR304": error(
        zh=("采用的理解“{given}”不在各种理解之内⟦（最接近的写法：{hint}）⟧", "改成 options 里的一个代号"),
        en=(
            "the option taken, “{given}”, is not among the options⟦; nearest: {hint}⟧",
            "use one of the codes under options",
        ),
    ),
    "SR305": error(
        zh=("没有声明过“{given}”这个理解⟦（最接近的写法：{hint}）⟧", "先在 readings 里声明，或改正代号"),
        en=("no reading “{given}” is declared⟦; nearest: {hint}⟧", "declare it under readings or correct its id"),
    ),
    "SR306": error(
        zh=("按“{reading}”的不同理解取值，缺“{option}”一种", "为每一种理解都写上值"),
        en=("the value by reading “{reading}” leaves out the option “{option}”", "write a value for every option"),
    ),
    "SR307": error(
        zh=("“{reading}”没有“{given}”这种理解⟦（是否想写 {hint}？）⟧", "改成该理解 options 里的代号"),
        en=(
            "the reading “{reading}” has no option “{given}”⟦; did you mean {hint}?⟧",
            "use one of the codes under its options",
        ),
    ),
    "SR308": error(
        zh=("规则包的最外层要写成“项目: 内容”", "从 pack: 开始，每行一个项目"),
        en=("the top of a pack is a mapping", "begin with pack:, one entry a line"),
    ),
    "SR310": error(
        zh=(
            "数字 {number} ⟦不见于所引原话：{words}⟧⟦{uncited}⟧",
            "把写有这个数的原话引进 words，或用 unquoted 说明理由",
        ),
        en=(
            "the number {number} ⟦does not stand in the words cited: {words}⟧⟦{uncited}⟧",
            "quote the words that carry it in cite, or say why not with unquoted",
        ),
    ),
    "SR311": error(
        zh=(
            "规则互相等待对方的结果：{cycle}",
            "改写其中一条，使它不再用到后面规则的结果"
            "⟦；{back}看的是以前的时段，也算：一条规则的各个时段是一起算的。公布了的名次、得分是记录，从记录里取⟧",
        ),
        en=(
            "rules wait for each other's results: {cycle}",
            "rewrite one so that it no longer reads the result of a later one"
            "⟦; {back} looks at earlier windows, and waits all the same, as all windows of a rule are judged at once: "
            "ranks and points that have been published are records, take them from these⟧",
        ),
    ),
    "SR312": error(
        zh=(
            "这张分数表要按{facts}项事实查，表中有的选项层数不对，或表是空的",
            "by 写一项事实时，每个选项后面直接写分数；写两项时，每个选项下面再按第二项写",
        ),
        en=(
            "the table is looked up by {facts} fact(s), but its entries do not have that depth, or there are none",
            "by one fact: level: points; by two: level: {{level: points}}",
        ),
    ),
    "SR313": error(
        zh=("下限 {least} 高于上限 {most}", "改正 min 或 max"),
        en=("the floor {least} lies above the ceiling {most}", "correct min or max"),
    ),
    "SR314": error(
        zh=(
            "没有“{given}”这个得分框⟦（最接近的写法：{hint}）⟧",
            "改成某条 score 规则 boxes 里的代号，或先在那里写上这个框",
        ),
        en=(
            "there is no box “{given}”⟦; nearest: {hint}⟧",
            "use the id of a box of a score rule, or open the box there",
        ),
    ),
    "SR315": error(
        zh=("“{given}”不是地区代码", "写成 CN（全国）、CN-GX（广西）这样的代码"),
        en=("“{given}” is no code of a place", "write CN for the whole country, CN-GX for Guangxi and so on"),
    ),
    "SR316": error(
        zh=("“{fact}”按采用的理解是{taken}，按另一种理解是{other}", "让各种理解得出同一类的值"),
        en=(
            "“{fact}” is of one type ({taken}) under the option taken and of another ({other}) under this one",
            "make every option give a value of the same type",
        ),
    ),
    "SR317": error(
        zh=("派生事实绕成了圈，算不出来：{cycle}", "箭头是“用到”；改写其中一个，使它不再用到后面的"),
        en=(
            "derived facts go round in a circle: {cycle}",
            "each uses the next; rewrite one so that it no longer uses the one after it",
        ),
    ),
    "SR319": error(
        zh=("“{what}”不能随理解而变", "写成一样的；要随理解而变的，写成派生事实或规则里的值"),
        en=("“{what}” cannot depend on a reading", "write it once; let a value of a fact or a rule depend on it"),
    ),
    "SR320": error(
        zh=(
            "“{rule}”按{its_window}计，这里按{window}计，两种时段对不齐",
            "把两处的 window 改成一样的；计入总分的，也可以是总分时段之内的（月、季计入年）",
        ),
        en=(
            "“{rule}” goes by {its_window}, this rule by {window}: the windows do not fit",
            "give both the same window; points may also go into a score of longer ones (months into a year)",
        ),
    ),
    "SR321": error(
        zh=(
            "“{rule}”没有写 window，从头算到判定日；收进按{window}计的总分，每个时段都会把它全部计一遍",
            "给“{rule}”写上 window",
        ),
        en=(
            "“{rule}” has no window: in a score by the {window} all that ever happened would count in each",
            "give “{rule}” a window",
        ),
    ),
    "SR322": error(
        zh=("第 {number} 种情形没有写 when，总是成立：排在它后面的情形永远轮不到", "把它移到最后，或给它写上 when"),
        en=(
            "case {number} has no when and always holds: those after it are never reached",
            "move it to the end, or give it a when",
        ),
    ),
    "SR323": error(
        zh=(
            "这是⟦规则包“{pack}”的⟧用例，不是规则包",
            "运行用例用 test 命令⟦，如 supervision-rules test {pack}.yaml⟧；check 检查规则包",
        ),
        en=(
            "this is a file of cases⟦ of the pack “{pack}”⟧, not a pack",
            "run cases by the command test⟦, such as supervision-rules test {pack}.yaml⟧; check is for packs",
        ),
    ),
    "SR324": error(
        zh=(
            "这是记录文件，不是规则包",
            "判定记录用 evaluate 命令，如 supervision-rules evaluate {path} --pack liuzhou --as-of 2021-12-31；"
            "check 检查规则包",
        ),
        en=(
            "this is a file of records, not a pack",
            "judge records by the command evaluate, as in supervision-rules evaluate {path} --pack liuzhou --as-of "
            "2021-12-31; check is for packs",
        ),
    ),
    "SR325": error(
        zh=("分档要从小到大：{given} 不比前一档的 {before} 大", "按界限从小到大排列各档"),
        en=("bands rise from the least: {given} is not above {before} of the one before", "put the bands in order"),
    ),
    "SR326": error(
        zh=("分档只按一个数，这里写了几项", "by 只写一个数；按两项事实查表的，用 table"),
        en=("bands go by one number; several facts are given", "write one number in by; a table goes by two facts"),
    ),
    "SR327": warning(
        zh=(
            "没有一种情形管到 {example} 的",
            "补上这一段，或者在最后加一种不写 when 的情形；文件没有规定的，写 holes: 理由",
        ),
        en=(
            "no case is for {example}",
            "add one, or a last case without when; where the document leaves it out, say so with holes: reason",
        ),
    ),
    "SR328": error(
        zh=("累进的一档从第 {given} 个起：at_least 写第几个，是不小于 1 的整数", "按超过多少计的，写 over"),
        en=(
            "a progressive band begins with number {given}: at_least says with which one, 1 or more, and whole",
            "write over where it begins beyond an amount",
        ),
    ),
    "SR329": error(
        zh=("{what} 不能随日期而变", "只写一个值；随日期而变的，是规则里的期限、分数、条件等"),
        en=(
            "{what} does not change over time",
            "write one value; what may change over time are the limits, prices, conditions and the like of a rule",
        ),
    ),
    "SR330": error(
        zh=("文件自 {since} 施行，这个值自 {first} 才有", "补上施行之日起的值；那时没有这一项的，冒号后面空着"),
        en=(
            "the document is in force from {since}, but this value begins on {first}",
            "write the value from the first day in force; leave it empty where there was none",
        ),
    ),
    "SR332": error(
        zh=("规则包 {pack} 不能接替自己", "写被接替的那个规则包的代号"),
        en=("the pack {pack} cannot replace itself", "write the id of the pack that it replaces"),
    ),
    "SR333": error(
        zh=("事项没有“{given}”这个日期⟦（最接近的写法：{hint}）⟧", "写事项办结的那个日期字段，如 closed、replied"),
        en=(
            "matters have no date “{given}”⟦; nearest: {hint}⟧",
            "write the date field of a matter on which it is done, as closed or replied",
        ),
    ),
    "SR331": warning(
        zh=("自 {given} 起的这个值用不到：它的日子都不在施行期间", "删去它，或改正日期"),
        en=("the value from {given} is never used: none of its days is in force", "remove it or correct the day"),
    ),
    "SR338": error(
        zh=("“{asker}”有几个字段指向“{of}”：{fields}，不知道是哪一个", "写明是哪一个，如 {mend}"),
        en=("a record of “{asker}” has several fields that point to “{of}”: {fields}", "say which is meant, as {mend}"),
    ),
    "SR339": error(
        zh=(
            "“{asker}”没有⟦“{given}”这个⟧指向“{of}”的字段⟦（有：{fields}）⟧，问不到规则“{rule}”的结果",
            "⟦问的是它的各件的，先写一个派生事实，如 {fact}，再用这个事实；⟧"
            "改用关于“{of}”的记录来问，或给这种记录声明一个指向它的字段",
        ),
        en=(
            "a record of “{asker}” has no field ⟦“{given}” ⟧that points to “{of}”⟦ (it has: {fields})⟧: the result of "
            "“{rule}” cannot be asked for",
            "⟦to ask for those that belong to it write a fact, as {fact}, and use that; ⟧ask from a record that "
            "leads to “{of}”, or declare a field that does",
        ),
    ),
    "SR340": error(
        zh=(
            "这是关于“{of}”的计分，“{box}”却是“{whose}”总分中的一框，分数进不去",
            '另写一个关于“{whose}”的派生事实，把各件的分数加起来：sum: {of}，take: points("{rule}")；'
            "再写一条 value 为它的计分，由它计入",
        ),
        en=(
            "these are points of a “{of}”, and “{box}” is a box of the total of a “{whose}”: they never get there",
            'add them up in a derived fact of “{whose}” (sum: {of}, take: points("{rule}")), and let points with that '
            "value go into the box",
        ),
    ),
    "SR342": warning(
        zh=(
            "这里看的只有“{kind}”这一种记录，{found} 总是 {value}",
            "删去它；要看别种记录的，of、on、count 写记录类型，或者用 via: all 加 among 数同一事项的别种记录",
        ),
        en=(
            "only records of the kind “{kind}” are looked at here: {found} is always {value}",
            "remove it; to look at other kinds write the record type in of, on or count, or count those of the same "
            "matter with via: all and among",
        ),
    ),
    "SR343": warning(
        zh=(
            "各框的权重（weight）加起来是 {summed}，不是 1",
            "改正权重，或补上漏写的一部分；文件就是这样规定的，在这条规则里写 holes: 理由",
        ),
        en=(
            "the weights of these boxes sum to {summed}, not to 1",
            "correct them, or add the part that is missing; where the document says so, say why with holes: reason",
        ),
    ),
    "SR344": error(
        zh=(
            "这条计分按{unit}计，“{box}”的总分按{its_unit}计，加不到一起",
            "把两处的 counted_in 写成一样的，或另写一个总分",
        ),
        en=(
            "these amounts are counted in {unit}, those of the total of “{box}” in {its_unit}: they do not add up",
            "write the same in counted_in of both, or write a total of its own",
        ),
    ),
    "SR345": error(
        zh=("第 {number} 种情形永远轮不到：⟦{example} 时，⟧{how}", "把它移到那一种前面，或改正其中一个条件"),
        en=(
            "case {number} is never reached: ⟦with {example}, ⟧{how}",
            "move it before that one, or correct the condition of one of the two",
        ),
    ),
    "SR346": warning(
        zh=("第 {number} 种情形永远不成立：它和规则的 when 对不到一起", "改正这一种的条件，或规则的 when"),
        en=(
            "case {number} never holds: nothing meets both its condition and the when of the rule",
            "correct its condition, or the when of the rule",
        ),
    ),
    "SR347": warning(
        zh=("各框的 max 合起来是 {sum}，到不了这里的 {max}", "核对各框的 max 和这里的 max；漏了一框的，补上"),
        en=(
            "the max of all boxes come to {sum}, which never reaches {max}",
            "check the max of each box and the max here; add a box that was left out",
        ),
    ),
    "SR355": error(
        zh=(
            "两种单位加到了一起，或者放在一起比：一边是{one}，一边是{other}",
            "先折算成一种（乘、除以折算的数），或者分开写",
        ),
        en=(
            "amounts of two units are added or compared: {one} and {other}",
            "convert one of them first (multiply or divide it), or keep them apart",
        ),
    ),
    "SR356": warning(
        zh=(
            "“{rule}”是扣分，从高到低排，扣得最多的排在第一",
            "扣得少的在前，写 order: low；就是要扣得多的在前，写明 order: high",
        ),
        en=(
            "“{rule}” deducts, and the highest number comes first: who has most deducted",
            "write order: low for the fewest first, or order: high if the most are meant to come first",
        ),
    ),
}
