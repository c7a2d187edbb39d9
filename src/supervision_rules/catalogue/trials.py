"""What is said of how well the cases of a pack test it, in Chinese and English: mutants, coverage."""

from __future__ import annotations

from supervision_rules.catalogue.entry import Lang

TRIAL_TEXTS: dict[str, dict[Lang, str]] = {
    # coverage
    "coverage.rule": {"zh": "规则", "en": "rule"},
    "coverage.clause": {"zh": "条款", "en": "clause"},
    "coverage.hit": {"zh": "成立", "en": "holds"},
    "coverage.missed": {"zh": "不成立", "en": "holds not"},
    "coverage.parts": {"zh": "各部分", "en": "parts"},
    "coverage.clauses": {"zh": "条款", "en": "clauses"},
    "coverage.yes": {"zh": "有", "en": "yes"},
    "coverage.no": {"zh": "缺", "en": "no"},
    "coverage.and": {"zh": "，", "en": ", "},
    "coverage.sum": {"zh": "{what} {done}/{whole}（{percent}%）", "en": "{what} {done}/{whole} ({percent}%)"},
    "coverage": {
        "zh": "{pack} 用例覆盖：{sums}；合计 {percent}%",
        "en": "{pack} covered by its cases: {sums}; {percent}% of all",
    },
    "clause-lacking": {
        "zh": "条款 {clause} 没有成立的用例",
        "en": "clause {clause}: no case in which a rule takes hold",
    },
    "part-lacking": {"zh": "{place}：没有用例用到这{sort}", "en": "{place}: no case comes to this {sort}"},
    "part.case": {"zh": "种情形", "en": "case"},
    "part.step": {"zh": "一步（档）", "en": "step"},
    "part.group": {"zh": "一组", "en": "group"},
    "part.box": {"zh": "一框", "en": "box"},
    "part.item": {"zh": "项内容的缺少", "en": "item as lacking"},
    "part.band": {"zh": "一档", "en": "band"},
    "part.price": {"zh": "个分数", "en": "price"},
    # boundary cases
    "boundary-label": {"zh": "{about}；事实照用例 {case}", "en": "{about}; the facts of {case}"},
    "boundary.day": {"zh": "到期日前后：{about}", "en": "around the due day: {about}"},
    "boundary.count": {"zh": "件数 {numbers} 前后：{about}", "en": "around {numbers} records: {about}"},
    "boundary.amount": {"zh": "{numbers} 前后：{about}", "en": "around {numbers}: {about}"},
    "boundary-found": {
        "zh": "引擎得到：{found}，请对照原文确认，写上 expect",
        "en": "the engine finds: {found}; hold it against the document, then write expect",
    },
    "boundary-and": {"zh": "；", "en": "; "},
    "boundary-left": {
        "zh": "没有给出：{span} {place}：{number}，{reason}",
        "en": "not offered: {span} {place}: {number}, {reason}",
    },
    "boundary.option": {"zh": "只在没有采用的理解下用到", "en": "used under a reading not taken only"},
    "boundary.no-case": {"zh": "这条规则没有可以改动的用例", "en": "the rule has no case whose facts can be changed"},
    "boundary.not-found": {
        "zh": "改动一个日期、件数或数，没有遇到它的界线",
        "en": "no edge was met by changing one date, number of records or amount",
    },
    "boundaries": {
        "zh": "{pack}：给出 {offered} 个用例，另有 {there} 项已有用例；没有给出 {left} 处",
        "en": "{pack}: {offered} cases offered, {there} entries are there already; {left} places not offered",
    },
    # mutants
    "survivor": {
        "zh": "{place}：{change}（{kind}），没有用例发现",
        "en": "{place}: {change} ({kind}): no case fails",
    },
    "changed.number": {"zh": "数", "en": "number"},
    "changed.unit": {"zh": "单位", "en": "unit"},
    "changed.date": {"zh": "日期", "en": "date"},
    "changed.switch": {"zh": "是否", "en": "switch"},
    "changed.comparison": {"zh": "比较", "en": "comparison"},
    "changed.condition": {"zh": "并且、或者", "en": "and, or"},
    "changed.part": {"zh": "条件少一部分", "en": "part of a condition left out"},
    "changed.item": {"zh": "列表少一项", "en": "item left out"},
    "changed.sum": {"zh": "加减乘除", "en": "sum"},
    "changed.cap": {"zh": "去掉上下限", "en": "cap taken away"},
    "changed.effect": {"zh": "加分、扣分", "en": "added or deducted"},
    "changed.consequence": {"zh": "后果", "en": "consequence"},
    "changed.word": {"zh": "选项", "en": "choice"},
    "changed.order": {"zh": "高低颠倒", "en": "order reversed"},
    "changed.ties": {"zh": "并列、空缺的处理", "en": "ties and vacancies"},
    "changed.way": {"zh": "取法", "en": "way of a fact"},
    "changed.ends": {"zh": "起止对调", "en": "start and done exchanged"},
    "changed.basis": {"zh": "不写按哪一天、哪个时段", "en": "day or window left out"},
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
