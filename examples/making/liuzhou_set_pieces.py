"""What happened in Liuzhou's year by name: mandates, notices, black lists, incentives; and rows that cannot be used."""

# ruff: noqa: E501 - tables are as wide as they are
from __future__ import annotations

from typing import Final

_MANDATES: Final = """
id     date        unit  basis        grantor  granted_by        subject               scope      duty          since       until
sq-01  2022-02-21  zjj   designation  szf      government        老旧小区改造          全市       核查改造进度  2022-02-28  2022-03-31
sq-02  2022-05-09  yjj   designation  szf      -                 油气管道安全          全市       核查隐患整改  2022-05-16  2022-06-30
sq-03  2022-07-11  rsj   designation  szf      government        农民工工资支付        -          核查欠薪线索  2022-07-18  2022-08-31
sq-04  2022-09-05  sthj  designation  -        standing_meeting  柳江水质保护          柳江干流   核查排污口    2022-09-13  2022-09-30
sq-05  2022-10-10  nyj   approval     szf      mayor             耕地保护              全市       核查耕地      2022-10-17  2022-11-30
sq-06  2022-06-06  jtj   designation  lcx      -                 农村公路养护          柳城县     核查养护      2022-06-13  2022-06-30
"""
_INSPECTIONS: Final = """
id     kind                      date        last_day    unit  object  mandate  title
dc-01  special_inspection        2022-03-01  2022-03-04  zjj   lnq     sq-01    老旧小区改造专项督查
dc-02  special_inspection        2022-03-28  2022-04-01  zjj   lbq     sq-01    老旧小区改造专项督查
dc-03  unannounced_inspection    2022-05-17  2022-05-20  yjj   ljq     sq-02    油气管道安全暗访督查
dc-04  special_inspection        2022-07-19  2022-07-22  rsj   yfq     sq-03    根治欠薪专项督查
dc-05  special_inspection        2022-08-09  2022-08-10  jyj   rax     -        校舍安全督查
dc-06  special_inspection        2022-09-13  2022-09-30  sthj  lcx     sq-04    柳江水质保护专项督查
dc-07  special_inspection        2022-10-18  2022-10-21  nyj   lzx     sq-05    耕地保护督查
dc-08  routine_check             2022-06-07  2022-06-08  scj   yfq     -        食品安全日常监督检查
dc-09  research_visit            2022-11-08  2022-11-09  wlj   sjx     -        侗乡旅游调研
dc-10  comprehensive_inspection  2022-11-21  2022-11-25  dcs   rsx     -        年度综合督查
dc-11  special_inspection        2022-06-14  2022-06-16  jtj   lcx     sq-06    农村公路养护督查
"""
_DRAFTS: Final = """
id     date        unit  title                        creates_office_matter  superior_basis  approved    approver_role
dg-01  2022-02-15  gxj   螺蛳粉产业发展实施方案       true                   true            -           -
dg-02  2022-03-22  zjj   老旧小区改造工作方案         true                   false           2022-03-18  mayor
dg-03  2022-05-12  wjw   公立医院改革若干措施         true                   false           -           -
dg-04  2022-06-20  jtj   旅游公路建设管理办法         true                   false           2022-06-24  mayor
dg-05  2022-08-16  nyj   糖料蔗生产扶持办法           false                  false           -           -
dg-06  2022-09-27  swj   商贸消费促进措施             true                   false           2022-09-20  vice_mayor
"""
_FROM_ABOVE: Final = """
id     kind                 date        title                             level       inspection_scope  led_by              coordinated_by      counterpart  unit
jc-01  superior_inspection  2022-05-23  自治区稳增长综合督查              provincial  comprehensive     office              supervision_office  -            bgs
jc-02  superior_inspection  2022-08-15  国务院大督查                      national    comprehensive     office              supervision_office  -            bgs
jc-03  superior_inspection  2022-06-14  自治区粮食安全专项督查            provincial  special           -                   office              section      nyj
jc-04  superior_inspection  2022-09-19  自治区安全生产专项督查            provincial  special           -                   supervision_office  section      yjj
jc-05  superior_inspection  2022-11-14  自治区优化营商环境综合督查        provincial  comprehensive     supervision_office  supervision_office  -            bgs
jc-06  superior_inspection  2022-12-05  自治区耕地保护督查                provincial  -                 office              -                   -            zrj
"""
_STAFFING: Final = """
id     date        unit  full_time_commissioners  part_time_commissioners
pb-01  2022-03-31  szf   5                        3
pb-02  2022-06-30  szf   4                        3
pb-03  2022-09-30  szf   4                        5
pb-04  2022-12-30  szf   2                        2
"""
_ON_LISTS: Final = """
id     kind      date        title                                level  unit
zd-01  decision  2022-06-06  市政府关于加快保交楼工作的决定       city   rax
"""
# 2021年的两期是施行后的第一、第二期。
_CITY_NOTICES: Final = """
id     kind         date        list   level  unit  matter  covers      occasion  form            content_settled  settler_role  signed      signer_role           mayor_instructed
hh-01  list_notice  2021-07-16  red    city   lcx   -       2021-06-30  regular   special_report  2021-07-12       government    2021-07-15  executive_vice_mayor  -
hh-02  list_notice  2021-10-20  black  city   lnq   -       2021-09-30  regular   special_report  2021-10-15       government    2021-10-19  executive_vice_mayor  -
hh-03  list_notice  2022-01-20  red    city   gxj   -       2021-12-31  regular   special_report  2022-01-14       government    2022-01-19  executive_vice_mayor  -
hh-04  list_notice  2022-01-20  black  city   sjx   -       2021-12-31  regular   special_report  2022-01-14       government    2022-01-19  executive_vice_mayor  -
hh-05  list_notice  2022-01-20  black  city   rax   -       2021-12-31  regular   special_report  2022-01-14       government    2022-01-19  executive_vice_mayor  -
hh-06  list_notice  2022-04-22  red    city   ldxq  -       2022-03-31  regular   special_report  2022-04-18       government    2022-04-21  executive_vice_mayor  -
hh-07  list_notice  2022-04-22  black  city   sjx   -       2022-03-31  regular   special_report  2022-04-18       government    2022-04-21  executive_vice_mayor  -
hh-08  list_notice  2022-04-22  black  city   jyj   -       2022-03-31  regular   bulletin        2022-04-18       government    2022-04-21  executive_vice_mayor  -
hh-09  list_notice  2022-05-30  black  city   lzx   -       2022-05-30  special   special_report  2022-05-26       government    2022-05-30  executive_vice_mayor  true
hh-10  list_notice  2022-07-19  red    city   nyj   -       2022-06-30  regular   special_report  2022-07-14       government    2022-07-18  executive_vice_mayor  -
hh-11  list_notice  2022-07-19  black  city   jtj   -       2022-06-30  regular   special_report  2022-07-14       government    2022-07-18  executive_vice_mayor  -
hh-12  list_notice  2022-07-19  black  city   rax   zd-01   2022-06-30  regular   special_report  2022-07-14       government    2022-07-18  executive_vice_mayor  -
hh-13  list_notice  2022-07-19  black  city   rsx   -       2022-06-30  regular   special_report  2022-07-21       government    2022-07-18  executive_vice_mayor  -
hh-14  list_notice  2022-08-26  black  city   sjx   -       2022-08-26  further   special_report  2022-08-22       government    2022-08-25  vice_mayor            true
hh-15  list_notice  2022-10-20  red    city   lcx   -       2022-09-30  regular   special_report  2022-10-14       government    2022-10-19  executive_vice_mayor  -
hh-16  list_notice  2022-10-20  black  city   lzx   -       2022-09-30  regular   special_report  2022-10-14       government    2022-10-19  executive_vice_mayor  -
hh-17  list_notice  2022-10-20  black  city   lnq   -       2022-09-30  regular   special_report  2022-10-14       government    -           -                     -
hh-18  list_notice  2022-11-25  red    city   lcx   -       2022-11-25  special   special_report  2022-11-22       government    2022-11-24  executive_vice_mayor  false
"""
_REGIONAL_NOTICES: Final = """
id     kind         date        list   level       unit  matter  covers      title
qb-01  list_notice  2022-03-15  black  provincial  slj   -       2022-02-28  自治区水利建设进度通报
qb-02  list_notice  2022-06-17  black  provincial  zjj   -       2022-05-31  自治区住房保障工作通报
qb-03  list_notice  2022-07-08  black  provincial  rax   zd-01   2022-06-30  自治区保交楼工作通报
qb-04  list_notice  2022-09-09  black  provincial  slj   -       2022-08-31  自治区水利建设进度通报
qb-05  list_notice  2022-09-23  black  provincial  jtj   -       2022-08-31  自治区交通投资通报
qb-06  list_notice  2022-11-18  black  provincial  rax   -       2022-10-31  自治区安全生产通报
qb-07  list_notice  2022-11-18  red    provincial  lcx   -       2022-10-31  自治区安全生产通报
"""
_FINDINGS: Final = """
id     kind        date        unit  judge_role
rd-01  serious     2022-08-12  lbq   supervision_office
rd-02  many_grave  2022-10-28  ljq   supervision_office
"""
_RETURN_VISITS: Final = """
id     date        unit  notice  rectified
hf-01  2022-03-10  rax   hh-05   true
hf-02  2022-09-15  rsx   hh-13   false
hf-03  2022-11-30  lzx   hh-16   true
"""
_INTERVIEWS: Final = """
id     date        unit  interviewer_role
yt-01  2022-02-10  sjx   supervision_office
yt-02  2022-05-05  sjx   vice_mayor
yt-03  2022-09-02  sjx   mayor
yt-04  2022-09-28  rsx   mayor
"""
_INCENTIVES: Final = """
id     kind       date        unit  level       persons
jl-01  incentive  2022-06-09  gxj   national    韦某某、覃某某
jl-02  incentive  2022-06-09  swj   national    莫某某、蒙某某
jl-03  incentive  2022-06-09  jyj   national    罗某某、黄某某
jl-04  incentive  2022-06-09  lcx   national    梁某某、石某某
jl-05  incentive  2022-05-18  wlj   provincial  吴某某、杨某某
jl-06  incentive  2022-05-18  ldxq  provincial  陆某某、潘某某
"""
_BUDGETS: Final = """
id     date        unit  year  this_year  next_year
ys-01  2022-12-20  gxj   2022  1200       1380
ys-02  2022-12-20  swj   2022  800        864
ys-03  2022-12-20  jyj   2022  500        600
ys-04  2022-12-20  wlj   2022  650        650
"""
SET_PIECES: Final = (
    ("mandate", _MANDATES),
    ("inspection", _INSPECTIONS),
    ("draft", _DRAFTS),
    ("matter", _FROM_ABOVE),
    ("staffing", _STAFFING),
    ("matter", _ON_LISTS),
    ("notice", _CITY_NOTICES),
    ("notice", _REGIONAL_NOTICES),
    ("finding", _FINDINGS),
    ("return_visit", _RETURN_VISITS),
    ("interview", _INTERVIEWS),
    ("commendation", _INCENTIVES),
    ("budget", _BUDGETS),
)
BAD: Final = """
type=matter id=hs-01 kind=instruction date=2022-03-01 unit=市园林局                              # no such unit
type=matter id=hs-02 kind=instruction date=2022-03-02 unit=czj title=财政资金拨付的批示           # twice, and not the same
type=matter id=hs-02 kind=instruction date=2022-03-02 unit=czj title=财政资金收回的批示
type=matter id=hs-03 kind=key_work date=2022-04-06 unit=jtj received=2022-04-08 closed=2022-04-07  # closed before received
type=matter id=hs-04 kind=minutes date=2022-02-30 unit=szf                                       # no such day
type=matter id=hs-05 kind=minutes date=2022年3月1日 unit=szf                                     # not written as a day
type=matter id=hs-06 kind=minutes date=2022-05-06 unit=szf deadline=2022-05-13                   # no such field
type=matter id=hs-07 kind=批示 date=2022-05-09 unit=wjw                                          # no such kind
type=notice id=hs-08 kind=list_notice list=yellow level=city date=2022-05-10 unit=wjw            # no such list
type=notice id=hs-09 kind=list_notice list=black level=city unit=wjw                             # without its day
type=appraisal id=hs-10 date=2022-12-31 year=2022 item_points=18                                 # without its unit
type=appraisal id=hs-11 date=2022-12-31 unit=czj item_points=-3分                                # no number
type=return_visit id=hs-12 date=2022-11-01 unit=wjw notice=hs-08 rectified=true                  # of a notice set aside
type=notice id=hs-13 kind=list_notice date=2022-06-01 recorded=2022-05-31 unit=wjw               # recorded before it happened
"""
