# ruff: noqa: E501 (tables of words read best a row a line)
"""Given names, surnames and forms of address in English and Chinese, and what they tell of who bears them.

Knows nothing of sentences or of roles beyond their names.
"""

from __future__ import annotations

# Given names of which one knows whether a he or a she bears them.
FEMALE_NAMES = frozenset("""
dana jess ottavia bea odile adriana agatha ariel beatrix birdie brooke calla constance elsie evangeline gia jean kaia
kiara laila malala maude maura morgan paige tilly xenia
anna emma olivia sophia isabella mia charlotte amelia evelyn abigail emily ella elizabeth camila luna sofia avery mila
aria scarlett penelope layla chloe victoria madison eleanor grace nora riley zoey hannah hazel lily ellie violet lillian
zoe stella aurora natalie emilia everly leah aubrey willow addison lucy audrey bella nova brooklyn paisley savannah
claire skylar isla genesis naomi elena caroline eliana anya maya valentina ruby kennedy ivy ariana aaliyah cora madelyn
alice kinsley hailey gabriella allison gianna serenity samantha sarah sara quinn eva piper sophie sadie josephine
nevaeh adeline arya emery lydia clara vivian madeline peyton julia rylee serena mary maria kate katie jane jenny jessica
rose helen margaret lisa linda susan karen nancy betty sandra ashley donna carol michelle laura rebecca sharon cynthia
kathleen amy angela shirley brenda pamela nicole christine catherine diana rachel martha marie daisy fiona greta heidi
ingrid irene iris jade juliet june kira lena leila lola mei mira nadia nina olga petra priya rita rosa sana selma tara
tessa ursula vera wendy yara yuki yasmin meg hana kayleigh camille priya adaeze zara zainab fatima aisha amara noor leyla ingeborg astrid freya brigitte
beatrice beth bella becky carmen celeste chiara coco dolores doris dorothy edith elena elsa esme esther eve evie florence
frances frida georgia gigi gwen harriet heather helga imogen ines isabel isolde jasmine jill joan josie joy judith judy kaelen karina
katherine kathryn katy kim kristen lara lauren leia lilith linh lois lorelei lottie louise lucia lucille mabel maggie mandy
marguerite marie-claire marigold marilyn matilda maud maureen may megan mercedes meredith mildred millie minnie miriam molly
monica morgana muriel myra nancy-lee nell nellie niamh noelle norma odette opal pam pandora patricia patty pearl peggy phoebe
phyllis poppy prudence rachael ramona raven rhea roberta rosalind rose-marie rosemary roxanne sabine sally sandy sasha shreya sakura
sheila sigrid simone sinead siobhan skye stephanie sue suki sunny susie suzanne sylvia tabitha tamara tess thea tiffany tilda
tina trudy uma valerie vanessa venus veronica viola virginia winifred xiulan yvonne yvette zelda zora zuri cinderella cleopatra guinevere ruth hannah sigrid clementine delilah priyanka denise celeste agnes talia nerissa ysolde beatriz amira layla
saoirse marta ewa katya anya ludmila svetlana oksana irina tatiana natasha magdalena lucinda harriet henrietta philippa georgina imani
nia thandi ayesha farah leila shirin nasrin parisa mina sunita kavita anjali meera divya lakshmi sunniva solveig liv maren annika
wren robin-lee dahlia hyacinth marjorie gladys edna ethel bernice mavis thelma blanche cordelia ophelia portia rosalie miranda
ann anne annie ming-na xia xiaomei ling mei-ling lian ying hua fang yan
mae vivienne sloane eloise blair sienna margot odessa adele ada aileen aimee aisling alana alba alessia alexa
alexandra alexis alicia alina alisha allie alma althea alva alyssa amanda amaya ana anabelle anastasia angelica
angelina angie anita annabel annabelle annalise annette antonia ariella asha athena augusta ava avril ayla barbara
bettina bianca bonnie bree brianna bridget briony bronte bryony callie calliope candace carla carlotta carolina carrie
cass cassandra cassie cecilia celia celine chantal charlene chelsea cheryl cheyenne christa christina chrissy cindy
claudette claudia cleo colette colleen connie consuelo corinne courtney cressida cristina dagny daniela danielle
daphne darcy darlene deborah debra deirdre delia demi desdemona desiree dina dinah dominique dora doreen dottie
drusilla edie eileen elaine eleanora electra elise eliza elle ellen ellis-mae elodie elspeth elvira emmeline enid
erica erika erin ernestine esmeralda esperanza estelle etta eugenia eunice euphemia fallon fanny faye felicia felicity
fleur flora freda gabriela gail gemma genevieve geraldine germaine gertrude gillian gina ginny giselle giulia gloria
golda greer guadalupe gudrun gwendolyn hallie hanako harper hattie hayley hermione hester hilary hilda hilde holly ida
ilse inez iona isadora isha isobel ivana ivette jacinta jackie jacqueline jada jamila jana janet janice janine jasmin
jeanette jeanne jemima jenna jennifer jo joanna jocelyn jodie joelle johanna jolene joni jordana joyce juanita juliana
julianne julie juliette juno justine kaitlyn kamala kara karla kassandra katarina kathy kay kaya kayla keiko keira
kelly kelsey kendra khadija kiki kimberly kirsten kirsty krista lacey lana larissa latoya laurie lavinia leanne
leigh-anne lenora leona leonie leonora leticia lexi liana libby lidia liesl lili liliana lilian lina linnea liza
lizzie lizzy lorena loretta lorna lorraine louisa luana luciana lucie ludovica luisa lulu luz lydie lyra mackenzie
maddie maddy maeve magda maia maisie malia mallory mamie mara marcella marcia margarita margery margie margo mariam
marian mariana marianne maribel mariko marina marion marisa marisol marla marlene marlowe-ann marnie marsha martina
maryam matilde maxine mayumi melanie melinda melissa mika milena millicent mimi minerva minh mirabel mireille moira
mona nadine nala nanette narcissa nastya natalia nerys nicola nicolette nika nikki nisha noa noemi nola noreen oceane
octavia ofelia olena olivie oona oriana orla ottilie paloma paola pauline perla pernille philomena pia polly priscilla
prue quinta rafaela raina raquel raya rebekah reese regina renata renee reyna rhiannon rhoda rhonda ria rina rochelle
romy rosalba rosalia rosalina rosamund rosanna roseanne roselyn rosetta rosie rosita rowena roxana roxy rukmini ruthie
sabrina sadia safiya salma salome samira sanaa sandrine saskia selena senna seraphina shana shania shanice shanna
shannon sharlene shauna shelby shelly sheri sherry shira shona sidonie sierra sigourney silvia sinclair-ann sloan
solange sonia sonja sonya soraya stacey stacy steph suzette sybil sylvie tallulah tamsin tania tansy tanya tasha
tatum taryn tegan teresa terri thalia theodora theresa thora tia titania toni tonya tori tracy tricia trinity trish
trixie ulla una valencia valeria vanna veronika vesper vickie vicky victoire vida vienna vilma violetta violette vivi
viviana vivien wanda whitney wilhelmina willa wilma winnie winona wynne xanthe ximena yael yasmina yelena yesenia yoko
yolanda yoshiko ysabel yumi zahra zaynab zoya zuleika zuzanna lila odalys suvi aiko emi naoko haruka ayaka mai thuy
huong priscila wangari njeri amina halima zuleikha sade ngozi chioma adaora ifeoma nkechi abena akosua efua lerato
thandeka nandi zola deepa geeta lata radha rani rekha seema sita swati tanvi usha vidya soo-jin min-ji ji-woo hye-jin
eun-ji seo-yeon yuna
""".split())
MALE_NAMES = frozenset("""
duke ajay arno barnabas dale dante harvey ira jiro lev otis sterling ulrich vern viktor walt
ben romeo liam noah oliver elijah james william benjamin lucas henry alexander mason michael ethan daniel jacob logan jackson
levi sebastian mateo jack owen theodore aiden samuel joseph john david wyatt matthew luke asher carter julian grayson
leo jayden gabriel isaac lincoln anthony hudson dylan ezra thomas charles christopher jaxon maverick josiah isaiah
andrew elias joshua nathan caleb ryan adrian miles eli nolan christian aaron cameron ezekiel colton luca landon hunter
jonathan santiago axel easton cooper jeremiah angel roman connor jameson robert greyson jordan ian carson jaxson
leonardo nicholas dominic austin everett brooks xavier kai jose parker adam jace wesley kayden silas bob bill tom tim
jim joe sam max mike dave dan george frank fred greg harry peter paul mark steve tony victor walter arthur albert alan
bruce carl chad dean derek eric felix hans hugo ivan jake jonas kevin kurt lars lee marco martin mario nick oscar otto
marcus reed cole tyler brutus kaito akira ahmad abdul aleksei alec alexei alfie ali alistair amir anders andre angus anton archie ariel-ben arlo armand
arnold atticus barney barry bernard bert boris brad brendan brent brett brian bryan bryce byron caesar caius calvin cassius cecil
cedric cesar chandler charlie chester chuck clark claude clint clive clyde colin conrad corey craig cyrus damian damon danny
darius darren dave-lee declan dennis desmond dexter dirk dmitri don donald doug doyle duncan dwight earl ed eddie edgar edmund
edward edwin elmer enzo ernest ernie erwin eugene evan ezekial fabio faisal fergus fernando finn fletcher floyd franco
francis francois franz freddie gareth garrett gary gaston geoff gerald gerard giles giovanni glenn gordon graham grant gregory gunther
gus guy hal hamlet hank hank-joe harold haruto hasan heath hector heinrich herbert herman horace howard hubert huck humphrey igor
ike immanuel isaac ivor jabari jackie-chan jared jarvis jasper javier jed jeff jeffrey jerome jerry jesse jesus jimmy joaquin joel
johan johnny johann jon jorge juan jules jun-ho karim karl keith ken kenneth kent kirk klaus kofi kurtis kwame kyle larry
laurence laurent lawrence lazlo len leonard leroy leslie-john lester lewis linus lionel lloyd lorenzo lou louis luigi malcolm manuel marc marcel
marvin maurice max-otto mehmet melvin merlin mervyn mickey miguel mikhail milo milton mitch mohamed mohammed monty morgan mort moses
murray nate ned neil nelson neville nigel nikolai norman odin odysseus okafor oleg olaf orson oswald owen-lee pascal pat patrick percy
pete philip philippe pierre pike quentin quincy rafael ramon randy rasputin reginald rex ricardo richard richie ricky robin-hood rocco
rodney rodrigo roger roland rolf ron-lee rory ross roy rufus rupert russell rusty sancho sanjay saul scott sean sergei seth seymour shane
sherlock sid sidney silvio simba sinbad solomon spencer spike stanley stefan stephen steven stuart sven taj terrence terry thaddeus
thor tiberius timothy titus toby todd tommy travis trevor tristan troy tucker tyrone ulysses vadim vernon vikram vince-lee vito vladimir wade
wally warren watson wayne wendell wilbur wilfred will-lee willy winston wolfgang woody yuri yusuf zachary zeus
pablo phil ralph ray rick rob ron rudolf simon stan ted theo tobias vince will zack chen wei jun feng lei bo hao ming
jian qiang tao yong gang peng omar ali hassan ahmed raj arjun ravi kenji hiro taro diego juan-carlos pedro luis leif boone victor-lee doyle ilya rupert tomasz theo mateusz pavel piotr jakub lukas matthias stefano massimo giuseppe
kwasi chidi emeka tunde sizwe femi ibrahim yusuf khalid tariq imran faisal rajesh sanjay vijay rohan dev anil haruki takeshi kenta
sven bjorn magnus erik halvard torsten einar cormac declan padraig seamus fergus angus hamish ewan callum alistair barnaby
ambrose percival thaddeus ezekiel silas jedediah wyatt clyde amos rufus
trey abel abner abraham adnan aidan alaric albie aldo aldous alejandro alessandro alfonso alfred alger alonzo alvin
amari anatole andrei andreas andy anselm antoine antonio apollo archibald arman armando arne arnie arturo asa ashton
augustus aurelio avi axl baldwin balthazar baptiste barrett bartholomew bas bastian baxter beau beckett benedict
benicio benito bennett benny benoit bernardo bertie bertrand bilal bjarne blaine blake bobby bodhi bogdan boyd brady
bram brandon branson braxton briggs brock brody bruno bryant bryson burt cade caden camden camilo carlo carlos carlton
carlyle carmine casper caspian cassian cecilio chet chris christoph christophe ciaran cillian clancy clarence claudio
clayton clifford clinton clovis cody colby connell constantine corbin cornelius cosmo costa cristian cristobal
curtis cy dalton damien dario darnell darrell darwin dashiell davey davis dawson dedrick delbert demetrius denzel
derrick deshawn devin devlin devon dewey diesel dietrich digby dimitri domingo dominik donovan dorian douglas
drew dustin dwayne eamon earnest eben edison eduardo edvard efrain egon eldon elden eliot elliot elliott ellis elroy
emerson emil emile emiliano emilio emmanuel emmett enrique ephraim ernesto errol etienne ezequiel fabian fabrice farid
farouk federico felipe ferdinand fernand fidel fitz flynn forrest francesco francisco franklin fraser frederick
frederic fritz fyodor gabe gael galen garth gaspar gaspard gavin gene geoffrey gerry gianni gideon gil
gilbert gino giorgio giulio goran graeme grady griffith guido guillaume guillermo gunnar gustav gustavo hakeem
hakim halil hamza harlan harley harris harrison hayes hendrik henri henrik herb hideo hideki hiram hugh humberto
hussein hyun-woo iago iain ignacio ilias imre ingmar irving isamu ishaan ismael israel itzhak ivo jaime jamal jamie
jan janek jari jarrod jay jaylen jean-luc jean-paul jebediah jedidiah jefferson jens jerald jeremias jericho jermaine
jethro joachim joao jody joey johnnie jonah jonathon jordi josef josh jovan juanito judah judd jude judson julio
julius jurgen justin kaleb kane karsten kaspar kasper kazuo keanu keegan kelvin kendrick kenny kenzo kermit kevan kian
kieran killian kip kirby konrad konstantin korey kristian kristoff kumar kyler lachlan lamar lamont lancelot landen
lanny laszlo lazarus leander leland lemuel lennon lennox lenny leon leopold levon lisandro lochlan loki lonnie loren
lowell luc lucca lucian luciano lucien lucius ludwig luiz luther lyle lyndon maddox mads mahmoud maksim malachi malik
marcellus marcelo marcello marcio marius markus marlon marten marty mathias mathieu mathis matt matteo maurizio mauro
maximilian maximus maxwell mick micah michel mickael mikael mikkel millard milan milos minato moe mohammad montgomery
mordecai morris mortimer moshe muhammad mustafa myles nader napoleon nasir nathaniel neal nestor nicholai nico nicolas
niels niklas niko nils noel norbert norm norris octavio oisin olivier olly orion orlando orrin orville osman ozzy
paddy paolo parsa patrice patrik paulo perry phillip phineas pieter piet preston raphael rahul raiden raimondo ramiro
randall randolph raoul rashid raul raymond reece reggie reid reinhard remy renato rene reuben rhett rhys richmond rico
riku roberto roderick rodger rodolfo rodrick rogan rohit roly romulus ronald ronan ronnie roosevelt roscoe rowan rudy
ruben rune russ ryder ryker sacha sal salim salman salvador salvatore sami sander santino sawyer sayid sebastien serge
sergio shaun shawn sheldon sherman shiloh shinji sigmund silvester simeon soren spiro stavros steffen stewart stu
sullivan sylvester tad tadeo tadhg talon tanner tate tavi teddy terence teo thatcher theon theron thiago thierry thom
thurston tiago timmy tito tobiah tobin tomas tommaso torin trent trenton trip tristram truman tybalt tycho tyrell
tyson ugo umberto uri uriah valentin valentino vasily vaughn vic vincent vincenzo virgil vitaly vittorio vlad waldo
walker wallace walton warwick waylon webster wendel werner wes weston wilbert wiley wilhelm wilkins willard willem
willis woodrow wolfram xander xavi yannick yann yasir yoshi yosef yuto yves zach zane zayn zeke zephyr zion zoltan
seung-ho min-jun jae-hyun ji-hoon tae-yang dong-hyun duc thanh quoc kwabena yaw kojo babatunde chinedu obinna olumide
segun thabo lwazi mandla mthunzi amadou mamadou ousmane youssef tarek walid samir nabil aditya akash amit arvind ashok
deepak dinesh gopal harish krishna manoj mohan naveen nikhil prakash pranav ramesh ranjit sachin satish siddharth
sunil suresh varun vikas vivek yash oskar
""".split())
SURNAMES = frozenset(
    "廉湛禹席郁洪诸荣惠巫焦宁甘符景司蒲蒙莘扈尚童刁"
    "楚厉盛薄靳晏虞荀桑喻祁卓詹王李张刘敖艾甄宫柴聂裴阮冷霍祝欧岳殷凌严柳花白戚燕鲍沙骆路翟温庄柯牛左吉冉桂鞠沐步容顾陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文褚尤施陶柏窦章葛奚鲁韦苗俞费岑倪滕毕邬卞伍卜穆狄臧谈茅庞纪舒屈项蓝闵季娄颜樊昝莫裘缪邢翁曲芮宓郗仇栾蔺屠瞿寇晁辛阚饶嵇钮隗濮卫"
)
# What follows a surname in address, with the role it tells; the name stays as the author wrote it.
TITLES = {
    "总": "boss", "老师": "teacher", "医生": "doctor", "大夫": "doctor", "先生": "man", "小姐": "young woman",
    "女士": "woman", "太太": "woman", "夫人": "woman", "警官": "police", "秘书": "secretary", "经理": "boss",
    "将军": "soldier", "师傅": "carpenter", "教授": "scientist", "队长": "soldier", "律师": "lawyer", "老板": "boss",
    "护士": "nurse", "导演": "artist", "姐": "young woman", "哥": "young man", "叔": "man", "姨": "woman",
    "爷": "old man", "奶奶": "old woman", "婆婆": "old woman", "大人": "minister", "姑娘": "young woman", "董": "boss",
    "大帅": "soldier", "少帅": "soldier", "督军": "soldier", "司令": "soldier", "团长": "soldier", "都督": "soldier", "局长": "boss",
    "市长": "minister", "县令": "minister", "知府": "minister", "丞相": "minister", "员外": "merchant", "掌柜": "merchant", "师爷": "minister",
    "道长": "monk", "真人": "monk", "长老": "monk", "掌门": "swordsman", "堂主": "swordsman", "教主": "swordsman", "庄主": "swordsman",
    "捕头": "police", "捕快": "police", "镖头": "swordsman", "太医": "doctor", "嬷嬷": "old woman", "公公": "minister", "贵人": "princess",
    "贵妃": "princess", "昭仪": "princess", "院长": "doctor", "校长": "teacher", "班长": "student", "教练": "athlete", "法官": "judge",
    "检察官": "lawyer", "记者": "reporter", "师兄": "young man", "师姐": "young woman", "师弟": "young man", "师妹": "young woman",
    "学长": "young man", "学姐": "young woman", "同学": "student", "大娘": "woman", "大妈": "woman", "大爷": "old man", "大叔": "man",
    "大婶": "woman", "婶": "woman", "嫂": "woman", "博士": "scientist", "船长": "sailor", "舰长": "soldier", "机长": "pilot", "主任": "boss", "公子": "prince", "侦探": "detective", "爷爷": "old man", "阿姨": "woman", "助理": "secretary",
    "老太爷": "old man", "老爷子": "old man", "太爷": "old man", "老爷": "old man", "老太太": "old woman", "老夫人": "old woman",
    "老太君": "old woman", "少爷": "young man", "少奶奶": "young woman", "女侠": "young woman", "少侠": "young man", "二爷": "man",
    "三爷": "man", "四爷": "man", "大少": "young man", "二少": "young man", "少": "young man", "婆": "old woman", "妈": "woman",
    "娘娘": "princess", "统领": "soldier", "校尉": "soldier", "先锋": "soldier", "太傅": "minister", "尚书": "minister", "侍郎": "minister",
    "师太": "nun", "神医": "doctor", "会长": "boss", "主编": "boss", "处长": "boss", "科长": "boss", "村长": "old man",
    "书记": "boss", "组长": "boss", "警探": "detective", "探长": "detective", "督察": "police", "所长": "boss", "裁判": "judge",
}  # fmt: skip
FEMALE_SIGNS = frozenset("雅佳敏艳丹冰畅晴悦萌甜彤诗梦依韵意溪汐璃鸢蝶霜露柠馨筱芊苒瑟糖雷丰欢暖晚念莺嫣妃嫔姬妲姝妙娣婵娆娅媚姗岚黛珠翠珊芸芷若柔茹蕊蔓蓓薰绮绣素纨绫秀珍钗环佩玫瑰瑶瑛瑾璐琪琦画棠杏桃荷莹梅丽芳娜娟英婷雪红霞燕玲静莉薇琳倩妍婉娇媛蓉莲莎萍琴月花兰菊香娥凤怡欣妮雯萱蕾")
MALE_SIGNS = frozenset("翔辉航亮巍嵩峻彬东冬豹昕雷丰强军伟刚锋辰龙虎杰勇磊涛斌彪豪雄武超鹏飞峰岩松柏榕坤乾震霆晟骁骏驰毅刚健康胜武德福贵财寿祥邦国建志宏毅博涵轩昊瀚泽洋海江野川河山岳城墙砚渊琛衍烬戈铮锐铭钧钢铁炎焱煜烨焰煌爵侯君臣卿侠霄云寒夜凌枭狂傲战破天策翰墨卫兵宝栋梁柱根生发旺盛晖晔昂景默沉")
# Everyday words that begin like a surname.
LIKE_SURNAMES = frozenset(
    """
    问路 问诊 问话 问好 问候 童话 童年 童谣 童心 高喊 高兴 高声 高大 高高 高空 高处 高楼 高台 黄昏 白天 金色 雷声 江边 于是 任何 马上 石头 安静 文件 方向 方才 常常 万分 万一 成功 康复 谢谢
    何人 何时 何必 温柔 全部 陆续 顾客 夏天 夏日 秦朝 唐朝 宋朝 周围 周末 任务 许多 许久 贺喜 贺礼 白发 白衣 白雪 钱包 钱财 金币 石像 石桌 江湖
    纪念 纪律 项目 项上 蓝色 蓝天 季节 颜色 莫名 莫非 莫大 卫生 卫星 陶瓷 章节 施工 施展 施法 屈服 屈膝 屈辱 舒服 舒适 舒展 苗条 费力 费劲 毕业 毕竟
    谈话 谈判 谈笑 谈生意 谈恋爱 谈论 曲子 曲折 辛苦 辛勤 卫兵 卜卦 葛优 翁婿 俞允 高考 高烧 高呼 高大 高挑 高冷 高傲 高贵 高速 高铁 高中 高三 高二 高一
    江面 万里 龙王 龙椅 雷雨 雷电 叶子 林间 林中 林子 田里 田间 马车 马匹 连忙 范围 钟声 钟楼 武器 武功 武士 武林 文书 高举 高呼 高唱 严肃 严厉
    易怒 常年 万岁 安慰 安抚 安心 成为 方便 邵 孔明灯 雷霆 白马 黄金 黄牛 汤药 龙袍 万物 程度 任由 任凭 余光 余下 段落 秦王 武将 史官 胡同 胡同里 胡同口 静静 默默 悄悄 偷偷 缓缓 慢慢 轻轻 渐渐 紧紧 狠狠 冷冷 呆呆 傻傻 苦苦 远远 久久 深深 匆匆 淡淡 微微 战战 牢牢 死死 高高 急急 满满
    """.split()
)

