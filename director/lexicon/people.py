# ruff: noqa: E501  (tables of words read best a row a line)

"""People by what they are called: trades, kin and ranks, each with the look that suits them.

Knows nothing of who is on stage. A look that is left open here is chosen by casting, by its seed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

ERAS = ("modern", "medieval", "chinese")


@dataclass(frozen=True, slots=True)
class Role:
    """`outfits` has one word of `model.stage.OUTFITS` per era; `gender` and `age` are "" when the word leaves them
    open; `look` and `colors` are what the role fixes."""

    name: str
    en: tuple[str, ...]
    zh: tuple[str, ...]
    gender: str
    age: str
    outfits: tuple[str, str, str]
    look: Mapping[str, str] = field(default_factory=dict)
    colors: Mapping[str, str] = field(default_factory=dict)

    @property
    def generic(self) -> bool:
        """Says no more than sex and age: "the woman" may be anybody who is one."""
        return self.name in GENERIC


GENERIC = frozenset({"person", "man", "woman", "boy", "girl", "child", "young man", "young woman", "old man", "old woman"})

# name | English | Chinese | gender age | outfit modern/medieval/chinese | look and colours
_ROLES = """
corpse      | corpse, dead body, body, lifeless body, dead man, dead woman, murder victim | 尸体, 女尸, 男尸, 干尸, 死者, 遗体, 尸首 | adult | casual/tunic/hanfu |
person      | person, figure, somebody, someone, human, citizen, individual, clone, test subject, senior | 人, 人物, 废柴, 废物, 天才, 克隆人 | | casual/tunic/hanfu |
man         | man, guy, gentleman, fellow, sir, bloke, gentlemen, chap, dude, old flame, ex-con | 男人, 男子, 先生, 男士, 汉子, 大叔, 叔叔, 男的, 青年男子, 男方, 中年男人, 男神, 大汉, 壮汉, 彪形大汉, 爷们, 男主, 中年人, 男乘客, 男顾客, 大哥大, 光头男, 胖子, 瘦子, 高个子, 醉汉, 刀疤脸, 哑巴, 瞎子, 聋子, 瘸子, 盲人, 疯子, 醉鬼, 酒鬼 | m | casual/tunic/hanfu |
woman       | woman, lady, madam, miss, ladies, housewife, businesswoman, matron, career woman, first lady | 女人, 女子, 女士, 小姐, 夫人, 太太, 女的, 阿姨, 妇人, 女方, 少妇, 孕妇, 中年女人, 贵妇, 女神大人, 富婆, 主妇, 家庭主妇, 女主人, 女主角, 女主, 女乘客, 女顾客, 女邻居, 贵妇人, 女客人, 疯女人, 绿茶婊, 妇女, 中年妇女, 农村妇女, 家庭妇女, 大婶子, 大嫂子, 名媛 | f | casual/peasant/hanfu |
boy         | boy, lad, little boy, schoolboy, son, nephew, godson, schoolboys, choirboy, paperboy, newsboy, cabin boy, altar boy, bat boy, errand boy, messenger boy, drummer boy, stepson, stable-boy, stable boy, shoeshine boy, tween | 男孩, 小男孩, 男童, 儿子, 少年, 小伙伴, 小男生, 侄子, 外甥, 小弟弟, 小公子, 报童, 小男娃, 小书童, 小正太, 小家伙, 花童, 干儿子, 侄儿, 小少爷, 小世子, 小皇帝 | m child | casual/tunic/hanfu |
girl        | girl, little girl, schoolgirl, daughter, lass, niece, stepdaughter, goddaughter, maiden | 女孩, 小女孩, 女童, 女儿, 小姑娘, 侄女, 外甥女, 小女生, 小妹妹, 丫头, 闺女, 养女, 小丫头, 小萝莉, 萌娃, 小闺女, 小女娃, 干女儿, 萝莉 | f child | casual/peasant/hanfu |
child       | child, kid, infant, orphan, baby, toddler, kids, children, grandson, granddaughter, grandchild, grandchildren, siblings, sibling, schoolchild, schoolchildren, tot, newborn, kiddo, urchin, cub scout, scout, little one, foundling, triplet, first grader, second grader, primary schooler, schoolkid | 孩子, 小孩, 小家伙, 小鬼, 小不点, 儿童, 孤儿, 婴儿, 孙子, 孙女, 孙儿, 外孙, 外孙女, 宝宝, 娃娃脸, 小朋友, 熊孩子, 新生儿, 弃婴, 幼童, 小乞丐, 孩童, 女婴, 男婴, 娃, 小祖宗, 小团子, 奶娃, 奶团子, 萌宝, 小奶娃, 小学生, 一年级新生, 幼儿园小朋友 | child | casual/tunic/hanfu |
teenager    | teenager, teen, adolescent, youth, youngster, teens, hooligan, punk, skateboarder | 青少年, 年轻人, 青春期少年, 小混混, 混混, 古惑仔 | young | hoodie/tunic/hanfu |
young man   | young man, boyfriend, bachelor, young fellow, eldest son, oldest son, elder son | 年轻男子, 青年, 小伙子, 年轻男人, 小伙, 男青年, 男朋友, 男友, 男生, 校草, 帅哥, 小哥, 男孩子, 男闺蜜, 赘婿, 女婿, 少帅, 富二代, 男同学, 小鲜肉, 师弟, 帅小伙, 宅男, 霸道校草, 学长, 学弟, 男同桌, 师哥, 男学生, 养子, 私生子, 男宠, 男二号, 上门女婿, 战神女婿, 弃少, 凤凰男, 妈宝男, 舔狗, 备胎, 小奶狗弟弟, 连襟, 街溜子, 长孙, 嫡子, 嫡长子, 庶子, 长子, 次子, 独子, 世孙, 大儿子, 二儿子, 大公子, 二公子 | m young | casual/tunic/hanfu |
young woman | young woman, girlfriend, young lady, bachelorette, debutante, young mother, prom queen, teenage mother, eldest daughter, oldest daughter, elder daughter | 年轻女子, 姑娘, 年轻女人, 少女, 女青年, 女朋友, 女友, 女生, 班花, 校花, 女同学, 少妇人, 白富美, 女孩子, 灰姑娘, 孙媳妇, 儿媳, 儿媳妇, 媳妇, 嫂子, 弟媳, 师姐, 女二号, 心机女, 真千金, 假千金, 歌姬, 女郎, 宅女, 圣女, 学姐, 学妹, 女同桌, 女学生, 女主播, 女大学生, 魔教圣女, 小师妹, 女实习生, 私生女, 白莲花, 御姐, 厂花, 村花, 盲女, 哑女, 小太妹, 大姐大, 女高中生, 课代表, 嫡女, 庶女, 长女, 次女, 独女, 大女儿, 二女儿, 大小姐, 二小姐, 三小姐, 千金 | f young | casual/peasant/hanfu |
old man     | old man, elderly man, grandfather, grandpa, elder, elderly gentleman, granddad, old fellow, grandad, grandpas, greybeard, old-timer, gramps, patriarch, old gentleman, pensioner, octogenarian, centenarian | 老人, 老头, 爷爷, 老爷爷, 老者, 外公, 老汉, 长者, 老先生, 大爷, 老大爷, 老翁, 老头子, 姥爷, 老伯, 祖父, 老爷子, 太爷爷, 老太爷, 老父亲, 老爹, 老伴, 叔公, 舅公, 老爷, 老村长 | m old | casual/robe/hanfu | beard=full
old woman   | old woman, elderly woman, grandmother, grandma, old lady, crone, granny, elderly lady, grandmas, nana, matriarch, hag, old dame, great-grandmother | 老妇人, 老太君, 老祖宗, 老夫人, 老奶奶, 奶奶, 老太太, 外婆, 老太婆, 老婆婆, 老妇, 姥姥, 祖母, 大娘, 大妈, 老母亲, 老大娘, 老妪, 婆子, 阿婆, 嬷嬷, 老嬷嬷, 太奶奶, 姑奶奶, 居委会大妈, 广场舞大妈, 邻居大妈, 司令夫人, 孟婆 | f old | dress/peasant/hanfu | hair=bun
mother      | mother, mom, mum, stepmother, mother-in-law, mama, aunt, mommy, godmother, foster mother, single mother | 母亲, 妈妈, 娘, 继母, 婆婆, 岳母, 姑姑, 姨妈, 妈, 丈母娘, 养母, 后妈, 干妈, 婶婶, 婶子, 舅妈, 伯母, 母后, 娘亲, 阿娘, 准婆婆, 单亲妈妈, 后娘, 姑妈, 大婶, 孩子妈, 母亲大人, 小姨, 小姑, 表嫂, 大嫂, 二婶, 三婶, 大夫人, 姨娘, 二姨, 大姨, 大姑, 二姑, 伯娘, 准丈母娘, 侯夫人, 将军夫人, 产妇, 婶娘, 二婶娘, 三婶娘, 伯母娘 | f adult | dress/peasant/hanfu |
father      | father, dad, stepfather, father-in-law, papa, uncle, daddy, godfather, foster father, single father | 父亲, 爸爸, 爹, 继父, 岳父, 公公, 舅舅, 伯伯, 爸, 老爸, 老丈人, 养父, 后爸, 干爹, 大伯, 叔父, 姑父, 姨父, 父皇, 父王, 爹爹, 阿爹, 舅父, 二叔, 三叔, 四叔, 堂叔, 表叔, 二舅, 大舅, 三舅, 二伯 | m adult | casual/tunic/hanfu |
wife        | wife, ex-wife, spouse, missus, bride-to-be | 妻子, 老婆, 娘子, 前妻, 爱妻, 正室, 原配, 发妻, 孕妻, 少夫人, 姨太太, 压寨夫人, 姨太, 怨妇, 弃妇 | f adult | dress/peasant/hanfu |
husband     | husband, ex-husband, hubby | 丈夫, 老公, 相公, 前夫, 夫君, 夫婿, 老伴儿, 郎君, 渣男, 姐夫, 妹夫 | m adult | casual/tunic/hanfu |
brother     | brother, twin brother, older brother, younger brother, half-brother, stepbrother, brother-in-law | 哥哥, 弟弟, 兄弟, 兄长, 大哥, 大哥哥, 小舅子, 二哥, 表哥, 表弟, 堂哥, 堂弟, 三弟, 二弟, 皇兄, 义弟, 义兄, 双胞胎兄弟, 阿弟, 亲弟弟, 亲哥哥 | m young | casual/tunic/hanfu |
sister      | sister, twin sister, older sister, younger sister, stepsister, half-sister, sister-in-law | 姐姐, 妹妹, 姐妹, 大姐, 小姨子, 二姐, 表姐, 表妹, 堂姐, 堂妹, 小姑子, 皇妹, 继妹, 继姐, 双胞胎姐妹, 妹子, 亲妹妹, 亲姐姐, 小妹, 三妹, 庶姐, 义妹, 义姐 | f young | dress/peasant/hanfu |
friend      | friend, neighbor, neighbour, roommate, companion, best friend, classmate, ally, neighbors, neighbours, pal, buddy, teammate, team-mate, mate, confidant, acquaintance, cousin, flatmate, penpal, childhood friend, playmate, pen pal, accomplice, sidekick, fellow passenger, best mate, partner, business partner, lab partner, dance partner, cellmate, bunkmate, schoolmate | 朋友, 邻居, 室友, 同伴, 闺蜜, 同学, 伙伴, 队友, 合伙人, 好友, 死党, 发小, 老友, 老同学, 知己, 舍友, 同窗, 搭档, 好兄弟, 旧友, 青梅竹马, 老朋友, 邻座, 盟友, 同桌, 同事, 牌友, 损友, 战友 | young | casual/tunic/hanfu |
lover       | lover, sweetheart, crush, fiance, ex, ex-boyfriend, fiancé, admirer, suitor, beloved, one-night stand | 恋人, 情人, 未婚夫, 前男友, 心上人, 爱人, 追求者, 旧爱, 意中人, 初恋 | m young | casual/tunic/hanfu |
fiancee     | fiancee, fiancée, ex-girlfriend, mistress | 未婚妻, 前女友, 小三, 情妇, 情敌女友, 白月光, 未过门的妻子, 小妾, 侍妾, 新欢, 绿茶, 外室 | f young | dress/gown/hanfu |
stranger    | stranger, mysterious stranger, visitor, traveler, traveller, newcomer, intruder, wanderer, passerby, mysterious figure, drifter, hitchhiker, shadowy figure, bystander, onlooker, cloaked figure, time traveler, time traveller, hooded figure, onlookers, bystanders, pedestrian, pedestrians, silhouette, outsider | 陌生人, 神秘人, 旅人, 访客, 不速之客, 旅行者, 路人, 来客, 陌生男子, 黑衣人, 蒙面人, 斗篷人, 陌生女人, 过客, 围观者, 行人, 围观群众, 不明人物, 怪客, 外乡人, 面具人, 黑影, 赶路人, 赶路的人, 过路人, 夜行人 | adult | coat/robe/hanfu | hat=hood
guest       | guest, wedding guest, customer, client, patron, tourist, spectator, passenger, commuter, fans, superfan, attendee, customers, shopper, audience member, audience, crowd, townsfolk, townspeople, diner, diners, concertgoer, congregation, relative, relatives, mourners, shoppers, partygoer, partygoers, visitors, wedding guests, spectators, onlooking crowd, gambler, traveller guest, passers-by, passersby, bridge player, bidder, listener, worshipper, pilgrim, refugee, refugees, evacuee, tenant, witness, plaintiff, groupie, blind date, chaperone, activist, protester, immigrant, stowaway, suffragette | 客人, 宾客, 顾客, 游客, 客户, 乘客, 观众, 嘉宾, 粉丝, 来宾, 食客, 亲戚, 亲友, 酒客, 茶客, 旅客, 人群, 群众, 房客, 买家, 赌客, 赌徒, 贵宾, 众宾客, 听众, 街坊, 邻里, 顾客们, 买主, 难民, 香客, 看客, 围观的人, 病人家属, 家属, 信徒, 亲家, 网友, 相亲对象, 原告, 证人, 前任, 球迷, 影迷, 歌迷, 路人甲, 吃瓜群众, 租客 | adult | suit/tunic/hanfu |
rival       | rival, enemy, opponent, villain, nemesis, antagonist, traitor, blackmailer, adversary, challenger, arch-enemy, bully, bullies, foe, henchman, henchmen, goon, thug, thugs, crony, minion, mastermind, dictator, tyrant, leader, gang leader, cult leader, ringleader, chieftain, mob boss, crime boss, kingpin, drug lord, loan shark, warlock king, debt collector, debt collectors, pimp, interrogator, yakuza, triad, mafioso, card shark, pool shark | 情敌, 对手, 敌人, 反派, 仇人, 坏人, 叛徒, 仇敌, 手下, 打手, 恶霸, 保安队长, 恶少, 死对头, 大反派, 暴徒, 军阀, 枭雄, 幕后黑手, 爪牙, 小弟, 马仔, 仇家, 流氓, 债主, 讨债人, 头目, 匪首, 头领, 首领, 老大, 帮主, 教主, 魔头, 幕后老板, 毒枭, 黑帮老大, 大当家, 寨主, 特务, 汉奸, 村霸, 校霸, 妖王, 赌王, 赌神, 赌圣, 司令, 大帅, 督军, 渣女 | m adult | suit/tunic/hanfu | hair=side_part beard=goatee top=#2b2b33
hero        | hero, protagonist, adventurer, explorer, heroine, chosen one, wayfarer, treasure hunter, archaeologist, backpacker, hiker, mountaineer, climber, guide, tour guide, hikers, camper, campers, pioneer | 英雄, 主角, 冒险家, 探险家, 勇士, 男主角, 向导, 导游, 登山者, 徒步者, 背包客, 考古学家, 考古队员, 寻宝人, 驴友, 探险者, 勇者大人 | young | casual/tunic/wuxia |
blacksmith  | blacksmith, smith, swordsmith, metalworker, armourer, armorer, tinsmith, farrier | 铁匠, 铁匠师傅, 打铁匠, 锻造师, 老铁匠, 铸剑师 | m adult | apron/apron/apron | beard=full hair=short top=#8a4b2f
carpenter   | carpenter, craftsman, builder, mason, woodworker, cobbler, tailor, potter, artisan, clockmaker, watchmaker, shoemaker, stonemason, handyman, weaver, toymaker, glassblower, candlemaker, bricklayer, locksmith, woodcarver, seamstress, inventor's apprentice, apprentice, mason's apprentice, cabinetmaker, roofer, miller, thatcher, roadie, stablehand, zookeeper, dressmaker, taxidermist, sword maker, stable hand, dock worker, dock workers, docker, dockers, oil worker, construction worker, construction workers, caretaker, exterminator, brewer, arborist, welder | 木匠, 工匠, 石匠, 裁缝, 匠人, 钟表匠, 鞋匠, 锁匠, 石匠师傅, 木匠师傅, 修鞋匠, 泥瓦匠, 绣娘, 织女, 灯笼匠, 学徒, 徒工, 建筑工, 师傅, 老师傅, 饲养员, 煤矿工人, 码头工人, 汽修工, 养马人, 学徒工, 木偶师, 炊事员, 推拿师, 按摩师 | m adult | apron/apron/apron | top=#8a6a3f
farmer      | farmer, peasant, villager, farmhand, rancher, gardener, townsman, peasants, villagers, countryman, townswoman, fruit picker, beekeeper, winemaker, planter, farmhands, homesteader, serf, sharecropper | 农夫, 农民, 村民, 园丁, 庄稼汉, 乡亲, 老乡, 村长, 老农, 乡民, 农户, 果农, 茶农, 养蜂人, 花农, 村妇, 庄主, 地主, 牧民, 佃户, 长工, 磨坊主 | m adult | casual/peasant/peasant | hat=straw
milkmaid    | milkmaid, village girl, farm girl, peasant woman, maid, servant girl, housemaid, cleaner, handmaid, handmaiden, lady-in-waiting, laundress, nanny, babysitter, scullery maid, governess, chambermaid, maidservant, au pair, washerwoman, lady in waiting, manicurist, masseuse, fisherwoman | 村姑, 农妇, 侍女, 丫鬟, 女仆, 宫女, 保姆, 清洁工, 婢女, 女佣, 贴身宫女, 小丫鬟, 佣人, 月嫂, 奶娘, 乳娘, 女侍从, 保洁阿姨, 家政阿姨, 厨娘, 丫环, 侍婢, 掌事, 掌事姑姑, 掌事嬷嬷, 女官, 采药女, 渔家女, 牧羊女, 通房, 保姆阿姨, 女工, 纺织女工, 工友, 采茶女, 养蚕女, 卖花姑娘, 浣纱女, 洗衣女, 渔女, 采莲女, 采茶姑娘, 村女, 绣女, 酒家女, 茶女 | f young | apron/peasant/hanfu | hair=braids
shepherd    | shepherd, shepherdess, cowherd, goatherd | 牧羊人, 牧童, 放牛娃 | young | casual/peasant/peasant | hat=straw
fisherman   | fisherman, fisher, angler, fishmonger, pearl diver, clam digger | 渔夫, 渔民, 鱼贩, 渔翁, 捕鱼人 | m adult | raincoat/peasant/peasant | hat=straw beard=full
hunter      | hunter, huntsman, ranger, archer, bowman, woodcutter, lumberjack, huntress, trapper, tracker, falconer, gamekeeper, poacher, park ranger, forester, beastmaster, woodsman, mountain guide | 猎人, 弓箭手, 樵夫, 伐木工, 猎户, 女猎人, 猎手, 护林员, 弓手, 箭手, 偷猎者, 砍柴人, 守林人 | m adult | casual/tunic/peasant | hat=hood top=#3f6b3a
merchant    | merchant, trader, shopkeeper, vendor, seller, peddler, shop owner, salesman, pawnbroker, grocer, florist, street vendor, fruit seller, hawker, butcher's boy, dealer, auctioneer, flower seller, drug dealer, antique dealer, cashier, pharmacist, apothecary, shop assistant, sales clerk, stallholder, stall owner, arms dealer, flower girl, realtor, estate agent, collector, art collector, antiquarian, bootlegger, antiques dealer, art dealer, jeweler, jeweller, real estate agent, saleswoman, salesgirl, bookie | 商人, 店主, 小贩, 掌柜, 老板娘, 摊主, 售货员, 商贩, 卖花女, 货郎, 店员, 收银员, 药剂师, 古董商, 拍卖师, 珠宝商, 摆摊的, 小商贩, 推销员, 当铺老板, 店老板, 粮商, 花店老板, 盐商, 行商, 镖头, 掌柜的, 店主人, 摊贩, 卖家, 导购, 售票员, 书店老板, 水果贩, 果贩, 菜贩, 保险推销员, 军火商, 买办, 当铺掌柜, 鉴宝师, 古玩商, 珠宝商人 | m adult | casual/tunic/hanfu | hat=cap
innkeeper   | innkeeper, bartender, barkeeper, barman, barmaid, landlord, tavern keeper, bartenders, pub owner, landlady, saloonkeeper, saloon keeper, barkeep | 酒保, 调酒师, 店小二, 客栈老板, 房东, 小二, 老鸨, 包租婆, 店家, 跑堂, 酒馆老板, 房东太太, 庄家 | m adult | apron/apron/apron | beard=moustache
waiter      | waiter, barista, server, steward, butler, valet, footman, bellboy, bellhop, doorman, concierge, sommelier, croupier, page boy, valets, servant, manservant, servants, attendant, custodian, busboy, bootblack, maitre d, housekeeper, scullion, lamplighter, chimney sweep, maitre d', usher, ushers, caterer, caddie, stagehand, stagehands, casino dealer, cupbearer | 服务员, 男服务员, 咖啡师, 侍者, 管家, 服务生, 仆人, 男仆, 小厮, 门童, 家丁, 随从, 老管家, 书童, 侍从, 奴仆, 下人, 荷官, 帮工, 保洁, 擦鞋童, 送奶工, 宫人, 行李员, 场记, 门童小哥, 接线员, 茶房, 茶博士, 跑堂的 | m young | tuxedo/tunic/hanfu | hair=side_part
waitress    | waitress, stewardess, flight attendant, hostess, air hostess, cocktail waitress | 女服务员, 空姐, 女侍, 女服务生, 乘务员, 女招待 | f young | apron/apron/hanfu | hair=ponytail
chef        | chef, taster, food taster, pastry cook, cook, baker, pastry chef, line cook, sous-chef, sous chef, cooks, confectioner, pizza chef, baker's apprentice | 厨师, 大厨, 面包师, 厨子, 主厨, 御厨, 糕点师, 甜品师, 大师傅, 火头军, 厨神, 面点师傅, 面点师 | m adult | chef/apron/apron |
knight      | knight, warrior, paladin, crusader, gladiator, viking, fighter, champion, squire, templar, warlord, barbarian, swordfighter, legionary, centurion, spartan, valkyrie, gladiators, warriors, legionnaire, white knight, berserker | 骑士, 战士, 武士, 勇者, 角斗士, 女武神, 圣骑士, 女骑士, 女战士, 守护者, 武将 | m adult | armor/armor/armor | hat=helmet
guard       | guard, sentry, watchman, bodyguard, security guard, gatekeeper, bouncer, warden, jailer, guards, royal guard, prison guard, bodyguards, security man, border guard, lookout, night watchman, sentinel, lifeguard, customs officer, border agent, prison warden, crossing guard | 侍卫, 守卫, 卫兵, 保安, 护卫, 保镖, 狱卒, 看守, 哨兵, 门卫, 御林军, 禁军, 狱警, 守门人, 看门人, 官兵, 救生员, 影卫, 暗卫, 贴身保镖, 锦衣卫, 女侍卫, 守城士兵, 巡逻兵, 看守所所长, 镖师, 门卫大爷, 押镖人, 守门大爷, 城管, 亲卫, 护院, 更夫, 死士, 女保镖, 检票员, 审讯员, 法警, 守陵人, 小保安 | m adult | police/armor/armor | hat=helmet
soldier     | soldier, sergeant, captain, general, officer, commander, colonel, veteran, troops, lieutenant, corporal, infantryman, sniper, rifleman, commando, cadet, recruit, admiral, field marshal, army officer, soldiers, drill sergeant, paratrooper, mercenary, partisan, resistance fighter, rebel, guerrilla, war hero, army doctor, field officer, bugler, gunner, tank driver, insurgent, army private, deserter, marine, marines, quartermaster, tank commander, intelligence officer | 士兵, 将军, 军官, 队长, 司令, 上尉, 老兵, 战友, 军人, 将士, 女将军, 女兵, 八路军战士, 八路军, 新兵, 副官, 元帅, 少将, 参谋, 狙击手, 雇佣兵, 特种兵, 连长, 班长同志, 团长, 营长, 司令官, 红军, 红军战士, 解放军, 侦察兵, 通讯员, 指挥官, 大将军, 少校, 上校, 中尉, 敌军, 敌兵, 日军, 鬼子, 统帅, 主帅, 副将, 副将军, 先锋, 斥候, 校尉, 都尉, 将领, 女将, 通信兵, 卫生员, 炮兵, 炊事兵, 战士们, 统领, 小兵, 叛军, 护城军, 巡捕, 政委, 排长, 师长, 参谋长, 国军, 伪军, 游击队员, 地下党, 伞兵, 退伍老兵, 退伍军人, 舰队司令, 战神, 工兵, 骑兵, 步兵, 地下党员, 地下工作者, 交通员, 联络员, 哨兵, 女炮兵, 女特种兵, 勤务兵, 传令兵, 士官, 伤兵, 逃兵, 残兵, 旗手, 号兵 | m adult | soldier/armor/armor | hat=helmet
king        | king, emperor, monarch, sultan, tsar, ruler, pharaoh, caesar, kings, maharaja, overlord, shogun, czar | 国王, 皇帝, 君王, 陛下, 皇上, 大王, 君主, 帝王, 先帝, 老皇帝, 天子, 龙王, 阎王, 玉帝, 魔王, 狼王, 可汗, 帝君, 昏君, 暴君, 法老, 苏丹, 天帝, 魔君, 上神 | m adult | royal/royal/royal | hat=crown beard=full top=#8e1f2b
queen       | queen, empress, queen mother, tsarina, queen dowager, dowager empress, sultana, snow queen, ice queen, evil queen, dowager | 王后, 皇后, 女王, 太后, 女皇, 皇太后, 女帝, 太皇太后, 女王大人, 娘娘, 王母, 王母娘娘, 冰雪女王, 废后, 皇贵太后, 女帝陛下, 天后 | f adult | royal/royal/royal | hat=crown hair=long top=#6a2a86
prince      | prince, crown prince, duke, lord, count, baron, nobleman, noble, heir, viscount, marquis, archduke, princeling, young lord, young master, grand duke, aristocrat, earl, prince charming, sheikh, usurper | 王子, 太子, 公爵, 贵族, 王爷, 少爷, 皇子, 公子, 世子, 小王爷, 大少爷, 二少爷, 三皇子, 侯爷, 将门之子, 驸马, 三少, 少主, 二皇子, 大皇子, 四皇子, 小侯爷, 世家公子, 白马王子, 皇太子, 三太子, 二太子, 大太子, 伯爵, 男爵, 贵公子, 九王爷, 皇叔, 皇孙, 质子, 贝勒, 太上皇 | m young | royal/royal/hanfu | hair=wavy top=#2846c8
princess    | princess, duchess, countess, baroness, noblewoman, heiress, infanta, princesses, lady of the court, concubine, consort, royal consort, courtesan, marquise, geisha | 公主, 郡主, 女贵族, 贵妃, 千金, 大小姐, 王妃, 妃子, 嫔妃, 皇妃, 小公主, 太子妃, 宠妃, 贵人, 格格, 千金小姐, 二小姐, 三小姐, 花魁, 长公主, 王女, 侯府嫡女, 嫡女, 庶女, 伯爵夫人, 公爵夫人, 美人, 才人, 昭仪, 皇贵妃, 庶妹, 嫡姐, 假公主, 冷宫弃妃, 弃妃, 侧妃, 废妃, 圣女殿下, 表小姐, 龙女, 正妃, 妃嫔, 真千金, 世子妃, 县主, 婕妤, 侯府千金, 相府千金, 将门千金 | f young | gown/gown/hanfu | hat=tiara hair=long top=#e79ab8
minister    | minister, chancellor, advisor, adviser, courtier, vizier, ambassador, eunuch, mayor, politician, governor, president, senator, diplomat, councilman, councillor, noble lord, eunuchs, prime minister, official, statesman, envoy, chief of staff, secretary of state, politicians, courtiers, herald, steward of the realm, senators, counsel, barrister's clerk, cardinal, lobbyist, aide, speechwriter, inquisitor, consigliere, party chairman, bureaucrat, commissioner, congressman, congresswoman, consul, viceroy, tax collector, toll collector, emissary, regent, town crier | 大臣, 丞相, 宰相, 太监, 市长, 总统, 官员, 谋士, 军师, 县令, 太监总管, 大太监, 奸臣, 忠臣, 国师, 尚书, 御史, 知县, 钦差, 外交官, 使者, 使臣, 参议员, 议员, 宰辅, 首相, 县太爷, 师爷, 掌印太监, 小太监, 内侍, 权臣, 首辅, 状元, 总督, 巡抚, 太师, 谋臣, 丞相大人, 公公, 总管太监, 侍郎, 阁老, 国舅, 太傅, 摄政王, 证婚人, 宗主, 县长, 领事, 政客, 总管, 大内总管, 国公, 探花, 榜眼 | m adult | suit/robe/robe | beard=goatee
jester      | jester, clown, fool, mime, acrobat, juggler, trickster, circus clown, clowns, stand-up comedian, unicyclist, harlequin, ringmaster, fire-eater, tightrope walker, stuntman | 小丑, 弄臣, 杂技演员, 魔术团小丑, 驯兽师, 丑角, 马戏团团长, 杂耍艺人 | m adult | pyjamas/tunic/hanfu | hair=afro top=#d8402f bottom=#2846c8
wizard      | wizard, sorcerer, mage, magician, warlock, alchemist, druid, merlin, archmage, necromancer king, enchanter, conjurer, dark lord, old sage, sage, shaman, elder wizard, illusionist, sorcerer's master, hypnotist | 巫师, 魔法师, 法师, 术士, 魔术师, 炼金术士, 魔导师, 大法师, 萨满, 智者, 大魔法师, 仙尊, 师尊, 老神仙, 仙师, 尊者, 天师, 道长, 老道, 太上老君, 长老, 风水师, 算命先生, 宗主, 掌门, 掌门人, 老祖, 剑尊, 仙君, 魔尊, 魔君, 驱魔师, 风水先生, 炼丹师, 阵法师, 捉妖师, 除妖师, 阴阳师, 赶尸人, 祭司, 魔修, 散修, 峰主, 师祖, 财神, 月老 | m old | robe/robe/robe | hat=wizard beard=full top=#3f2f9a
witch       | witch, sorceress, enchantress, fortune teller, oracle, seer, soothsayer, psychic, wicked witch, old witch, clairvoyant, palm reader, tarot reader, spirit medium, astrologer | 女巫, 巫婆, 占卜师, 先知, 神婆, 女巫婆, 灵媒, 老巫婆, 通灵师, 算命婆, 魔女, 妖女, 女魔头, 占星师 | f old | robe/robe/robe | hat=wizard hair=long top=#3a2a4a
monk        | monk, priest, friar, abbot, pastor, bishop, reverend, vicar, pope, taoist, chaplain, deacon, missionary, preacher, rabbi, imam, lama, guru, exorcist, clergyman, hermit monk, minister of god, altar boy, father confessor, prophet, heretic | 和尚, 僧人, 神父, 牧师, 道士, 方丈, 主教, 法师大人, 老和尚, 小和尚, 住持, 高僧, 喇嘛, 唐僧, 圣僧, 主持和尚, 小沙弥, 驱魔人, 小道士, 传教士, 教皇, 沙弥 | m adult | robe/robe/robe | hair=bald top=#7a5230
nun         | nun, priestess, sister superior, abbess, oracle priestess, vestal, high priestess | 修女, 尼姑, 女祭司, 师太, 圣女, 女道士, 道姑, 神女 | f adult | robe/robe/robe | hat=hood top=#2b2b33
swordsman   | swordsman, samurai, ronin, martial artist, ninja, kung fu master, wuxia hero, assassin, swordswoman, duelist, duellist, fencer, kung fu fighter, martial artists, ninjas, samurais, swordmaster, karate master, kung fu student, wandering swordsman, sensei | 剑客, 侠客, 大侠, 刺客, 杀手, 武林高手, 忍者, 少侠, 女侠, 师父, 徒弟, 掌门, 师兄, 师妹, 刀客, 剑仙, 侠女, 高手, 武者, 镖师, 剑圣, 女剑客, 游侠, 女刺客, 帮主, 教主, 盟主, 师叔, 大师兄, 小师妹, 师姐妹, 大师姐, 武师, 女杀手, 黑衣刺客, 剑修, 仙君, 魔尊, 魔君, 上仙, 修士, 少年侠客, 少庄主, 门主, 宗主, 独臂刀客, 捕头, 蒙面侠客, 女剑仙, 镖客, 侠士, 大弟子, 弟子, 外门弟子, 内门弟子, 首席弟子, 摸金校尉, 谷主, 岛主, 阁主, 楼主, 宫主, 堡主, 山主, 左护法, 右护法, 护法, 坛主, 舵主, 圣使, 剑修, 剑尊, 大弟子, 魔教教徒 | m young | wuxia/wuxia/wuxia | hair=topknot top=#2f4a6b
pirate      | pirate, buccaneer, smuggler, privateer, pirate captain, corsair, pirate king, first mate, smugglers | 海盗, 走私犯, 海盗头子, 海盗船长, 女海盗, 走私者 | m adult | coat/tunic/wuxia | beard=full hat=cap top=#8e1f2b
sailor      | sailor, skipper, seaman, ship captain, navigator, ferryman, lighthouse keeper, captain of the ship, boatman, ship's captain, deckhand, helmsman, sea captain, whaler, gondolier, oarsman, submariner, cabin crew, bosun, sailors | 水手, 船长, 船夫, 船员, 灯塔看守人, 艄公, 老船长, 舵手, 船老大, 船家, 摆渡人, 大副, 独眼船长, 纤夫, 潜水员 | m adult | coat/tunic/peasant | hat=cap beard=full top=#24407a
thief       | thief, robber, burglar, bandit, pickpocket, criminal, gangster, kidnapper, gang member, murderer, suspect, robbers, bank robber, burglars, bandits, thieves, hitman, con man, con artist, kidnappers, mobster, mafia boss, mob boss, gangsters, serial killer, killer, arsonist, stalker, shoplifter, highwayman, fugitive, drug lord, gang leader, crime boss, crook, masked man, swindler, mugger, terrorist, vandal, hijacker, gunman, perpetrator, hacker thief, raider, looter, highwaymen, snitch, forger, safecracker, capo, parolee, art thief, conman, con man, fraudster, swindler, hustler, grifter | 小偷, 强盗, 盗贼, 劫匪, 土匪, 罪犯, 黑帮, 绑匪, 凶手, 嫌疑人, 贼, 毒枭, 毒贩, 黑帮老大, 山贼, 马贼, 匪徒, 骗子, 扒手, 逃犯, 歹徒, 强盗头子, 黑老大, 帮派老大, 通缉犯, 绑架犯, 恐怖分子, 连环杀手, 恶徒, 人贩子, 土匪头子, 抢劫犯, 盗墓贼, 大盗, 江洋大盗, 神偷, 大佬, 恶匪, 山大王, 采花贼, 飞贼, 蒙面劫匪, 跟踪狂, 持枪歹徒, 绑匪头目, 劫匪头目, 山匪, 盗墓者, 纵火犯, 小贼, 女匪首, 女匪, 逃兵 | m adult | hoodie/tunic/wuxia | hat=beanie top=#2b2b33
prisoner    | prisoner, captive, convict, slave, hostage, inmate, accused, defendant, detainee, captives, prisoners, convicts, hostages, slave girl, death row inmate, prisoner of war, exile | 囚犯, 犯人, 俘虏, 奴隶, 人质, 被告, 死囚, 战俘, 女囚, 囚徒, 逃奴, 流放者 | m adult | rags/rags/rags | hair=curly beard=full
beggar      | beggar, homeless man, hermit, vagrant, castaway, survivor, refugee, tramp, vagabond, hobo, homeless woman, leper, beggars, scavenger, shipwreck survivor, runaway | 乞丐, 流浪汉, 隐士, 幸存者, 难民, 叫花子, 老乞丐, 小叫花, 拾荒者, 拾荒老人, 流民, 落难者, 灾民, 小乞儿 | m old | rags/rags/rags | beard=full
detective   | detective, investigator, inspector, private eye, spy, agent, secret agent, sleuth, private detective, private investigator, investigators, fbi agent, undercover agent, double agent, undercover cop, chief inspector, coroner, profiler, homicide detective, forensic expert, informant | 侦探, 探长, 特工, 间谍, 卧底, 警探, 探员, 私家侦探, 刑警, 老刑警, 刑警队长, 国际刑警, 线人, 密探, 女侦探, 卧底警察, 法医, 女特工, 女间谍, 名侦探, 便衣警察, 侦查员, 大侦探, 捕神, 缉毒警, 义体侦探, 老侦探, 仵作, 女法医 | m adult | coat/robe/hanfu | hat=cap top=#8a6a3f
police      | police officer, policeman, cop, policewoman, sheriff, constable, police, policewomen, police chief, marshal, deputy, traffic cop, cops, policemen, police captain, patrolman, guard officer, bailiff, officers, swat officer, ex-cop, former cop | 警察, 警官, 民警, 捕快, 衙役, 差役, 官差, 女警, 交警, 警员, 巡警, 女警官, 警察局长, 警长, 特警, 片警, 老警察, 民警同志, 武警, 警卫, 公安, 女警察, 拆弹专家 | m adult | police/armor/wuxia | hat=cap
firefighter | firefighter, fireman, rescuer, paramedic, firefighters, firemen, emt, rescue worker, first responder, paramedics | 消防员, 救援人员, 急救员, 女消防员, 搜救队员, 救生队员, 救援队员 | m adult | raincoat/tunic/peasant | hat=helmet top=#d8402f
doctor      | doctor, surgeon, physician, medic, dentist, vet, psychiatrist, therapist, surgeons, veterinarian, psychologist, healer, doctors, pediatrician, shrink, field medic, combat medic, plague doctor, general practitioner, radiologist, obstetrician, anesthetist, counselor, counsellor, pathologist, forensic pathologist, medical examiner, herbalist, mortician | 医生, 大夫, 外科医生, 郎中, 太医, 神医, 主治医生, 兽医, 女医生, 医师, 院长, 军医, 老中医, 中医, 御医, 医者, 心理医生, 牙医, 医女, 心理咨询师, 麻醉师, 主刀医生, 实习医生, 外科主任, 老大夫, 急诊医生, 男医生, 神医弟子, 药师, 宠物医生, 主治医师, 主任医师, 校医, 赤脚医生, 殡葬师, 采药人 | adult | scrubs/robe/hanfu | glasses=yes
nurse       | nurse, midwife, caregiver, nurses, head nurse, orderly, carer, matron, nurse's aide | 护士, 护士长, 护工, 男护士, 女护士, 小护士, 看护, 助产士, 护理员, 稳婆, 接生婆, 乳母, 奶妈, 产婆 | f young | scrubs/peasant/hanfu | hair=bun
patient     | patient, sick man, wounded man, invalid, patients, victim, casualty, wounded woman, injured man, coma patient, amnesiac | 病人, 患者, 伤员, 伤者, 受害者, 女病人, 昏迷的病人, 遇难者, 重症患者, 受害人, 伤员, 伤者 | adult | pyjamas/rags/hanfu |
scientist   | scientist, professor, researcher, inventor, engineer, programmer, hacker, technician, mad scientist, chemist, scholar, historian, scientists, physicist, biologist, astronomer, mathematician, roboticist, botanist, geologist, explorer scientist, engineers, computer scientist, paleontologist, lab assistant, coder, developer, software engineer, it guy, startup founder, analyst, archivist, linguist, cryptographer, mad professor, cartographer, marine biologist, meteorologist, nutritionist, sound engineer, surveyor, zoologist, codebreaker, codebreakers, optician, geneticist | 科学家, 教授, 研究员, 发明家, 工程师, 程序员, 黑客, 学者, 博士, 书生, 女科学家, 疯狂科学家, 女博士, 物理学家, 天文学家, 生物学家, 数学家, 机械师, 老教授, 女教授, 程序猿, 女程序员, 研究生, 院士, 技术员, 举人, 秀才, 账房先生, 账房, 文人, 老学者, 才子, 穷书生, 先生夫子, 夫子, 教书先生, 考古专家 | m adult | scrubs/robe/hanfu | glasses=yes hair=curly
teacher     | teacher, tutor, schoolteacher, principal, headmaster, lecturer, coach, librarian, instructor, teachers, schoolmaster, headmistress, math teacher, music teacher, ballet teacher, dance teacher, professor of, kindergarten teacher, gym teacher, yoga instructor, swimming coach, trainer, mentor, schoolmistress, art teacher, driving instructor, dean, substitute teacher, life coach, personal trainer, stationmaster, station master | 老师, 教师, 校长, 导师, 教练, 班主任, 先生老师, 图书管理员, 女老师, 男老师, 体育老师, 语文老师, 数学老师, 音乐老师, 英语老师, 舞蹈老师, 辅导员, 幼师, 教导主任, 女教师, 健身教练, 私塾先生, 美术老师, 主教练, 支教老师, 私教, 瑜伽老师, 教官, 幼儿园老师, 馆员 | f adult | casual/robe/hanfu | glasses=yes hair=bun
student     | student, pupil, apprentice, freshman, schoolmate, disciple, intern, students, schoolmates, class president, prefect, pupils, classmates, undergraduate, trainee, sophomore, exchange student, schoolkid, schoolkids, valedictorian, nerd, bookworm, gamer, dropout, rookie | 学生, 学徒, 弟子, 女学生, 同桌, 学长, 学姐, 班长, 高中生, 大学生, 中学生, 转学生, 学霸, 学渣, 男学生, 学妹, 学弟, 新生, 插班生, 学委, 毕业生, 尖子生, 留学生, 研究生, 道童, 学生会主席, 体育生, 艺术生, 贫困生, 优等生, 特长生, 医学生, 初中生, 转校生, 小徒弟, 小师弟, 药童, 小药童, 复读生 | young | school/tunic/hanfu |
boss        | boss, ceo, manager, executive, businessman, tycoon, billionaire, banker, director, chairman, employer, supervisor, millionaire, landowner, investor, shareholder, shareholders, chief executive, president of the company, mogul, landlord tycoon, cfo, entrepreneur, broker, stockbroker, board member, directors, executives, head of the company, chairwoman, businessmen, company owner, oligarch, venture capitalist, business partner, department head, founder, co-founder, foreman, publisher, chief | 总裁, 老板, 经理, 董事长, 上司, 富豪, 商人老板, 总经理, 霸道总裁, 主管, 领导, 首富, 首富千金, 女总裁, 董事, 股东, 投资人, 大老板, 继承人, 企业家, 女老板, 老总, 合作商, 创始人, 副总, 总监, 部门经理, 财阀, 集团总裁, 包工头, 冷面总裁, 制片人, 土豪, 店长, 女强人, 高管, 董事们, 金主, 霸总, 经纪人, 班主, 堂主, 局长, 厂长, 馆长, 副总裁, 首席执行官, 冰山总裁, 车间主任, 主编, 生产队长, 校董, 海归, 甲方, 小老板, 富商, 商贾, 主任, 居委会主任, 工头, 支书, 村支书 | m adult | suit/royal/hanfu | hair=side_part top=#24304a
secretary   | secretary, assistant, receptionist, clerk, employee, office worker, coworker, colleague, businesswoman, accountant, office lady, bookkeeper, bank teller, stenographer, typist, teller, office workers, personal assistant, interns, employees, colleagues, coworkers, librarian assistant, civil servant, postal clerk, hr manager, telephone operator, waiting clerk, wedding planner, party planner, event planner, planner, publicist, talent agent, paralegal, matchmaker, producer, actuary, auditor, insurance agent, loan officer, social worker, parole officer, postmaster, whistleblower | 秘书, 助理, 前台, 职员, 员工, 白领, 同事, 女秘书, 女助理, 实习生, 会计, 文员, 打工人, 上班族, 女同事, 男同事, 同事们, 下属, 女实习生, 特助, 新员工, 私人助理, 客服, 女职员, 女白领, 接线员, 中介, 产品经理, 男秘书, 面试官, 书记员, 公务员, 科长, 处长, 组长, 办事员, 大堂经理, 接待员, 房产中介, 猎头, 求职者, 书记, 村支书, 村支部书记, 知青, 女知青, 下乡干部, 班组长, 助手 | f young | suit/tunic/hanfu | hair=bob glasses=yes
lawyer      | lawyer, attorney, prosecutor, barrister, notary, public defender, defense attorney, district attorney, solicitor, legal advisor, defence lawyer, lawyers | 律师, 检察官, 讼师, 女律师, 辩护律师, 公诉人, 女检察官, 状师 | adult | suit/robe/hanfu | glasses=yes
judge       | judge, magistrate, juror, judges, jury, jurors, magistrate judge, arbiter, examiner | 法官, 判官, 知府, 女法官, 陪审员, 审判长, 评委, 陪审团, 大法官 | adult | robe/robe/robe | top=#1f1c22
journalist  | journalist, reporter, photographer, cameraman, editor, anchor, interviewer, news anchor, journalists, paparazzo, paparazzi, reporters, newscaster, correspondent, columnist, tv host, presenter, blogger, vlogger, streamer, podcaster, camera operator, documentary maker, war correspondent, quizmaster, photojournalist, moderator, critic, food critic, art critic, film critic, weatherman, anchorman, interpreter, translator, radio host | 记者, 摄影师, 编辑, 主播, 主持人, 女记者, 战地记者, 女主播, 司仪, 狗仔, 狗仔队, 博主, 摄像师, 新闻主播, 直播博主, 媒婆, 媒人, 媒体人, 女主持, 报童, 探灵主播, 播音员, 电台主持, 评论家, 小记者, 美食家 | young | casual/tunic/hanfu | hair=ponytail
writer      | writer, author, poet, novelist, screenwriter, playwright, scribe, bookseller, storyteller, ghostwriter, poetess, biographer, songwriter, chronicler, calligrapher, translator, journal keeper, lyricist, philosopher | 作家, 诗人, 小说家, 编剧, 作者, 抄写员, 女作家, 说书人, 说书先生, 剧作家, 书法家, 词人, 网文作者, 诗仙, 哲学家, 才女, 女诗人, 女编剧, 账房 | adult | casual/robe/hanfu | glasses=yes
artist      | artist, painter, sculptor, designer, architect, fashion designer, illustrator, cartoonist, tattoo artist, street artist, graffiti artist, potter artist, hairdresser, barber, stylist, makeup artist, film director, art student, curator, decorator, animator, sketch artist, tattooist | 画家, 艺术家, 雕塑家, 设计师, 女画家, 漫画家, 理发师, 化妆师, 造型师, 纹身师, 街头画家, 雕刻家, 建筑师, 服装设计师, 女导演, 导演, 画师, 陶艺师, 女设计师, 插画师, 发型师, 动画师, 画匠, 编舞 | adult | apron/tunic/hanfu | hat=beanie
musician    | musician, singer, guitarist, pianist, violinist, bard, minstrel, drummer, busker, rapper, rock star, composer, singers, bassist, trumpeter, conductor, orchestra conductor, band leader, cellist, flutist, harpist, opera singer, soprano, tenor, street musician, band member, choir, rock singer, jazz singer, pop star, saxophonist, organist, lute player, piano player, accordionist, pop singer, dj | 音乐家, 歌手, 钢琴家, 吉他手, 小提琴手, 吟游诗人, 乐手, 歌女, 女歌手, 琴师, 乐师, 流浪歌手, 街头艺人, 摇滚歌手, 鼓手, 指挥家, 大提琴手, 女歌星, 戏子, 花旦, 名伶, 歌星, 主唱, 驻唱歌手, 艺人, 戏曲演员, 琴女, 民谣歌手, 作曲家, 说唱歌手, 指挥 | young | casual/tunic/hanfu | hair=long
dancer      | dancer, ballerina, actress, showgirl, performer, ballet dancer, dancers, belly dancer, dancing girl, ballet student, chorus girl, flamenco dancer, diva, prima donna, dance student, cheerleader, cheerleaders, choreographer, street performer, trapeze artist | 舞者, 舞女, 演员, 女演员, 芭蕾舞者, 舞姬, 女舞者, 舞女们, 芭蕾舞演员, 歌舞伎, 舞伶, 啦啦队员, 女明星, 当红女星, 舞蹈演员, 女主演, 空中飞人, 艺妓, 武生, 头牌, 交际花, 舞小姐 | f young | dress/gown/hanfu | hair=bun
actor       | actor, comedian, star, movie star, celebrity, idol, influencer, comedians, actors, tv star, child star, stunt double, film star, talk show host, ventriloquist, puppeteer, understudy, stripper, moll, flapper, livestreamer, youtuber | 男演员, 明星, 影帝, 网红, 偶像, 胖演员, 瘦演员, 老演员, 喜剧演员, 武打演员, 顶流, 顶流明星, 大明星, 相声演员, 龙套, 替身, 男明星, 男主播, 女星, 男星, 票友, 群演, 练习生, 男模, 女模特, 爱豆, 啦啦队长 | m young | casual/tunic/hanfu | hair=wavy
model       | model, beauty, supermodel, beauty queen | 模特, 美女, 影后 | f young | gown/gown/hanfu | hair=wavy
bride       | bride, brides, runaway bride, newlywed bride | 新娘, 新娘子, 纸新娘, 准新娘, 新媳妇, 逃跑新娘 | f young | wedding_dress/wedding_dress/hanfu | hair=bun top=#f4f0ea bottom=#f4f0ea
groom       | groom, bridegroom, best man, grooms, groomsman, groomsmen, ring bearer | 新郎, 新郎官, 伴郎, 准新郎, 新郎倌 | m young | tuxedo/royal/hanfu | hair=side_part
bridesmaid  | bridesmaid, maid of honor, bridesmaids | 伴娘, 伴娘团 | f young | gown/gown/hanfu | top=#e79ab8
widow       | widow, black widow, mourning woman | 寡妇, 未亡人, 年轻寡妇, 遗孀 | f adult | dress/gown/hanfu | top=#1f1c22 hair=bun
widower     | widower, mourner, gravedigger, undertaker, pallbearer, pallbearers, grave digger | 鳏夫, 掘墓人, 吊唁者, 吊唁的人, 送葬人, 守墓人, 入殓师, 抬棺人 | m adult | suit/robe/hanfu | top=#1f1c22
athlete     | athlete, runner, footballer, boxer, wrestler, swimmer, cyclist, skater, surfer, gymnast, referee, goalkeeper, striker, sprinter, jogger, basketball player, tennis player, soccer player, football player, quarterback, skier, boxers, sumo wrestler, wrestlers, swimmers, figure skater, ice skater, snowboarder, dancer athlete, hockey player, weightlifter, bodybuilder, runners, rower, footballers, marathon runner, golfer, batsman, baseball player, diver, climber athlete, karateka, fencers, archer athlete, gymnasts, martial arts student, team captain, archery student, players, team player, linebacker, jockey, goalie, matador, umpire, umpires, jock | 运动员, 跑者, 拳击手, 球员, 足球运动员, 游泳运动员, 裁判, 守门员, 篮球运动员, 篮球队员, 前锋, 队员, 后卫, 拳手, 拳王, 滑雪者, 跑步者, 选手, 健将, 体操运动员, 花滑运动员, 花样滑冰选手, 冠军, 泳者, 棋手, 短跑选手, 教练员, 篮球队长, 足球队长, 女排队员, 健身男, 乒乓球运动员, 球星, 女拳手, 电竞选手, 女排球员, 教练组, 长跑运动员, 击剑手 | young | hoodie/tunic/wuxia | hair=short
driver      | driver, taxi driver, chauffeur, courier, delivery man, mailman, postman, messenger, biker, rider, motorcyclist, mechanic, plumber, worker, miner, janitor, electrician, coachman, bus driver, truck driver, cab driver, cabbie, race car driver, racing driver, workers, construction worker, factory worker, steelworker, dockworker, longshoreman, trucker, delivery boy, delivery driver, delivery girl, street sweeper, garbage man, repairman, welder, lumber worker, rickshaw driver, engineer driver, train conductor, ticket inspector, coal miner, prospector, gold digger, miners, bricklayers, porter, movers, cable guy, window cleaner, pizza boy, porters, farm worker, camel driver, delivery guy, train driver, racer | 司机, 快递员, 邮递员, 信使, 工人, 外卖员, 矿工, 车夫, 修理工, 水管工, 骑手, 网约车司机, 出租车司机, 公交司机, 货车司机, 外卖小哥, 快递小哥, 建筑工人, 农民工, 搬运工, 环卫工, 保洁员, 轿夫, 挑夫, 赛车手, 卡车司机, 列车员, 技工, 电工, 装修工, 脚夫, 马夫, 民工, 代驾, 乘务长, 黄包车夫, 送货员, 维修工, 驼夫, 伙计, 骑师, 滴滴司机 | m adult | casual/tunic/peasant | hat=cap
pilot       | pilot, astronaut, cosmonaut, spaceman, crew member, space captain, starship captain, astronauts, space explorer, space pirate, spacewoman, fighter pilot, copilot, co-pilot, crew, crewman, crew members, crewmate, commander of the ship, spaceship captain, flight engineer, spacefarer, navigator of the ship, space marine, cosmonauts, captain of the starship | 飞行员, 宇航员, 太空人, 舰长, 航天员, 女宇航员, 机长, 副驾驶, 太空船长, 星际船长, 太空战士, 领航员, 指令长, 驾驶员, 太空旅人, 女飞行员, 女舰长 | adult | spacesuit/spacesuit/spacesuit |
cowboy      | cowboy, outlaw, gunslinger, cowgirl, bounty hunter, outlaw cowboy, gunfighter, ranch hand, rodeo rider, rustler, desperado, cowboys, saloon girl, frontiersman, gunman, pistolero, desperado | 牛仔, 枪手, 赏金猎人, 女牛仔, 西部牛仔, 警长牛仔, 快枪手, 印第安人, 淘金者 | m adult | casual/tunic/peasant | hat=straw beard=moustache
vampire     | vampire, dracula, undead, necromancer, cultist, demon hunter, vampire lord, count dracula, vampires, vampire hunter, vampiress, warlock lord, incubus | 吸血鬼, 僵尸王, 吸血鬼伯爵, 血族, 女吸血鬼, 吸血鬼猎人, 冥王, 鬼王, 鬼差, 黑无常, 白无常, 死神, 牛头马面 | m adult | tuxedo/robe/robe | hair=side_part skin=#e8ddd8 top=#2b2b33
zombie      | zombie, ghoul, mummy, skeleton, zombies, undead soldier, skeletons, skeleton warrior, mummies, walking dead, grim reaper, living dead, scarecrow man | 僵尸, 丧尸, 木乃伊, 骷髅, 干尸, 行尸, 骷髅兵, 活死人, 活尸 | adult | rags/rags/rags | skin=#8fa37a
fairy       | fairy, elf, angel, goddess, mermaid, nymph, pixie, immortal, fox spirit, elves, angels, fairies, fairy godmother, tooth fairy, mermaids, siren, elf queen, elf princess, elf archer, elven princess, elven archer, forest spirit, wood elf, dryad, celestial maiden, tinkerbell, fairy queen, snow maiden, half-elf, succubus, sea goddess, muse, cupid | 仙女, 精灵, 天使, 女神, 美人鱼, 神仙, 狐仙, 仙子, 小美人鱼, 花仙子, 狐狸精, 女妖, 蛇妖, 树妖, 花妖, 雪女, 小仙女, 九尾狐, 狐妖, 精灵公主, 女精灵, 嫦娥, 白蛇, 青蛇精, 小精灵, 仙姑, 天女, 鲛人, 女鬼差, 妖精, 精灵弓箭手, 仙童, 花神, 天仙, 猫妖, 人鱼 | f young | gown/gown/hanfu | hair=long top=#b9e3c6
dwarf       | dwarf, gnome, hobbit, goblin, leprechaun, dwarves, gnomes, hobbits, goblins, leprechauns, imp, orc, orcs, kobold, halfling, elf boy, garden gnome, seven dwarfs, dwarfs, brownie, gremlin, gremlins | 矮人, 侏儒, 哥布林, 小矮人, 七个小矮人, 兽人, 地精, 霍比特人, 土地公, 小妖, 小鬼, 小恶魔 | m child | tunic/tunic/tunic | beard=full hat=hood
santa       | santa, santa claus, father christmas, father frost, mrs claus, kris kringle | 圣诞老人, 圣诞老公公 | m old | coat/coat/coat | beard=full hat=beanie top=#c9232b
superhero   | superhero, superheroine, masked hero, vigilante, superheroes, supervillain, masked vigilante, caped crusader, mutant, superhuman | 超级英雄, 蒙面侠, 超人, 女超人, 女超级英雄, 义警, 蜘蛛侠, 蝙蝠侠, 变种人, 奥特曼, 钢铁侠 | young | casual/tunic/wuxia | top=#2846c8 bottom=#c9232b
butcher     | butcher, executioner, hangman, headsman | 屠夫, 刽子手, 杀猪匠, 肉贩 | m adult | apron/apron/apron | beard=moustache top=#c9232b
"""


@cache
def roles() -> dict[str, Role]:
    """Every role by its name."""
    return {role.name: role for role in map(_row, _ROLES.strip().splitlines())}


def _row(line: str) -> Role:
    name, en, zh, who, outfits, *rest = (part.strip() for part in line.split("|"))
    fixed = dict(pair.split("=") for pair in (rest[0].split() if rest else ()))
    gender = next((w for w in who.split() if w in ("m", "f")), "")
    age = next((w for w in who.split() if w not in ("m", "f")), "")
    modern, medieval, chinese = outfits.split("/")
    return Role(
        name,
        tuple(w.strip() for w in en.split(",")),
        tuple(w.strip() for w in zh.split(",")),
        gender,
        age,
        (modern, medieval, chinese),
        {k: v for k, v in fixed.items() if k in ("hat", "beard", "hair", "glasses")},
        {k: v for k, v in fixed.items() if k in ("top", "bottom", "skin")},
    )

# A word for several people at once -> the role of each of them.
GROUPS: dict[str, tuple[str, ...]] = {
    word: tuple(names.split("+"))
    for line in """
