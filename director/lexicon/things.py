# ruff: noqa: E501  (tables of words read best a row a line)

"""More words for the archetypes of the catalogue: what people also call them, or what stands nearest to them.

`STAGED_AS` says which words are not quite the thing, so that the author is told. Knows nothing of sentences.
"""

from __future__ import annotations

# archetype | English | Chinese: other names for the very same thing
_ALSO = """
dragon     | dragons, fire dragon, dragonling, baby dragon, dragon hatchling, water dragon, ice dragon | 巨龙, 恶龙, 火龙, 神龙, 青龙, 金龙, 黑龙, 白龙, 小龙, 幼龙
horse      | horses, warhorse, steed, white horse, racehorse, foal, colt, black horse, carriage horse, ponies | 白马, 骏马, 战马, 马匹, 小马, 黑马, 枣红马, 汗血宝马, 老马, 马儿, 坐骑
dog        | dogs, guard dog, hunting dog, stray dog, doggy, pup, bulldog, retriever, golden retriever, german shepherd, dalmatian, terrier, mutt, sheepdog, police dog, puppies, hounds, guide dog, watchdog | 小狗, 猎犬, 狗狗, 流浪狗, 黄狗, 黑狗, 白狗, 大狗, 小黄狗, 警犬, 金毛, 哮天犬, 犬, 大黄狗, 导盲犬, 土狗, 恶犬, 金毛犬, 边牧, 拉布拉多
cat        | cats, black cat, stray cat, kitty, tabby, tomcat, kittens, alley cat, white cat | 黑猫, 猫咪, 流浪猫, 橘猫, 白猫, 小猫咪, 花猫, 野猫, 狸花猫, 小黑猫, 三花猫, 奶牛猫, 小奶猫
sheep      | sheep, lambs, ram, goats, kid goat, ewe, flock of sheep, sheepling | 小羊, 羊羔, 羊群, 小山羊, 羊儿
cow        | cows, cattle, calf, bulls, oxen, yak, water buffalo | 奶牛, 公牛, 水牛, 老牛, 牛群, 黄牛, 小牛, 耕牛, 牛儿, 牦牛
chicken    | chickens, hens, ducks, geese, chick, roosters, duck, duckling, ducklings, goose, rooster, hen | 母鸡, 公鸡, 小鸡, 鸭子, 大鹅, 老母鸡, 小鸭子, 鸡群, 丑小鸭
wolf       | wolves, werewolf, wolf cub, wolf pack, alpha wolf, gray wolf | 狼群, 野狼, 灰狼, 狼人, 母狼, 小狼, 狼王, 白狼, 孤狼, 狼崽, 恶狼, 头狼, 大灰狼
lion       | tigers, lions, panther, leopard, lioness, lion cub, tiger, tiger cub, leopards | 雄狮, 猛虎, 虎, 豹子, 狮子王, 小狮子, 小老虎, 白虎, 老虎, 母狮, 豹
rabbit     | bunnies, rabbits, white rabbit, hares | 小兔子, 兔, 白兔, 小白兔, 玉兔, 野兔
bird       | birds, raven, dove, seagull, swallow, songbird, crow, parrot, sparrows, pigeons, doves, seagulls, canary, nightingale, hummingbird, magpie, bluebird, blackbird, crows, ravens, flock of birds, kingfisher | 小鸟, 鸽子, 燕子, 麻雀, 鹦鹉, 海鸥, 喜鹊, 黄鹂, 八哥, 小燕子, 信鸽, 白鸽, 飞鸟, 鸟儿, 百灵鸟, 画眉
eagle      | falcon, vulture, eagles, owls, owl, phoenix, hawks, barn owl, snowy owl, firebird, condor | 老鹰, 秃鹫, 猎鹰, 雄鹰, 猫头鹰, 凤凰, 神鹰, 火凤凰, 苍鹰, 金雕, 大雕, 大鹏, 雪鸮
snake      | python, viper, cobra, snakes, serpents, rattlesnake, boa | 毒蛇, 蟒蛇, 白蛇, 青蛇, 大蛇, 巨蟒, 黑蛇, 小蛇, 眼镜蛇
spider     | giant spider, spiders | 蜘蛛
robot      | robots, cyborg, automaton, service robot, android, droid, humanoid robot, battle robot, cleaning robot, ai robot, robot butler, service droid | 机器人, 机械人, 仿生人, 人工智能机器人, 智能机器人, 小机器人, 机械战士
ghost      | wraith, specter, ghosts, poltergeist, spirits, phantoms, apparition, spectre, lost soul, ghost girl | 鬼魂, 女鬼, 幽魂, 亡灵, 白衣女鬼, 怨灵, 恶鬼, 孤魂, 厉鬼, 魂魄, 鬼影, 小鬼魂, 怨鬼
giant      | yeti, bigfoot, cyclops, golem, monsters, beast, troll, ogre, trolls, ogres, giants, demon king, minotaur, titan, sasquatch, swamp monster, frost giant, frankenstein's monster | 怪兽, 雪人, 食人魔, 妖怪, 野兽, 巨怪, 石头人, 山怪, 魔兽, 巨兽, 凶兽, 妖兽, 石巨人, 绿巨人, 牛魔王, 年兽, 白骨精, 山妖
dinosaur   | dinosaurs, raptor, tyrannosaurus, dino, triceratops, velociraptor, baby dinosaur | 霸王龙, 小恐龙, 三角龙
alien      | aliens, extraterrestrial, martian, little green man | 外星生物, 异形, 外星来客
fish       | salmon, trout, tuna, clownfish, piranha, fishes, goldfish bowl, koi fish, carps, bass, sea bass, flounder, angelfish | 小鱼, 大鱼, 鲫鱼, 鲑鱼, 热带鱼, 小丑鱼, 金色的鱼, 鱼儿, 三文鱼, 鱼群
shark      | sharks, hammerhead | 鲨, 巨鲨
sword      | swords, saber, katana, rapier, longsword, scimitar, dagger, knife, cleaver, blades, kitchen knife, machete, broadsword, greatsword, lightsaber, cutlass, sabre, letter opener, butcher knife, fencing sword | 长剑, 宝刀, 匕首, 佩剑, 短刀, 利剑, 小刀, 大刀, 菜刀, 弯刀, 军刀, 双剑, 木剑, 断剑, 刀剑, 水果刀, 飞刀, 尚方宝剑, 青龙偃月刀, 光剑, 绣春刀, 屠刀, 唐刀
hammer     | hatchet, mallet, wrench, shovel, pickaxe, axe, axes, spade, wrench tool, sledgehammer, toolbox, paddle tool, ax | 铁锤, 铲子, 斧子, 铁锹, 工具箱, 镐, 铁铲, 木槌, 大锤
bow        | crossbow, longbow, bow and arrow, bow and arrows, quiver | 弓箭, 弩, 弓与箭, 长弓, 弩箭
gun        | revolver, shotgun, handgun, pistol, rifle, sniper rifle, machine gun, muskets, musket, guns, firearm, six-shooter, water gun, blaster, laser gun | 步枪, 猎枪, 手枪, 长枪步枪, 冲锋枪, 机枪, 狙击枪, 激光枪, 火枪, 左轮, 驳壳枪, 枪支, 武器, 玩具枪
staff      | magic wand, walking stick, crutch, spear, wand, cane, stick, lance, trident, baton, sceptre, scepter, pole, crutches, halberd, javelin, shepherd's crook, conductor's baton, magic staff, golf club, hockey stick, pitchfork, white cane, billiard cue | 拐杖, 魔杖, 权杖, 棍棒, 长矛, 金箍棒, 禅杖, 竹竿, 法杖, 拂尘, 鞭子, 红缨枪, 长枪, 木棍, 棍, 手杖, 扁担, 鱼叉, 三叉戟, 皮鞭, 教鞭, 高尔夫球杆, 竹棍, 木棒
book       | fairy tale, bedtime story, fairytale, spellbook, newspaper, magazine, bible, textbook, ledger, old book, diary, books, notebook, scroll, manual, cookbook, comic book, novel, sketchbook, photo album, album, holy book, grimoire, journal, binder, sheet music, storybook, logbook, stack of books, old diary, pile of books, textbooks, songbook, spell book, scrolls, tome, menu, clipboard | 书本, 魔法书, 报纸, 杂志, 古书, 秘籍, 笔记本, 日记本, 卷轴, 奏折, 书籍, 武功秘籍, 账本, 课本, 画册, 相册, 剧本, 画卷, 竹简, 经书, 医书, 旧书, 词典, 食谱, 小说, 菜单, 族谱, 家谱, 习题册, 试卷, 作业本, 生死簿, 兵书, 病历本, 素描本
letter     | envelope, parchment, photograph, ticket, telegram, love letter, decree, note, map, paper, photo, postcard, polaroid, treasure map, invitation, wedding invitation, letters, certificate, diploma, old photograph, family photo, mail, newspaper clipping, chart, photographs, bus ticket, love note, lottery ticket, x-ray, exam paper, marriage certificate, envelopes | 纸条, 情书, 票, 圣旨, 遗嘱, 相片, 密信, 书信, 老照片, 车票, 机票, 请柬, 喜帖, 离婚证, 结婚证, 彩票, 名片, 地图册, 藏宝图, 字条, 邀请函, 通知书, 录取通知书, 休书, 信件, 家书, 血书, 电报, 明信片, 合影, 邮票, 婚纱照, 符咒, 符纸, 卡片, 密诏, 诏书, 战书, 电影票, 试纸, 成绩单, 化验单, 通缉令, 遗书
phone      | cell phone, cellphone, walkie-talkie, radio, smartphone, telephone, mobile phone, old phone, walkman, payphone, tablet, headset, mobile, pager | 电话机, 对讲机, 老式电话, 平板, 智能手机, 座机
laptop     | tablet, keyboard, laptops, notebook computer, computers, tablet computer | 平板电脑, 平板
bag        | sack, satchel, basket, school bag, schoolbag, rucksack, baskets, picnic basket, shopping bag, duffel bag, paper bag, pouch, backpacks, medical bag, doctor's bag, flower basket, bag of money, shopping bags | 袋子, 篮子, 书包, 布袋, 麻袋, 竹篮, 行囊, 包裹, 背篓, 花篮, 双肩包, 菜篮子, 药箱, 挎篮, 购物袋, 大包, 背囊, 药篓, 包袱, 旅行包, 小包袱, 鱼篓, 锦囊
cup        | coffee cup, tea cup, cups, beer, glass, cup of coffee, cup of tea, hot chocolate, coffee mug, glass of water, glass of milk, milk, juice, coffee pot, tankard, beer mug, pint, tea set, pot of tea, cocoa, lemonade, espresso | 咖啡杯, 水杯, 玻璃杯, 酒壶, 啤酒, 茶盏, 茶碗, 奶茶, 牛奶, 热茶, 茶具, 保温杯, 茶, 茶盘, 啤酒杯, 热可可, 马克杯, 果汁
bottle     | flask, vial, whiskey, bottles, champagne, elixir, poison, potion, wine bottle, bottle of wine, beer bottle, water bottle, milk bottle, perfume, perfume bottle, bottle of whiskey, whisky, jug, rum, medicine vial, vials, test tube, ink bottle, baby bottle, bottle of rum, vodka, gin, thermos, ketchup, canister | 酒瓶, 水瓶, 毒药, 香槟, 酒壶, 酒葫芦, 葫芦, 白酒, 啤酒, 矿泉水, 香水, 毒酒, 红酒瓶, 药剂, 试管, 美酒, 烈酒, 奶瓶, 酒坛, 酒坛子, 红酒, 女儿红, 二锅头, 药瓶子, 圣水, 墨水瓶
plate      | dish, dishes, bread, sandwich, pizza, noodles, dinner, tray, pan, food, bowl, soup, steak, turkey, meat, cheese, roast chicken, pancakes, sushi, dumplings, dumpling, bowl of soup, bowl of noodles, bowl of rice, breakfast, lunch, picnic, loaf of bread, loaf, baguette, pasta, spaghetti, salad, hot dog, burger, hamburger, sandwiches, cookies, cookie, biscuits, doughnut, croissant, platter, rice, stew, silver tray, popcorn, roast turkey, candy, chocolate, ice cream, petri dish, takeout, fish and chips, bacon | 菜, 面包, 饺子, 面条, 晚餐, 盘, 汤, 包子, 馒头, 粥, 米饭, 饭菜, 早餐, 午餐, 盒饭, 汉堡, 披萨, 烤鸡, 烤鸭, 牛排, 点心, 糕点, 糖葫芦, 汤圆, 泡面, 面包片, 碗筷, 饭碗, 托盘, 火锅, 年夜饭菜, 烤肉, 零食, 便当, 外卖, 寿司, 红烧肉, 馄饨, 米粉, 汤药, 鸡汤, 餐盘, 粽子, 糖果, 巧克力, 冰淇淋, 果盘, 饼干, 烧饼, 煎饼, 红薯, 荷包蛋
cake       | wedding cake, pie, birthday cakes, cupcake, cupcakes, burnt cake, layer cake, apple pie, wedding-cake, tart, gingerbread house | 生日蛋糕, 婚礼蛋糕, 月饼, 寿桃, 蛋糕塔, 苹果派
apple      | apples, pear, peach, pumpkin, melon, fruit, orange, lemon, tomato, golden apple, poisoned apple, poison apple, grapes, banana, watermelon, strawberry, coconut, cherries, pears, carrot, cabbage, potato, oranges, fruits, peaches, pomegranate, vegetables, corn, mango, onion, lemons, pineapple | 桃子, 南瓜, 橘子, 梨, 西瓜, 香蕉, 葡萄, 仙桃, 毒苹果, 草莓, 芒果, 柿子, 石榴, 红苹果, 荔枝, 蔬菜, 胡萝卜, 白菜, 土豆, 西红柿, 蟠桃, 樱桃, 柠檬, 人参果, 枣, 桔子, 橙子
flower     | roses, red rose, sunflower, tulip, lily, rose, bouquet, tulips, daisy, lilies, white roses, orchid, wildflowers, daisies, wreath, lotus, peony, cherry blossom, herbs, dandelion, seedling, garland, single rose, orchids, lavender, poppies, bridal bouquet, four-leaf clover, carnation, wild flowers | 玫瑰花, 鲜花, 花朵, 百合, 玫瑰, 花束, 牡丹, 荷花, 莲花, 菊花, 梅花, 兰花, 捧花, 红玫瑰, 白玫瑰花, 野花, 向日葵, 康乃馨, 花环, 草药, 桃花枝, 彼岸花, 月季, 雪莲, 茉莉花, 郁金香, 药草, 狗尾巴草, 满天星
ball       | soccer ball, beach ball, balloon, snowball, football, basketball, tennis ball, crystal ball, bowling ball, balloons, balls, baseball, beachball, volleyball, red balloon, soccer balls, medicine ball, rugby ball, egg of a dragon, golden ball | 皮球, 气球, 雪球, 水晶球, 排球, 羽毛球, 乒乓球, 绣球, 红气球, 台球, 网球
ring       | crucifix, wedding ring, diamond ring, diamond, pendant, keys, gold coin, coins, medal, pocket watch, watch, crystal, gemstone, bracelet, necklace, jewel, gem, coin, key, amulet, engagement ring, golden ring, locket, brooch, earring, earrings, pearl, pearl necklace, jewels, jewelry, jewellery, silver coin, gold coins, badge, magic ring, ruby, sapphire, talisman, pocketwatch, key ring, bunch of keys, wristwatch, bar of gold, gold bar, gold bars, treasure map key, cufflinks, anklet, dog tag, thimble, crystals, stopwatch, pearls, gold nugget, bead | 钻戒, 钻石, 手表, 怀表, 玉佩, 金币, 水晶, 婚戒, 手镯, 勋章, 玉, 钥匙, 玉镯, 珠子, 金条, 金子, 银子, 铜钱, 元宝, 玉牌, 令牌, 虎符, 珠宝, 首饰, 珍珠, 耳环, 簪子, 发簪, 玉簪, 金簪, 手链, 护身符, 对戒, 长命锁, 佛珠, 铃铛手链, 胸针, 吊坠, 玉石, 翡翠, 金锁, 手串, 兵符, 传家宝, 银元, 珠钗, 凤钗, 步摇, 徽章, 翡翠手镯
crown      | golden crown, laurel wreath, diadem, crowns | 金冠, 凤冠, 后冠, 花冠, 凤冠霞帔, 桂冠
hat        | top hat, helmet, caps, helmets, bowler hat, straw hat, cowboy hat, magic hat, football helmet | 面具, 礼帽, 安全帽, 魔法帽, 斗笠帽, 官帽
umbrella   | umbrellas, red umbrella, parasols, black umbrella, oil-paper umbrella, paper umbrella | 油纸伞, 遮阳伞, 红伞, 黑伞, 花伞, 红油纸伞, 透明雨伞, 小伞
guitar     | harp, banjo, cello, ukulele, saxophone, erhu, zither, lute, violin, instrument, fiddle, mandolin, electric guitar, accordion, lyre, bagpipes, clarinet, tambourine, guqin, pipa, viola, bass guitar, double bass, harmonica, violins, piccolo, guzheng, musical instrument | 二胡, 古筝, 古琴, 竖琴, 琵琶, 小提琴, 大提琴, 长笛, 萨克斯, 琴, 口琴, 乐器, 电吉他, 手风琴, 瑶琴, 玉笛, 竹笛, 玉箫, 笙, 月琴, 马头琴, 快板, 锣鼓, 拨浪鼓
torch      | flashlight, burning torch, torches, flashlights | 手电筒, 火炬, 火炬手
lantern    | oil lamp, red lantern, lanterns, jack-o'-lantern, sky lantern, paper lanterns, kerosene lamp, gas lamp, storm lantern, oil lantern | 油灯, 红灯笼, 马灯, 孔明灯, 宫灯, 花灯, 煤油灯, 纸灯笼, 天灯, 荷花灯, 河灯
candle     | candlestick, candelabra, chandelier, incense, red candles, incense burner, black candle, candlelight candle, menorah | 烛台, 蜡烛台, 红烛, 香炉, 吊灯烛, 香烛, 白蜡烛, 生日蜡烛, 龙凤烛
lamp       | lights, bedside lamp, light bulb, reading lamp, spotlights, bulb, night light, lava lamp, table lamps, nightlight, floor light, warning light | 床头灯, 电灯, 灯光, 灯泡, 吊灯, 警报灯, 红灯, 床头台灯, 小夜灯, 煤气灯
floor_lamp | spotlight | 立灯
street_lamp | street light, streetlamp, lamppost, traffic light, street lamps | 街灯, 红绿灯
vase       | potted plant, flowerpot, vessel, pitcher, pots, pot plant, potted plants, urns, jars, pots of flowers, porcelain vase, bonsai, cactus, houseplant, honey pot, clay pot, bucket of water, milk pail, terracotta pot, cookie jar, flower pot | 花盆, 陶罐, 瓷瓶, 盆栽, 仙人掌, 骨灰盒, 骨灰坛, 瓷器, 青花瓷, 古董花瓶, 水缸, 大锅, 炼丹炉, 丹炉, 盆景, 药罐, 罐头, 鱼缸里
box        | boxes, carton, parcel, crates, present, gift box, music box, wooden box, suitcase box, crate, package, gift, wrapped gift, gifts, presents, packages, jewelry chest, lunch box, lunchbox, shoebox, parcels, time capsule, birthday present, wrapped present, christmas present, cardboard box, lockbox, safe box, mysterious box, tin, pizza box, shoe box, black box, first aid kit, hat box, jury box | 木箱, 纸箱, 礼盒, 盒, 包裹箱, 木盒, 音乐盒, 礼物, 首饰匣, 匣子, 木匣, 快递, 快递盒, 生日礼物, 红木盒子, 红木盒, 锦盒, 食盒, 急救箱, 保险柜盒, 饭盒, 鞋盒, 骰子盒, 纸盒, 神秘盒子, 礼品, 月光宝盒, 铁盒, 妆奁, 圣诞礼物, 贺礼, 药箱, 工具箱
chest      | vault, treasure, trunk, strongbox, treasure chest, safe, iron chest, wooden chest, pirate treasure, dowry chest, treasure box, bank vault, gold hoard, pile of gold | 箱, 宝藏, 大箱子, 保险柜, 大木箱, 金库, 藏宝箱, 宝物, 嫁妆箱, 皮箱子, 铁箱
barrel     | barrels, trash can, oil drum, bin, wine barrel, trash cans, dustbin, wine barrels, oil barrel, rubbish bin, garbage can, powder keg, garbage bin, beer keg, rain barrel | 酒桶, 垃圾桶, 油桶, 水桶大, 大木桶, 酒缸, 火药桶, 垃圾箱
table      | tables, coffee table, round table, bar counter, kitchen table, reception desk, long tables, dining table, dinner table, picnic table, poker table, operating table, card table, kitchen counter, work table, stone table, night table, nightstand, side table, bedside table, bar, negotiation table, serving table, pool table, banquet table, workbench table, buffet, wooden table, ping-pong table, billiard table, operating-table, dressing table, changing table, vanity | 圆桌, 茶几, 柜台, 长桌, 石桌, 桌, 方桌, 餐桌, 床头柜, 吧台, 饭桌, 木桌, 工作台, 供桌, 梳妆台, 八仙桌, 麻将桌, 赌桌, 手术台面, 案板, 酒桌, 石桌子, 长餐桌, 审讯桌, 香案, 台球桌, 操作案台, 灵位, 流理台, 棋桌, 实验台, 牌桌, 桌案, 祭台
desk       | desks, school desk, lectern, teacher's desk, writing table, reception counter, front desk, judge's bench, office desk, computer desk, drafting table, school desks, podium desk, work desk | 课桌, 讲台, 办公台, 案桌, 书案, 讲桌, 电脑桌, 前台桌, 写字台, 老板桌, 审判席, 办公桌面, 画案, 工位桌
chair      | chairs, stools, rocking chair, bar stool, stool, armchair, seat, seats, wooden chair, electric chair, beach chair, deck chair, high chair, dentist's chair, folding chair, recliner, leather armchair, lawn chair, barstool, kitchen chair, empty chair, rocker, lifeguard chair, swivel stool, piano stool, armchairs, director's chair | 摇椅, 扶手椅, 木椅, 椅, 座椅, 太师椅, 沙滩椅, 小板凳, 小凳子, 高脚凳, 藤椅, 电椅, 竹椅, 理发椅, 躺椅, 马扎, 圈椅
sofa       | couches, settee, loveseat, leather sofa, leather couch, chaise longue, divan, sofas, futon, chesterfield | 长沙发, 皮沙发, 贵妃榻, 软榻, 布艺沙发
bench      | benches, pew, pews, park benches, wooden bench, stone bench, church bench, bleacher, hospital bench, garden bench | 石凳, 板凳, 木凳, 公园长椅子, 长木凳, 条凳
bed        | beds, bunk, mattress, sickbed, hospital beds, double bed, bunk beds, four-poster bed, operating bed, deathbed, gurney, bedroll, straw bed, single bed, mattresses, kang, pod bed | 大床, 木床, 床铺, 榻, 龙床, 婚床, 炕, 婴儿床, 木板床, 双人床, 冰床, 喜床, 龙榻, 大红床, 硬板床, 手术床, 石床, 上下铺, 上铺, 土炕
throne     | dragon throne, iron throne, royal throne, golden throne, thrones, stone throne | 王位, 皇位, 金銮宝座, 龙位, 凤座, 铁王座
door       | doors, wooden door, iron door, front door, portal, iron gate, entrance, doorway, gates, castle gate, steel door, trapdoor, cell door, shop door, back door, metal door, garden gate, airlock door, elevator door, elevator doors, front gate, school gate, entrances, city gates, revolving door, closed door, oak door, garage door, torii gate, archway, magic door | 铁门, 木门, 房门, 城门, 大铁门, 教室门, 门口, 宫门口, 石门, 电梯门, 密室门, 房门口, 后门, 校门, 院门, 寺门, 牢门, 山门口, 大门口, 洞口, 店门, 家门, 教堂大门, 殿门, 铁栅门, 车门, 府门, 卷帘门
window     | windows, shop window, curtain, curtains, windowsill, window sill, window ledge, stained glass window, skylight, windowpane, glass wall, french window, bay window, french windows, shop windows, one-way mirror, one-way glass | 窗外, 落地窗, 窗子, 窗台, 窗帘, 窗前, 窗口, 落地窗前, 玻璃窗, 橱窗, 木窗, 天窗, 单面镜, 纱窗
bookshelf  | shelves, cupboard, dresser, chest of drawers, locker, bookshelves, filing cabinet, wardrobe, closet, cupboards, shelf, bookcases, refrigerator shelf, display case, medicine cabinet, trophy case, china cabinet, lockers, kitchen cabinet, rack, clothes rack, wine rack, cabinets, card catalog, altar shelf, bookstand, tool rack | 书柜, 橱柜, 储物柜, 货架, 架子, 文件柜, 书架子, 鞋柜, 药柜, 博古架, 酒柜, 展柜, 衣架, 更衣柜, 书橱, 陈列柜, 兵器架, 神龛, 铁柜, 储物架, 大衣柜
fireplace  | oven, stove, furnace, chimney, hearth, stove top, wood stove, cooker, kiln, open fire, log fire, kitchen stove, bread oven, fire place | 火炉, 灶台, 烤箱, 炉灶, 火塘, 窑, 土灶, 灶, 锅灶, 香炉台
campfire   | fire, camp fire, brazier, pyre, bonfires, embers, burning fire, flames, burning house pile, cooking fire, beacon fire, watch fire, barbecue, grill | 火堆, 火, 火盆, 烈火, 火焰, 火炉堆, 篝火堆, 炭火, 大火, 烧烤架, 烽火, 柴火, 火海, 火盆子
forge      | smelter | 锻炉, 炉火
anvil      |  | 砧
well       | fountain, stone well, wishing well, stone fountain, water fountain, old well, birdbath, fountains, swimming pool ladder, cistern | 喷泉, 古井, 喷水池, 水池, 莲花池, 荷花池, 枯井, 井口, 荷塘, 许愿池, 池子, 天池, 泉水
bell_tower | church tower, clocktower, stone tower, lookout tower, turret, castle tower, minaret, skyscraper tower, wizard's tower top, church spire, water tower, tall tower, spire, radio tower, guard tower, windmill tower, pagoda tower, stone towers, ivory tower | 高塔, 瞭望塔, 钟塔, 宝塔, 石塔, 宫塔, 城楼塔, 箭楼, 烽火台, 铁塔, 水塔, 东方明珠, 雷峰塔, 信号塔, 锁妖塔, 佛塔
lighthouse | beacon | 灯塔
house      | farmhouse, mansion, villa, barn, wooden house, huts, houses, temple hall, skyscraper, building, mill, windmill, pavilion, shop, inn, tavern, church building, mansion house, barn house, shed, shack, hospital building, school building, farmhouses, log cabin house, teepee, bakery shop, bank building, store, cabin in the woods, bungalow, gingerbread cottage, treehouse hut, lighthouse keeper's house, garage shed, greenhouse shed, dog house, doghouse, kennel, chicken coop house, stable house, skyscrapers, gazebo, ruins of a house, outhouse, guardhouse, kiosk, newsstand, cottages, ticket booth, bus shelter, stables barn, ramshackle hut, cabin by the lake | 木屋, 房屋, 茅屋, 别墅, 谷仓, 大楼, 风车, 亭子, 凉亭, 楼, 茅草房, 小木屋, 城堡建筑, 草屋, 岗亭, 报刊亭, 狗窝, 破屋, 农舍屋, 竹屋, 帐房, 楼房, 摩天大楼, 高楼, 大厦楼, 马棚, 水车, 凉棚, 鸡窝, 祖屋, 古宅, 售票亭, 石屋, 土屋, 小楼
tree       | trees, apple tree, cherry tree, palm tree, christmas tree, oak tree, willow, bamboo, pine tree, oak, pine, fir tree, redwood, blossom tree, cherry blossom tree, banyan, banyan tree, maple, maple tree, birch, old tree, dead tree, orange tree, lemon tree, olive tree, plum tree, magnolia, peach tree, ginkgo, sakura tree, sakura, cherry trees, money tree, bamboos, world tree, weeping willow, ash tree, acacia, baobab, giant tree, old oak, pear tree, evergreen, palm trees, wisteria | 树木, 樱花树, 圣诞树, 柳树, 桃树, 竹子, 老树, 枯树, 棕榈树, 苹果树, 大槐树, 老槐树, 槐树, 梧桐, 梧桐树, 银杏树, 梅树, 梅花树, 桂花树, 榕树, 大榕树, 枫树, 杨树, 海棠树, 梨树, 桃花树, 菩提树, 古树, 歪脖子树, 杏树, 石榴树, 枣树, 老榕树, 榆树, 月桂树, 姻缘树, 合欢树, 白桦树
bush       | bushes, shrubs, hay bale, haystack, hedge, shrub, rose bush, rosebush, tall grass, reeds, hay, thorns, flower bed, flowerbed, cornstalks, sunflowers, hedges, rosebushes, fern, vines, thorn bush, pile of leaves, leaf pile, straw, bale of hay | 草丛, 树丛, 芦苇, 灌木丛, 花坛, 荆棘, 稻草, 玫瑰丛, 花丛中, 麦秸, 麦草垛, 蔷薇花丛, 柴堆, 落叶堆, 竹丛
rock       | rocks, stones, boulders, meteorite, iceberg, big stone, boulder, stone, coral, pebble, crystal rock, rubble, stalagmite, ice block, standing stone, asteroid, monolith, pile of rocks, cliff rock, stump rock, reef rock, mound, pile of stones | 礁石, 海礁, 石块, 大石头, 石碑, 山石, 假山, 巨岩, 碎石, 珊瑚, 大岩石, 雪堆, 石墩, 磐石, 废墟石, 土堆, 冰块, 青石, 太湖石, 三生石, 石板
stairs     | stair, stone steps, ladder steps, pulpit, podium, altar, stage, marble stairs, spiral staircase, dais, platform stage, catwalk stage, porch steps, stairway, winners' podium, grand staircase, staircases, pier steps, bleachers steps | 阶梯, 石阶, 楼梯口, 高台, 领奖台, 扶梯, 玉阶, 戏台子, 看台, 旋转楼梯
ladder     | rope ladder, ladders, rope bridge ladder, stepladder, fire escape, step ladder | 绳梯, 云梯, 扶梯子, 木梯, 长梯, 绳
wall       | fences, parapet, barricade, balcony railing, stone wall, battlement, ledge, brick wall, gate wall, walls, city wall, hedge wall, rope barrier, castle wall, garden wall, picket fence, wooden fence, low wall, barbed wire, sandbags, crumbling wall, guardrail, bridge railing, railings, trench, barrier, roadblock, wire fence, banister, battlements | 城墙, 石墙, 阳台, 篱笆, 矮墙, 护栏, 围栏, 断桥, 小桥, 院墙, 土墙, 城垛, 路障, 铁丝网, 沙袋, 墙壁, 红墙, 墙头, 独木桥, 鹊桥, 阳台栏杆, 奈何桥, 战壕墙, 廊桥
statue     | bust, idol statue, scarecrow, snowman, gargoyle, stone lion, buddha statue, monuments, idol, ice sculpture, sculptures, gargoyles, angel statue, terracotta warrior, suit of armor, suit of armour, stone statue, scarecrows, moai, sphinx statue, golden idol, marble statue, buddha, totem, wax figure, obelisk, stone angel, statues, stone column, snowmen | 石像, 佛像, 石狮子, 稻草人, 雕塑, 铜像, 神像, 兵马俑, 石狮, 冰雕, 蜡像, 关公像, 纪念碑, 自由女神像, 石人, 模特假人, 木人桩, 观音像, 盘龙柱, 华表, 大佛
sign       | billboard, noticeboard, blackboard, whiteboard, banner, flag, wooden sign, signboard, wanted poster, signpost, poster, banners, chalkboard, street sign, neon sign, stop sign, white board, notice board, for-sale sign, flags, easel, road sign, bus sign, wanted posters, scoreboard, painting easel, canvas easel, pirate flag, placard, traffic sign, shop sign, plaque, map board, bulletin board, price tag, evidence board, film poster, corkboard, white flag, bus stop sign, scoreboard sign | 告示牌, 黑板, 白板, 招牌, 海报, 旗帜, 旗子, 站牌, 横幅, 标语, 广告牌, 霓虹灯牌, 画架, 路标, 公告栏, 门牌, 战旗, 国旗, 海盗旗, 牌匾, 大字报, 指示牌, 信号旗, 匾额, 记分牌, 红旗, 白旗, 灵牌, 店招, 线索板, 布告, 军旗, 大旗
car        | cars, police car, sports car, jeep, pickup truck, ambulance, limousine, coach, taxi, truck, van, carriage, bus, police cars, fire truck, fire engine, black car, car wreck, yellow taxi, racing car, race car, convertible, limo, horse-drawn carriage, getaway car, cab, tram car, hearse, pickup, suv, sedan, minivan, delivery van, rolls-royce, golf cart, stagecoach, jeeps, lorry, ferrari, moon rover, rover, ice cream truck, snowplow, parked car, motorcar, camper van | 轿车, 跑车, 警车, 救护车, 公交车, 豪车, 马车, 卡车, 出租车, 大巴, 黑色轿车, 囚车, 豪华轿车, 劳斯莱斯, 迈巴赫, 面包车, 消防车, 货车, 吉普车, 婚车, 赛车, 越野车, 保时捷, 红色跑车, 电车, 大卡车, 出租, 敞篷车, 马车车厢, 校车, 灵车, 宾利, 法拉利, 商务车, 月球车, 装甲车, 警用车, 房车, 公交
boat       | rowboat, sailboat, raft, ferry, yacht, pirate ship, gondola, canoe, life boat, wooden boat, paddle boat, speedboat, motorboat, small boat, boats, ships, viking longship, fishing boats, toy boat, kayak, steamboat, shipwreck, dinghy, rescue boat, pirate ships, dragon boat, warships | 帆船, 木筏, 渡船, 游艇, 渔船, 海盗船, 独木舟, 乌篷船, 小船, 木船, 龙舟船, 小木船, 救生船, 货船, 沉船, 快艇, 皮划艇, 小舟, 扁舟, 皮筏, 画舫船, 花船船, 摩托艇
piano      | grand piano, organ, keyboard piano | 大钢琴, 风琴
television | screens, display, projector, computer screen, television set, tv, screen, monitor, tv screen, hologram, security monitor, big screen, monitors, radar, movie screen, projector screen, flat screen, old television, crt, hologram map | 电视机, 显示器, 大屏幕, 投影仪, 屏幕, 显示屏, 监视器, 监控屏幕, 全息投影, 大屏, 老电视, 荧幕, 监控器, 投影, 电视屏幕
mirror     | looking glass, mirrors, magic mirror, broken mirror, vanity mirror, hand mirror, full-length mirror, bathroom mirror | 镜, 铜镜, 梳妆镜, 魔镜, 化妆镜, 全身镜, 破镜, 梳妆镜子, 铜镜子, 照妖镜, 穿衣镜
painting   | pictures, photo frame, map on the wall, mural, tapestry, portrait, picture frame, family portrait, canvas, masterpiece, framed photo, paintings, portraits, wall map, antler, dreamcatcher, oil painting, stained glass, framed picture, photograph on the wall | 油画, 画框, 壁画, 画像, 画作, 名画, 全家福, 婚纱照片, 古画, 肖像, 老挂钟, 十字架, 字画, 遗像, 水墨画, 画布, 山水画, 书画, 挂画, 遗照, 结婚照
bell       | bells, school bell, doorbell, church bell, gong, hand bell, bronze bell, dinner bell, ship's bell, sleigh bell, cowbell, alarm bell | 铃, 铃铛, 铜钟, 大钟, 门铃, 大锣, 铜锣, 警钟, 铜铃, 木鱼, 风铃, 钟鼓, 上课铃, 编钟
tent       | tents, pavilion tent, camp, market tent, circus tent top, tepee, camping tent, wigwam, gazebo tent, medical tent | 营帐, 蒙古包, 军帐, 大帐, 中军大帐, 露营帐篷, 毡房, 戏棚, 天幕
gravestone | graves, headstone, tombstones, grave marker, headstones, gravestones, memorial, cross grave | 墓, 坟, 墓石, 孤坟, 坟头, 新坟, 碑, 坟包, 衣冠冢
cart       | wheelbarrow, food stall, fruit stall, shopping cart, carts, stalls, rickshaw, wagons, market stalls, food cart, hot dog stand, ice cream cart, flower stall, flower cart, lemonade stand, fruit cart, covered wagon, street stall, handcart, hot dog cart, food truck, minecart, trolley, hay cart, ox cart, vegetable stall, pushcart, kissing booth | 手推车, 摊位, 小摊, 水果摊, 板车, 人力车, 小车, 小推车, 独轮车, 牛车, 小吃摊, 摊子, 早餐车, 煎饼摊, 购物车子, 鱼摊, 餐车, 平板车, 粮车, 菜摊, 包子摊, 面摊, 馄饨摊, 算命摊, 卦摊, 花摊, 书摊, 推车子, 茶摊子, 货担, 烧烤摊, 驴车
coffin     | casket, tombs, glass coffin, stone coffin, mummy's coffin, open coffin, closed coffin, open casket | 石棺, 灵柩, 水晶棺, 棺木, 玻璃棺, 冰棺, 棺, 红棺材, 铁棺, 悬棺
cage       | birdcage, prison cage, bars, cell, iron cage, animal cage, cages, jail bars, bird cage, prison bars, empty cage | 鸟笼, 铁笼, 囚笼, 牢笼, 兽笼, 笼, 鸟笼子, 木笼, 狗笼, 铁栏, 栅栏门
machine    | time machine, vending machine, generator, fridge, engine, terminal, atm, jukebox, control desk, server, reactor, pod, control panel, console, computer terminal, refrigerator, washing machine, coffee machine, slot machine, mri machine, heart monitor, printer, arcade machine, portal machine, supercomputer, cryopod, cryo pod, escape pod door, vending machines, gas pump, radio set, life support machine, ventilator, photocopier, mixing desk, ticket machine, satellite, defibrillator, spaceship engine, broken machine, engine block, furnace machine, record player, water cooler, arcade game, panel, fax machine, warp core, cement mixer, printing press, oven machine, microwave, dishwasher, mainframe, teleporter | 时光机, 自动售货机, 发电机, 控制面板, 仪器, 服务器, 操作台, 洗衣机, 控制台前, 冰柜, 洗碗机, 心电监护仪, 呼吸机, 复印机, 老虎机, 咖啡机, 休眠仓, 超级计算机, 监护仪, 打印机, 电台, 唱片机, 娃娃机, 提款机, 加油机, 天文望远镜, 引擎, 操控台, 终端机, 时空机, 游戏机, 微波炉, 收音机, 发动机, 点唱机, 机床
pillow     | cushions, plush toy, stuffed animal, puppet, blankets, cloth, carpet, rug, doll, teddy bear, toy, blanket, teddy, rag doll, stuffed bear, soft toy, toys, dolls, stuffed rabbit, voodoo doll, plush, quilt, porcelain doll, puppets, sleeping mat, toy soldier, teddy bears, beach towel, flag cloth, marionette, silk scarf, prayer mat, baby blanket, plush bear, ventriloquist dummy, bundle | 毯子, 布偶, 洋娃娃, 玩偶, 抱枕, 被子, 玩具熊, 地毯, 娃娃, 毛绒玩具, 泰迪熊, 布娃娃, 棉被, 木偶, 纸人, 瓷娃娃, 香囊, 荷包袋, 毛毯, 巫毒娃娃, 提线木偶, 玩具兵, 绸缎, 丝帕, 人偶, 绣帕, 围巾, 红绸
wine_glass | champagne flute, chalice, wineglass, glass of champagne, wine cup, wine glasses, goblet, glass of whiskey, cocktail, cocktail glass, martini, wine goblet, glasses of champagne, glass of brandy, glass of red wine, cocktails, poisoned wine, grail, holy grail, wineglasses, champagne glasses, poisoned goblet | 香槟酒杯, 葡萄酒杯, 酒盏, 酒盅, 鸡尾酒, 交杯酒, 香槟塔, 圣杯, 高脚酒杯, 酒碗
contract   | documents, contracts, papers, paperwork, prenup, deed, lawsuit, marriage contract, case file, report, medical report, test results, blueprint, file, folder, divorce papers, dossier, files, portfolio, resume, folders, cv, evidence file, document folder, blueprints, manuscript, passport, summons, warrant, search warrant, verdict paper, divorce agreement, folder of documents, secret documents, case files, resignation letter, eviction notice, insurance policy, screenplay | 文书, 合约, 离婚协议书, 协议书, 婚书, 股权书, 病历, 报告, 检查报告, 卷宗, 档案, 图纸, 转让书, 契约, 卖身契, 合同书, 文件夹, 简历, 护照, 辞职信, 机密文件, 遗嘱书, 亲子鉴定, 亲子鉴定书, 鉴定报告, 诊断书, 文件袋, 股权转让书, 策划案, 合约书, 手稿, 起诉书, 剧本合约, 公文, 欠条, 借条, 房产证, 资料, 档案袋, 证据, 判决书, 稿子, 体检报告, 地契, 供词, 状纸, 供状, 状子
money      | bills, dollars, bundles of money, wad of cash, bundle of cash, pile of money, ransom, bribe, banknote, paper money, check, cheque, dollar bill, stack of bills, pile of cash, gold pieces, coins of gold, wads of cash, suitcase money, stack of cash, poker chips, stack of money, dollar bills | 钱财, 纸币, 赎金, 支票, 银票, 美元, 巨款, 彩礼, 钱币, 银两, 铜板, 红包, 私房钱, 工资, 纸钱, 冥币, 聘金, 一百块, 筹码, 存折, 银行卡, 黑卡, 现钞, 压岁钱
handbag    | clutch, shoulder bag, designer bag, tote bag, evening bag, purses, wallets, coin purse, money pouch, designer handbag, briefcase bag | 挎包, 名牌包, 手袋, 皮包, 荷包, 爱马仕, 手包, 钱袋, 小包, 女士皮包
suitcase   | suitcases, trolley case, bags packed, travel bag, baggage, travel trunk, bag of clothes, packed suitcase, carry-on | 旅行箱, 拉杆箱, 皮箱, 箱包, 大箱, 登机箱, 大行李箱
briefcase  | briefcases, attaché case, money case, metal case | 手提公文箱, 钱箱, 公事包
medicine   | pill, drug, drugs, tablets, painkillers, antidote, sleeping pills, vitamins, bottle of pills, pill bottles, vaccine, first-aid kit, medicine vial, serum | 药丸, 药物, 解药, 安眠药, 药品, 仙丹, 疫苗, 解毒丹, 丹药, 药膏, 感冒药, 毒药瓶, 药剂瓶, 药方, 速效救心丸, 药碗里的药
ring_box   | jewellery box, jewelry box, ring case, velvet box, wedding rings | 首饰盒, 珠宝盒, 求婚钻戒
trophy     | trophies, cup trophy, oscar, championship cup, gold medal, golden trophy, champion's cup, gold cup | 奖品, 奖座, 冠军奖杯, 金牌, 冠军杯, 金杯, 大力神杯, 奖牌, 荣誉证书
fan        | silk fan, folding fans, feather fan, hand-held fan, paper fans, palm-leaf fan | 羽扇, 纸扇, 蒲扇, 摇扇, 羽毛扇, 团扇子, 鹅毛扇, 芭蕉扇, 蒲葵扇, 铁扇
microphone | microphones, karaoke microphone, microphone stand, megaphone, mic stand, podcast microphone | 话筒架, 麦, 麦克风架, 立式话筒, 喇叭筒, 扩音器
wheelchair | wheelchairs | 电动轮椅
drip       | iv stand, iv bag, iv pole, saline drip, infusion | 输液瓶, 吊针, 输液袋, 药水瓶
bicycle    | bicycles, bikes, tricycle, tandem, mountain bike, rusty bicycle, old bicycle, penny-farthing | 脚踏车, 共享单车, 三轮车, 山地车, 老式自行车, 小单车
motorbike  | motorcycles, motorbikes, moped, vespa, electric scooter, motor scooter, dirt bike, police motorcycle, chopper | 机动车, 电瓶车, 电单车, 小摩托, 摩托, 小电驴, 哈雷
helm       | ship's helm, ship wheel, ships wheel, wheel of the ship, rudder, tiller, ship's helm wheel, the wheel | 方向舵, 轮舵, 舵, 船舵盘, 舵盘
office_chair | desk chair, boss's chair, rolling chair, leather chair | 真皮椅, 皮椅, 大班椅
conference_table | negotiating table, long table, board table | 长会议桌, 圆形会议桌
pig        | piglet, pigs, sow | 小猪, 母猪, 肥猪
fox        | foxes, red fox, vixen | 小狐狸, 红狐狸, 白狐, 火狐, 赤狐
bear       | bears, brown bear, bear cub, black bear | 黑熊, 棕熊, 小熊, 大熊
"""

