"""What is said of how well the cases of a pack test it, in Chinese and English: mutants, coverage."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Lang

TRIAL_TEXTS: dict[str, dict[Lang, str]] = {
    # mutants
    "survivor": {"zh": "{place}：{change}，没有用例发现", "en": "{place}: {change}: no case fails"},
    "more-survivors": {"zh": "……另有 {count} 处没有列出", "en": "… and {count} more"},
    "see-survivor": {
        "zh": "  只看一条规则：supervision-rules test {pack} --mutate -k {place}",
        "en": "  one rule alone: supervision-rules test {pack} --mutate -k {place}",
    },
    "mutants-words": {
        "zh": "{pack}：有 {count} 处只有核对原话发现，没有用例发现",
        "en": "{pack}: {count} told by the words cited alone, by no case",
    },
    "mutants": {
        "zh": "{pack}：逐处改动 {total} 处，用例发现 {cases}，检查发现 {check}，没有发现 {survived}，已说明 {argued}；"
        "发现 {percent}%",
        "en": "{pack}: {total} changes one by one: {cases} told by cases, {check} by check, {survived} by nothing, "
        "{argued} argued; {percent}% told",
    },
    "not-mutated": {
        "zh": "{pack}：用例没有全部通过，没有改动规则包",
        "en": "{pack}: some cases fail: the pack has not been changed",
    },
}
