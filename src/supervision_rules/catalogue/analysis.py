"""SR3xx: references between the parts of a pack, and the packs that replace one another."""

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
    "SR377": error(
        zh=("{given} 没有叫 {names} 的字段或事实，{meant} 都有", "说的若是 {meant}，在这里改；否则改正那些名称"),
        en=(
            "{given} has no {names}; {meant} has them all",
            "if {meant} is meant, correct it here; otherwise correct these names",
        ),
    ),
    "SR378": warning(
        zh=(
            "原话或名称说的是“{said}”，{text} 要的却是“{found}”",
            "看是不是 {mend}；确实如此的，用注释 # sr: ignore[SR378] 写明",
        ),
        en=(
            "the words or the label say “{said}”, and {text} asks for “{found}”",
            "see whether {mend} is meant; if it is right, say why in a comment # sr: ignore[SR378]",
        ),
    ),
    "SR379": warning(
        zh=(
            "{one} 和 {other} 的值像是对调了：各自合的是另一种理解的说法",
            "对照这两种理解的说明，把两个值换过来；没有错的，用注释 # sr: ignore[SR379] 写明",
        ),
        en=(
            "the values of {one} and {other} look exchanged: each fits what the other option says",
            "hold them against the two options and change them over; if they are right, say so in a comment "
            "# sr: ignore[SR379]",
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
        zh=("“{what}”已经有了⟦（{whose}）⟧，名字不能重复", "看哪一个是抄来没有改的，给它换一个名字；多写的，删去"),
        en=(
            "“{what}” exists already⟦ ({whose})⟧; names are used once",
            "rename the one that is a copy left unchanged, or remove it",
        ),
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
        zh=("“{reading}”没有“{given}”这种理解⟦（是否想写 {hint}？）⟧", "改成该理解 options 里的代号⟦{level}⟧"),
        en=(
            "the reading “{reading}” has no option “{given}”⟦; did you mean {hint}?⟧",
            "use one of the codes under its options⟦{level}⟧",
        ),
    ),
    "SR308": error(
        zh=("规则包的最外层要写成“项目: 内容”", "从 pack: 开始，每行一个项目"),
        en=("the top of a pack is a mapping", "begin with pack:, one entry a line"),
    ),
    "SR310": error(
        zh=(
            "数字 {number} ⟦不见于所引原话：{words}⟧⟦{uncited}⟧⟦不是原话的意思：{share} 在这里写作 {meant}⟧",
            "⟦改成 {meant}；原话不是这个意思的，⟧对照原文改正这个数；没有写错的，"
            "把写有它的原话引进 words，或用 unquoted 说明理由",
        ),
        en=(
            "the number {number} ⟦does not stand in the words cited: {words}⟧⟦{uncited}⟧"
            "⟦is not what the words mean: {share} is {meant} here⟧",
            "⟦write {meant}; if the words mean something else, ⟧"
            "hold the number against the document; if it is right, quote the words that carry it in cite, or say why "
            "not with unquoted",
        ),
    ),
    "SR311": error(
        zh=(
            "⟦规则互相等待对方的结果：{cycle}⟧⟦规则“{own}”要问自己的结果⟧",
            "{mend}"
            "⟦；{back}看的是以前的时段，也算：一条规则的各个时段是一起算的。公布了的名次、得分是记录，从记录里取⟧",
        ),
        en=(
            "⟦rules wait for each other's results: {cycle}⟧⟦the rule “{own}” asks for its own result⟧",
            "{mend}"
            "⟦; {back} looks at earlier windows, and waits all the same, as all windows of a rule are judged at once: "
            "ranks and points that have been published are records, take them from these⟧",
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
    "SR360": warning(
        zh=("{sort}“{name}”没有地方用到", "删去它，或者用上它；多半是漏写了用它的规则，或者哪一处写成了别的名字"),
        en=(
            "{sort} “{name}” is never used",
            "remove or use it; most likely a rule that uses it was left out, or another name is written somewhere",
        ),
    ),
    "SR361": warning(
        zh=("“{reading}”采用哪一种理解，结果都一样", "用 by_reading 写明各种理解下的值，或者删去这个理解"),
        en=(
            "whichever option of “{reading}” is taken, nothing changes",
            "write what differs by by_reading, or remove the reading",
        ),
    ),
    "SR351": warning(
        zh=(
            "{pack} 接替的 {before} 没有一起给，{other} 和 {pack} 各判了一遍 {count} 件，如 {example}",
            "{other} 也是同一份文件的版本的，把 {before} 一起给上；是另一份文件的，不用管",
        ),
        en=(
            "{before}, which {pack} replaces, is not given: "
            "{other} and {pack} both judge {count} record(s), as {example}",
            "if {other} is a version of the same document, give {before} too; if it is another document, all is well",
        ),
    ),
    "SR371": warning(
        zh=(
            "{one} 与 {other} 对不上：文件一般在成文之后两年以内施行，文号是成文那一年的",
            "核对年份；文件确实如此（如追溯施行）的，用注释 # sr: ignore[SR371] 写明理由",
        ),
        en=(
            "{one} hardly agrees with {other}: a document comes into force within two years of its issue, "
            "and is numbered by that year",
            "look at the years; where it is so (in force from an earlier day), say so in a comment # sr: ignore[SR371]",
        ),
    ),
}
