"""What happened in Chongqing's year by name: inspections twice over, at one time, by several; and rows that cannot be used."""

# ruff: noqa: E501 - tables are as wide as they are
from __future__ import annotations

from typing import Final

_MANDATES: Final = """
id     date        unit  basis        granted_by   grantor  object  matter  scope   duty          since       until
sz-01  2022-08-15  yjj   designation  government   szf      bb      sx-09   全区    核查防火责任  2022-08-15  2022-09-30
sz-02  2022-08-16  nyw   approval     mayor        szf      bb      sx-07   全区    核查撂荒地    2022-08-16  2022-09-30
sz-03  2022-03-01  sthj  law          -            szf      kz      sx-15   流域    核查河长履职  2022-03-01  2022-12-31
"""
# 北碚区：同一周来了三批人，其中两批查的是同一件事；万州区：同一单位为同一件事来了两次
_INSPECTIONS: Final = """
id     kind                    title                  date        last_day    unit  object  matter  mandate  in_annual_plan  replaces_routine  applied     reviewed    reviewer_role       approved    approver_role  planned     plan_content  plan_objects  plan_scope  trained     concluded   told        rectification_required  staff  staff_on_leads  time_spent  time_on_leads
dz-01  special_inspection      森林防灭火专项督查     2022-08-22  2022-08-26  yjj   bb      sx-09   sz-01    true            false             2022-08-08  2022-08-10  supervision_office  2022-08-12  mayor          2022-08-17  true          true          true        2022-08-19  2022-09-02  2022-09-05  false                   9      6               6           4
dz-02  special_inspection      撂荒地治理专项督查     2022-08-24  2022-08-25  nyw   bb      sx-07   sz-02    true            false             2022-08-10  2022-08-11  supervision_office  2022-08-15  mayor          2022-08-18  true          true          true        2022-08-22  2022-09-06  2022-09-08  false                   6      4               3           2
dz-03  clue_check              森林防灭火线索核查     2022-08-26  2022-08-30  dcb   bb      sx-09   -        false           false             2022-08-23  2022-08-23  supervision_office  2022-08-24  mayor          2022-08-24  true          true          true        2022-08-25  2022-09-05  2022-09-06  false                   6      6               3           3
dz-04  special_inspection      能源电力保供专项督查   2022-07-18  2022-07-20  dcb   wz      sx-08   -        true            false             2022-07-04  2022-07-06  supervision_office  2022-07-08  mayor          2022-07-12  true          true          true        2022-07-15  2022-07-29  2022-08-01  false                   9      6               3           2
dz-05  unannounced_inspection  能源电力保供暗访督查   2022-08-17  2022-08-18  dcb   wz      sx-08   -        false           false             2022-08-15  2022-08-15  supervision_office  2022-08-16  mayor          2022-08-16  true          true          true        2022-08-16  2022-08-26  2022-08-29  false                   6      6               2           2
dz-06  special_inspection      河长制落实专项督查     2022-06-06  2022-06-10  sthj  kz      sx-15   sz-03    true            false             2022-05-23  2022-05-25  supervision_office  2022-05-27  mayor          2022-05-30  true          true          true        2022-06-02  2022-06-17  2022-06-20  false                   9      6               6           4
"""
SET_PIECES: Final = (("mandate", _MANDATES), ("inspection", _INSPECTIONS))
BAD: Final = """
type=inspection id=hs-01 kind=special_inspection date=2022-03-01 unit=dcb object=两江新区          # no such unit
type=inspection id=hs-02 kind=clue_check date=2022-03-02 unit=dcb object=wz matter=sx-01           # twice, and not the same
type=inspection id=hs-02 kind=clue_check date=2022-03-02 unit=dcb object=wz matter=sx-02
type=inspection id=hs-03 kind=special_inspection date=2022-04-08 last_day=2022-04-06 unit=dcb      # over before it begins
type=inspection id=hs-04 kind=special_inspection date=2022-02-30 unit=dcb                          # no such day
type=inspection id=hs-05 kind=special_inspection date=20220301 unit=dcb                            # not written as a day
type=inspection id=hs-06 kind=special_inspection date=2022-03-07 unit=dcb inspector=李某           # no such field
type=inspection id=hs-07 kind=surprise date=2022-03-08 unit=dcb                                    # no such kind
type=inspection id=hs-08 kind=special_inspection date=2022-03-09 unit=dcb staff=-2                 # fewer than none
type=inspection id=hs-09 kind=special_inspection date=2022-03-10 unit=dcb mandate=sq-999           # of no mandate
type=mandate id=hs-10 date=2022-03-11 basis=designation                                            # without its unit
type=mandate id=hs-11 date=2022-03-11 unit=fgw since=2022-04-01 until=2022-03-31                   # ends before it begins
type=appeal id=hs-12 date=2022-03-14 unit=wz inspection=hs-06                                      # of an inspection set aside
type=appeal id=hs-13 unit=wz inspection=dz-04 reviewed=2022-09-01                                  # without its day
"""
