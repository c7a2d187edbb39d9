"""The phrases of explanations that one kind of rule has for itself, in Chinese and English."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Lang

KIND_PHRASES: dict[str, dict[Lang, str]] = {
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
    "overlap-exempt": {"zh": "是否不受限制", "en": "is it exempt"},
    "overlap-one": {"zh": "记录 {id}", "en": "record {id}"},
    "overlap-other": {"zh": "与之重复的记录 {id}", "en": "the other record, {id}"},
    "overlap-more": {"zh": "与之重复的共{records}件", "en": "it meets {records} record(s) in all"},
    "overlap-days": {"zh": "重叠{days}天：{start} 至 {end}", "en": "{days} day(s) in common: {start} to {end}"},
    # outcomes
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
    # duties
    "duty-count": {
        "zh": "{first}至{last}：至少{least}件，{due}前（含当日）完成；已有{count}件",
        "en": "{first} to {last}: at least {least}, by {due} at the latest; {count} on record",
    },
    "duty-count-hour": {
        "zh": "{first}至{last}：至少{least}件，{due}前完成；已有{count}件",
        "en": "{first} to {last}: at least {least}, by {due} at the latest; {count} on record",
    },
    # ladders
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
