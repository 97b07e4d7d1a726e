# ruff: noqa: E501  (tables of words read best a row a line)

"""People by what they are called: trades, kin and ranks, each with the look that suits them.

Knows nothing of who is on stage. A look that is left open here is chosen by casting, by its seed.
"""

from __future__ import annotations

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
person      | person, figure, somebody, someone, human, citizen, individual | 人, 人物 | | casual/tunic/hanfu |
man         | man, guy, gentleman, fellow, sir, bloke, gentlemen | 男人, 男子, 先生, 男士, 汉子, 大叔, 叔叔, 男的, 青年男子 | m | casual/tunic/hanfu |
woman       | woman, lady, madam, miss, ladies | 女人, 女子, 女士, 小姐, 夫人, 太太, 女的, 阿姨, 妇人 | f | casual/peasant/hanfu |
boy         | boy, lad, little boy, schoolboy, son, toddler | 男孩, 小男孩, 男童, 儿子, 少年 | m child | casual/tunic/hanfu |
girl        | girl, little girl, schoolgirl, daughter, lass | 女孩, 小女孩, 女童, 女儿, 小姑娘 | f child | casual/peasant/hanfu |
child       | child, kid, infant, orphan, baby, toddler, kids, children, grandson, granddaughter | 孩子, 小孩, 儿童, 孤儿, 婴儿, 孙子, 孙女 | child | casual/tunic/hanfu |
teenager    | teenager, teen, adolescent, youth, youngster | 青少年, 青年, 年轻人 | young | hoodie/tunic/hanfu |
young man   | young man, boyfriend | 年轻男子, 小伙子, 年轻男人, 小伙, 男青年, 男朋友, 男友 | m young | casual/tunic/hanfu |
young woman | young woman, girlfriend, young lady | 年轻女子, 姑娘, 年轻女人, 少女, 女青年, 女朋友, 女友 | f young | casual/peasant/hanfu |
old man     | old man, elderly man, grandfather, grandpa, elder, elderly gentleman, granddad, old fellow | 老人, 老头, 爷爷, 老爷爷, 老者, 外公, 老汉, 长者, 老先生 | m old | casual/robe/hanfu | beard=full
old woman   | old woman, elderly woman, grandmother, grandma, old lady, crone, granny, elderly lady | 老妇人, 老奶奶, 奶奶, 老太太, 外婆, 老太婆, 老婆婆, 老妇 | f old | dress/peasant/hanfu | hair=bun
mother      | mother, mom, mum, stepmother, mother-in-law, mama, aunt | 母亲, 妈妈, 娘, 继母, 婆婆, 岳母, 姑姑, 姨妈 | f adult | dress/peasant/hanfu |
father      | father, dad, stepfather, father-in-law, papa, uncle | 父亲, 爸爸, 爹, 继父, 岳父, 公公, 舅舅, 伯伯 | m adult | casual/tunic/hanfu |
wife        | wife, ex-wife | 妻子, 老婆, 娘子, 前妻 | f adult | dress/peasant/hanfu |
husband     | husband, ex-husband | 丈夫, 老公, 相公, 前夫 | m adult | casual/tunic/hanfu |
brother     | brother, twin brother, older brother, younger brother | 哥哥, 弟弟, 兄弟, 兄长, 大哥 | m young | casual/tunic/hanfu |
sister      | sister, twin sister, older sister, younger sister, stepsister | 姐姐, 妹妹, 姐妹 | f young | dress/peasant/hanfu |
friend      | friend, neighbor, neighbour, roommate, companion, best friend, classmate, ally | 朋友, 邻居, 室友, 同伴, 闺蜜, 同学, 伙伴 | young | casual/tunic/hanfu |
lover       | lover, sweetheart, crush, fiance, ex, ex-boyfriend, fiancé | 恋人, 情人, 未婚夫, 前男友, 心上人, 爱人 | m young | casual/tunic/hanfu |
fiancee     | fiancee, fiancée, ex-girlfriend, mistress | 未婚妻, 前女友, 小三, 情妇 | f young | dress/gown/hanfu |
stranger    | stranger, mysterious stranger, visitor, traveler, traveller, newcomer, intruder, wanderer, passerby, mysterious figure | 陌生人, 神秘人, 旅人, 访客, 不速之客, 旅行者, 路人, 来客, 陌生男子 | adult | coat/robe/hanfu | hat=hood
guest       | guest, wedding guest, customer, client, patron, tourist, spectator, passenger, commuter, fans, superfan | 客人, 宾客, 顾客, 游客, 客户, 乘客, 观众, 嘉宾, 粉丝 | adult | suit/tunic/hanfu |
rival       | rival, enemy, opponent, villain, nemesis, antagonist, traitor, blackmailer | 情敌, 对手, 敌人, 反派, 仇人, 坏人, 叛徒, 仇敌 | m adult | suit/tunic/hanfu | hair=side_part beard=goatee top=#2b2b33
hero        | hero, protagonist, adventurer, explorer, heroine, chosen one | 英雄, 主角, 冒险家, 探险家, 勇士, 男主角 | young | casual/tunic/wuxia |
blacksmith  | blacksmith, smith, swordsmith, metalworker, armourer | 铁匠, 铁匠师傅, 打铁匠, 锻造师 | m adult | apron/apron/apron | beard=full hair=short top=#8a4b2f
carpenter   | carpenter, craftsman, builder, mason, woodworker, cobbler, tailor, potter, artisan | 木匠, 工匠, 石匠, 裁缝, 匠人 | m adult | apron/apron/apron | top=#8a6a3f
farmer      | farmer, peasant, villager, farmhand, rancher, gardener, townsman, peasants | 农夫, 农民, 村民, 园丁, 庄稼汉, 乡亲, 村长 | m adult | casual/peasant/peasant | hat=straw
milkmaid    | milkmaid, village girl, farm girl, peasant woman, maid, servant girl, housemaid, cleaner | 村姑, 农妇, 侍女, 丫鬟, 女仆, 宫女, 保姆, 清洁工 | f young | apron/peasant/hanfu | hair=braids
shepherd    | shepherd, shepherdess, cowherd, goatherd | 牧羊人, 牧童, 放牛娃 | young | casual/peasant/peasant | hat=straw
fisherman   | fisherman, fisher, angler | 渔夫, 渔民 | m adult | raincoat/peasant/peasant | hat=straw beard=full
hunter      | hunter, huntsman, ranger, archer, bowman, woodcutter, lumberjack, huntress | 猎人, 弓箭手, 樵夫, 伐木工, 猎户 | m adult | casual/tunic/peasant | hat=hood top=#3f6b3a
merchant    | merchant, trader, shopkeeper, vendor, seller, peddler, shop owner, salesman, pawnbroker | 商人, 店主, 小贩, 掌柜, 老板娘, 摊主, 售货员 | m adult | casual/tunic/hanfu | hat=cap
innkeeper   | innkeeper, bartender, barkeeper, barman, barmaid, landlord | 酒保, 调酒师, 店小二, 客栈老板, 房东 | m adult | apron/apron/apron | beard=moustache
waiter      | waiter, barista, server, steward, butler, valet | 服务员, 男服务员, 咖啡师, 侍者, 管家, 服务生 | m young | tuxedo/tunic/hanfu | hair=side_part
waitress    | waitress, stewardess, flight attendant, hostess | 女服务员, 空姐, 女侍 | f young | apron/apron/hanfu | hair=ponytail
chef        | chef, cook, baker, pastry chef | 厨师, 大厨, 面包师, 厨子 | m adult | chef/apron/apron |
knight      | knight, warrior, paladin, crusader, gladiator, viking, fighter, champion | 骑士, 战士, 武士, 勇者, 角斗士 | m adult | armor/armor/armor | hat=helmet
guard       | guard, sentry, watchman, bodyguard, security guard, gatekeeper, bouncer, warden, jailer | 侍卫, 守卫, 卫兵, 保安, 护卫, 保镖, 狱卒, 看守, 哨兵, 门卫 | m adult | police/armor/armor | hat=helmet
soldier     | soldier, sergeant, captain, general, officer, commander, colonel, veteran, troops | 士兵, 将军, 军官, 队长, 司令, 上尉, 老兵, 战友, 军人, 将士 | m adult | soldier/armor/armor | hat=helmet
king        | king, emperor, monarch, sultan, tsar, ruler, pharaoh | 国王, 皇帝, 君王, 陛下, 皇上, 大王 | m adult | royal/royal/royal | hat=crown beard=full top=#8e1f2b
queen       | queen, empress, queen mother | 王后, 皇后, 女王, 太后, 女皇 | f adult | royal/royal/royal | hat=crown hair=long top=#6a2a86
prince      | prince, crown prince, duke, lord, count, baron, nobleman, noble, heir | 王子, 太子, 公爵, 贵族, 王爷, 少爷, 皇子, 公子, 世子 | m young | royal/royal/hanfu | hair=wavy top=#2846c8
princess    | princess, duchess, countess, baroness, noblewoman, heiress | 公主, 郡主, 女贵族, 贵妃, 千金, 大小姐, 王妃, 妃子 | f young | gown/gown/hanfu | hat=tiara hair=long top=#e79ab8
minister    | minister, chancellor, advisor, adviser, courtier, vizier, ambassador, eunuch, mayor, politician, governor, president, senator | 大臣, 丞相, 宰相, 太监, 市长, 总统, 官员, 谋士, 军师, 县令 | m adult | suit/robe/robe | beard=goatee
jester      | jester, clown, fool, mime, acrobat, juggler | 小丑, 弄臣, 杂技演员 | m adult | pyjamas/tunic/hanfu | hair=afro top=#d8402f bottom=#2846c8
wizard      | wizard, sorcerer, mage, magician, warlock, alchemist, druid, merlin | 巫师, 魔法师, 法师, 术士, 魔术师, 炼金术士 | m old | robe/robe/robe | hat=wizard beard=full top=#3f2f9a
witch       | witch, sorceress, enchantress, fortune teller, oracle, seer | 女巫, 巫婆, 占卜师, 先知 | f old | robe/robe/robe | hat=wizard hair=long top=#3a2a4a
monk        | monk, priest, friar, abbot, pastor, bishop, reverend, vicar, pope, taoist | 和尚, 僧人, 神父, 牧师, 道士, 方丈, 主教, 法师大人 | m adult | robe/robe/robe | hair=bald top=#7a5230
nun         | nun, priestess, sister superior | 修女, 尼姑, 女祭司 | f adult | robe/robe/robe | hat=hood top=#2b2b33
swordsman   | swordsman, samurai, ronin, martial artist, ninja, kung fu master, wuxia hero, assassin, swordswoman | 剑客, 侠客, 大侠, 刺客, 杀手, 武林高手, 忍者, 少侠, 女侠, 师父, 徒弟, 掌门, 师兄, 师妹 | m young | wuxia/wuxia/wuxia | hair=topknot top=#2f4a6b
pirate      | pirate, buccaneer, smuggler, privateer | 海盗, 走私犯 | m adult | coat/tunic/wuxia | beard=full hat=cap top=#8e1f2b
sailor      | sailor, skipper, seaman, ship captain, navigator, ferryman, lighthouse keeper | 水手, 船长, 船夫, 船员, 灯塔看守人 | m adult | coat/tunic/peasant | hat=cap beard=full top=#24407a
thief       | thief, robber, burglar, bandit, outlaw, pickpocket, criminal, gangster, kidnapper, gang member, murderer, suspect | 小偷, 强盗, 盗贼, 劫匪, 土匪, 罪犯, 黑帮, 绑匪, 凶手, 嫌疑人, 贼 | m adult | hoodie/tunic/wuxia | hat=beanie top=#2b2b33
prisoner    | prisoner, captive, convict, slave, hostage, inmate | 囚犯, 犯人, 俘虏, 奴隶, 人质 | m adult | rags/rags/rags | hair=curly beard=full
beggar      | beggar, homeless man, hermit, vagrant, castaway, survivor, refugee | 乞丐, 流浪汉, 隐士, 幸存者, 难民, 叫花子 | m old | rags/rags/rags | beard=full
detective   | detective, investigator, inspector, private eye, spy, agent, secret agent, sleuth | 侦探, 探长, 特工, 间谍, 卧底, 警探, 探员 | m adult | coat/robe/hanfu | hat=cap top=#8a6a3f
police      | police officer, policeman, cop, policewoman, sheriff, constable, police | 警察, 警官, 民警, 捕快, 女警, 交警 | m adult | police/armor/wuxia | hat=cap
firefighter | firefighter, fireman, rescuer, paramedic | 消防员, 救援人员, 急救员 | m adult | raincoat/tunic/peasant | hat=helmet top=#d8402f
doctor      | doctor, surgeon, physician, medic, dentist, vet, psychiatrist, therapist | 医生, 大夫, 外科医生, 郎中, 太医, 神医, 主治医生, 兽医 | adult | scrubs/robe/hanfu | glasses=yes
nurse       | nurse, midwife, caregiver | 护士, 护士长, 护工 | f young | scrubs/peasant/hanfu | hair=bun
patient     | patient, sick man, wounded man, invalid | 病人, 患者, 伤员, 伤者 | adult | pyjamas/rags/hanfu |
scientist   | scientist, professor, researcher, inventor, engineer, programmer, hacker, technician, mad scientist, chemist, scholar, historian | 科学家, 教授, 研究员, 发明家, 工程师, 程序员, 黑客, 学者, 博士, 书生 | m adult | scrubs/robe/hanfu | glasses=yes hair=curly
teacher     | teacher, tutor, schoolteacher, principal, headmaster, lecturer, coach, librarian, instructor | 老师, 教师, 校长, 导师, 教练, 班主任, 先生老师, 图书管理员 | f adult | casual/robe/hanfu | glasses=yes hair=bun
student     | student, pupil, apprentice, freshman, schoolmate, disciple, intern | 学生, 学徒, 弟子, 实习生, 女学生, 同桌, 学长, 学姐 | young | school/tunic/hanfu |
boss        | boss, ceo, manager, executive, businessman, tycoon, billionaire, banker, director, chairman, employer, supervisor, millionaire, landowner | 总裁, 老板, 经理, 董事长, 上司, 富豪, 商人老板, 总经理, 霸道总裁, 主管, 领导, 首富 | m adult | suit/royal/hanfu | hair=side_part top=#24304a
secretary   | secretary, assistant, receptionist, clerk, employee, office worker, coworker, colleague, businesswoman, accountant | 秘书, 助理, 前台, 职员, 员工, 白领, 同事, 女秘书 | f young | suit/tunic/hanfu | hair=bob glasses=yes
lawyer      | lawyer, attorney, prosecutor, barrister, notary | 律师, 检察官, 讼师 | adult | suit/robe/hanfu | glasses=yes
judge       | judge, magistrate, juror | 法官, 判官, 知府 | adult | robe/robe/robe | top=#1f1c22
journalist  | journalist, reporter, photographer, cameraman, editor, anchor, interviewer, news anchor | 记者, 摄影师, 编辑, 主播, 主持人 | young | casual/tunic/hanfu | hair=ponytail
writer      | writer, author, poet, novelist, screenwriter, playwright, scribe, bookseller | 作家, 诗人, 小说家, 编剧, 作者, 抄写员 | adult | casual/robe/hanfu | glasses=yes
artist      | artist, painter, sculptor, designer, architect | 画家, 艺术家, 雕塑家, 设计师 | adult | apron/tunic/hanfu | hat=beanie
musician    | musician, singer, guitarist, pianist, violinist, bard, minstrel, drummer, busker, rapper, rock star, composer | 音乐家, 歌手, 钢琴家, 吉他手, 小提琴手, 吟游诗人, 乐手, 歌女 | young | casual/tunic/hanfu | hair=long
dancer      | dancer, ballerina, actress, showgirl, performer | 舞者, 舞女, 演员, 女演员, 芭蕾舞者, 舞姬 | f young | dress/gown/hanfu | hair=bun
actor       | actor, comedian, star, movie star, celebrity, idol, influencer | 男演员, 明星, 影帝, 网红, 偶像 | m young | casual/tunic/hanfu | hair=wavy
model       | model, beauty, supermodel, beauty queen | 模特, 美女, 影后 | f young | gown/gown/hanfu | hair=wavy
bride       | bride | 新娘, 新娘子 | f young | wedding_dress/wedding_dress/hanfu | hair=bun top=#f4f0ea bottom=#f4f0ea
groom       | groom, bridegroom, best man | 新郎, 新郎官, 伴郎 | m young | tuxedo/royal/hanfu | hair=side_part
bridesmaid  | bridesmaid, maid of honor | 伴娘 | f young | gown/gown/hanfu | top=#e79ab8
widow       | widow | 寡妇 | f adult | dress/gown/hanfu | top=#1f1c22 hair=bun
widower     | widower, mourner, gravedigger, undertaker | 鳏夫, 掘墓人 | m adult | suit/robe/hanfu | top=#1f1c22
athlete     | athlete, runner, footballer, boxer, wrestler, swimmer, cyclist, skater, surfer, gymnast, referee | 运动员, 跑者, 拳击手, 球员, 足球运动员, 游泳运动员, 裁判 | young | hoodie/tunic/wuxia | hair=short
driver      | driver, taxi driver, chauffeur, courier, delivery man, mailman, postman, messenger, biker, rider, motorcyclist, mechanic, plumber, worker, miner, janitor, electrician, coachman | 司机, 快递员, 邮递员, 信使, 工人, 外卖员, 矿工, 车夫, 修理工, 水管工, 骑手 | m adult | casual/tunic/peasant | hat=cap
pilot       | pilot, astronaut, cosmonaut, spaceman, crew member, space captain, starship captain | 飞行员, 宇航员, 太空人, 舰长, 航天员 | adult | spacesuit/spacesuit/spacesuit |
cowboy      | cowboy, gunslinger, cowgirl, bounty hunter | 牛仔, 枪手, 赏金猎人 | m adult | casual/tunic/peasant | hat=straw beard=moustache
vampire     | vampire, dracula, undead, necromancer, cultist, demon hunter | 吸血鬼, 僵尸王 | m adult | tuxedo/robe/robe | hair=side_part skin=#e8ddd8 top=#2b2b33
zombie      | zombie, ghoul, mummy, skeleton | 僵尸, 丧尸, 木乃伊, 骷髅 | adult | rags/rags/rags | skin=#8fa37a
fairy       | fairy, elf, angel, goddess, mermaid, nymph, pixie, immortal, fox spirit | 仙女, 精灵, 天使, 女神, 美人鱼, 神仙, 狐仙, 仙子 | f young | gown/gown/hanfu | hair=long top=#b9e3c6
dwarf       | dwarf, gnome, hobbit, goblin, leprechaun | 矮人, 侏儒, 哥布林, 小矮人 | m child | tunic/tunic/tunic | beard=full hat=hood
santa       | santa, santa claus, father christmas | 圣诞老人 | m old | coat/coat/coat | beard=full hat=beanie top=#c9232b
superhero   | superhero, superheroine, masked hero, vigilante | 超级英雄, 蒙面侠 | young | casual/tunic/wuxia | top=#2846c8 bottom=#c9232b
butcher     | butcher, executioner | 屠夫, 刽子手 | m adult | apron/apron/apron | beard=moustache top=#c9232b
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


