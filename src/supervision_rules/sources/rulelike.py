"""Sentences that read like a rule: what must or must not be, and what is bounded by a number."""

from __future__ import annotations

import re
from typing import Final

from supervision_rules.language.quotes import numerals

_STRONG: Final = re.compile("应当|必须|不得|不准|严禁|禁止|视情|(?<!无)须(?!知)|一律")
_MEASURED: Final = re.compile(
    "以内|之内|[日天月年周时钟季度限]内|以上|以下|[日天月年时点底]前|之前|不超过|不多于|不少于|不低于|不高于|不迟于"
    "|最高|最低|最多|最少|至少|至多|(?<![相对适响反供感呼顺效])应(?![用急变对答邀])|除.{1,30}外|每[次项个件超少日天周月季年]|原则上"
    "|[扣加减奖][^，。；,;]{0,4}?分|约谈|诫勉|问责|追责|处分|书面检查|责令|通报批评|一票否决|取消[^，。；,;]{0,6}?资格|免职|%|百分之"
)
"""How words bound something that a number says, or say what follows from it."""
# The number of the clause, names and slogans; 第一责任人, 一定, 统一: no measure of anything.
_NO_MEASURE: Final = re.compile(
    r'^(?:第[^条]{1,5}条|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、])|"[^"]*"|<[^>]*>'
    "|第[一二三]责任|一[定致线体票般些并]|一方面|进一步|[统唯同任]一"
)


def reads_like_a_rule(sentence: str) -> bool:
    """Whether a sentence, folded, says what must or must not be, or bounds something, or threatens it, by a number."""
    plain = _NO_MEASURE.sub("", sentence)
    return bool(_STRONG.search(plain) or (_MEASURED.search(plain) and numerals([plain])))
