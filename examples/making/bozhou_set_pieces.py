"""What happened in Bozhou's year by name: reminders up to the third, referrals, staffing; and rows that cannot be used."""

# ruff: noqa: E501 - tables are as wide as they are
from __future__ import annotations

from typing import Final

_MATTERS: Final = """
id     kind         title                          unit  date        handed_over  handler  set_date    reported    closed      sufficient_reason
db-01  instruction  市长关于拖欠工程款的批示       zjw   2016-03-07  2016-03-07   赵某某   2016-03-25  -           -           false
db-02  instruction  市长关于秸秆禁烧的批示         gyx   2016-04-11  2016-04-11   钱某某   2016-04-29  -           -           false
db-03  instruction  市长关于饮用水源保护的批示     hbj   2016-05-09  2016-05-09   周某某   2016-05-27  -           -           true
db-04  instruction  市长关于高铁征迁的批示         qcq   2016-06-06  2016-06-06   吴某某   2016-06-24  2016-07-29  2016-07-29  -
db-05  instruction  副市长关于校舍改造的批示       jyj   2016-04-18  2016-04-18   郑某某   2016-05-06  2016-05-05  2016-05-20  -
db-06  instruction  副市长关于药材市场整治的批示   syj   2016-07-04  2016-07-04   冯某某   2016-07-22  2016-07-21  2016-08-12  -
db-07  instruction  市长关于违法用地整改的批示     gtj   2016-07-11  2016-07-11   陈某某   2016-07-29  -           -           false
db-08  instruction  市长关于防汛物资储备的批示     slj   2016-05-16  2016-05-16   褚某某   2016-06-03  2016-06-02  2016-06-02  -
"""
_REMINDERS: Final = """
id     date        matter  unit  cause
cs-01  2016-03-31  db-01   zjw   overdue
cs-02  2016-04-14  db-01   zjw   overdue
cs-03  2016-04-28  db-01   zjw   overdue
cs-04  2016-05-06  db-02   gyx   overdue
cs-05  2016-05-20  db-02   gyx   overdue
cs-06  2016-06-03  db-02   gyx   overdue
cs-07  2016-06-03  db-03   hbj   overdue
cs-08  2016-06-17  db-03   hbj   overdue
cs-09  2016-07-01  db-03   hbj   overdue
cs-10  2016-07-01  db-04   qcq   overdue
cs-11  2016-07-15  db-04   qcq   overdue
cs-12  2016-08-05  db-07   gtj   overdue
cs-13  2016-08-19  db-07   gtj   overdue
cs-14  2016-09-02  db-07   gtj   overdue
cs-15  2016-05-30  db-08   slj   overdue
"""
_RETURNS: Final = """
id     date        matter  unit  cause       redone
th-01  2016-05-10  db-05   jyj   quality     2016-05-20
th-02  2016-06-14  db-04   qcq   wrong_unit  -
"""
_DEMANDS: Final = """
id     date        matter  unit  person  poorly_met
yq-01  2016-08-01  db-06   syj   ld-3    true
yq-02  2016-07-20  db-04   qcq   ld-1    false
"""
_CONSENTS: Final = """
id     date        matter  unit  about     role
ty-01  2016-05-09  db-01   zjw   referral  standing_meeting
"""
_REFERRALS: Final = """
id     date        matter  unit  to           consented   consent_role
yj-01  2016-05-16  db-01   zjw   supervision  2016-05-09  standing_meeting
yj-02  2016-09-12  db-07   gtj   supervision  -           -
"""
_NOTICES: Final = """
id     kind              date        unit  matter  issuer_role         ledger_entered  explained   measures_submitted
tb-01  criticism_notice  2016-04-01  zjw   db-01   supervision_office  2016-04-01      -           -
tb-02  criticism_notice  2016-04-18  zjw   db-01   office              -               2016-04-22  2016-04-25
tb-03  criticism_notice  2016-05-09  gyx   db-02   supervision_office  2016-05-09      -           -
tb-04  criticism_notice  2016-05-23  gyx   db-02   office              -               2016-05-30  2016-05-30
tb-05  criticism_notice  2016-05-12  jyj   db-05   supervision_office  2016-05-11      -           -
tb-06  criticism_notice  2016-08-22  gtj   db-07   office              -               -           2016-08-29
"""
_STAFFING: Final = """
id     date        unit  regular_staff  leader_named
pb-01  2016-03-31  qcd   4              -
pb-02  2016-03-31  gyd   3              -
pb-03  2016-03-31  mcd   2              -
pb-04  2016-03-31  lxd   3              -
pb-05  2016-03-31  zjw   -              副主任
pb-06  2016-03-31  jtj   -              副局长
pb-07  2016-03-31  hbj   -              -
pb-08  2016-03-31  jyj   -              副局长
"""
SET_PIECES: Final = (
    ("matter", _MATTERS),
    ("reminder", _REMINDERS),
    ("return", _RETURNS),
    ("demand", _DEMANDS),
    ("consent", _CONSENTS),
    ("referral", _REFERRALS),
    ("notice", _NOTICES),
    ("staffing", _STAFFING),
)
BAD: Final = """
type=matter id=hs-01 kind=instruction date=2016-03-01 unit=市园林局                                     # no such unit
type=matter id=hs-02 kind=visit date=2016-03-02 unit=czj title=调研财政工作                              # twice, and not the same
type=matter id=hs-02 kind=visit date=2016-03-03 unit=czj title=调研财政工作
type=matter id=hs-03 kind=message transferred=2016-04-05 handed_over=2016-04-08 closed=2016-04-07 unit=jtj # closed before handed over
type=matter id=hs-04 kind=motion date=2016-02-30 unit=szf                                                # no such day
type=matter id=hs-05 kind=motion date=2016.3.1 unit=szf                                                  # not written as a day
type=matter id=hs-06 kind=proposal date=2016-01-26 unit=wjw deadline=2016-06-13                          # no such field
type=matter id=hs-07 kind=suggestion date=2016-01-26 unit=wjw                                            # no such kind
type=reminder id=hs-08 date=2016-05-10 matter=hs-99 unit=wjw                                             # of no matter
type=reminder id=hs-09 date=2016-05-10 unit=wjw                                                          # without its matter
type=reminder id=hs-10 date=2016-05-12 matter=hs-06 unit=wjw                                             # of a matter set aside
type=demand id=hs-11 date=2016-08-01 matter=db-06 person=市长                                            # no such person
type=staffing id=hs-12 date=2016-03-31 unit=mzj regular_staff=三                                         # no number
type=staff id=hs-13 date=2016-03-31 unit=mzj                                                             # no such type
"""
