"""SR8xx: the document's own text."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, error, note, warning

SOURCES: dict[str, Entry] = {
    "SR801": error(
        zh=(
            "文件里没有“{words}”这句话⟦（最接近的：{hint}）⟧",
            "照文件的原文写；两处的话分开写，如 words: [甲, 乙]，中间略去的写 …",
        ),
        en=(
            "the document does not say “{words}”⟦; nearest: {hint}⟧",
            "quote it as it stands; words of two places as words: [one, other], what is left out as …",
        ),
    ),
    "SR802": error(
        zh=("文件里没有“{given}”这一条⟦（最接近的：{hint}）⟧", "照文件的编号写，如 三（四）、第九条、附件四.5"),
        en=(
            "the document has no clause “{given}”⟦; nearest: {hint}⟧",
            "name it by the numbers of the document, as 三（四）, 第九条, 附件四.5",
        ),
    ),
    "SR803": error(
        zh=("“{words}”⟦和另外 {more} 处原话⟧不在{clause}里，在{places}里", "改正 clause，或者改引这一条的原话"),
        en=(
            "“{words}”⟦, with {more} more,⟧ does not stand in {clause}, but in {places}",
            "correct clause, or quote the words of this one",
        ),
    ),
    "SR804": note(
        zh=("“{words}”在{clause}里有 {count} 处，看不出指哪一处", "把原话写长一点，让它只指一处"),
        en=(
            "“{words}” stands {count} times in {clause}: which is meant cannot be seen",
            "quote a little more, so that it stands there once",
        ),
    ),
    "SR805": warning(
        zh=("规则包里没有写到{clause}", "写成规则，或者列进 not_computable 并说明理由"),
        en=(
            "nothing in the pack is made of {clause}",
            "make a rule of it, or list it in not_computable and say why",
        ),
    ),
    "SR806": note(
        zh=(
            "{clause}里这句话像是一项规定，规则包没有引到：{sentence}",
            "写成规则，或者列进 not_computable，words 引这句话",
        ),
        en=(
            "this sentence of {clause} reads like a rule, and nothing quotes it: {sentence}",
            "make a rule of it, or list it under not_computable with its words",
        ),
    ),
    "SR807": warning(
        zh=("{clause}的文字与上次对照时不同，“{rule}”是照它写的", "对照新的文字改好以后，加上 --accept 再检查一次"),
        en=(
            "{clause} is not worded as when “{rule}” was last held against it",
            "hold it against the new words, then check again with --accept",
        ),
    ),
    "SR808": warning(
        zh=(
            "这份正文不是规则包所写的那一份：摘要是 {digest}",
            "把规则包对照这份正文改好，再改 document.digest",
        ),
        en=(
            "this is not the text that the pack was written from: its digest is {digest}",
            "hold the pack against this text, then correct document.digest",
        ),
    ),
    "SR809": error(
        zh=("这是“{given}”对照的正文，不是“{pack}”的", "换成这个规则包的，或者加上 --accept 重新写出"),
        en=(
            "this is the text accepted for “{given}”, not for “{pack}”",
            "use that of the pack, or write one with --accept",
        ),
    ),
    "SR810": error(
        zh=("--source 是一份文件的正文，一次对照一个规则包，这次是 {count} 个", "写明是哪一个规则包，只写一个"),
        en=(
            "--source is the text of one document: one pack is held against it, not {count}",
            "name that pack, and no other",
        ),
    ),
    "SR811": error(
        zh=("--accept 记下对照过的正文，没有写 --source 就不知道是哪一份", "写上 --source 正文的文件"),
        en=(
            "--accept keeps against which text the pack was held, and there is no --source",
            "add --source with the file of the text",
        ),
    ),
    "SR812": warning(
        zh=(
            "{what} {given} 与正文不一致⟦：正文写的是 {there}⟧",
            "照正文改；正文里写的是另一个日期、另一份文件的，用注释 # sr: ignore[SR812] 写明理由",
        ),
        en=(
            "the {what} {given} is not that of the text⟦, which says {there}⟧",
            "write what the text says; where that is another day or document, say so in a comment # sr: ignore[SR812]",
        ),
    ),
    "SR813": warning(
        zh=("正文的编号不连续：这里应是“{due}”，写的是“{found}”", "改正正文的编号；这里已当作“{due}”对照"),
        en=(
            "the text is not numbered in order: “{found}” stands where “{due}” is due",
            "correct the number in the text; it has been taken for “{due}” here",
        ),
    ),
    "SR814": error(
        zh=(
            "规则包引的{what}有 {count} 处，{source} 里只找得到 {found} 处：不是这份文件的正文",
            "换成这份文件的正文（纯文本）",
        ),
        en=(
            "of the {count} {what} of the pack {found} stand in {source}: it is not the text of this document",
            "give the text of its document, as plain text",
        ),
    ),
}
