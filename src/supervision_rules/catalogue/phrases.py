"""The fixed phrases of explanations, in Chinese and English. Each ``{name}`` is a word that the reason gives."""

from __future__ import annotations

from supervision_rules.catalogue.amount_phrases import AMOUNT_PHRASES
from supervision_rules.catalogue.entry import Lang
from supervision_rules.catalogue.fact_phrases import FACT_PHRASES
from supervision_rules.catalogue.kind_phrases import KIND_PHRASES
from supervision_rules.catalogue.limit_phrases import LIMIT_PHRASES

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
    "unplaced": {
        "zh": "指明归属的字段空着，按它计的规则、事实都不算这一件",
        "en": "no field by which it would be counted is filled in: it counts nowhere by these",
    },
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
        "zh": "{day} 起接替 {pack}：转来的事项，以前的记录、到期的算在 {pack}，其余算在本文件",
        "en": "it replaces {pack} from {day}: what passed counts there for what was on record or due before",
    },
    "counted-to": {
        "zh": "{day} 起由 {pack} 接替：转去的事项，以前的记录、到期的仍算在本文件，其余算在 {pack}",
        "en": "{pack} replaces it from {day}: what passed counts here for what was on record or due before",
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
    # cases, of which the first that holds applies
    "case-matched": {"zh": "第{number}种情形成立：{words}", "en": "case {number} holds: {words}"},
    "case-passed": {"zh": "第{number}种情形不成立：{words}", "en": "case {number} does not hold: {words}"},
    "case-unknown": {"zh": "第{number}种情形不明：{words}", "en": "case {number} is unclear: {words}"},
    "case-unclear": {"zh": "第{number}种情形不明：{words}", "en": "case {number} is unclear: {words}"},
    "case-remaining": {
        "zh": "以上不明的都不成立的，按第{number}种情形：{words}",
        "en": "if none of those in doubt holds, case {number} applies: {words}",
    },
}

PHRASES = _PHRASES | FACT_PHRASES | LIMIT_PHRASES | KIND_PHRASES | AMOUNT_PHRASES
