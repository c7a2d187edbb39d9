"""What an editor shows that no model says of itself."""

from __future__ import annotations

from typing import Final

from supervision_rules.catalogue.entry import Bilingual

BY_READING_TEXT: Final = Bilingual(
    "随理解而变：写 readings 里一种理解的代号，旁边每一种选项各写一个值",
    "it depends on a reading: its id out of readings, and beside it a value for each of its options",
)
BY_DATE_TEXT: Final = Bilingual(
    "随日期而变：每行一个日期和从那一天起的值，旁边不写别的",
    "it changes over time: days, each with the value from then on, and nothing beside them",
)
RULE: Final = Bilingual("规则", "rule")
EITHER: Final = Bilingual("，或", " or ")
WANTED: Final = Bilingual("这里要写{what}", "{what} wanted here")
OR_DEFAULT: Final = Bilingual("{meaning}；不写则为 {default}", "{meaning}; {default} if left out")
