"""A look at the characters before the parser sees them: what this language does not have is named on the spot.

Only ASCII words, plain numbers, quoted texts and the operators of the language reach ``ast.parse``, which
forgives too much (comments, prefixes, full-width letters, ``=``) and blames the wrong place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from keyword import iskeyword
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.expressions import ONLY
from supervision_rules.diagnostics import NOTHING, Collector, Span
from supervision_rules.expressions.meant import Meant
from supervision_rules.expressions.signs import (
    CHINESE,
    CURLY,
    FOREIGN,
    INFIX,
    LITERAL_WORDS,
    NOTHING_WORDS,
    OPENING,
    OPERATOR_WORDS,
    SWALLOWING,
    SYMBOLS,
    TRUTH,
    as_digits,
    stretch,
)
from supervision_rules.expressions.tokens import (
    TOKEN,
    Token,
    ends_value,
    follows_closely,
    opens,
    starts_value,
    tokens_of,
)

Place = Callable[[int, int], Span]

MAX_LENGTH: Final = 1000
MAX_DEPTH: Final = 20
MAX_REMEMBERED: Final = 4_000
"""Of how many texts the names are kept: those of one pack are looked through again for every option."""
MAX_PREFIXES: Final = MAX_DEPTH
DIGITS: Final = re.compile("[0-9]+")
INTEGER: Final = re.compile(r"0|[1-9][0-9]{0,14}")
DECIMAL: Final = re.compile(r"(?:0|[1-9][0-9]*)\.[0-9]+")
MAX_DECIMAL: Final = 28


def scan(text: str, place: Place, diagnostics: Collector, meant: Meant) -> bool:
    """Whether the text is made of this language's tokens; every problem is reported, once for each cause."""
    if not text.strip():
        diagnostics.add("SR201", place(0, len(text)))
    elif len(text) > MAX_LENGTH:
        diagnostics.add("SR202", place(0, len(text)), what=Bilingual("长度（字符数）", "length"), limit=MAX_LENGTH)
    elif hidden := [at for at, char in enumerate(text) if not (char == " " or char.isprintable())]:
        diagnostics.add("SR203", place(hidden[0], hidden[0] + 1), found=f"U+{ord(text[hidden[0]]):04X}")
    else:
        return _Scanner(text, place, diagnostics, meant).run()
    return False


@lru_cache(maxsize=MAX_REMEMBERED)
def names_in(text: str) -> frozenset[str]:
    """The words of a text that may be names: no operators, nothing in quotes, no functions that are called."""
    tokens = [match for match in TOKEN.finditer(text) if match.lastgroup != "blank"]
    called = {first.start() for first, second in zip(tokens, tokens[1:], strict=False) if second[0] == "("}
    words = (token for token in tokens if token.lastgroup == "word" and token.start() not in called)
    return frozenset(word[0] for word in words) - OPERATOR_WORDS - LITERAL_WORDS


