# ruff: noqa: E501  (one thing a line, however many names it has)
"""What the stage can be filled with: archetypes with their size, traits, colours and names.

The one list that casting, the teacher and the renderer share. Knows nothing of meshes or of movement.
`names` are the words people use, in English and Chinese; casting compares their meaning with the author's.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Archetype:
    """`size` is width, height, depth in metres; `body` and `accent` are default colours."""

    name: str
    kind: str
    size: tuple[float, float, float]
    traits: frozenset[str]
    body: str
    accent: str
    en: tuple[str, ...]
    zh: tuple[str, ...]


def _row(kind: str, line: str) -> Archetype:
    name, size, traits, body, accent, en, zh = (part.strip() for part in line.split("|"))
    w, h, d = (float(v) for v in size.split())
    return Archetype(
        name, kind, (w, h, d), frozenset(traits.split()), body, accent,
        tuple(s.strip() for s in en.split(",")), tuple(s.strip() for s in zh.split(",")),
    )  # fmt: skip


_PEOPLE = """
child  | 0.50 1.10 0.40 | | #d9674b | #f2c14e | child, boy, girl, kid | 孩子, 男孩, 女孩, 小孩
adult  | 0.60 1.60 0.45 | | #3f6fb5 | #2c2f4a | person, man, woman | 人, 男人, 女人
"""

_CREATURES = """
dragon   | 1.9 1.7 3.2 | flies     | #2f8f57 | #e8a13a | dragon, drake, wyvern | 龙, 飞龙
horse    | 0.6 1.6 1.8 | surface   | #8a5a35 | #3a2416 | horse, pony, stallion, mare | 马
unicorn  | 0.6 1.6 1.8 | surface   | #f1ecf5 | #d99ad0 | unicorn | 独角兽
dog      | 0.35 0.6 0.8 | holdable | #b98048 | #f0e2c8 | dog, puppy, hound | 狗, 小狗
cat      | 0.28 0.45 0.6 | holdable | #d98e3f | #f5e6cf | cat, kitten | 猫, 小猫
sheep    | 0.5 0.8 0.9 | holdable  | #f0ece0 | #3b3430 | sheep, lamb, goat | 羊, 绵羊, 山羊
cow      | 0.7 1.4 1.9 |           | #f2ede4 | #3a2a22 | cow, bull, ox | 牛, 奶牛
pig      | 0.5 0.7 1.0 |           | #eea8a4 | #d9857f | pig, boar | 猪
chicken  | 0.3 0.45 0.4 | holdable | #f4efe2 | #d8402f | chicken, hen, rooster, duck, goose | 鸡, 鸭, 鹅
wolf     | 0.45 0.8 1.2 |          | #6d7480 | #c9ccd2 | wolf | 狼
fox      | 0.35 0.55 0.9 |         | #e0762f | #f7efe3 | fox | 狐狸
bear     | 0.9 1.5 1.5 |           | #6b4a30 | #a57f57 | bear | 熊
lion     | 0.7 1.2 1.6 |           | #d9a44c | #9a5b22 | lion, tiger | 狮子, 老虎
rabbit   | 0.25 0.4 0.35 | holdable | #e8e0d4 | #f3b7b7 | rabbit, hare, bunny | 兔子
bird     | 0.3 0.3 0.3 | flies holdable | #3f7fd0 | #f2b233 | bird, sparrow, parrot, pigeon, crow | 鸟, 乌鸦, 鸽子
eagle    | 0.7 0.7 0.8 | flies     | #6b4a2c | #f5f0e6 | eagle, hawk, owl, phoenix | 鹰, 凤凰, 猫头鹰
snake    | 0.4 0.35 1.4 |          | #5f9a3e | #d8cf5a | snake, serpent | 蛇
spider   | 0.8 0.5 0.8 |           | #34303a | #b03a3a | spider | 蜘蛛
robot    | 0.7 1.5 0.5 |           | #aab4bf | #3fb8d8 | robot, android, droid | 机器人
ghost    | 0.6 1.5 0.6 | flies     | #e6ecf5 | #9fb4d8 | ghost, spirit, phantom | 鬼, 幽灵
giant    | 1.4 3.2 1.0 |           | #8fa36a | #6b4a30 | giant, troll, ogre, monster | 巨人, 怪物
dinosaur | 1.2 2.4 3.0 |           | #6fa05a | #d9c46a | dinosaur, t-rex | 恐龙
alien    | 0.5 1.3 0.4 |           | #7fcf8f | #2a2a40 | alien | 外星人
fish     | 0.3 0.45 0.75 | holdable | #f0822c | #fdf3e2 | fish, goldfish, koi, carp | 鱼, 金鱼, 锦鲤, 鲤鱼
shark    | 0.9 0.95 2.3 |          | #64798c | #e6edf1 | shark, great white shark | 鲨鱼, 大白鲨
"""

_PROPS = """
sword     | 0.12 0.95 0.05 | holdable topples | #c9d2dc | #8a5a2c | sword, blade, dagger, knife | 剑, 刀, 宝剑
shield    | 0.55 0.65 0.10 | holdable topples | #7a2f2f | #d9b24a | shield | 盾牌, 盾
hammer    | 0.20 0.45 0.12 | holdable topples | #6b7078 | #7a4f2a | hammer, axe, tool, pickaxe | 锤子, 斧头
bow       | 0.10 1.00 0.30 | holdable topples | #7a4f2a | #e8dcc0 | bow | 弓
gun       | 0.08 0.18 0.30 | holdable | #2f3238 | #5a4632 | gun, pistol, rifle | 枪, 手枪
staff     | 0.12 1.50 0.12 | holdable topples | #7a5230 | #55c3e8 | staff, wand, cane, stick, spear | 法杖, 手杖, 棍子, 长矛
book      | 0.22 0.06 0.30 | holdable | #7d2e3a | #efe6cf | book, diary, notebook, scroll | 书, 日记, 卷轴
letter    | 0.26 0.03 0.18 | holdable | #f3ead2 | #b03a3a | letter, note, envelope, map, paper, photo | 信, 信封, 地图, 照片
phone     | 0.10 0.05 0.18 | holdable | #22262e | #58b7e8 | phone, mobile, smartphone, telephone | 手机, 电话
laptop    | 0.40 0.28 0.30 | holdable topples | #9aa3ad | #2a3040 | laptop, computer | 电脑, 笔记本电脑
bag       | 0.40 0.40 0.22 | holdable container topples | #8a4f2d | #d9b24a | bag, backpack | 包, 背包
cup       | 0.14 0.14 0.14 | holdable topples | #f2efe8 | #b5473c | cup, mug, glass, teacup, coffee, tea | 杯子, 茶杯, 咖啡
bottle    | 0.12 0.34 0.12 | holdable topples | #2f7a4f | #e8dcc0 | bottle, wine, potion | 瓶子, 酒, 药水
plate     | 0.28 0.06 0.28 | holdable | #f0f0ea | #d98e3f | plate, food, bowl, meal, soup | 盘子, 食物, 碗, 饭
cake      | 0.40 0.34 0.40 | holdable topples | #f7d9dc | #d8405a | cake, birthday cake | 蛋糕
apple     | 0.14 0.15 0.14 | holdable rolls | #c9342c | #4f8a3a | apple, fruit, orange | 苹果, 水果
flower    | 0.20 0.45 0.20 | holdable topples | #e0567f | #4f8a3a | flower, rose, bouquet, flowers | 花, 玫瑰, 花束
ball      | 0.32 0.32 0.32 | holdable rolls | #d8402f | #f5f0e6 | ball, football, basketball | 球, 足球, 篮球
ring      | 0.10 0.10 0.06 | holdable | #e8c24a | #bfeaf5 | ring, necklace, jewel, gem, coin, key, amulet | 戒指, 项链, 宝石, 硬币, 钥匙
crown     | 0.34 0.24 0.34 | holdable | #e8c24a | #c9342c | crown, tiara | 王冠, 皇冠
hat       | 0.36 0.24 0.36 | holdable | #3a3440 | #b03a3a | hat, cap, helmet | 帽子, 头盔
umbrella  | 1.05 1.30 1.05 | holdable topples | #c9342c | #2f3238 | umbrella, parasol | 伞, 雨伞
guitar    | 0.40 1.00 0.14 | holdable topples | #b5743a | #3a2416 | guitar, lute, violin, instrument | 吉他, 琵琶, 小提琴
torch     | 0.12 0.60 0.12 | holdable lights topples | #7a4f2a | #ffb347 | torch | 火把
lantern   | 0.24 0.36 0.24 | holdable lights topples | #3a3a40 | #ffcf70 | lantern, paper lantern | 灯笼, 提灯
candle    | 0.12 0.28 0.12 | holdable lights topples | #f2e8d0 | #ffb347 | candle, candles | 蜡烛
lamp      | 0.34 0.55 0.34 | lights topples | #d9b24a | #ffe0a0 | lamp, desk lamp, table lamp | 灯, 台灯
floor_lamp| 0.50 1.60 0.50 | lights topples | #3a3440 | #ffe0a0 | floor lamp, standing lamp | 落地灯
street_lamp| 0.40 3.20 0.40 | lights fixed | #2f3640 | #ffe0a0 | street lamp, streetlight, lamp post | 路灯
vase      | 0.26 0.42 0.26 | holdable topples | #4f7fb5 | #f2efe8 | vase, pot, jar, urn, plant pot | 花瓶, 罐子
box       | 0.50 0.40 0.40 | holdable surface container opens topples | #b58a55 | #8a6236 | box, crate, package, gift, present | 盒子, 箱子, 礼物, 包裹
chest     | 0.90 0.60 0.55 | surface container opens | #7a4f2a | #d9b24a | chest, treasure chest, trunk, safe | 宝箱, 保险箱
barrel    | 0.60 0.85 0.60 | surface rolls topples climbable | #8a5a32 | #4a4a50 | barrel, keg | 木桶, 桶
table     | 1.40 0.75 0.80 | surface climbable | #9a6a3c | #6b4526 | table, dining table, counter, bar, workbench | 桌子, 餐桌, 吧台
desk      | 1.50 0.75 0.75 | surface climbable | #7a5230 | #4a3420 | desk, office desk, writing desk | 书桌, 办公桌
chair     | 0.50 0.90 0.50 | seat surface climbable topples | #8a5a32 | #b5473c | chair, stool, armchair, seat | 椅子, 凳子, 座位
sofa      | 1.90 0.85 0.85 | seat surface climbable | #8a3038 | #d9a437 | sofa, couch | 沙发
bench     | 1.60 0.50 0.50 | seat surface climbable | #8a5f38 | #3f4650 | bench, park bench, bleachers | 长椅, 长凳
bed       | 1.50 0.60 2.10 | seat surface climbable | #e8e2d4 | #5a7fa8 | bed, hospital bed, cot | 床, 病床
throne    | 1.10 1.90 0.90 | seat surface climbable fixed | #8a2f3a | #e0b840 | throne | 王座, 宝座, 龙椅
door      | 1.10 2.10 0.16 | opens fixed | #7a4a2a | #d9b24a | door, gate, entrance, doorway | 门, 大门
window    | 1.30 1.40 0.16 | opens fixed hangs | #efe6d4 | #9fc8e8 | window | 窗户, 窗
bookshelf | 1.20 2.00 0.40 | fixed climbable surface | #6b4526 | #b5473c | bookshelf, bookcase, shelf, cabinet, wardrobe, closet | 书架, 柜子, 衣柜
fireplace | 1.50 1.40 0.60 | lights fixed | #8a8078 | #ff9a3c | fireplace, hearth, stove | 壁炉, 炉子
campfire  | 0.90 0.50 0.90 | lights fixed | #6b4a30 | #ff9a3c | campfire, bonfire, fire pit | 篝火, 营火
forge     | 1.20 1.10 1.00 | lights fixed surface | #5a5450 | #ff8a2c | forge, furnace | 熔炉
anvil     | 0.70 0.70 0.40 | surface fixed climbable | #4a4f58 | #6b4a30 | anvil | 铁砧
well      | 1.40 1.90 1.40 | fixed container | #a09a90 | #7a4f2a | well, fountain, water well | 井, 水井, 喷泉
bell_tower| 2.40 6.50 2.40 | fixed climbable surface | #d9ccb0 | #3f5f95 | bell tower, tower, clock tower, watchtower, steeple | 钟楼, 塔, 塔楼
lighthouse| 2.40 7.50 2.40 | fixed climbable surface lights | #f2efe8 | #c9342c | lighthouse | 灯塔
house     | 3.60 3.60 3.20 | fixed climbable surface opens | #efe6d4 | #b5402c | house, cottage, hut, cabin, home, shop, inn, tavern | 房子, 小屋, 商店, 客栈
tree      | 1.60 3.40 1.60 | fixed climbable surface | #3f7a3a | #6b4a30 | tree, oak, pine | 树, 大树, 松树
bush      | 0.90 0.80 0.90 | fixed | #4f8a42 | #3a6a32 | bush, hedge, shrub | 灌木
rock      | 1.20 0.80 1.00 | fixed climbable surface | #8a8a88 | #6b6b6a | rock, boulder, stone | 石头, 岩石, 巨石
stairs    | 1.60 1.20 1.80 | fixed climbable surface stepped | #a89a88 | #7a6a58 | stairs, steps, staircase, podium, altar, stage | 楼梯, 台阶, 祭坛, 舞台
ladder    | 0.50 2.40 0.30 | climbable topples | #9a6a3c | #7a4f2a | ladder | 梯子
wall      | 3.00 1.20 0.40 | fixed climbable surface | #a09a90 | #7a746a | wall, fence, railing, balcony, ledge, edge | 墙, 围墙, 栅栏, 栏杆
statue    | 0.80 2.20 0.80 | fixed climbable | #b0aca4 | #8a867e | statue, monument, sculpture | 雕像
sign      | 0.70 1.70 0.12 | fixed | #8a5f38 | #f2e8d0 | sign, signpost, bus stop, poster | 牌子, 路牌, 公交站
car       | 1.80 1.50 3.80 | fixed climbable surface seat | #c9342c | #2a3040 | car, taxi, truck, van, bus, carriage | 车, 汽车, 出租车, 卡车, 马车
boat      | 1.40 0.90 3.20 | fixed surface seat container | #8a5a32 | #efe6d4 | boat, ship, canoe | 船, 小船
piano     | 1.50 1.20 0.80 | fixed surface | #1f1c22 | #f2efe8 | piano | 钢琴
television| 1.20 0.80 0.20 | lights topples | #22262e | #7fb8e8 | television, tv, screen, monitor | 电视, 屏幕
mirror    | 0.70 1.70 0.12 | topples | #d9b24a | #cfe0ea | mirror | 镜子
painting  | 1.00 0.80 0.08 | fixed hangs | #b58a3c | #2f5f4a | painting, picture, portrait | 画, 画像
bell      | 0.60 0.70 0.60 | holdable | #d9a437 | #7a4f2a | bell, gong | 钟, 锣
tent      | 2.40 1.80 2.20 | fixed | #c98a4a | #8a5a32 | tent | 帐篷
gravestone| 0.60 0.90 0.20 | fixed topples | #8f928f | #6b6e6b | gravestone, tombstone, grave, tomb | 墓碑, 坟墓
cart      | 1.20 1.00 1.80 | surface container | #8a5a32 | #5a3a20 | cart, wagon, stall, market stall | 推车, 货摊
coffin    | 0.80 0.60 2.00 | surface container opens | #4a3020 | #d9b24a | coffin, sarcophagus | 棺材
cage      | 1.20 1.50 1.20 | container opens fixed | #4a4f58 | #6b7078 | cage, cell | 笼子, 牢房
machine   | 1.20 1.60 0.80 | lights opens fixed | #7f8a95 | #3fb8d8 | machine, console, control panel, computer terminal, refrigerator | 机器, 控制台, 冰箱
pillow    | 0.50 0.18 0.35 | holdable | #e0a437 | #f2e8d0 | pillow, cushion, blanket, doll, teddy bear, toy | 枕头, 垫子, 玩具, 娃娃
wine_glass| 0.12 0.26 0.12 | holdable topples | #c9dbe4 | #7a1f33 | wine glass, goblet, glass of wine, champagne glass | 酒杯, 红酒杯, 高脚杯, 香槟杯
contract  | 0.26 0.04 0.34 | holdable | #2f3f5f | #f6f1e4 | contract, document, agreement, file, divorce papers | 合同, 文件, 协议, 离婚协议
money     | 0.22 0.09 0.20 | holdable | #6f9a6a | #efe4c8 | money, cash, banknotes, stack of money | 钱, 现金, 钞票
handbag   | 0.34 0.36 0.16 | holdable container topples | #b5344a | #e0b040 | handbag, purse, wallet | 手提包, 女包, 钱包
suitcase  | 0.46 0.72 0.28 | holdable container topples | #3f6f8a | #c4ccd6 | suitcase, luggage, travel case | 行李箱, 手提箱, 行李
briefcase | 0.46 0.38 0.15 | holdable container opens topples | #4a3024 | #d8b04a | briefcase, attache case, case of money | 公文包, 公文箱, 密码箱
medicine  | 0.13 0.19 0.13 | holdable topples | #e08a3c | #f4f2ea | medicine, pill bottle, pills, medicine bottle | 药, 药瓶, 药片
ring_box  | 0.16 0.13 0.16 | holdable opens | #7a1f33 | #f4efe6 | ring box, engagement ring, proposal ring | 戒指盒, 求婚戒指, 订婚戒指
trophy    | 0.34 0.44 0.18 | holdable topples | #e0b040 | #5a3a28 | trophy, award, golden cup | 奖杯, 大奖
fan       | 0.58 0.36 0.06 | holdable | #f4e6d0 | #c23b4a | folding fan, fan, paper fan, hand fan | 扇子, 折扇, 团扇
microphone| 0.11 0.31 0.11 | holdable topples | #2c3038 | #c4ccd6 | microphone, mic, studio microphone | 麦克风, 话筒
wheelchair| 0.68 0.98 0.72 | seat surface topples | #2f4a6a | #c4ccd6 | wheelchair | 轮椅
drip      | 0.48 1.75 0.48 | topples | #c4ccd6 | #dcecf2 | IV drip, drip stand, infusion stand, drip | 输液架, 点滴, 吊瓶
bicycle   | 0.56 1.08 1.70 | seat surface topples | #2f8a7a | #2a2d33 | bicycle, bike | 自行车, 单车
motorbike | 0.78 1.24 2.00 | seat surface topples | #b8262e | #2a2d33 | motorbike, motorcycle, scooter | 摩托车, 电动车, 机车
helm      | 1.33 1.55 0.68 | fixed | #8f5c30 | #d8ac48 | helm, ship's wheel, steering wheel | 船舵, 舵轮, 方向盘
conference_table| 3.20 0.75 1.30 | surface climbable | #6b4630 | #2c3036 | conference table, boardroom table, meeting table | 会议桌, 谈判桌
office_chair| 0.66 1.36 0.66 | seat surface topples | #2c3038 | #9aa3ad | office chair, swivel chair, executive chair | 办公椅, 转椅, 老板椅
"""


def _rows(kind: str, block: str) -> dict[str, Archetype]:
    rows = (_row(kind, line) for line in block.strip().splitlines())
    return {row.name: row for row in rows}


CATALOG: dict[str, Archetype] = {
    **_rows("person", _PEOPLE),
    **_rows("creature", _CREATURES),
    **_rows("prop", _PROPS),
}
