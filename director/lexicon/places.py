# ruff: noqa: E501  (tables of words read best a row a line)

"""More words for the settings: what people also call them, or the nearest place we have.

Knows nothing of what stands there (see `model.settings`).
"""

from __future__ import annotations

from functools import cache

from model.settings import SETTINGS

_ALSO = """
village      | square, marketplace, market town, settlement, countryside, fishing village, mountain village, desert town, frontier town, western town | 乡村, 山村, 小村, 村里, 集镇, 广场, 渔村, 小城, 城里
forest       | wood, rainforest, woodland, clearing, grove, swamp, bamboo forest, enchanted forest, dark forest, lake, river, riverbank | 丛林, 树丛里, 密林, 林间, 湖边, 河边, 溪边, 桃花林, 沼泽
mountain     | mountains, mountaintop, peak, hill, hilltop, hillside, valley, ravine, waterfall | 山上, 山谷, 山间, 山洞口, 峰顶, 瀑布, 山坡, 雪山, 崖边, 火山
beach        | coastline, sand, sea, ocean, bay, pier, docks, port, harbor, lagoon, tropical island, desert island | 海滨, 海滩上, 沙滩上, 港口, 大海, 海岸, 小岛, 孤岛, 海上, 江边, 渡口, 海
desert       | sahara, oasis, wild west, war zone, badlands, trenches | 大漠, 戈壁, 荒野, 沙丘, 绿洲, 西部
snow field   | snow, tundra, snowy field, snowfield, snowy mountain, arctic, antarctica, ice field | 雪原上, 冰原, 北极, 南极, 冰天雪地, 雪山上
farm         | farmyard, ranch, orchard, vineyard, rice field, wheat field, pasture, prairie, grassland, stable | 田野, 田里, 果园, 麦田, 稻田, 农家, 大草原, 马厩
street       | streets, crossroads, intersection, square, sidewalk, avenue, boulevard, city, town centre, neighborhood, chinatown, night market, highway, parking lot, gas station, bridge, harlem | 马路边, 十字路口, 路边, 夜市, 街上, 大街, 都市, 街角, 大街上, 停车场, 桥上, 路口
park         | central park, graveyard, churchyard, zoo, amusement park, fairground, picnic, botanical garden, backyard, football field, stadium, sports field | 公园里, 后花园, 操场, 动物园, 游乐园, 球场, 体育场, 坟地, 墓园, 御花园
courtyard    | inner yard, cloister, patio, schoolyard, dojo, training ground, mansion courtyard | 大院, 后院, 前院, 院落, 练武场, 庭院里, 府邸, 宅院
rooftop      | rooftops, skyscraper roof, penthouse terrace, roof garden | 房顶, 屋顶上, 露台, 高楼顶
temple       | ancient temple, buddhist temple, ruined temple, sanctuary, ancient ruins, pyramid, tomb | 寺院, 古庙, 庙里, 破庙, 遗迹, 金字塔, 古墓, 庙, 佛寺, 祠堂
castle hall  | castle hall, keep, great hall of a castle, medieval castle, banquet, fortress | 古堡, 堡垒, 城堡里
palace       | royal palace, imperial palace, court of the emperor, forbidden city | 宫廷, 后宫, 王宫, 宫中, 殿内, 皇宫里, 紫禁城, 寝宫, 金銮殿
dungeon      | jail, cell, jail cell, cave, cavern, vault, catacombs, sewer, bunker, underground, lair, tunnel, mine | 牢狱, 天牢, 山洞, 洞穴, 密室, 地窖, 矿井, 隧道, 监牢, 地下
office       | workplace, headquarters, startup, reception, lobby, bank, embassy, skyscraper office, ceo's office, company | 写字楼, 总裁办公室, 银行, 派出所, 大厦, 会客厅, 接待室, 公司里
study        | lab, workshop of an inventor, archive, bookstore, bookshop, observatory, museum, gallery, art studio, studio | 书店, 博物馆, 画室, 工作室, 书斋, 美术馆, 档案室, 藏书阁
living room  | sitting room, parlor, parlour, drawing room, flat, family home, mansion, villa, cabin, cottage, farmhouse, lounge room, log cabin, hut | 起居室, 屋里, 别墅, 家中, 房间里, 豪宅, 小屋里, 木屋里, 屋内, 公寓里, 房间
bedroom      | bed chamber, chamber, nursery, motel room, guest room, boudoir | 卧房, 睡房, 闺房, 宿舍里, 客房, 婴儿房, 洞房
kitchen      | bakery, galley, restaurant kitchen | 后厨, 厨房里, 面包店, 灶房
cafe         | café, coffeehouse, pub, saloon, nightclub, club, canteen, bistro, ramen shop, noodle shop, cafeteria, dining room, tea house, inn, karaoke bar, casino | 咖啡店, 酒馆, 酒楼, 客栈, 面馆, 食堂, 夜店, 小酒馆, 饭馆, 火锅店, 夜总会, 茶楼, 包厢, 赌场
hospital     | emergency room, operating room, surgery, waiting room, sickroom, hospital ward, hospital corridor, infirmary, psychiatric ward | 急诊室, 手术室, 医务室, 病床前, 医院走廊, 药房, 医馆
classroom    | university, college, academy, high school, kindergarten, exam hall, lecture theatre | 大学, 高中, 课堂, 校园, 幼儿园, 学堂, 私塾, 考场
wedding hall | wedding, cathedral, reception hall, wedding reception, wedding party, altar room, gala, party hall, abbey | 婚宴, 喜堂, 婚礼殿堂, 大教堂, 舞会, 宴席, 酒会, 晚宴
shop         | smithy, smithy workshop, boutique, supermarket, convenience store, pawnshop, jewellery store, flower shop, toy shop, barber shop, warehouse, factory, garage workshop, antique shop, tailor shop, armory, potion shop | 超市, 便利店, 花店, 当铺, 工厂, 仓库, 杂货店, 珠宝店, 药铺, 古董店, 裁缝店, 车库
corridor     | hall, stairwell, passageway, airlock, lift, dark hallway, hotel corridor, backstage, entrance hall, foyer | 楼道, 长廊, 门厅, 楼梯间, 走廊里, 过道里
station      | railway station, railway platform, train platform, train, train carriage, bus station, metro station, bus, airplane, plane cabin, terminal, subway car, metro, ferry terminal | 高铁站, 站台, 火车上, 车厢, 候机厅, 公交车上, 地铁里, 月台, 机舱, 列车上
spaceship    | starship, space ship, shuttle, moon base, mars base, space colony, alien planet, lunar base, submarine control room, control room, command center, bridge of a ship | 星舰, 月球基地, 火星基地, 控制室, 指挥中心, 驾驶舱, 舱内, 太空舱, 宇宙
theatre      | concert hall, opera house, circus, auditorium, court, courthouse, tv studio, film set, boxing ring, colosseum, cinema, tribunal hall, talent show | 歌剧院, 马戏团, 演播室, 擂台, 竞技场, 音乐厅, 电影院, 片场, 戏台, 戏院, 公堂, 衙门
ship deck    | deck, ship's deck, main deck, quarterdeck, upper deck, open sea, high seas, aboard a ship, aboard the ship, helm of a ship, helm of the ship, on a ship, on the ship, tall ship, frigate, warship, battleship, cruise ship, ocean liner, viking ship, steamship, yacht, captain's ship | 船甲板, 甲板上, 大船上, 轮船, 游轮, 邮轮, 战舰, 军舰, 渔船上, 船头, 船尾, 货轮, 游艇, 龙船, 楼船, 远洋
alley        | back street, dead end, side street, narrow street, lane, dark alley, passage between houses, ghetto, slum | 弄堂, 巷子里, 小巷里, 暗巷, 窄巷, 巷口, 巷尾, 死胡同, 后街, 陋巷, 贫民窟
throne room  | throne chamber, king's hall, king's court, queen's court, audience chamber, audience hall, coronation hall, coronation | 加冕大厅, 加冕礼, 御前, 觐见厅, 王座前
boardroom    | board room, board meeting, shareholders' meeting, shareholder meeting, negotiation room, war room, meeting | 会议厅, 股东大会, 董事会上, 会议上, 谈判室, 谈判桌, 发布会
"""


@cache
def places() -> dict[str, str]:
    """Every name of a place, lower case, to the setting it means; the settings' own names come first."""
    table: dict[str, str] = {}
    for line in _ALSO.strip().splitlines():
        setting, *names = (part.strip() for part in line.split("|"))
        for part in names:
            for word in part.split(","):
                table.setdefault(word.strip().lower(), setting)
    return table | {alias.lower(): s.name for s in SETTINGS.values() for alias in (*s.en, *s.zh)}
