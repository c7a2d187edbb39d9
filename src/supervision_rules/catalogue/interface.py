"""What reports and commands say around findings, in Chinese and English: headings, counts, comparisons."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from supervision_rules.catalogue.calendar import CALENDAR_TEXTS
from supervision_rules.catalogue.changes import CHANGE_TEXTS
from supervision_rules.catalogue.entry import Lang
from supervision_rules.catalogue.findings import FINDING_TEXTS
from supervision_rules.catalogue.trials import TRIAL_TEXTS

_TEXTS: dict[str, dict[Lang, str]] = {
    # diagnostics
    "severity.error": {"zh": "错误", "en": "error"},
    "severity.warning": {"zh": "警告", "en": "warning"},
    "severity.note": {"zh": "提示", "en": "note"},
    "mend": {"zh": "改法：", "en": "help: "},
    "left-out": {"zh": "{code} 另有 {count} 处没有列出", "en": "{count} more of {code} not shown"},
    "clean": {"zh": "{packs} 个规则包没有发现问题", "en": "{packs} pack(s) checked, nothing found"},
    "found": {
        "zh": "{packs} 个规则包：错误 {errors}，警告 {warnings}，提示 {notes}",
        "en": "{packs} pack(s): {errors} error(s), {warnings} warning(s), {notes} note(s)",
    },
    "analysed": {"zh": "不看记录分析了：{counts}", "en": "looked into without records: {counts}"},
    "analysed-none": {"zh": "没有", "en": "nothing"},
    "analysed-count": {"zh": "{sort} {count}（全部分析的 {exact}）", "en": "{sort} {count} (wholly {exact})"},
    "analysed-found": {"zh": "推得出的 {count} 处：", "en": "{count} proved:"},
    "analysed-open": {
        "zh": "没有分析，或没有全部分析的 {count} 处，因为：",
        "en": "{count} not analysed, or not wholly, because:",
    },
    "analysed-line": {"zh": "  {place} {sort} {about}：{words}", "en": "  {place} {sort} {about}: {words}"},
    "analysed-under": {"zh": "（采用的理解：{options}）", "en": " (under {options})"},
    "analysed.table": {"zh": "情形表", "en": "table"},
    "analysed.condition": {"zh": "条件", "en": "condition"},
    "analysed.amount": {"zh": "分数", "en": "amount"},
    "analysed.ladder": {"zh": "阶梯", "en": "ladder"},
    "analysed.quota": {"zh": "名额", "en": "quota"},
    "accepted": {
        "zh": "已把这份正文记为对照过的：{path}",
        "en": "kept what the pack was held against: {path}",
    },
    "untold": {
        "zh": "另有错误 {count} 处，按 --select、--ignore 没有列出，照样算数",
        "en": "{count} more error(s), which count, are not shown (--select, --ignore)",
    },
    "suppressed": {
        "zh": "另有 {count} 处，规则包里用注释写明了理由，不再提（# sr: ignore）",
        "en": "{count} more suppressed by comments that give a reason (# sr: ignore)",
    },
    "watching": {
        "zh": "正在看着文件，改了就再来一遍（Ctrl-C 停）",
        "en": "watching the files: changes begin it again (Ctrl-C ends it)",
    },
    "unchanged": {
        "zh": "自 {base} 以来没有改动规则包，没有检查",
        "en": "no pack has changed since {base}; none was checked",
    },
    "untested": {
        "zh": "自 {base} 以来没有改动规则包和用例，没有运行",
        "en": "no pack and no cases have changed since {base}; none were run",
    },
    "not-annotated": {
        "zh": "另有{severity} {count} 处没有标注（GitHub 一步只显示 10 处），列在下面和汇总里",
        "en": "{count} more of severity {severity} are not annotated (GitHub shows 10 of a step); they are listed "
        "here and in the summary",
    },
    "summary-title": {"zh": "规则包检查", "en": "Check of the packs"},
    "summary-headings": {"zh": "轻重 代码 位置 说什么", "en": "severity code place message"},
    "more-rows": {"zh": "……另有 {count} 处没有列出", "en": "… and {count} more"},
    "written": {
        "zh": "写好了 {pack} 和用例 {cases}\n检查：supervision-rules check {path}\n"
        "运行用例：supervision-rules test {path}",
        "en": "written: {pack} and its cases {cases}\ncheck it: supervision-rules check {path}\n"
        "run its cases: supervision-rules test {path}",
    },
    "schema": {"zh": "写好了 {path}", "en": "written: {path}"},
    # the page of a code
    "page.when": {"zh": "何时出现：", "en": "when: "},
    "page.why": {"zh": "为什么：", "en": "why: "},
    "page.how": {"zh": "怎样改：", "en": "how to mend it: "},
    "page.example": {"zh": "例子", "en": "example"},
    "page.expected": {"zh": "说的是（代码 行:列）：{told}", "en": "told (code line:column): {told}"},
    "page.fixed": {"zh": "改好以后", "en": "mended"},
    # reports of results
    "pack-heading": {
        "zh": "{label}（{id} {version}），判定日 {as_of}",
        "en": "{label} ({id} {version}), as of {as_of}",
    },
    "no-force-dates": {
        "zh": "文件没有写明从哪一天起施行，任何日期的事都按它判定",
        "en": "the document names no day of force: whatever its day, everything is judged by it",
    },
    "not-yet-in-force": {
        "zh": "文件自 {since} 起施行，判定日还没有施行，不作判定",
        "en": "the document is in force from {since}: on the day asked it is not, and nothing is judged",
    },
    "no-longer-in-force": {
        "zh": "文件施行到 {until} 为止，只判定此前开始的事项",
        "en": "the document was in force until {until}: only matters begun by then are judged",
    },
    "rule-heading": {"zh": "{clause} {label}（{id}）", "en": "{clause} {label} ({id})"},
    "quoted": {"zh": "“{words}”", "en": "“{words}”"},
    "nothing": {"zh": "没有需要指出的事项", "en": "nothing to report"},
    "more-findings": {"zh": "……另有 {count} 条", "en": "… and {count} more"},
    "all-findings": {"zh": "共 {count} 条", "en": "{count} finding(s)"},
    "in-order": {
        "zh": "另有 {count} 条在正常范围内，没有列出（--all 全部列出）",
        "en": "{count} in order, not shown (--all)",
    },
    "incomplete": {"zh": "结果不完整：{parts}", "en": "incomplete: {parts}"},
    "set-aside": {
        "zh": "{total} 件记录中有 {rejected} 件未采用",
        "en": "{rejected} of {total} records were set aside",
    },
    "columns-aside": {"zh": "{count} 列没有采用：{headings}", "en": "{count} column(s) not used: {headings}"},
    "nameless-column": {"zh": "第 {number} 列（没有列名）", "en": "column {number} (no heading)"},
    "unread-from": {"zh": "{path} 第 {line} 行起", "en": "{path} from line {line} on"},
    "not-read": {"zh": "{places}没有读", "en": "not read: {places}"},
    "not-read-of-many": {
        "zh": "{files} 个文件没有读全：{places}……",
        "en": "{files} files not read to the end: {places}, …",
    },
    "records": {
        "zh": "采用 {used} 件记录，重复 {duplicates} 件，未采用 {rejected} 件",
        "en": "{used} records used, {duplicates} duplicates, {rejected} set aside",
    },
    "summary": {"zh": "汇总", "en": "summary"},
    "pack": {"zh": "规则包", "en": "pack"},
    "receipt": {
        "zh": "凭据：软件 {library}，记录 {records}，日历 {calendars}",
        "en": "receipt: version {library}, records {records}, calendar {calendars}",
    },
    # explain
    "no-findings": {
        "zh": "没有关于“{subject}”的结论；要知道某条规则为什么没有结论，用 --rule 写明那条规则的代号",
        "en": "there is no finding about “{subject}”; to be told why a rule made none, name it with --rule",
    },
    "no-findings-in": {
        "zh": "没有关于“{subject}”在{period}的结论；有结论的时段：{periods}",
        "en": "nothing was found about “{subject}” in {period}; there are findings of: {periods}",
    },
    # replay
    "same": {"zh": "相同：重算的结果与文件一致（{findings} 条结论）", "en": "same: {findings} finding(s) agree"},
    "different": {"zh": "不同：{count} 处", "en": "different: {count} difference(s)"},
    "changed": {"zh": "{what}：原为 {old}，现为 {new}", "en": "{what}: was {old}, is {new}"},
    "gone": {"zh": "{what}：现在没有了", "en": "{what}: gone"},
    "new": {"zh": "{what}：原来没有", "en": "{what}: new"},
    "other-records": {
        "zh": "记录与当时的不同（原为 {old}，现为 {new}），以下的不同可能由此而来",
        "en": "the records are not those of then (were {old}, are {new}); what follows may come of it",
    },
    "more-changed": {"zh": "……另有 {count} 处改变没有列出", "en": "… and {count} more changed"},
    "more-gone": {"zh": "……另有 {count} 处现在没有了，没有列出", "en": "… and {count} more gone"},
    "more-new": {"zh": "……另有 {count} 处原来没有，没有列出", "en": "… and {count} more new"},
    # list and show
    "force-unstated": {"zh": "未写明", "en": "unstated"},
    "force": {"zh": "施行期间：{force}", "en": "in force: {force}"},
    "list-packs": {"zh": "代号 版本 施行 规则条数 名称", "en": "id version force rules name"},
    "list-rules": {"zh": "代号 条款 种类 名称", "en": "id clause kind name"},
    "list-reading": {"zh": "{id}  {clause}“{words}”", "en": "{id}  {clause} “{words}”"},
    "taken": {"zh": "（采用）", "en": " (taken)"},
    "used-by": {"zh": "用到它的规则：{rules}", "en": "used by: {rules}"},
    "no-readings": {"zh": "没有可作不同理解之处", "en": "no readings"},
    "document": {"zh": "依据：{title} {number}", "en": "document: {title} {number}"},
    "not-computable": {"zh": "不由机器判定：{clause} {reason}", "en": "not computable: {clause} {reason}"},
    # tests
    "difference.subject": {"zh": "对象", "en": "about"},
    "difference.key": {"zh": "项目", "en": "key"},
    "difference.expected": {"zh": "应为", "en": "expected"},
    "difference.found": {"zh": "得出", "en": "found"},
    "state.none": {"zh": "不应有结论", "en": "no finding"},
    "no-finding": {"zh": "没有结论", "en": "no finding"},
    "nothing-there": {"zh": "没有", "en": "nothing"},
    "called": {"zh": "{name}（{label}）", "en": "{name} ({label})"},
    "more-differences": {"zh": "……另有 {count} 处不同", "en": "… and {count} more"},
    "more-failed": {"zh": "……另有 {count} 个没有通过，没有列出", "en": "… and {count} more failed"},
    "explain-trial": {
        "zh": "看结论从何而来：supervision-rules test {pack} -k {name} --explain",
        "en": "to see where the findings come from: supervision-rules test {pack} -k {name} --explain",
    },
    "one-sided": {"zh": "{rule}（{label}）{lacking}", "en": "{rule} ({label}): {lacking}"},
    "no-trial": {"zh": "没有用例", "en": "no case"},
    "lacks-hold": {
        "zh": "缺成立的一面（逾期、不符合、已到、计分、认定等）",
        "en": "no case in which it takes hold (late, breached, reached, scored, concluded …)",
    },
    "lacks-other": {
        "zh": "缺不成立的一面（按时、符合、没有结论、0 分或起始分等）",
        "en": "no case in which it does not take hold (on time, met, no finding, no points, a score at its base …)",
    },
    "more-rules": {"zh": "……另有 {count} 条规则也缺", "en": "… and {count} more rules"},
    "both-sides": {
        "zh": "一条规则的两面，要写成两个用例，或写成 vary 的两项；同一次判定里的两件事，只算一面",
        "en": "show the two sides of a rule in two cases or two entries of vary; what is judged at once is one side",
    },
    "not-run": {
        "zh": "{pack}：用例有 {errors} 处错误，没有运行",
        "en": "{pack}: the cases were not run ({errors} error(s))",
    },
    "partly-run": {
        "zh": "{pack}：用例有 {errors} 处错误，{left} 个用例没有运行，其余都运行了",
        "en": "{pack}: {left} case(s) were not run ({errors} error(s)); the others were",
    },
    "tests": {"zh": "{pack}：通过 {passed}，未通过 {failed}", "en": "{pack}: {passed} passed, {failed} failed"},
}

TEXTS: Mapping[str, Mapping[Lang, str]] = MappingProxyType(
    _TEXTS | FINDING_TEXTS | CALENDAR_TEXTS | TRIAL_TEXTS | CHANGE_TEXTS
)
