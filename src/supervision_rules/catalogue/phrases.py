"""The fixed phrases of explanations, in Chinese and English. Each ``{name}`` is a word that the reason gives."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Lang

PHRASES: dict[str, dict[Lang, str]] = {
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
    "no-finding": {"zh": "{rule}｜{subject}：没有结论", "en": "{rule} | {subject}: no finding"},
    "guard": {
        "zh": "这条规则的条件不成立，或没有可判定的记录",
        "en": "its condition does not hold, or nothing is on record",
    },
    "other-kind": {"zh": "这条规则针对“{wanted}”，这是{type}", "en": "the rule is for {wanted}, this is {type}"},
    "window-seen": {"zh": "看的是判定日所在的{period}", "en": "seen through {period}, in which the day asked lies"},
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
    "asked-finding": {"zh": "{rule}｜{subject}：{finding}", "en": "{rule} | {subject}: {finding}"},
    "band": {"zh": "在“{words}”一档：{points}分", "en": "in the band “{words}”: {points} point(s)"},
    "band-at-least": {"zh": "{edge}以上一档：{points}分", "en": "in the band from {edge} on: {points} point(s)"},
    "band-over": {"zh": "超过{edge}一档：{points}分", "en": "in the band beyond {edge}: {points} point(s)"},
    "band-none": {"zh": "不到最低一档，不计分", "en": "below the lowest band: no points"},
    "band-stretch": {
        "zh": "超过{edge}的部分 {length} × {price}分 = {points}分",
        "en": "{length} beyond {edge} × {price} = {points} point(s)",
    },
    "fact": {"zh": "{label}（{name}）＝{value}，见 {type} {id}", "en": "{label} ({name}) = {value}, from {type} {id}"},
    "derived": {"zh": "{label}（{name}）＝{value}，由 {text}", "en": "{label} ({name}) = {value}, from {text}"},
    "counted": {
        "zh": "{label}（{name}）＝{value}，由 {records} 件记录",
        "en": "{label} ({name}) = {value}, from {records} record(s)",
    },
    "counted-none": {"zh": "{label}（{name}）：没有这样的记录", "en": "{label} ({name}): no such record"},
    "record": {"zh": "{type} {id}，{date}", "en": "{type} {id}, {date}"},
    "record-period": {"zh": "{period}", "en": "{period}"},
    "record-period-doubtful": {"zh": "{period}，是否计入不明", "en": "{period}, in doubt"},
    "record-entry": {"zh": "{type} {id}", "en": "{type} {id}"},
    "record-entry-doubtful": {"zh": "{type} {id}，是否计入不明", "en": "{type} {id}, in doubt"},
    "record-doubtful": {"zh": "{type} {id}，{date}，是否计入不明", "en": "{type} {id}, {date}, in doubt"},
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
        "zh": "“{label}”距“{previous}”只有{days}天，{allowed} 起方可",
        "en": "“{label}” is only {days} day(s) after “{previous}”, allowed from {allowed}",
    },
    # overlaps
    "overlap-one": {"zh": "记录 {id}", "en": "record {id}"},
    "overlap-other": {"zh": "与之重复的记录 {id}", "en": "the other record, {id}"},
    "overlap-more": {"zh": "与之重复的共{records}件", "en": "it meets {records} record(s) in all"},
    "overlap-days": {"zh": "重叠{days}天：{start} 至 {end}", "en": "{days} day(s) in common: {start} to {end}"},
    # outcomes
    "case-unclear": {"zh": "第{number}种情形不明：{words}", "en": "case {number} is unclear: {words}"},
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
    # points, scores, rankings
    "points-record": {"zh": "{type} {id}（{date}）：{points}分", "en": "{type} {id} ({date}): {points} point(s)"},
    "points-record-beyond": {
        "zh": "{type} {id}（{date}）：已满，不计（{points}分）",
        "en": "{type} {id} ({date}): beyond the most that count ({points} point(s))",
    },
    "points-at-most-week": {"zh": "每周最多计{most}件", "en": "at most {most} count in a week"},
    "points-at-most-month": {"zh": "每月最多计{most}件", "en": "at most {most} count in a month"},
    "points-at-most-quarter": {"zh": "每季度最多计{most}件", "en": "at most {most} count in a quarter"},
    "points-at-most-half year": {"zh": "每半年最多计{most}件", "en": "at most {most} count in half a year"},
    "points-at-most-year": {"zh": "每年最多计{most}件", "en": "at most {most} count in a year"},
    "points-more-records": {"zh": "另有 {records} 件", "en": "and {records} more record(s)"},
    "points-highest": {"zh": "只取分数最高的一件", "en": "only the highest counts"},
    "points-once": {
        "zh": "{per} 相同的只算分数最高的一件",
        "en": "of those with the same {per} only the highest counts",
    },
    "divided-by-zero": {"zh": "除数为零，商作 {points}", "en": "divided by zero, which gives {points}"},
    "points-add": {"zh": "加{points}分", "en": "adds {points} point(s)"},
    "points-deduct": {"zh": "扣{points}分", "en": "deducts {points} point(s)"},
    "points-add-capped": {"zh": "加{raw}分，按上限计{points}分", "en": "adds {raw} point(s), capped at {points}"},
    "points-deduct-capped": {"zh": "扣{raw}分，按上限计{points}分", "en": "deducts {raw} point(s), capped at {points}"},
    "points-add-raised": {"zh": "加{raw}分，按下限计{points}分", "en": "adds {raw} point(s), raised to {points}"},
    "points-deduct-raised": {"zh": "扣{raw}分，按下限计{points}分", "en": "deducts {raw} point(s), raised to {points}"},
    "score-base": {"zh": "起始分 {points}", "en": "starts from {points}"},
    "box-item-add": {"zh": "{label}（规则 {rule}）加{points}分", "en": "{label} (rule {rule}) adds {points}"},
    "box-item-deduct": {"zh": "{label}（规则 {rule}）扣{points}分", "en": "{label} (rule {rule}) deducts {points}"},
    "box-add": {"zh": "{label}：加{points}分", "en": "{label}: adds {points}"},
    "box-deduct": {"zh": "{label}：扣{points}分", "en": "{label}: deducts {points}"},
    "box-add-capped": {"zh": "{label}：加{raw}分，按上限计{points}分", "en": "{label}: adds {raw}, capped at {points}"},
    "box-deduct-capped": {
        "zh": "{label}：扣{raw}分，按上限计{points}分",
        "en": "{label}: deducts {raw}, capped at {points}",
    },
    "box-add-raised": {"zh": "{label}：加{raw}分，按下限计{points}分", "en": "{label}: adds {raw}, raised to {points}"},
    "box-deduct-raised": {
        "zh": "{label}：扣{raw}分，按下限计{points}分",
        "en": "{label}: deducts {raw}, raised to {points}",
    },
    "score-total": {"zh": "合计 {points}分", "en": "total {points}"},
    "score-total-capped": {"zh": "合计 {raw}分，按上限计{points}分", "en": "total {raw}, capped at {points}"},
    "score-total-raised": {"zh": "合计 {raw}分，按下限计{points}分", "en": "total {raw}, raised to {points}"},
    "ranked": {
        "zh": "同类 {size} 个，在前的 {above} 个，第 {rank} 名",
        "en": "of {size} in its class {above} stand above: rank {rank}",
    },
    # quotas
    "quota-exempt": {"zh": "是否不受名额限制", "en": "is it exempt from quotas"},
    "quota-number": {"zh": "{label}的名额 {quota} 个", "en": "quota for {label}: {quota}"},
    "quota-quoted": {"zh": "{label}的名额 {quota} 个（{words}）", "en": "quota for {label}: {quota} ({words})"},
    "quota-admitted": {
        "zh": "{member}在名额之内，见 {type} {id}",
        "en": "{member} is within the quota, from {type} {id}",
    },
    "quota-excess": {"zh": "{member}超出名额，见 {type} {id}", "en": "{member} is in excess, from {type} {id}"},
    "quota-doubtful": {
        "zh": "{member}是否在名额之内不能确定，见 {type} {id}",
        "en": "{member}: undetermined, from {type} {id}",
    },
    "quota-repeated": {
        "zh": "{member}重复提名，不另占名额，见 {type} {id}",
        "en": "{member}: put forward again, takes no other slot, from {type} {id}",
    },
    "quota-vacated": {
        "zh": "{member}已取消，名额空着，见 {type} {id}",
        "en": "{member} is left out, its slot stays empty, from {type} {id}",
    },
    "quota-within": {
        "zh": "提名 {nominated} 个，名额 {quota} 个，未超",
        "en": "{nominated} put forward, quota {quota}: within",
    },
    "quota-over": {
        "zh": "提名 {nominated} 个，名额 {quota} 个，超 {excess} 个",
        "en": "{nominated} put forward, quota {quota}: {excess} over",
    },
    "quota-undetermined": {
        "zh": "提名 {nominated} 个，名额 {quota} 个，是否超额不能确定（超 {excess} 个）",
        "en": "{nominated} put forward, quota {quota}: undetermined ({excess} over)",
    },
}
