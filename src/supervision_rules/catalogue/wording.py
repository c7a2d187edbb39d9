"""SR178 and following: what is written twice, or otherwise than the words that are quoted for it say."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Entry, warning

WORDING: dict[str, Entry] = {
    "SR178": warning(
        zh=(
            "{name}（{label}）和 {other}（{other_label}）写的一模一样",
            "多半是抄来没有改：改成原来要写的；确实是同一回事的，只留一个",
        ),
        en=(
            "{name} ({label}) and {other} ({other_label}) say the very same",
            "most likely one was copied and not changed: write what was meant; if they are the same, keep one",
        ),
    ),
    "SR179": warning(
        zh=(
            "“{label}”和前面的“{other}”写的 {key} 一样",
            "多半是抄来没有改：改成原来要写的；确实是同一回事的，只留一个",
        ),
        en=(
            "“{label}” has the same {key} as “{other}” before it",
            "most likely one was copied and not changed: write what was meant; if they are the same, keep one",
        ),
    ),
    "SR180": warning(
        zh=(
            "原话是“{words}”，这里写的是 {found}",
            "改成 {mend}；原话说的是另一回事的，引上说明这一点的原话，或用注释 # sr: ignore[SR180] 写明",
        ),
        en=(
            "the words say “{words}”, and this is {found}",
            "write {mend}; if they speak of something else, quote what says so, or say why in a comment "
            "# sr: ignore[SR180]",
        ),
    ),
    "SR181": warning(
        zh=(
            "原话是“{words}”，这里写的是 {found}",
            "改成 {mend}；文件另有说明的，用注释 # sr: ignore[SR181] 写明在哪里说的",
        ),
        en=(
            "the words say “{words}”, and this is {found}",
            "write {mend}; where the document says otherwise, say where in a comment # sr: ignore[SR181]",
        ),
    ),
    "SR182": warning(
        zh=(
            "原话是“{words}”，这里写的是 {found}",
            "改成 {mend}；文件另有说明的，用注释 # sr: ignore[SR182] 写明在哪里说的",
        ),
        en=(
            "the words say “{words}”, and this is {found}",
            "write {mend}; where the document says otherwise, say where in a comment # sr: ignore[SR182]",
        ),
    ),
    "SR183": warning(
        zh=(
            "这里取的是 {found}，原话或名称却是“{words}”",
            "改成 {mend}；没有写错的，改正名称，或用注释 # sr: ignore[SR183] 写明",
        ),
        en=(
            "this takes {found}, and the words or the label say “{words}”",
            "write {mend}; if it is right, correct the label, or say why in a comment # sr: ignore[SR183]",
        ),
    ),
    "SR184": warning(
        zh=(
            "说的是“{words}”（{means}），这里的 severity 是 {found}",
            "写 severity: {mend}；有意这样判的，写明 severity: {found} 并用 note 说明理由",
        ),
        en=(
            "it is said “{words}” ({means}), and the severity is {found}",
            "write severity: {mend}; if it is meant, write severity: {found} and say why in a note",
        ),
    ),
    "SR185": warning(
        zh=(
            "{box} 是 {other} 的框，记入它的别的规则都是 {other}，只有这一条是 {effect}",
            "改成 into: {mend}；确实记入这里的，用注释 # sr: ignore[SR185] 写明",
        ),
        en=(
            "{box} is a box of effect {other}, all other rules with points in it have that, and this has {effect}",
            "write into: {mend}; if it belongs here, say so in a comment # sr: ignore[SR185]",
        ),
    ),
    "SR186": warning(
        zh=(
            "说的是“{words}”，这里没有写 {key}：各类一起比",
            "写上 {key}，如 {key}: [category]；本来就不分类的，改正名称，或用注释 # sr: ignore[SR186] 写明",
        ),
        en=(
            "it is said “{words}”, and there is no {key}: all classes are taken together",
            "write {key}, as in {key}: [category]; if there are no classes, correct the label, or say so in a comment "
            "# sr: ignore[SR186]",
        ),
    ),
    "SR187": warning(
        zh=("起算和办完是同一天：start 和 done 都是 {found}", "改成各自的日期：从哪一天起算，哪一天算办完"),
        en=("it begins with the day on which it is done: start and done are both {found}", "write the day of each"),
    ),
    "SR188": warning(
        zh=(
            "原话里“{other}”在前，这里“{label}”写在它前面",
            "照原话的先后排列各步；原话的先后不是办理的先后的，用注释 # sr: ignore[SR188] 写明",
        ),
        en=(
            "in the words “{other}” comes first, and here “{label}” stands before it",
            "put the steps in the order of the words; if they are to be taken in another, say so in a "
            "comment # sr: ignore[SR188]",
        ),
    ),
    "SR189": warning(
        zh=(
            "原话列举的“{element}”没有写成一项，其余的各有一项",
            "补上这一项；不用判定的，写进 not_computable 并说明理由",
        ),
        en=(
            "the words list “{element}”, and no part is for it, while each of the others has one",
            "add the part; if it is not to be judged, write it under not_computable and say why",
        ),
    ),
    "SR190": warning(
        zh=(
            "{others} 都写了 {key}，同样的 {name} 没有写",
            "补上 {key}；有意不写的，用 note 或注释说明理由",
        ),
        en=(
            "{others} have {key}, and {name}, which is like them, has not",
            "add {key}; if it is left out on purpose, say why in a note or a comment",
        ),
    ),
    "SR191": warning(
        zh=(
            "名称是“{words}”，条件却是 {found}（{label}）：正好相反",
            "改成 {mend}；没有写反的，改正名称，或用注释 # sr: ignore[SR191] 写明",
        ),
        en=(
            "the label says “{words}”, and the condition is {found} ({label}): the contrary",
            "write {mend}; if it is right, correct the label, or say why in a comment # sr: ignore[SR191]",
        ),
    ),
    "SR192": warning(
        zh=(
            "名称是“{words}”，{found} 比的方向却相反",
            "改成 {mend}；没有写反的，改正名称，或用注释 # sr: ignore[SR192] 写明",
        ),
        en=(
            "the label says “{words}”, and {found} compares the other way round",
            "write {mend}; if it is right, correct the label, or say why in a comment # sr: ignore[SR192]",
        ),
    ),
    "SR193": warning(
        zh=(
            "“{shown}”，这里的 {found} 方向相反",
            "改成 {mend}；没有写反的，用注释 # sr: ignore[SR193] 写明理由",
        ),
        en=(
            "“{shown}”, and {found} goes the other way",
            "write {mend}; if it is right, say why in a comment # sr: ignore[SR193]",
        ),
    ),
    "SR194": warning(
        zh=(
            "原话说的是“{words}”，这里问的是 {found}（{label}）",
            "改成 {mend}；没有问错的，用注释 # sr: ignore[SR194] 写明理由",
        ),
        en=(
            "the words name “{words}”, and this asks for {found} ({label})",
            "write {mend}; if it is right, say why in a comment # sr: ignore[SR194]",
        ),
    ),
    "SR195": warning(
        zh=(
            "原话扣的是“{words}”，条件却是 {found}：正好相反",
            "改成 {mend}；没有写反的，用注释 # sr: ignore[SR195] 写明理由",
        ),
        en=(
            "the words deduct for “{words}”, and the condition is {found}: the contrary",
            "write {mend}; if it is right, say why in a comment # sr: ignore[SR195]",
        ),
    ),
    "SR196": warning(
        zh=(
            "{how}，到期日写的却是 {found}",
            "改成 {mend}（0 为本时段最后一个月，1 为下一时段首月）；"
            "原话说的是另一回事的，用注释 # sr: ignore[SR196] 写明",
        ),
        en=(
            "{how}, and the due day is written with {found}",
            "write {mend} (0 is the last month of the period itself, 1 the first of the next); if they speak of "
            "something else, say why in a comment # sr: ignore[SR196]",
        ),
    ),
}
