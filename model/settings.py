# ruff: noqa: E501  (one setting a line; Chinese counts double)
"""Where a story can take place: settings with their names, whether they are rooms, and what belongs in them.

Shared by casting (which names are meant, what stands there by default) and the renderer (which scenery grows).
Knows nothing of meshes. `furniture` are archetypes of `model.catalog` that are on stage even when the author
names none of them, so that they can be directed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    indoor: bool
    dry: bool  # a storm blows dust there, and brings no rain
    furniture: tuple[str, ...]
    en: tuple[str, ...]
    zh: tuple[str, ...]

    @property
    def furnished(self) -> bool:
        """Whether there may be chairs and hearths that nobody speaks of: in rooms that people have made."""
        return self.indoor and self.name != "cave"


def _row(line: str) -> Setting:
    name, place, furniture, en, zh = (part.strip() for part in line.split("|"))
    return Setting(
        name, place == "in", place == "dry", tuple(furniture.split()),
        tuple(s.strip() for s in en.split(",")), tuple(s.strip() for s in zh.split(",")),
    )  # fmt: skip


_SETTINGS = """
village      | out | bell_tower well       | village, medieval village, hamlet, town, village square | 村庄, 村子, 小镇
forest       | out | tree rock             | forest, woods, jungle           | 森林, 树林, 丛林
mountain     | out | rock                  | mountain, cliff, canyon, cave mouth, volcano | 山, 山顶, 悬崖, 峡谷
beach        | out | rock                  | beach, seaside, shore, coast, island, harbour, dock | 海滩, 海边, 沙滩, 岛, 码头
desert       | dry | rock                  | desert, dunes, wasteland, battlefield | 沙漠, 荒漠, 战场
snow field   | out | rock                  | snow field, snowy plain, glacier, north pole | 雪地, 雪原, 冰川
farm         | out | cart                  | farm, barn, field, meadow, pasture, ranch | 农场, 农田, 草原, 牧场
street       | out | street_lamp           | street, city street, road, bus stop, market, downtown | 街头, 街道, 街, 马路, 集市, 城市
park         | out | bench tree            | park, playground, garden, lawn | 公园, 花园, 游乐场
courtyard    | out | well                  | courtyard, yard, castle courtyard, school yard | 庭院, 院子
rooftop      | out | wall                  | rooftop, roof, terrace | 屋顶, 天台, 楼顶
temple       | out | stairs                | temple, shrine, pagoda, monastery | 寺庙, 神庙, 道观
castle hall  | in  | throne                | castle hall, castle, great hall | 城堡, 城堡大厅
palace       | in  | throne                | palace, palace hall, ancient palace, imperial court | 宫殿, 皇宫, 宫殿大厅, 大殿, 朝堂
dungeon      | in  | barrel                | dungeon, prison, prison cell, basement, cellar, crypt | 地牢, 监狱, 牢房, 地下室
office       | in  | desk chair window     | office, police station, newsroom | 办公室, 公司, 警察局
study        | in  | desk chair bookshelf  | study, library, laboratory, wizard's workshop | 书房, 图书馆, 实验室
living room  | in  | sofa table lamp window | living room, lounge, home, apartment, house | 客厅, 家里, 公寓
bedroom      | in  | bed table lamp window | bedroom, hotel room, dormitory | 卧室, 酒店房间, 宿舍
kitchen      | in  | table window          | kitchen | 厨房
cafe         | in  | table chair window    | cafe, coffee shop, restaurant, tavern, diner, teahouse | 咖啡馆, 餐厅, 茶馆, 饭店
hospital     | in  | bed window            | hospital, hospital room, hospital corridor, clinic, ward | 医院, 病房, 诊所
classroom    | in  | desk chair            | classroom, school, lecture hall | 教室, 学校
wedding hall | in  | stairs                | wedding hall, church, chapel | 婚礼, 婚礼现场, 教堂, 礼堂
shop         | in  | table                 | shop, blacksmith's shop, workshop, forge | 商店, 铁匠铺, 店铺, 车间
corridor     | in  | door                  | corridor, hallway, passage, elevator | 走廊, 过道, 电梯
station      | in  | bench                 | train station, station, subway, airport, platform | 火车站, 车站, 地铁站, 机场
spaceship    | in  | machine               | spaceship, space station, bridge of a starship, cockpit | 飞船, 太空船, 空间站, 宇宙飞船
theatre      | in  | stairs                | theatre, stage, theater, arena | 剧院, 舞台
ship deck    | out | helm barrel           | ship deck, deck of a ship, pirate ship, sailing ship, galleon | 甲板, 船上, 海盗船, 帆船
alley        | out | street_lamp           | back alley, alley, alleyway, backstreet | 后巷, 小巷, 巷子, 胡同
throne room  | in  | throne                | throne room, throne hall, royal court | 王座厅, 王座大厅, 王座室
boardroom    | in  | conference_table office_chair | boardroom, conference room, meeting room | 会议室, 董事会, 董事会会议室
old street   | out | cart                  | old street, ancient street, ancient town, lantern festival, temple fair, city gate, execution ground | 古街, 古镇, 古城, 城门, 庙会, 灯会, 刑场, 长安街头
corner shop  | in  | table                 | corner shop, convenience store, supermarket, store, pharmacy | 便利店, 超市, 小卖部, 药店
bamboo grove | out | rock                  | bamboo grove, bamboo forest | 竹林, 竹海, 翠竹林
old chamber  | in  | bed table             | old chamber, chinese chamber, lady's chamber | 闺房, 寝宫, 寝殿, 洞房
old inn      | in  | table chair painting  | old inn, chinese inn | 客栈
courtyard garden | out | well              | courtyard garden, chinese garden, imperial garden | 御花园, 后花园, 王府, 四合院, 园林
lake         | out | boat                  | lake, lakeside, riverbank, river, pond side | 湖边, 湖畔, 河边, 江边, 溪边, 湖上
ruins        | out | rock                  | ruins, ruined city, post-apocalyptic city, bombed city | 废墟, 末日, 末世, 城市废墟
city wall    | out | barrel                | city wall, battlements, ramparts, castle wall, great wall | 城墙, 城墙上, 城楼, 烽火台, 长城
cave         | in  | rock                  | cave, cavern, grotto, inside a cave | 山洞, 洞穴, 溶洞, 洞府
garage       | in  | car                   | garage, parking garage, underground garage, underground car park, car park, parking lot | 车库, 地下车库, 停车场, 地下停车场
train carriage | in | train-seat train-seat | train carriage, railway carriage, train compartment, train car, subway car, sleeper car, night train | 火车车厢, 车厢, 火车上, 列车上, 高铁上, 地铁车厢
courtroom    | in  | judges-bench desk     | courtroom, court of law, courthouse, court, trial, tribunal | 法庭, 法院, 审判庭
old study    | in  | scholars-desk yoke-chair | old study, scholar's study, old chinese hall, ancestral hall | 御书房, 书斋, 正厅, 堂屋, 祠堂
ballroom     | in  | table                 | ballroom, banquet hall, hotel ballroom, gala, reception | 宴会厅, 舞会, 晚宴, 酒会, 慈善晚宴
moon         | out | rock                  | surface of the moon, on the moon, asteroid | 月球, 月球表面, 小行星
red planet   | dry | rock                  | red planet, mars, alien planet, distant planet | 火星, 火星表面, 外星球, 异星
bar          | in  | table                 | bar, nightclub, pub, cocktail bar, club, karaoke bar | 酒吧, 夜店, 夜总会, KTV
cemetery     | out | gravestone            | cemetery, graveyard, churchyard | 墓地, 坟场, 陵园, 墓园
frontier town | dry | barrel               | frontier town, western town, wild west, old west | 西部小镇, 西部, 牛仔小镇, 西部世界
"""

SETTINGS: dict[str, Setting] = {s.name: s for s in map(_row, _SETTINGS.strip().splitlines())}
