"""The words of Chongqing's year: units, matters inspected."""

from __future__ import annotations

from typing import Final

UNITS: Final = """
id    name                           aliases      group               tier    is_government  parent
szf   重庆市人民政府                 市政府       government          provincial true        -
dcb   重庆市人民政府督查办公室       市政府督查办 supervision_office  provincial false       szf
fgw   重庆市发展和改革委员会         市发展改革委 municipal           provincial false       szf
jxw   重庆市经济和信息化委员会       市经济信息委 municipal           provincial false       szf
jyw   重庆市教育委员会               市教委       municipal           provincial false       szf
czj   重庆市财政局                   市财政局     municipal           provincial false       szf
rsj   重庆市人力资源和社会保障局     市人力社保局 municipal           provincial false       szf
gzj   重庆市规划和自然资源局         市规划自然资源局 municipal       provincial false       szf
sthj  重庆市生态环境局               市生态环境局 municipal           provincial false       szf
zjw   重庆市住房和城乡建设委员会     市住房城乡建委 municipal         provincial false       szf
jtj   重庆市交通局                   市交通局     municipal           provincial false       szf
nyw   重庆市农业农村委员会           市农业农村委 municipal           provincial false       szf
yjj   重庆市应急管理局               市应急局     municipal           provincial false       szf
scj   重庆市市场监督管理局           市市场监管局 municipal           provincial false       szf
wz    重庆市万州区人民政府           万州区       county              county  true           szf
qj    重庆市黔江区人民政府           黔江区       county              county  true           szf
fl    重庆市涪陵区人民政府           涪陵区       county              county  true           szf
yz    重庆市渝中区人民政府           渝中区       county              county  true           szf
ddk   重庆市大渡口区人民政府         大渡口区     county              county  true           szf
jb    重庆市江北区人民政府           江北区       county              county  true           szf
spb   重庆市沙坪坝区人民政府         沙坪坝区     county              county  true           szf
jlp   重庆市九龙坡区人民政府         九龙坡区     county              county  true           szf
na    重庆市南岸区人民政府           南岸区       county              county  true           szf
bb    重庆市北碚区人民政府           北碚区       county              county  true           szf
yb    重庆市渝北区人民政府           渝北区       county              county  true           szf
bn    重庆市巴南区人民政府           巴南区       county              county  true           szf
cs    重庆市长寿区人民政府           长寿区       county              county  true           szf
jj    重庆市江津区人民政府           江津区       county              county  true           szf
hc    重庆市合川区人民政府           合川区       county              county  true           szf
yc    重庆市永川区人民政府           永川区       county              county  true           szf
nc    重庆市南川区人民政府           南川区       county              county  true           szf
qij   重庆市綦江区人民政府           綦江区       county              county  true           szf
dz    重庆市大足区人民政府           大足区       county              county  true           szf
bs    重庆市璧山区人民政府           璧山区       county              county  true           szf
tl    重庆市铜梁区人民政府           铜梁区       county              county  true           szf
tn    重庆市潼南区人民政府           潼南区       county              county  true           szf
rc    重庆市荣昌区人民政府           荣昌区       county              county  true           szf
kz    重庆市开州区人民政府           开州区       county              county  true           szf
lp    重庆市梁平区人民政府           梁平区       county              county  true           szf
wl    重庆市武隆区人民政府           武隆区       county              county  true           szf
ck    城口县人民政府                 城口县       county              county  true           szf
fd    丰都县人民政府                 丰都县       county              county  true           szf
dj    垫江县人民政府                 垫江县       county              county  true           szf
zx    忠县人民政府                   忠县         county              county  true           szf
yy    云阳县人民政府                 云阳县       county              county  true           szf
fj    奉节县人民政府                 奉节县       county              county  true           szf
wsh   巫山县人民政府                 巫山县       county              county  true           szf
wx    巫溪县人民政府                 巫溪县       county              county  true           szf
szx   石柱土家族自治县人民政府       石柱县       county              county  true           szf
xs    秀山土家族苗族自治县人民政府   秀山县       county              county  true           szf
ybq   渝北区市场监督管理局           -            department          county  false          yb
"""
_IDS: Final = tuple(line.split()[0] for line in UNITS.strip().splitlines()[1:])
BUREAUS: Final = _IDS[_IDS.index("fgw") : _IDS.index("wz")]
COUNTIES: Final = _IDS[_IDS.index("wz") : _IDS.index("ybq")]
TOPICS: Final = (
    "稳住经济大盘政策落实",
    "减税降费退税缓费",
    "保交楼保民生",
    "高标准农田建设",
    "长江十年禁渔",
    "自建房安全整治",
    "耕地保护和撂荒地治理",
    "能源电力保供",
    "森林防灭火",
    "农民工工资支付",
    "城市更新",
    "制造业重大项目",
    "营商环境创新试点",
    "义务教育双减",
    "河长制落实",
    "疫情防控物资保障",
    "成渝地区双城经济圈建设",
    "乡村振兴项目资金",
    "危险化学品安全",
    "城市供水保障",
    "政府债务化解",
    "养老托育服务",
    "物流保通保畅",
    "食品安全",
)
KINDS: Final = (
    ("special_inspection", "专项督查"),
    ("unannounced_inspection", "暗访督查"),
    ("clue_check", "线索核查"),
    ("comprehensive_inspection", "综合督查"),
    ("case_investigation", "个案调查"),
)
