# ruff: noqa: E501  (one kind a line, however many names it has)
"""Kinds of things within an archetype: a knife is a sword, and yet it is short; a bridge is a wall one walks on.

What a thing is called decides its kind: by that it has its size, its colours and its looks, for the model it is what its
archetype is. Knows nothing of meshes; casting, which gives things their size, and the renderer share the one list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from model.stage import Entity


@dataclass(frozen=True, slots=True)
class Kind:
    """`size` is width, height, depth in metres, `body` and `accent` default colours; None is as the archetype has it."""

    name: str
    archetype: str
    size: tuple[float, float, float] | None
    body: str | None
    accent: str | None
    en: tuple[str, ...]
    zh: tuple[str, ...]


_KINDS = """
knife      | sword     | 0.06 0.36 0.03 | | #4a3020 | knife, dagger, kitchen knife, pocket knife, penknife, bread knife, carving knife, hunting knife, switchblade, stiletto, scalpel, letter opener | 匕首, 小刀, 短刀, 餐刀, 水果刀, 手术刀, 折叠刀, 弹簧刀, 飞刀, 刻刀, 剪刀
cleaver    | sword     | 0.12 0.34 0.03 | | #4a3020 | cleaver, meat cleaver, butcher knife, butcher's knife | 菜刀, 屠刀, 砍刀, 柴刀
axe        | hammer    | 0.26 0.62 0.07 | | | axe, hatchet, tomahawk, battle axe, battleaxe | 斧头, 斧子, 战斧, 斧
pickaxe    | hammer    | 0.44 0.72 0.08 | | | pickaxe, hoe, garden hoe | 鹤嘴锄, 锄头, 花锄, 镐
gavel      | hammer    | 0.14 0.26 0.10 | #6b4526 | #8a5a32 | gavel, judge's gavel, mallet | 法槌, 木槌, 惊堂木
spear      | staff     | 0.12 1.90 0.12 | | | spear, lance, pike, halberd, javelin, trident, harpoon | 长矛, 长枪, 红缨枪, 矛, 戟, 画戟, 鱼叉
cane       | staff     | 0.12 0.95 0.14 | | | cane, walking stick, crutch, stick, walking cane | 拐杖, 手杖, 拐棍, 木棍, 棍子
long stick | staff     | 0.05 1.60 0.05 | #6b4a2c | | fishing rod, rod, pole, oar, paddle, punt pole, pool cue, flagpole, stake, pointer | 鱼竿, 钓鱼竿, 竹竿, 船桨, 扁担, 球杆, 台球杆, 撑杆, 秤杆, 戒尺, 教鞭
flag       | staff     | 0.70 1.80 0.08 | #c9342c | #8a6236 | flag, flags, white flag, red flag, black flag, national flag, pirate flag, war banner, battle standard | 旗, 旗子, 旗帜, 红旗, 白旗, 国旗, 军旗, 战旗, 大旗, 帅旗, 海盗旗
broom      | staff     | 0.36 1.35 0.14 | | #d9b45c | broom, broomstick, besom | 扫帚, 扫把, 笤帚
mop        | staff     | 0.34 1.35 0.26 | #d9a44c | #e8e4da | mop, squeegee | 拖把
shovel     | staff     | 0.26 1.25 0.10 | | #7f8a95 | shovel, spade, snow shovel, plunger | 铲子, 铁锹, 铁铲, 锹
scroll     | book      | | | | scroll, imperial edict, edict, ancient scroll | 圣旨, 画卷, 卷轴, 竹简, 诏书
map        | letter    | | | | map, photo, photograph, newspaper, paper, treasure map | 地图, 照片, 报纸, 藏宝图
chessboard | plate     | 0.50 0.10 0.50 | #8a5a32 | #e8d2a0 | chessboard, chess board, chess set, checkerboard, board game, ouija board | 棋盘, 象棋, 围棋, 棋局, 国际象棋, 跳棋
goblet     | cup       | | | | glass, tankard | 玻璃杯
teapot     | cup       | 0.28 0.22 0.18 | | | teapot, tea pot, kettle, tea kettle, coffee pot, watering can | 茶壶, 水壶, 铜壶, 酒壶, 咖啡壶, 喷壶, 洒水壶
pot        | vase      | 0.44 0.30 0.36 | #3c4148 | #8a5a32 | pot, cooking pot, saucepan, stew pot, stockpot, wok, frying pan, pot of soup, pot of stew | 锅, 铁锅, 砂锅, 汤锅, 炒锅, 平底锅, 蒸锅, 火锅
bucket     | vase      | 0.34 0.36 0.34 | #8f98a3 | #5a6068 | bucket, pail, water bucket, mop bucket | 水桶, 提桶, 水盆, 木盆, 脸盆
cauldron   | barrel    | 0.84 0.70 0.84 | #2f333a | #6fd06a | cauldron, bubbling cauldron, witch's cauldron, iron cauldron | 大锅, 坩埚, 药鼎, 大釜
basket     | bag       | 0.42 0.38 0.34 | #b98a4a | #8a6030 | basket, wicker basket, picnic basket, fruit basket, flower basket, hamper | 篮子, 竹篮, 花篮, 菜篮, 果篮, 提篮, 背篓, 竹筐
egg        | ball      | 0.24 0.32 0.24 | #f2e6cf | | egg, eggs, dragon egg, dinosaur egg, easter egg | 蛋, 鸡蛋, 龙蛋, 恐龙蛋, 彩蛋
orange     | apple     | | #f0922c | | orange, tangerine | 橙子, 橘子
bouquet    | flower    | | | | bouquet, flowers, roses, bouquet of roses, wildflowers | 花束, 鲜花, 捧花, 玫瑰花束
coin       | ring      | | | | coin, gold coin, medal | 硬币, 铜钱, 金币, 铜板
key        | ring      | | | | key, golden key, old key, house key, car key | 钥匙, 车钥匙, 金钥匙
gem        | ring      | | | | gem, jewel, diamond, ruby, emerald, crystal, pearl | 宝石, 钻石, 红宝石, 水晶, 珍珠
necklace   | ring      | | | | necklace, amulet, pendant, locket | 项链, 吊坠, 护身符, 玉佩, 平安符
helmet     | hat       | | #aab4bf | | helmet, knight's helmet | 头盔, 钢盔
cap        | hat       | | | | cap, baseball cap | 鸭舌帽, 棒球帽
mask       | hat       | 0.24 0.26 0.10 | #f4efe6 | #c9342c | mask, theatre mask, carnival mask, masquerade mask, oxygen mask, face mask | 面具, 鬼面具, 面罩, 傩面
glasses    | hat       | 0.22 0.08 0.16 | #26242c | | sunglasses | 墨镜
shoe       | hat       | 0.26 0.16 0.30 | #c9342c | #f4efe6 | shoe, shoes, boot, boots, slipper, slippers, glass slipper, high heel, high heels, sneaker | 鞋, 鞋子, 高跟鞋, 拖鞋, 靴子, 水晶鞋, 绣花鞋, 布鞋, 球鞋
violin     | guitar    | 0.26 0.76 0.12 | | | violin, fiddle, viola, cello, lute, pipa, erhu | 小提琴, 大提琴, 中提琴, 琵琶, 二胡
gift       | box       | | | | gift, present, gift box, birthday present | 礼物, 礼盒, 生日礼物
gong       | bell      | | | | gong | 铜锣, 锣
doll       | pillow    | 0.30 0.46 0.26 | | | doll, teddy bear, teddy, toy, rag doll, stuffed animal, stuffed bear, plush toy | 玩具熊, 布娃娃, 洋娃娃, 娃娃, 玩偶, 泰迪熊, 玩具, 布偶
cloth      | pillow    | 0.42 0.10 0.34 | #f2ede2 | #b5473c | cloth, towel, blanket, quilt, handkerchief, tissue, tissues, paper towel, napkin, bandage, rag, shawl, scarf, shroud, bridal veil, wedding veil | 手帕, 手绢, 毯子, 毛毯, 被子, 棉被, 毛巾, 纱布, 绷带, 餐巾, 白布, 白绫, 抹布, 丝帕, 红绸, 纸巾, 头纱
ribbon     | letter    | 0.10 0.03 0.36 | #c9342c | #f4efe6 | ribbon, ribbons, rosette | 丝带, 彩带, 缎带, 绶带
cash register | chest | 0.44 0.40 0.44 | #6b7078 | #d9b24a | cash register, till, cash drawer | 收银机, 钱柜
punching bag | barrel  | 0.44 1.30 0.44 | #8f2f2a | #2f3238 | punching bag, heavy bag, boxing bag, speed bag | 沙袋, 拳击沙袋
net        | pillow    | 0.80 0.26 0.70 | #5f8a7a | #e8913c | fishing net, net, butterfly net | 渔网, 破渔网
kite       | pillow    | 0.56 0.70 0.05 | #d8402f | #ecc93a | kite | 风筝, 纸鸢
rope       | pillow    | 0.46 0.16 0.46 | #c9a063 | | rope, coil of rope, lasso, chain, chains, noose | 绳子, 麻绳, 绳索, 缰绳, 铁链, 锁链, 鞭子
pen        | microphone| 0.03 0.20 0.03 | #2a2f3a | #d9b24a | pen, pencil, fountain pen, quill, paintbrush, lipstick | 钢笔, 铅笔, 毛笔, 画笔, 羽毛笔, 笔, 口红, 录音笔
spoon      | microphone| 0.06 0.28 0.03 | #c4ccd6 | | spoon, wooden spoon, ladle, spatula, tweezers | 勺子, 汤勺, 叉子, 锅铲, 勺, 镊子
cigarette  | candle    | 0.03 0.13 0.03 | #f4f0e8 | | cigarette, cigar, cigarettes | 香烟, 雪茄, 烟头
clock      | bell_tower| | | | clock tower | 钟楼
fountain   | well      | | | | fountain, stone fountain, marble fountain | 喷泉
pond       | well      | 2.60 0.20 1.90 | #8f9086 | #5a9fb8 | pond, duck pond, fish pond, koi pond, lily pond | 池塘, 水塘, 鱼塘, 荷塘, 荷花池, 水池
bathtub    | well      | 0.85 0.62 1.70 | #f4f2ee | #d8b04a | bathtub, bath tub | 浴缸, 浴桶, 澡盆
pine       | tree      | | | | pine, pine tree, fir, fir tree, spruce | 松树, 杉树
blossom    | tree      | | #e79ab0 | | cherry tree, cherry blossom tree, blossom tree, plum tree, peach tree, plum blossom tree | 樱花树, 樱树, 桃树, 桃花树, 梅树, 梅花树, 杏树, 梨树, 玉兰树
palm       | tree      | | | | palm tree, coconut tree, coconut palm | 棕榈树, 椰子树, 椰树
willow     | tree      | | | | willow, willow tree, weeping willow | 柳树, 垂柳
bamboo     | tree      | | | | bamboo | 竹子, 翠竹, 青竹
bare tree  | tree      | | | | dead tree, bare tree, withered tree | 枯树, 老枯树
fence      | wall      | | | | fence, wooden fence | 栅栏, 篱笆
railing    | wall      | | | | railing, balcony railing, balcony | 栏杆, 护栏
bridge     | wall      | 3.40 0.60 1.40 | #a8a298 | #8d867a | bridge, stone bridge, arched bridge, old bridge | 桥, 石桥, 拱桥, 小桥, 断桥, 石拱桥, 廊桥
wooden bridge | wall   | 3.40 0.60 1.40 | #8a5f38 | #6b4526 | wooden bridge, footbridge, rope bridge, plank bridge | 木桥, 吊桥, 独木桥
taxi       | car       | | | | taxi, cab, taxicab | 出租车, 计程车
truck      | car       | | | | truck, van, bus, school bus, ambulance, pickup truck, lorry, fire truck | 卡车, 货车, 公交车, 大巴, 面包车, 校车, 救护车, 消防车
carriage   | car       | | | | carriage, stagecoach, horse carriage | 马车, 轿子, 花轿
bus stop   | sign      | | | | bus stop, bus stop sign | 公交站, 公交站牌, 站牌
fridge     | machine   | | #e8ecf0 | | fridge, refrigerator | 冰箱, 冰柜
safe       | chest     | | | | safe, vault, strongbox | 保险箱, 保险柜
counter    | table     | | | | counter, bar, workbench, bar counter, shop counter | 柜台, 吧台, 收银台, 工作台
stool      | chair     | | | | stool, bar stool, wooden stool | 凳子, 小板凳, 吧台椅
armchair   | chair     | | | | armchair, easy chair | 扶手椅, 沙发椅
judges-bench | throne  | 2.50 1.90 1.40 | #7a4a2a | #7a2f2c | judge's bench, judges' bench, judge's seat, bench of the judge | 法官席, 审判席, 审判台, 审判长席
scholars-desk | desk   | | #5a2f20 | | scholar's desk, writing table, calligraphy desk | 书案, 几案, 画案, 御案, 案几
yoke-chair | chair     | | #5a2f20 | | armchair of wood, official's chair | 太师椅, 官帽椅, 圈椅
train-seat | sofa      | 1.56 1.05 0.72 | #2f5f9a | #f2efe6 | train seat, double seat, berth, bunk | 双人座, 座席, 卧铺, 铺位
cabinet    | bookshelf | | | | wardrobe, closet, cabinet, cupboard | 衣柜, 柜子, 橱柜, 衣橱
altar      | stairs    | | | | altar, podium, stage | 祭坛, 舞台, 擂台, 高台
zither     | guitar    | 1.16 0.16 0.30 | #5a3424 | #e8dcc0 | zither, guqin, guzheng, koto | 古琴, 古筝, 瑶琴, 焦尾琴, 七弦琴, 琴
flute      | guitar    | 0.08 0.66 0.08 | #b98a4a | #5a3424 | flute, clarinet, bamboo flute | 笛子, 长笛, 竹笛, 玉笛, 箫, 洞箫, 玉箫, 笛
trumpet    | guitar    | 0.18 0.56 0.18 | #d8b04a | | trumpet, saxophone, trombone, bugle | 小号, 喇叭, 唢呐, 号角, 萨克斯
drum       | barrel    | 0.86 0.86 0.80 | #b03a2a | #e8d8b0 | drum, war drum, bass drum | 鼓, 战鼓, 大鼓
folding screen | bookshelf | 1.90 1.76 0.30 | #5a3424 | #f0e6cc | folding screen, paper screen, painted screen | 屏风
incense burner | candle | 0.30 0.38 0.26 | #8a6a3a | | incense burner, censer, incense | 香炉, 檀香
wine jar   | bottle    | 0.28 0.32 0.28 | #7a4c30 | #b5302a | wine jar, jar of wine, wine jug, earthen jar, clay jar | 酒坛, 酒坛子, 坛子, 酒缸, 酒瓮
bowl       | plate     | 0.24 0.12 0.24 | #f2ede2 | #3f6fb0 | bowl, soup, porridge, noodles, stew, rice, broth, bowl of soup, ramen | 碗, 药碗, 饭碗, 粥, 热粥, 汤, 热汤, 鸡汤, 面条, 米饭, 馄饨, 汤药
tea bowl   | cup       | 0.14 0.11 0.14 | #f2ede2 | #3f6fb0 | tea bowl, lidded cup | 茶盏, 茶盅, 盖碗
wine cup   | wine_glass| 0.12 0.13 0.12 | #8a9a6a | #d8b04a | wine cup, bronze cup | 酒盅, 酒盏, 酒爵
palace lamp | lamp     | 0.30 0.52 0.30 | #5a2c1e | #ffe0a0 | palace lamp, candle lamp | 烛灯, 座灯
candied haws | plate   | 0.08 0.46 0.08 | | | candied haws, candied hawthorn, tanghulu | 糖葫芦, 冰糖葫芦
seal       | ring      | 0.10 0.13 0.10 | #3f8f6a | #59a884 | jade seal, imperial seal | 玉玺, 印章, 玉印, 大印, 官印, 传国玉玺
hairpin    | ring      | 0.07 0.22 0.03 | #d8b04a | #e79ab0 | hairpin, hair pin, gold hairpin | 簪子, 发簪, 玉簪, 金簪, 凤钗, 步摇, 珠钗, 金钗
grandfather clock | bookshelf | 0.56 2.10 0.40 | #6b3f24 | | grandfather clock, longcase clock | 落地钟, 座钟
christmas tree | tree  | 1.40 2.40 1.40 | #2f6b45 | | christmas tree, decorated tree, xmas tree | 圣诞树
cradle     | bed       | 0.70 0.72 0.96 | #8a5a32 | #a8c4dc | cradle, crib, cot | 摇篮, 婴儿床
pram       | cart      | 0.56 1.00 1.00 | #3f5a7a | #d8d2c4 | pram, baby carriage, stroller | 婴儿车
swing      | bench     | 2.00 2.20 1.10 | #a8683a | #7a4c2a | swing | 秋千
globe      | ball      | 0.44 0.52 0.44 | #4f8fc0 | #d8b04a | globe | 地球仪
snowman    | statue    | 1.42 1.82 0.89 | #f4f8fc | #e8843a | snowman, snow man, snowmen | 雪人
scarecrow  | statue    | 1.20 1.98 0.60 | | | scarecrow, scarecrows | 稻草人
glow stone | ball      | 0.22 0.17 0.20 | #5fe0c8 | #3f6f78 | glowing stone, glowing rock, glowing crystal, magic stone, meteorite, glowing meteorite, glowing gem, philosopher's stone | 发光的石头, 会发光的石头, 发光石, 陨石, 灵石, 夜明珠, 魔法石
crystal ball | ball    | 0.28 0.34 0.28 | #b9a4e8 | #8a6a3a | crystal ball, magic orb, orb | 水晶球, 魔法球
telescope  | machine   | 0.90 1.40 0.90 | #3f4a6a | #d8b04a | telescope | 望远镜, 天文望远镜
camera     | phone     | 0.20 0.16 0.16 | #2f3238 | #8a5a3a | camera, video camera, old camera | 相机, 照相机, 摄像机
loaf       | plate     | 0.36 0.16 0.20 | #c98a4a | #e8c890 | bread, loaf, loaf of bread, baguette | 面包, 馒头, 烧饼
ice cream  | plate     | 0.12 0.28 0.12 | #f4e0c0 | #e79ab0 | ice cream, ice cream cone | 冰淇淋, 雪糕, 甜筒
sack       | bag       | 0.44 0.50 0.44 | #d8c49a | #8a6030 | sack, flour, flour sack, sack of flour, bag of flour, sandbag | 面粉, 麻袋, 米袋, 布袋
comb       | microphone| 0.07 0.20 0.02 | #a8683a | | comb, hairbrush | 梳子, 木梳, 玉梳
pumpkin    | apple     | 0.38 0.34 0.38 | #e8842c | | pumpkin | 南瓜
balloon    | ball      | 0.32 1.00 0.32 | #d8402f | | balloon | 气球
bomb       | torch     | 0.28 0.40 0.28 | #2f3238 | | bomb, dynamite | 炸弹, 炸药
cannon     | cart      | 0.90 1.00 1.70 | #3c4148 | #7a4c2a | cannon | 大炮, 火炮
champagne  | wine_glass| | | | champagne glass, champagne flute, flute of champagne | 香槟杯
flashlight | lantern   | 0.10 0.14 0.26 | #2f3238 | #fff0c0 | flashlight, electric torch, headlamp | 手电筒, 手电, 电筒
paper      | lantern   | | | | paper lantern, red lantern, sky lantern | 灯笼, 红灯笼, 纸灯笼, 花灯, 孔明灯, 河灯
"""  # fmt: skip


def _row(line: str) -> Kind:
    name, archetype, size, body, accent, en, zh = (part.strip() for part in line.split("|"))
    w, h, d = (float(v) for v in size.split()) if size else (0.0, 0.0, 0.0)
    return Kind(
        name, archetype, (w, h, d) if size else None, body or None, accent or None,
        tuple(s.strip() for s in en.split(",")), tuple(s.strip() for s in zh.split(",")),
    )  # fmt: skip


KINDS: tuple[Kind, ...] = tuple(_row(line) for line in _KINDS.strip().splitlines())


# What a thing was like in old China of which only its archetype is told.
OF_OLD_CHINA = {"bottle": "wine jar", "cup": "tea bowl", "wine_glass": "wine cup", "lamp": "palace lamp"}


def kind_of_entity(entity: Entity) -> Kind | None:
    """The kind of a thing on stage: that of its time where its looks say so, else that of its name."""
    return kind_named(entity.look.get("kind", "")) or kind_of(entity.archetype, entity.name)


def kind_named(name: str) -> Kind | None:
    """The kind of that name, None where it is no kind's: where it is an archetype's."""
    return next((kind for kind in KINDS if kind.name == name), None)


def archetype_named(name: str) -> str:
    """The archetype of what is called by the name of a kind or of an archetype."""
    kind = kind_named(name)
    return name if kind is None else kind.archetype


def kind_of(archetype: str, name: str) -> Kind | None:
    """What kind of its archetype a thing of this name is, in English or Chinese: by the longest name of a kind that the
    name ends with, else that is in it ("basket of apples"). None where it is just what its archetype is."""
    said = name.lower()
    found = [
        (bool(at.match(said)), len(word), kind)
        for word, at, inside, kind in _patterns().get(archetype, ())
        if inside.search(said)
    ]
    return max(found, key=lambda f: f[:2])[2] if found else None


def is_bridge(archetype: str, name: str) -> bool:
    """Whether one walks over a thing of this name, and water runs under it."""
    kind = kind_of(archetype, name)
    return kind is not None and kind.name.endswith("bridge")


@cache
def _patterns() -> dict[str, list[tuple[str, re.Pattern[str], re.Pattern[str], Kind]]]:
    """By archetype: the names of its kinds, each as it ends a name and as it is in one."""
    table: dict[str, list[tuple[str, re.Pattern[str], re.Pattern[str], Kind]]] = {}
    for kind in KINDS:
        for word in (*kind.en, *kind.zh):
            edge = r"\b" if word.isascii() else ""
            plural = r"(?:e?s)?" if word.isascii() else ""
            found = f"{edge}{re.escape(word)}{plural}{edge}"
            table.setdefault(kind.archetype, []).append(
                (word, re.compile(rf".*{found}\s*\d*$"), re.compile(found), kind)
            )
    return table
