"""The words of Yiyang's cycle 2023/24: units, townships, projects."""

# ruff: noqa: E501 - tables are as wide as they are
from __future__ import annotations

from typing import Final

UNITS: Final = """
id    name                           group          tier    park_class  park_level  parent  management_committee
zy    资阳区人民政府                 county         county  -           -           -       false
hs    赫山区人民政府                 county         county  -           -           -       false
yj    沅江市人民政府                 county         county  -           -           -       false
tj    桃江县人民政府                 county         county  -           -           -       false
ah    安化县人民政府                 county         county  -           -           -       false
nx    南县人民政府                   county         county  -           -           -       false
dth   大通湖区管理委员会             county         county  -           -           -       true
gxq   益阳高新区管理委员会           park           county  a           national    -       true
fgw   益阳市发展和改革委员会         municipal      city    -           -           -       false
jyj   益阳市教育局                   municipal      city    -           -           -       false
kjj   益阳市科学技术局               municipal      city    -           -           -       false
gxj   益阳市工业和信息化局           municipal      city    -           -           -       false
gaj   益阳市公安局                   municipal      city    -           -           -       false
czj   益阳市财政局                   municipal      city    -           -           -       false
rsj   益阳市人力资源和社会保障局     municipal      city    -           -           -       false
sthj  益阳市生态环境局               municipal      city    -           -           -       false
zjj   益阳市住房和城乡建设局         municipal      city    -           -           -       false
jtj   益阳市交通运输局               municipal      city    -           -           -       false
nyj   益阳市农业农村局               municipal      city    -           -           -       false
swj   益阳市商务局                   municipal      city    -           -           -       false
wlj   益阳市文化旅游广电体育局       municipal      city    -           -           -       false
yjj   益阳市应急管理局               municipal      city    -           -           -       false
scj   益阳市市场监督管理局           municipal      city    -           -           -       false
xfj   益阳市信访局                   municipal      city    -           -           -       false
spj   益阳市行政审批服务局           municipal      city    -           -           -       false
jrb   益阳市人民政府金融工作办公室   municipal      city    -           -           -       false
swz   国家税务总局益阳市税务局       central        city    -           -           -       false
rhz   中国人民银行益阳市中心支行     central        city    -           -           -       false
tjd   国家统计局益阳调查队           central        city    -           -           -       false
hgz   益阳海关                       central        city    -           -           -       false
qxj   益阳市气象局                   central        city    -           -           -       false
ycj   益阳市烟草专卖局               central        city    -           -           -       false
gdg   国网益阳供电公司               provincial     city    -           -           -       false
swk   湖南省益阳水文水资源勘测中心   provincial     city    -           -           -       false
gsg   益阳高速公路管理处             provincial     city    -           -           -       false
cly   长春经济开发区                 park           county  a           provincial  zy      false
lly   龙岭产业开发区                 park           county  a           provincial  hs      false
yjy   沅江高新技术产业园区           park           county  a           provincial  yj      false
tjy   桃江高新技术产业开发区         park           county  b           provincial  tj      false
ahy   安化经济开发区                 park           county  b           provincial  ah      false
nxy   南县经济开发区                 park           county  b           provincial  nx      false
dty   大通湖产业园                   park           county  b           city        dth     false
hsj   赫山区商务局                   department     county  -           -           hs      false
b01   工商银行益阳分行               bank           city    -           -           -       false
b02   农业银行益阳分行               bank           city    -           -           -       false
b03   中国银行益阳分行               bank           city    -           -           -       false
b04   建设银行益阳分行               bank           city    -           -           -       false
b05   交通银行益阳分行               bank           city    -           -           -       false
b06   邮储银行益阳市分行             bank           city    -           -           -       false
b07   长沙银行益阳分行               bank           city    -           -           -       false
b08   益阳农商银行                   bank           city    -           -           -       false
i01   人保财险益阳分公司             insurer        city    -           -           -       false
i02   中国人寿益阳分公司             insurer        city    -           -           -       false
i03   平安产险益阳中心支公司         insurer        city    -           -           -       false
i04   太平洋产险益阳中心支公司       insurer        city    -           -           -       false
i05   中华联合财险益阳中心支公司     insurer        city    -           -           -       false
i06   大地财险益阳中心支公司         insurer        city    -           -           -       false
i07   新华人寿益阳中心支公司         insurer        city    -           -           -       false
i08   泰康人寿益阳中心支公司         insurer        city    -           -           -       false
i09   太平人寿益阳中心支公司         insurer        city    -           -           -       false
l01   益阳市融资担保公司             local_finance  city    -           -           -       false
l02   益阳市小额贷款公司             local_finance  city    -           -           -       false
l03   益阳市典当行                   local_finance  city    -           -           -       false
"""
TOWNSHIPS: Final = """
zy   大码头街道 汽车路街道 长春镇 新桥河镇 迎风桥镇 沙头镇 茈湖口镇 张家塞乡
hs   赫山街道 金银山街道 桃花仑街道 会龙山街道 八字哨镇 泉交河镇 欧江岔镇 沧水铺镇 岳家桥镇 兰溪镇 新市渡镇 衡龙桥镇 泥江口镇 笔架山乡
yj   琼湖街道 胭脂湖街道 新湾镇 南嘴镇 泗湖山镇 黄茅洲镇 四季红镇 阳罗洲镇 草尾镇 南大膳镇 共华镇 茶盘洲镇
tj   桃花江镇 修山镇 三堂街镇 鸬鹚渡镇 大栗港镇 武潭镇 马迹塘镇 石牛江镇 牛田镇 松木塘镇 灰山港镇 浮邱山乡 高桥镇 沾溪镇 鲊埠回族乡
ah   东坪镇 梅城镇 仙溪镇 大福镇 清塘铺镇 长塘镇 羊角塘镇 冷市镇 龙塘镇 小淹镇 江南镇 滔溪镇 柘溪镇 马路镇 奎溪镇 烟溪镇 渠江镇 平口镇 乐安镇 田庄乡 南金乡 古楼乡 高明乡
nx   南洲镇 华阁镇 明山头镇 青树嘴镇 厂窖镇 武圣宫镇 麻河口镇 浪拔湖镇 三仙湖镇 茅草街镇 乌嘴乡 中鱼口镇
dth  河坝镇 金盆镇 北洲子镇 千山红镇
gxq  朝阳街道 鱼形山街道 谢林港镇
"""
_IDS: Final = tuple(line.split()[0] for line in UNITS.strip().splitlines()[1:])
POOLS: Final = {
    "county": _IDS[:8],
    "municipal": ("czj", "rsj", "zjj", "jtj", "scj", "fgw", "gxj", "swj", "nyj", "wlj"),
    "resident": ("swz", "gdg", "rhz", "qxj", "swk", "tjd", "hgz", "ycj"),
    "park-a": ("cly", "lly", "yjy"),
    "park-b": ("tjy", "ahy", "nxy", "dty"),
    "township": tuple(f"x{number:02}" for number in range(1, 92)),
    "bank": tuple(f"b{number:02}" for number in range(1, 9)),
    "insurer": tuple(f"i{number:02}" for number in range(1, 10)),
    "local_finance": ("l01", "l02", "l03"),
}
# 各类候选对象：提名几个，列入几个
PROJECTS: Final = """
id    unit  co_units  subject      title                        ballots
xm-01 fgw   gxj       other        产业项目建设                 county:8:3
xm-02 nyj   -         other        乡村振兴                     county:8:4、township:24:10
xm-03 gxj   swj       other        园区高质量发展               park-a:3:3、park-b:4:3
xm-04 jrb   -         other        金融服务实体经济             bank:8:6、insurer:9:9、local_finance:3:3
xm-05 yjj   -         work_safety  安全生产                     county:8:5、township:16:12
xm-06 spj   -         other        优化营商环境                 municipal:10:7、resident:8:6
xm-07 jyj   -         other        教育事业发展                 county:8:3
xm-08 xfj   -         petitions    信访工作                     county:8:4
xm-09 sthj  -         other        污染防治攻坚                 county:8:3、resident:8:7
xm-10 swj   -         other        开放型经济发展               county:8:2、municipal:10:6
xm-11 kjj   -         other        科技创新                     county:8:3、park-a:3:2、park-b:4:2、township:20:9
xm-12 gaj   -         road_safety  道路交通安全                 county:8:5
xm-13 wlj   -         other        文旅融合发展                 county:8:3、township:16:8
xm-14 jrb   czj       other        政府性融资担保               bank:8:7、insurer:9:8、local_finance:3:2
"""
