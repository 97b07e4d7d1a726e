# ruff: noqa: E501  (tables of words read best a row a line)

"""More words for the archetypes of the catalogue: what people also call them, or what stands nearest to them.

`STAGED_AS` says which words are not quite the thing, so that the author is told. Knows nothing of sentences.
"""

from __future__ import annotations

# archetype | English | Chinese: other names for the very same thing
_ALSO = """
dragon     | dragons, fire dragon | 巨龙, 恶龙, 火龙, 神龙
horse      | horses, warhorse, steed, white horse, racehorse | 白马, 骏马, 战马, 马匹
dog        | dogs, guard dog, hunting dog, stray dog, doggy | 小狗, 猎犬, 狗狗, 流浪狗
cat        | cats, black cat, stray cat, kitty | 黑猫, 猫咪, 流浪猫
sheep      | sheep, lambs, ram | 小羊, 羊羔
cow        | cows, cattle | 奶牛, 公牛, 水牛
chicken    | chickens, hens, ducks, geese | 母鸡, 公鸡, 小鸡, 鸭子
wolf       | wolves, werewolf | 狼群, 野狼, 灰狼, 狼人
lion       | tigers, lions, panther, leopard | 雄狮, 猛虎, 虎, 豹子
rabbit     | bunnies | 小兔子, 兔, 白兔
bird       | birds, raven, dove, seagull, swallow, songbird | 小鸟, 鸽子, 燕子, 麻雀, 鹦鹉, 海鸥
eagle      | falcon, vulture, eagles, owls | 老鹰, 秃鹫, 猎鹰, 雄鹰
snake      | python, viper, cobra, snakes | 毒蛇, 蟒蛇, 白蛇
spider     | giant spider, spiders | 蜘蛛
robot      | robots, cyborg, automaton, service robot | 机器人, 机械人, 仿生人
ghost      | wraith, specter, ghosts, poltergeist | 鬼魂, 女鬼, 幽魂, 亡灵
giant      | yeti, bigfoot, cyclops, golem, monsters, beast | 怪兽, 雪人, 食人魔, 妖怪, 野兽
dinosaur   | dinosaurs, raptor, tyrannosaurus | 霸王龙
alien      | aliens, extraterrestrial, martian | 外星生物
fish       | salmon, trout, tuna, clownfish, piranha, fishes | 小鱼, 大鱼, 鲫鱼, 鲑鱼
shark      | sharks, hammerhead | 鲨, 巨鲨
sword      | swords, saber, katana, rapier, longsword, scimitar | 长剑, 宝刀, 匕首, 佩剑, 短刀, 利剑, 小刀
hammer     | hatchet, mallet, wrench, shovel | 铁锤, 铲子, 斧子
bow        | crossbow, longbow | 弓箭, 弩
gun        | revolver, shotgun, handgun | 步枪, 猎枪
staff      | magic wand, walking stick, crutch, broom, oar | 拐杖, 魔杖, 扫帚, 权杖, 棍棒
book       | spellbook, newspaper, magazine, bible, textbook, ledger, old book | 书本, 魔法书, 报纸, 杂志, 古书, 秘籍, 笔记本
letter     | envelope, parchment, photograph, ticket, telegram, love letter, decree | 纸条, 情书, 票, 圣旨, 遗嘱, 相片, 密信
phone      | cell phone, cellphone, walkie-talkie, radio | 电话机, 对讲机
laptop     | tablet, keyboard | 平板电脑, 平板
bag        | sack, satchel, basket | 袋子, 篮子, 书包
cup        | coffee cup, teapot, kettle, tea cup, cups, beer | 茶壶, 咖啡杯, 水杯, 玻璃杯, 一杯茶, 酒壶, 啤酒
bottle     | flask, vial, whiskey, bottles, champagne, elixir, poison | 酒瓶, 水瓶, 毒药, 香槟
plate      | dish, dishes, bread, sandwich, pizza, noodles, dinner, tray, pan | 菜, 面包, 饺子, 面条, 晚餐, 盘
cake       | wedding cake, pie | 生日蛋糕, 婚礼蛋糕, 月饼
apple      | apples, pear, peach, pumpkin, melon | 桃子, 南瓜, 橘子, 梨
flower     | roses, red rose, sunflower, tulip, a bunch of flowers, lily | 玫瑰花, 鲜花, 一束花, 花朵, 百合
ball       | soccer ball, beach ball, balloon, snowball | 皮球, 气球, 雪球
ring       | wedding ring, diamond ring, diamond, pendant, keys, gold coin, coins, medal, pocket watch, watch, crystal, gemstone, bracelet | 钻戒, 钻石, 手表, 怀表, 玉佩, 金币, 水晶, 婚戒, 手镯, 勋章, 玉
crown      | golden crown | 金冠, 凤冠
hat        | top hat, helmet, mask | 面具, 礼帽
umbrella   | umbrellas | 油纸伞, 遮阳伞
guitar     | harp, banjo, cello, ukulele, flute, trumpet, drum, saxophone, erhu, zither | 二胡, 笛子, 鼓, 古筝, 古琴, 竖琴, 喇叭
torch      | flashlight, burning torch | 手电筒, 火炬
lantern    | oil lamp, red lantern, lanterns | 油灯, 红灯笼, 马灯
candle     | candlestick, candelabra | 烛台, 蜡烛台, 红烛
lamp       | lights, bedside lamp, light bulb, reading lamp | 床头灯, 电灯, 灯光, 灯泡, 吊灯
floor_lamp | spotlight | 立灯
street_lamp| street light, streetlamp, lamppost, traffic light, street lamps | 街灯, 红绿灯
vase       | potted plant, flowerpot, bucket, vessel, pitcher, pots | 花盆, 陶罐, 水桶, 瓷瓶
box        | boxes, carton, parcel, crates, present, gift box, music box, wooden box, suitcase box | 木箱, 纸箱, 礼盒, 盒, 包裹箱, 木盒, 音乐盒
chest      | vault, treasure, trunk, strongbox | 箱, 宝藏, 大箱子
barrel     | barrels, trash can, oil drum, bin, wine barrel | 酒桶, 垃圾桶, 油桶
table      | tables, coffee table, round table, bar counter, kitchen table, reception desk, long tables | 圆桌, 茶几, 柜台, 长桌, 石桌, 桌, 方桌
desk       | desks, school desk, lectern, teacher's desk | 课桌, 讲台, 办公台, 案桌, 书案
chair      | chairs, stools, rocking chair, bar stool | 摇椅, 扶手椅, 木椅, 椅
sofa       | couches, settee | 长沙发
bench      | benches, pew | 石凳, 板凳
bed        | beds, bunk, mattress, sickbed | 大床, 木床, 床铺
throne     | dragon throne | 王位, 皇位
door       | doors, wooden door, iron door, front door, portal, iron gate | 铁门, 木门, 房门, 城门, 大铁门, 教室门
window     | windows, shop window, curtain, curtains | 落地窗, 窗子, 窗台, 窗帘, 窗前
bookshelf  | shelves, cupboard, dresser, chest of drawers, locker, bookshelves, filing cabinet | 书柜, 橱柜, 储物柜, 货架, 架子, 文件柜
fireplace  | oven, stove, furnace | 火炉, 灶台, 烤箱
campfire   | fire, camp fire, brazier, pyre | 火堆, 火, 火盆
forge      | smelter | 锻炉, 炉火
anvil      | | 砧
well       | fountain, stone well, wishing well, pond | 喷泉, 古井, 池塘, 喷水池
bell_tower | church tower, clocktower, stone tower, lookout tower, turret | 高塔, 瞭望塔, 钟塔, 宝塔, 石塔
lighthouse | beacon | 灯塔
house      | farmhouse, mansion, villa, barn, wooden house, huts, houses, temple hall, skyscraper, building, mill, windmill, igloo, pavilion | 木屋, 房屋, 茅屋, 别墅, 谷仓, 大楼, 风车, 亭子, 凉亭, 楼
tree       | trees, apple tree, cherry tree, palm tree, christmas tree, oak tree, willow, bamboo, pine tree | 树木, 樱花树, 圣诞树, 柳树, 桃树, 竹子, 老树, 枯树, 棕榈树, 苹果树
bush       | bushes, shrubs, hay bale, haystack, grass | 草丛, 干草堆, 树丛
rock       | rocks, stones, boulders, meteorite, iceberg, big stone | 石块, 大石头, 石碑, 山石
stairs     | stair, stone steps, ladder steps, pulpit | 阶梯, 石阶, 楼梯口, 高台
ladder     | rope ladder, rope, ladders | 绳梯, 绳子
wall       | fences, parapet, barricade, bridge, balcony railing, stone wall, battlement | 城墙, 石墙, 阳台, 篱笆, 桥, 矮墙, 护栏
statue     | bust, idol statue, scarecrow, snowman, gargoyle, stone lion, buddha statue | 石像, 佛像, 石狮子, 稻草人, 雕塑, 铜像
sign       | billboard, noticeboard, blackboard, whiteboard, banner, flag, wooden sign, signboard, wanted poster | 告示牌, 黑板, 白板, 招牌, 海报, 旗帜, 旗子, 站牌
car        | cars, police car, sports car, jeep, pickup truck, ambulance, limousine, tank, train, tractor, coach | 轿车, 跑车, 警车, 救护车, 公交车, 豪车, 火车, 列车, 拖拉机
boat       | rowboat, sailboat, raft, ferry, yacht, pirate ship, gondola, submarine | 帆船, 木筏, 渡船, 游艇, 渔船, 海盗船, 独木舟, 乌篷船
piano      | grand piano, organ, keyboard piano | 大钢琴, 风琴
television | screens, display, projector, computer screen, television set | 电视机, 显示器, 大屏幕, 投影仪
mirror     | looking glass | 镜, 铜镜, 梳妆镜
painting   | pictures, photo frame, map on the wall, clock, wall clock, mural, tapestry | 油画, 挂钟, 画框, 壁画, 时钟
bell       | bells, school bell, doorbell, church bell | 铃, 铃铛, 铜钟, 大钟, 门铃
tent       | tents, pavilion tent, camp | 营帐, 蒙古包
gravestone | graves, headstone, tombstones | 墓, 坟, 墓石
cart       | wheelbarrow, food stall, fruit stall, shopping cart, carts, stalls, rickshaw | 手推车, 摊位, 小摊, 水果摊, 板车, 人力车
coffin     | casket, tombs | 石棺, 灵柩
cage       | birdcage, prison cage, bars | 鸟笼, 铁笼, 囚笼
machine    | time machine, vending machine, generator, fridge, engine, terminal, atm, jukebox, control desk, server, reactor, pod | 时光机, 自动售货机, 发电机, 控制面板, 仪器, 服务器, 操作台, 洗衣机
pillow     | cushions, plush toy, stuffed animal, puppet, blankets, towel, cloth, carpet, rug | 毯子, 布偶, 洋娃娃, 玩偶, 抱枕, 被子, 玩具熊, 地毯
wine_glass | champagne flute, chalice, wineglass, glass of champagne, wine cup, wine glasses | 一杯红酒, 香槟酒杯, 葡萄酒杯, 酒盏, 酒盅
contract   | documents, contracts, papers, paperwork, prenup, deed, lawsuit, marriage contract, case file, report, medical report, test results, blueprint | 文书, 合约, 离婚协议书, 协议书, 婚书, 股权书, 病历, 报告, 检查报告, 卷宗, 档案, 图纸, 转让书, 契约, 卖身契
money      | bills, dollars, bundles of money, wad of cash, bundle of cash, pile of money, ransom, bribe, banknote, paper money, check, cheque | 钱财, 纸币, 一沓钱, 一叠钞票, 赎金, 支票, 银票, 美元, 巨款, 彩礼
handbag    | clutch, shoulder bag, designer bag, tote bag, evening bag | 挎包, 名牌包, 手袋, 皮包, 荷包
suitcase   | suitcases, trolley case, bags packed, travel bag, baggage | 旅行箱, 拉杆箱, 皮箱, 箱包
briefcase  | briefcases, attaché case, money case, metal case | 手提公文箱, 钱箱, 公事包
medicine   | pill, drug, drugs, tablets, painkillers, antidote, sleeping pills, vitamins | 药丸, 药物, 解药, 安眠药, 药品, 仙丹
ring_box   | jewellery box, jewelry box, ring case, velvet box, wedding rings | 首饰盒, 珠宝盒, 求婚钻戒
trophy     | trophies, prize, cup trophy, oscar, championship cup | 奖品, 奖座, 冠军奖杯
fan        | silk fan, folding fans, feather fan | 羽扇, 纸扇, 蒲扇, 摇扇
microphone | microphones, karaoke microphone | 话筒架, 麦
wheelchair | wheelchairs | 电动轮椅
drip       | iv stand, iv bag, iv pole, saline drip, infusion | 输液瓶, 吊针, 输液袋, 药水瓶
bicycle    | bicycles, bikes, tricycle, tandem | 脚踏车, 共享单车, 三轮车
motorbike  | motorcycles, motorbikes, moped, vespa, electric scooter | 机动车, 电瓶车, 电单车, 小摩托
helm       | ship's helm, ship wheel, ships wheel, wheel of the ship, rudder, tiller | 方向舵, 轮舵
office_chair | desk chair, boss's chair, rolling chair, leather chair | 真皮椅, 皮椅, 大班椅
conference_table | negotiating table, long table, board table | 长会议桌, 圆形会议桌
"""

