"""The phrases of explanations of expressions and facts, in Chinese and English."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Lang

FACT_PHRASES: dict[str, dict[Lang, str]] = {
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
}
