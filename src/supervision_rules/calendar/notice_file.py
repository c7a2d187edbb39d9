"""The shape of a file of notices, as an office writes it by hand."""

from __future__ import annotations

from pydantic import Field

from supervision_rules.shape import DateText, Shape


class SeasonText(Shape):
    """一年里可能放这个假的时段，写成月和日，例如 from: "03-20"。"""

    start: str = Field(alias="from")
    end: str = Field(alias="to")


class NoticeText(Shape):
    """一份放假通知。off、worked 只写因这份通知而改变的日子；days_off 是净放假天数，与常数不同时才写。"""

    year: int
    title: str
    published: DateText | None = None
    label: str = "放假"
    label_en: str = ""
    off: tuple[DateText, ...] = ()
    worked: tuple[DateText, ...] = ()
    days_off: int | None = None
    note: str = ""


class NoticeFile(Shape):
    """一个地区的放假通知。days_off 是每年的净放假天数，season 是当年通知发布以前可能放假的时段。"""

    jurisdiction: str
    season: SeasonText | None = None
    days_off: int | None = None
    notices: tuple[NoticeText, ...]