# archetype | English | Chinese: something else, for which this one stands in
_STANDS_IN = """
dragon   | griffin, gryphon, hydra, sea serpent, chimera, basilisk, leviathan, kraken, sea monster | 狮鹫, 麒麟, 海怪, 九头蛇
horse    | donkey, zebra, camel, deer, stag, reindeer, mule, giraffe, llama, moose, centaur, elk, antelope | 驴, 斑马, 骆驼, 鹿, 小鹿, 长颈鹿, 驯鹿
unicorn  | pegasus | 飞马, 天马
dog      | coyote, hyena, jackal, corgi, husky, poodle | 柯基, 哈士奇, 土狗
cat      | lynx, raccoon, ferret, weasel | 浣熊, 黄鼠狼
cow      | buffalo, bison, elephant, rhino, hippo, rhinoceros, mammoth | 大象, 犀牛, 河马, 野牛
pig      | hedgehog, badger, hog | 野猪, 刺猬
chicken  | turkey, swan, penguin, ostrich, peacock | 天鹅, 企鹅, 孔雀, 鸵鸟, 火鸡
bear     | panda, gorilla, polar bear, koala, ape, grizzly, sloth | 熊猫, 大熊猫, 北极熊, 猩猩
lion     | cheetah, jaguar, sphinx, puma | 猎豹, 狮身人面像
rabbit   | mouse, rat, squirrel, hamster, mice, rats, frog, turtle, tortoise, toad, monkey | 老鼠, 松鼠, 仓鼠, 青蛙, 乌龟, 猴子, 孙悟空
bird     | bat, butterfly, bee, drone, firefly, bats, insect, dragonfly | 蝙蝠, 蝴蝶, 蜜蜂, 无人机, 萤火虫
eagle    | helicopter, plane, airplane, pterodactyl, pelican, stork, crane | 直升机, 飞机, 翼龙, 仙鹤, 丹顶鹤
snake    | crocodile, alligator, lizard, worm, eel, salamander | 鳄鱼, 蜥蜴
fish     | seahorse, squid, shrimp, tadpole, octopus, jellyfish | 海马, 章鱼, 虾, 水母
shark    | whale, dolphin, orca, seal, narwhal | 鲸鱼, 鲸, 海豚, 虎鲸, 海豹
spider   | crab, scorpion, beetle, ant, lobster, cockroach | 螃蟹, 蝎子, 甲虫, 蚂蚁, 蟑螂
ghost    | djinn, genie, banshee, demon, devil, dementor, jinn, cloud spirit | 恶魔, 魔鬼, 精怪, 灯神
"""


def _table(block: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in block.strip().splitlines():
        archetype, *names = (part.strip() for part in line.split("|"))
        table |= {word.strip().lower(): archetype for part in names for word in part.split(",") if word.strip()}
    return table


ALSO: dict[str, str] = _table(_ALSO)
STAGED_AS: dict[str, str] = _table(_STANDS_IN)
