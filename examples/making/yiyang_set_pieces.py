"""What happened in Yiyang's cycle by name: criticism, vetoes, replacements, appeals; and rows that cannot be used."""

# ruff: noqa: E501 - tables are as wide as they are
from __future__ import annotations

from typing import Final

# 名单里不该有的：牵头单位自己、县直部门、市级园区；以及递补
_NOMINATIONS: Final = """
id          project  unit  date        score  nominated  replaces
tm-09-sthj  xm-09    sthj  2024-01-22  90.5   true       -
tm-06-hsj   xm-06    hsj   2024-01-22  85.2   true       -
tm-07-czj   xm-07    czj   2024-01-22  88.0   true       -
tm-07-rsj   xm-07    rsj   2024-02-20  86.5   true       tm-07-czj
tm-10-gdg   xm-10    gdg   2024-01-22  89.0   true       -
tm-10-swk   xm-10    swk   2024-02-20  84.0   true       tm-10-gdg
"""
_SANCTIONS: Final = """
id     kind             date        unit  level       poor_work  project  rectified_in_time  rectified_in_full
cf-01  summoned         2023-10-17  tj    provincial  true       xm-07    -                  -
cf-02  criticised       2023-11-08  czj   city        true       xm-07    false              true
cf-03  criticised       2023-08-22  yj    city        true       xm-13    true               true
cf-04  held_to_account  2023-12-05  nx    national    false      xm-01    -                  -
"""
_FINDINGS: Final = """
id     kind                date        unit  project  area         poor_work  rectified_in_time  rectified_in_full  judge_role
rd-01  inspection_problem  2023-09-20  ah    xm-07    -            true       false              false              supervision_office
rd-02  public_opinion      2023-11-30  gdg   xm-10    -            true       -                  -                  government
rd-03  negative_list       2023-12-18  zy    xm-09    environment  true       -                  -                  government
rd-04  inspection_problem  2023-10-11  fgw   xm-10    -            true       true               true               supervision_office
"""
_VETOES: Final = """
id     date        project  unit  ground             consented   consent_role
fj-01  2024-02-06  xm-07    czj   criticised_city    2024-02-05  vice_mayor
fj-02  2024-02-07  xm-07    tj    criticised_above   2024-02-06  mayor
fj-03  2024-02-08  xm-09    zy    negative_list      -           -
fj-04  2024-02-08  xm-07    ah    other              2024-02-19  mayor
"""
_APPEALS: Final = """
id     date        project  unit  reviewed    answered
ss-01  2024-02-01  xm-10    zy    2024-02-04  2024-02-06
ss-02  2024-02-02  xm-13    x40   2024-02-05  2024-02-08
ss-03  2024-02-02  xm-02    nx    -           -
ss-04  2024-02-05  xm-06    jtj   2024-02-07  2024-04-30
"""
SET_PIECES: Final = (
    ("nomination", _NOMINATIONS),
    ("sanction", _SANCTIONS),
    ("finding", _FINDINGS),
    ("veto", _VETOES),
    ("appeal", _APPEALS),
)
BAD: Final = """
type=nomination id=hs-01 project=xm-01 unit=桃花源管理区 date=2024-01-22 score=91          # no such unit
type=nomination id=hs-02 project=xm-01 unit=zy date=2024-01-22 score=91                    # twice, and not the same
type=nomination id=hs-02 project=xm-01 unit=zy date=2024-01-22 score=92
type=nomination id=hs-03 project=xm-99 unit=zy date=2024-01-22 score=90                    # for no project
type=nomination id=hs-04 project=xm-01 unit=hs date=2024-02-30 score=90                    # no such day
type=nomination id=hs-05 project=xm-01 unit=hs date=2024-01-22 score=九十                  # no number
type=nomination id=hs-06 project=xm-01 unit=hs date=2024-01-22 score=90 rank=1             # no such field
type=nomination id=hs-07 unit=hs date=2024-01-22 score=90                                  # without its project
type=project id=hs-08 title=消费扩容 unit=swj year=2023 sub_projects=-1                        # fewer than none
type=project id=hs-09 title=消费扩容 unit=swj                                              # without its year
type=project id=hs-10 title=消费扩容 unit=swj year=2023 subject=consumption                # no such subject
type=publicity id=hs-11 project=xm-01 date=2024-02-01 last_day=2024-01-31 unit=fgw         # over before it begins
type=plan id=hs-12 project=hs-09 unit=swj date=2023-06-01                                  # of a project set aside
type=veto id=hs-13 project=xm-01 unit=zy date=2024/2/6                                     # not written as a day
"""