# Surnames of two characters, and the characters that given names are made of.
LONG_SURNAMES = ("欧阳 上官 诸葛 司马 慕容 司徒 令狐 东方 独孤 皇甫 尉迟 南宫 夏侯 公孙 端木 百里 西门 轩辕 长孙 宇文 司空 东郭 北冥 纳兰 叶赫 完颜 赫连 第五 澹台 钟离").split()
GIVEN = FEMALE_SIGNS | MALE_SIGNS | frozenset("""
闲屿屹砺梨栀漪玥绾霓裳
一七三九千万小中之乐乔乾亚京亦仁今仙代以任伊伦佐佑佩俊信修倩倾元光克全六兰兴其内凡凯刚初利剑力加劲励北千升华南博卓卢卿历原双古可叶司合吉同名启周咏哲唐商喜嘉园圆圣地坚城培堂墨士壮声壹夏大太夫奇奕好妈如妹始子孔存孝孟季孤学宁宇守安宗定宜实客宣家容宽宾富寒尔尘少尚尧尹山岑岱岸川左巧帆师希帝平年幸广庆应庭廉延弘弦张弥彤彦彩影征律得微德心忆志快怀思怡恒恩恺悟悠情惜惟惠意慈慕慧成承拂振捷放文斯方旭时旻昀昌明易星春昭是晋晏晓晗普晴智暄暮曦曼月有朋朗望朝木本朵杉李杭杰林枫柯柳柴树根格桂桐桑梅梓梦棋森椿楚楠榆槿樱欣歌正步殊毓民水永汉汐汝池沁沅沐沛沙河沧沫法泉波泰洁洋洛津洪洲流济浅浩浪浮润涓淑淇淮淳深清渔渝渺温湘源溪满漫潇潮澄澈澜灵灿炫烈烟焕然照熙燃爱牧特犀独玄玉玖王玲珂珑珞珩琉琛琬琮瑜瑞璃璇璋瓷甄甘田申画留白百皓盈益盛相真眠睿知石砚硕礼社祁祎祖祝祺禅禾秋科稚穆空立竹笑笙笛筠简箫箬米粒紫红约纤纯纱纹绍经绘维绯绿缘罗美羽翊翎翼耀老者而聪肃胤能自至舒舟良艺艾节芊芒芝芮芯芳苑苗若英茂茗茜茵荃草荣莘莫菀菁菡菲萍萌落葵蒙蓝蔚蔷蕴薄薇藏虞虹蝶行衡裴西言诗诚语谦谨豆贝贞贤贺赋赫超越路轻辞达远迪追逍逸遇道邈郁酒里重金鑫钊铃铮锡锦长门问闻阑阔阳阿陌陵隐隽雁集雍雨雪雯零雷露霁霏霖霜霞青靖静非韵顺颂颖颜风飒馨香骄高鱼鲁鲲鸢鸣鸥鸽鸾鸿鹃鹤鹿麒麟黎默齐龄儿宸烁晨昱旸曜暖朔榛沉溯漠澍瑄皎珺祯稷笺绥翡赤冥幽魅珀琰玦珏邪荒溟烛夙鹰魄绝辛厉劫渡寂妄舜茉荔荞菱萤葳蒲蘅衿诺贤赟轲逾遥郡铎镜阙雾鞅韶顷飏骥魁鲸鹭黛暮辰念欢柒柠柚桉
"""[1:-1].replace("\n", ""))
# People of legend and literature, known by their whole names.
FAMOUS_WOMEN = frozenset("""
小红帽 白雪公主 睡美人 灰姑娘 长发公主 拇指姑娘 小美人鱼 爱丽丝 冰雪女王 艾莎 卖火柴的小女孩 林黛玉 薛宝钗 王熙凤 白素贞 小青 白娘子 嫦娥 西施 貂蝉 花木兰 穆桂英 祝英台 王昭君 杨贵妃 武则天 慈禧 孟姜女 织女 七仙女 女娲 妲己 王母娘娘 观音 观音菩萨 铁扇公主 赵飞燕
李清照 小龙女 黄蓉 任盈盈 赵敏 周芷若 聂小倩 杜十娘 崔莺莺 甄嬛 华妃 如懿 何仙姑 潘金莲 孙尚香 大乔 小乔
""".split())
FAMOUS_MEN = frozenset("""
匹诺曹 阿拉丁 彼得潘 福尔摩斯 华生 罗宾汉 佐罗 小王子 阿里巴巴 唐吉诃德 哪吒 孙悟空 猪八戒 沙僧 沙和尚 唐僧 唐三藏 二郎神 牛郎 许仙 法海 梁山伯 贾宝玉 诸葛亮 刘备 关羽 张飞 曹操 赵云 周瑜 司马懿 吕布 孙权 秦始皇 汉武帝 李世民 康熙 乾隆 雍正 包拯 包青天 狄仁杰
展昭 李白 杜甫 苏轼 武松 宋江 鲁智深 林冲 李逵 岳飞 韦小宝 郭靖 杨过 令狐冲 张无忌 萧峰 段誉 虚竹 东方不败 姜子牙 后羿 太白金星 托塔天王 李靖 雷震子 钟馗 济公 鲁班 孔子 老子 庄子 荆轲 项羽 刘邦 韩信
屈原 宁采臣 燕赤霞 溥仪 和珅 纪晓岚
""".split())
# Names from abroad as they are written in Chinese, two or three characters that would not be told by their sound.
FOREIGN_WOMEN = frozenset("""
安娜 安妮 安吉 艾玛 艾米 艾莉 艾琳 艾达 爱丽 爱玛 贝拉 贝蒂 贝丝 黛西 黛安 戴安娜 多萝西 芬妮 格蕾丝 海伦 海蒂 汉娜 简妮 珍妮 珍妮特 吉娜 吉尔 凯特 凯蒂 凯西 卡拉 卡门 克莱尔
劳拉 莉莉 莉亚 莉娜 丽莎 丽塔 琳达 露西 露丝 露娜 罗莎 罗丝 玛丽 玛莎 玛雅 米娅 莫妮卡 娜塔莎 妮娜 妮可 诺拉 萝丝 琼妮 瑞秋 萨拉 莎拉 苏菲 索菲 索菲亚 苏珊 塔拉 蒂娜 温蒂 伊娃 伊芙 伊莎 佐伊 朱迪 朱莉
樱子 美咲 美穗 洋子 花子 惠子 由美 由纪 绫香 绫子 千夏 千寻 明日香 纱织 真理 真由 雅子 静香 和子 幸子 百合子 彩花 结衣 美奈 友美 奈奈 莉子 恩熙 秀妍 智恩 敏智
""".split())
FOREIGN_MEN = frozenset("""
亚当 亚瑟 艾伦 安迪 安东 本杰明 彼得 比尔 鲍勃 保罗 布鲁斯 查理 大卫 戴夫 丹尼 丹尼尔 德里克 迪恩 艾迪 埃里克 弗兰克 弗雷德 格雷 格雷格 哈里 哈利 亨利 汉斯 雨果 伊万 杰克 杰夫 杰森 杰西 吉姆 吉米 乔治 乔伊 约翰
约瑟夫 约书亚 凯文 凯尔 肯尼 莱恩 里奥 利奥 列昂 路易 路易斯 卢卡 卢克 卢卡斯 马丁 马克 马库斯 马可 麦克 迈克 迈克尔 麦克斯 尼克 诺亚 奥利弗 奥托 保利 皮特 菲尔 菲利普 雷蒙 瑞恩 理查德 罗伯特 罗宾 罗杰 山姆 史蒂夫 塞巴
西蒙 汤姆 汤米 托尼 泰勒 维克多 文森 沃尔特 威尔 威廉 扎克
健二 健一 健太 翔太 拓海 大辅 太郎 一郎 次郎 三郎 武藏 浩二 浩介 和也 达也 直树 秀树 隆史 诚司 修平 优太 悠真 莲司 正雄 龙之介 健人 亮介 民秀 俊熙 敏浩 贤宇
""".split())
FAMOUS = {
    **dict.fromkeys(("snow white", "sleeping beauty", "rapunzel", "cinderella", "little red riding hood", "red riding hood", "goldilocks",
                     "joan of arc", "mary poppins", "the little mermaid", "tinker bell", "wonder woman", "marie antoinette",
                     "anne boleyn", "mother teresa", "lady macbeth", "florence nightingale", "marie curie"), "f"),
    **dict.fromkeys(("robin hood", "peter pan", "captain hook", "sherlock holmes", "count dracula", "king arthur", "jack frost",
                     "mad hatter", "van helsing", "julius caesar", "mark antony", "genghis khan", "marco polo", "jack sparrow",
                     "captain ahab", "captain nemo", "dr. frankenstein", "dr frankenstein", "hansel", "pinocchio", "don quixote",
                     "leonardo da vinci", "albert einstein", "isaac newton", "van gogh", "billy the kid", "jesse james"), "m"),
}  # fmt: skip