# Words that settle whether somebody is a he or a she; given names and forms of address.
FEMALE_NAMES = frozenset("""
anna emma olivia sophia isabella mia charlotte amelia evelyn abigail emily ella elizabeth camila luna sofia avery mila
aria scarlett penelope layla chloe victoria madison eleanor grace nora riley zoey hannah hazel lily ellie violet lillian
zoe stella aurora natalie emilia everly leah aubrey willow addison lucy audrey bella nova brooklyn paisley savannah
claire skylar isla genesis naomi elena caroline eliana anya maya valentina ruby kennedy ivy ariana aaliyah cora madelyn
alice kinsley hailey gabriella allison gianna serenity samantha sarah sara quinn eva piper sophie sadie josephine
nevaeh adeline arya emery lydia clara vivian madeline peyton julia rylee serena mary maria kate katie jane jenny jessica
rose helen margaret lisa linda susan karen nancy betty sandra ashley donna carol michelle laura rebecca sharon cynthia
kathleen amy angela shirley brenda pamela nicole christine catherine diana rachel martha marie daisy fiona greta heidi
ingrid irene iris jade juliet june kira lena leila lola mei mira nadia nina olga petra priya rita rosa sana selma tara
tessa ursula vera wendy yara yuki yasmin ann anne annie ming-na xia xiaomei ling mei-ling lian ying hua fang juan yan
""".split())
MALE_NAMES = frozenset("""
ben romeo liam noah oliver elijah james william benjamin lucas henry alexander mason michael ethan daniel jacob logan jackson
levi sebastian mateo jack owen theodore aiden samuel joseph john david wyatt matthew luke asher carter julian grayson
leo jayden gabriel isaac lincoln anthony hudson dylan ezra thomas charles christopher jaxon maverick josiah isaiah
andrew elias joshua nathan caleb ryan adrian miles eli nolan christian aaron cameron ezekiel colton luca landon hunter
jonathan santiago axel easton cooper jeremiah angel roman connor jameson robert greyson jordan ian carson jaxson
leonardo nicholas dominic austin everett brooks xavier kai jose parker adam jace wesley kayden silas bob bill tom tim
jim joe sam max mike dave dan george frank fred greg harry peter paul mark steve tony victor walter arthur albert alan
bruce carl chad dean derek eric felix hans hugo ivan jake jonas kevin kurt lars lee marco martin mario nick oscar otto
pablo phil ralph ray rick rob ron rudolf simon stan ted theo tobias vince will zack chen wei jun feng lei bo hao ming
jian qiang tao yong gang peng omar ali hassan ahmed raj arjun ravi kenji hiro taro diego juan-carlos pedro luis
""".split())
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
# What follows a surname in address, with the role it tells; the name stays as the author wrote it.
TITLES = {
    "总": "boss", "老师": "teacher", "医生": "doctor", "大夫": "doctor", "先生": "man", "小姐": "young woman",
    "女士": "woman", "太太": "woman", "夫人": "woman", "警官": "police", "秘书": "secretary", "经理": "boss",
    "将军": "soldier", "师傅": "carpenter", "教授": "scientist", "队长": "soldier", "律师": "lawyer", "老板": "boss",
    "护士": "nurse", "导演": "artist", "姐": "young woman", "哥": "young man", "叔": "man", "姨": "woman",
    "爷": "old man", "奶奶": "old woman", "婆婆": "old woman", "大人": "minister", "姑娘": "young woman", "董": "boss",
    "主任": "boss", "公子": "prince", "侦探": "detective", "爷爷": "old man", "阿姨": "woman", "助理": "secretary",
}  # fmt: skip
FEMALE_SIGNS = frozenset("梅丽芳娜娟英婷雪红霞燕玲静莉薇琳倩妍婉娇媛蓉莲莎萍琴月花兰菊香娥凤怡欣妮雯萱蕾")
# Everyday words that begin like a surname.
LIKE_SURNAMES = frozenset(
    """
    高喊 高兴 高声 高大 高高 高空 高处 高楼 高台 黄昏 白天 金色 雷声 江边 于是 任何 马上 石头 安静 文件 方向 方才 常常 万分 万一 成功 康复 谢谢
    何人 何时 何必 温柔 全部 陆续 顾客 夏天 夏日 秦朝 唐朝 宋朝 周围 周末 任务 许多 许久 贺喜 贺礼 白发 白衣 白雪 钱包 钱财 金币 石像 石桌 江湖
    江面 万里 龙王 龙椅 雷雨 雷电 叶子 林间 林中 林子 田里 田间 马车 马匹 连忙 范围 钟声 钟楼 武器 武功 武士 武林 文书 高举 高呼 高唱 严肃 严厉
    易怒 常年 万岁 安慰 安抚 安心 成为 方便 邵 孔明灯 雷霆 白马 黄金 黄牛 汤药 龙袍 万物 程度 任由 任凭 余光 余下 段落 秦王 武将 史官 胡同 胡同里 胡同口
    """.split()
)
