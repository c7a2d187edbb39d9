"""The phrases of explanations of limits and due days, stops and extensions, in Chinese and English."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Lang

LIMIT_PHRASES: dict[str, dict[Lang, str]] = {
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
    "rolled-on": {
        "zh": "最后一日 {stated} 是休息日，顺延到 {moved}",
        "en": "the last day, {stated}, is a day off: moved on to {moved}",
    },
    "rolled-back": {
        "zh": "最后一日 {stated} 是休息日，提前到 {moved}",
        "en": "the last day, {stated}, is a day off: moved back to {moved}",
    },
    "rolled-open": {
        "zh": "最后一日 {stated} 是休息日，顺延到的那天已经停止计时",
        "en": "the last day, {stated}, is a day off: the clock has stopped before the day that it moves on to",
    },
    "hours-of-day": {"zh": "{first} 计{hours}", "en": "{first}: {hours}"},
    "hours-of-days": {
        "zh": "{first} 至 {last} 的工作日各计{hours}",
        "en": "{first} to {last}, each working day: {hours}",
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
    "extension-early": {
        "zh": "延期不算：{type} {id}，{asked} 申请，早于起算之日",
        "en": "not extended: {type} {id}, asked for on {asked}, before the limit began",
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
}
