"""The fixed phrases of explanations, in Chinese and English. Each ``{name}`` is a word that the reason gives."""

from __future__ import annotations

from supervision_rules.catalogue.amounts import AMOUNT_PHRASES
from supervision_rules.catalogue.entry import Lang

_PHRASES: dict[str, dict[Lang, str]] = {
    # what every explanation has
    "conclusion": {"zh": "{rule}｜{subject}：{finding}", "en": "{rule} | {subject}: {finding}"},
    "cites": {"zh": "依据 {clause}“{words}”（规则 {rule}）", "en": "under {clause} “{words}” (rule {rule})"},
    "reading": {
        "zh": "按理解 {id}＝{option}：{label}（“{words}”）",
        "en": "reading {id} = {option}: {label} (“{words}”)",
    },
    "missing": {"zh": "尚缺 {fact}", "en": "missing: {fact}"},
    "not-fixed": {
        "zh": "{day} 起的放假安排尚无通知，其中的工作日是推算的",
        "en": "no notice has fixed {day} yet: whether it is worked is foretold",
    },
    "provisional": {
        "zh": "暂定：{day} 起的放假安排尚无通知",
        "en": "provisional: no notice has fixed {day} yet",
    },
    "unplaced": {"zh": "没有写明归谁，不计入任何一个", "en": "it names nobody, and counts for nobody"},
    "in-force": {"zh": "文件施行期间：自 {since} 至 {until}", "en": "the document is in force from {since} to {until}"},
    "replaces-open-old": {
        "zh": "{day} 起接替 {pack}；那天没有办结的仍归 {pack}",
        "en": "it replaces {pack} from {day}; what was open then stays under {pack}",
    },
    "replaces-open-new": {
        "zh": "{day} 起接替 {pack}；那天没有办结的归本文件，已办结的归 {pack}",
        "en": "it replaces {pack} from {day}; what was open then passes to it, what was done stays under {pack}",
    },
    "replaced-open-old": {
        "zh": "{day} 起由 {pack} 接替；那天没有办结的仍归本文件",
        "en": "{pack} replaces it from {day}; what was open then stays under it",
    },
    "replaced-open-new": {
        "zh": "{day} 起由 {pack} 接替；那天没有办结的转归 {pack}",
        "en": "{pack} replaces it from {day}; what was open then passes to {pack}",
    },
    "passed-from": {
        "zh": "{matter} {day} 还没有办结，那天由 {pack} 转来，从头到尾按本文件判",
        "en": "{matter} was still open on {day} and passed from {pack} then: it is judged as a whole by this document",
    },
    "passed-to": {
        "zh": "{matter} {day} 还没有办结，那天转归 {pack}；在那以前结束的时段仍归本文件",
        "en": "{matter} was still open on {day} and passed to {pack} then; windows that ended before stay here",
    },
    "counted-from": {
        "zh": "{day} 起接替 {pack}：转来的事项，以前的记录算在 {pack}，从那天起的算在本文件",
        "en": "it replaces {pack} from {day}: what matters that passed had on record before counts there",
    },
    "counted-to": {
        "zh": "{day} 起由 {pack} 接替：转去的事项，以前的记录仍算在本文件，从那天起的算在 {pack}",
        "en": "{pack} replaces it from {day}: what matters that passed had on record before counts here",
    },
    "duty-taken-over": {
        "zh": "{day} 起由本文件接替：这个时段只由本文件管，以前做的也算",
        "en": "this document takes over on {day}: the period is owed under it alone, and what was done before counts",
    },
    "no-finding": {"zh": "{rule}｜{subject}：没有结论", "en": "{rule} | {subject}: no finding"},
    "guard": {
        "zh": "这条规则的条件不成立，或没有可判定的记录",
        "en": "its condition does not hold, or nothing is on record",
    },
    "other-kind": {"zh": "这条规则针对“{wanted}”，这是{type}", "en": "the rule is for {wanted}, this is {type}"},
    "window-seen": {"zh": "看的是判定日所在的{period}", "en": "seen through {period}, in which the day asked lies"},
    "window-asked": {"zh": "看的是{period}", "en": "seen through {period}"},
    "window-unjudged": {"zh": "没有判过{asked}", "en": "{asked} was not judged"},
    "no-windows": {"zh": "这条规则不分时段", "en": "the rule has no windows"},
    "windows-others": {
        "zh": "判了{windows}个时段，另外{others}个如下；要看其中一个，写明时段，如 --period {period}",
        "en": 'judged in {windows} windows, the {others} other(s) below; to see one, name it, as --period "{period}"',
    },
    "windows-all": {
        "zh": "判过的时段，共{windows}个；要看其中一个，写明时段，如 --period {period}",
        "en": 'judged in {windows} window(s), as below; to see one, name it, as --period "{period}"',
    },
    "windows-more": {"zh": "更早的{windows}个没有列出", "en": "{windows} earlier one(s) are not listed"},
    "window-passed": {"zh": "{period}：条件不成立", "en": "{period}: its condition does not hold"},
    "window-silent": {"zh": "{period}：没有结论", "en": "{period}: no finding"},
    "nothing-counted": {"zh": "{period}没有可以计入的记录", "en": "nothing on record counts in {period}"},
    "dated-record": {
        "zh": "按事情开始的那一天（{day}）的规定",
        "en": "by the values of the day on which it began, {day}",
    },
    "dated-window": {
        "zh": "按时段第一天（{day}）的规定",
        "en": "by the values of the first day of the period, {day}",
    },
    "dated-register": {"zh": "按判定日（{day}）的规定", "en": "by the values of the day asked, {day}"},
    "dated-value": {"zh": "{key} 自 {since} 起：{limit}", "en": "{key} from {since}: {limit}"},
    "dated-part": {"zh": "{key} 用自 {since} 起的", "en": "{key} as from {since}"},
    "no-value": {"zh": "这条规则自 {first} 才有值", "en": "the rule has values from {first} only"},
    "applies": {"zh": "适用条件", "en": "applies"},
    # expressions and facts
    "expression": {"zh": "{text} → {value}", "en": "{text} → {value}"},
    "asked": {"zh": "{text} → {value}", "en": "{text} → {value}"},
    "asked-in-vain": {"zh": "{text} → {value}，该规则没有结论", "en": "{text} → {value}: the rule found nothing"},
    "asked-then": {"zh": "{text} → {value}（看到{day}为止）", "en": "{text} → {value} (as of {day})"},
    "asked-then-in-vain": {
        "zh": "{text} → {value}，到{day}为止该规则没有结论",
        "en": "{text} → {value}: the rule had found nothing by {day}",
    },
    "asked-finding": {"zh": "{rule}｜{subject}：{finding}", "en": "{rule} | {subject}: {finding}"},
    "fact": {"zh": "{label}（{name}）＝{value}，见 {type} {id}", "en": "{label} ({name}) = {value}, from {type} {id}"},
    "fact-of-nobody": {
        "zh": "{label}（{name}）＝未知：{type} {id} 没有写明{whose}",
        "en": "{label} ({name}) = unknown: {type} {id} does not state its {whose}",
    },
    "day": {"zh": "{label}（{name}）＝{value}", "en": "{label} ({name}) = {value}"},
    "day-end": {
        "zh": "看到{period}末日（{name}）＝{value}",
        "en": "seen at the end of {period} ({name}) = {value}",
    },
    "day-then": {"zh": "当时（{name}）＝{value}", "en": "as of then ({name}) = {value}"},
    "derived": {"zh": "{label}（{name}）＝{value}，由 {text}", "en": "{label} ({name}) = {value}, from {text}"},
    "counted": {
        "zh": "{label}（{name}）＝{value}，由 {records} 件记录",
        "en": "{label} ({name}) = {value}, from {records} record(s)",
    },
    "counted-periods": {
        "zh": "{label}（{name}）＝{value}，由 {records} 个时段",
        "en": "{label} ({name}) = {value}, from {records} period(s)",
    },
    "counted-peers": {
        "zh": "{label}（{name}）＝{value}，由 {records} 个{type}",
        "en": "{label} ({name}) = {value}, from {records} × {type}",
    },
    "by-field": {
        "zh": "按{label}（{name}）归属，别的字段写到它的不算",
        "en": "by {label} ({name}); what names it in another field does not count",
    },
    "counted-none": {"zh": "{label}（{name}）：没有这样的记录", "en": "{label} ({name}): no such record"},
    "others-none": {"zh": "{label}（{name}）：没有其他{type}", "en": "{label} ({name}): there is no other {type}"},
    "others-none-alike": {
        "zh": "{label}（{name}）：没有同类的其他{type}",
        "en": "{label} ({name}): there is no other {type} of its class",
    },
    "others-none-fit": {
        "zh": "{label}（{name}）：其他{type}都不符合条件",
        "en": "{label} ({name}): no other {type} is as the condition says",
    },
    "peers-none-fit": {
        "zh": "{label}（{name}）：没有一个{type}符合条件",
        "en": "{label} ({name}): no {type} is as the condition says",
    },
    "record": {"zh": "{type} {id}，{date}{taken}", "en": "{type} {id}, {date}{taken}"},
    "record-doubtful": {"zh": "{type} {id}，{date}{taken}，是否计入不明", "en": "{type} {id}, {date}{taken}, in doubt"},
    "record-failing": {
        "zh": "{type} {id}，{date}{taken}，不符合",
        "en": "{type} {id}, {date}{taken}, does not meet it",
    },
    "record-breaking": {
        "zh": "{type} {id}，{date}{taken}，不符合，从它以后数起",
        "en": "{type} {id}, {date}{taken}, does not meet it: counted from the next",
    },
    "record-period": {"zh": "{period}{taken}", "en": "{period}{taken}"},
    "record-period-doubtful": {"zh": "{period}{taken}，是否计入不明", "en": "{period}{taken}, in doubt"},
    "record-period-failing": {"zh": "{period}{taken}，不符合", "en": "{period}{taken}, does not meet it"},
    "record-period-breaking": {
        "zh": "{period}{taken}，不符合，从它以后数起",
        "en": "{period}{taken}, does not meet it: counted from the next",
    },
    "record-entry": {"zh": "{subject}{taken}", "en": "{subject}{taken}"},
    "record-entry-doubtful": {"zh": "{subject}{taken}，是否计入不明", "en": "{subject}{taken}, in doubt"},
    "record-entry-failing": {"zh": "{subject}{taken}，不符合", "en": "{subject}{taken}, does not meet it"},
    "record-entry-breaking": {
        "zh": "{subject}{taken}，不符合，从它以后数起",
        "en": "{subject}{taken}, does not meet it: counted from the next",
    },
    # limits and days
    "case-matched": {"zh": "第{number}种情形成立：{words}", "en": "case {number} holds: {words}"},
    "case-unknown": {"zh": "第{number}种情形不明：{words}", "en": "case {number} is unclear: {words}"},
    "case-remaining": {
        "zh": "以上不明的都不成立的，按第{number}种情形：{words}",
        "en": "if none of those in doubt holds, case {number} applies: {words}",
    },
    "case-passed": {"zh": "第{number}种情形不成立：{words}", "en": "case {number} does not hold: {words}"},
    "due-date": {"zh": "到期日 {due}", "en": "due on {due}"},
    "start": {"zh": "自 {day} 起算，当日不计", "en": "counted from {day}, that day not included"},
    "limit": {"zh": "期限 {limit}，到期日 {due}", "en": "limit {limit}, due on {due}"},
    "due-first": {"zh": "原到期日 {due}", "en": "first due on {due}"},
    "due-hour": {"zh": "{due} 到期", "en": "due at {due}"},
    "start-hour": {"zh": "自 {day} 起算", "en": "counted from {day}"},
    "limit-hour": {"zh": "期限 {limit}，{due} 到期", "en": "limit {limit}, due at {due}"},
    "limit-first": {"zh": "期限 {limit}，原到期日 {due}", "en": "limit {limit}, first due on {due}"},
    "limit-earliest": {"zh": "期限 {limit}，最早 {due} 到期", "en": "limit {limit}, due on {due} at the earliest"},
    "limit-open": {
        "zh": "期限 {limit}，停止计时，到期日未定",
        "en": "limit {limit}, the clock has stopped: no due day yet",
    },
    "limit-scaled": {
        "zh": "{limit} × {factor}，计{length}",
        "en": "{limit} × {factor}, taken as {length}",
    },
    "late-workdays": {"zh": "迟了几个工作日", "en": "late in working days"},
    "late-office-hours": {"zh": "迟了几个办公小时：自 {due} 起数", "en": "late in office hours, counted from {due}"},
    "stop": {
        "zh": "停止计时：{type} {id}，{since} 之后至 {until} 不计",
        "en": "the clock stopped: {type} {id}, the days after {since} up to {until} do not count",
    },
    "stop-open": {
        "zh": "停止计时：{type} {id}，{since} 之后不计，还没有恢复",
        "en": "the clock stopped: {type} {id}, the days after {since} do not count, it has not gone on yet",
    },
    "stop-idle": {
        "zh": "{type} {id}（{since} 至 {until}）不影响到期日：到期日不是数出来的",
        "en": "{type} {id} ({since} to {until}) does not move the due day, which is not counted",
    },
    "stop-doubtful": {
        "zh": "是否停止计时、停到何时不明：{type} {id}",
        "en": "it is unclear whether and how long {type} {id} stopped the clock",
    },
    "extension-granted": {
        "zh": "延期：{type} {id}，{asked} 申请，到期日由 {before} 改为 {due}",
        "en": "extended: {type} {id}, asked for on {asked}, due on {due} instead of {before}",
    },
    "extension-capped": {
        "zh": "延期：{type} {id}，{asked} 申请，到期日由 {before} 改为 {due}，已到上限",
        "en": "extended: {type} {id}, asked for on {asked}, due on {due} instead of {before}, which is the most",
    },
    "extension-late": {
        "zh": "延期不算：{type} {id}，{asked} 申请，已过到期日 {before}",
        "en": "not extended: {type} {id}, asked for on {asked}, after the due day {before}",
    },
    "extension-short": {
        "zh": "延期不算：{type} {id}，{asked} 申请，至迟应在 {latest} 申请，到期日 {before}",
        "en": "not extended: {type} {id}, asked for on {asked}, to be asked for by {latest}; due on {before}",
    },
    "extension-beyond": {
        "zh": "延期不算：{type} {id}，{asked} 申请，最多延期{most}次",
        "en": "not extended: {type} {id}, asked for on {asked}, beyond {most} extension(s)",
    },
    "extension-doubtful": {
        "zh": "是否延期、延到何时不明：{type} {id}，当时的到期日 {before}",
        "en": "it is unclear whether and how long {type} {id} extends it; due on {before} until then",
    },
    "due-between": {
        "zh": "到期日最早 {due}，最迟 {latest}",
        "en": "due on {due} at the earliest, on {latest} at the latest",
    },
    "due-anyhow": {"zh": "不论怎样，到期日都是 {due}", "en": "due on {due} in any case"},
    "done": {"zh": "是否办完（看到 {as_of} 为止）", "en": "done, as known on {as_of}"},
    "days": {"zh": "{start} 之后至 {end} 逐日：", "en": "the days after {start} up to {end}:"},
    "stretch": {"zh": "{stretch}", "en": "{stretch}"},
    # rules by kind: each kind's own phrases follow
    # requirements
    "item-met": {"zh": "具备：{label}（{words}）", "en": "there is: {label} ({words})"},
    "item-lacking": {"zh": "缺少：{label}（{words}）", "en": "lacking: {label} ({words})"},
    "item-unclear": {"zh": "不明：{label}（{words}）", "en": "unclear: {label} ({words})"},
    "item-skipped": {"zh": "不要求：{label}（{words}）", "en": "not required: {label} ({words})"},
    # procedures
    "step-done": {"zh": "第{number}步 {label}：{day} 已办", "en": "step {number}, {label}: done on {day}"},
    "step-open": {"zh": "第{number}步 {label}：未办", "en": "step {number}, {label}: not done"},
    "procedure-step-doubtful": {
        "zh": "第{number}步 {label}：是否已办不明",
        "en": "step {number}, {label}: unknown whether it is done",
    },
    "step-skipped": {"zh": "第{number}步 {label}：不需要", "en": "step {number}, {label}: does not apply"},
    "step-length": {
        "zh": "距“{since}”至少 {limit}：期满日 {last}，当日即可",
        "en": "at least {limit} after “{since}”: over on {last}, allowed from that day",
    },
    "step-length-clear": {
        "zh": "距“{since}”至少 {limit}：期满日 {last}，次日起方可",
        "en": "at least {limit} after “{since}”: over on {last}, allowed from the next day",
    },
    "step-fault-missing": {"zh": "缺“{label}”而已办“{later}”", "en": "“{label}” is missing although “{later}” is done"},
    "step-fault-order": {
        "zh": "“{label}”比“{previous}”早{days}天",
        "en": "“{label}” is {days} day(s) before “{previous}”",
    },
    "step-fault-requirement": {"zh": "“{label}”不符合要求", "en": "“{label}” does not meet what is required"},
    "step-fault-length": {
        "zh": "“{label}”距“{previous}”不够，{allowed} 起方可，早了{days}天",
        "en": "“{label}” is too soon after “{previous}”: allowed from {allowed}, {days} day(s) early",
    },
    # overlaps
    "overlap-one": {"zh": "记录 {id}", "en": "record {id}"},
    "overlap-other": {"zh": "与之重复的记录 {id}", "en": "the other record, {id}"},
    "overlap-more": {"zh": "与之重复的共{records}件", "en": "it meets {records} record(s) in all"},
    "overlap-days": {"zh": "重叠{days}天：{start} 至 {end}", "en": "{days} day(s) in common: {start} to {end}"},
    # outcomes
    "case-unclear": {"zh": "第{number}种情形不明：{words}", "en": "case {number} is unclear: {words}"},
    "outcome-kept": {"zh": "不升不降：“{after}”", "en": "not moved: “{after}”"},
    "outcome-lowered": {
        "zh": "降低{steps}级：由“{before}”降到“{after}”",
        "en": "{steps} lower: from “{before}” to “{after}”",
    },
    "outcome-lowered-to-the-end": {
        "zh": "应降低{steps}级，到最后一级为止：由“{before}”到“{after}”",
        "en": "{steps} lower, not beyond the last: from “{before}” to “{after}”",
    },
    "outcome-raised": {
        "zh": "提高{steps}级：由“{before}”升到“{after}”",
        "en": "{steps} higher: from “{before}” to “{after}”",
    },
    "outcome-raised-to-the-end": {
        "zh": "应提高{steps}级，到第一级为止：由“{before}”到“{after}”",
        "en": "{steps} higher, not beyond the first: from “{before}” to “{after}”",
    },
    "outcome-moved-unclear": {"zh": "升降以后是哪一种不明", "en": "unclear which it comes to when moved"},
    "outcome-moved-alike": {
        "zh": "升降以后，各种可能都到“{after}”",
        "en": "when moved, all that may be comes to “{after}”",
    },
    "consent-given": {"zh": "已有同意的记录", "en": "the consent is on record"},
    "consent-lacking": {"zh": "没有同意的记录，待同意", "en": "no consent is on record: due for it"},
    "consent-unclear": {"zh": "同意的记录是否算数不明", "en": "it is unclear whether the consent on record counts"},
    "judgement-given": {"zh": "已有人的认定", "en": "a person's judgement is on record"},
    "judgement-lacking": {"zh": "没有人的认定，待认定", "en": "no person's judgement is on record: due for it"},
    "judgement-unclear": {
        "zh": "人的认定的记录是否算数不明",
        "en": "it is unclear whether the judgement on record counts",
    },
    "duty-count": {
        "zh": "{first}至{last}：至少{least}件，{due}前（含当日）完成；已有{count}件",
        "en": "{first} to {last}: at least {least}, by {due} at the latest; {count} on record",
    },
    "duty-count-hour": {
        "zh": "{first}至{last}：至少{least}件，{due}前完成；已有{count}件",
        "en": "{first} to {last}: at least {least}, by {due} at the latest; {count} on record",
    },
    "step-reached": {"zh": "到 {day} 已达第{number}档：{words}", "en": "step {number} reached by {day}: {words}"},
    "step-passed": {"zh": "到 {day} 未达第{number}档：{words}", "en": "step {number} not reached by {day}: {words}"},
    "step-doubtful": {
        "zh": "到 {day} 是否达到第{number}档不明：{words}",
        "en": "unknown whether step {number} was reached by {day}: {words}",
    },
    "step-consent": {"zh": "须经同意，同意是否已有记录", "en": "needs a consent: is it on record"},
    "step-out-of-order": {
        "zh": "越级：此前没有到过“{before}”",
        "en": "out of order: “{before}” had not been reached before",
    },
}

PHRASES = _PHRASES | AMOUNT_PHRASES