# archetype | English | Chinese: something else, for which this one stands in
_STANDS_IN = """
dragon     | griffin, gryphon, hydra, sea serpent, chimera, basilisk, leviathan, kraken, sea monster, wyrm, manticore | 狮鹫, 麒麟, 海怪, 九头蛇, 神兽, 貔貅, 饕餮, 蛟龙
horse      | donkey, zebra, camel, deer, stag, reindeer, mule, giraffe, llama, moose, centaur, elk, antelope, donkeys, camels, mules, deers, fawn, doe, alpaca, llamas, wildebeest, gazelle, kirin, qilin | 驴, 斑马, 骆驼, 鹿, 小鹿, 长颈鹿, 驯鹿, 毛驴, 骡子, 梅花鹿, 白鹿, 小毛驴, 羚羊, 驼队, 羊驼
unicorn    | pegasus | 飞马, 天马
dog        | coyote, hyena, jackal, corgi, husky, poodle, chihuahua, dingo, beagle, wild dog | 柯基, 哈士奇, 土狗, 藏獒, 吉娃娃, 泰迪犬, 柴犬
cat        | lynx, raccoon, ferret, weasel, meerkat, skunk, otter, mongoose, red panda | 浣熊, 黄鼠狼, 水獭, 黄鼬, 小熊猫, 猞猁
cow        | buffalo, bison, elephant, rhino, hippo, rhinoceros, mammoth, elephants, mammoths, baby elephant, rhinos | 大象, 犀牛, 河马, 野牛, 小象, 象, 战象
pig        | hedgehog, badger, hog | 野猪, 刺猬
chicken    | turkey, swan, penguin, ostrich, peacock, penguins, peacocks, swans, emu, dodo | 天鹅, 企鹅, 孔雀, 鸵鸟, 火鸡, 白天鹅, 黑天鹅
bear       | panda, gorilla, polar bear, koala, ape, grizzly, sloth, pandas, gorillas, king kong, beaver, walrus | 熊猫, 大熊猫, 北极熊, 猩猩, 大猩猩, 金刚, 浣熊精, 黑瞎子
lion       | cheetah, jaguar, sphinx, puma | 猎豹, 狮身人面像
rabbit     | mouse, rat, squirrel, hamster, mice, rats, frog, turtle, tortoise, toad, monkey, monkeys, mole, groundhog, guinea pig, chipmunk, frogs, kangaroo, squirrels, chimpanzee, chimp | 老鼠, 松鼠, 仓鼠, 青蛙, 乌龟, 猴子, 孙悟空, 小老鼠, 小猴子, 金丝猴, 袋鼠, 豚鼠, 青蛙王子, 刺猬宝宝, 蟾蜍, 美猴王, 齐天大圣, 猴王, 小松鼠, 地鼠
bird       | bat, butterfly, bee, drone, firefly, bats, insect, dragonfly, butterflies, moth, fireflies, bees, wasp, mosquito, dragonflies | 蝙蝠, 蝴蝶, 蜜蜂, 无人机, 萤火虫, 彩蝶, 蜻蜓, 飞蛾, 蚊子
eagle      | helicopter, plane, airplane, pterodactyl, pelican, stork, crane, helicopters, fighter jet, jet, airship, biplane, hot air balloon, zeppelin, cranes, flamingo, heron | 直升机, 飞机, 翼龙, 仙鹤, 丹顶鹤, 热气球, 白鹤, 鹤, 战斗机, 飞艇, 火烈鸟
snake      | crocodile, alligator, lizard, worm, eel, salamander | 鳄鱼, 蜥蜴
fish       | seahorse, squid, shrimp, tadpole, octopus, jellyfish, starfish, squids, giant squid, jellyfishes, crustacean, pufferfish | 海马, 章鱼, 虾, 水母, 小海马, 大章鱼, 海星, 河豚, 乌贼, 鱿鱼
shark      | whale, dolphin, orca, narwhal, dolphins, whales, blue whale, killer whale, orcas, seals, manatee, stingray | 鲸鱼, 鲸, 海豚, 虎鲸, 海豹, 小海豚, 蓝鲸, 白鲸, 大鲸鱼
spider     | crab, scorpion, beetle, ant, lobster, cockroach, crabs, scorpions, ants, centipede, tarantula | 螃蟹, 蝎子, 甲虫, 蚂蚁, 蟑螂, 蜘蛛精, 蜈蚣, 毒蝎, 小螃蟹, 大螃蟹
ghost      | djinn, genie, banshee, demon, devil, dementor, jinn, cloud spirit, demons, demon lord, angel of death, fire spirit, water spirit, ai hologram | 恶魔, 魔鬼, 精怪, 灯神, 魔物, 幽灵船长, 精魂
robot      | mech, robot arm, jetpack | 机甲
sword      | scalpel, cleaver, scissors, razor, sickle, letter knife, dart, darts | 手术刀, 剪刀, 桃木剑, 铡刀, 刻刀, 暗器
hammer     | saw, crowbar, screwdriver, pliers, rake, hoe, gavel, baseball bat, tennis racket, racket, trowel, rolling pin, corkscrew, spatula, ladle, whisk, chisel, mace, flail, ice axe | 锄头, 花锄, 扳手, 镰刀, 惊堂木, 棒球棒, 球拍, 球棒, 戒尺, 锅铲, 铁铲子, 熨斗, 哑铃, 狼牙棒
bow        | arrow, arrows | 箭, 弹弓, 羽箭
gun        | slingshot, ray gun | 
phone      | remote control, remote, calculator, game controller, stethoscope, hairdryer, hair dryer, binoculars, walkie talkie, beeper, clapperboard, cassette, stapler, voice recorder | 相机, 摄像机, 照相机, 遥控器, 电视遥控器, 游戏手柄, 听诊器, 计算器, 吹风机, 录音机, 磁带, 唱片, 场记板, 胶卷
staff      | broom, oar, fishing rod, broomstick, mop, paddle, oars, scythe, ski pole, horn, tusk, tripod, flagpole, iron bar, pool cue, ironing board, periscope | 扫帚, 鱼竿, 船桨, 拖把, 钉耙, 三脚架, 旗杆, 单杠, 马球杆, 羽毛球拍, 自拍杆
letter     | playing cards, tarot cards, greeting card, business card, credit card, card, cards, deck of cards, ultrasound, ultrasound picture, ultrasound photo, report card, nameplate, pink slip, library card, paper crane, flyer, leaflet | 塔罗牌, 扑克牌, X光片, B超单, 贺卡, 工牌, 宣纸, 信用卡, 传单, 准考证, 麻将牌
laptop     | typewriter, cash register | 打字机, 键盘
bag        | saddlebag | 
cup        | teapot, kettle, soda, cola, milkshake, smoothie, yogurt, can of soda, can of beer, tin can, tea kettle, beaker | 茶壶, 水壶, 豆浆, 可乐, 汽水, 易拉罐, 酸奶
plate      | eggs, egg, pot, frying pan, wok, cooking pot, dough, nest, sausage, sausages, ham, drumstick, chicken leg, cereal, omelette, omelet, waffle, waffles, muffin, bagel, donut, donuts, taco, tacos, burrito, curry, ramen, noodle, lasagna, casserole, gravy, lollipop, cotton candy, chips, crisps, nachos | 蛋, 鸡蛋, 锅, 平底锅, 炒锅, 铁锅, 药碗, 鸟巢, 砂锅, 香肠, 火腿, 鸡腿, 油条, 烤串, 羊肉串, 麻辣烫, 汤碗, 蒸笼, 棒棒糖, 棉花糖, 爆米花, 辣条, 锅巴, 臭豆腐
apple      | mushroom, mushrooms, honeycomb, ginseng | 蘑菇, 灵芝, 仙草, 人参
ball       | globe, ball of yarn, orb, marble, yarn, glowing orb, dragon egg, skull, puck, yo-yo, bubble, bubbles, dinosaur egg, frisbee | 地球仪, 毛线球, 龙珠, 龙蛋, 夜明珠, 灵珠, 弹珠, 头骨, 骷髅头, 恐龙蛋, 飞盘
ring       | compass, handcuffs, whistle, hourglass, microchip, usb stick, bone, tooth, magnifying glass, rosary, padlock, shackles, fossil, pacifier, bullet, seal ring, poker chip, cross necklace | 罗盘, 指南针, 手铐, 哨子, 打火机, 沙漏, 放大镜, 传国玉玺, 玉玺, 芯片, 优盘, 印章, 骨头, 牙齿, 佛珠, 念珠, 手串, 奶嘴, 灵石, 法器, 子弹, 化石
hat        | wig, boot, boots, shoe, shoes, glass slipper, slipper, gloves, glove, veil, red shoes, high heels, scarves, sunglasses, ballet shoes, running shoes, sock, boxing gloves, skates, party hat, oxygen mask, corsage, boutonniere, headphones, headlamp, earphones, gauntlet, ice skates, skis, snowboard, horseshoe | 高跟鞋, 鞋子, 靴子, 水晶鞋, 手套, 红盖头, 盖头, 假发, 舞鞋, 绣花鞋, 布鞋, 拳击手套, 运动鞋, 鞋, 红舞鞋, 球鞋, 面纱, 墨镜, 溜冰鞋, 生日帽, 耳机, 氧气面罩, 拳套, 发箍
guitar     | flute, trumpet, drum, trombone, drums, drum kit, bugle, tuba, oboe, xylophone, maracas, cymbals, metronome, french horn | 笛子, 鼓, 喇叭, 唢呐, 箫, 架子鼓, 号角, 锣, 铜钹
torch      | flare, fireworks, firework, sparkler, cigarette, cigar, pipe, dynamite, bomb, time bomb, stick of dynamite, smoke grenade, grenade, confetti, confetti cannon, sparklers | 烟花, 鞭炮, 香烟, 烟斗, 炸弹, 火柴, 手榴弹, 雪茄, 仙女棒, 炸药, 定时炸弹, 信号弹, 礼花, 礼炮
vase       | bucket, cauldron, watering can, fish bowl, fishbowl, pail, basin, aquarium, fish tank, inkwell, colander, dog bowl, toilet, urn of ashes, ashtray | 水桶, 坩埚, 浇水壶, 鱼缸, 脸盆, 木盆, 水盆, 砚台, 陶轮, 箩筐, 竹篓, 烟灰缸
box        | ballot box, chessboard, chess board, board game, chess set, game board, cutting board, gift bag, puzzle, jigsaw puzzle, dollhouse, domino, dominoes, dice, checkers, roulette table, mailbox, punching bag, ouija board, abacus | 棋盘, 棋局, 围棋, 象棋, 聘礼, 菜板, 砧板, 礼物盒, 麻将, 骰子, 积木, 算盘, 信箱, 聘礼箱
table      | sewing machine, altar table | 缝纫机
chair      | rocking horse, saddle | 马鞍
bench      | log, swing, seesaw, fallen log, tree stump, swings, stump | 秋千, 木桩, 蒲团, 跷跷板, 树桩, 木墩
bed        | cradle, crib, hammock, sleeping bag, stretcher | 摇篮, 吊床, 担架, 睡袋
window     | porthole | 舷窗
bookshelf  | drawer, drawers | 抽屉, 屏风
well       | pond, hot spring, puddle, bathtub, hot tub, trough | 池塘, 温泉, 浴缸, 浴桶
bell_tower | oil rig, rocket, rocket ship, eiffel tower, totem pole, lifeguard tower | 火箭
house      | igloo, phone booth, telephone booth | 电话亭
bush       | wheat, hay bales | 干草堆, 草垛, 稻草堆
rock       | meteor, snowdrift, sandcastle, sand castle | 陨石, 沙堡
stairs     | escalator, scaffold, gallows, slide, diving board, pedestal, plinth, catwalk, runway | 滑梯, 绞刑架, 刑台, 断头台, 跳板, 擂台, 颁奖台, T台
ladder     | rope, noose, vine, chain, chains, leash, whip, lasso, clothesline, reins, bridle, net, dog leash | 绳子, 麻绳, 藤蔓, 绳索, 锁链, 铁链, 脚镣, 绞索, 狗链, 狗绳, 马鞭, 晾衣绳, 缰绳
wall       | bridge, stone bridge, wooden bridge, bridges, hurdle, goalpost, rope bridge, basketball hoop, fishing net | 桥, 石桥, 木桥, 拱桥, 球门, 渔网, 篮筐
statue     | mannequin, column, pillar, columns, pillars, guillotine | 人体模特, 柱子, 石柱
car        | tank, train, tractor, tanks, hovercraft, hover car, sleigh, sled, chariot, bulldozer, cable car, locomotive, steam train, sedan chair, flying car | 火车, 列车, 拖拉机, 花轿, 轿子, 坦克, 雪橇, 战车, 龙辇, 缆车
boat       | submarine, ark, surfboard | 竹筏, 冲浪板
painting   | clock, wall clock, clock on the wall, calendar, old clock, cuckoo clock, grandfather clock, alarm clock, tapestries | 挂钟, 时钟, 日历, 闹钟, 座钟
cart       | baby carriage, stroller, pram, shopping trolley, cannon, cannons, baby stroller, catapult, plow | 婴儿车, 大炮, 黄包车
cage       | trap, bear trap, terrarium, spider web, lobster trap, buoy, cocoon | 陷阱
machine    | radiator, boiler, telescope, microscope, drill, loom, gramophone, blender, toaster, heater, scanner, vacuum cleaner, vacuum, turntable, amplifier, incubator, treadmill, laser, oxygen tank, shower, espresso machine, popcorn machine, trampoline | 望远镜, 显微镜, 留声机, 织布机, 纺车, 空调, 风扇, 电风扇, 音箱, 吸尘器, 收银台, 跑步机, 榨汁机, 马桶, 水槽, 洗手池
pillow     | towel, laundry, towels, bandage, bandages, handkerchief, tissue, toy car, toy train, kite, napkin, tablecloth, apron, sponge, diaper, yoga mat, life jacket, ribbon, garter, stocking, parachute, pelt, bridal veil, wedding veil, scarf, shawl | 玩具车, 纱布, 手帕, 手绢, 风筝, 襁褓, 绷带, 纸鸢, 木马, 床单, 毛巾, 头纱, 彩带, 丝带, 抹布, 瑜伽垫, 尿布, 救生圈, 帷幔, 披肩
microphone | pen, fountain pen, pencil, quill, paintbrush, marker, lipstick, fork, spoon, chopsticks, toothbrush, toothpaste, thermometer, pregnancy test, mascara, nail polish, comb, hairbrush, brush, feather, lighter, needle, detonator | 钢笔, 铅笔, 笔, 毛笔, 画笔, 口红, 粉笔, 录音笔, 筷子, 勺子, 叉子, 牙刷, 梳子, 体温计, 验孕棒, 羽毛, 飞镖, 针线
medicine   | syringe, injection | 注射器, 针管, 银针, 针筒
bicycle    | unicycle, skateboard, roller skates | 滑板
motorbike  | jet ski | 
bottle     | honey jar, shampoo | 洗发水, 香槟瓶
campfire   | bunsen burner | 
sign       | dartboard, sundial, fire hydrant, satellite dish, antenna, stop light | 八卦镜, 告示
flower     | four leaf clover | 花圈, 稻穗
book       | palette, fashion magazine, coloring book | 圣经, 调色盘, 习字本
"""


def _table(block: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in block.strip().splitlines():
        archetype, *names = (part.strip() for part in line.split("|"))
        table |= {word.strip().lower(): archetype for part in names for word in part.split(",") if word.strip()}
    return table


ALSO: dict[str, str] = _table(_ALSO)
STAGED_AS: dict[str, str] = _table(_STANDS_IN)