man+woman | couple, married couple, young couple, lovers, pair of lovers, sweethearts, 情侣, 夫妻, 夫妇, 小两口, 恋人们, 两口子, 小情侣, 男女
young man+young woman | newlyweds, teenage couple, 新婚夫妇, 新人, 新婚夫妻, 小夫妻
old man+old woman | grandparents, old couple, elderly couple, 老夫妻, 老夫妇, 老两口
father+mother | parents, 父母, 爸妈, 双亲, 父母亲, 爹娘
father+mother+child | family, 一家三口, 一家人, 全家, 全家人
father+mother+boy+girl | 一家四口, family of four
father+mother+boy+girl+old woman | 一家五口, 一大家子, 一大家人, family of five
father+mother+boy+girl+old man+old woman | 一家六口, family of six
boy+girl | twins, twin siblings, children of the house, 龙凤胎, 双胞胎, 双胞胎兄妹, 孪生兄妹
boy+girl | 小姐弟, 小兄妹, 姐弟俩人, 兄妹二人
sister+sister | 小姐妹
brother+sister | siblings, 兄妹, 姐弟, 兄妹俩, 姐弟俩
brother+brother | twin brothers, 兄弟俩, 双胞胎兄弟, 哥俩, 兄弟二人
sister+sister | twin sisters, 姐妹俩, 双胞胎姐妹, 姐妹花
mother+girl | 母女, 母女俩
mother+boy | 母子, 母子俩
father+boy | 父子, 父子俩
father+girl | 父女, 父女俩
old man+child | 爷孙, 爷孙俩, 祖孙, 祖孙俩
wizard+student | 师徒, 师徒二人, 师徒俩
king+queen | royal couple, 帝后
bride+groom | bridal couple
student+teacher | 师生
guest+guest+guest+guest | crowd, 满座宾客, 满堂宾客, audience, congregation, onlookers, spectators, townsfolk, townspeople, bystanders, public, party guests, 人群, 群众, 观众们, 围观群众, 众宾客, 听众, 街坊邻居, 宾客们, 围观的人, 看热闹的人, 乡亲们, 亲朋好友, 众人
widower+widow+widower | mourners, funeral guests, 送葬队伍, 吊唁的人, 送葬的人, 吊唁者
judge+judge+judge | jury, panel of judges, 陪审团, 评委们
soldier+soldier+soldier+soldier+soldier | army, troops, regiment, platoon, battalion, squad, patrol, garrison, 军队, 大军, 敌军, 队伍, 士兵们, 部队, 千军万马, 将士们, 官兵们, 伏兵, 援军
thief+thief+thief | gang, street gang, mob, 匪帮, 黑帮成员, 一伙人, 帮派
musician+musician+musician | band, orchestra, choir, quartet, string quartet, rock band, jazz band, 乐队, 合唱团, 戏班, 唱诗班
pilot+pilot+pilot | starship crew, space crew, bridge crew, 飞船船员
sailor+sailor+sailor | crew, ship's crew, 全体船员, 水手们
athlete+athlete+athlete+athlete | team, football team, soccer team, basketball team, 球队, 队员们, 篮球队, 足球队
student+student+student+student | class, schoolchildren, pupils, classmates, students of the class, 全班同学, 同学们, 孩子们, 学生们
police+police+police | police squad, swat team, 警队, 特警队
""".strip().splitlines()
    for names, words in [line.split(" | ")]
    for word in (w.strip() for w in words.split(","))
}  # fmt: skip

# Roles whose names themselves say whether it is a he or a she; of the others people only expect it.
SEXED = frozenset({
    "man", "woman", "boy", "girl", "young man", "young woman", "old man", "old woman", "mother", "father", "wife", "husband",
    "brother", "sister", "fiancee", "waitress", "king", "queen", "prince", "princess", "nun", "bride", "groom", "bridesmaid",
    "widow", "santa",
})  # fmt: skip
# People whom one says in one breath: 爸爸妈妈.
KIN = frozenset({"boy", "girl", "child", "old man", "old woman", "mother", "father", "wife", "husband", "brother", "sister"})
FEMALE_WORDS = re.compile(
    r"(?:woman|women|girls?|lady|ladies|maids?|daughters?|mothers?|sisters?|wife|wives|heroine|ballerina|mermaids?|niece|matron|diva"
    r"|aunt|[a-z]{3}(?:ress|tess|cess|chess|ntess|dess|ess)(?:es)?)$|^(?:witch|fairy godmother|queen|goddess|midwife|granddaughter)"
    r"|女(?!婿)|娘|婆|妇|姐|妹|妈|妃|嫂|婶|姨|姑|奶|妻|媳|妞|仙子|闺|后$|嬷|夫人|太太|花旦|丫|婢|妾|母|格格|花魁",
    re.I,
)  # fmt: skip
MALE_WORDS = re.compile(
    r"(?:(?<!wo)(?<!hu)man|(?<!wo)men|boys?|lords?|fathers?|brothers?|husbands?|sons?|guys?|uncle|nephew|emperor|kings?|monk|priest|duke)$"
    r"|^(?:grandson|gentleman|butler|friar|wizard)|男|爷|爸|父|叔|伯|舅|哥|弟|兄|(?<!大)(?<!姐)夫$|老公|公公|汉|僧|皇帝|皇上|国王|王爷|太监|郎|婿|儿子|孙子"
    r"|和尚|书生|秀才|公子|少爷|少侠|举人|少帅|道士|仙尊|师父|小伙|老头|老翁",
    re.I,
)  # fmt: skip
