"""What is said of changes: of packs, of who moves by them, and of what hangs on a reading."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Lang

_TEXTS: dict[str, dict[Lang, str]] = {
    # two versions of a pack
    "diff.title": {"zh": "修订对照表：{label}（{old} → {new}）", "en": "Revisions: {label} ({old} → {new})"},
    "diff.version": {"zh": "{pack} {version}", "en": "{pack} {version}"},
    "diff.same": {"zh": "两个规则包的意思一样", "en": "both packs mean the same"},
    "diff.clause": {"zh": "条款", "en": "clause"},
    "diff.before": {"zh": "修改前", "en": "before"},
    "diff.after": {"zh": "修改后", "en": "after"},
    "diff.none": {"zh": "（无）", "en": "(none)"},
    "diff.part.document": {"zh": "文件", "en": "document"},
    "diff.part.conventions": {"zh": "计日约定", "en": "conventions"},
    "diff.part.readings": {"zh": "理解", "en": "reading"},
    "diff.part.records": {"zh": "记录类型", "en": "record type"},
    "diff.part.facts": {"zh": "派生事实", "en": "fact"},
    "diff.part.rules": {"zh": "规则", "en": "rule"},
    "diff.part.not_computable": {"zh": "机器不能判定的条款", "en": "not computable"},
    "diff.called": {"zh": "{label}（{id}）", "en": "{label} ({id})"},
    "diff.sort.added": {"zh": "新增", "en": "added"},
    "diff.sort.removed": {"zh": "删去", "en": "removed"},
    "diff.sort.changed": {"zh": "修改", "en": "changed"},
    "diff.sort.renamed": {"zh": "改代号", "en": "another id"},
    "diff.sort.wording": {"zh": "只改文字", "en": "words only"},
    "diff.clause-moved": {"zh": "{before} → {after}", "en": "{before} → {after}"},
    "diff.id": {"zh": "代号", "en": "id"},
    "diff.order": {"zh": "{way}的先后", "en": "order of {way}"},
    "diff.line": {"zh": "{way}：{before} → {after}", "en": "{way}: {before} → {after}"},
    "diff.cell": {"zh": "{way}：{value}", "en": "{way}: {value}"},
    "diff.way": {"zh": "，", "en": ", "},
    "diff.parts": {"zh": "；", "en": "; "},
    "diff.pair": {"zh": "{label} {value}", "en": "{label} {value}"},
    "diff.under": {"zh": "理解 {reading} 为 {option} 的，{value}", "en": "under {reading}={option} {value}"},
    "diff.from": {"zh": "自{day}起 {value}", "en": "from {day} {value}"},
    "diff.lines": {"zh": "行 {before} → {after}", "en": "line {before} → {after}"},
    "diff.line-added": {"zh": "行 {after}", "en": "line {after}"},
    "diff.line-removed": {"zh": "原来的行 {before}", "en": "line {before} of old"},
    "diff.affected": {
        "zh": "自身的规定没有变、但靠着变了的内容的规则：",
        "en": "rules that do not change themselves, but lean on what does:",
    },
    "diff.through": {"zh": "{rule}：用到{things}", "en": "{rule}: uses {things}"},
    "diff.timed": {
        "zh": "其余 {count} 条规则：用到{thing}的施行期间",
        "en": "{count} other rule(s): by the time in force of the {thing}",
    },
    "diff.thing": {"zh": "{part}“{name}”", "en": "{part} “{name}”"},
    "diff.counts": {
        "zh": "共 {count} 处：新增 {added}，删去 {removed}，修改 {changed}，改代号 {renamed}；其中只改文字的 {wording}",
        "en": "{count} part(s): {added} added, {removed} removed, {changed} changed, {renamed} with another id; "
        "of these {wording} in words only",
    },
    # who moves
    "moves.title": {
        "zh": "对记录的影响，判定日 {as_of}（原来 → 现在）：",
        "en": "what of the records moves, as of {as_of} (before → after):",
    },
    "moves.column.rule": {"zh": "规则", "en": "rule"},
    "moves.column.subject": {"zh": "对象", "en": "about"},
    "moves.column.before": {"zh": "原来", "en": "before"},
    "moves.column.after": {"zh": "现在", "en": "after"},
    "moves.moved": {"zh": "变了 {count}", "en": "{count} moved"},
    "moves.only_before": {"zh": "只有原来有 {count}", "en": "{count} only before"},
    "moves.only_after": {"zh": "只有现在有 {count}", "en": "{count} only after"},
    "moves.same": {"zh": "没有变 {count}", "en": "{count} unchanged"},
    "moves.none": {"zh": "没有一条结论变", "en": "no finding moves"},
    "moves.absent": {"zh": "（没有结论）", "en": "(no finding)"},
    "moves.line": {"zh": "{before} → {after}", "en": "{before} → {after}"},
    "moves.by": {"zh": "（{parts}）", "en": " ({parts})"},
    "moves.later": {"zh": "日期推后{days}天", "en": "{days} day(s) later"},
    "moves.earlier": {"zh": "日期提前{days}天", "en": "{days} day(s) earlier"},
    "moves.more": {"zh": "多{amount}", "en": "{amount} more"},
    "moves.less": {"zh": "少{amount}", "en": "{amount} less"},
    "moves.down": {"zh": "后退{amount}名", "en": "down by {amount}"},
    "moves.up": {"zh": "前进{amount}名", "en": "up by {amount}"},
    "moves.other": {
        "zh": "另有 {rules} 条规则的结论都没有变（{count} 条）",
        "en": "{rules} more rule(s): nothing moves ({count} finding(s))",
    },
    "moves.counts": {"zh": "结论条数：{counts}", "en": "findings: {counts}"},
    # what hangs on a reading
    "sensitivity.title": {
        "zh": "哪些结论取决于理解，判定日 {as_of}",
        "en": "What hangs on which reading, as of {as_of}",
    },
    "sensitivity.alone": {
        "zh": "每次只换一种理解，其余照旧；几种理解一起换会怎样，这里没有算。",
        "en": "One reading is switched at a time, all others stay; what several together would do is not told.",
    },
    "sensitivity.pack": {"zh": "{label}（{id} {version}）", "en": "{label} ({id} {version})"},
    "sensitivity.reading": {"zh": "理解 {id}  {clause}“{words}”", "en": "reading {id}  {clause}“{words}”"},
    "sensitivity.taken": {"zh": "采用 {option}：{label}", "en": "taken: {option}: {label}"},
    "sensitivity.option": {"zh": "换成 {option}：{label}", "en": "switched to {option}: {label}"},
    "sensitivity.nothing": {"zh": "没有一条结论变", "en": "no finding moves"},
    "sensitivity.still": {
        "zh": "换哪一种都没有结论变的理解：{readings}",
        "en": "readings on which nothing hangs: {readings}",
    },
    "sensitivity.certain": {"zh": "没有写几种理解", "en": "has no readings"},
    "sensitivity.ranges": {
        "zh": "每个单位（人员）的分数、名次，换一种理解最少、最多是多少：",
        "en": "points and ranks of each unit or person, the least and the most over all single switches:",
    },
    "sensitivity.columns": {"zh": "对象 时段 现在 最少 最多", "en": "about period now least most"},
    "sensitivity.under": {"zh": "{value}（{options}）", "en": "{value} ({options})"},
    "sensitivity.no-ranges": {
        "zh": "没有一个单位（人员）的分数、名次随理解而变",
        "en": "no points or ranks of a unit or person hang on a reading",
    },
}

CHANGE_TEXTS: dict[str, dict[Lang, str]] = _TEXTS
CHANGE_HELP: dict[str, dict[Lang, str]] = {
    "diff": {
        "zh": "比较一个规则包的两个版本：意思上改了什么（修订对照表），对哪些记录有影响",
        "en": "compare two versions of a pack: what changed by meaning, and what of some records moves by it",
    },
    "old-pack": {"zh": "原来的规则包的代号或文件", "en": "id or file of the old pack"},
    "new-pack": {"zh": "修改以后的规则包的代号或文件", "en": "id or file of the new pack"},
    "diff-records": {
        "zh": "记录文件（.jsonl、.json、.csv）或文件夹（可以写多次）：按两个规则包各判定一遍，列出变了的结论；"
        "和 --as-of 一起写",
        "en": "files of records (.jsonl, .json, .csv) or folders (repeatable): they are judged by both packs, and the "
        "findings that are others are told; goes with --as-of",
    },
    "diff-as-of": {
        "zh": "判定日，如 2021-12-31；和 --records 一起写",
        "en": "the day to judge as of; goes with --records",
    },
    "diff-most": {
        "zh": "每条规则最多列几条变了的结论（0 为只列条数）",
        "en": "how many findings of a rule that move to show (0: only count them)",
    },
    "sensitivity": {
        "zh": "不列结论，列出哪些结论取决于理解：每次换一种理解，哪些变、怎样变，每个单位最少、最多得多少",
        "en": "instead of the findings tell which hang on which reading: one reading is switched at a time; what "
        "moves, and the least and the most for each unit",
    },
    "diff-format": {
        "zh": "输出格式：text（默认）、markdown（修订对照表）、json",
        "en": "output format: text (default), markdown (a table of both versions), json",
    },
}
"""The help of the commands and options that tell of changes."""
