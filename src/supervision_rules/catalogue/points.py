"""SR3xx: what can be known without records of points, bands, boxes, the units of amounts, places and quotas."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, warning

POINTS: dict[str, Entry] = {
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
    "SR325": error(
        zh=("分档要从小到大：{given} 不比前一档的 {before} 大", "按界限从小到大排列各档"),
        en=("bands rise from the least: {given} is not above {before} of the one before", "put the bands in order"),
    ),
    "SR326": error(
        zh=("分档只按一个数，这里写了几项", "by 只写一个数；按两项事实查表的，用 table"),
        en=("bands go by one number; several facts are given", "write one number in by; a table goes by two facts"),
    ),
    "SR328": error(
        zh=("累进的一档从第 {given} 个起：at_least 写第几个，是不小于 1 的整数", "按超过多少计的，写 over"),
        en=(
            "a progressive band begins with number {given}: at_least says with which one, 1 or more, and whole",
            "write over where it begins beyond an amount",
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
    "SR347": warning(
        zh=("各框的 max 合起来是 {sum}，到不了这里的 {max}", "核对各框的 max 和这里的 max；漏了一框的，补上"),
        en=(
            "the max of all boxes come to {sum}, which never reaches {max}",
            "check the max of each box and the max here; add a box that was left out",
        ),
    ),
    "SR365": warning(
        zh=(
            "{key} 写的 {bound} 起不到作用：不看记录就知道，只到得了 {end}",
            "核对 {key} 和各项的分数；漏了一项的，补上",
        ),
        en=(
            "the {key} of {bound} never binds: whatever the records are, {end} is as far as it goes",
            "check the {key} and the points; add what was left out",
        ),
    ),
    "SR366": warning(
        zh=(
            "⟦一件就是 {price} 分⟧⟦本项的 max 是 {cap} 分⟧，全部至多只有 {whole} 分",
            "核对这一件的分数和 max；文件就是这样写的，用注释写明理由",
        ),
        en=(
            "⟦one is worth {price} points⟧⟦the max here is {cap} points⟧, and all together no more than {whole}",
            "check the price and the max; where the document says so, say so in a comment",
        ),
    ),
    "SR375": warning(
        zh=(
            "{what}永远用不到：{why}",
            "核对这一档的界限、这一种的名称，和挑选的条件、最高的分数；文件就是这样写的，用注释写明理由",
        ),
        en=(
            "{what} is never used: {why}",
            "check the edge of the band, or the level, against what is chosen and the most that is given; where the "
            "document says so, say so in a comment",
        ),
    ),
    "SR370": warning(
        zh=("“{label}”一个名额也没有：提名多少，就超额多少", "核对名额或比例；文件就是一个也不给的，用注释写明理由"),
        en=(
            "“{label}” has no place at all: all who are put forward are in excess",
            "check the number or the share; where the document gives none, say so in a comment",
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
    "SR357": warning(
        zh=(
            "“{label}”包括别的各类，各类却是分开排的：在别的一类超出的，仍占“{label}”的名额",
            '分成两条规则：先判各类的，再判“{label}”的，那一条写 where: within("前一条的代号")',
        ),
        en=(
            "“{label}” takes in the other groups, but each is judged by itself: who is in excess in one of them "
            "takes a place in “{label}” all the same",
            'write two rules, first that of the groups, then that of “{label}” with where: within("the first one")',
        ),
    ),
}