class _Scanner:
    """Goes once through the tokens."""

    def __init__(self, text: str, place: Place, diagnostics: Collector, meant: Meant) -> None:
        self.place = place
        self.diagnostics = diagnostics
        self.meant = meant
        self.tokens = tokens_of(text)
        self.clean = True

    def run(self) -> bool:
        checks = {
            "text": self._text, "curly": self._curly, "date": self._date, "number": self._number,
            "word": self._word, "foreign": self._foreign, "symbol": self._symbol,
        }  # fmt: skip
        for token in self.tokens:
            checks[token.kind](token)
            if token.text in SWALLOWING or token.text in CURLY:
                return False  # what follows is inside the open quote or the comment
        if self.clean:
            self._neighbours()
            self._halves()
            if self.clean or not self._lacks_opening():
                self._brackets()
            self._prefixes()
        return self.clean

    def report(self, code: str, token: Token, **params: object) -> None:
        self.clean = False
        self.diagnostics.add(code, self.place(token.start, token.end), found=token.text, **params)

    def _text(self, token: Token) -> None:
        if "\\" in token.text:
            self.report("SR210", token)

    def _curly(self, token: Token) -> None:
        self.report("SR204", token, mend=f'"{token.text[1:-1]}"')

    def _date(self, token: Token) -> None:
        year, month, day = (int(digits) for digits in DIGITS.findall(token.text))
        self.report("SR237", token, mend=f"date({year}, {month}, {day})")

    def _number(self, token: Token) -> None:
        digits = len(token.text) - 1
        if not INTEGER.fullmatch(token.text) and not (DECIMAL.fullmatch(token.text) and digits <= MAX_DECIMAL):
            self.report("SR209", token, **as_digits(token.text))

    def _word(self, token: Token) -> None:
        word = token.text
        if word in NOTHING_WORDS:
            self.report("SR214", token)
        elif (
            word == "is" or self._asks_for_in(token) or (word.lower() in OPERATOR_WORDS and word not in OPERATOR_WORDS)
        ):
            self.report("SR205", token, mend=FOREIGN.get(word, word.lower()))
        elif iskeyword(word) and word not in OPERATOR_WORDS | LITERAL_WORDS:
            self.report("SR213", token)

    def _asks_for_in(self, token: Token) -> bool:
        """Whether ``token`` is ``contains`` before a list, where no name can stand."""
        at = self.tokens.index(token)
        return token.text == "contains" and at > 0 and any(each.text == "[" for each in self.tokens[at + 1 : at + 2])

    def _foreign(self, token: Token) -> None:
        folded = unicodedata.normalize("NFKC", token.text)
        if folded.isascii():
            self.report("SR204", token, mend=folded)
        elif token.text in TRUTH and self._is_value_wanted(token):
            self.report("SR239", token, mend=TRUTH[token.text], short=self._short(token))
        elif token.text in CHINESE:
            self.report("SR206", token, mend=CHINESE[token.text])
        else:
            self.report("SR207", token, **self.meant.by(self.tokens, self.tokens.index(token)))

    def _is_value_wanted(self, token: Token) -> bool:
        """Whether a value is wanted where ``token`` stands."""
        at = self.tokens.index(token)
        follows = at > 0 and ends_value(self.tokens[at - 1])
        return not follows and not any(starts_value(each) for each in self.tokens[at + 1 : at + 2])

    def _short(self, token: Token) -> str:
        """The condition that is meant by ``name == 是`` or ``name == 否``; a dash where it is none of these."""
        before = self.tokens[: self.tokens.index(token)][-2:]
        if len(before) < 2 or before[0].kind != "word" or before[1].text != "==":
            return NOTHING
        return before[0].text if TRUTH[token.text] == "true" else f"not {before[0].text}"

    def _symbol(self, token: Token) -> None:
        symbol = token.text
        folded = unicodedata.normalize("NFKC", symbol).replace(" ", "")
        if symbol in CURLY:
            self.report("SR204", token, mend=CURLY[symbol])
        elif symbol == "=" and (parted := self._parted(token)) is not None:
            self.report("SR205", parted, mend=parted.text.replace(" ", ""))
        elif symbol in FOREIGN:
            self.report("SR205", token, mend=FOREIGN[symbol])
        elif symbol in "\"'":
            self._open_quote(token)
        elif symbol not in SYMBOLS and folded != symbol and folded in SYMBOLS | FOREIGN.keys():
            self.report("SR204", token, mend=FOREIGN.get(folded, folded))
        elif symbol not in SYMBOLS:
            range_ = stretch(symbol, self._beside(token, -1), self._beside(token, 1))
            self.report("SR208", token, range=range_, mend=self.meant.share(self.tokens, self.tokens.index(token)))

    def _beside(self, token: Token, step: int) -> str:
        """What stands before a token (-1) or after it (1); nothing at the ends."""
        at = self.tokens.index(token) + step
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def _parted(self, token: Token) -> Token | None:
        """The sign that a blank has parted, as ``> =``, of which ``token`` is the last half; None if there is none."""
        at = self.tokens.index(token)
        before = self.tokens[at - 1] if at else None
        if before is None or before.text not in ("<", ">"):
            return None
        return Token("symbol", f"{before.text} {token.text}", before.start)

    def _open_quote(self, token: Token) -> None:
        """A quote that is not closed, or closed by a Chinese one, which is then named."""
        closing = next((each for each in self.tokens if each.start > token.start and each.text in CURLY), None)
        if closing is None:
            self.report("SR211", self._swallowing(token) or token)
        else:
            self.report("SR204", closing, mend=token.text)

    def _swallowing(self, last: Token) -> Token | None:
        """The quote of a text that goes on to where the next was to begin: a word stands right behind its end."""
        pairs = zip(self.tokens, self.tokens[1:], strict=False)
        text = next((one for one, after in pairs if one.kind == "text" and follows_closely(one, after)), None)
        return Token("symbol", text.text[0], text.start) if text is not None and text.start < last.start else None

    def _neighbours(self) -> None:
        """Two values side by side: a prefixed text, two texts, a subscript, a forgotten operator."""
        for before, token in zip(self.tokens, self.tokens[1:], strict=False):
            if ends_value(before) and token.text == "[":
                self.report("SR208", token, range=NOTHING, mend=ONLY)
            elif ends_value(before) and starts_value(token) and not (before.kind == "word" and token.text == "("):
                self.report("SR215", token, before=before.text)

    def _lacks_opening(self) -> bool:
        """Whether more brackets close than open: what stands side by side lacks one, and that has been told."""
        shut = OPENING.values()
        return sum((token.text in shut) - (token.text in OPENING) for token in self.tokens) > 0

    def _halves(self) -> None:
        """An operator with nothing before or after it, an ``if`` without its ``else``."""
        before = None
        for token in self.tokens:
            follows = before is not None and (ends_value(before) or (before.text, token.text) == ("not", "in"))
            if (token.text in INFIX or (token.text in (")", "]") and not opens(before))) and not follows:
                self.report("SR216", token)
            before = token
        if self.clean and before is not None and not ends_value(before):
            self.report("SR216", before)
        branches = [token for token in self.tokens if token.text == "if"]
        if self.clean and len(branches) > sum(token.text == "else" for token in self.tokens):
            self.report("SR216", branches[-1])

    def _brackets(self) -> None:
        expected: list[tuple[str, Token]] = []
        for token in self.tokens:
            if token.text in OPENING:
                expected.append((OPENING[token.text], token))
            elif token.text in (")", "]") and (not expected or expected.pop()[0] != token.text):
                return self.report("SR212", token)
            if len(expected) > MAX_DEPTH:
                return self.report("SR202", token, what=Bilingual("层数", "depth"), limit=MAX_DEPTH)
        return self.report("SR212", expected[-1][1]) if expected else None

    def _prefixes(self) -> None:
        """A long row of ``not`` or ``-`` would exhaust the parser before its depth can be measured."""
        row = 0
        for token in self.tokens:
            row = row + 1 if token.text in ("not", "-", "+") else 0
            if row > MAX_PREFIXES:
                return self.report("SR202", token, what=Bilingual("层数", "depth"), limit=MAX_DEPTH)
        return None
