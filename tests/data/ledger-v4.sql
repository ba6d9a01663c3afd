PRAGMA application_id=1380273740;
PRAGMA user_version=4;
BEGIN TRANSACTION;
CREATE TABLE "activity" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "held_on" TEXT NOT NULL,
  "ended_on" TEXT,
  "type" TEXT NOT NULL,
  "theme" TEXT NOT NULL,
  "host" TEXT,
  "place" TEXT,
  "law" TEXT,
  "group_id" INTEGER REFERENCES "group"(id),
  "deputy_count" INTEGER,
  "people" INTEGER,
  "households" INTEGER,
  "forums" INTEGER,
  "materials" INTEGER,
  "consultations" INTEGER,
  "problems" INTEGER,
  "opinions" INTEGER,
  "resolved" INTEGER,
  "amount" REAL,
  "note" TEXT
);
INSERT INTO "activity" VALUES(1,1,'2024-03-05','2024-03-06','视察','视察重点项目','镇人大主席团','老营村','中华人民共和国安全生产法',2,NULL,10,20,1,300,40,5,6,4,1234.5,'两天');
INSERT INTO "activity" VALUES(2,1,'2024-04-05',NULL,'无偿献血','无偿献血',NULL,NULL,NULL,NULL,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "activity_deputies" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "activity"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id)
);
INSERT INTO "activity_deputies" VALUES(1,1,0,5);
INSERT INTO "activity_deputies" VALUES(2,1,1,6);
CREATE TABLE "appraisal" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "held_on" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "target" TEXT NOT NULL,
  "target_type" TEXT,
  "issued" INTEGER,
  "returned" INTEGER,
  "satisfied" INTEGER,
  "mostly_satisfied" INTEGER,
  "dissatisfied" INTEGER,
  "abstain" INTEGER,
  "note" TEXT
);
INSERT INTO "appraisal" VALUES(1,1,'2024-09-12','工作评议','镇供电所','站所',60,58,50,6,1,1,'现场测评');
CREATE TABLE "attachment" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "record" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "size" INTEGER,
  "added_on" TEXT NOT NULL,
  "note" TEXT
);
INSERT INTO "attachment" VALUES(1,1,'visit/1','签到表.jpg','9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',1234,'2024-05-11','扫描件');
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  command_id INTEGER REFERENCES command(id),
  "table" TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  old TEXT,
  new TEXT
);
INSERT INTO "change" VALUES(1,1,'office',1,NULL,'{"id":1,"rev":1,"name":"瓦窑镇","county":"隆阳区","committee":"隆阳区人大常委会","chair":"李明远","vice_chair":"王志强","doc_prefix":"瓦人发","rules":"national","contact":"赵晓梅","phone":"0875-2123456","address":"瓦窑镇集镇街1号"}');
INSERT INTO "change" VALUES(2,1,'term',1,NULL,'{"id":1,"rev":1,"number":4,"began_on":"2016-12-20","ended_on":"2021-12-19","seats":58}');
INSERT INTO "change" VALUES(3,1,'term',2,NULL,'{"id":2,"rev":1,"number":5,"began_on":"2021-12-20","ended_on":null,"seats":60}');
INSERT INTO "change" VALUES(4,1,'group',1,NULL,'{"id":1,"rev":1,"name":"东片大组","type":"大组","parent_id":null,"leader_id":null,"liaison":null,"note":null}');
INSERT INTO "change" VALUES(5,1,'group',2,NULL,'{"id":2,"rev":1,"name":"第一代表小组","type":"小组","parent_id":1,"leader_id":1,"liaison":"赵晓梅","note":"每季度活动一次"}');
INSERT INTO "change" VALUES(6,1,'station',1,NULL,'{"id":1,"rev":1,"name":"老营村联络站","type":"联络站","village":"老营村","opened_on":"2022-06-01","funds":1500.5,"reception_day":"每月10日","note":"有专职联络员"}');
INSERT INTO "change" VALUES(7,1,'deputy',1,NULL,'{"id":1,"rev":1,"name":"张三","gender":"男","born":"1975-06","ethnicity":"汉族","party":"中共党员","education":"大专","job":"老营村党总支书记","sector":"干部","phone":"13912340001","address":"老营村3组","certificate_no":"0501","note":"连任","level":"乡镇","term":5,"constituency":"第一选区","group_id":2,"began_on":"2021-12-20","how":"换届选举","presidium":1,"post":"组长","ended_on":"2024-05-06","end_reason":"辞职","suspended_on":"2023-01-01","restored_on":"2023-02-01"}');
INSERT INTO "change" VALUES(8,1,'deputy',2,NULL,'{"id":2,"rev":1,"name":"张三","gender":null,"born":null,"ethnicity":null,"party":null,"education":null,"job":null,"sector":null,"phone":null,"address":null,"certificate_no":null,"note":null,"level":"乡镇","term":5,"constituency":"第二选区","group_id":null,"began_on":"2024-06-01","how":"补选","presidium":0,"post":null,"ended_on":null,"end_reason":null,"suspended_on":null,"restored_on":null}');
INSERT INTO "change" VALUES(9,1,'deputy',3,NULL,'{"id":3,"rev":1,"name":"卡得尔·买买提","gender":"男","born":"1980-01-02","ethnicity":null,"party":null,"education":null,"job":null,"sector":null,"phone":null,"address":null,"certificate_no":null,"note":null,"level":"乡镇","term":4,"constituency":"第三选区","group_id":null,"began_on":"2016-12-20","how":null,"presidium":1,"post":null,"ended_on":null,"end_reason":null,"suspended_on":null,"restored_on":null}');
INSERT INTO "change" VALUES(10,1,'deputy',5,NULL,'{"id":5,"rev":1,"name":"李四","gender":"女","born":null,"ethnicity":null,"party":null,"education":null,"job":null,"sector":null,"phone":null,"address":null,"certificate_no":null,"note":null,"level":"乡镇","term":5,"constituency":null,"group_id":null,"began_on":"2021-12-20","how":null,"presidium":0,"post":null,"ended_on":null,"end_reason":null,"suspended_on":null,"restored_on":null}');
INSERT INTO "change" VALUES(11,1,'deputy',6,NULL,'{"id":6,"rev":1,"name":"王五","gender":null,"born":null,"ethnicity":null,"party":null,"education":null,"job":null,"sector":null,"phone":null,"address":null,"certificate_no":null,"note":null,"level":"乡镇","term":5,"constituency":null,"group_id":null,"began_on":"2021-12-20","how":null,"presidium":0,"post":null,"ended_on":null,"end_reason":null,"suspended_on":null,"restored_on":null}');
INSERT INTO "change" VALUES(12,1,'mandate',1,NULL,'{"id":1,"rev":1,"deputy_id":3,"level":"县","term":null,"constituency":"瓦窑选区","group_id":null,"began_on":"2022-01-10","how":null,"presidium":0,"post":null,"ended_on":null,"end_reason":null,"suspended_on":null,"restored_on":null}');
INSERT INTO "change" VALUES(13,1,'mandate',2,NULL,'{"id":2,"rev":1,"deputy_id":3,"level":"乡镇","term":5,"constituency":"第三选区","group_id":2,"began_on":"2021-12-20","how":"换届选举","presidium":1,"post":"组员","ended_on":null,"end_reason":null,"suspended_on":null,"restored_on":null}');
INSERT INTO "change" VALUES(14,1,'meeting',1,NULL,'{"id":1,"rev":1,"type":"人代会","term":5,"session":3,"title":"镇第五届人民代表大会第三次会议","began_on":"2024-01-23","time":"09:00—11:30","ended_on":"2024-01-25","place":"镇会议室","expected":58,"present":56,"host":"李明远","note":"会期三天"}');
INSERT INTO "change" VALUES(15,1,'meeting',2,NULL,'{"id":2,"rev":1,"type":"主席团会议","term":null,"session":null,"title":null,"began_on":"2024-03-01","time":null,"ended_on":null,"place":null,"expected":null,"present":null,"host":null,"note":null}');
INSERT INTO "change" VALUES(16,1,'meeting_items',1,NULL,'{"id":1,"owner_id":1,"position":0,"type":"听取报告","title":"镇人民政府工作报告","by":"镇人民政府","for":55,"against":0,"abstain":1,"elected":null,"post":null,"outcome":"通过"}');
INSERT INTO "change" VALUES(17,1,'meeting_items',2,NULL,'{"id":2,"owner_id":1,"position":1,"type":"选举","title":"补选副镇长","by":null,"for":56,"against":0,"abstain":0,"elected":"[\"\\u5b59\\u516b\", \"\\u5468\\u4e5d\"]","post":"副镇长","outcome":"当选"}');
INSERT INTO "change" VALUES(18,1,'meeting_attendance',1,NULL,'{"id":1,"owner_id":1,"position":0,"deputy_id":1,"status":"出席"}');
INSERT INTO "change" VALUES(19,1,'meeting_attendance',2,NULL,'{"id":2,"owner_id":1,"position":1,"deputy_id":5,"status":"请假"}');
INSERT INTO "change" VALUES(20,1,'suggestion',1,NULL,'{"id":1,"rev":1,"title":"关于硬化村道的议案","type":"议案","number":1,"body":"主干道坑洼，\n雨天难行。","basis":"群众反映多年","proposal":"列入年度计划","submitted_on":"2024-01-24","term":5,"session":3,"origin":"代表","proposer_id":5,"category":"基础设施建设","key":1,"complex":1,"disclosure":"摘要","converted_from_id":null,"note":"重点督办件"}');
INSERT INTO "change" VALUES(21,1,'suggestion',2,NULL,'{"id":2,"rev":1,"title":"关于硬化村道的建议","type":"建议","number":2,"body":null,"basis":null,"proposal":null,"submitted_on":"2024-01-25","term":5,"session":3,"origin":"代表","proposer_id":5,"category":null,"key":0,"complex":0,"disclosure":null,"converted_from_id":1,"note":null}');
INSERT INTO "change" VALUES(22,1,'suggestion',3,NULL,'{"id":3,"rev":1,"title":"关于修路的建议","type":"批评","number":1,"body":null,"basis":null,"proposal":null,"submitted_on":"2024-03-01","term":5,"session":null,"origin":"上级转办","proposer_id":null,"category":null,"key":0,"complex":0,"disclosure":null,"converted_from_id":null,"note":null}');
INSERT INTO "change" VALUES(23,1,'suggestion',4,NULL,'{"id":4,"rev":1,"title":"关于增设路灯的建议","type":"意见","number":2,"body":null,"basis":null,"proposal":null,"submitted_on":"2024-03-01","term":5,"session":null,"origin":"代表","proposer_id":null,"category":null,"key":0,"complex":0,"disclosure":null,"converted_from_id":null,"note":null}');
INSERT INTO "change" VALUES(24,1,'suggestion_cosigners',1,NULL,'{"id":1,"owner_id":1,"position":0,"deputy_id":1}');
INSERT INTO "change" VALUES(25,1,'suggestion_cosigners',2,NULL,'{"id":2,"owner_id":1,"position":1,"deputy_id":2}');
INSERT INTO "change" VALUES(26,1,'suggestion_cosigners',3,NULL,'{"id":3,"owner_id":1,"position":2,"deputy_id":3}');
INSERT INTO "change" VALUES(27,1,'suggestion_cosigners',4,NULL,'{"id":4,"owner_id":1,"position":3,"deputy_id":6}');
INSERT INTO "change" VALUES(28,1,'suggestion_steps',1,NULL,'{"id":1,"owner_id":2,"position":0,"step":"交办","on":"2024-02-01","unit":"村镇建设办","co_units":null,"method":"独办","leader":null,"handler":null,"due":null,"reason":null,"stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(29,1,'suggestion_steps',2,NULL,'{"id":2,"owner_id":2,"position":1,"step":"退回","on":"2024-02-03","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":"不属本单位职责","stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(30,1,'suggestion_steps',3,NULL,'{"id":3,"owner_id":2,"position":2,"step":"交办","on":"2024-02-05","unit":"交通运输站","co_units":"[\"\\u8d22\\u653f\\u6240\", \"\\u6751\\u9547\\u5efa\\u8bbe\\u529e\"]","method":"主会办","leader":"周副镇长","handler":"钱七","due":"2024-04-30","reason":null,"stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(31,1,'suggestion_steps',4,NULL,'{"id":4,"owner_id":2,"position":3,"step":"督办","on":"2024-03-01","unit":null,"co_units":null,"method":"现场督办","leader":null,"handler":null,"due":null,"reason":null,"stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":"主席团","into_id":null,"note":"到现场","delivered_on":null}');
INSERT INTO "change" VALUES(32,1,'suggestion_steps',5,NULL,'{"id":5,"owner_id":2,"position":4,"step":"面商","on":"2024-03-05","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":null,"stage":"答复前","mode":"走访","deputy_id":5,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(33,1,'suggestion_steps',6,NULL,'{"id":6,"owner_id":2,"position":5,"step":"会办","on":"2024-03-06","unit":"财政所","co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":null,"stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":"已出资金意见","delivered_on":null}');
INSERT INTO "change" VALUES(34,1,'suggestion_steps',7,NULL,'{"id":7,"owner_id":2,"position":6,"step":"延期","on":"2024-04-20","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":"2024-05-31","reason":"汛期停工","stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(35,1,'suggestion_steps',8,NULL,'{"id":8,"owner_id":2,"position":7,"step":"答复","on":"2024-05-20","unit":"交通运输站","co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":"资金尚未到位，\n先修一半","stage":null,"mode":null,"deputy_id":null,"result":"B","doc_no":"瓦政复〔2024〕1号","signed_by":"周副镇长","summary":"已列入计划","body":"李四代表：\n您的建议收悉。","contact":"钱七","phone":"13912340002","promise":"年底前完成硬化","promise_due":"2024-12-31","attitude":null,"outcome":null,"by":null,"into_id":null,"note":null,"delivered_on":"2024-05-21"}');
INSERT INTO "change" VALUES(36,1,'suggestion_steps',9,NULL,'{"id":9,"owner_id":2,"position":8,"step":"反馈","on":"2024-05-25","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":"没有说明时间","stage":null,"mode":null,"deputy_id":5,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":"满意","outcome":"不满意","by":null,"into_id":null,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(37,1,'suggestion_steps',10,NULL,'{"id":10,"owner_id":2,"position":9,"step":"重办","on":"2024-05-27","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":"2024-06-30","reason":"请明确时间","stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(38,1,'suggestion_steps',11,NULL,'{"id":11,"owner_id":2,"position":10,"step":"答复","on":"2024-06-10","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":null,"stage":null,"mode":null,"deputy_id":null,"result":"A","doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(39,1,'suggestion_steps',12,NULL,'{"id":12,"owner_id":2,"position":11,"step":"反馈","on":"2024-06-12","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":null,"stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":"满意","outcome":"满意","by":null,"into_id":null,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(40,1,'suggestion_steps',13,NULL,'{"id":13,"owner_id":2,"position":12,"step":"兑现","on":"2024-06-20","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":null,"stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":"已完工","delivered_on":null}');
INSERT INTO "change" VALUES(41,1,'suggestion_steps',14,NULL,'{"id":14,"owner_id":2,"position":13,"step":"办结","on":"2024-06-21","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":null,"stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":"归档","delivered_on":null}');
INSERT INTO "change" VALUES(42,1,'suggestion_steps',15,NULL,'{"id":15,"owner_id":3,"position":0,"step":"并案","on":"2024-03-02","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":null,"stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":2,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(43,1,'suggestion_steps',16,NULL,'{"id":16,"owner_id":4,"position":0,"step":"撤回","on":"2024-03-02","unit":null,"co_units":null,"method":null,"leader":null,"handler":null,"due":null,"reason":"已解决","stage":null,"mode":null,"deputy_id":null,"result":null,"doc_no":null,"signed_by":null,"summary":null,"body":null,"contact":null,"phone":null,"promise":null,"promise_due":null,"attitude":null,"outcome":null,"by":null,"into_id":null,"note":null,"delivered_on":null}');
INSERT INTO "change" VALUES(44,1,'duty_report',1,NULL,'{"id":1,"rev":1,"held_on":"2024-04-10","mode":"口头","place":"老营村","station_id":1,"audience":46,"host":"李明远","note":"集中述职"}');
INSERT INTO "change" VALUES(45,1,'duty_report_deputies',1,NULL,'{"id":1,"owner_id":1,"position":0,"name_id":5,"level":"乡镇","satisfied":40,"mostly_satisfied":5,"dissatisfied":1}');
INSERT INTO "change" VALUES(46,1,'duty_report_deputies',2,NULL,'{"id":2,"owner_id":1,"position":1,"name_id":3,"level":"县","satisfied":null,"mostly_satisfied":null,"dissatisfied":null}');
INSERT INTO "change" VALUES(47,1,'visit',1,NULL,'{"id":1,"rev":1,"held_on":"2024-05-10","time":"09:00—11:30","type":"接待选民","station_id":1,"place":"老营村","deputy_count":null,"voters":12,"households":3,"opinions":4,"solved":2,"note":"街天"}');
INSERT INTO "change" VALUES(48,1,'visit',2,NULL,'{"id":2,"rev":1,"held_on":"2024-05-11","time":null,"type":"走访选民","station_id":null,"place":null,"deputy_count":5,"voters":null,"households":null,"opinions":null,"solved":null,"note":null}');
INSERT INTO "change" VALUES(49,1,'visit_deputies',1,NULL,'{"id":1,"owner_id":1,"position":0,"deputy_id":5}');
INSERT INTO "change" VALUES(50,1,'visit_deputies',2,NULL,'{"id":2,"owner_id":1,"position":1,"deputy_id":1}');
INSERT INTO "change" VALUES(51,1,'opinion',1,NULL,'{"id":1,"rev":1,"received_on":"2024-05-10","content":"老营村路灯不亮，\n晚上看不见。","visit_id":1,"voter":"陈某","deputy_id":5,"category":"基础设施建设","outcome":"转为建议","unit":"镇供电所","transferred_on":"2024-05-11","due":"2024-06-10","resolved_on":"2024-06-01","result":"已更换","suggestion_id":4}');
INSERT INTO "change" VALUES(52,1,'petition',1,NULL,'{"id":1,"rev":1,"received_on":"2024-03-02","channel":"来访","content":"反映水费","person":"王某等3人","people":3,"disposal":"转办","unit":"镇水务站","transferred_on":"2024-03-03","due":"2024-04-30","resolved_on":"2024-04-10","result":"已核减"}');
INSERT INTO "change" VALUES(53,1,'activity',1,NULL,'{"id":1,"rev":1,"held_on":"2024-03-05","ended_on":"2024-03-06","type":"视察","theme":"视察重点项目","host":"镇人大主席团","place":"老营村","law":"中华人民共和国安全生产法","group_id":2,"deputy_count":null,"people":10,"households":20,"forums":1,"materials":300,"consultations":40,"problems":5,"opinions":6,"resolved":4,"amount":1234.5,"note":"两天"}');
INSERT INTO "change" VALUES(54,1,'activity',2,NULL,'{"id":2,"rev":1,"held_on":"2024-04-05","ended_on":null,"type":"无偿献血","theme":"无偿献血","host":null,"place":null,"law":null,"group_id":null,"deputy_count":3,"people":null,"households":null,"forums":null,"materials":null,"consultations":null,"problems":null,"opinions":null,"resolved":null,"amount":null,"note":null}');
INSERT INTO "change" VALUES(55,1,'activity_deputies',1,NULL,'{"id":1,"owner_id":1,"position":0,"deputy_id":5}');
INSERT INTO "change" VALUES(56,1,'activity_deputies',2,NULL,'{"id":2,"owner_id":1,"position":1,"deputy_id":6}');
INSERT INTO "change" VALUES(57,1,'appraisal',1,NULL,'{"id":1,"rev":1,"held_on":"2024-09-12","type":"工作评议","target":"镇供电所","target_type":"站所","issued":60,"returned":58,"satisfied":50,"mostly_satisfied":6,"dissatisfied":1,"abstain":1,"note":"现场测评"}');
INSERT INTO "change" VALUES(58,1,'merit',1,NULL,'{"id":1,"rev":1,"happened_on":"2024-08-01","deputy_id":5,"title":"带头清淤","award_level":"县级","content":"自筹机械。"}');
INSERT INTO "change" VALUES(59,1,'regulation',1,NULL,'{"id":1,"rev":1,"name":"代表联系选民办法","type":"制度","adopted_on":"2024-02-20","revised_on":"2024-10-01","note":"经主席团会议通过"}');
INSERT INTO "change" VALUES(60,1,'document',1,NULL,'{"id":1,"rev":1,"direction":"发文","number":"瓦人发〔2024〕1号","dated_on":"2024-03-20","title":"关于转送视察报告的函","party":"镇人民政府","copies":5,"activity_id":1,"note":"附报告"}');
INSERT INTO "change" VALUES(61,1,'plan',1,NULL,'{"id":1,"rev":1,"year":2024,"title":"视察重点项目","section":"监督工作","due":"2024-03-31","done_on":"2024-03-06","note":"已办"}');
INSERT INTO "change" VALUES(62,1,'note',1,NULL,'{"id":1,"rev":1,"on":"2024-12-20","section":"不足","text":"审议意见交给政府以后，\n跟踪不够紧。"}');
INSERT INTO "change" VALUES(63,1,'attachment',1,NULL,'{"id":1,"rev":1,"record":"visit/1","name":"签到表.jpg","sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","size":1234,"added_on":"2024-05-11","note":"扫描件"}');
CREATE TABLE command (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  line TEXT NOT NULL
);
INSERT INTO "command" VALUES(1,'2026-11-28T01:37:47+00:00','import');
INSERT INTO "command" VALUES(2,'2026-11-28T01:37:50+00:00','report make');
CREATE TABLE "deputy" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "gender" TEXT,
  "born" TEXT,
  "ethnicity" TEXT,
  "party" TEXT,
  "education" TEXT,
  "job" TEXT,
  "sector" TEXT,
  "phone" TEXT,
  "address" TEXT,
  "certificate_no" TEXT,
  "note" TEXT,
  "level" TEXT NOT NULL,
  "term" INTEGER REFERENCES "term"(number),
  "constituency" TEXT,
  "group_id" INTEGER REFERENCES "group"(id),
  "began_on" TEXT,
  "how" TEXT,
  "presidium" INTEGER NOT NULL,
  "post" TEXT,
  "ended_on" TEXT,
  "end_reason" TEXT,
  "suspended_on" TEXT,
  "restored_on" TEXT
);
INSERT INTO "deputy" VALUES(1,1,'张三','男','1975-06','汉族','中共党员','大专','老营村党总支书记','干部','13912340001','老营村3组','0501','连任','乡镇',5,'第一选区',2,'2021-12-20','换届选举',1,'组长','2024-05-06','辞职','2023-01-01','2023-02-01');
INSERT INTO "deputy" VALUES(2,1,'张三',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'乡镇',5,'第二选区',NULL,'2024-06-01','补选',0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "deputy" VALUES(3,1,'卡得尔·买买提','男','1980-01-02',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'乡镇',4,'第三选区',NULL,'2016-12-20',NULL,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "deputy" VALUES(5,1,'李四','女',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'乡镇',5,NULL,NULL,'2021-12-20',NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "deputy" VALUES(6,1,'王五',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'乡镇',5,NULL,NULL,'2021-12-20',NULL,0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "document" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "direction" TEXT NOT NULL,
  "number" TEXT,
  "dated_on" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "party" TEXT,
  "copies" INTEGER,
  "activity_id" INTEGER REFERENCES "activity"(id),
  "note" TEXT
);
INSERT INTO "document" VALUES(1,1,'发文','瓦人发〔2024〕1号','2024-03-20','关于转送视察报告的函','镇人民政府',5,1,'附报告');
CREATE TABLE "duty_report" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "held_on" TEXT NOT NULL,
  "mode" TEXT,
  "place" TEXT,
  "station_id" INTEGER REFERENCES "station"(id),
  "audience" INTEGER,
  "host" TEXT,
  "note" TEXT
);
INSERT INTO "duty_report" VALUES(1,1,'2024-04-10','口头','老营村',1,46,'李明远','集中述职');
CREATE TABLE "duty_report_deputies" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "duty_report"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "name_id" INTEGER NOT NULL REFERENCES "deputy"(id),
  "level" TEXT NOT NULL,
  "satisfied" INTEGER,
  "mostly_satisfied" INTEGER,
  "dissatisfied" INTEGER
);
INSERT INTO "duty_report_deputies" VALUES(1,1,0,5,'乡镇',40,5,1);
INSERT INTO "duty_report_deputies" VALUES(2,1,1,3,'县',NULL,NULL,NULL);
CREATE TABLE "group" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "type" TEXT,
  "parent_id" INTEGER REFERENCES "group"(id),
  "leader_id" INTEGER REFERENCES "deputy"(id),
  "liaison" TEXT,
  "note" TEXT
);
INSERT INTO "group" VALUES(1,1,'东片大组','大组',NULL,NULL,NULL,NULL);
INSERT INTO "group" VALUES(2,1,'第一代表小组','小组',1,1,'赵晓梅','每季度活动一次');
CREATE TABLE imported (
  sha256 TEXT NOT NULL,
  command_id INTEGER NOT NULL REFERENCES command(id)
);
INSERT INTO "imported" VALUES('8c1c3156a1797b465d9c2d4bc0508105c166cf2d147c1c97924da16bdc4548ab',1);
CREATE TABLE "ledger" (
  id TEXT PRIMARY KEY NOT NULL
);
INSERT INTO "ledger" VALUES('5867a0e43de91afb3a6dc85836a5f955');
CREATE TABLE "mandate" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id),
  "level" TEXT NOT NULL,
  "term" INTEGER REFERENCES "term"(number),
  "constituency" TEXT,
  "group_id" INTEGER REFERENCES "group"(id),
  "began_on" TEXT,
  "how" TEXT,
  "presidium" INTEGER NOT NULL,
  "post" TEXT,
  "ended_on" TEXT,
  "end_reason" TEXT,
  "suspended_on" TEXT,
  "restored_on" TEXT
);
INSERT INTO "mandate" VALUES(1,1,3,'县',NULL,'瓦窑选区',NULL,'2022-01-10',NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "mandate" VALUES(2,1,3,'乡镇',5,'第三选区',2,'2021-12-20','换届选举',1,'组员',NULL,NULL,NULL,NULL);
CREATE TABLE "meeting" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "type" TEXT NOT NULL,
  "term" INTEGER REFERENCES "term"(number),
  "session" INTEGER,
  "title" TEXT,
  "began_on" TEXT NOT NULL,
  "time" TEXT,
  "ended_on" TEXT,
  "place" TEXT,
  "expected" INTEGER,
  "present" INTEGER,
  "host" TEXT,
  "note" TEXT
);
INSERT INTO "meeting" VALUES(1,1,'人代会',5,3,'镇第五届人民代表大会第三次会议','2024-01-23','09:00—11:30','2024-01-25','镇会议室',58,56,'李明远','会期三天');
INSERT INTO "meeting" VALUES(2,1,'主席团会议',NULL,NULL,NULL,'2024-03-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "meeting_attendance" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "meeting"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id),
  "status" TEXT NOT NULL
);
INSERT INTO "meeting_attendance" VALUES(1,1,0,1,'出席');
INSERT INTO "meeting_attendance" VALUES(2,1,1,5,'请假');
CREATE TABLE "meeting_items" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "meeting"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "type" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "by" TEXT,
  "for" INTEGER,
  "against" INTEGER,
  "abstain" INTEGER,
  "elected" TEXT,
  "post" TEXT,
  "outcome" TEXT
);
INSERT INTO "meeting_items" VALUES(1,1,0,'听取报告','镇人民政府工作报告','镇人民政府',55,0,1,NULL,NULL,'通过');
INSERT INTO "meeting_items" VALUES(2,1,1,'选举','补选副镇长',NULL,56,0,0,'["\u5b59\u516b", "\u5468\u4e5d"]','副镇长','当选');
CREATE TABLE "merit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "happened_on" TEXT NOT NULL,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id),
  "title" TEXT NOT NULL,
  "award_level" TEXT,
  "content" TEXT
);
INSERT INTO "merit" VALUES(1,1,'2024-08-01',5,'带头清淤','县级','自筹机械。');
CREATE TABLE "note" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "on" TEXT NOT NULL,
  "section" TEXT NOT NULL,
  "text" TEXT NOT NULL
);
INSERT INTO "note" VALUES(1,1,'2024-12-20','不足','审议意见交给政府以后，
跟踪不够紧。');
CREATE TABLE "office" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "county" TEXT,
  "committee" TEXT,
  "chair" TEXT,
  "vice_chair" TEXT,
  "doc_prefix" TEXT,
  "rules" TEXT NOT NULL,
  "contact" TEXT,
  "phone" TEXT,
  "address" TEXT
);
INSERT INTO "office" VALUES(1,1,'瓦窑镇','隆阳区','隆阳区人大常委会','李明远','王志强','瓦人发','national','赵晓梅','0875-2123456','瓦窑镇集镇街1号');
CREATE TABLE "opinion" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "received_on" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "visit_id" INTEGER REFERENCES "visit"(id),
  "voter" TEXT,
  "deputy_id" INTEGER REFERENCES "deputy"(id),
  "category" TEXT,
  "outcome" TEXT,
  "unit" TEXT,
  "transferred_on" TEXT,
  "due" TEXT,
  "resolved_on" TEXT,
  "result" TEXT,
  "suggestion_id" INTEGER REFERENCES "suggestion"(id)
);
INSERT INTO "opinion" VALUES(1,1,'2024-05-10','老营村路灯不亮，
晚上看不见。',1,'陈某',5,'基础设施建设','转为建议','镇供电所','2024-05-11','2024-06-10','2024-06-01','已更换',4);
CREATE TABLE "paper" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  of INTEGER REFERENCES paper(id),
  file TEXT NOT NULL,
  report TEXT NOT NULL,
  title TEXT NOT NULL,
  period TEXT NOT NULL,
  called TEXT NOT NULL,
  as_of TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  made_of TEXT NOT NULL,
  recipe TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  position INTEGER NOT NULL,
  digest TEXT NOT NULL,
  figures TEXT NOT NULL,
  body BLOB NOT NULL
);
INSERT INTO "paper" VALUES(1,'2026-11-28T01:37:50+00:00',NULL,'x.docx','annual','年度工作总结','year=2024','2024年','2024-12-31','2025-01-06','{}','7ca77cb31b2ecc3e','dd8f6f990c80accbf04a251198a312401a03456c28e9caa281e9aefc4dc10acd',63,'d34a76663cd7d2ab','[["meeting.by_type.人代会.count", "1"], ["meeting.by_type.主席团会议.count", "1"], ["meeting.elected", "2"], ["deputy.seats", "60"], ["deputy.by_level.乡镇", "4"], ["group.by_type.大组", "1"], ["group.by_type.小组", "1"], ["suggestion.total", "3"], ["suggestion.in_session", "1"], ["suggestion.between_sessions", "1"], ["suggestion.by_origin.上级转办", "1"], ["suggestion.converted", "1"], ["suggestion.handled", "1"], ["suggestion.by_state.已撤回", "1"], ["suggestion.by_state.已并案", "1"], ["suggestion.met", "1"], ["suggestion.redone", "1"], ["suggestion.promise.made", "1"], ["suggestion.promise.fulfilled", "1"], ["visit.by_type.接待选民.voters", "12"], ["visit.by_type.走访选民.events", "1"], ["visit.deputy_times", "7"], ["visit.opinions", "4"], ["visit.opinions_solved", "2"], ["duty_report.deputies", "2"], ["duty_report.by_level.乡镇", "1"], ["duty_report.by_level.县", "1"], ["duty_report.audience", "46"], ["duty_report.satisfaction_rate#d", "46"], ["duty_report.satisfaction_rate#n", "40"], ["duty_report.satisfaction_rate", "87.0%"], ["duty_report.coverage_rate#d", "4"], ["duty_report.coverage_rate#n", "1"], ["activity.by_type.视察.deputy_times", "2"], ["activity.by_type.视察.people", "10"], ["activity.by_type.视察.problems", "5"], ["activity.by_type.视察.problems_resolved", "4"], ["activity.by_type.视察.opinions", "6"], ["activity.by_type.视察.amount", "1234.5元"], ["appraisal.by_target_type.站所.satisfaction_rate#d", "58"], ["appraisal.by_target_type.站所.satisfaction_rate#n", "50"], ["appraisal.by_target_type.站所.satisfaction_rate", "86.2%"], ["activity.by_type.无偿献血.deputy_times", "3"], ["activity.households", "20"], ["activity.forums", "1"], ["activity.materials", "300"], ["activity.consultations", "40"], ["deputy.vacant", "56"], ["duty_report.unreported", "3"], ["visit.opinions_open", "2"], ["activity.problems_open", "1"], ["deputy.vacant", "56"], ["duty_report.unreported", "3"]]',X'789C9558DB521ADD12BEF73576ED5B4A8D18F7AEE2592CA213431502C50CEECADD40440E41C18847508301B5F22B623CE10CCABBC4596B666EFEBCC2EE5E3D0C03925F73118243F7B77A757F7D1A73E3D8FCBE6E6F660C4DE3AD7543FF66D54E59FDC4E8EC196D9DB5CF59E5686C727C728ADD5FB3BB86F150E5AA6EEA1B63BD87BF3A05F31518BF3A59436F18EDCF6653354F5A248C327D811CAB9EC27396DE632765FB68855D74D89782BDB762EF5CB18246F2ACDD865F01991732200080C6E33EBFDA64970D2B5978525368A776CC9A39BEF6C5DC5BFEA956AD13803AB433AB66EADEAEDD9B95E64F759FDDFD30B4B537BC9A65CD02CF9640D35C6BD1DDD8710A70E1C998D1569FD4A47342F18C755438D96A36E1D256AD61AB39BC87B8EE184B9FC2D146FBD1AA1546BB4268FEADAA7129F2DF454952429105DFBB8FB3CAC798E40371900511DF5C34115102137FAB49F897E2673534A0E7A47FC618941A85949A800B83570CADCC2EF3463B074F499AC1936C8BECF5CFB0D22A5C91653400F44F3B7F95CE58710B22C29A355070EFC8CB5DA6551D6EE41B6C3DEF7A87E52E40CCDEEC0E592C85A539459A0F4C826DF02F0507A0B7FD188DCE57300BD8629E9D81F711A4A001371C4F56BE5A8F071068F35837741D94A64167826F37505C2B90B873B84032DA5A9F6B020339926D099A6C82A56E04C108FB68DFB1745E8A25948F3E590A2A72607A1CECC48F94E389E601AFE6062521086169490AFB8CFB1A4006A64065CAD5B09A8F8EF8423C9A88B92103A34C7DD98D91D1FEEE32069E43E4476BB58AA3B5C473C15B0D5221C9F2076669C5F94DD788B7C06176B969DD1D5AEDEFE6FE379071A8CBCBB72E0348DA395C4E2C2C48B2128A467C4A540986036FE0E03778B07E0B80C41F5E3DB4B7AF9F6B8422B3B224CBF0B56FAF7E0BC6D9DBE798C5BF517B2729FF932457571E5236DA79533BB11ECEC0FC11CA1F67A3F1D04228E2F3CA0D42A4901B3ADC788565FFE23B174F6A9EA5AFA02498B53356D8E2FBEB76720332853CF1A47E76058C6ED3BABB18F9133B3A8048E3AFC921819459BE442FD5B2600C70927EA20081649F4E9E6BCC45234B521CF364D0722F7B9F6B7D0846E6C3833AA2D6D5C102B6BA693CACF25C170E1EA90C9E9395A00214BBFBC1BFD459E5600807408821F4EB8B20ECFE16EE3C04020F59BAC1D2B786BED5F3518AAC72BD66B4CF9F232F4ACA0054F5D43C2FB3FA2ACBADB252810CB3F78FD8E60A26C18B21C5CB68755BDDB3BA25EB71C3FC6B17109191BB25B69226686C6FFA063FA8B2CB038CF0DD0FEBE41B5BB9E2D92D3B9331B52B10C01A84B6EB1BC82B4AA08B7BD287EF665DE37A8D2F17E157E84274CBE7978B4BF3D188E4BD9F0305470ACEB82018FD9E7DE027A8BB50A9C17FD685F61C36168F2E8664C9B7189CEF83431BC452905E879EF77B95F789F0FB50D84B26D0A3B6988324E46B0DF698B66E5A56B30BF5165A8170D6B2A93B15D5EAB6A0548BB2EE5CA57A6AA949ABD4805858C9B2A957C1E70443008E2D4B2139A4B8E5CE2BE05B8A2A521CCA01B60EFC48611312AD8D9FD7597DCB39D963D4484CAF800FEA764491873A25010D2853A99F55428B921C780BD26FDDF35931C5F25FC9526891040FEE80A26A5756206CD64972002B1A0B454461EB350ABE5F1321B9ED337F5072568E86973C4D13143021F52211B2D740CD5DDD6AB6E86674EE8403DDE3919B7238FD50D5371FEB46679BEF37C0EA092AEB200B7D8CB7AE59BE8699214A153C9FF2927D0CFFA299C71B7228ECD818BC1E9C47CFC5A55834EEF831043EEC5DC5F16169DD315B4C1134D1F14F69B672E37AC6EDD62360875BB09B490E43923844BEA8CCD6BA439A783834C6CEDE009FBCCAC1C47C488ACC4981A9698CE6B49796E4117EF3D9BA584667570E08C66C8C32430E2A21F97D700EF370360E45F45FF31E5018699053A20EBC4A391298C2D9656ABCAF4C860808732DF31A94C0CC5BDFF8BF01C6F93F85C9563DC30152874C6EF49B8017662E0ACD2BB820B9B7E80F44500660787343D927FCEFF5FBD303EA13ED85639184AC52C1E88AC1C6ACACC354C3BFA9FCB0E19623B831365F71F53131F3675BFD42F46C3D18E62EFA622944431E550FA132580F06B90CF6504EBD001193A2B130D4658C127E0C94130C176C3919CDDE6EDA473B2F41C5A3EFC2D2A21CF003969FE642A22E4D0B54265E09025170CA4D2F6E84C68B25EC35A2AE0C0C89BF0374EB1C9278DAAD73FC36C78A79EB66D9CEACBF80105CA43D66F2CD94CFCFD29F44E177BF2319FF8311BDB847423D56CCF20DCFA944065A4A28FA548C21FD8806FDF40BC662F160480E86C5C1C1F882A4D0F9D89B72EAC894F4CFA08F6746A7E49F0346027E2480BF9FA6243A9CA67F8C1C9899F64D8AD4A5FF53B41C94DD747186B96B9DE54F05596E59738FDC86DFB56351E149966F7F65C9AE59685A35F5C514F10A0F268ABB3D78988E434D6919B28F2CA1F6393A813E4413B2F4211A9E879443A7E1478A67EFD07AB1A13318F85B5928D7C39AEFA3F1C462BFCDB3AA267460817D0422F2ADDD618545F0603C140C83CDE37894F884C1E001230EADBEB8CDBE9C5A1747C37A30B8CB89308CC0D4E0DD0AECF684196CBCFB6B50B7C8896223FF6C75EF7FAA55D63E66F56BDE4EF3BB3ABEA780432083D7BAB8C7C004F5D0C229F2D9DB93494014836C06A65EA715C38075A553B38186CDAF3669138175EF1CE37FBE83F3339CDC5EB56EAFF05507AC41FD6DB805BB59CEEC68CF76E2A5E05C10F2D18F09ED9F76575CEA085677C7B31A7BCA7922425FA0A2F408800B77EF38FEA3067A6E4987FD158C191AA7A04FD038850B93A84003A70D4D4BD19814F1CE4ACE09A208FEEA54BC7D0281459D05602AB503C06E5CDDE228B03DEBB7179B564BB09E5E9390A1B87EE9BBF4A6049A262BAD21E32B1510A34D1C82C0EA87E6F5098DD79F9E90D8937E5CCB731B6673DB090FB01A161D380B161B7AD741EFA6E88D07450B2F313C25FD63E4A847F6E3E709457F51F98358BA73DC5038E9A634487AE753083045E3791C90571EDFE273B504F3A95D5659F10E7D35F69A978F638E2FF1EDD734DF6E8CFD1F9CD792FD');
CREATE TABLE "petition" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "received_on" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "person" TEXT,
  "people" INTEGER,
  "disposal" TEXT,
  "unit" TEXT,
  "transferred_on" TEXT,
  "due" TEXT,
  "resolved_on" TEXT,
  "result" TEXT
);
INSERT INTO "petition" VALUES(1,1,'2024-03-02','来访','反映水费','王某等3人',3,'转办','镇水务站','2024-03-03','2024-04-30','2024-04-10','已核减');
CREATE TABLE "plan" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "year" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "section" TEXT,
  "due" TEXT,
  "done_on" TEXT,
  "note" TEXT
);
INSERT INTO "plan" VALUES(1,1,2024,'视察重点项目','监督工作','2024-03-31','2024-03-06','已办');
CREATE TABLE "regulation" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "type" TEXT,
  "adopted_on" TEXT NOT NULL,
  "revised_on" TEXT,
  "note" TEXT
);
INSERT INTO "regulation" VALUES(1,1,'代表联系选民办法','制度','2024-02-20','2024-10-01','经主席团会议通过');
CREATE TABLE running (command_id INTEGER NOT NULL);
CREATE TABLE "station" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "village" TEXT,
  "opened_on" TEXT,
  "funds" REAL,
  "reception_day" TEXT,
  "note" TEXT
);
INSERT INTO "station" VALUES(1,1,'老营村联络站','联络站','老营村','2022-06-01',1500.5,'每月10日','有专职联络员');
CREATE TABLE "suggestion" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "title" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "number" INTEGER,
  "body" TEXT,
  "basis" TEXT,
  "proposal" TEXT,
  "submitted_on" TEXT NOT NULL,
  "term" INTEGER REFERENCES "term"(number),
  "session" INTEGER,
  "origin" TEXT NOT NULL,
  "proposer_id" INTEGER REFERENCES "deputy"(id),
  "category" TEXT,
  "key" INTEGER NOT NULL,
  "complex" INTEGER NOT NULL,
  "disclosure" TEXT,
  "converted_from_id" INTEGER REFERENCES "suggestion"(id),
  "note" TEXT
);
INSERT INTO "suggestion" VALUES(1,1,'关于硬化村道的议案','议案',1,'主干道坑洼，
雨天难行。','群众反映多年','列入年度计划','2024-01-24',5,3,'代表',5,'基础设施建设',1,1,'摘要',NULL,'重点督办件');
INSERT INTO "suggestion" VALUES(2,1,'关于硬化村道的建议','建议',2,NULL,NULL,NULL,'2024-01-25',5,3,'代表',5,NULL,0,0,NULL,1,NULL);
INSERT INTO "suggestion" VALUES(3,1,'关于修路的建议','批评',1,NULL,NULL,NULL,'2024-03-01',5,NULL,'上级转办',NULL,NULL,0,0,NULL,NULL,NULL);
INSERT INTO "suggestion" VALUES(4,1,'关于增设路灯的建议','意见',2,NULL,NULL,NULL,'2024-03-01',5,NULL,'代表',NULL,NULL,0,0,NULL,NULL,NULL);
CREATE TABLE "suggestion_cosigners" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "suggestion"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id)
);
INSERT INTO "suggestion_cosigners" VALUES(1,1,0,1);
INSERT INTO "suggestion_cosigners" VALUES(2,1,1,2);
INSERT INTO "suggestion_cosigners" VALUES(3,1,2,3);
INSERT INTO "suggestion_cosigners" VALUES(4,1,3,6);
CREATE TABLE "suggestion_steps" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "suggestion"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "step" TEXT NOT NULL,
  "on" TEXT NOT NULL,
  "unit" TEXT,
  "co_units" TEXT,
  "method" TEXT,
  "leader" TEXT,
  "handler" TEXT,
  "due" TEXT,
  "reason" TEXT,
  "stage" TEXT,
  "mode" TEXT,
  "deputy_id" INTEGER REFERENCES "deputy"(id),
  "result" TEXT,
  "doc_no" TEXT,
  "signed_by" TEXT,
  "summary" TEXT,
  "body" TEXT,
  "contact" TEXT,
  "phone" TEXT,
  "promise" TEXT,
  "promise_due" TEXT,
  "attitude" TEXT,
  "outcome" TEXT,
  "by" TEXT,
  "into_id" INTEGER REFERENCES "suggestion"(id),
  "note" TEXT
