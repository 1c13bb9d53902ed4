-- A ledger of revision 0002, as its first release wrote it. Frozen: never change it, add one beside it.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE decisions (
	"row" INTEGER NOT NULL, 
	verdict VARCHAR(16) NOT NULL, 
	subject TEXT NOT NULL, 
	other TEXT NOT NULL, 
	"column" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	who TEXT NOT NULL, 
	PRIMARY KEY ("row"), 
	FOREIGN KEY("row") REFERENCES journal ("row")
);
CREATE TABLE documents (
	id INTEGER NOT NULL, 
	reading INTEGER NOT NULL, 
	jurisdiction TEXT NOT NULL, 
	doc_id TEXT NOT NULL, 
	issuer TEXT NOT NULL, 
	title TEXT NOT NULL, 
	date TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(reading) REFERENCES readings ("row")
);
CREATE TABLE files (
	"row" INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	PRIMARY KEY ("row"), 
	FOREIGN KEY("row") REFERENCES journal ("row"), 
	UNIQUE (sha256)
);
CREATE TABLE imprints (
	sha256 VARCHAR(64) NOT NULL, 
	page INTEGER NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	turn INTEGER NOT NULL, 
	first INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	spots TEXT NOT NULL, 
	PRIMARY KEY (sha256, page), 
	FOREIGN KEY(sha256) REFERENCES files (sha256)
);
CREATE TABLE journal (
	"row" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(16) NOT NULL, 
	at VARCHAR(32) NOT NULL
);
CREATE TABLE purges (
	"row" INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	who TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY ("row"), 
	FOREIGN KEY("row") REFERENCES journal ("row"), 
	FOREIGN KEY(sha256) REFERENCES files (sha256)
);
CREATE TABLE quarantine (
	"row" INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	code TEXT NOT NULL, 
	message TEXT NOT NULL, 
	position TEXT NOT NULL, 
	PRIMARY KEY ("row"), 
	FOREIGN KEY("row") REFERENCES journal ("row")
);
CREATE TABLE readings (
	"row" INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	rules VARCHAR(64) NOT NULL, 
	jurisdiction TEXT NOT NULL, 
	PRIMARY KEY ("row"), 
	FOREIGN KEY("row") REFERENCES journal ("row"), 
	FOREIGN KEY(sha256) REFERENCES files (sha256)
);
CREATE TABLE statements (
	id INTEGER NOT NULL, 
	document INTEGER NOT NULL, 
	"table" VARCHAR(32) NOT NULL, 
	data TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document) REFERENCES documents (id)
);
CREATE TABLE states (
	"row" INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	PRIMARY KEY ("row"), 
	FOREIGN KEY("row") REFERENCES journal ("row"), 
	FOREIGN KEY(sha256) REFERENCES files (sha256)
);
CREATE TABLE texts (
	sha256 VARCHAR(64) NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (sha256), 
	FOREIGN KEY(sha256) REFERENCES files (sha256)
);
CREATE TABLE withdrawals (
	"row" INTEGER NOT NULL, 
	target INTEGER NOT NULL, 
	who TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY ("row"), 
	FOREIGN KEY("row") REFERENCES journal ("row"), 
	FOREIGN KEY(target) REFERENCES journal ("row")
);
CREATE INDEX states_by_file ON states (sha256);
CREATE INDEX readings_by_file ON readings (sha256);
CREATE INDEX documents_by_reading ON documents (reading);
CREATE INDEX statements_by_document ON statements (document);
CREATE INDEX withdrawals_by_target ON withdrawals (target);
CREATE INDEX quarantine_by_file ON quarantine (sha256);
INSERT INTO journal VALUES (1,'received','2031-09-01T08:00:00+08:00');
INSERT INTO journal VALUES (2,'state','2031-09-01T08:00:00+08:00');
INSERT INTO journal VALUES (3,'reading','2031-09-01T08:00:00+08:00');
INSERT INTO journal VALUES (4,'state','2031-09-01T08:00:00+08:00');
INSERT INTO journal VALUES (5,'received','2031-09-02T08:00:00+08:00');
INSERT INTO journal VALUES (6,'purge','2031-09-02T08:00:00+08:00');
INSERT INTO journal VALUES (7,'quarantine','2031-09-02T08:00:00+08:00');
INSERT INTO journal VALUES (8,'decision','2031-09-02T08:00:00+08:00');
INSERT INTO journal VALUES (9,'reading','2031-09-03T08:00:00+08:00');
INSERT INTO journal VALUES (10,'withdrawal','2031-09-03T08:00:00+08:00');
INSERT INTO journal VALUES (11,'state','2031-09-03T08:00:00+08:00');
INSERT INTO files VALUES (1,'12e89f786d8e7e6fbd5774eb20862c60f7140c654f354fd7230265d4196a64d7','4.txt',77);
INSERT INTO files VALUES (5,'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','purged.txt',10);
INSERT INTO states VALUES (1,'12e89f786d8e7e6fbd5774eb20862c60f7140c654f354fd7230265d4196a64d7','received');
INSERT INTO states VALUES (2,'12e89f786d8e7e6fbd5774eb20862c60f7140c654f354fd7230265d4196a64d7','parsed');
INSERT INTO states VALUES (4,'12e89f786d8e7e6fbd5774eb20862c60f7140c654f354fd7230265d4196a64d7','written');
INSERT INTO states VALUES (5,'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','received');
INSERT INTO states VALUES (11,'12e89f786d8e7e6fbd5774eb20862c60f7140c654f354fd7230265d4196a64d7','verified');
INSERT INTO purges VALUES (6,'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','管理员','涉个人信息');
INSERT INTO quarantine VALUES (7,'','bad.txt','FILE-BINARY','不是文本文件 | not a text file','');
INSERT INTO decisions VALUES (8,'not-same','me_1','me_2','','','两人','审核员');
INSERT INTO readings VALUES (3,'12e89f786d8e7e6fbd5774eb20862c60f7140c654f354fd7230265d4196a64d7','text','2031.1.1','990101');
INSERT INTO readings VALUES (9,'12e89f786d8e7e6fbd5774eb20862c60f7140c654f354fd7230265d4196a64d7','text','2031.2.1','990101');
INSERT INTO withdrawals VALUES (10,3,'dutygraph load','--jurisdiction 990101');
INSERT INTO documents VALUES (1,3,'990101','兰政办发〔2031〕4号','兰亭区人民政府办公室','关于成立兰亭区医改领导小组的通知','2031-08-30');
INSERT INTO documents VALUES (2,9,'990101','兰政办发〔2031〕4号','兰亭区人民政府办公室','关于成立兰亭区医改领导小组的通知','2031-08-30');
INSERT INTO statements VALUES (1,1,'memberships','{"group":"医改领导小组","role":"成员","person":"周正","@":{"quote":"周正","rule":"roster/seat"}}');
INSERT INTO statements VALUES (2,2,'memberships','{"group":"医改领导小组","role":"成员","person":"周正","@":{"quote":"周正","rule":"roster/seat"}}');
INSERT INTO statements VALUES (3,2,'memberships','{"group":"医改领导小组","role":"成员","person":"沈渡","@":{"quote":"沈渡","rule":"roster/seat"}}');
INSERT INTO texts VALUES ('12e89f786d8e7e6fbd5774eb20862c60f7140c654f354fd7230265d4196a64d7','兰亭区人民政府办公室关于成立兰亭区医改领导小组的通知
');
INSERT INTO imprints VALUES ('12e89f786d8e7e6fbd5774eb20862c60f7140c654f354fd7230265d4196a64d7',1,595,842,0,0,26,'[[0,26,90,72,505,88]]');
