"""What happened in the district's year by name: slips of three colours, judgements, honours; and rows that cannot be used."""

# ruff: noqa: E501 - tables are as wide as they are
from __future__ import annotations

from typing import Final

_MATTERS: Final = """
id     kind            title                         content               importance  unit  date        approved    approver_role  handed_over  received    unit_leader  section  handler  set_date    outside_causes  sufficient_reason  reported    closed
cb-01  key_work        区政府重点工作：断头路打通    打通三条断头路        special     zjj   2024-03-04  2024-03-01  office_head    2024-03-04   2024-03-04  副局长       项目科   周某     2024-03-29  false           false              2024-05-31  2024-05-31
cb-02  public_concern  群众关注热点：油烟扰民        整治餐饮油烟          greater     cgj   2024-04-08  2024-04-03  office_head    2024-04-08   2024-04-08  副局长       综合科   吴某     2024-04-30  false           false              2024-05-24  2024-05-24
cb-03  instruction     区长关于地铁征收的批示        完成征收扫尾          special     dh    2024-05-06  2024-04-30  office_head    2024-05-06   2024-05-06  副主任       办公室   郑某     2024-05-31  true            true               -           2024-08-16
cb-04  petition        信访积案：物业交接            完成物业交接          ordinary    xm    2024-05-13  2024-05-10  office_head    2024-05-13   2024-05-13  副主任       办公室   王某     2024-06-14  false           -                  2024-06-21  2024-06-13
cb-05  key_work        区政府重点工作：厂房改造      启动厂房改造          greater     jkq   2024-06-03  2024-05-31  office_head    2024-06-03   2024-06-03  党组成员     项目科   冯某     2024-06-28  false           false              -           -
cb-06  instruction     区长关于校园安全的批示        排查校园安全          special     jyj   2024-08-19  2024-08-16  office_head    2024-08-19   2024-08-19  副局长       综合科   陈某     2024-09-06  -               -                  2024-09-06  2024-09-06
cb-07  meeting_item    区政府常务会议议定：养老中心  建成社区养老中心      greater     mzj   2024-09-02  2024-08-30  office_head    2024-09-02   2024-09-02  副局长       综合科   周某     2024-09-30  true            true               -           -
cb-08  key_work        区政府重点工作：招商签约      完成三个项目签约      ordinary    tcj   2024-10-08  2024-09-30  office_head    2024-10-08   2024-10-08  副局长       项目科   吴某     2024-10-25  false           false              -           -
cb-09  public_concern  群众关注热点：老旧路灯        更换老旧路灯          ordinary    cgj   2024-05-06  2024-04-30  office_head    2024-05-06   2024-05-06  副局长       综合科   吴某     2024-06-14  true            true               2024-10-15  2024-10-15
"""
_SLIPS: Final = """
id     date        matter  unit  colour  cause                 signed      signer_role      answered    reasons_in_writing  leader_signed  settled     settler_role   explained   explainer_role  explained_to   reported_to_head  copied_discipline  copied_organisation  copied_performance
cp-01  2024-04-01  cb-01   zjj   blue    passive               2024-04-01  office_head      -           -                   -              -           -              -           -               -              -                 -                  -                    -
cp-02  2024-04-08  cb-01   zjj   yellow  no_good_reason        2024-04-08  district_leader  2024-04-12  -                   -              -           -              2024-04-10  unit_head       district_head  -                 -                  -                    2024-04-08
cp-03  2024-05-06  cb-01   zjj   red     ignored               2024-05-06  district_head    -           -                   -              -           -              -           -               -              2024-05-06        2024-05-06         2024-05-06           2024-05-06
cp-04  2024-05-06  cb-02   cgj   blue    reported_late         2024-05-06  office_head      2024-05-08  -                   -              -           -              -           -               -              -                 -                  -                    -
cp-05  2024-05-13  cb-02   cgj   yellow  reported_late         2024-05-13  office_head      2024-05-20  -                   -              -           -              2024-05-17  unit_leader     office_head    -                 -                  -                    2024-05-16
cp-06  2024-06-03  cb-03   dh    blue    outside_causes        2024-06-03  office_head      2024-06-05  true                2024-06-04     2024-06-06  district_head  -           -               -              -                 -                  -                    -
cp-07  2024-06-17  cb-04   xm    blue    reported_late         2024-06-17  unit_leader      2024-06-21  -                   -              -           -              -           -               -              -                 -                  -                    -
cp-08  2024-07-08  cb-05   jkq   yellow  passive               2024-07-05  district_leader  2024-07-12  -                   -              -           -              2024-07-11  unit_head       district_head  -                 -                  -                    2024-07-08
cp-09  2024-07-29  cb-05   jkq   red     no_good_reason        2024-07-30  district_head    -           -                   -              -           -              -           -               -              2024-07-29        -                  2024-07-29           -
cp-10  2024-10-09  cb-07   mzj   blue    outside_causes        2024-10-09  office_head      2024-10-11  false               2024-10-12     -           -              -           -               -              -                 -                  -                    -
cp-11  2024-06-17  cb-09   cgj   blue    outside_causes        2024-06-17  office_head      2024-06-19  true                2024-06-18     2024-06-21  district_head  -           -               -              -                 -                  -                    -
"""
_EXTENSIONS: Final = """
id     date        matter  unit  reason          approved    approver_role   granted  new_date
yq-01  2024-05-27  cb-03   dh    征收户调解未完  2024-05-29  office_head     true     2024-08-16
yq-02  2024-06-24  cb-05   jkq   企业停产未定    2024-06-26  office_head     false    -
"""
_OBJECTIONS: Final = """
id     date        matter  unit  about  in_writing  accepted  answered
yy-01  2024-03-04  cb-01   zjj   term   true        false     2024-03-06
yy-02  2024-04-10  cb-02   cgj   duty   true        false     2024-04-12
yy-03  2024-06-03  cb-05   jkq   duty   false       false     2024-06-05
yy-04  2024-09-02  cb-07   mzj   term   true        true      2024-09-04
"""
_PROMPTS: Final = """
id     date        matter  unit  about    due         fulfilled   reminder
tx-01  2024-05-06  cb-02   cgj   report   2024-04-30  2024-05-24  cp-04
tx-02  2024-06-14  cb-04   xm    report   2024-06-14  2024-06-21  cp-07
tx-03  2024-09-05  cb-06   jyj   report   2024-09-06  2024-09-06  -
tx-04  2024-10-09  cb-08   tcj   receipt  2024-10-08  2024-10-10  -
"""
_REPORTS: Final = """
id     kind      date        matter  unit  in_writing
bg-01  progress  2024-03-08  cb-01   zjj   true
bg-02  progress  2024-04-19  cb-02   cgj   true
bg-03  result    2024-05-24  cb-02   cgj   true
bg-04  progress  2024-06-05  cb-03   dh    true
bg-05  result    2024-06-21  cb-04   xm    false
bg-06  progress  2024-06-20  cb-05   jkq   true
bg-07  progress  2024-08-23  cb-06   jyj   true
bg-08  progress  2024-08-30  cb-06   jyj   true
bg-09  result    2024-09-06  cb-06   jyj   true
bg-10  progress  2024-09-20  cb-07   mzj   true
bg-11  progress  2024-06-28  cb-09   cgj   true
bg-12  result    2024-10-15  cb-09   cgj   true
"""
_REVIEWS: Final = """
id     date        matter  reviewer_role    passed  restarted   archived
sy-01  2024-05-28  cb-02   district_leader  false   2024-05-30  -
sy-02  2024-06-06  cb-02   district_head    true    -           2024-06-07
sy-03  2024-09-10  cb-06   district_leader  true    -           2024-09-11
sy-04  2024-08-20  cb-03   district_leader  false   -           -
"""
_FINDINGS: Final = """
id     kind         date        unit  matter  report  judge_role          poor_work
rd-01  quality      2024-05-27  cgj   cb-02   bg-03   supervision_office  -
rd-02  quality      2024-06-25  jkq   cb-05   bg-06   supervision_office  -
rd-03  quality      2024-06-26  xm    cb-04   bg-05   supervision_office  -
rd-04  falsehood    2024-06-27  jkq   cb-05   bg-06   supervision_office  -
rd-05  falsehood    2024-04-15  zjj   cb-01   bg-01   supervision_office  -
rd-06  dereliction  2024-06-03  zjj   cb-01   -       district_head       true
rd-07  dereliction  2024-08-12  jkq   cb-05   -       -                   true
"""
_ACCOUNTABILITY: Final = """
id     date        unit  finding  self_criticism  district_notice  copied_discipline  copied_organisation
wz-01  2024-06-11  zjj   rd-06    2024-06-11      2024-06-12       2024-06-12         2024-06-12
wz-02  2024-08-26  jkq   rd-07    2024-08-26      -                2024-08-28         2024-08-28
"""
_COMMENDATIONS: Final = """
id     kind        date        unit  level                 comprehensive  formal
bz-01  praise      2024-02-20  gxy   national              true           -
bz-02  praise      2024-03-12  gxy   provincial            true           -
bz-03  praise      2024-11-19  wjj   city                  true           -
bz-04  praise      2024-12-10  hp    district              false          -
bz-05  experience  2024-04-18  gxy   provincial            -              true
bz-06  experience  2024-07-25  gxy   city                  -              true
bz-07  experience  2024-09-12  xh    provincial_department -              true
bz-08  experience  2024-10-17  nq    city                  -              false
"""
_RESEARCH: Final = """
id     date        unit  title                      outcome   level
dy-01  2024-05-15  fgj   低效用地再开发调研报告     approved  city
dy-02  2024-06-19  gxy   科创企业融资调研报告       adopted   provincial
dy-03  2024-10-22  rsj   灵活就业保障调研报告       none      district
"""
_OPINIONS: Final = """
id     date        unit  approving  level     matter  research_report
ps-01  2024-05-15  fgj   positive   city      -       dy-01
ps-02  2024-09-20  jyj   positive   district  cb-06   -
ps-03  2024-11-05  gxy   positive   national  -       -
ps-04  2024-05-20  zjj   negative   city      cb-01   -
ps-05  2024-08-05  jkq   negative   district  cb-05   -
"""
SET_PIECES: Final = (
    ("matter", _MATTERS),
    ("reminder", _SLIPS),
    ("extension", _EXTENSIONS),
    ("objection", _OBJECTIONS),
    ("prompt", _PROMPTS),
    ("report", _REPORTS),
    ("review", _REVIEWS),
    ("finding", _FINDINGS),
    ("accountability", _ACCOUNTABILITY),
    ("commendation", _COMMENDATIONS),
    ("research_report", _RESEARCH),
    ("opinion", _OPINIONS),
)
BAD: Final = """
type=matter id=hs-01 kind=instruction date=2024-03-01 unit=区园林局                              # no such unit
type=matter id=hs-02 kind=petition date=2024-03-04 unit=dh importance=ordinary                   # twice, and not the same
type=matter id=hs-02 kind=petition date=2024-03-04 unit=dh importance=special
type=matter id=hs-03 kind=key_work date=2024-04-07 handed_over=2024-04-08 closed=2024-04-07 unit=xm # closed before handed over
type=matter id=hs-04 kind=key_work date=2023-02-29 unit=xm                                       # no such day
type=matter id=hs-05 kind=key_work date=2024/3/1 unit=xm                                         # not written as a day
type=matter id=hs-06 kind=key_work date=2024-03-06 unit=xm level_of_importance=special           # no such field
type=reminder id=hs-07 date=2024-06-03 matter=cb-04 unit=xm colour=orange                        # no such colour
type=reminder id=hs-08 date=2024-06-04 matter=dc-999 unit=xm colour=blue                         # of no matter
type=report id=hs-09 kind=result matter=cb-04 unit=xm in_writing=true                            # without its day
type=report id=hs-10 kind=result date=2024-06-05 matter=cb-04 unit=xm in_writing=是              # neither true nor false
type=prompt id=hs-11 date=2024-06-14 fulfilled=2024-06-13 matter=cb-04 about=report              # fulfilled before prompted
type=review id=hs-12 date=2024-06-10 matter=hs-06 reviewer_role=district_head passed=true        # of a matter set aside
type=commendation id=hs-13 kind=praise date=2024-07-01 level=city                                # without its unit
"""