, "delivered_on" TEXT);
INSERT INTO "suggestion_steps" VALUES(1,2,0,'交办','2024-02-01','村镇建设办',NULL,'独办',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "suggestion_steps" VALUES(2,2,1,'退回','2024-02-03',NULL,NULL,NULL,NULL,NULL,NULL,'不属本单位职责',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "suggestion_steps" VALUES(3,2,2,'交办','2024-02-05','交通运输站','["\u8d22\u653f\u6240", "\u6751\u9547\u5efa\u8bbe\u529e"]','主会办','周副镇长','钱七','2024-04-30',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "suggestion_steps" VALUES(4,2,3,'督办','2024-03-01',NULL,NULL,'现场督办',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'主席团',NULL,'到现场',NULL);
INSERT INTO "suggestion_steps" VALUES(5,2,4,'面商','2024-03-05',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'答复前','走访',5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "suggestion_steps" VALUES(6,2,5,'会办','2024-03-06','财政所',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'已出资金意见',NULL);
INSERT INTO "suggestion_steps" VALUES(7,2,6,'延期','2024-04-20',NULL,NULL,NULL,NULL,NULL,'2024-05-31','汛期停工',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "suggestion_steps" VALUES(8,2,7,'答复','2024-05-20','交通运输站',NULL,NULL,NULL,NULL,NULL,'资金尚未到位，
先修一半',NULL,NULL,NULL,'B','瓦政复〔2024〕1号','周副镇长','已列入计划','李四代表：
您的建议收悉。','钱七','13912340002','年底前完成硬化','2024-12-31',NULL,NULL,NULL,NULL,NULL,'2024-05-21');
INSERT INTO "suggestion_steps" VALUES(9,2,8,'反馈','2024-05-25',NULL,NULL,NULL,NULL,NULL,NULL,'没有说明时间',NULL,NULL,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'满意','不满意',NULL,NULL,NULL,NULL);
INSERT INTO "suggestion_steps" VALUES(10,2,9,'重办','2024-05-27',NULL,NULL,NULL,NULL,NULL,'2024-06-30','请明确时间',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "suggestion_steps" VALUES(11,2,10,'答复','2024-06-10',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'A',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "suggestion_steps" VALUES(12,2,11,'反馈','2024-06-12',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'满意','满意',NULL,NULL,NULL,NULL);
INSERT INTO "suggestion_steps" VALUES(13,2,12,'兑现','2024-06-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'已完工',NULL);
INSERT INTO "suggestion_steps" VALUES(14,2,13,'办结','2024-06-21',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'归档',NULL);
INSERT INTO "suggestion_steps" VALUES(15,3,0,'并案','2024-03-02',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2,NULL,NULL);
INSERT INTO "suggestion_steps" VALUES(16,4,0,'撤回','2024-03-02',NULL,NULL,NULL,NULL,NULL,NULL,'已解决',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "term" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "number" INTEGER NOT NULL,
  "began_on" TEXT NOT NULL,
  "ended_on" TEXT,
  "seats" INTEGER
);
INSERT INTO "term" VALUES(1,1,4,'2016-12-20','2021-12-19',58);
INSERT INTO "term" VALUES(2,1,5,'2021-12-20',NULL,60);
CREATE TABLE "visit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "held_on" TEXT NOT NULL,
  "time" TEXT,
  "type" TEXT NOT NULL,
  "station_id" INTEGER REFERENCES "station"(id),
  "place" TEXT,
  "deputy_count" INTEGER,
  "voters" INTEGER,
  "households" INTEGER,
  "opinions" INTEGER,
  "solved" INTEGER,
  "note" TEXT
);
INSERT INTO "visit" VALUES(1,1,'2024-05-10','09:00—11:30','接待选民',1,'老营村',NULL,12,3,4,2,'街天');
INSERT INTO "visit" VALUES(2,1,'2024-05-11',NULL,'走访选民',NULL,NULL,5,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "visit_deputies" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "visit"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id)
);
INSERT INTO "visit_deputies" VALUES(1,1,0,5);
INSERT INTO "visit_deputies" VALUES(2,1,1,1);
CREATE INDEX change_row ON change ("table", row_id);
CREATE INDEX change_command ON change (command_id);
CREATE UNIQUE INDEX "term_number" ON "term" ("number");
CREATE UNIQUE INDEX "group_name" ON "group" ("name");
CREATE INDEX "group_parent_id" ON "group" ("parent_id");
CREATE INDEX "group_leader_id" ON "group" ("leader_id");
CREATE UNIQUE INDEX "station_name" ON "station" ("name");
CREATE INDEX "deputy_name" ON "deputy" ("name");
CREATE INDEX "deputy_term" ON "deputy" ("term");
CREATE INDEX "deputy_group_id" ON "deputy" ("group_id");
CREATE INDEX "mandate_deputy_id" ON "mandate" ("deputy_id");
CREATE INDEX "mandate_term" ON "mandate" ("term");
CREATE INDEX "mandate_group_id" ON "mandate" ("group_id");
CREATE INDEX "meeting_began_on" ON "meeting" ("began_on");
CREATE INDEX "meeting_term" ON "meeting" ("term");
CREATE INDEX "meeting_items_owner_id_position" ON "meeting_items" ("owner_id", "position");
CREATE INDEX "meeting_attendance_owner_id_position" ON "meeting_attendance" ("owner_id", "position");
CREATE INDEX "meeting_attendance_deputy_id" ON "meeting_attendance" ("deputy_id");
CREATE UNIQUE INDEX "suggestion_term_session_number" ON "suggestion" ("term", "session", "number");
CREATE INDEX "suggestion_submitted_on" ON "suggestion" ("submitted_on");
CREATE INDEX "suggestion_proposer_id" ON "suggestion" ("proposer_id");
CREATE INDEX "suggestion_converted_from_id" ON "suggestion" ("converted_from_id");
CREATE INDEX "suggestion_cosigners_owner_id_position" ON "suggestion_cosigners" ("owner_id", "position");
CREATE INDEX "suggestion_cosigners_deputy_id" ON "suggestion_cosigners" ("deputy_id");
CREATE INDEX "suggestion_steps_owner_id_position" ON "suggestion_steps" ("owner_id", "position");
CREATE INDEX "suggestion_steps_owner_id_step_on" ON "suggestion_steps" ("owner_id", "step", "on");
CREATE INDEX "suggestion_steps_deputy_id" ON "suggestion_steps" ("deputy_id");
CREATE INDEX "suggestion_steps_into_id" ON "suggestion_steps" ("into_id");
CREATE INDEX "duty_report_held_on" ON "duty_report" ("held_on");
CREATE INDEX "duty_report_station_id" ON "duty_report" ("station_id");
CREATE INDEX "duty_report_deputies_owner_id_position" ON "duty_report_deputies" ("owner_id", "position");
CREATE INDEX "duty_report_deputies_name_id" ON "duty_report_deputies" ("name_id");
CREATE INDEX "visit_held_on" ON "visit" ("held_on");
CREATE INDEX "visit_station_id" ON "visit" ("station_id");
CREATE INDEX "visit_deputies_owner_id_position" ON "visit_deputies" ("owner_id", "position");
CREATE INDEX "visit_deputies_deputy_id" ON "visit_deputies" ("deputy_id");
CREATE INDEX "activity_held_on" ON "activity" ("held_on");
CREATE INDEX "activity_group_id" ON "activity" ("group_id");
CREATE INDEX "activity_deputies_owner_id_position" ON "activity_deputies" ("owner_id", "position");
CREATE INDEX "activity_deputies_deputy_id" ON "activity_deputies" ("deputy_id");
CREATE INDEX "note_on" ON "note" ("on");
CREATE INDEX "opinion_received_on" ON "opinion" ("received_on");
CREATE INDEX "opinion_visit_id" ON "opinion" ("visit_id");
CREATE INDEX "opinion_deputy_id" ON "opinion" ("deputy_id");
CREATE INDEX "opinion_suggestion_id" ON "opinion" ("suggestion_id");
CREATE INDEX "petition_received_on" ON "petition" ("received_on");
CREATE INDEX "appraisal_held_on" ON "appraisal" ("held_on");
CREATE INDEX "merit_happened_on" ON "merit" ("happened_on");
CREATE INDEX "merit_deputy_id" ON "merit" ("deputy_id");
CREATE INDEX "regulation_adopted_on" ON "regulation" ("adopted_on");
CREATE INDEX "document_dated_on" ON "document" ("dated_on");
CREATE INDEX "document_activity_id" ON "document" ("activity_id");
CREATE INDEX "attachment_added_on" ON "attachment" ("added_on");
CREATE INDEX paper_digest ON paper (digest);
CREATE TRIGGER "log_activity_insert" AFTER INSERT ON "activity" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'activity', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'held_on', NEW."held_on", 'ended_on', NEW."ended_on", 'type', NEW."type", 'theme', NEW."theme", 'host', NEW."host", 'place', NEW."place", 'law', NEW."law", 'group_id', NEW."group_id", 'deputy_count', NEW."deputy_count", 'people', NEW."people", 'households', NEW."households", 'forums', NEW."forums", 'materials', NEW."materials", 'consultations', NEW."consultations", 'problems', NEW."problems", 'opinions', NEW."opinions", 'resolved', NEW."resolved", 'amount', NEW."amount", 'note', NEW."note")); END;
CREATE TRIGGER "log_activity_update" AFTER UPDATE ON "activity" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'activity', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'held_on', OLD."held_on", 'ended_on', OLD."ended_on", 'type', OLD."type", 'theme', OLD."theme", 'host', OLD."host", 'place', OLD."place", 'law', OLD."law", 'group_id', OLD."group_id", 'deputy_count', OLD."deputy_count", 'people', OLD."people", 'households', OLD."households", 'forums', OLD."forums", 'materials', OLD."materials", 'consultations', OLD."consultations", 'problems', OLD."problems", 'opinions', OLD."opinions", 'resolved', OLD."resolved", 'amount', OLD."amount", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'held_on', NEW."held_on", 'ended_on', NEW."ended_on", 'type', NEW."type", 'theme', NEW."theme", 'host', NEW."host", 'place', NEW."place", 'law', NEW."law", 'group_id', NEW."group_id", 'deputy_count', NEW."deputy_count", 'people', NEW."people", 'households', NEW."households", 'forums', NEW."forums", 'materials', NEW."materials", 'consultations', NEW."consultations", 'problems', NEW."problems", 'opinions', NEW."opinions", 'resolved', NEW."resolved", 'amount', NEW."amount", 'note', NEW."note")); END;
CREATE TRIGGER "log_activity_delete" AFTER DELETE ON "activity" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'activity', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'held_on', OLD."held_on", 'ended_on', OLD."ended_on", 'type', OLD."type", 'theme', OLD."theme", 'host', OLD."host", 'place', OLD."place", 'law', OLD."law", 'group_id', OLD."group_id", 'deputy_count', OLD."deputy_count", 'people', OLD."people", 'households', OLD."households", 'forums', OLD."forums", 'materials', OLD."materials", 'consultations', OLD."consultations", 'problems', OLD."problems", 'opinions', OLD."opinions", 'resolved', OLD."resolved", 'amount', OLD."amount", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_activity_deputies_insert" AFTER INSERT ON "activity_deputies" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'activity_deputies', NEW.id, NULL, json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'deputy_id', NEW."deputy_id")); END;
CREATE TRIGGER "log_activity_deputies_update" AFTER UPDATE ON "activity_deputies" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'activity_deputies', NEW.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'deputy_id', OLD."deputy_id"), json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'deputy_id', NEW."deputy_id")); END;
CREATE TRIGGER "log_activity_deputies_delete" AFTER DELETE ON "activity_deputies" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'activity_deputies', OLD.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'deputy_id', OLD."deputy_id"), NULL); END;
CREATE TRIGGER "log_appraisal_insert" AFTER INSERT ON "appraisal" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'appraisal', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'held_on', NEW."held_on", 'type', NEW."type", 'target', NEW."target", 'target_type', NEW."target_type", 'issued', NEW."issued", 'returned', NEW."returned", 'satisfied', NEW."satisfied", 'mostly_satisfied', NEW."mostly_satisfied", 'dissatisfied', NEW."dissatisfied", 'abstain', NEW."abstain", 'note', NEW."note")); END;
CREATE TRIGGER "log_appraisal_update" AFTER UPDATE ON "appraisal" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'appraisal', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'held_on', OLD."held_on", 'type', OLD."type", 'target', OLD."target", 'target_type', OLD."target_type", 'issued', OLD."issued", 'returned', OLD."returned", 'satisfied', OLD."satisfied", 'mostly_satisfied', OLD."mostly_satisfied", 'dissatisfied', OLD."dissatisfied", 'abstain', OLD."abstain", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'held_on', NEW."held_on", 'type', NEW."type", 'target', NEW."target", 'target_type', NEW."target_type", 'issued', NEW."issued", 'returned', NEW."returned", 'satisfied', NEW."satisfied", 'mostly_satisfied', NEW."mostly_satisfied", 'dissatisfied', NEW."dissatisfied", 'abstain', NEW."abstain", 'note', NEW."note")); END;
CREATE TRIGGER "log_appraisal_delete" AFTER DELETE ON "appraisal" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'appraisal', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'held_on', OLD."held_on", 'type', OLD."type", 'target', OLD."target", 'target_type', OLD."target_type", 'issued', OLD."issued", 'returned', OLD."returned", 'satisfied', OLD."satisfied", 'mostly_satisfied', OLD."mostly_satisfied", 'dissatisfied', OLD."dissatisfied", 'abstain', OLD."abstain", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_attachment_insert" AFTER INSERT ON "attachment" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'attachment', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'record', NEW."record", 'name', NEW."name", 'sha256', NEW."sha256", 'size', NEW."size", 'added_on', NEW."added_on", 'note', NEW."note")); END;
CREATE TRIGGER "log_attachment_update" AFTER UPDATE ON "attachment" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'attachment', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'record', OLD."record", 'name', OLD."name", 'sha256', OLD."sha256", 'size', OLD."size", 'added_on', OLD."added_on", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'record', NEW."record", 'name', NEW."name", 'sha256', NEW."sha256", 'size', NEW."size", 'added_on', NEW."added_on", 'note', NEW."note")); END;
CREATE TRIGGER "log_attachment_delete" AFTER DELETE ON "attachment" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'attachment', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'record', OLD."record", 'name', OLD."name", 'sha256', OLD."sha256", 'size', OLD."size", 'added_on', OLD."added_on", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_deputy_insert" AFTER INSERT ON "deputy" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'deputy', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'name', NEW."name", 'gender', NEW."gender", 'born', NEW."born", 'ethnicity', NEW."ethnicity", 'party', NEW."party", 'education', NEW."education", 'job', NEW."job", 'sector', NEW."sector", 'phone', NEW."phone", 'address', NEW."address", 'certificate_no', NEW."certificate_no", 'note', NEW."note", 'level', NEW."level", 'term', NEW."term", 'constituency', NEW."constituency", 'group_id', NEW."group_id", 'began_on', NEW."began_on", 'how', NEW."how", 'presidium', NEW."presidium", 'post', NEW."post", 'ended_on', NEW."ended_on", 'end_reason', NEW."end_reason", 'suspended_on', NEW."suspended_on", 'restored_on', NEW."restored_on")); END;
CREATE TRIGGER "log_deputy_update" AFTER UPDATE ON "deputy" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'deputy', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'name', OLD."name", 'gender', OLD."gender", 'born', OLD."born", 'ethnicity', OLD."ethnicity", 'party', OLD."party", 'education', OLD."education", 'job', OLD."job", 'sector', OLD."sector", 'phone', OLD."phone", 'address', OLD."address", 'certificate_no', OLD."certificate_no", 'note', OLD."note", 'level', OLD."level", 'term', OLD."term", 'constituency', OLD."constituency", 'group_id', OLD."group_id", 'began_on', OLD."began_on", 'how', OLD."how", 'presidium', OLD."presidium", 'post', OLD."post", 'ended_on', OLD."ended_on", 'end_reason', OLD."end_reason", 'suspended_on', OLD."suspended_on", 'restored_on', OLD."restored_on"), json_object('id', NEW."id", 'rev', NEW."rev", 'name', NEW."name", 'gender', NEW."gender", 'born', NEW."born", 'ethnicity', NEW."ethnicity", 'party', NEW."party", 'education', NEW."education", 'job', NEW."job", 'sector', NEW."sector", 'phone', NEW."phone", 'address', NEW."address", 'certificate_no', NEW."certificate_no", 'note', NEW."note", 'level', NEW."level", 'term', NEW."term", 'constituency', NEW."constituency", 'group_id', NEW."group_id", 'began_on', NEW."began_on", 'how', NEW."how", 'presidium', NEW."presidium", 'post', NEW."post", 'ended_on', NEW."ended_on", 'end_reason', NEW."end_reason", 'suspended_on', NEW."suspended_on", 'restored_on', NEW."restored_on")); END;
CREATE TRIGGER "log_deputy_delete" AFTER DELETE ON "deputy" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'deputy', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'name', OLD."name", 'gender', OLD."gender", 'born', OLD."born", 'ethnicity', OLD."ethnicity", 'party', OLD."party", 'education', OLD."education", 'job', OLD."job", 'sector', OLD."sector", 'phone', OLD."phone", 'address', OLD."address", 'certificate_no', OLD."certificate_no", 'note', OLD."note", 'level', OLD."level", 'term', OLD."term", 'constituency', OLD."constituency", 'group_id', OLD."group_id", 'began_on', OLD."began_on", 'how', OLD."how", 'presidium', OLD."presidium", 'post', OLD."post", 'ended_on', OLD."ended_on", 'end_reason', OLD."end_reason", 'suspended_on', OLD."suspended_on", 'restored_on', OLD."restored_on"), NULL); END;
CREATE TRIGGER "log_document_insert" AFTER INSERT ON "document" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'document', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'direction', NEW."direction", 'number', NEW."number", 'dated_on', NEW."dated_on", 'title', NEW."title", 'party', NEW."party", 'copies', NEW."copies", 'activity_id', NEW."activity_id", 'note', NEW."note")); END;
CREATE TRIGGER "log_document_update" AFTER UPDATE ON "document" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'document', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'direction', OLD."direction", 'number', OLD."number", 'dated_on', OLD."dated_on", 'title', OLD."title", 'party', OLD."party", 'copies', OLD."copies", 'activity_id', OLD."activity_id", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'direction', NEW."direction", 'number', NEW."number", 'dated_on', NEW."dated_on", 'title', NEW."title", 'party', NEW."party", 'copies', NEW."copies", 'activity_id', NEW."activity_id", 'note', NEW."note")); END;
CREATE TRIGGER "log_document_delete" AFTER DELETE ON "document" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'document', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'direction', OLD."direction", 'number', OLD."number", 'dated_on', OLD."dated_on", 'title', OLD."title", 'party', OLD."party", 'copies', OLD."copies", 'activity_id', OLD."activity_id", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_duty_report_insert" AFTER INSERT ON "duty_report" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'duty_report', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'held_on', NEW."held_on", 'mode', NEW."mode", 'place', NEW."place", 'station_id', NEW."station_id", 'audience', NEW."audience", 'host', NEW."host", 'note', NEW."note")); END;
CREATE TRIGGER "log_duty_report_update" AFTER UPDATE ON "duty_report" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'duty_report', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'held_on', OLD."held_on", 'mode', OLD."mode", 'place', OLD."place", 'station_id', OLD."station_id", 'audience', OLD."audience", 'host', OLD."host", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'held_on', NEW."held_on", 'mode', NEW."mode", 'place', NEW."place", 'station_id', NEW."station_id", 'audience', NEW."audience", 'host', NEW."host", 'note', NEW."note")); END;
CREATE TRIGGER "log_duty_report_delete" AFTER DELETE ON "duty_report" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'duty_report', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'held_on', OLD."held_on", 'mode', OLD."mode", 'place', OLD."place", 'station_id', OLD."station_id", 'audience', OLD."audience", 'host', OLD."host", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_duty_report_deputies_insert" AFTER INSERT ON "duty_report_deputies" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'duty_report_deputies', NEW.id, NULL, json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'name_id', NEW."name_id", 'level', NEW."level", 'satisfied', NEW."satisfied", 'mostly_satisfied', NEW."mostly_satisfied", 'dissatisfied', NEW."dissatisfied")); END;
CREATE TRIGGER "log_duty_report_deputies_update" AFTER UPDATE ON "duty_report_deputies" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'duty_report_deputies', NEW.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'name_id', OLD."name_id", 'level', OLD."level", 'satisfied', OLD."satisfied", 'mostly_satisfied', OLD."mostly_satisfied", 'dissatisfied', OLD."dissatisfied"), json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'name_id', NEW."name_id", 'level', NEW."level", 'satisfied', NEW."satisfied", 'mostly_satisfied', NEW."mostly_satisfied", 'dissatisfied', NEW."dissatisfied")); END;
CREATE TRIGGER "log_duty_report_deputies_delete" AFTER DELETE ON "duty_report_deputies" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'duty_report_deputies', OLD.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'name_id', OLD."name_id", 'level', OLD."level", 'satisfied', OLD."satisfied", 'mostly_satisfied', OLD."mostly_satisfied", 'dissatisfied', OLD."dissatisfied"), NULL); END;
CREATE TRIGGER "log_group_insert" AFTER INSERT ON "group" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'group', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'name', NEW."name", 'type', NEW."type", 'parent_id', NEW."parent_id", 'leader_id', NEW."leader_id", 'liaison', NEW."liaison", 'note', NEW."note")); END;
CREATE TRIGGER "log_group_update" AFTER UPDATE ON "group" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'group', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'name', OLD."name", 'type', OLD."type", 'parent_id', OLD."parent_id", 'leader_id', OLD."leader_id", 'liaison', OLD."liaison", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'name', NEW."name", 'type', NEW."type", 'parent_id', NEW."parent_id", 'leader_id', NEW."leader_id", 'liaison', NEW."liaison", 'note', NEW."note")); END;
CREATE TRIGGER "log_group_delete" AFTER DELETE ON "group" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'group', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'name', OLD."name", 'type', OLD."type", 'parent_id', OLD."parent_id", 'leader_id', OLD."leader_id", 'liaison', OLD."liaison", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_mandate_insert" AFTER INSERT ON "mandate" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'mandate', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'deputy_id', NEW."deputy_id", 'level', NEW."level", 'term', NEW."term", 'constituency', NEW."constituency", 'group_id', NEW."group_id", 'began_on', NEW."began_on", 'how', NEW."how", 'presidium', NEW."presidium", 'post', NEW."post", 'ended_on', NEW."ended_on", 'end_reason', NEW."end_reason", 'suspended_on', NEW."suspended_on", 'restored_on', NEW."restored_on")); END;
CREATE TRIGGER "log_mandate_update" AFTER UPDATE ON "mandate" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'mandate', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'deputy_id', OLD."deputy_id", 'level', OLD."level", 'term', OLD."term", 'constituency', OLD."constituency", 'group_id', OLD."group_id", 'began_on', OLD."began_on", 'how', OLD."how", 'presidium', OLD."presidium", 'post', OLD."post", 'ended_on', OLD."ended_on", 'end_reason', OLD."end_reason", 'suspended_on', OLD."suspended_on", 'restored_on', OLD."restored_on"), json_object('id', NEW."id", 'rev', NEW."rev", 'deputy_id', NEW."deputy_id", 'level', NEW."level", 'term', NEW."term", 'constituency', NEW."constituency", 'group_id', NEW."group_id", 'began_on', NEW."began_on", 'how', NEW."how", 'presidium', NEW."presidium", 'post', NEW."post", 'ended_on', NEW."ended_on", 'end_reason', NEW."end_reason", 'suspended_on', NEW."suspended_on", 'restored_on', NEW."restored_on")); END;
CREATE TRIGGER "log_mandate_delete" AFTER DELETE ON "mandate" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'mandate', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'deputy_id', OLD."deputy_id", 'level', OLD."level", 'term', OLD."term", 'constituency', OLD."constituency", 'group_id', OLD."group_id", 'began_on', OLD."began_on", 'how', OLD."how", 'presidium', OLD."presidium", 'post', OLD."post", 'ended_on', OLD."ended_on", 'end_reason', OLD."end_reason", 'suspended_on', OLD."suspended_on", 'restored_on', OLD."restored_on"), NULL); END;
CREATE TRIGGER "log_meeting_insert" AFTER INSERT ON "meeting" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'meeting', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'type', NEW."type", 'term', NEW."term", 'session', NEW."session", 'title', NEW."title", 'began_on', NEW."began_on", 'time', NEW."time", 'ended_on', NEW."ended_on", 'place', NEW."place", 'expected', NEW."expected", 'present', NEW."present", 'host', NEW."host", 'note', NEW."note")); END;
CREATE TRIGGER "log_meeting_update" AFTER UPDATE ON "meeting" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'meeting', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'type', OLD."type", 'term', OLD."term", 'session', OLD."session", 'title', OLD."title", 'began_on', OLD."began_on", 'time', OLD."time", 'ended_on', OLD."ended_on", 'place', OLD."place", 'expected', OLD."expected", 'present', OLD."present", 'host', OLD."host", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'type', NEW."type", 'term', NEW."term", 'session', NEW."session", 'title', NEW."title", 'began_on', NEW."began_on", 'time', NEW."time", 'ended_on', NEW."ended_on", 'place', NEW."place", 'expected', NEW."expected", 'present', NEW."present", 'host', NEW."host", 'note', NEW."note")); END;
CREATE TRIGGER "log_meeting_delete" AFTER DELETE ON "meeting" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'meeting', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'type', OLD."type", 'term', OLD."term", 'session', OLD."session", 'title', OLD."title", 'began_on', OLD."began_on", 'time', OLD."time", 'ended_on', OLD."ended_on", 'place', OLD."place", 'expected', OLD."expected", 'present', OLD."present", 'host', OLD."host", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_meeting_attendance_insert" AFTER INSERT ON "meeting_attendance" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'meeting_attendance', NEW.id, NULL, json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'deputy_id', NEW."deputy_id", 'status', NEW."status")); END;
CREATE TRIGGER "log_meeting_attendance_update" AFTER UPDATE ON "meeting_attendance" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'meeting_attendance', NEW.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'deputy_id', OLD."deputy_id", 'status', OLD."status"), json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'deputy_id', NEW."deputy_id", 'status', NEW."status")); END;
CREATE TRIGGER "log_meeting_attendance_delete" AFTER DELETE ON "meeting_attendance" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'meeting_attendance', OLD.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'deputy_id', OLD."deputy_id", 'status', OLD."status"), NULL); END;
CREATE TRIGGER "log_meeting_items_insert" AFTER INSERT ON "meeting_items" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'meeting_items', NEW.id, NULL, json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'type', NEW."type", 'title', NEW."title", 'by', NEW."by", 'for', NEW."for", 'against', NEW."against", 'abstain', NEW."abstain", 'elected', NEW."elected", 'post', NEW."post", 'outcome', NEW."outcome")); END;
CREATE TRIGGER "log_meeting_items_update" AFTER UPDATE ON "meeting_items" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'meeting_items', NEW.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'type', OLD."type", 'title', OLD."title", 'by', OLD."by", 'for', OLD."for", 'against', OLD."against", 'abstain', OLD."abstain", 'elected', OLD."elected", 'post', OLD."post", 'outcome', OLD."outcome"), json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'type', NEW."type", 'title', NEW."title", 'by', NEW."by", 'for', NEW."for", 'against', NEW."against", 'abstain', NEW."abstain", 'elected', NEW."elected", 'post', NEW."post", 'outcome', NEW."outcome")); END;
CREATE TRIGGER "log_meeting_items_delete" AFTER DELETE ON "meeting_items" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'meeting_items', OLD.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'type', OLD."type", 'title', OLD."title", 'by', OLD."by", 'for', OLD."for", 'against', OLD."against", 'abstain', OLD."abstain", 'elected', OLD."elected", 'post', OLD."post", 'outcome', OLD."outcome"), NULL); END;
CREATE TRIGGER "log_merit_insert" AFTER INSERT ON "merit" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'merit', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'happened_on', NEW."happened_on", 'deputy_id', NEW."deputy_id", 'title', NEW."title", 'award_level', NEW."award_level", 'content', NEW."content")); END;
CREATE TRIGGER "log_merit_update" AFTER UPDATE ON "merit" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'merit', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'happened_on', OLD."happened_on", 'deputy_id', OLD."deputy_id", 'title', OLD."title", 'award_level', OLD."award_level", 'content', OLD."content"), json_object('id', NEW."id", 'rev', NEW."rev", 'happened_on', NEW."happened_on", 'deputy_id', NEW."deputy_id", 'title', NEW."title", 'award_level', NEW."award_level", 'content', NEW."content")); END;
CREATE TRIGGER "log_merit_delete" AFTER DELETE ON "merit" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'merit', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'happened_on', OLD."happened_on", 'deputy_id', OLD."deputy_id", 'title', OLD."title", 'award_level', OLD."award_level", 'content', OLD."content"), NULL); END;
CREATE TRIGGER "log_note_insert" AFTER INSERT ON "note" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'note', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'on', NEW."on", 'section', NEW."section", 'text', NEW."text")); END;
CREATE TRIGGER "log_note_update" AFTER UPDATE ON "note" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'note', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'on', OLD."on", 'section', OLD."section", 'text', OLD."text"), json_object('id', NEW."id", 'rev', NEW."rev", 'on', NEW."on", 'section', NEW."section", 'text', NEW."text")); END;
CREATE TRIGGER "log_note_delete" AFTER DELETE ON "note" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'note', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'on', OLD."on", 'section', OLD."section", 'text', OLD."text"), NULL); END;
CREATE TRIGGER "log_office_insert" AFTER INSERT ON "office" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'office', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'name', NEW."name", 'county', NEW."county", 'committee', NEW."committee", 'chair', NEW."chair", 'vice_chair', NEW."vice_chair", 'doc_prefix', NEW."doc_prefix", 'rules', NEW."rules", 'contact', NEW."contact", 'phone', NEW."phone", 'address', NEW."address")); END;
CREATE TRIGGER "log_office_update" AFTER UPDATE ON "office" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'office', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'name', OLD."name", 'county', OLD."county", 'committee', OLD."committee", 'chair', OLD."chair", 'vice_chair', OLD."vice_chair", 'doc_prefix', OLD."doc_prefix", 'rules', OLD."rules", 'contact', OLD."contact", 'phone', OLD."phone", 'address', OLD."address"), json_object('id', NEW."id", 'rev', NEW."rev", 'name', NEW."name", 'county', NEW."county", 'committee', NEW."committee", 'chair', NEW."chair", 'vice_chair', NEW."vice_chair", 'doc_prefix', NEW."doc_prefix", 'rules', NEW."rules", 'contact', NEW."contact", 'phone', NEW."phone", 'address', NEW."address")); END;
CREATE TRIGGER "log_office_delete" AFTER DELETE ON "office" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'office', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'name', OLD."name", 'county', OLD."county", 'committee', OLD."committee", 'chair', OLD."chair", 'vice_chair', OLD."vice_chair", 'doc_prefix', OLD."doc_prefix", 'rules', OLD."rules", 'contact', OLD."contact", 'phone', OLD."phone", 'address', OLD."address"), NULL); END;
CREATE TRIGGER "log_opinion_insert" AFTER INSERT ON "opinion" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'opinion', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'received_on', NEW."received_on", 'content', NEW."content", 'visit_id', NEW."visit_id", 'voter', NEW."voter", 'deputy_id', NEW."deputy_id", 'category', NEW."category", 'outcome', NEW."outcome", 'unit', NEW."unit", 'transferred_on', NEW."transferred_on", 'due', NEW."due", 'resolved_on', NEW."resolved_on", 'result', NEW."result", 'suggestion_id', NEW."suggestion_id")); END;
CREATE TRIGGER "log_opinion_update" AFTER UPDATE ON "opinion" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'opinion', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'received_on', OLD."received_on", 'content', OLD."content", 'visit_id', OLD."visit_id", 'voter', OLD."voter", 'deputy_id', OLD."deputy_id", 'category', OLD."category", 'outcome', OLD."outcome", 'unit', OLD."unit", 'transferred_on', OLD."transferred_on", 'due', OLD."due", 'resolved_on', OLD."resolved_on", 'result', OLD."result", 'suggestion_id', OLD."suggestion_id"), json_object('id', NEW."id", 'rev', NEW."rev", 'received_on', NEW."received_on", 'content', NEW."content", 'visit_id', NEW."visit_id", 'voter', NEW."voter", 'deputy_id', NEW."deputy_id", 'category', NEW."category", 'outcome', NEW."outcome", 'unit', NEW."unit", 'transferred_on', NEW."transferred_on", 'due', NEW."due", 'resolved_on', NEW."resolved_on", 'result', NEW."result", 'suggestion_id', NEW."suggestion_id")); END;
CREATE TRIGGER "log_opinion_delete" AFTER DELETE ON "opinion" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'opinion', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'received_on', OLD."received_on", 'content', OLD."content", 'visit_id', OLD."visit_id", 'voter', OLD."voter", 'deputy_id', OLD."deputy_id", 'category', OLD."category", 'outcome', OLD."outcome", 'unit', OLD."unit", 'transferred_on', OLD."transferred_on", 'due', OLD."due", 'resolved_on', OLD."resolved_on", 'result', OLD."result", 'suggestion_id', OLD."suggestion_id"), NULL); END;
CREATE TRIGGER "log_petition_insert" AFTER INSERT ON "petition" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'petition', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'received_on', NEW."received_on", 'channel', NEW."channel", 'content', NEW."content", 'person', NEW."person", 'people', NEW."people", 'disposal', NEW."disposal", 'unit', NEW."unit", 'transferred_on', NEW."transferred_on", 'due', NEW."due", 'resolved_on', NEW."resolved_on", 'result', NEW."result")); END;
CREATE TRIGGER "log_petition_update" AFTER UPDATE ON "petition" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'petition', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'received_on', OLD."received_on", 'channel', OLD."channel", 'content', OLD."content", 'person', OLD."person", 'people', OLD."people", 'disposal', OLD."disposal", 'unit', OLD."unit", 'transferred_on', OLD."transferred_on", 'due', OLD."due", 'resolved_on', OLD."resolved_on", 'result', OLD."result"), json_object('id', NEW."id", 'rev', NEW."rev", 'received_on', NEW."received_on", 'channel', NEW."channel", 'content', NEW."content", 'person', NEW."person", 'people', NEW."people", 'disposal', NEW."disposal", 'unit', NEW."unit", 'transferred_on', NEW."transferred_on", 'due', NEW."due", 'resolved_on', NEW."resolved_on", 'result', NEW."result")); END;
CREATE TRIGGER "log_petition_delete" AFTER DELETE ON "petition" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'petition', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'received_on', OLD."received_on", 'channel', OLD."channel", 'content', OLD."content", 'person', OLD."person", 'people', OLD."people", 'disposal', OLD."disposal", 'unit', OLD."unit", 'transferred_on', OLD."transferred_on", 'due', OLD."due", 'resolved_on', OLD."resolved_on", 'result', OLD."result"), NULL); END;
CREATE TRIGGER "log_plan_insert" AFTER INSERT ON "plan" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'plan', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'year', NEW."year", 'title', NEW."title", 'section', NEW."section", 'due', NEW."due", 'done_on', NEW."done_on", 'note', NEW."note")); END;
CREATE TRIGGER "log_plan_update" AFTER UPDATE ON "plan" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'plan', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'year', OLD."year", 'title', OLD."title", 'section', OLD."section", 'due', OLD."due", 'done_on', OLD."done_on", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'year', NEW."year", 'title', NEW."title", 'section', NEW."section", 'due', NEW."due", 'done_on', NEW."done_on", 'note', NEW."note")); END;
CREATE TRIGGER "log_plan_delete" AFTER DELETE ON "plan" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'plan', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'year', OLD."year", 'title', OLD."title", 'section', OLD."section", 'due', OLD."due", 'done_on', OLD."done_on", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_regulation_insert" AFTER INSERT ON "regulation" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'regulation', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'name', NEW."name", 'type', NEW."type", 'adopted_on', NEW."adopted_on", 'revised_on', NEW."revised_on", 'note', NEW."note")); END;
CREATE TRIGGER "log_regulation_update" AFTER UPDATE ON "regulation" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'regulation', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'name', OLD."name", 'type', OLD."type", 'adopted_on', OLD."adopted_on", 'revised_on', OLD."revised_on", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'name', NEW."name", 'type', NEW."type", 'adopted_on', NEW."adopted_on", 'revised_on', NEW."revised_on", 'note', NEW."note")); END;
CREATE TRIGGER "log_regulation_delete" AFTER DELETE ON "regulation" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'regulation', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'name', OLD."name", 'type', OLD."type", 'adopted_on', OLD."adopted_on", 'revised_on', OLD."revised_on", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_station_insert" AFTER INSERT ON "station" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'station', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'name', NEW."name", 'type', NEW."type", 'village', NEW."village", 'opened_on', NEW."opened_on", 'funds', NEW."funds", 'reception_day', NEW."reception_day", 'note', NEW."note")); END;
CREATE TRIGGER "log_station_update" AFTER UPDATE ON "station" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'station', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'name', OLD."name", 'type', OLD."type", 'village', OLD."village", 'opened_on', OLD."opened_on", 'funds', OLD."funds", 'reception_day', OLD."reception_day", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'name', NEW."name", 'type', NEW."type", 'village', NEW."village", 'opened_on', NEW."opened_on", 'funds', NEW."funds", 'reception_day', NEW."reception_day", 'note', NEW."note")); END;
CREATE TRIGGER "log_station_delete" AFTER DELETE ON "station" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'station', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'name', OLD."name", 'type', OLD."type", 'village', OLD."village", 'opened_on', OLD."opened_on", 'funds', OLD."funds", 'reception_day', OLD."reception_day", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_suggestion_insert" AFTER INSERT ON "suggestion" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'suggestion', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'title', NEW."title", 'type', NEW."type", 'number', NEW."number", 'body', NEW."body", 'basis', NEW."basis", 'proposal', NEW."proposal", 'submitted_on', NEW."submitted_on", 'term', NEW."term", 'session', NEW."session", 'origin', NEW."origin", 'proposer_id', NEW."proposer_id", 'category', NEW."category", 'key', NEW."key", 'complex', NEW."complex", 'disclosure', NEW."disclosure", 'converted_from_id', NEW."converted_from_id", 'note', NEW."note")); END;
CREATE TRIGGER "log_suggestion_update" AFTER UPDATE ON "suggestion" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'suggestion', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'title', OLD."title", 'type', OLD."type", 'number', OLD."number", 'body', OLD."body", 'basis', OLD."basis", 'proposal', OLD."proposal", 'submitted_on', OLD."submitted_on", 'term', OLD."term", 'session', OLD."session", 'origin', OLD."origin", 'proposer_id', OLD."proposer_id", 'category', OLD."category", 'key', OLD."key", 'complex', OLD."complex", 'disclosure', OLD."disclosure", 'converted_from_id', OLD."converted_from_id", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'title', NEW."title", 'type', NEW."type", 'number', NEW."number", 'body', NEW."body", 'basis', NEW."basis", 'proposal', NEW."proposal", 'submitted_on', NEW."submitted_on", 'term', NEW."term", 'session', NEW."session", 'origin', NEW."origin", 'proposer_id', NEW."proposer_id", 'category', NEW."category", 'key', NEW."key", 'complex', NEW."complex", 'disclosure', NEW."disclosure", 'converted_from_id', NEW."converted_from_id", 'note', NEW."note")); END;
CREATE TRIGGER "log_suggestion_delete" AFTER DELETE ON "suggestion" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'suggestion', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'title', OLD."title", 'type', OLD."type", 'number', OLD."number", 'body', OLD."body", 'basis', OLD."basis", 'proposal', OLD."proposal", 'submitted_on', OLD."submitted_on", 'term', OLD."term", 'session', OLD."session", 'origin', OLD."origin", 'proposer_id', OLD."proposer_id", 'category', OLD."category", 'key', OLD."key", 'complex', OLD."complex", 'disclosure', OLD."disclosure", 'converted_from_id', OLD."converted_from_id", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_suggestion_cosigners_insert" AFTER INSERT ON "suggestion_cosigners" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'suggestion_cosigners', NEW.id, NULL, json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'deputy_id', NEW."deputy_id")); END;
CREATE TRIGGER "log_suggestion_cosigners_update" AFTER UPDATE ON "suggestion_cosigners" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'suggestion_cosigners', NEW.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'deputy_id', OLD."deputy_id"), json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'deputy_id', NEW."deputy_id")); END;
CREATE TRIGGER "log_suggestion_cosigners_delete" AFTER DELETE ON "suggestion_cosigners" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'suggestion_cosigners', OLD.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'deputy_id', OLD."deputy_id"), NULL); END;
CREATE TRIGGER "log_suggestion_steps_insert" AFTER INSERT ON "suggestion_steps" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'suggestion_steps', NEW.id, NULL, json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'step', NEW."step", 'on', NEW."on", 'unit', NEW."unit", 'co_units', NEW."co_units", 'method', NEW."method", 'leader', NEW."leader", 'handler', NEW."handler", 'due', NEW."due", 'reason', NEW."reason", 'stage', NEW."stage", 'mode', NEW."mode", 'deputy_id', NEW."deputy_id", 'result', NEW."result", 'doc_no', NEW."doc_no", 'signed_by', NEW."signed_by", 'summary', NEW."summary", 'body', NEW."body", 'contact', NEW."contact", 'phone', NEW."phone", 'promise', NEW."promise", 'promise_due', NEW."promise_due", 'attitude', NEW."attitude", 'outcome', NEW."outcome", 'by', NEW."by", 'into_id', NEW."into_id", 'note', NEW."note", 'delivered_on', NEW."delivered_on")); END;
CREATE TRIGGER "log_suggestion_steps_update" AFTER UPDATE ON "suggestion_steps" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'suggestion_steps', NEW.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'step', OLD."step", 'on', OLD."on", 'unit', OLD."unit", 'co_units', OLD."co_units", 'method', OLD."method", 'leader', OLD."leader", 'handler', OLD."handler", 'due', OLD."due", 'reason', OLD."reason", 'stage', OLD."stage", 'mode', OLD."mode", 'deputy_id', OLD."deputy_id", 'result', OLD."result", 'doc_no', OLD."doc_no", 'signed_by', OLD."signed_by", 'summary', OLD."summary", 'body', OLD."body", 'contact', OLD."contact", 'phone', OLD."phone", 'promise', OLD."promise", 'promise_due', OLD."promise_due", 'attitude', OLD."attitude", 'outcome', OLD."outcome", 'by', OLD."by", 'into_id', OLD."into_id", 'note', OLD."note", 'delivered_on', OLD."delivered_on"), json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'step', NEW."step", 'on', NEW."on", 'unit', NEW."unit", 'co_units', NEW."co_units", 'method', NEW."method", 'leader', NEW."leader", 'handler', NEW."handler", 'due', NEW."due", 'reason', NEW."reason", 'stage', NEW."stage", 'mode', NEW."mode", 'deputy_id', NEW."deputy_id", 'result', NEW."result", 'doc_no', NEW."doc_no", 'signed_by', NEW."signed_by", 'summary', NEW."summary", 'body', NEW."body", 'contact', NEW."contact", 'phone', NEW."phone", 'promise', NEW."promise", 'promise_due', NEW."promise_due", 'attitude', NEW."attitude", 'outcome', NEW."outcome", 'by', NEW."by", 'into_id', NEW."into_id", 'note', NEW."note", 'delivered_on', NEW."delivered_on")); END;
CREATE TRIGGER "log_suggestion_steps_delete" AFTER DELETE ON "suggestion_steps" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'suggestion_steps', OLD.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'step', OLD."step", 'on', OLD."on", 'unit', OLD."unit", 'co_units', OLD."co_units", 'method', OLD."method", 'leader', OLD."leader", 'handler', OLD."handler", 'due', OLD."due", 'reason', OLD."reason", 'stage', OLD."stage", 'mode', OLD."mode", 'deputy_id', OLD."deputy_id", 'result', OLD."result", 'doc_no', OLD."doc_no", 'signed_by', OLD."signed_by", 'summary', OLD."summary", 'body', OLD."body", 'contact', OLD."contact", 'phone', OLD."phone", 'promise', OLD."promise", 'promise_due', OLD."promise_due", 'attitude', OLD."attitude", 'outcome', OLD."outcome", 'by', OLD."by", 'into_id', OLD."into_id", 'note', OLD."note", 'delivered_on', OLD."delivered_on"), NULL); END;
CREATE TRIGGER "log_term_insert" AFTER INSERT ON "term" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'term', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'number', NEW."number", 'began_on', NEW."began_on", 'ended_on', NEW."ended_on", 'seats', NEW."seats")); END;
CREATE TRIGGER "log_term_update" AFTER UPDATE ON "term" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'term', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'number', OLD."number", 'began_on', OLD."began_on", 'ended_on', OLD."ended_on", 'seats', OLD."seats"), json_object('id', NEW."id", 'rev', NEW."rev", 'number', NEW."number", 'began_on', NEW."began_on", 'ended_on', NEW."ended_on", 'seats', NEW."seats")); END;
CREATE TRIGGER "log_term_delete" AFTER DELETE ON "term" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'term', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'number', OLD."number", 'began_on', OLD."began_on", 'ended_on', OLD."ended_on", 'seats', OLD."seats"), NULL); END;
CREATE TRIGGER "log_visit_insert" AFTER INSERT ON "visit" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'visit', NEW.id, NULL, json_object('id', NEW."id", 'rev', NEW."rev", 'held_on', NEW."held_on", 'time', NEW."time", 'type', NEW."type", 'station_id', NEW."station_id", 'place', NEW."place", 'deputy_count', NEW."deputy_count", 'voters', NEW."voters", 'households', NEW."households", 'opinions', NEW."opinions", 'solved', NEW."solved", 'note', NEW."note")); END;
CREATE TRIGGER "log_visit_update" AFTER UPDATE ON "visit" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'visit', NEW.id, json_object('id', OLD."id", 'rev', OLD."rev", 'held_on', OLD."held_on", 'time', OLD."time", 'type', OLD."type", 'station_id', OLD."station_id", 'place', OLD."place", 'deputy_count', OLD."deputy_count", 'voters', OLD."voters", 'households', OLD."households", 'opinions', OLD."opinions", 'solved', OLD."solved", 'note', OLD."note"), json_object('id', NEW."id", 'rev', NEW."rev", 'held_on', NEW."held_on", 'time', NEW."time", 'type', NEW."type", 'station_id', NEW."station_id", 'place', NEW."place", 'deputy_count', NEW."deputy_count", 'voters', NEW."voters", 'households', NEW."households", 'opinions', NEW."opinions", 'solved', NEW."solved", 'note', NEW."note")); END;
CREATE TRIGGER "log_visit_delete" AFTER DELETE ON "visit" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'visit', OLD.id, json_object('id', OLD."id", 'rev', OLD."rev", 'held_on', OLD."held_on", 'time', OLD."time", 'type', OLD."type", 'station_id', OLD."station_id", 'place', OLD."place", 'deputy_count', OLD."deputy_count", 'voters', OLD."voters", 'households', OLD."households", 'opinions', OLD."opinions", 'solved', OLD."solved", 'note', OLD."note"), NULL); END;
CREATE TRIGGER "log_visit_deputies_insert" AFTER INSERT ON "visit_deputies" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'visit_deputies', NEW.id, NULL, json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'deputy_id', NEW."deputy_id")); END;
CREATE TRIGGER "log_visit_deputies_update" AFTER UPDATE ON "visit_deputies" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'visit_deputies', NEW.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'deputy_id', OLD."deputy_id"), json_object('id', NEW."id", 'owner_id', NEW."owner_id", 'position', NEW."position", 'deputy_id', NEW."deputy_id")); END;
CREATE TRIGGER "log_visit_deputies_delete" AFTER DELETE ON "visit_deputies" BEGIN INSERT INTO change (command_id, "table", row_id, old, new) VALUES ((SELECT command_id FROM running), 'visit_deputies', OLD.id, json_object('id', OLD."id", 'owner_id', OLD."owner_id", 'position', OLD."position", 'deputy_id', OLD."deputy_id"), NULL); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('command',2);
INSERT INTO "sqlite_sequence" VALUES('change',63);
INSERT INTO "sqlite_sequence" VALUES('office',1);
INSERT INTO "sqlite_sequence" VALUES('term',2);
INSERT INTO "sqlite_sequence" VALUES('group',2);
INSERT INTO "sqlite_sequence" VALUES('station',1);
INSERT INTO "sqlite_sequence" VALUES('deputy',6);
INSERT INTO "sqlite_sequence" VALUES('mandate',2);
INSERT INTO "sqlite_sequence" VALUES('meeting',2);
INSERT INTO "sqlite_sequence" VALUES('meeting_items',2);
INSERT INTO "sqlite_sequence" VALUES('meeting_attendance',2);
INSERT INTO "sqlite_sequence" VALUES('suggestion',4);
INSERT INTO "sqlite_sequence" VALUES('suggestion_cosigners',4);
INSERT INTO "sqlite_sequence" VALUES('suggestion_steps',16);
INSERT INTO "sqlite_sequence" VALUES('duty_report',1);
INSERT INTO "sqlite_sequence" VALUES('duty_report_deputies',2);
INSERT INTO "sqlite_sequence" VALUES('visit',2);
INSERT INTO "sqlite_sequence" VALUES('visit_deputies',2);
INSERT INTO "sqlite_sequence" VALUES('opinion',1);
INSERT INTO "sqlite_sequence" VALUES('petition',1);
INSERT INTO "sqlite_sequence" VALUES('activity',2);
INSERT INTO "sqlite_sequence" VALUES('activity_deputies',2);
INSERT INTO "sqlite_sequence" VALUES('appraisal',1);
INSERT INTO "sqlite_sequence" VALUES('merit',1);
INSERT INTO "sqlite_sequence" VALUES('regulation',1);
INSERT INTO "sqlite_sequence" VALUES('document',1);
INSERT INTO "sqlite_sequence" VALUES('plan',1);
INSERT INTO "sqlite_sequence" VALUES('note',1);
INSERT INTO "sqlite_sequence" VALUES('attachment',1);
INSERT INTO "sqlite_sequence" VALUES('paper',1);
COMMIT;
