BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('006');
CREATE TABLE applications (
	ref VARCHAR(40) NOT NULL, 
	round_id INTEGER NOT NULL, 
	form_number INTEGER NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	started_by INTEGER NOT NULL, 
	started_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	eligibility JSON NOT NULL, 
	title TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	amount_pence INTEGER, 
	people INTEGER, 
	submitted_at DATETIME, 
	submitted_by INTEGER, 
	signed_name VARCHAR(200), 
	outcome_reasons TEXT, 
	version INTEGER NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_applications PRIMARY KEY (id), 
	CONSTRAINT ck_applications_state CHECK (state IN ('draft', 'submitted', 'not_eligible', 'assessing', 'scored', 'funded', 'part_funded', 'reserved', 'declined', 'withdrawn')), 
	CONSTRAINT ck_applications_state_has_sent CHECK (state IN ('draft', 'withdrawn') OR submitted_at IS NOT NULL), 
	CONSTRAINT ck_applications_sent_has_sender CHECK ((submitted_at IS NULL) = (submitted_by IS NULL) AND (submitted_at IS NULL) = (signed_name IS NULL)), 
	CONSTRAINT fk_applications_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_applications_round_id_form_number FOREIGN KEY(round_id, form_number) REFERENCES form_versions (round_id, number), 
	CONSTRAINT fk_applications_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT fk_applications_started_by FOREIGN KEY(started_by) REFERENCES people (id), 
	CONSTRAINT fk_applications_submitted_by FOREIGN KEY(submitted_by) REFERENCES people (id), 
	CONSTRAINT uq_applications_ref UNIQUE (ref)
);
INSERT INTO "applications" VALUES('GC-YJYA-3CX9-Y2',1,1,1,1,'2026-04-25 08:17:38.318327','2026-04-26 15:11:52.216228','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Eight O''Clock Without the Queue','Since the phone line at the surgery became a queue of forty, people here have simply stopped going. We cannot watch that any longer. So we''d like to teach the app. One phone for a family of five. It goes out of the door with whoever has the early shift. The practice manager at our surgery is glad of it and will send a nurse to the first session.',168500,66,'2026-04-26 15:11:52.216228',1,'Amina Yusuf','You start with what people want for themselves, and the costs are well worked out. We''re glad to fund it in full.',1,'funded',1);
INSERT INTO "applications" VALUES('GC-6ERT-B85S-DG',1,1,17,31,'2026-05-06 19:30:20.930674','2026-05-10 06:52:00.723547','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','The Try-It Table','Most phones can read aloud, show captions, take dictation and answer to a switch. Hardly anyone is shown how. We will show them. It takes time to trust a person, a place and a timetable. We''ve had four years. At least 78 people try it. Those whom it suits can borrow the equipment for two months.',299700,78,'2026-05-10 06:52:00.723547',31,'Ellis Fairburn','The plan is good, and the panel was sure of the people. It thought that you could start with fewer devices and come back when you need more.',1,'part_funded',3);
INSERT INTO "applications" VALUES('GC-669F-H23E-FM',1,1,43,57,'2026-04-27 02:12:32.557155','2026-04-30 01:15:52.322999','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Charged','We would keep a cupboard of charged, simple phones, and have someone there who helps to get people back into their accounts. We won''t say where they live or how many there are in each ward. Please understand. The worst is being locked out: new phone, old number, code sent to a phone at the bottom of the canal. Dogs are welcome. It matters more than you''d think.',412100,93,'2026-04-30 01:15:52.322999',57,'Bronwen Pugh','You were close. We have kept your place, in the order of the scores, in case money comes back.',1,'reserved',5);
INSERT INTO "applications" VALUES('GC-W5SK-W8G4-YE',1,1,7,21,'2026-05-18 19:53:18.479060','2026-05-21 08:56:38.023866','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','A Box of Photographs','Everyone has a biscuit tin of old photographs. We want to scan them, name the faces, and put together the story of Gipton. At the end there is an exhibition, one in a room and one online, and 56 people who helped to make it. The grant of £2,959 would go mainly on the equipment. It sounds small. It isn''t.',295900,56,'2026-05-21 08:56:38.023866',21,'Desmond Blake','The costs were higher than others ask for the same things, and there were no quotes. We''d be glad to go through them with you before you try again.',1,'declined',6);
INSERT INTO "applications" VALUES('GC-4ATF-WKWC-GQ',1,1,21,35,'2026-05-15 18:31:16.666364','2026-05-19 17:22:07.690059','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Getting On with the NHS App','Our project helps older people to order a prescription, read a letter and book the GP on a phone. The practice manager at our surgery is glad of it and will send a nurse to the first session. We aim for 36 people who can use it by themselves, and a few relatives who stop doing it for them. Ask anyone in Chapeltown.',231100,36,'2026-05-19 17:22:07.690059',35,'Winston Archibald','Your group''s bank account is in the name of one person. We can only pay into an account in the group''s own name.',1,'not_eligible',13);
INSERT INTO "applications" VALUES('GC-ET6V-KP7E-HD',1,1,38,52,'2026-05-19 01:08:31.561090','2026-05-19 19:43:30.300969','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Not One Size Fits All','We would set up a table where disabled people can try things: magnifiers, talking keyboards, switches, stands and settings that cost nothing. Many of our members could use a computer well enough before they got ill. They need other ways now, not lessons for beginners. At least 41 people try it. Those whom it suits can borrow the equipment for two months.',331400,41,NULL,NULL,NULL,NULL,1,'withdrawn',17);
INSERT INTO "applications" VALUES('GC-KZ5T-FGA8-MB',2,1,2,3,'2026-09-16 18:21:16.088344','2026-09-20 23:03:57.848017','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Wave When You Can See Me','We want to help Deaf and hard of hearing people to talk by video with family, doctors and each other. Arthritis and a touch screen don''t go together until somebody has shown you the settings. 60 people would learn it, and a weekly call would keep them together when the weather keeps them in. The grant of £3,397 would go mainly on the equipment.',339700,60,'2026-09-20 23:03:57.848017',3,'Grace Oyelaran',NULL,1,'assessing',49);
INSERT INTO "applications" VALUES('GC-H7QB-QGW2-42',2,1,27,41,'2026-09-16 05:51:57.555434','2026-09-20 22:18:38.743447','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Tea and Tablets','Half our members own a smartphone and use it only to ring people. A table, two helpers and a plate of biscuits would change that.',171600,63,'2026-09-20 22:18:38.743447',41,'Lee Farrar',NULL,1,'submitted',50);
INSERT INTO "applications" VALUES('GC-VHP5-Y74B-SZ',2,1,71,85,'2026-09-10 22:19:10.717871','2026-09-13 01:10:10.556379','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','My Settings, My Way','We would set up a table where Deaf and hard of hearing people can try things: magnifiers, talking keyboards, switches, stands and settings that cost nothing.',340800,67,'2026-09-13 01:10:10.556379',85,'Parisa Tehrani','The grant would be passed on to people as small sums of money. We can pay for what you do, but not for grants to others.',1,'not_eligible',51);
INSERT INTO "applications" VALUES('GC-P9DX-B366-49',2,1,33,47,'2026-09-24 10:56:09.136588','2026-09-26 05:32:47.967016','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Bring Your Own Phone to Rothwell','Half our members own a smartphone and use it only to ring people. A table, two helpers and a plate of biscuits would change that. Small buttons and stiff fingers make a phone hard work, and a shop assistant of twenty has no time to explain. It is for those who would never sign up for a class, because a class sounds like school. The grant of £1,343 would go mainly on the equipment.',134300,39,'2026-09-26 05:32:47.967016',47,'Raymond Spink',NULL,1,'scored',52);
INSERT INTO "applications" VALUES('GC-CW4G-G463-5Z',2,1,63,77,'2026-09-30 23:49:15.756283','2026-10-04 12:42:17.452263','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Community Tech Project','It''s a project to get people online. Everything is online now, and if you''re not then you miss out.',480000,64,'2026-10-04 12:42:17.452263',77,'Bhavna Mistry','The costs were higher than others ask for the same things, and there were no quotes. We''d be glad to go through them with you before you try again.',1,'declined',56);
INSERT INTO "applications" VALUES('GC-9QNZ-G53K-7D',2,1,137,151,'2026-08-24 02:55:25.767428','2026-08-27 01:31:21.789549','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Press Submit Together','The right to live, work and rent here now sits in an online account. People come to us who can''t open theirs. We want to sit beside them until they can. We work in their own language first. Almost no one else round here does. We stay on the right side of the rules: no immigration advice, but we know who gives it. 110 people a year, and behind most of them a family. The grant of £3,513 would go mainly on people''s time.',351300,110,NULL,NULL,NULL,NULL,1,'withdrawn',64);
INSERT INTO "applications" VALUES('GC-6A63-XMS5-FJ',2,1,120,134,'2026-09-24 04:33:03.702492','2026-09-28 00:57:57.974982','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Point and Wander','We would walk, take photos on our phones and come back to look at them together. By the time people notice, they have learned to share a picture.',246100,39,'2026-09-28 00:57:57.974982',134,'Saba Tesfay','We would like this to happen. There wasn''t enough money for all of it, so we are funding the sessions and most of the equipment.',1,'part_funded',65);
INSERT INTO "applications" VALUES('GC-Q62A-7C36-76',2,1,102,116,'2026-09-16 06:39:57.567438','2026-09-18 23:55:26.296726','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','One Helps One','The best teacher is somebody who learned it last year. We have plenty of those, and want to train eleven of them. They won''t run classes. They''ll notice, ask, sit down and show. Each new champion helps five people in the year that follows, which makes 46. Our committee agreed the plan in August.',255000,46,'2026-09-18 23:55:26.296726',116,'Mina Chowdhury','The panel liked how carefully you have thought about safety and trust. There was nothing that it wanted to change.',1,'funded',69);
INSERT INTO "applications" VALUES('GC-SRGX-W9JF-P7',2,1,24,38,'2026-08-29 02:11:33.642674','2026-09-03 01:08:42.666891','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Otley in Pictures','Our members know things about these streets that are written down nowhere. With a scanner and some patience we can keep them. The grant of £2,432 would go mainly on the equipment. Come on a Tuesday, you''ll see.',243200,43,'2026-09-03 01:08:42.666891',38,'Elspeth Rennie','You were close. We have kept your place, in the order of the scores, in case money comes back.',1,'reserved',71);
INSERT INTO "applications" VALUES('GC-K683-VC5M-AS',2,1,15,29,'2026-09-30 21:59:32.765859','2026-10-01 19:08:32.953793','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','First Things First','Homeless people have to do everything online with less than anyone. We want a desk, a plug and a patient person. Getting through the door is the achievement. What happens next must be gentle. The worst is being locked out: new phone, old number, code sent to a phone at the bottom of the canal. £3,810 would do it.',NULL,74,NULL,NULL,NULL,NULL,1,'draft',78);
INSERT INTO "applications" VALUES('GC-QS5V-9TFJ-QB',3,1,1,1,'2026-11-19 18:53:56.657952','2026-11-21 19:20:34.761906','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Appointments Made Easy','Since the phone line at the surgery became a queue of forty, people here have simply stopped going. We cannot watch that any longer. So we''d like to teach the app. When you''ve four jobs and none of them has a desk, you do it all on a phone in the lunch break. We aim for 34 people who can use it by themselves, and a few relatives who stop doing it for them.',NULL,34,NULL,NULL,NULL,NULL,1,'draft',199);
INSERT INTO "applications" VALUES('GC-D6VD-4YKS-3Q',3,1,17,31,'2026-10-31 23:37:29.755412','2026-11-05 16:03:26.575974','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Digital Inclusion Project','Most phones can read aloud, show captions, take dictation and answer to a switch. Hardly anyone is shown how. We will show them. With £4,156 we could start straight away. You will not need to ring us to find out how it went. We''ll ring you.',415600,67,'2026-11-05 16:03:26.575974',31,'Ellis Fairburn',NULL,1,'submitted',200);
CREATE TABLE assessments (
	ref VARCHAR(40) NOT NULL, 
	application_id INTEGER NOT NULL, 
	reviewer_id INTEGER NOT NULL, 
	is_third BOOLEAN NOT NULL, 
	shared_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	points INTEGER, 
	state VARCHAR(40) NOT NULL, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_assessments PRIMARY KEY (id), 
	CONSTRAINT ck_assessments_finished_has_date CHECK ((state = 'finished') = (finished_at IS NOT NULL)), 
	CONSTRAINT ck_assessments_finished_has_points CHECK ((state = 'finished') = (points IS NOT NULL)), 
	CONSTRAINT ck_assessments_state CHECK (state IN ('shared', 'finished', 'stood_down')), 
	CONSTRAINT fk_assessments_application_id FOREIGN KEY(application_id) REFERENCES applications (id), 
	CONSTRAINT fk_assessments_reviewer_id FOREIGN KEY(reviewer_id) REFERENCES people (id), 
	CONSTRAINT uq_assessments_application_id_reviewer_id UNIQUE (application_id, reviewer_id), 
	CONSTRAINT uq_assessments_ref UNIQUE (ref)
);
INSERT INTO "assessments" VALUES('MTZICbt-iNLUpdKU-nfOvw',1,6,0,'2026-05-30 09:11:00.000000','2026-06-07 09:43:00.000000',335,'finished',1);
INSERT INTO "assessments" VALUES('9t9cOCPaNBiSP3r0WWn-Lw',1,8,0,'2026-05-30 09:11:00.000000','2026-06-14 08:25:00.000000',285,'finished',2);
INSERT INTO "assessments" VALUES('-OMamu8s4aDmc0UeTaBAVA',1,7,1,'2026-05-30 09:11:00.000000','2026-06-02 10:58:00.000000',295,'finished',3);
INSERT INTO "assessments" VALUES('qpb5kgJHQb0UBkgoUmxxhQ',3,8,0,'2026-05-30 11:16:00.000000','2026-06-08 11:45:00.000000',415,'finished',6);
INSERT INTO "assessments" VALUES('3CIygneTrkRTRrrFotFOeA',3,6,0,'2026-05-30 11:16:00.000000','2026-06-01 11:11:00.000000',360,'finished',7);
INSERT INTO "assessments" VALUES('Xf9vHCGJ5U4UKf-75F-eLA',5,8,0,'2026-05-30 13:56:00.000000','2026-06-01 13:13:00.000000',235,'finished',10);
INSERT INTO "assessments" VALUES('A-Xrzp7x--BF0OA6FFasAA',5,7,0,'2026-05-30 13:56:00.000000','2026-06-12 11:43:00.000000',275,'finished',11);
INSERT INTO "assessments" VALUES('f4m6shxWSAFPNaxjE7OTWg',6,8,0,'2026-05-30 14:16:00.000000','2026-06-11 13:11:00.000000',205,'finished',12);
INSERT INTO "assessments" VALUES('nUL0SdHtF2RjK05NmdNt5Q',6,6,0,'2026-05-30 14:16:00.000000','2026-06-07 13:59:00.000000',270,'finished',13);
INSERT INTO "assessments" VALUES('hOU7x4S6MTfKfC_D28E4mA',6,7,1,'2026-05-30 14:16:00.000000','2026-06-01 10:42:00.000000',210,'finished',14);
INSERT INTO "assessments" VALUES('XByOT9FKXAETA7_xslRuOA',49,8,0,'2026-10-17 14:53:00.000000',NULL,NULL,'shared',107);
INSERT INTO "assessments" VALUES('mSrtjG_1_VS91wBtCEkfUQ',49,7,0,'2026-10-17 14:53:00.000000',NULL,NULL,'shared',108);
INSERT INTO "assessments" VALUES('RiN_L3Y0YZLJMQlgMPHP6w',52,8,0,'2026-10-17 15:02:00.000000','2026-10-25 10:19:00.000000',330,'finished',109);
INSERT INTO "assessments" VALUES('j46kaCooSEMIgjHaBy5-GA',52,7,0,'2026-10-17 15:02:00.000000','2026-10-23 15:11:00.000000',280,'finished',110);
INSERT INTO "assessments" VALUES('II-unvR4Yp8znZ3uU-91Zg',52,6,1,'2026-10-17 15:02:00.000000','2026-10-27 11:32:00.000000',305,'finished',111);
INSERT INTO "assessments" VALUES('sLA6DGmwpV50qu5Ydiq9HQ',56,7,0,'2026-10-17 10:19:00.000000','2026-10-24 10:49:00.000000',165,'finished',118);
INSERT INTO "assessments" VALUES('iA0OrwKnOYr2zu47hhHOLQ',56,6,0,'2026-10-17 10:19:00.000000','2026-10-19 13:05:00.000000',110,'finished',119);
INSERT INTO "assessments" VALUES('8OR6TbJ6B9XCLg_SjEVM3Q',56,8,1,'2026-10-17 10:19:00.000000','2026-10-22 09:29:00.000000',75,'finished',120);
INSERT INTO "assessments" VALUES('SNEDLLH8KoOSVaSiamuutQ',65,8,0,'2026-10-17 11:33:00.000000','2026-11-01 16:11:00.000000',330,'finished',137);
INSERT INTO "assessments" VALUES('Ce9J5Ue4HTJmEa6dJNCcNQ',65,7,0,'2026-10-17 11:33:00.000000','2026-10-20 08:09:00.000000',410,'finished',138);
INSERT INTO "assessments" VALUES('LG4gfUhsnqUXg9tWWwwn2w',69,7,0,'2026-10-17 12:07:00.000000','2026-10-24 10:41:00.000000',415,'finished',143);
INSERT INTO "assessments" VALUES('iwNTRzIt2Jpb4g2eGSgz7A',69,8,0,'2026-10-17 12:07:00.000000','2026-10-31 09:43:00.000000',470,'finished',144);
INSERT INTO "assessments" VALUES('DzFDtnB6Q210iQcHdWcQ0w',69,6,1,'2026-10-17 12:07:00.000000','2026-10-22 11:31:00.000000',370,'finished',145);
INSERT INTO "assessments" VALUES('LBO-ic23uVI33xH9f0GZNQ',71,6,0,'2026-10-17 10:49:00.000000','2026-10-22 14:42:00.000000',240,'finished',149);
INSERT INTO "assessments" VALUES('NTPK7TKQ5PdaryHK85llCQ',71,8,0,'2026-10-17 10:49:00.000000','2026-10-26 14:10:00.000000',255,'finished',150);
INSERT INTO "assessments" VALUES('9OrnbjoILRprbonBbG6_3Q',71,7,1,'2026-10-17 10:49:00.000000','2026-10-23 13:23:00.000000',335,'finished',151);
INSERT INTO "assessments" VALUES('ruths-own-circle',49,6,0,'2026-11-26 13:17:52.186705',NULL,NULL,'shared',394);
CREATE TABLE attempts (
	id INTEGER NOT NULL, 
	what VARCHAR(60) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_attempts PRIMARY KEY (id)
);
CREATE TABLE conflicts (
	round_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	source VARCHAR(20) NOT NULL, 
	declared_at DATETIME NOT NULL, 
	CONSTRAINT pk_conflicts PRIMARY KEY (round_id, person_id, organisation_id), 
	CONSTRAINT ck_conflicts_source CHECK (source IN ('declared', 'known')), 
	CONSTRAINT fk_conflicts_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_conflicts_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_conflicts_round_id FOREIGN KEY(round_id) REFERENCES rounds (id)
);
INSERT INTO "conflicts" VALUES(1,6,2,'known','2026-05-25 08:05:00.000000');
INSERT INTO "conflicts" VALUES(2,6,2,'known','2026-10-12 09:19:00.000000');
CREATE TABLE "council" (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	programme TEXT NOT NULL, 
	team TEXT NOT NULL, 
	place TEXT NOT NULL, 
	email TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	phone_hours TEXT NOT NULL, 
	about TEXT NOT NULL, 
	credit TEXT NOT NULL, 
	CONSTRAINT pk_council PRIMARY KEY (id), 
	CONSTRAINT ck_council_one_row CHECK (id = 1)
);
INSERT INTO "council" VALUES(1,'Leeds demonstration council','Connected Leeds','the Connected Leeds team','Leeds','digital@example.org','0113 496 0100','Monday to Friday, 9am to 5pm','Connected Leeds helps people get online who want to be and cannot be yet. We work through the groups that people already know and trust.','An invented programme, for demonstration. It is not a service of Leeds City Council.');
CREATE TABLE council_roles (
	person_id INTEGER NOT NULL, 
	role VARCHAR(60) NOT NULL, 
	given_at DATETIME NOT NULL, 
	CONSTRAINT pk_council_roles PRIMARY KEY (person_id, role), 
	CONSTRAINT fk_council_roles_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "council_roles" VALUES(6,'reviewer','2026-01-30 13:17:51.324262');
INSERT INTO "council_roles" VALUES(7,'reviewer','2026-01-30 13:17:51.325199');
INSERT INTO "council_roles" VALUES(8,'reviewer','2026-01-30 13:17:51.325574');
INSERT INTO "council_roles" VALUES(9,'approver','2026-01-30 13:17:51.325854');
INSERT INTO "council_roles" VALUES(10,'approver','2026-01-30 13:17:51.326117');
INSERT INTO "council_roles" VALUES(11,'finance','2026-01-30 13:17:51.326372');
INSERT INTO "council_roles" VALUES(12,'finance','2026-01-30 13:17:51.326629');
INSERT INTO "council_roles" VALUES(13,'champions_officer','2026-01-30 13:17:51.326887');
INSERT INTO "council_roles" VALUES(14,'coordinator','2026-01-30 13:17:51.327162');
INSERT INTO "council_roles" VALUES(15,'coordinator','2026-01-30 13:17:51.327416');
INSERT INTO "council_roles" VALUES(16,'programme_lead','2026-01-30 13:17:51.327668');
INSERT INTO "council_roles" VALUES(17,'administrator','2026-01-30 13:17:51.327917');
CREATE TABLE decisions (
	ref VARCHAR(40) NOT NULL, 
	application_id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	outcome VARCHAR(20) NOT NULL, 
	amount_pence BIGINT NOT NULL, 
	reasons TEXT NOT NULL, 
	letter TEXT NOT NULL, 
	return_note TEXT, 
	proposed_by INTEGER NOT NULL, 
	proposed_at DATETIME NOT NULL, 
	confirmed_by INTEGER, 
	confirmed_at DATETIME, 
	released_by INTEGER, 
	released_at DATETIME, 
	version INTEGER NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_decisions PRIMARY KEY (id), 
	CONSTRAINT ck_decisions_paying_has_amount CHECK ((outcome IN ('fund', 'part_fund')) = (amount_pence > 0) AND amount_pence >= 0), 
	CONSTRAINT ck_decisions_released_has_releaser CHECK ((state = 'released') = (released_at IS NOT NULL) AND (released_at IS NULL) = (released_by IS NULL)), 
	CONSTRAINT ck_decisions_confirmed_has_confirmer CHECK ((state IN ('confirmed', 'released')) = (confirmed_by IS NOT NULL) AND (confirmed_by IS NULL) = (confirmed_at IS NULL)), 
	CONSTRAINT ck_decisions_outcome CHECK (outcome IN ('fund', 'part_fund', 'reserve', 'decline')), 
	CONSTRAINT ck_decisions_state CHECK (state IN ('proposed', 'returned', 'confirmed', 'released')), 
	CONSTRAINT ck_decisions_two_people CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by), 
	CONSTRAINT fk_decisions_application_id FOREIGN KEY(application_id) REFERENCES applications (id), 
	CONSTRAINT fk_decisions_confirmed_by FOREIGN KEY(confirmed_by) REFERENCES people (id), 
	CONSTRAINT fk_decisions_proposed_by FOREIGN KEY(proposed_by) REFERENCES people (id), 
	CONSTRAINT fk_decisions_released_by FOREIGN KEY(released_by) REFERENCES people (id), 
	CONSTRAINT fk_decisions_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT uq_decisions_application_id UNIQUE (application_id), 
	CONSTRAINT uq_decisions_ref UNIQUE (ref)
);
INSERT INTO "decisions" VALUES('D-FZGE-2C4V-PX',3,1,'part_fund',209700,'The plan is good, and the panel was sure of the people. It thought that you could start with fewer devices and come back when you need more.','Dear Different Wiring,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are glad to say yes to a part of it. We will give £2,097 of £2,997 towards “The Try-It Table”.

What the people who read it liked:

- Costs: I went through it line by line and would change nothing.
- Need and furthest first: Honest about who is still missing, which makes me trust the rest.
- Change for people: A change that people named themselves. The count is sound too.

Thank you for all that you do.',NULL,9,'2026-07-03 12:03:00.000000',10,'2026-07-03 14:45:00.000000',10,'2026-07-10 12:08:00.000000',1,'released',13);
INSERT INTO "decisions" VALUES('D-KRA6-KP6J-PE',1,1,'fund',168500,'You start with what people want for themselves, and the costs are well worked out. We''re glad to fund it in full.','Dear Hyde Park Tea and Tech,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are glad to say yes. We will fund “Eight O''Clock Without the Queue” with £1,685, all that you asked for.

What the people who read it liked:

- Plan and people: A plan so clear that another group could pick it up and run it.
- Costs: Good value per person, without being mean to volunteers.
- Safe and lasting: Scams come first, not last. I trust them with people. I read it twice.

Thank you for all that you do.',NULL,9,'2026-07-03 10:54:00.000000',10,'2026-07-03 14:47:00.000000',10,'2026-07-10 12:08:00.000000',1,'released',31);
INSERT INTO "decisions" VALUES('D-GZNP-J68F-56',5,1,'reserve',0,'You were close. We have kept your place, in the order of the scores, in case money comes back.','Dear Safe Harbour Rooms,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

“Charged” is on our reserve list. We cannot fund it now, but we may if money becomes free.

What the people who read it liked:

- Need and furthest first: Solid. The example helped me to picture it. How they find new people is left open.
- Plan and people: They''ve done something like it before. Timing is a little hopeful.
- Costs: Adds up. One or two quotes missing for the larger things.

What would make it stronger:

- Change for people: The change is likely enough but vague. How would they know?

Thank you for all that you do.',NULL,9,'2026-07-03 08:08:00.000000',10,'2026-07-03 09:05:00.000000',10,'2026-07-10 12:08:00.000000',1,'released',36);
INSERT INTO "decisions" VALUES('D-J2AP-JZ9Q-NV',6,1,'decline',0,'The costs were higher than others ask for the same things, and there were no quotes. We''d be glad to go through them with you before you try again.','Dear Gipton Growers'' Plot,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are sorry that we cannot fund “A Box of Photographs” this time.

What the people who read it liked:

- Safe and lasting: Safe, and a clear way of going on with fewer hours. My first thought and my second agree.
- Need and furthest first: Solid. The example helped me to picture it. How they find new people is left open.
- Plan and people: I can see the first three months. After that it gets hazy. I may be a bit kind here.

What would make it stronger:

- Change for people: The change is likely enough but vague. How would they know?

Thank you for all that you do.',NULL,9,'2026-07-03 12:40:00.000000',10,'2026-07-03 13:56:00.000000',10,'2026-07-10 12:08:00.000000',1,'released',38);
INSERT INTO "decisions" VALUES('D-9GE2-7G4W-55',69,2,'fund',255000,'The panel liked how carefully you have thought about safety and trust. There was nothing that it wanted to change.','Dear The Burley Rhubarb Patch,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

We are glad to say yes. We will fund “One Helps One” with £2,550, all that you asked for.

What the people who read it liked:

- Need and furthest first: I don''t know of anyone else who reaches these people. They''ve earned the trust and can say how.
- Change for people: They''d tell us if it had not worked, and say how they''d know. Rare. The tone told me as much as the facts.
- Plan and people: You can tell they''ve done this before, and listened. I have no questions. Compared with the rest of my pile, about the middle.

Thank you for all that you do.',NULL,9,'2026-11-21 14:30:00.000000',10,'2026-11-21 16:26:00.000000',10,'2026-11-21 09:49:00.000000',1,'released',45);
INSERT INTO "decisions" VALUES('D-7MW7-Q2W3-8W',65,2,'part_fund',172200,'We would like this to happen. There wasn''t enough money for all of it, so we are funding the sessions and most of the equipment.','Dear Farnley Cobbles and Stories,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

We are glad to say yes to a part of it. We will give £1,722 of £2,461 towards “Point and Wander”.

What the people who read it liked:

- Plan and people: You can tell they''ve done this before, and listened. I have no questions.
- Need and furthest first: Plain about who is still missing, which makes me trust the rest.
- Change for people: The measure fits the people. Nobody has to fill in a form to show that their life got better.

Thank you for all that you do.',NULL,9,'2026-11-21 10:20:00.000000',10,'2026-11-21 15:07:00.000000',10,'2026-11-21 09:49:00.000000',1,'released',52);
INSERT INTO "decisions" VALUES('D-4AYP-S54A-WM',71,2,'reserve',0,'You were close. We have kept your place, in the order of the scores, in case money comes back.','Dear The Forget-me-not Table,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

“Otley in Pictures” is on our reserve list. We cannot fund it now, but we may if money becomes free.

What the people who read it liked:

- Change for people: The measure fits the people. Nobody has to fill in a form to show that their life got better.
- Plan and people: Starts small, stops to look, goes on. Just right for The Forget-me-not Table.
- Need and furthest first: A real need, honestly put. Others nearby reach some of the same people.

Thank you for all that you do.',NULL,9,'2026-11-21 14:26:00.000000',10,'2026-11-21 17:13:00.000000',10,'2026-11-21 09:49:00.000000',1,'released',64);
INSERT INTO "decisions" VALUES('D-EQMQ-3A4H-BV',56,2,'decline',0,'The costs were higher than others ask for the same things, and there were no quotes. We''d be glad to go through them with you before you try again.','Dear The Wetherby Talking Teapot,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

We are sorry that we cannot fund “Community Tech Project” this time.

What the people who read it liked:

- Costs: Mostly clear and fair. I''d ask about the room hire.

What would make it stronger:

- Change for people: I looked for what would be different for people and did not find it.
- Safe and lasting: Nothing about safety, and people are visited alone at home.

Thank you for all that you do.',NULL,9,'2026-11-21 09:47:00.000000',10,'2026-11-21 14:25:00.000000',10,'2026-11-21 09:49:00.000000',1,'released',77);
CREATE TABLE declarations (
	round_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	declared_at DATETIME NOT NULL, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_declarations PRIMARY KEY (id), 
	CONSTRAINT fk_declarations_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_declarations_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT uq_declarations_round_id_person_id UNIQUE (round_id, person_id)
);
INSERT INTO "declarations" VALUES(1,6,'2026-05-25 08:05:00.000000',1);
INSERT INTO "declarations" VALUES(1,7,'2026-05-25 08:05:00.000000',2);
INSERT INTO "declarations" VALUES(1,8,'2026-05-25 08:05:00.000000',3);
INSERT INTO "declarations" VALUES(2,6,'2026-10-12 09:19:00.000000',4);
INSERT INTO "declarations" VALUES(2,7,'2026-10-12 09:19:00.000000',5);
INSERT INTO "declarations" VALUES(2,8,'2026-10-12 09:19:00.000000',6);
CREATE TABLE earlier_answers (
	id INTEGER NOT NULL, 
	application_id INTEGER NOT NULL, 
	section VARCHAR(60) NOT NULL, 
	answers JSON NOT NULL, 
	version INTEGER NOT NULL, 
	saved_at DATETIME NOT NULL, 
	saved_by INTEGER NOT NULL, form VARCHAR(64), 
	CONSTRAINT pk_earlier_answers PRIMARY KEY (id), 
	CONSTRAINT fk_earlier_answers_application_id FOREIGN KEY(application_id) REFERENCES applications (id), 
	CONSTRAINT fk_earlier_answers_saved_by FOREIGN KEY(saved_by) REFERENCES people (id)
);
CREATE TABLE form_keys (
	digest VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	location TEXT, 
	CONSTRAINT pk_form_keys PRIMARY KEY (digest)
);
INSERT INTO "form_keys" VALUES('ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','2026-11-26 13:17:52.246929','/');
CREATE TABLE form_versions (
	round_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	form JSON NOT NULL, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT pk_form_versions PRIMARY KEY (round_id, number), 
	CONSTRAINT fk_form_versions_round_id FOREIGN KEY(round_id) REFERENCES rounds (id)
);
INSERT INTO "form_versions" VALUES(1,1,'{"eligibility": [{"code": "area", "question": "Will the people you help live in Leeds?", "right_answer": "yes", "why_not": "This fund is only for people who live in Leeds. Your own council or your local community foundation may have a fund like it. Write to us if you are not sure where Leeds ends: we are glad to look.", "hint": "It is fine if a few of them live just over the border"}, {"code": "not_for_profit", "question": "Are you a charity, a community interest company or a group run for the good of others?", "right_answer": "yes", "why_not": "This fund is only for groups that are not run for profit and are not part of a council or the NHS. If you are one person with a good idea, a group near you may like to apply with you. If you work for a public team, talk to us: we can often help in other ways.", "hint": "A small group with a written set of rules counts. You do not need a charity number"}, {"code": "committee", "question": "Do at least three people run your group who are not related and do not live together?", "right_answer": "yes", "why_not": "We need three people who are not related, so that no one household decides about public money. You could ask one or two others to join you, then apply. Or another group could apply and work with you.", "hint": "They may be called trustees, directors or a committee. Related means by blood, marriage or as partners"}, {"code": "bank", "question": "Does your group have a bank account in its own name, with two unrelated people who agree each payment?", "right_answer": "yes", "why_not": "We can only pay into an account in the group''s name that needs two people. Many banks open one for free, but it can take some weeks. If a charity you trust would hold the money for you, that charity can apply on your behalf.", "hint": "We do not ask for the account''s details now. We ask only if you are awarded a grant"}, {"code": "spent", "question": "Have you already spent the money you would ask for, or promised to?", "right_answer": "no", "why_not": "We cannot pay for what has been bought or ordered already. You can still apply for what comes next. Leave out of your costs whatever has been paid for."}, {"code": "overdue", "question": "Do you owe us a report on an earlier grant?", "right_answer": "no", "why_not": "Please send us the report first: it often takes ten minutes. As soon as it is in you can apply. Ring us if something made it hard: we would rather talk than chase.", "hint": "If you never had one from us, the answer is no"}], "sections": [{"code": "organisation", "title": "Your organisation", "questions": [{"code": "org_type", "kind": "choice", "label": "What kind of organisation are you?", "required": true, "choices": [{"code": "charity", "label": "Registered charity"}, {"code": "cio", "label": "Charitable incorporated organisation (CIO)"}, {"code": "cic", "label": "Community interest company (CIC)"}, {"code": "company", "label": "Company limited by guarantee"}, {"code": "group", "label": "Constituted group without a number"}, {"code": "other", "label": "Something else"}]}, {"code": "org_income", "kind": "choice", "label": "How much money came in last year?", "hint": "If you are new, choose what you expect in your first year", "required": true, "choices": [{"code": "under_5k", "label": "Less than \u00a35,000"}, {"code": "5k_25k", "label": "\u00a35,000 to \u00a325,000"}, {"code": "25k_75k", "label": "\u00a325,000 to \u00a375,000"}, {"code": "75k_150k", "label": "\u00a375,000 to \u00a3150,000"}, {"code": "150k_500k", "label": "\u00a3150,000 to \u00a3500,000"}, {"code": "over_500k", "label": "More than \u00a3500,000"}]}, {"code": "org_started", "kind": "number", "label": "In which year did you start?", "hint": "For example, 2014. Your best guess is fine", "required": true, "least": 1800, "most": 2030}]}, {"code": "contacts", "title": "Who we can talk to", "questions": [{"code": "contact_name", "kind": "text", "label": "Who should we ask for about this application?", "required": true}, {"code": "contact_phone", "kind": "text", "label": "What is their phone number?", "hint": "We ring only if an e-mail gets no answer", "required": false}, {"code": "second_name", "kind": "text", "label": "Who else can speak for your organisation?", "hint": "Somebody who is not related to the first person and does not live with them", "required": true}, {"code": "second_email", "kind": "text", "label": "What is the second person''s e-mail address?", "hint": "It must be a different address from the first person''s", "required": true}]}, {"code": "project", "title": "What you will do", "questions": [{"code": "title", "kind": "text", "label": "What do you call your project?", "hint": "A few words that say what it is. We publish the title if you get a grant", "required": true, "most": 140, "is_title": true}, {"code": "summary", "kind": "long_text", "label": "Tell us in short what you want to do", "hint": "Write it as you would tell a neighbour", "words": 150, "required": true, "is_summary": true}, {"code": "plan", "kind": "long_text", "label": "How will you do it?", "hint": "What happens, where, how often, and who does it. Tell us who your helpers are and what they are good at", "words": 250, "required": true}, {"code": "starts", "kind": "date", "label": "When do you want to start?", "hint": "Choose a day after the one on which we tell you", "required": true}, {"code": "ends", "kind": "date", "label": "When will you have finished?", "hint": "Within twelve months of your start", "required": true}]}, {"code": "people", "title": "Who will benefit", "questions": [{"code": "communities", "kind": "communities", "label": "Which communities will you work with?", "hint": "Choose all that fit", "required": true}, {"code": "people_helped", "kind": "number", "label": "How many different people will you help?", "hint": "Count each person once, however often they come", "required": true, "least": 1, "most": 100000, "is_people": true}, {"code": "wards", "kind": "wards", "label": "Where do they live?", "hint": "A guess for each ward is fine. If they come from all over the city, fill in the ones you know", "required": false}, {"code": "furthest", "kind": "long_text", "label": "Why are these the people to start with?", "hint": "What do you know about their lives that we might not?", "words": 150, "required": true}]}, {"code": "barriers", "title": "What stands in their way", "questions": [{"code": "barriers", "kind": "barriers", "label": "Which of these will you do something about?", "hint": "Choose the ones that matter most", "required": true}, {"code": "barriers_how", "kind": "long_text", "label": "What will you do about them?", "words": 100, "required": true}]}, {"code": "costs", "title": "What it will cost", "questions": [{"code": "budget", "kind": "budget", "label": "What do you need the money for?", "hint": "One line for each thing. We add them up. A quote helps for anything over \u00a3100, but you do not have to have one yet", "required": true, "least": 50000, "most": 500000, "choices": [{"code": "equipment", "label": "Devices and equipment"}, {"code": "data", "label": "Data, SIM cards and wifi"}, {"code": "people", "label": "Workers, trainers and interpreters"}, {"code": "volunteers", "label": "Volunteers: expenses and training"}, {"code": "place", "label": "Rooms and refreshments"}, {"code": "travel", "label": "Travel"}, {"code": "publicity", "label": "Printing and letting people know"}, {"code": "other", "label": "Something else"}], "is_amount": true}, {"code": "other_money", "kind": "yes_no", "label": "Is anybody else paying towards this?", "required": true}, {"code": "other_money_who", "kind": "text", "label": "Who else is paying?", "required": true, "show_if": {"question": "other_money", "is": "yes"}}, {"code": "other_money_amount", "kind": "money", "label": "How much are they paying?", "hint": "In pounds, for example \u00a3250", "required": true, "least": 100, "most": 100000000, "show_if": {"question": "other_money", "is": "yes"}}]}, {"code": "change", "title": "What will change", "questions": [{"code": "outcomes", "kind": "choices", "label": "What will be different for people?", "hint": "Choose up to three that you most care about", "required": true, "choices": [{"code": "equal", "label": "Equal: they have a device and data that suit them"}, {"code": "able", "label": "Able: they can do what they want online, and want to"}, {"code": "safe", "label": "Safe: they know how to stay safe online"}, {"code": "happier", "label": "Happier: they are less alone"}, {"code": "healthier", "label": "Healthier: they use health services online"}, {"code": "better_off", "label": "Better off: they save money, learn or find work"}]}, {"code": "difference", "kind": "long_text", "label": "How will you know that it worked?", "hint": "What will you see, count or hear?", "words": 150, "required": true}]}, {"code": "safe", "title": "Keeping people safe", "questions": [{"code": "safe_lead", "kind": "text", "label": "Who do people go to if they are worried about somebody''s safety?", "hint": "The name of your safeguarding lead", "required": true}, {"code": "safe_policy", "kind": "yes_no", "label": "Do you have a safeguarding policy?", "required": true}, {"code": "safe_policy_plan", "kind": "long_text", "label": "What do you do instead, or when will you have one?", "words": 100, "required": true, "show_if": {"question": "safe_policy", "is": "no"}}, {"code": "safe_online", "kind": "long_text", "label": "How will you keep people, devices and personal details safe?", "words": 150, "required": true}]}, {"code": "documents", "title": "Your papers", "questions": [{"code": "documents", "kind": "choices", "label": "Which of these could you send us if we ask?", "hint": "Send nothing now. It is fine if some are missing: we will help", "required": false, "choices": [{"code": "rules", "label": "Your governing document or rules"}, {"code": "accounts", "label": "Last year''s accounts, or what came in and went out"}, {"code": "safeguarding", "label": "Your safeguarding policy"}, {"code": "insurance", "label": "Your insurance certificate"}, {"code": "quotes", "label": "Quotes for the larger costs"}]}]}], "criteria": [{"code": "need", "title": "Need and furthest first", "weight": 30, "about": "Whether it reaches people who are most often left out, and whether the group truly knows them. A poor neighbourhood or a community that others miss can each earn full marks.", "zero": "We cannot tell who would be helped, or why.", "three": "A clear group of people with a real need, though others may reach them too.", "five": "People whom few others reach. The group knows them well, and shows it."}, {"code": "change", "title": "Change for people", "weight": 25, "about": "What will be different for people, and how the group will know.", "zero": "No change is named, or it would not come from this work.", "three": "A likely change, with a simple way to see it.", "five": "A change that matters to people in their own words, and a sound way to see it."}, {"code": "plan", "title": "Plan and people", "weight": 20, "about": "Whether the plan can work, and whether the right people are there to do it.", "zero": "We cannot tell what would happen, or who would do it.", "three": "The main steps are clear and somebody is there to do each of them.", "five": "A plan we could follow ourselves, with people who have done the like before."}, {"code": "costs", "title": "Costs", "weight": 15, "about": "Whether the costs fit the plan, add up and are fair for what they buy.", "zero": "The costs do not fit the plan, or most of them are not explained.", "three": "Most costs are clear and fair. One or two need a question.", "five": "Every line fits the plan. Prices are checked, and the money goes a long way."}, {"code": "safe", "title": "Safe and lasting", "weight": 10, "about": "Whether people and their details are kept safe, and what stays when the money is gone.", "zero": "Nothing is said about safety, or something in the plan is not safe.", "three": "The usual care is taken. Something will carry on afterwards.", "five": "Safety is part of how they work every day. What is built will last."}], "pays_for": ["phones, tablets and laptops that people use with you, borrow or keep", "data, SIM cards and wifi", "sessional workers, trainers and interpreters", "expenses, training and a thank-you for volunteers", "room hire, travel and refreshments", "equipment that makes a screen easier to see, hear, hold or read"], "does_not_pay_for": ["anything you have already bought, or agreed to buy", "political campaigns, or promoting a religion", "grants that you would pass on to others", "work outside Leeds", "a profit for anyone"]}','2026-11-26 13:17:51.340186');
INSERT INTO "form_versions" VALUES(2,1,'{"eligibility": [{"code": "area", "question": "Will the people you help live in Leeds?", "right_answer": "yes", "why_not": "This fund is only for people who live in Leeds. Your own council or your local community foundation may have a fund like it. Write to us if you are not sure where Leeds ends: we are glad to look.", "hint": "It is fine if a few of them live just over the border"}, {"code": "not_for_profit", "question": "Are you a charity, a community interest company or a group run for the good of others?", "right_answer": "yes", "why_not": "This fund is only for groups that are not run for profit and are not part of a council or the NHS. If you are one person with a good idea, a group near you may like to apply with you. If you work for a public team, talk to us: we can often help in other ways.", "hint": "A small group with a written set of rules counts. You do not need a charity number"}, {"code": "committee", "question": "Do at least three people run your group who are not related and do not live together?", "right_answer": "yes", "why_not": "We need three people who are not related, so that no one household decides about public money. You could ask one or two others to join you, then apply. Or another group could apply and work with you.", "hint": "They may be called trustees, directors or a committee. Related means by blood, marriage or as partners"}, {"code": "bank", "question": "Does your group have a bank account in its own name, with two unrelated people who agree each payment?", "right_answer": "yes", "why_not": "We can only pay into an account in the group''s name that needs two people. Many banks open one for free, but it can take some weeks. If a charity you trust would hold the money for you, that charity can apply on your behalf.", "hint": "We do not ask for the account''s details now. We ask only if you are awarded a grant"}, {"code": "spent", "question": "Have you already spent the money you would ask for, or promised to?", "right_answer": "no", "why_not": "We cannot pay for what has been bought or ordered already. You can still apply for what comes next. Leave out of your costs whatever has been paid for."}, {"code": "overdue", "question": "Do you owe us a report on an earlier grant?", "right_answer": "no", "why_not": "Please send us the report first: it often takes ten minutes. As soon as it is in you can apply. Ring us if something made it hard: we would rather talk than chase.", "hint": "If you never had one from us, the answer is no"}], "sections": [{"code": "organisation", "title": "Your organisation", "questions": [{"code": "org_type", "kind": "choice", "label": "What kind of organisation are you?", "required": true, "choices": [{"code": "charity", "label": "Registered charity"}, {"code": "cio", "label": "Charitable incorporated organisation (CIO)"}, {"code": "cic", "label": "Community interest company (CIC)"}, {"code": "company", "label": "Company limited by guarantee"}, {"code": "group", "label": "Constituted group without a number"}, {"code": "other", "label": "Something else"}]}, {"code": "org_income", "kind": "choice", "label": "How much money came in last year?", "hint": "If you are new, choose what you expect in your first year", "required": true, "choices": [{"code": "under_5k", "label": "Less than \u00a35,000"}, {"code": "5k_25k", "label": "\u00a35,000 to \u00a325,000"}, {"code": "25k_75k", "label": "\u00a325,000 to \u00a375,000"}, {"code": "75k_150k", "label": "\u00a375,000 to \u00a3150,000"}, {"code": "150k_500k", "label": "\u00a3150,000 to \u00a3500,000"}, {"code": "over_500k", "label": "More than \u00a3500,000"}]}, {"code": "org_started", "kind": "number", "label": "In which year did you start?", "hint": "For example, 2014. Your best guess is fine", "required": true, "least": 1800, "most": 2030}]}, {"code": "contacts", "title": "Who we can talk to", "questions": [{"code": "contact_name", "kind": "text", "label": "Who should we ask for about this application?", "required": true}, {"code": "contact_phone", "kind": "text", "label": "What is their phone number?", "hint": "We ring only if an e-mail gets no answer", "required": false}, {"code": "second_name", "kind": "text", "label": "Who else can speak for your organisation?", "hint": "Somebody who is not related to the first person and does not live with them", "required": true}, {"code": "second_email", "kind": "text", "label": "What is the second person''s e-mail address?", "hint": "It must be a different address from the first person''s", "required": true}]}, {"code": "project", "title": "What you will do", "questions": [{"code": "title", "kind": "text", "label": "What do you call your project?", "hint": "A few words that say what it is. We publish the title if you get a grant", "required": true, "most": 140, "is_title": true}, {"code": "summary", "kind": "long_text", "label": "Tell us in short what you want to do", "hint": "Write it as you would tell a neighbour", "words": 150, "required": true, "is_summary": true}, {"code": "plan", "kind": "long_text", "label": "How will you do it?", "hint": "What happens, where, how often, and who does it. Tell us who your helpers are and what they are good at", "words": 250, "required": true}, {"code": "starts", "kind": "date", "label": "When do you want to start?", "hint": "Choose a day after the one on which we tell you", "required": true}, {"code": "ends", "kind": "date", "label": "When will you have finished?", "hint": "Within twelve months of your start", "required": true}]}, {"code": "people", "title": "Who will benefit", "questions": [{"code": "communities", "kind": "communities", "label": "Which communities will you work with?", "hint": "Choose all that fit", "required": true}, {"code": "people_helped", "kind": "number", "label": "How many different people will you help?", "hint": "Count each person once, however often they come", "required": true, "least": 1, "most": 100000, "is_people": true}, {"code": "wards", "kind": "wards", "label": "Where do they live?", "hint": "A guess for each ward is fine. If they come from all over the city, fill in the ones you know", "required": false}, {"code": "furthest", "kind": "long_text", "label": "Why are these the people to start with?", "hint": "What do you know about their lives that we might not?", "words": 150, "required": true}]}, {"code": "barriers", "title": "What stands in their way", "questions": [{"code": "barriers", "kind": "barriers", "label": "Which of these will you do something about?", "hint": "Choose the ones that matter most", "required": true}, {"code": "barriers_how", "kind": "long_text", "label": "What will you do about them?", "words": 100, "required": true}]}, {"code": "costs", "title": "What it will cost", "questions": [{"code": "budget", "kind": "budget", "label": "What do you need the money for?", "hint": "One line for each thing. We add them up. A quote helps for anything over \u00a3100, but you do not have to have one yet", "required": true, "least": 50000, "most": 500000, "choices": [{"code": "equipment", "label": "Devices and equipment"}, {"code": "data", "label": "Data, SIM cards and wifi"}, {"code": "people", "label": "Workers, trainers and interpreters"}, {"code": "volunteers", "label": "Volunteers: expenses and training"}, {"code": "place", "label": "Rooms and refreshments"}, {"code": "travel", "label": "Travel"}, {"code": "publicity", "label": "Printing and letting people know"}, {"code": "other", "label": "Something else"}], "is_amount": true}, {"code": "other_money", "kind": "yes_no", "label": "Is anybody else paying towards this?", "required": true}, {"code": "other_money_who", "kind": "text", "label": "Who else is paying?", "required": true, "show_if": {"question": "other_money", "is": "yes"}}, {"code": "other_money_amount", "kind": "money", "label": "How much are they paying?", "hint": "In pounds, for example \u00a3250", "required": true, "least": 100, "most": 100000000, "show_if": {"question": "other_money", "is": "yes"}}]}, {"code": "change", "title": "What will change", "questions": [{"code": "outcomes", "kind": "choices", "label": "What will be different for people?", "hint": "Choose up to three that you most care about", "required": true, "choices": [{"code": "equal", "label": "Equal: they have a device and data that suit them"}, {"code": "able", "label": "Able: they can do what they want online, and want to"}, {"code": "safe", "label": "Safe: they know how to stay safe online"}, {"code": "happier", "label": "Happier: they are less alone"}, {"code": "healthier", "label": "Healthier: they use health services online"}, {"code": "better_off", "label": "Better off: they save money, learn or find work"}]}, {"code": "difference", "kind": "long_text", "label": "How will you know that it worked?", "hint": "What will you see, count or hear?", "words": 150, "required": true}]}, {"code": "safe", "title": "Keeping people safe", "questions": [{"code": "safe_lead", "kind": "text", "label": "Who do people go to if they are worried about somebody''s safety?", "hint": "The name of your safeguarding lead", "required": true}, {"code": "safe_policy", "kind": "yes_no", "label": "Do you have a safeguarding policy?", "required": true}, {"code": "safe_policy_plan", "kind": "long_text", "label": "What do you do instead, or when will you have one?", "words": 100, "required": true, "show_if": {"question": "safe_policy", "is": "no"}}, {"code": "safe_online", "kind": "long_text", "label": "How will you keep people, devices and personal details safe?", "words": 150, "required": true}]}, {"code": "documents", "title": "Your papers", "questions": [{"code": "documents", "kind": "choices", "label": "Which of these could you send us if we ask?", "hint": "Send nothing now. It is fine if some are missing: we will help", "required": false, "choices": [{"code": "rules", "label": "Your governing document or rules"}, {"code": "accounts", "label": "Last year''s accounts, or what came in and went out"}, {"code": "safeguarding", "label": "Your safeguarding policy"}, {"code": "insurance", "label": "Your insurance certificate"}, {"code": "quotes", "label": "Quotes for the larger costs"}]}]}], "criteria": [{"code": "need", "title": "Need and furthest first", "weight": 30, "about": "Whether it reaches people who are most often left out, and whether the group truly knows them. A poor neighbourhood or a community that others miss can each earn full marks.", "zero": "We cannot tell who would be helped, or why.", "three": "A clear group of people with a real need, though others may reach them too.", "five": "People whom few others reach. The group knows them well, and shows it."}, {"code": "change", "title": "Change for people", "weight": 25, "about": "What will be different for people, and how the group will know.", "zero": "No change is named, or it would not come from this work.", "three": "A likely change, with a simple way to see it.", "five": "A change that matters to people in their own words, and a sound way to see it."}, {"code": "plan", "title": "Plan and people", "weight": 20, "about": "Whether the plan can work, and whether the right people are there to do it.", "zero": "We cannot tell what would happen, or who would do it.", "three": "The main steps are clear and somebody is there to do each of them.", "five": "A plan we could follow ourselves, with people who have done the like before."}, {"code": "costs", "title": "Costs", "weight": 15, "about": "Whether the costs fit the plan, add up and are fair for what they buy.", "zero": "The costs do not fit the plan, or most of them are not explained.", "three": "Most costs are clear and fair. One or two need a question.", "five": "Every line fits the plan. Prices are checked, and the money goes a long way."}, {"code": "safe", "title": "Safe and lasting", "weight": 10, "about": "Whether people and their details are kept safe, and what stays when the money is gone.", "zero": "Nothing is said about safety, or something in the plan is not safe.", "three": "The usual care is taken. Something will carry on afterwards.", "five": "Safety is part of how they work every day. What is built will last."}], "pays_for": ["phones, tablets and laptops that people use with you, borrow or keep", "data, SIM cards and wifi", "sessional workers, trainers and interpreters", "expenses, training and a thank-you for volunteers", "room hire, travel and refreshments", "equipment that makes a screen easier to see, hear, hold or read"], "does_not_pay_for": ["anything you have already bought, or agreed to buy", "political campaigns, or promoting a religion", "grants that you would pass on to others", "work outside Leeds", "a profit for anyone"]}','2026-11-26 13:17:51.348006');
INSERT INTO "form_versions" VALUES(3,1,'{"eligibility": [{"code": "area", "question": "Will the people you help live in Leeds?", "right_answer": "yes", "why_not": "This fund is only for people who live in Leeds. Your own council or your local community foundation may have a fund like it. Write to us if you are not sure where Leeds ends: we are glad to look.", "hint": "It is fine if a few of them live just over the border"}, {"code": "not_for_profit", "question": "Are you a charity, a community interest company or a group run for the good of others?", "right_answer": "yes", "why_not": "This fund is only for groups that are not run for profit and are not part of a council or the NHS. If you are one person with a good idea, a group near you may like to apply with you. If you work for a public team, talk to us: we can often help in other ways.", "hint": "A small group with a written set of rules counts. You do not need a charity number"}, {"code": "committee", "question": "Do at least three people run your group who are not related and do not live together?", "right_answer": "yes", "why_not": "We need three people who are not related, so that no one household decides about public money. You could ask one or two others to join you, then apply. Or another group could apply and work with you.", "hint": "They may be called trustees, directors or a committee. Related means by blood, marriage or as partners"}, {"code": "bank", "question": "Does your group have a bank account in its own name, with two unrelated people who agree each payment?", "right_answer": "yes", "why_not": "We can only pay into an account in the group''s name that needs two people. Many banks open one for free, but it can take some weeks. If a charity you trust would hold the money for you, that charity can apply on your behalf.", "hint": "We do not ask for the account''s details now. We ask only if you are awarded a grant"}, {"code": "spent", "question": "Have you already spent the money you would ask for, or promised to?", "right_answer": "no", "why_not": "We cannot pay for what has been bought or ordered already. You can still apply for what comes next. Leave out of your costs whatever has been paid for."}, {"code": "overdue", "question": "Do you owe us a report on an earlier grant?", "right_answer": "no", "why_not": "Please send us the report first: it often takes ten minutes. As soon as it is in you can apply. Ring us if something made it hard: we would rather talk than chase.", "hint": "If you never had one from us, the answer is no"}], "sections": [{"code": "organisation", "title": "Your organisation", "questions": [{"code": "org_type", "kind": "choice", "label": "What kind of organisation are you?", "required": true, "choices": [{"code": "charity", "label": "Registered charity"}, {"code": "cio", "label": "Charitable incorporated organisation (CIO)"}, {"code": "cic", "label": "Community interest company (CIC)"}, {"code": "company", "label": "Company limited by guarantee"}, {"code": "group", "label": "Constituted group without a number"}, {"code": "other", "label": "Something else"}]}, {"code": "org_income", "kind": "choice", "label": "How much money came in last year?", "hint": "If you are new, choose what you expect in your first year", "required": true, "choices": [{"code": "under_5k", "label": "Less than \u00a35,000"}, {"code": "5k_25k", "label": "\u00a35,000 to \u00a325,000"}, {"code": "25k_75k", "label": "\u00a325,000 to \u00a375,000"}, {"code": "75k_150k", "label": "\u00a375,000 to \u00a3150,000"}, {"code": "150k_500k", "label": "\u00a3150,000 to \u00a3500,000"}, {"code": "over_500k", "label": "More than \u00a3500,000"}]}, {"code": "org_started", "kind": "number", "label": "In which year did you start?", "hint": "For example, 2014. Your best guess is fine", "required": true, "least": 1800, "most": 2030}]}, {"code": "contacts", "title": "Who we can talk to", "questions": [{"code": "contact_name", "kind": "text", "label": "Who should we ask for about this application?", "required": true}, {"code": "contact_phone", "kind": "text", "label": "What is their phone number?", "hint": "We ring only if an e-mail gets no answer", "required": false}, {"code": "second_name", "kind": "text", "label": "Who else can speak for your organisation?", "hint": "Somebody who is not related to the first person and does not live with them", "required": true}, {"code": "second_email", "kind": "text", "label": "What is the second person''s e-mail address?", "hint": "It must be a different address from the first person''s", "required": true}]}, {"code": "project", "title": "What you will do", "questions": [{"code": "title", "kind": "text", "label": "What do you call your project?", "hint": "A few words that say what it is. We publish the title if you get a grant", "required": true, "most": 140, "is_title": true}, {"code": "summary", "kind": "long_text", "label": "Tell us in short what you want to do", "hint": "Write it as you would tell a neighbour", "words": 150, "required": true, "is_summary": true}, {"code": "plan", "kind": "long_text", "label": "How will you do it?", "hint": "What happens, where, how often, and who does it. Tell us who your helpers are and what they are good at", "words": 250, "required": true}, {"code": "starts", "kind": "date", "label": "When do you want to start?", "hint": "Choose a day after the one on which we tell you", "required": true}, {"code": "ends", "kind": "date", "label": "When will you have finished?", "hint": "Within twelve months of your start", "required": true}]}, {"code": "people", "title": "Who will benefit", "questions": [{"code": "communities", "kind": "communities", "label": "Which communities will you work with?", "hint": "Choose all that fit", "required": true}, {"code": "people_helped", "kind": "number", "label": "How many different people will you help?", "hint": "Count each person once, however often they come", "required": true, "least": 1, "most": 100000, "is_people": true}, {"code": "wards", "kind": "wards", "label": "Where do they live?", "hint": "A guess for each ward is fine. If they come from all over the city, fill in the ones you know", "required": false}, {"code": "furthest", "kind": "long_text", "label": "Why are these the people to start with?", "hint": "What do you know about their lives that we might not?", "words": 150, "required": true}]}, {"code": "barriers", "title": "What stands in their way", "questions": [{"code": "barriers", "kind": "barriers", "label": "Which of these will you do something about?", "hint": "Choose the ones that matter most", "required": true}, {"code": "barriers_how", "kind": "long_text", "label": "What will you do about them?", "words": 100, "required": true}]}, {"code": "costs", "title": "What it will cost", "questions": [{"code": "budget", "kind": "budget", "label": "What do you need the money for?", "hint": "One line for each thing. We add them up. A quote helps for anything over \u00a3100, but you do not have to have one yet", "required": true, "least": 50000, "most": 500000, "choices": [{"code": "equipment", "label": "Devices and equipment"}, {"code": "data", "label": "Data, SIM cards and wifi"}, {"code": "people", "label": "Workers, trainers and interpreters"}, {"code": "volunteers", "label": "Volunteers: expenses and training"}, {"code": "place", "label": "Rooms and refreshments"}, {"code": "travel", "label": "Travel"}, {"code": "publicity", "label": "Printing and letting people know"}, {"code": "other", "label": "Something else"}], "is_amount": true}, {"code": "other_money", "kind": "yes_no", "label": "Is anybody else paying towards this?", "required": true}, {"code": "other_money_who", "kind": "text", "label": "Who else is paying?", "required": true, "show_if": {"question": "other_money", "is": "yes"}}, {"code": "other_money_amount", "kind": "money", "label": "How much are they paying?", "hint": "In pounds, for example \u00a3250", "required": true, "least": 100, "most": 100000000, "show_if": {"question": "other_money", "is": "yes"}}]}, {"code": "change", "title": "What will change", "questions": [{"code": "outcomes", "kind": "choices", "label": "What will be different for people?", "hint": "Choose up to three that you most care about", "required": true, "choices": [{"code": "equal", "label": "Equal: they have a device and data that suit them"}, {"code": "able", "label": "Able: they can do what they want online, and want to"}, {"code": "safe", "label": "Safe: they know how to stay safe online"}, {"code": "happier", "label": "Happier: they are less alone"}, {"code": "healthier", "label": "Healthier: they use health services online"}, {"code": "better_off", "label": "Better off: they save money, learn or find work"}]}, {"code": "difference", "kind": "long_text", "label": "How will you know that it worked?", "hint": "What will you see, count or hear?", "words": 150, "required": true}]}, {"code": "safe", "title": "Keeping people safe", "questions": [{"code": "safe_lead", "kind": "text", "label": "Who do people go to if they are worried about somebody''s safety?", "hint": "The name of your safeguarding lead", "required": true}, {"code": "safe_policy", "kind": "yes_no", "label": "Do you have a safeguarding policy?", "required": true}, {"code": "safe_policy_plan", "kind": "long_text", "label": "What do you do instead, or when will you have one?", "words": 100, "required": true, "show_if": {"question": "safe_policy", "is": "no"}}, {"code": "safe_online", "kind": "long_text", "label": "How will you keep people, devices and personal details safe?", "words": 150, "required": true}]}, {"code": "documents", "title": "Your papers", "questions": [{"code": "documents", "kind": "choices", "label": "Which of these could you send us if we ask?", "hint": "Send nothing now. It is fine if some are missing: we will help", "required": false, "choices": [{"code": "rules", "label": "Your governing document or rules"}, {"code": "accounts", "label": "Last year''s accounts, or what came in and went out"}, {"code": "safeguarding", "label": "Your safeguarding policy"}, {"code": "insurance", "label": "Your insurance certificate"}, {"code": "quotes", "label": "Quotes for the larger costs"}]}]}], "criteria": [{"code": "need", "title": "Need and furthest first", "weight": 30, "about": "Whether it reaches people who are most often left out, and whether the group truly knows them. A poor neighbourhood or a community that others miss can each earn full marks.", "zero": "We cannot tell who would be helped, or why.", "three": "A clear group of people with a real need, though others may reach them too.", "five": "People whom few others reach. The group knows them well, and shows it."}, {"code": "change", "title": "Change for people", "weight": 25, "about": "What will be different for people, and how the group will know.", "zero": "No change is named, or it would not come from this work.", "three": "A likely change, with a simple way to see it.", "five": "A change that matters to people in their own words, and a sound way to see it."}, {"code": "plan", "title": "Plan and people", "weight": 20, "about": "Whether the plan can work, and whether the right people are there to do it.", "zero": "We cannot tell what would happen, or who would do it.", "three": "The main steps are clear and somebody is there to do each of them.", "five": "A plan we could follow ourselves, with people who have done the like before."}, {"code": "costs", "title": "Costs", "weight": 15, "about": "Whether the costs fit the plan, add up and are fair for what they buy.", "zero": "The costs do not fit the plan, or most of them are not explained.", "three": "Most costs are clear and fair. One or two need a question.", "five": "Every line fits the plan. Prices are checked, and the money goes a long way."}, {"code": "safe", "title": "Safe and lasting", "weight": 10, "about": "Whether people and their details are kept safe, and what stays when the money is gone.", "zero": "Nothing is said about safety, or something in the plan is not safe.", "three": "The usual care is taken. Something will carry on afterwards.", "five": "Safety is part of how they work every day. What is built will last."}], "pays_for": ["phones, tablets and laptops that people use with you, borrow or keep", "data, SIM cards and wifi", "sessional workers, trainers and interpreters", "expenses, training and a thank-you for volunteers", "room hire, travel and refreshments", "equipment that makes a screen easier to see, hear, hold or read"], "does_not_pay_for": ["anything you have already bought, or agreed to buy", "political campaigns, or promoting a religion", "grants that you would pass on to others", "work outside Leeds", "a profit for anyone"]}','2026-11-26 13:17:51.354438');
CREATE TABLE funds (
	code VARCHAR(40) NOT NULL, 
	name TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_funds PRIMARY KEY (id), 
	CONSTRAINT uq_funds_code UNIQUE (code)
);
INSERT INTO "funds" VALUES('getting-connected','Getting Connected small grants','Small grants for community groups in Leeds that help people get online safely and with confidence. We start with the people who are furthest from it.',1);
CREATE TABLE history (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	subject VARCHAR(60) NOT NULL, 
	subject_id INTEGER NOT NULL, 
	verb VARCHAR(60) NOT NULL, 
	from_state VARCHAR(40), 
	to_state VARCHAR(40), 
	actor_id INTEGER, 
	facts JSON NOT NULL, 
	CONSTRAINT pk_history PRIMARY KEY (id)
);
INSERT INTO "history" VALUES(1,'2026-11-26 13:17:51.204777','council',1,'load_words',NULL,NULL,NULL,'{"terms": 71}');
INSERT INTO "history" VALUES(2,'2026-11-26 13:17:51.314206','places',1,'load',NULL,NULL,NULL,'{"wards": 33, "neighbourhoods": 488, "postcodes": 305}');
INSERT INTO "history" VALUES(3,'2026-11-26 13:17:51.336184','fund',1,'load',NULL,NULL,NULL,'{}');
INSERT INTO "history" VALUES(4,'2026-11-26 13:17:51.341305','round',1,'load',NULL,NULL,NULL,'{"form": 1, "budget_pence": 9000000}');
INSERT INTO "history" VALUES(5,'2026-11-26 13:17:51.348520','round',2,'load',NULL,NULL,NULL,'{"form": 1, "budget_pence": 7500000}');
INSERT INTO "history" VALUES(6,'2026-11-26 13:17:51.354887','round',3,'load',NULL,NULL,NULL,'{"form": 1, "budget_pence": 6000000}');
INSERT INTO "history" VALUES(7,'2026-04-25 08:17:38.318327','application',1,'start',NULL,NULL,1,'{}');
INSERT INTO "history" VALUES(8,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(9,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(10,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(11,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(12,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(13,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(14,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(15,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(16,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(17,'2026-04-26 15:11:52.216228','application',1,'submit','draft','submitted',1,'{}');
INSERT INTO "history" VALUES(29,'2026-05-06 19:30:20.930674','application',3,'start',NULL,NULL,31,'{}');
INSERT INTO "history" VALUES(30,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,31,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(31,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,31,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(32,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,31,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(33,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,31,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(34,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,31,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(35,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,31,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(36,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,31,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(37,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,31,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(38,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,31,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(39,'2026-05-10 06:52:00.723547','application',3,'submit','draft','submitted',31,'{}');
INSERT INTO "history" VALUES(51,'2026-04-27 02:12:32.557155','application',5,'start',NULL,NULL,57,'{}');
INSERT INTO "history" VALUES(52,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,57,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(53,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,57,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(54,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,57,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(55,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,57,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(56,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,57,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(57,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,57,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(58,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,57,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(59,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,57,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(60,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,57,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(61,'2026-04-30 01:15:52.322999','application',5,'submit','draft','submitted',57,'{}');
INSERT INTO "history" VALUES(62,'2026-05-18 19:53:18.479060','application',6,'start',NULL,NULL,21,'{}');
INSERT INTO "history" VALUES(63,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,21,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(64,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,21,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(65,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,21,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(66,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,21,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(67,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,21,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(68,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,21,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(69,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,21,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(70,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,21,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(71,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,21,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(72,'2026-05-21 08:56:38.023866','application',6,'submit','draft','submitted',21,'{}');
INSERT INTO "history" VALUES(139,'2026-05-15 18:31:16.666364','application',13,'start',NULL,NULL,35,'{}');
INSERT INTO "history" VALUES(140,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,35,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(141,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,35,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(142,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,35,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(143,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,35,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(144,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,35,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(145,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,35,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(146,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,35,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(147,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,35,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(148,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,35,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(149,'2026-05-19 17:22:07.690059','application',13,'submit','draft','submitted',35,'{}');
INSERT INTO "history" VALUES(183,'2026-05-19 01:08:31.561090','application',17,'start',NULL,NULL,52,'{}');
INSERT INTO "history" VALUES(184,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,52,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(185,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,52,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(186,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,52,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(187,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,52,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(188,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,52,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(189,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,52,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(190,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,52,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(191,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,52,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(192,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,52,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(193,'2026-05-19 19:43:30.300969','application',17,'withdraw','draft','withdrawn',52,'{}');
INSERT INTO "history" VALUES(535,'2026-05-23 14:13:00.000000','application',1,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(537,'2026-05-27 10:54:00.000000','application',3,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(539,'2026-05-28 15:11:00.000000','application',5,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(540,'2026-05-23 14:16:00.000000','application',6,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(547,'2026-05-27 09:11:00.000000','application',13,'refuse','submitted','not_eligible',9,'{}');
INSERT INTO "history" VALUES(581,'2026-06-26 10:25:00.000000','application',1,'finish_scoring','assessing','scored',NULL,'{}');
INSERT INTO "history" VALUES(583,'2026-06-26 08:51:00.000000','application',3,'finish_scoring','assessing','scored',NULL,'{}');
INSERT INTO "history" VALUES(585,'2026-06-26 10:23:00.000000','application',5,'finish_scoring','assessing','scored',NULL,'{}');
INSERT INTO "history" VALUES(586,'2026-06-26 11:40:00.000000','application',6,'finish_scoring','assessing','scored',NULL,'{}');
INSERT INTO "history" VALUES(671,'2026-07-03 12:03:00.000000','decision',13,'propose',NULL,NULL,9,'{"outcome": "part_fund", "amount": 209700}');
INSERT INTO "history" VALUES(672,'2026-07-03 14:45:00.000000','decision',13,'confirm','proposed','confirmed',10,'{"outcome": "part_fund", "amount": 209700}');
INSERT INTO "history" VALUES(673,'2026-07-10 12:08:00.000000','decision',13,'release','confirmed','released',10,'{}');
INSERT INTO "history" VALUES(674,'2026-07-10 12:08:00.000000','application',3,'part_fund','scored','part_funded',10,'{"amount": 209700}');
INSERT INTO "history" VALUES(743,'2026-07-03 10:54:00.000000','decision',31,'propose',NULL,NULL,9,'{"outcome": "fund", "amount": 168500}');
INSERT INTO "history" VALUES(744,'2026-07-03 14:47:00.000000','decision',31,'confirm','proposed','confirmed',10,'{"outcome": "fund", "amount": 168500}');
INSERT INTO "history" VALUES(745,'2026-07-10 12:08:00.000000','decision',31,'release','confirmed','released',10,'{}');
INSERT INTO "history" VALUES(746,'2026-07-10 12:08:00.000000','application',1,'fund','scored','funded',10,'{"amount": 168500}');
INSERT INTO "history" VALUES(763,'2026-07-03 08:08:00.000000','decision',36,'propose',NULL,NULL,9,'{"outcome": "reserve", "amount": 0}');
INSERT INTO "history" VALUES(764,'2026-07-03 09:05:00.000000','decision',36,'confirm','proposed','confirmed',10,'{"outcome": "reserve", "amount": 0}');
INSERT INTO "history" VALUES(765,'2026-07-10 12:08:00.000000','decision',36,'release','confirmed','released',10,'{}');
INSERT INTO "history" VALUES(766,'2026-07-10 12:08:00.000000','application',5,'reserve','scored','reserved',10,'{"amount": 0}');
INSERT INTO "history" VALUES(771,'2026-07-03 12:40:00.000000','decision',38,'propose',NULL,NULL,9,'{"outcome": "decline", "amount": 0}');
INSERT INTO "history" VALUES(772,'2026-07-03 13:56:00.000000','decision',38,'confirm','proposed','confirmed',10,'{"outcome": "decline", "amount": 0}');
INSERT INTO "history" VALUES(773,'2026-07-10 12:08:00.000000','decision',38,'release','confirmed','released',10,'{}');
INSERT INTO "history" VALUES(774,'2026-07-10 12:08:00.000000','application',6,'decline','scored','declined',10,'{"amount": 0}');
INSERT INTO "history" VALUES(791,'2026-09-16 18:21:16.088344','application',49,'start',NULL,NULL,3,'{}');
INSERT INTO "history" VALUES(792,'2026-09-20 23:03:57.848017','application',49,'save',NULL,NULL,3,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(793,'2026-09-20 23:03:57.848017','application',49,'save',NULL,NULL,3,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(794,'2026-09-20 23:03:57.848017','application',49,'save',NULL,NULL,3,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(795,'2026-09-20 23:03:57.848017','application',49,'save',NULL,NULL,3,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(796,'2026-09-20 23:03:57.848017','application',49,'save',NULL,NULL,3,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(797,'2026-09-20 23:03:57.848017','application',49,'save',NULL,NULL,3,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(798,'2026-09-20 23:03:57.848017','application',49,'save',NULL,NULL,3,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(799,'2026-09-20 23:03:57.848017','application',49,'save',NULL,NULL,3,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(800,'2026-09-20 23:03:57.848017','application',49,'save',NULL,NULL,3,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(801,'2026-09-20 23:03:57.848017','application',49,'submit','draft','submitted',3,'{}');
INSERT INTO "history" VALUES(802,'2026-09-16 05:51:57.555434','application',50,'start',NULL,NULL,41,'{}');
INSERT INTO "history" VALUES(803,'2026-09-20 22:18:38.743447','application',50,'save',NULL,NULL,41,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(804,'2026-09-20 22:18:38.743447','application',50,'save',NULL,NULL,41,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(805,'2026-09-20 22:18:38.743447','application',50,'save',NULL,NULL,41,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(806,'2026-09-20 22:18:38.743447','application',50,'save',NULL,NULL,41,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(807,'2026-09-20 22:18:38.743447','application',50,'save',NULL,NULL,41,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(808,'2026-09-20 22:18:38.743447','application',50,'save',NULL,NULL,41,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(809,'2026-09-20 22:18:38.743447','application',50,'save',NULL,NULL,41,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(810,'2026-09-20 22:18:38.743447','application',50,'save',NULL,NULL,41,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(811,'2026-09-20 22:18:38.743447','application',50,'save',NULL,NULL,41,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(812,'2026-09-20 22:18:38.743447','application',50,'submit','draft','submitted',41,'{}');
INSERT INTO "history" VALUES(813,'2026-09-10 22:19:10.717871','application',51,'start',NULL,NULL,85,'{}');
INSERT INTO "history" VALUES(814,'2026-09-13 01:10:10.556379','application',51,'save',NULL,NULL,85,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(815,'2026-09-13 01:10:10.556379','application',51,'save',NULL,NULL,85,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(816,'2026-09-13 01:10:10.556379','application',51,'save',NULL,NULL,85,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(817,'2026-09-13 01:10:10.556379','application',51,'save',NULL,NULL,85,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(818,'2026-09-13 01:10:10.556379','application',51,'save',NULL,NULL,85,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(819,'2026-09-13 01:10:10.556379','application',51,'save',NULL,NULL,85,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(820,'2026-09-13 01:10:10.556379','application',51,'save',NULL,NULL,85,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(821,'2026-09-13 01:10:10.556379','application',51,'save',NULL,NULL,85,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(822,'2026-09-13 01:10:10.556379','application',51,'save',NULL,NULL,85,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(823,'2026-09-13 01:10:10.556379','application',51,'submit','draft','submitted',85,'{}');
INSERT INTO "history" VALUES(824,'2026-09-24 10:56:09.136588','application',52,'start',NULL,NULL,47,'{}');
INSERT INTO "history" VALUES(825,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,47,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(826,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,47,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(827,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,47,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(828,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,47,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(829,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,47,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(830,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,47,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(831,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,47,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(832,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,47,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(833,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,47,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(834,'2026-09-26 05:32:47.967016','application',52,'submit','draft','submitted',47,'{}');
INSERT INTO "history" VALUES(868,'2026-09-30 23:49:15.756283','application',56,'start',NULL,NULL,77,'{}');
INSERT INTO "history" VALUES(869,'2026-10-04 12:42:17.452263','application',56,'save',NULL,NULL,77,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(870,'2026-10-04 12:42:17.452263','application',56,'save',NULL,NULL,77,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(871,'2026-10-04 12:42:17.452263','application',56,'save',NULL,NULL,77,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(872,'2026-10-04 12:42:17.452263','application',56,'save',NULL,NULL,77,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(873,'2026-10-04 12:42:17.452263','application',56,'save',NULL,NULL,77,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(874,'2026-10-04 12:42:17.452263','application',56,'save',NULL,NULL,77,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(875,'2026-10-04 12:42:17.452263','application',56,'save',NULL,NULL,77,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(876,'2026-10-04 12:42:17.452263','application',56,'save',NULL,NULL,77,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(877,'2026-10-04 12:42:17.452263','application',56,'save',NULL,NULL,77,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(878,'2026-10-04 12:42:17.452263','application',56,'submit','draft','submitted',77,'{}');
INSERT INTO "history" VALUES(956,'2026-08-24 02:55:25.767428','application',64,'start',NULL,NULL,151,'{}');
INSERT INTO "history" VALUES(957,'2026-08-27 01:31:21.789549','application',64,'save',NULL,NULL,151,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(958,'2026-08-27 01:31:21.789549','application',64,'save',NULL,NULL,151,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(959,'2026-08-27 01:31:21.789549','application',64,'save',NULL,NULL,151,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(960,'2026-08-27 01:31:21.789549','application',64,'save',NULL,NULL,151,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(961,'2026-08-27 01:31:21.789549','application',64,'save',NULL,NULL,151,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(962,'2026-08-27 01:31:21.789549','application',64,'save',NULL,NULL,151,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(963,'2026-08-27 01:31:21.789549','application',64,'save',NULL,NULL,151,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(964,'2026-08-27 01:31:21.789549','application',64,'save',NULL,NULL,151,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(965,'2026-08-27 01:31:21.789549','application',64,'save',NULL,NULL,151,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(966,'2026-08-27 01:31:21.789549','application',64,'withdraw','draft','withdrawn',151,'{}');
INSERT INTO "history" VALUES(967,'2026-09-24 04:33:03.702492','application',65,'start',NULL,NULL,134,'{}');
INSERT INTO "history" VALUES(968,'2026-09-28 00:57:57.974982','application',65,'save',NULL,NULL,134,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(969,'2026-09-28 00:57:57.974982','application',65,'save',NULL,NULL,134,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(970,'2026-09-28 00:57:57.974982','application',65,'save',NULL,NULL,134,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(971,'2026-09-28 00:57:57.974982','application',65,'save',NULL,NULL,134,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(972,'2026-09-28 00:57:57.974982','application',65,'save',NULL,NULL,134,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(973,'2026-09-28 00:57:57.974982','application',65,'save',NULL,NULL,134,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(974,'2026-09-28 00:57:57.974982','application',65,'save',NULL,NULL,134,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(975,'2026-09-28 00:57:57.974982','application',65,'save',NULL,NULL,134,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(976,'2026-09-28 00:57:57.974982','application',65,'save',NULL,NULL,134,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(977,'2026-09-28 00:57:57.974982','application',65,'submit','draft','submitted',134,'{}');
INSERT INTO "history" VALUES(1011,'2026-09-16 06:39:57.567438','application',69,'start',NULL,NULL,116,'{}');
INSERT INTO "history" VALUES(1012,'2026-09-18 23:55:26.296726','application',69,'save',NULL,NULL,116,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(1013,'2026-09-18 23:55:26.296726','application',69,'save',NULL,NULL,116,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(1014,'2026-09-18 23:55:26.296726','application',69,'save',NULL,NULL,116,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(1015,'2026-09-18 23:55:26.296726','application',69,'save',NULL,NULL,116,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(1016,'2026-09-18 23:55:26.296726','application',69,'save',NULL,NULL,116,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(1017,'2026-09-18 23:55:26.296726','application',69,'save',NULL,NULL,116,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(1018,'2026-09-18 23:55:26.296726','application',69,'save',NULL,NULL,116,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(1019,'2026-09-18 23:55:26.296726','application',69,'save',NULL,NULL,116,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(1020,'2026-09-18 23:55:26.296726','application',69,'save',NULL,NULL,116,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(1021,'2026-09-18 23:55:26.296726','application',69,'submit','draft','submitted',116,'{}');
INSERT INTO "history" VALUES(1033,'2026-08-29 02:11:33.642674','application',71,'start',NULL,NULL,38,'{}');
INSERT INTO "history" VALUES(1034,'2026-09-03 01:08:42.666891','application',71,'save',NULL,NULL,38,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(1035,'2026-09-03 01:08:42.666891','application',71,'save',NULL,NULL,38,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(1036,'2026-09-03 01:08:42.666891','application',71,'save',NULL,NULL,38,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(1037,'2026-09-03 01:08:42.666891','application',71,'save',NULL,NULL,38,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(1038,'2026-09-03 01:08:42.666891','application',71,'save',NULL,NULL,38,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(1039,'2026-09-03 01:08:42.666891','application',71,'save',NULL,NULL,38,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(1040,'2026-09-03 01:08:42.666891','application',71,'save',NULL,NULL,38,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(1041,'2026-09-03 01:08:42.666891','application',71,'save',NULL,NULL,38,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(1042,'2026-09-03 01:08:42.666891','application',71,'save',NULL,NULL,38,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(1043,'2026-09-03 01:08:42.666891','application',71,'submit','draft','submitted',38,'{}');
INSERT INTO "history" VALUES(1110,'2026-09-30 21:59:32.765859','application',78,'start',NULL,NULL,29,'{}');
INSERT INTO "history" VALUES(1111,'2026-10-01 19:08:32.953793','application',78,'save',NULL,NULL,29,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(1112,'2026-10-01 19:08:32.953793','application',78,'save',NULL,NULL,29,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(1113,'2026-10-01 19:08:32.953793','application',78,'save',NULL,NULL,29,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(1114,'2026-10-01 19:08:32.953793','application',78,'save',NULL,NULL,29,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(1115,'2026-10-01 19:08:32.953793','application',78,'save',NULL,NULL,29,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(2410,'2026-10-11 09:56:00.000000','application',49,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(2411,'2026-10-11 08:16:00.000000','application',51,'refuse','submitted','not_eligible',9,'{}');
INSERT INTO "history" VALUES(2412,'2026-10-14 08:36:00.000000','application',52,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(2416,'2026-10-15 11:40:00.000000','application',56,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(2424,'2026-10-14 13:02:00.000000','application',65,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(2427,'2026-10-10 15:15:00.000000','application',69,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(2429,'2026-10-12 15:02:00.000000','application',71,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(2543,'2026-11-26 11:06:51.977625','application',52,'finish_scoring','assessing','scored',NULL,'{}');
INSERT INTO "history" VALUES(2544,'2026-11-26 05:40:51.978544','application',56,'finish_scoring','assessing','scored',NULL,'{}');
INSERT INTO "history" VALUES(2549,'2026-11-26 05:07:51.981171','application',65,'finish_scoring','assessing','scored',NULL,'{}');
INSERT INTO "history" VALUES(2550,'2026-11-26 10:15:51.982040','application',69,'finish_scoring','assessing','scored',NULL,'{}');
INSERT INTO "history" VALUES(2552,'2026-11-26 11:40:51.983118','application',71,'finish_scoring','assessing','scored',NULL,'{}');
INSERT INTO "history" VALUES(2618,'2026-11-21 14:30:00.000000','decision',45,'propose',NULL,NULL,9,'{"outcome": "fund", "amount": 255000}');
INSERT INTO "history" VALUES(2619,'2026-11-21 16:26:00.000000','decision',45,'confirm','proposed','confirmed',10,'{"outcome": "fund", "amount": 255000}');
INSERT INTO "history" VALUES(2620,'2026-11-21 09:49:00.000000','decision',45,'release','confirmed','released',10,'{}');
INSERT INTO "history" VALUES(2621,'2026-11-21 09:49:00.000000','application',69,'fund','scored','funded',10,'{"amount": 255000}');
INSERT INTO "history" VALUES(2646,'2026-11-21 10:20:00.000000','decision',52,'propose',NULL,NULL,9,'{"outcome": "part_fund", "amount": 172200}');
INSERT INTO "history" VALUES(2647,'2026-11-21 15:07:00.000000','decision',52,'confirm','proposed','confirmed',10,'{"outcome": "part_fund", "amount": 172200}');
INSERT INTO "history" VALUES(2648,'2026-11-21 09:49:00.000000','decision',52,'release','confirmed','released',10,'{}');
INSERT INTO "history" VALUES(2649,'2026-11-21 09:49:00.000000','application',65,'part_fund','scored','part_funded',10,'{"amount": 172200}');
INSERT INTO "history" VALUES(2694,'2026-11-21 14:26:00.000000','decision',64,'propose',NULL,NULL,9,'{"outcome": "reserve", "amount": 0}');
INSERT INTO "history" VALUES(2695,'2026-11-21 17:13:00.000000','decision',64,'confirm','proposed','confirmed',10,'{"outcome": "reserve", "amount": 0}');
INSERT INTO "history" VALUES(2696,'2026-11-21 09:49:00.000000','decision',64,'release','confirmed','released',10,'{}');
INSERT INTO "history" VALUES(2697,'2026-11-21 09:49:00.000000','application',71,'reserve','scored','reserved',10,'{"amount": 0}');
INSERT INTO "history" VALUES(2746,'2026-11-21 09:47:00.000000','decision',77,'propose',NULL,NULL,9,'{"outcome": "decline", "amount": 0}');
INSERT INTO "history" VALUES(2747,'2026-11-21 14:25:00.000000','decision',77,'confirm','proposed','confirmed',10,'{"outcome": "decline", "amount": 0}');
INSERT INTO "history" VALUES(2748,'2026-11-21 09:49:00.000000','decision',77,'release','confirmed','released',10,'{}');
INSERT INTO "history" VALUES(2749,'2026-11-21 09:49:00.000000','application',56,'decline','scored','declined',10,'{"amount": 0}');
INSERT INTO "history" VALUES(2764,'2026-11-19 18:53:56.657952','application',199,'start',NULL,NULL,1,'{}');
INSERT INTO "history" VALUES(2765,'2026-11-21 19:20:34.761906','application',199,'save',NULL,NULL,1,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(2766,'2026-11-21 19:20:34.761906','application',199,'save',NULL,NULL,1,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(2767,'2026-11-21 19:20:34.761906','application',199,'save',NULL,NULL,1,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(2768,'2026-11-21 19:20:34.761906','application',199,'save',NULL,NULL,1,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(2769,'2026-11-21 19:20:34.761906','application',199,'save',NULL,NULL,1,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(2770,'2026-10-31 23:37:29.755412','application',200,'start',NULL,NULL,31,'{}');
INSERT INTO "history" VALUES(2771,'2026-11-05 16:03:26.575974','application',200,'save',NULL,NULL,31,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(2772,'2026-11-05 16:03:26.575974','application',200,'save',NULL,NULL,31,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(2773,'2026-11-05 16:03:26.575974','application',200,'save',NULL,NULL,31,'{"section": "project", "version": 1}');
INSERT INTO "history" VALUES(2774,'2026-11-05 16:03:26.575974','application',200,'save',NULL,NULL,31,'{"section": "people", "version": 1}');
INSERT INTO "history" VALUES(2775,'2026-11-05 16:03:26.575974','application',200,'save',NULL,NULL,31,'{"section": "barriers", "version": 1}');
INSERT INTO "history" VALUES(2776,'2026-11-05 16:03:26.575974','application',200,'save',NULL,NULL,31,'{"section": "costs", "version": 1}');
INSERT INTO "history" VALUES(2777,'2026-11-05 16:03:26.575974','application',200,'save',NULL,NULL,31,'{"section": "change", "version": 1}');
INSERT INTO "history" VALUES(2778,'2026-11-05 16:03:26.575974','application',200,'save',NULL,NULL,31,'{"section": "safe", "version": 1}');
INSERT INTO "history" VALUES(2779,'2026-11-05 16:03:26.575974','application',200,'save',NULL,NULL,31,'{"section": "documents", "version": 1}');
INSERT INTO "history" VALUES(2780,'2026-11-05 16:03:26.575974','application',200,'submit','draft','submitted',31,'{}');
INSERT INTO "history" VALUES(2917,'2026-11-26 13:17:52.210550','sign_in',1,'sign_in',NULL,NULL,1,'{}');
INSERT INTO "history" VALUES(2918,'2026-11-26 13:17:52.211996','sign_in',2,'sign_in',NULL,NULL,2,'{}');
INSERT INTO "history" VALUES(2919,'2026-11-26 13:17:52.213364','sign_in',3,'sign_in',NULL,NULL,3,'{}');
INSERT INTO "history" VALUES(2920,'2026-11-26 13:17:52.214693','sign_in',4,'sign_in',NULL,NULL,4,'{}');
INSERT INTO "history" VALUES(2921,'2026-11-26 13:17:52.215890','sign_in',5,'sign_in',NULL,NULL,5,'{}');
INSERT INTO "history" VALUES(2922,'2026-11-26 13:17:52.217130','sign_in',6,'sign_in',NULL,NULL,6,'{}');
INSERT INTO "history" VALUES(2923,'2026-11-26 13:17:52.218336','sign_in',7,'sign_in',NULL,NULL,7,'{}');
INSERT INTO "history" VALUES(2924,'2026-11-26 13:17:52.219532','sign_in',8,'sign_in',NULL,NULL,8,'{}');
INSERT INTO "history" VALUES(2925,'2026-11-26 13:17:52.220769','sign_in',9,'sign_in',NULL,NULL,9,'{}');
INSERT INTO "history" VALUES(2926,'2026-11-26 13:17:52.221951','sign_in',10,'sign_in',NULL,NULL,10,'{}');
INSERT INTO "history" VALUES(2927,'2026-11-26 13:17:52.223162','sign_in',11,'sign_in',NULL,NULL,11,'{}');
INSERT INTO "history" VALUES(2928,'2026-11-26 13:17:52.224366','sign_in',12,'sign_in',NULL,NULL,13,'{}');
INSERT INTO "history" VALUES(2929,'2026-11-26 13:17:52.225555','sign_in',13,'sign_in',NULL,NULL,14,'{}');
INSERT INTO "history" VALUES(2930,'2026-11-26 13:17:52.226717','sign_in',14,'sign_in',NULL,NULL,15,'{}');
INSERT INTO "history" VALUES(2931,'2026-11-26 13:17:52.227876','sign_in',15,'sign_in',NULL,NULL,16,'{}');
INSERT INTO "history" VALUES(2932,'2026-11-26 13:17:52.229073','sign_in',16,'sign_in',NULL,NULL,17,'{}');
INSERT INTO "history" VALUES(2933,'2026-11-26 13:17:52.230869','sign_in',17,'sign_in',NULL,NULL,175,'{}');
INSERT INTO "history" VALUES(2934,'2026-11-26 13:17:52.232017','sign_in',18,'sign_in',NULL,NULL,12,'{}');
INSERT INTO "history" VALUES(2935,'2026-11-26 13:17:52.233200','sign_in',19,'sign_in',NULL,NULL,1,'{}');
INSERT INTO "history" VALUES(2936,'2026-11-26 13:17:52.234280','sign_in',20,'sign_in',NULL,NULL,175,'{}');
INSERT INTO "history" VALUES(2937,'2026-11-26 13:17:52.235340','sign_in',21,'sign_in',NULL,NULL,9,'{}');
CREATE TABLE jobs (
	name VARCHAR(60) NOT NULL, 
	next_run_at DATETIME NOT NULL, 
	leased_until DATETIME, 
	leased_by TEXT, 
	last_started_at DATETIME, 
	last_finished_at DATETIME, 
	last_error TEXT, 
	failures INTEGER NOT NULL, 
	CONSTRAINT pk_jobs PRIMARY KEY (name)
);
INSERT INTO "jobs" VALUES('forget_sign_ins','2026-11-26 14:17:52.243029',NULL,NULL,'2026-11-26 13:17:52.239128','2026-11-26 13:17:52.243029',NULL,0);
INSERT INTO "jobs" VALUES('forget_forms','2026-11-26 19:17:52.245940',NULL,NULL,'2026-11-26 13:17:52.244114','2026-11-26 13:17:52.245940',NULL,0);
CREATE TABLE kept_forms (
	id INTEGER NOT NULL, 
	ref VARCHAR(40) NOT NULL, 
	person_id INTEGER NOT NULL, 
	path TEXT NOT NULL, 
	fields JSON NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_kept_forms PRIMARY KEY (id), 
	CONSTRAINT uq_kept_forms_ref UNIQUE (ref), 
	CONSTRAINT fk_kept_forms_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "kept_forms" VALUES(1,'kept-of-amina',1,'/account/name','[["name", "A name of their own"]]','2026-11-26 13:17:52.206997');
INSERT INTO "kept_forms" VALUES(2,'kept-of-joyce',9,'/account/name','[["name", "A name of their own"]]','2026-11-26 13:17:52.207722');
CREATE TABLE "letters" (
	id INTEGER NOT NULL, 
	ref VARCHAR(40) NOT NULL, 
	to_address VARCHAR(254) NOT NULL, 
	subject TEXT NOT NULL, 
	text TEXT NOT NULL, 
	html TEXT NOT NULL, 
	template VARCHAR(60) NOT NULL, 
	about VARCHAR(60), 
	about_id INTEGER, 
	status VARCHAR(20) NOT NULL, 
	created_at DATETIME NOT NULL, 
	next_try_at DATETIME NOT NULL, 
	tries INTEGER NOT NULL, 
	leased_until DATETIME, 
	sent_at DATETIME, 
	error TEXT, 
	secret BOOLEAN NOT NULL, 
	CONSTRAINT pk_letters PRIMARY KEY (id), 
	CONSTRAINT ck_letters_sent_has_date CHECK ((status = 'sent') = (sent_at IS NOT NULL)), 
	CONSTRAINT uq_letters_ref UNIQUE (ref), 
	CONSTRAINT ck_letters_status CHECK (status IN ('waiting', 'sent', 'failed'))
);
INSERT INTO "letters" VALUES(13,'nCZfoCdopWiMmfuBGEJAhA','ellis.fairburn@example.org','Our decision on “The Try-It Table”','Dear Different Wiring,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are glad to say yes to a part of it. We will give £2,097 of £2,997 towards “The Try-It Table”.

What the people who read it liked:

- Costs: I went through it line by line and would change nothing.
- Need and furthest first: Honest about who is still missing, which makes me trust the rest.
- Change for people: A change that people named themselves. The count is sound too.

Thank you for all that you do.


What happens next

We will talk with you about what the smaller grant can do. By Friday 24 July 2026 we will send you the grant agreement. Please spend none of the grant before you have signed it.

You can read the decision and the reasons for it here:
http://localhost/applications/GC-6ERT-B85S-DG/decision


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Our decision on “The Try-It Table”</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#b07c00">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Our decision on “The Try-It Table”</h1>
<p><strong>We will fund a part of it.</strong></p>
<p style="white-space:pre-line">Dear Different Wiring,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are glad to say yes to a part of it. We will give £2,097 of £2,997 towards “The Try-It Table”.

What the people who read it liked:

- Costs: I went through it line by line and would change nothing.
- Need and furthest first: Honest about who is still missing, which makes me trust the rest.
- Change for people: A change that people named themselves. The count is sound too.

Thank you for all that you do.</p>
<h2>What happens next</h2>
<p>We will talk with you about what the smaller grant can do. By Friday 24 July 2026 we will send you the grant agreement. Please spend none of the grant before you have signed it.</p>
<p style="margin:24px 0"><a href="http://localhost/applications/GC-6ERT-B85S-DG/decision" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">Read the decision and the reasons</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/applications/GC-6ERT-B85S-DG/decision" style="color:#0a4a52;word-break:break-all">http://localhost/applications/GC-6ERT-B85S-DG/decision</a></p>

<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','assessments/mail/decision','application',3,'sent','2026-07-10 12:08:00.000000','2026-07-10 12:08:00.000000',0,NULL,'2026-07-10 12:08:00.000000',NULL,0);
INSERT INTO "letters" VALUES(31,'RRrCSOOR_Hn-xeoyb8tApA','amina.yusuf@example.org','Our decision on “Eight O''Clock Without the Queue”','Dear Hyde Park Tea and Tech,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are glad to say yes. We will fund “Eight O''Clock Without the Queue” with £1,685, all that you asked for.

What the people who read it liked:

- Plan and people: A plan so clear that another group could pick it up and run it.
- Costs: Good value per person, without being mean to volunteers.
- Safe and lasting: Scams come first, not last. I trust them with people. I read it twice.

Thank you for all that you do.


What happens next

We will send you the grant agreement by Friday 24 July 2026. Please spend none of the grant before you have signed it.

You can read the decision and the reasons for it here:
http://localhost/applications/GC-YJYA-3CX9-Y2/decision


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Our decision on “Eight O&#39;Clock Without the Queue”</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#b07c00">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Our decision on “Eight O&#39;Clock Without the Queue”</h1>
<p><strong>We will fund it.</strong></p>
<p style="white-space:pre-line">Dear Hyde Park Tea and Tech,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are glad to say yes. We will fund “Eight O&#39;Clock Without the Queue” with £1,685, all that you asked for.

What the people who read it liked:

- Plan and people: A plan so clear that another group could pick it up and run it.
- Costs: Good value per person, without being mean to volunteers.
- Safe and lasting: Scams come first, not last. I trust them with people. I read it twice.

Thank you for all that you do.</p>
<h2>What happens next</h2>
<p>We will send you the grant agreement by Friday 24 July 2026. Please spend none of the grant before you have signed it.</p>
<p style="margin:24px 0"><a href="http://localhost/applications/GC-YJYA-3CX9-Y2/decision" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">Read the decision and the reasons</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/applications/GC-YJYA-3CX9-Y2/decision" style="color:#0a4a52;word-break:break-all">http://localhost/applications/GC-YJYA-3CX9-Y2/decision</a></p>

<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','assessments/mail/decision','application',1,'sent','2026-07-10 12:08:00.000000','2026-07-10 12:08:00.000000',0,NULL,'2026-07-10 12:08:00.000000',NULL,0);
INSERT INTO "letters" VALUES(36,'K1yZ7QN0f_1wLOyLw6mmsA','bronwen.pugh@example.org','Our decision on “Charged”','Dear Safe Harbour Rooms,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

“Charged” is on our reserve list. We cannot fund it now, but we may if money becomes free.

What the people who read it liked:

- Need and furthest first: Solid. The example helped me to picture it. How they find new people is left open.
- Plan and people: They''ve done something like it before. Timing is a little hopeful.
- Costs: Adds up. One or two quotes missing for the larger things.

What would make it stronger:

- Change for people: The change is likely enough but vague. How would they know?

Thank you for all that you do.


What happens next

If money becomes free, we will write to you. You will hear from us by Thursday 8 October 2026, whatever happens.

You can read the decision and the reasons for it here:
http://localhost/applications/GC-669F-H23E-FM/decision


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Our decision on “Charged”</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#b07c00">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Our decision on “Charged”</h1>
<p><strong>It is on our reserve list.</strong></p>
<p style="white-space:pre-line">Dear Safe Harbour Rooms,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

“Charged” is on our reserve list. We cannot fund it now, but we may if money becomes free.

What the people who read it liked:

- Need and furthest first: Solid. The example helped me to picture it. How they find new people is left open.
- Plan and people: They&#39;ve done something like it before. Timing is a little hopeful.
- Costs: Adds up. One or two quotes missing for the larger things.

What would make it stronger:

- Change for people: The change is likely enough but vague. How would they know?

Thank you for all that you do.</p>
<h2>What happens next</h2>
<p>If money becomes free, we will write to you. You will hear from us by Thursday 8 October 2026, whatever happens.</p>
<p style="margin:24px 0"><a href="http://localhost/applications/GC-669F-H23E-FM/decision" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">Read the decision and the reasons</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/applications/GC-669F-H23E-FM/decision" style="color:#0a4a52;word-break:break-all">http://localhost/applications/GC-669F-H23E-FM/decision</a></p>

<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','assessments/mail/decision','application',5,'sent','2026-07-10 12:08:00.000000','2026-07-10 12:08:00.000000',0,NULL,'2026-07-10 12:08:00.000000',NULL,0);
INSERT INTO "letters" VALUES(38,'VqqypoIHzuV-X9zKLhi4ag','desmond.blake@example.org','Our decision on “A Box of Photographs”','Dear Gipton Growers'' Plot,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are sorry that we cannot fund “A Box of Photographs” this time.

What the people who read it liked:

- Safe and lasting: Safe, and a clear way of going on with fewer hours. My first thought and my second agree.
- Need and furthest first: Solid. The example helped me to picture it. How they find new people is left open.
- Plan and people: I can see the first three months. After that it gets hazy. I may be a bit kind here.

What would make it stronger:

- Change for people: The change is likely enough but vague. How would they know?

Thank you for all that you do.


What happens next

Would you like to talk about this? Write to us by Friday 7 August 2026. We are glad to help with your next application.

You can read the decision and the reasons for it here:
http://localhost/applications/GC-W5SK-W8G4-YE/decision


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Our decision on “A Box of Photographs”</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#b07c00">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Our decision on “A Box of Photographs”</h1>
<p><strong>We cannot fund it this time.</strong></p>
<p style="white-space:pre-line">Dear Gipton Growers&#39; Plot,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are sorry that we cannot fund “A Box of Photographs” this time.

What the people who read it liked:

- Safe and lasting: Safe, and a clear way of going on with fewer hours. My first thought and my second agree.
- Need and furthest first: Solid. The example helped me to picture it. How they find new people is left open.
- Plan and people: I can see the first three months. After that it gets hazy. I may be a bit kind here.

What would make it stronger:

- Change for people: The change is likely enough but vague. How would they know?

Thank you for all that you do.</p>
<h2>What happens next</h2>
<p>Would you like to talk about this? Write to us by Friday 7 August 2026. We are glad to help with your next application.</p>
<p style="margin:24px 0"><a href="http://localhost/applications/GC-W5SK-W8G4-YE/decision" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">Read the decision and the reasons</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/applications/GC-W5SK-W8G4-YE/decision" style="color:#0a4a52;word-break:break-all">http://localhost/applications/GC-W5SK-W8G4-YE/decision</a></p>

<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','assessments/mail/decision','application',6,'sent','2026-07-10 12:08:00.000000','2026-07-10 12:08:00.000000',0,NULL,'2026-07-10 12:08:00.000000',NULL,0);
INSERT INTO "letters" VALUES(45,'b4-uO3HCAKQgSE2jt7AZ0Q','mina.chowdhury@example.org','Our decision on “One Helps One”','Dear The Burley Rhubarb Patch,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

We are glad to say yes. We will fund “One Helps One” with £2,550, all that you asked for.

What the people who read it liked:

- Need and furthest first: I don''t know of anyone else who reaches these people. They''ve earned the trust and can say how.
- Change for people: They''d tell us if it had not worked, and say how they''d know. Rare. The tone told me as much as the facts.
- Plan and people: You can tell they''ve done this before, and listened. I have no questions. Compared with the rest of my pile, about the middle.

Thank you for all that you do.


What happens next

We will send you the grant agreement by Monday 7 December 2026. Please spend none of the grant before you have signed it.

You can read the decision and the reasons for it here:
http://localhost/applications/GC-Q62A-7C36-76/decision


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Our decision on “One Helps One”</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#b07c00">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Our decision on “One Helps One”</h1>
<p><strong>We will fund it.</strong></p>
<p style="white-space:pre-line">Dear The Burley Rhubarb Patch,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

We are glad to say yes. We will fund “One Helps One” with £2,550, all that you asked for.

What the people who read it liked:

- Need and furthest first: I don&#39;t know of anyone else who reaches these people. They&#39;ve earned the trust and can say how.
- Change for people: They&#39;d tell us if it had not worked, and say how they&#39;d know. Rare. The tone told me as much as the facts.
- Plan and people: You can tell they&#39;ve done this before, and listened. I have no questions. Compared with the rest of my pile, about the middle.

Thank you for all that you do.</p>
<h2>What happens next</h2>
<p>We will send you the grant agreement by Monday 7 December 2026. Please spend none of the grant before you have signed it.</p>
<p style="margin:24px 0"><a href="http://localhost/applications/GC-Q62A-7C36-76/decision" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">Read the decision and the reasons</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/applications/GC-Q62A-7C36-76/decision" style="color:#0a4a52;word-break:break-all">http://localhost/applications/GC-Q62A-7C36-76/decision</a></p>

<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','assessments/mail/decision','application',69,'sent','2026-11-21 09:49:00.000000','2026-11-21 09:49:00.000000',0,NULL,'2026-11-21 09:49:00.000000',NULL,0);
INSERT INTO "letters" VALUES(52,'YHijSf3O4Pr8fGcB-o4BcA','saba.tesfay@example.org','Our decision on “Point and Wander”','Dear Farnley Cobbles and Stories,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

We are glad to say yes to a part of it. We will give £1,722 of £2,461 towards “Point and Wander”.

What the people who read it liked:

- Plan and people: You can tell they''ve done this before, and listened. I have no questions.
- Need and furthest first: Plain about who is still missing, which makes me trust the rest.
- Change for people: The measure fits the people. Nobody has to fill in a form to show that their life got better.

Thank you for all that you do.


What happens next

We will talk with you about what the smaller grant can do. By Monday 7 December 2026 we will send you the grant agreement. Please spend none of the grant before you have signed it.

You can read the decision and the reasons for it here:
http://localhost/applications/GC-6A63-XMS5-FJ/decision


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Our decision on “Point and Wander”</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#b07c00">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Our decision on “Point and Wander”</h1>
<p><strong>We will fund a part of it.</strong></p>
<p style="white-space:pre-line">Dear Farnley Cobbles and Stories,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

We are glad to say yes to a part of it. We will give £1,722 of £2,461 towards “Point and Wander”.

What the people who read it liked:

- Plan and people: You can tell they&#39;ve done this before, and listened. I have no questions.
- Need and furthest first: Plain about who is still missing, which makes me trust the rest.
- Change for people: The measure fits the people. Nobody has to fill in a form to show that their life got better.

Thank you for all that you do.</p>
<h2>What happens next</h2>
<p>We will talk with you about what the smaller grant can do. By Monday 7 December 2026 we will send you the grant agreement. Please spend none of the grant before you have signed it.</p>
<p style="margin:24px 0"><a href="http://localhost/applications/GC-6A63-XMS5-FJ/decision" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">Read the decision and the reasons</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/applications/GC-6A63-XMS5-FJ/decision" style="color:#0a4a52;word-break:break-all">http://localhost/applications/GC-6A63-XMS5-FJ/decision</a></p>

<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','assessments/mail/decision','application',65,'sent','2026-11-21 09:49:00.000000','2026-11-21 09:49:00.000000',0,NULL,'2026-11-21 09:49:00.000000',NULL,0);
INSERT INTO "letters" VALUES(64,'eCRbECigSnXoCsU_uuJ95Q','elspeth.rennie@example.org','Our decision on “Otley in Pictures”','Dear The Forget-me-not Table,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

“Otley in Pictures” is on our reserve list. We cannot fund it now, but we may if money becomes free.

What the people who read it liked:

- Change for people: The measure fits the people. Nobody has to fill in a form to show that their life got better.
- Plan and people: Starts small, stops to look, goes on. Just right for The Forget-me-not Table.
- Need and furthest first: A real need, honestly put. Others nearby reach some of the same people.

Thank you for all that you do.


What happens next

If money becomes free, we will write to you. You will hear from us by Friday 19 February 2027, whatever happens.

You can read the decision and the reasons for it here:
http://localhost/applications/GC-SRGX-W9JF-P7/decision


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Our decision on “Otley in Pictures”</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#b07c00">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Our decision on “Otley in Pictures”</h1>
<p><strong>It is on our reserve list.</strong></p>
<p style="white-space:pre-line">Dear The Forget-me-not Table,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

“Otley in Pictures” is on our reserve list. We cannot fund it now, but we may if money becomes free.

What the people who read it liked:

- Change for people: The measure fits the people. Nobody has to fill in a form to show that their life got better.
- Plan and people: Starts small, stops to look, goes on. Just right for The Forget-me-not Table.
- Need and furthest first: A real need, honestly put. Others nearby reach some of the same people.

Thank you for all that you do.</p>
<h2>What happens next</h2>
<p>If money becomes free, we will write to you. You will hear from us by Friday 19 February 2027, whatever happens.</p>
<p style="margin:24px 0"><a href="http://localhost/applications/GC-SRGX-W9JF-P7/decision" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">Read the decision and the reasons</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/applications/GC-SRGX-W9JF-P7/decision" style="color:#0a4a52;word-break:break-all">http://localhost/applications/GC-SRGX-W9JF-P7/decision</a></p>

<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','assessments/mail/decision','application',71,'sent','2026-11-21 09:49:00.000000','2026-11-21 09:49:00.000000',0,NULL,'2026-11-21 09:49:00.000000',NULL,0);
INSERT INTO "letters" VALUES(77,'zVjom6v3sQxRwUSUqR72wA','bhavna.mistry@example.org','Our decision on “Community Tech Project”','Dear The Wetherby Talking Teapot,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

We are sorry that we cannot fund “Community Tech Project” this time.

What the people who read it liked:

- Costs: Mostly clear and fair. I''d ask about the room hire.

What would make it stronger:

- Change for people: I looked for what would be different for people and did not find it.
- Safe and lasting: Nothing about safety, and people are visited alone at home.

Thank you for all that you do.


What happens next

Would you like to talk about this? Write to us by Monday 21 December 2026. We are glad to help with your next application.

You can read the decision and the reasons for it here:
http://localhost/applications/GC-CW4G-G463-5Z/decision


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Our decision on “Community Tech Project”</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#b07c00">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Our decision on “Community Tech Project”</h1>
<p><strong>We cannot fund it this time.</strong></p>
<p style="white-space:pre-line">Dear The Wetherby Talking Teapot,

Thank you for applying to Getting Connected small grants, summer 2026. We enjoyed reading about your work.

We are sorry that we cannot fund “Community Tech Project” this time.

What the people who read it liked:

- Costs: Mostly clear and fair. I&#39;d ask about the room hire.

What would make it stronger:

- Change for people: I looked for what would be different for people and did not find it.
- Safe and lasting: Nothing about safety, and people are visited alone at home.

Thank you for all that you do.</p>
<h2>What happens next</h2>
<p>Would you like to talk about this? Write to us by Monday 21 December 2026. We are glad to help with your next application.</p>
<p style="margin:24px 0"><a href="http://localhost/applications/GC-CW4G-G463-5Z/decision" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">Read the decision and the reasons</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/applications/GC-CW4G-G463-5Z/decision" style="color:#0a4a52;word-break:break-all">http://localhost/applications/GC-CW4G-G463-5Z/decision</a></p>

<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','assessments/mail/decision','application',56,'sent','2026-11-21 09:49:00.000000','2026-11-21 09:49:00.000000',0,NULL,'2026-11-21 09:49:00.000000',NULL,0);
CREATE TABLE neighbourhoods (
	code VARCHAR(9) NOT NULL, 
	name TEXT NOT NULL, 
	ward_code VARCHAR(9) NOT NULL, 
	decile INTEGER NOT NULL, 
	people INTEGER NOT NULL, 
	CONSTRAINT pk_neighbourhoods PRIMARY KEY (code), 
	CONSTRAINT ck_neighbourhoods_decile CHECK (decile BETWEEN 1 AND 10), 
	CONSTRAINT fk_neighbourhoods_ward_code FOREIGN KEY(ward_code) REFERENCES wards (code)
);
INSERT INTO "neighbourhoods" VALUES('E01011264','Leeds 011A','E05011549',6,1284);
INSERT INTO "neighbourhoods" VALUES('E01011274','Leeds 010C','E05011549',3,1360);
INSERT INTO "neighbourhoods" VALUES('E01011284','Leeds 071A','E05011385',2,2216);
INSERT INTO "neighbourhoods" VALUES('E01011299','Leeds 088B','E05011401',6,2837);
INSERT INTO "neighbourhoods" VALUES('E01011309','Leeds 030C','E05011396',7,1505);
INSERT INTO "neighbourhoods" VALUES('E01011319','Leeds 091C','E05012647',3,1604);
INSERT INTO "neighbourhoods" VALUES('E01011329','Leeds 051B','E05011387',8,1493);
INSERT INTO "neighbourhoods" VALUES('E01011339','Leeds 060A','E05011394',2,2112);
INSERT INTO "neighbourhoods" VALUES('E01011349','Leeds 065D','E05011388',1,1818);
INSERT INTO "neighbourhoods" VALUES('E01011359','Leeds 042C','E05011390',3,1896);
INSERT INTO "neighbourhoods" VALUES('E01011371','Leeds 085B','E05011399',1,1809);
INSERT INTO "neighbourhoods" VALUES('E01011381','Leeds 016B','E05012841',10,1476);
INSERT INTO "neighbourhoods" VALUES('E01011393','Leeds 103C','E05011401',8,2200);
INSERT INTO "neighbourhoods" VALUES('E01011403','Leeds 074D','E05013830',9,1515);
INSERT INTO "neighbourhoods" VALUES('E01011413','Leeds 069A','E05013831',9,1455);
INSERT INTO "neighbourhoods" VALUES('E01011423','Leeds 047A','E05011394',2,1736);
INSERT INTO "neighbourhoods" VALUES('E01011433','Leeds 053C','E05011394',1,1927);
INSERT INTO "neighbourhoods" VALUES('E01011447','Leeds 054C','E05011397',4,1429);
INSERT INTO "neighbourhoods" VALUES('E01011457','Leeds 027C','E05011547',9,1628);
INSERT INTO "neighbourhoods" VALUES('E01011467','Leeds 112A','E05011399',2,1991);
INSERT INTO "neighbourhoods" VALUES('E01011477','Leeds 045A','E05011402',3,2024);
INSERT INTO "neighbourhoods" VALUES('E01011489','Leeds 045D','E05011402',3,1765);
INSERT INTO "neighbourhoods" VALUES('E01011505','Leeds 025A','E05011405',7,1701);
INSERT INTO "neighbourhoods" VALUES('E01011515','Leeds 023D','E05011405',9,1495);
INSERT INTO "neighbourhoods" VALUES('E01011525','Leeds 095C','E05011406',7,1551);
INSERT INTO "neighbourhoods" VALUES('E01011535','Leeds 108A','E05011384',10,1714);
INSERT INTO "neighbourhoods" VALUES('E01011549','Leeds 108C','E05011384',10,1428);
INSERT INTO "neighbourhoods" VALUES('E01011559','Leeds 018C','E05012842',2,1475);
INSERT INTO "neighbourhoods" VALUES('E01011569','Leeds 004A','E05011549',7,1731);
INSERT INTO "neighbourhoods" VALUES('E01011581','Leeds 003A','E05011549',9,1660);
INSERT INTO "neighbourhoods" VALUES('E01011591','Leeds 052D','E05011389',7,1639);
INSERT INTO "neighbourhoods" VALUES('E01011601','Leeds 079B','E05011409',4,1622);
INSERT INTO "neighbourhoods" VALUES('E01011611','Leeds 068D','E05011409',2,1487);
INSERT INTO "neighbourhoods" VALUES('E01011622','Leeds 072C','E05013831',1,1744);
INSERT INTO "neighbourhoods" VALUES('E01011633','Leeds 098E','E05011410',7,1467);
INSERT INTO "neighbourhoods" VALUES('E01011644','Leeds 037B','E05011411',5,1337);
INSERT INTO "neighbourhoods" VALUES('E01011654','Leeds 024D','E05011411',10,1473);
INSERT INTO "neighbourhoods" VALUES('E01011664','Leeds 050B','E05011400',2,1323);
INSERT INTO "neighbourhoods" VALUES('E01011678','Leeds 063B','E05011403',7,4344);
INSERT INTO "neighbourhoods" VALUES('E01011692','Leeds 109D','E05011413',9,1502);
INSERT INTO "neighbourhoods" VALUES('E01011702','Leeds 001D','E05011414',10,1650);
INSERT INTO "neighbourhoods" VALUES('E01011712','Leeds 005E','E05011414',7,1448);
INSERT INTO "neighbourhoods" VALUES('E01011722','Leeds 041B','E05011391',3,2115);
INSERT INTO "neighbourhoods" VALUES('E01011732','Leeds 081C','E05012648',7,1981);
INSERT INTO "neighbourhoods" VALUES('E01032489','Leeds 102F','E05011407',6,2113);
INSERT INTO "neighbourhoods" VALUES('E01032500','Leeds 067H','E05011385',1,1385);
INSERT INTO "neighbourhoods" VALUES('E01033002','Leeds 055F','E05011403',4,2180);
INSERT INTO "neighbourhoods" VALUES('E01033033','Leeds 075F','E05011399',8,1617);
INSERT INTO "neighbourhoods" VALUES('E01035047','Leeds 082H','E05012647',3,1328);
CREATE TABLE organisations (
	ref VARCHAR(40) NOT NULL, 
	name TEXT NOT NULL, 
	name_key TEXT NOT NULL, 
	legal_form VARCHAR(60) NOT NULL, 
	charity_number VARCHAR(12), 
	company_number VARCHAR(8), 
	address TEXT NOT NULL, 
	postcode VARCHAR(8) NOT NULL, 
	ward_code VARCHAR(9), 
	what TEXT NOT NULL, 
	website TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	income_band VARCHAR(60), 
	communities JSON NOT NULL, 
	wards JSON NOT NULL, 
	languages JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	version INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_organisations PRIMARY KEY (id), 
	CONSTRAINT uq_organisations_charity_number UNIQUE (charity_number), 
	CONSTRAINT uq_organisations_company_number UNIQUE (company_number), 
	CONSTRAINT uq_organisations_ref UNIQUE (ref)
);
INSERT INTO "organisations" VALUES('2jhioIbAs2mxHdfzowmOsw','Hyde Park Tea and Tech','hyde park tea tech','charity','1990975',NULL,'1 Old School Walk, Hyde Park','LS6 3TH','E05011397','We run a café with patience: tea, toast and someone to sit beside you while you work out your phone. Students and pensioners share the same long table.','','0113 496 0232','25k_75k','["older", "low_income", "families"]','["E05011397", "E05011402", "E05011403"]','["en", "ur", "ar"]','2026-01-30 13:17:51.314389',1,1);
INSERT INTO "organisations" VALUES('Jm_gFCrin0eNknHgCRUjlw','Seacroft Signing Circle','seacroft signing circle','charity','1992617',NULL,'33 Station Terrace, Seacroft','LS14 6RS','E05011400','A club for Deaf people who use British Sign Language, and for their families. We meet, we eat, we interpret letters and we argue about football with our hands.','','0113 496 0268','5k_25k','["deaf", "older"]','["E05011400", "E05011391", "E05011394", "E05011388"]','["bfi", "en"]','2026-01-30 13:17:51.314455',1,2);
INSERT INTO "organisations" VALUES('S8CwHbac8kM9LCDKlpfFZQ','Cross Green Kitchen Table','cross green kitchen table','group',NULL,NULL,'19 Station Terrace, Cross Green','LS9 9DW','E05011388','We''re neighbours who cook together once a week and do each other''s paperwork. It started in lockdown with a pan of soup on a wall.','','0113 496 0283','under_5k','["low_income", "families", "older"]','["E05011388", "E05011399"]','["en", "pl"]','2026-01-30 13:17:51.314479',1,3);
INSERT INTO "organisations" VALUES('zCTPoAcQXftw24iJMtTreQ','Gipton Growers'' Plot','gipton growers plot','group',NULL,NULL,'32 Ropemakers'' Row, Gipton','LS14 6GQ','E05011394','An allotment that anyone on the estate can work on. We grow callaloo, leeks and a fair amount of bindweed.','','0113 496 0234','under_5k','["mental_health", "low_income", "new_english"]','["E05011394", "E05011400"]','["en", "ti"]','2026-01-30 13:17:51.314565',1,7);
INSERT INTO "organisations" VALUES('5skX-wdJVA8vMDgCnd9ymQ','Open Gate Middleton','open gate middleton','charity','1994559',NULL,'18 Station Terrace, Middleton','LS10 4BP','E05011404','A day centre for people who have no home or have just found one. Showers, breakfast, a doctor on Thursdays and someone to go with you to the meeting.','','0113 496 0223','150k_500k','["homeless", "recovery", "mental_health"]','["E05011404", "E05011399", "E05012647"]','["en", "ro"]','2026-01-30 13:17:51.314847',1,15);
INSERT INTO "organisations" VALUES('QiIjYwrgzT5_0PzNVZZ1sg','Different Wiring','different wiring','group',NULL,NULL,'14 Tannery Court, West Park','LS16 5HT','E05011413','Autistic adults who meet in a quiet room and online, mostly about trains, justice and soup. Nobody has to talk.','','0113 496 0298','under_5k','["autistic", "mental_health"]','["E05011413", "E05011397", "E05011547"]','["en"]','2026-01-30 13:17:51.314886',1,17);
INSERT INTO "organisations" VALUES('u3feERr44aJ-3JeqQTkLhQ','Chapeltown Elders'' Domino League','chapeltown elders domino league','charity','1994021',NULL,'7 Old School Walk, Chapeltown','LS7 3QJ','E05011390','Dominoes, dinner and dancing for Caribbean elders. We bury our dead properly and look after who is left.','','0113 496 0271','5k_25k','["older", "carers"]','["E05011390", "E05011411", "E05011394"]','["en"]','2026-01-30 13:17:51.314964',1,21);
INSERT INTO "organisations" VALUES('_Sdm7qBjx339RxR4LFTUrA','The Forget-me-not Table','forget me not table','cio','1991965',NULL,'23 Tannery Court, Otley','LS19 7GS','E05011549','A weekly table for people with dementia and those who love them. There is singing, and somebody to sit with you in the car park.','','0113 496 0294','5k_25k','["older", "carers"]','["E05011549", "E05012841"]','["en"]','2026-01-30 13:17:51.315021',1,24);
INSERT INTO "organisations" VALUES('ghLXagHgSuQTobuMugenGg','Stanningley Steps','stanningley steps','charity','1990661',NULL,'2 Chapel Row, Stanningley','LS13 2EJ','E05011387','A dry café and meetings for people who''ve stopped drinking, using or gambling. Everyone on the rota has been where you are.','','0113 496 0275','75k_150k','["recovery", "mental_health", "homeless"]','["E05011387", "E05011409", "E05011385"]','["en"]','2026-01-30 13:17:51.315085',1,27);
INSERT INTO "organisations" VALUES('UBwrml8T8pJ91LefoSOrNw','Rothwell Pit Lamp History Group','rothwell pit lamp history group','group',NULL,NULL,'5 Brickfield Place, Rothwell','LS26 0DG','E05011410','We keep the story of the pit villages: lamps, tallies, banners and a great many photographs. Open days every spring.','','0113 496 0282','under_5k','["older"]','["E05011410", "E05011384"]','["en"]','2026-01-30 13:17:51.315200',1,33);
INSERT INTO "organisations" VALUES('6jOONR2UqnlDHrNjb3LhoA','The Tingley Rovers on Wheels','tingley rovers on wheels','charity','1992574',NULL,'51 Mill Lane, Tingley','LS26 0XS','E05011384','Wheelchair sports, days out and straight talking. Our members are from nine to seventy.','','0113 496 0233','25k_75k','["disabled", "families"]','["E05011384", "E05011410", "E05011407"]','["en"]','2026-01-30 13:17:51.315295',1,38);
INSERT INTO "organisations" VALUES('2OaElii9EaKtiu8dn-KoFQ','Safe Harbour Rooms','safe harbour rooms','charity','1992848',NULL,'PO Box 31','LS2 9QD','E05011403','Advice, a helpline and safe rooms for women and children who''ve left violence at home. We do not publish where we are.','','0113 496 0266','150k_500k','["survivors", "families", "refugees"]','["E05011403", "E05011388", "E05011387", "E05011404"]','["en", "ur", "pl", "ro"]','2026-01-30 13:17:51.315389',1,43);
INSERT INTO "organisations" VALUES('gAsplwplimmSLHkOhWxjNg','Roadside Reading','roadside reading','cio','1993083',NULL,'50 Orchard Mount, Cottingley','LS11 9XJ','E05012647','A van with books, a kettle and a teacher that goes round the sites where Travellers live. We were asked to come, and that makes all the difference.','','0113 496 0252','25k_75k','["travellers", "families"]','["E05012647", "E05011399", "E05011406"]','["en", "rom"]','2026-01-30 13:17:51.315426',1,45);
INSERT INTO "organisations" VALUES('ag0eQRRt3bpO07IfeTaStg','The Wetherby Talking Teapot','wetherby talking teapot','cio','1999116',NULL,'37 Bobbin Yard, Wetherby','LS22 7SS','E05011414','We tell each other what works: which bus app, which kettle, which optician. New members get a phone buddy.','','0113 496 0967','75k_150k','["blind", "older"]','["E05011414"]','["en"]','2026-01-30 13:17:51.371269',1,63);
INSERT INTO "organisations" VALUES('hBQuxDyuREgQpLN3q7YjlA','Pudsey Lip Service','pudsey lip service','cic',NULL,'99006829','11 Bobbin Yard, Pudsey','LS28 6RR','E05011409','We check hearing aids, swap batteries and lend listening gear in Pudsey. Then we play cards.','','0113 496 0865','75k_150k','["deaf", "older"]','["E05011409", "E05011389", "E05011387"]','["en"]','2026-01-30 13:17:51.371458',1,71);
INSERT INTO "organisations" VALUES('VjQ1XI8dfargyTJ21FPmhQ','The Burley Rhubarb Patch','burley rhubarb patch','cic',NULL,'99006722','14 Canal Side, Burley','LS5 3NG','E05011402','A shared garden behind the houses in Burley. What we grow goes to whoever is hungry.','','0113 496 0837','75k_150k','["mental_health", "low_income", "recovery"]','["E05011402"]','["en"]','2026-01-30 13:17:51.372041',1,102);
INSERT INTO "organisations" VALUES('RtauY5Kvq4HDnhVWzomMzQ','Farnley Cobbles and Stories','farnley cobbles stories','cio','1997393',NULL,'54 Orchard Mount, Farnley','LS12 5JN','E05012648','Local history by the people who lived it. We have four thousand pictures in shoe boxes.','','0113 496 0366','25k_75k','["older"]','["E05012648", "E05011385", "E05012647"]','["en"]','2026-01-30 13:17:51.372365',1,120);
INSERT INTO "organisations" VALUES('5dH2iCZDatDjXdILJTSS6w','Sisters of the Kettle, Harehills','sisters kettle harehills','group',NULL,NULL,'54 Chapel Row, Harehills','LS14 6GQ','E05011394','Women from eleven countries cook, sew and learn English together in Harehills. Children come too.','','0113 496 0369','under_5k','["new_english", "refugees", "families"]','["E05011394", "E05011411"]','["en"]','2026-01-30 13:17:51.372798',1,137);
CREATE TABLE panels (
	round_id INTEGER NOT NULL, 
	budget_pence BIGINT NOT NULL, 
	committed_pence BIGINT NOT NULL, 
	CONSTRAINT pk_panels PRIMARY KEY (round_id), 
	CONSTRAINT ck_panels_never_overspent CHECK (committed_pence BETWEEN 0 AND budget_pence), 
	CONSTRAINT fk_panels_round_id FOREIGN KEY(round_id) REFERENCES rounds (id)
);
INSERT INTO "panels" VALUES(1,9000000,8892900);
INSERT INTO "panels" VALUES(2,7500000,4837300);
CREATE TABLE people (
	ref VARCHAR(40) NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	name TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (id), 
	CONSTRAINT uq_people_email UNIQUE (email), 
	CONSTRAINT uq_people_ref UNIQUE (ref)
);
INSERT INTO "people" VALUES('kHqsGCAKCXMqTIGA6iFpWw','amina.yusuf@example.org','Amina Yusuf','2026-01-30 13:17:51.320747',1);
INSERT INTO "people" VALUES('yEXhZzRyQR-q-yz_CNVKsw','tom.barker@example.org','Tom Barker','2026-01-30 13:17:51.321757',2);
INSERT INTO "people" VALUES('HucHMAQfqmxrXLLWOJ-LLw','grace.oyelaran@example.org','Grace Oyelaran','2026-01-30 13:17:51.322866',3);
INSERT INTO "people" VALUES('3QhSUlLwjA_tLOXvYf7eFg','ben.whitworth@example.org','Ben Whitworth','2026-01-30 13:17:51.323316',4);
INSERT INTO "people" VALUES('Y977VCykizD2qQQf6yPyew','marcia.campbell@example.org','Marcia Campbell','2026-01-30 13:17:51.323660',5);
INSERT INTO "people" VALUES('aubu31jqPi1bfhvhqdpRLg','ruth.shah@example.org','Ruth Shah','2026-01-30 13:17:51.323979',6);
INSERT INTO "people" VALUES('BcuAc6bxDtHlZpsRwa5XBg','daniel.kowalski@example.org','Daniel Kowalski','2026-01-30 13:17:51.324328',7);
INSERT INTO "people" VALUES('fxKuZWd39GfEnBhOG4cm_g','hannah.thwaite@example.org','Hannah Thwaite','2026-01-30 13:17:51.325237',8);
INSERT INTO "people" VALUES('KQXD4TmkzbVHT9CyFO3RrQ','joyce.adeyemi@example.org','Joyce Adeyemi','2026-01-30 13:17:51.325603',9);
INSERT INTO "people" VALUES('4n_57BpxeXyQ99YcvHogvw','martin.hargreaves@example.org','Martin Hargreaves','2026-01-30 13:17:51.325876',10);
INSERT INTO "people" VALUES('jcVwS_PLgvHQ-drmAgeVjg','priya.nair@example.org','Priya Nair','2026-01-30 13:17:51.326138',11);
INSERT INTO "people" VALUES('aYJyahA8ixXjrlZDsGd7sQ','colin.sugden@example.org','Colin Sugden','2026-01-30 13:17:51.326394',12);
INSERT INTO "people" VALUES('mppgY0DRVQ1V5Dxd_wlhVw','leanne.horsfall@example.org','Leanne Horsfall','2026-01-30 13:17:51.326650',13);
INSERT INTO "people" VALUES('VltQ-jKfjqY5y-DUsFDysA','philippa.naylor@example.org','Philippa Naylor','2026-01-30 13:17:51.326908',14);
INSERT INTO "people" VALUES('xKtSCxvaVNgwII1-mxyWMA','imran.siddiqui@example.org','Imran Siddiqui','2026-01-30 13:17:51.327183',15);
INSERT INTO "people" VALUES('D_q_IR8uDtIYN5bcCm_low','helen.ackroyd@example.org','Helen Ackroyd','2026-01-30 13:17:51.327436',16);
INSERT INTO "people" VALUES('8YI2Qk-4za47p8miKeG_IQ','wei.chen@example.org','Wei Chen','2026-01-30 13:17:51.327688',17);
INSERT INTO "people" VALUES('ZzRKN9WHnL6TJj4hUmjlZQ','desmond.blake@example.org','Desmond Blake','2026-01-30 13:17:51.379609',21);
INSERT INTO "people" VALUES('S2aQEzoXQ_xL9mkjzRqy9Q','niamh.corrigan@example.org','Niamh Corrigan','2026-01-30 13:17:51.381932',29);
INSERT INTO "people" VALUES('s7JptxV_iy7ymQ0N2CM3bw','ellis.fairburn@example.org','Ellis Fairburn','2026-01-30 13:17:51.382463',31);
INSERT INTO "people" VALUES('DXYGIs7FDnIAGH9WnguBwQ','winston.archibald@example.org','Winston Archibald','2026-01-30 13:17:51.383596',35);
INSERT INTO "people" VALUES('yCqOm5rNTXKKJHOl4MGHUQ','elspeth.rennie@example.org','Elspeth Rennie','2026-01-30 13:17:51.384423',38);
INSERT INTO "people" VALUES('ZQpzu3BkF3EoEoG6cw1vwQ','lee.farrar@example.org','Lee Farrar','2026-01-30 13:17:51.385292',41);
INSERT INTO "people" VALUES('O1tX7BF5Gila-RE44J8T1w','raymond.spink@example.org','Raymond Spink','2026-01-30 13:17:51.386884',47);
INSERT INTO "people" VALUES('MpwZqtOcis_SjopfU_RZtA','marcus.thorley@example.org','Marcus Thorley','2026-01-30 13:17:51.388245',52);
INSERT INTO "people" VALUES('xP1ES6ms27MNHw7dRa2iAg','bronwen.pugh@example.org','Bronwen Pugh','2026-01-30 13:17:51.389743',57);
INSERT INTO "people" VALUES('u8sA2TfOlLKzFj-Uzz_7Qg','noreen.doherty@example.org','Noreen Doherty','2026-01-30 13:17:51.390266',59);
INSERT INTO "people" VALUES('yPjzEwH8MJzy-c5gabpO7Q','bhavna.mistry@example.org','Bhavna Mistry','2026-01-30 13:17:51.395125',77);
INSERT INTO "people" VALUES('vziT6eJRkMqFAKmhkmY3KA','parisa.tehrani@example.org','Parisa Tehrani','2026-01-30 13:17:51.397303',85);
INSERT INTO "people" VALUES('81OCHgwa1iLKCgWqYLO8Yw','mina.chowdhury@example.org','Mina Chowdhury','2026-01-30 13:17:51.405837',116);
INSERT INTO "people" VALUES('CJ0k3tPxJ-drd4kEGkaHDA','saba.tesfay@example.org','Saba Tesfay','2026-01-30 13:17:51.410654',134);
INSERT INTO "people" VALUES('TFWanMqLhMMleOwsY7gzIg','yonas.kidane@example.org','Yonas Kidane','2026-01-30 13:17:51.415627',151);
INSERT INTO "people" VALUES('cuKL1hql-Laugx8qDGI5rQ','sam.whitaker@example.org','Sam Whitaker','2026-01-30 13:17:52.229808',175);
CREATE TABLE postcodes (
	postcode VARCHAR(8) NOT NULL, 
	neighbourhood_code VARCHAR(9) NOT NULL, 
	CONSTRAINT pk_postcodes PRIMARY KEY (postcode), 
	CONSTRAINT fk_postcodes_neighbourhood_code FOREIGN KEY(neighbourhood_code) REFERENCES neighbourhoods (code)
);
INSERT INTO "postcodes" VALUES('LS10 1NY','E01011467');
INSERT INTO "postcodes" VALUES('LS11 6LB','E01011371');
INSERT INTO "postcodes" VALUES('LS11 7BT','E01011319');
INSERT INTO "postcodes" VALUES('LS12 2AP','E01011284');
INSERT INTO "postcodes" VALUES('LS12 3JJ','E01032500');
INSERT INTO "postcodes" VALUES('LS13 1LE','E01011591');
INSERT INTO "postcodes" VALUES('LS13 4QW','E01011611');
INSERT INTO "postcodes" VALUES('LS14 5PR','E01011722');
INSERT INTO "postcodes" VALUES('LS14 6RS','E01011664');
INSERT INTO "postcodes" VALUES('LS17 5BJ','E01011505');
INSERT INTO "postcodes" VALUES('LS17 5LH','E01011559');
INSERT INTO "postcodes" VALUES('LS19 7XJ','E01011264');
INSERT INTO "postcodes" VALUES('LS2 9QD','E01011678');
INSERT INTO "postcodes" VALUES('LS21 9DL','E01011569');
INSERT INTO "postcodes" VALUES('LS22 6SU','E01011702');
INSERT INTO "postcodes" VALUES('LS25 3AY','E01011309');
INSERT INTO "postcodes" VALUES('LS26 0DG','E01011633');
INSERT INTO "postcodes" VALUES('LS27 8HU','E01032489');
INSERT INTO "postcodes" VALUES('LS27 9RN','E01011525');
INSERT INTO "postcodes" VALUES('LS4 2UA','E01011477');
INSERT INTO "postcodes" VALUES('LS6 3NN','E01011489');
INSERT INTO "postcodes" VALUES('LS6 4RE','E01011692');
INSERT INTO "postcodes" VALUES('LS7 1EG','E01033002');
INSERT INTO "postcodes" VALUES('LS8 2LH','E01011644');
INSERT INTO "postcodes" VALUES('LS9 0TJ','E01011622');
INSERT INTO "postcodes" VALUES('LS9 6SJ','E01011339');
INSERT INTO "postcodes" VALUES('LS9 7AD','E01011433');
INSERT INTO "postcodes" VALUES('LS9 8HG','E01033033');
INSERT INTO "postcodes" VALUES('WF10 2BE','E01011299');
INSERT INTO "postcodes" VALUES('WF3 1UT','E01011549');
CREATE TABLE rounds (
	code VARCHAR(40) NOT NULL, 
	fund_id INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	prefix VARCHAR(6) NOT NULL, 
	opens_at DATETIME NOT NULL, 
	closes_at DATETIME NOT NULL, 
	grace_minutes INTEGER NOT NULL, 
	budget_pence BIGINT NOT NULL, 
	smallest_pence BIGINT NOT NULL, 
	largest_pence BIGINT NOT NULL, 
	assessments_needed INTEGER NOT NULL, 
	names_hidden BOOLEAN NOT NULL, 
	checked_by DATE NOT NULL, 
	assessed_by DATE NOT NULL, 
	panel_on DATE NOT NULL, 
	told_by DATE NOT NULL, 
	about TEXT NOT NULL, 
	form_number INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_rounds PRIMARY KEY (id), 
	CONSTRAINT ck_rounds_assessments_needed CHECK (assessments_needed BETWEEN 1 AND 5), 
	CONSTRAINT ck_rounds_grace CHECK (grace_minutes BETWEEN 0 AND 120), 
	CONSTRAINT ck_rounds_largest_within_budget CHECK (largest_pence <= budget_pence), 
	CONSTRAINT ck_rounds_opens_before_closing CHECK (opens_at < closes_at), 
	CONSTRAINT ck_rounds_smallest_under_largest CHECK (smallest_pence BETWEEN 1 AND largest_pence), 
	CONSTRAINT fk_rounds_fund_id FOREIGN KEY(fund_id) REFERENCES funds (id), 
	CONSTRAINT uq_rounds_code UNIQUE (code)
);
INSERT INTO "rounds" VALUES('spring-2026',1,'Getting Connected small grants, spring 2026','GC','2026-03-09 09:00:00.000000','2026-05-22 11:00:00.000000',30,9000000,50000,500000,2,0,'2026-06-05','2026-06-26','2026-07-03','2026-07-10','You know the people in Leeds who are not online. They come to your lunch club, your sewing table or your football pitch. They trust you. A small grant can help you to help them.

You can ask for £500 to £5,000. Spend it in the twelve months after we tell you. It can be something new, or more of something that works already.

We want to reach furthest first. That means people who are most often left out: because of money, health, language, a disability, or a hard time in their life. Some of them live in the poorest parts of the city. Others live all over it, and that counts just as much.

You do not need to be a computer expert. Patience and a warm room go a long way.',1,1);
INSERT INTO "rounds" VALUES('summer-2026',1,'Getting Connected small grants, summer 2026','GC','2026-07-27 08:00:00.000000','2026-10-09 11:00:00.000000',30,7500000,50000,500000,2,0,'2026-10-23','2026-12-08','2026-12-11','2026-12-18','You know the people in Leeds who are not online. They come to your lunch club, your sewing table or your football pitch. They trust you. A small grant can help you to help them.

You can ask for £500 to £5,000. Spend it in the twelve months after we tell you. It can be something new, or more of something that works already.

We want to reach furthest first. That means people who are most often left out: because of money, health, language, a disability, or a hard time in their life. Some of them live in the poorest parts of the city. Others live all over it, and that counts just as much.

You do not need to be a computer expert. Patience and a warm room go a long way.',1,2);
INSERT INTO "rounds" VALUES('autumn-2026',1,'Getting Connected small grants, autumn 2026','GC','2026-10-12 08:00:00.000000','2026-12-18 12:00:00.000000',30,6000000,50000,500000,2,0,'2026-12-25','2027-01-15','2027-01-22','2027-01-29','You know the people in Leeds who are not online. They come to your lunch club, your sewing table or your football pitch. They trust you. A small grant can help you to help them.

You can ask for £500 to £5,000. Spend it in the twelve months after we tell you. It can be something new, or more of something that works already.

We want to reach furthest first. That means people who are most often left out: because of money, health, language, a disability, or a hard time in their life. Some of them live in the poorest parts of the city. Others live all over it, and that counts just as much.

You do not need to be a computer expert. Patience and a warm room go a long way.',1,3);
CREATE TABLE scores (
	assessment_id INTEGER NOT NULL, 
	criterion VARCHAR(60) NOT NULL, 
	points INTEGER, 
	reason TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	form VARCHAR(64) NOT NULL, 
	saved_at DATETIME NOT NULL, 
	CONSTRAINT pk_scores PRIMARY KEY (assessment_id, criterion), 
	CONSTRAINT ck_scores_points CHECK (points BETWEEN 0 AND 5), 
	CONSTRAINT fk_scores_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessments (id)
);
INSERT INTO "scores" VALUES(1,'need',3,'Solid. The example helped me to picture it. How they find new people is left open.',1,'iZme12Lcgj3jA5PnZ7g3hQ','2026-06-07 09:43:00.000000');
INSERT INTO "scores" VALUES(1,'change',3,'Good on skills, quiet about what people then do with them.',1,'Or99uXIFAn6gzx2tKXDwwg','2026-06-07 09:43:00.000000');
INSERT INTO "scores" VALUES(1,'plan',5,'A plan so clear that another group could pick it up and run it.',1,'7mAM2p-H65VQYdOMl3vMSA','2026-06-07 09:43:00.000000');
INSERT INTO "scores" VALUES(1,'costs',2,'Some lines don''t turn up anywhere in the plan.',1,'XESk6YFdwMbt9Wudt00vvg','2026-06-07 09:43:00.000000');
INSERT INTO "scores" VALUES(1,'safe',4,'Scams come first, not last. I trust them with people. I read it twice.',1,'wqoAPH4XUa9yeRzPW4hMSg','2026-06-07 09:43:00.000000');
INSERT INTO "scores" VALUES(2,'need',3,'They know their members. Less sure that they''ll reach beyond them. Compared with the rest of my pile, about the middle.',1,'nrZMs0XOtLvdv25P9-2vHQ','2026-06-14 08:25:00.000000');
INSERT INTO "scores" VALUES(2,'change',3,'Realistic numbers. Could say more about what lasts.',1,'mOsc2a4jE47ohraI0mxEQQ','2026-06-14 08:25:00.000000');
INSERT INTO "scores" VALUES(2,'plan',3,'I can see the first three months. After that it gets hazy. I may be a bit hard here.',1,'6-NzmngdmVPcqFbXBqZOqw','2026-06-14 08:25:00.000000');
INSERT INTO "scores" VALUES(2,'costs',2,'Several round numbers. I think that it''d be less if they asked for quotes. Happy to be talked round.',1,'uQeeQNyCKmQTaO1sUgjseQ','2026-06-14 08:25:00.000000');
INSERT INTO "scores" VALUES(2,'safe',3,'Fine on safeguarding. I''d like to hear more about scams.',1,'dbBuxwE9USG86tPME8sm1Q','2026-06-14 08:25:00.000000');
INSERT INTO "scores" VALUES(3,'need',3,'They know their members. Less sure that they''ll reach beyond them. A phone call would clear it up.',1,'2NLFIOlb5ghcdkapUabXsQ','2026-06-02 10:58:00.000000');
INSERT INTO "scores" VALUES(3,'change',3,'Good on skills, quiet about what people then do with them.',1,'LYhNaQiwGl-qa-fqMcGrkA','2026-06-02 10:58:00.000000');
INSERT INTO "scores" VALUES(3,'plan',2,'A plan for machines, less so for people. Who sits beside the beginners?',1,'tDbj_B0bb1s6y2k8XEC49w','2026-06-02 10:58:00.000000');
INSERT INTO "scores" VALUES(3,'costs',4,'Good value per person, without being mean to volunteers.',1,'__A39bhm-J0X1hOVrskquw','2026-06-02 10:58:00.000000');
INSERT INTO "scores" VALUES(3,'safe',3,'Nothing to worry me. Nothing beyond the ordinary either.',1,'gb2CjXByBGIrG21H4wScag','2026-06-02 10:58:00.000000');
INSERT INTO "scores" VALUES(6,'need',4,'Honest about who is still missing, which makes me trust the rest.',1,'cryvICXRqAUg8nESKziU6A','2026-06-08 11:45:00.000000');
INSERT INTO "scores" VALUES(6,'change',4,'A change that people named themselves. The count is sound too.',1,'tagZJWCqRMzOUPBJ0dBROg','2026-06-08 11:45:00.000000');
INSERT INTO "scores" VALUES(6,'plan',4,'A strong plan that fits the people. One question about cover in the holidays.',1,'yg-e-TDlzzvMbABiP7NcGA','2026-06-08 11:45:00.000000');
INSERT INTO "scores" VALUES(6,'costs',5,'I went through it line by line and would change nothing.',1,'y7XUZp_oQ1GWCfynTMN02g','2026-06-08 11:45:00.000000');
INSERT INTO "scores" VALUES(6,'safe',4,'They have thought about what to do if somebody tells them something. Most don''t. Worth a note in the letter either way.',1,'rxiUq8Tjck6Md1XKq_atCQ','2026-06-08 11:45:00.000000');
INSERT INTO "scores" VALUES(7,'need',3,'Clear about who they help. I''d have liked to hear more from autistic people themselves.',1,'dkPnNTqoxVgO15TC-NE2MQ','2026-06-01 11:11:00.000000');
INSERT INTO "scores" VALUES(7,'change',3,'They ask people at the start and the end. That''s enough for a grant of this size.',1,'KKFNypU7dXioDDvkpjPumQ','2026-06-01 11:11:00.000000');
INSERT INTO "scores" VALUES(7,'plan',4,'Real experience here. The detail about what they do in the first visit tells me so.',1,'r6WB0BcF3jeABtg45qeAkQ','2026-06-01 11:11:00.000000');
INSERT INTO "scores" VALUES(7,'costs',5,'Checked prices, refurbished where it makes sense, and others chipping in. The money goes a long way. Happy to be talked round.',1,'UGNag3E1vlzFyb-HaZqkiw','2026-06-01 11:11:00.000000');
INSERT INTO "scores" VALUES(7,'safe',4,'Scams come first, not last. I trust them with people.',1,'ChwFlzhLezqs8hFkdUWCmg','2026-06-01 11:11:00.000000');
INSERT INTO "scores" VALUES(10,'need',2,'Mostly people who come anyway. Little said about those who don''t. A phone call would clear it up.',1,'BWEpUOyG6hdL6axhZvFGog','2026-06-01 13:13:00.000000');
INSERT INTO "scores" VALUES(10,'change',2,'The change is likely enough but vague. How would they know?',1,'gFKDpg5EWLFfOTB7nCWttA','2026-06-01 13:13:00.000000');
INSERT INTO "scores" VALUES(10,'plan',3,'They''ve done something like it before. Timing is a little hopeful.',1,'T-z1ffyOXazmMJxFrNdbAA','2026-06-01 13:13:00.000000');
INSERT INTO "scores" VALUES(10,'costs',3,'Adds up. One or two quotes missing for the larger things.',1,'0EyAiKFxbOxGKiKkv-a2AA','2026-06-01 13:13:00.000000');
INSERT INTO "scores" VALUES(10,'safe',2,'There''s a policy, but little on how it works on the day.',1,'5276vdK_nGIBYQXlU50NxQ','2026-06-01 13:13:00.000000');
INSERT INTO "scores" VALUES(11,'need',3,'Solid. The example helped me to picture it. How they find new people is left open.',1,'VPuGlhm8jRm58vlyXALTxg','2026-06-12 11:43:00.000000');
INSERT INTO "scores" VALUES(11,'change',2,'Aims for confidence, which is fair, but there''s nothing at the start to measure from.',1,'SxVaGpEzkjIQDNqtFl8juQ','2026-06-12 11:43:00.000000');
INSERT INTO "scores" VALUES(11,'plan',3,'I can see the first three months. After that it gets hazy.',1,'kHRa7PNXd9jMZ1wmr-kq6Q','2026-06-12 11:43:00.000000');
INSERT INTO "scores" VALUES(11,'costs',3,'Mostly clear and fair. I''d ask about the room hire.',1,'fIBVZDWxh2ZpFuV3cEIgNg','2026-06-12 11:43:00.000000');
INSERT INTO "scores" VALUES(11,'safe',3,'Fine on safeguarding. I''d like to hear more about scams.',1,'sFyFhvm2a13bY5PoJ2vTDg','2026-06-12 11:43:00.000000');
INSERT INTO "scores" VALUES(12,'need',2,'There is need in Gipton, I don''t doubt it, but the answer is general and others already reach the same people.',1,'xNjrckrK6R1WuwNQj3kufw','2026-06-11 13:11:00.000000');
INSERT INTO "scores" VALUES(12,'change',2,'The change is likely enough but vague. How would they know?',1,'WDNnTnwQtUSAWad4Uq4T1w','2026-06-11 13:11:00.000000');
INSERT INTO "scores" VALUES(12,'plan',1,'No tutor, no dates, no room. All might come, but not yet. I went back and forth on this.',1,'lbbHAPaegwZMIMJZwng9bg','2026-06-11 13:11:00.000000');
INSERT INTO "scores" VALUES(12,'costs',3,'Prices are about right. No allowance for repairs.',1,'V7wVY1dzX-5MEjqNl8DjaQ','2026-06-11 13:11:00.000000');
INSERT INTO "scores" VALUES(12,'safe',3,'Nothing to worry me. Nothing beyond the ordinary either.',1,'DFIrlXv00rwx_CfjLIwQew','2026-06-11 13:11:00.000000');
INSERT INTO "scores" VALUES(13,'need',3,'Solid. The example helped me to picture it. How they find new people is left open.',1,'uNy4HMHfIL9EhXD9lr29Xg','2026-06-07 13:59:00.000000');
INSERT INTO "scores" VALUES(13,'change',2,'Aims for confidence, which is fair, but there''s nothing at the start to measure from.',1,'4tUR8ZVoCvYI5SNZBGxudg','2026-06-07 13:59:00.000000');
INSERT INTO "scores" VALUES(13,'plan',3,'I can see the first three months. After that it gets hazy. I may be a bit kind here.',1,'nvM8k1cqdTPMEDYUAIxdsg','2026-06-07 13:59:00.000000');
INSERT INTO "scores" VALUES(13,'costs',2,'Equipment is fine. Nothing in it for the people''s time that the plan depends on.',1,'bjrzzzHKPkjhDNrwx1WjMA','2026-06-07 13:59:00.000000');
INSERT INTO "scores" VALUES(13,'safe',4,'Safe, and a clear way of going on with fewer hours. My first thought and my second agree.',1,'W-kjSrdx0s5ce3hghmJkuA','2026-06-07 13:59:00.000000');
INSERT INTO "scores" VALUES(14,'need',2,'Mostly people who come anyway. Little said about those who don''t. Happy to be talked round.',1,'3ebU-OdF5_rvk0qOmO9fXw','2026-06-01 10:42:00.000000');
INSERT INTO "scores" VALUES(14,'change',2,'The change is likely enough but vague. How would they know?',1,'-TxC_Ei4H78t7JCuNOPITg','2026-06-01 10:42:00.000000');
INSERT INTO "scores" VALUES(14,'plan',2,'The steps are there, though I couldn''t say who does which.',1,'6PXwn8cpRPMLv8JBwJl0-A','2026-06-01 10:42:00.000000');
INSERT INTO "scores" VALUES(14,'costs',2,'Equipment is fine. Nothing in it for the people''s time that the plan depends on.',1,'WB6ienhqsLy4lTPyWMUKjA','2026-06-01 10:42:00.000000');
INSERT INTO "scores" VALUES(14,'safe',3,'Sensible rules. Whether it lasts depends on the volunteers.',1,'eQYD9DayhtmmYK_oo3uHIg','2026-06-01 10:42:00.000000');
INSERT INTO "scores" VALUES(109,'need',4,'Honest about who is still missing, which makes me trust the rest.',1,'swc5A2Iw9cVdzCf4B-Mn-w','2026-10-25 10:19:00.000000');
INSERT INTO "scores" VALUES(109,'change',4,'A change that people named themselves. The count is sound too.',1,'Ui_gEIwvr4d-ZjHmkx9mwQ','2026-10-25 10:19:00.000000');
INSERT INTO "scores" VALUES(109,'plan',3,'Good practical plan. I''d ask how helpers are trained.',1,'1AAaaJLOPD0zWVcCQfrK5A','2026-10-25 10:19:00.000000');
INSERT INTO "scores" VALUES(109,'costs',2,'Fair in total, hard to follow in detail.',1,'PBHYbXdNAJeEspaIXBjFVQ','2026-10-25 10:19:00.000000');
INSERT INTO "scores" VALUES(109,'safe',2,'Ends when the money ends, as far as I can tell.',1,'yiclGWbTXAmWt_7Qq_69eg','2026-10-25 10:19:00.000000');
INSERT INTO "scores" VALUES(110,'need',2,'Mostly people who come anyway. Little said about those who don''t.',1,'XaZzMjwDxnZCZhi1QKGMSQ','2026-10-23 15:11:00.000000');
INSERT INTO "scores" VALUES(110,'change',2,'Aims for confidence, which is fair, but there''s nothing at the start to measure from.',1,'n-S0RjPWLaBgDusRE-owJQ','2026-10-23 15:11:00.000000');
INSERT INTO "scores" VALUES(110,'plan',4,'Helpers who were helped themselves. Well thought through.',1,'fQmuS6KfnO7UUdO92pKBDw','2026-10-23 15:11:00.000000');
INSERT INTO "scores" VALUES(110,'costs',4,'Every line belongs to something in the plan. One price looked a bit high.',1,'_hTVH83W33xipvIYoQL69Q','2026-10-23 15:11:00.000000');
INSERT INTO "scores" VALUES(110,'safe',3,'Fine on safeguarding. I''d like to hear more about scams.',1,'SHFpwbdz6fblBZ45LKmF9Q','2026-10-23 15:11:00.000000');
INSERT INTO "scores" VALUES(111,'need',4,'Convincing. The story says more than the figures would have.',1,'hzBCZeCUx6tkeGZInMYVSg','2026-10-27 11:32:00.000000');
INSERT INTO "scores" VALUES(111,'change',4,'A change that people named themselves. The count is sound too.',1,'A_CbOQ7DWrZqFk2KJqnrFA','2026-10-27 11:32:00.000000');
INSERT INTO "scores" VALUES(111,'plan',1,'No tutor, no dates, no room. All might come, but not yet.',1,'oFt7L1ru7Lj664ml0avv-g','2026-10-27 11:32:00.000000');
INSERT INTO "scores" VALUES(111,'costs',3,'Prices are about right. No allowance for repairs.',1,'hfb3JmHYRg6pXtSvJ9MGCg','2026-10-27 11:32:00.000000');
INSERT INTO "scores" VALUES(111,'safe',2,'There''s a policy, but little on how it works on the day.',1,'cKD8_XanOeL3LwhwkU7LOg','2026-10-27 11:32:00.000000');
INSERT INTO "scores" VALUES(118,'need',2,'Mostly people who come anyway. Little said about those who don''t.',1,'LJfqF9Mo6NEnq_zW9D0W1w','2026-10-24 10:49:00.000000');
INSERT INTO "scores" VALUES(118,'change',0,'I looked for what would be different for people and did not find it.',1,'Hn4iN6fJ7YE9DV4tZs902Q','2026-10-24 10:49:00.000000');
INSERT INTO "scores" VALUES(118,'plan',2,'A plan for machines, less so for people. Who sits beside the beginners?',1,'MVYyPqfvIz6bFsz4kUxsnw','2026-10-24 10:49:00.000000');
INSERT INTO "scores" VALUES(118,'costs',3,'Mostly clear and fair. I''d ask about the room hire.',1,'mapncP43nmZRx8CQ5KoSGA','2026-10-24 10:49:00.000000');
INSERT INTO "scores" VALUES(118,'safe',2,'Ends when the money ends, as far as I can tell.',1,'xsHrJcM7oCXy6HXUgwGn7w','2026-10-24 10:49:00.000000');
INSERT INTO "scores" VALUES(119,'need',1,'The need is taken for granted. The figures given are about the whole country.',1,'FdE6IReof3y8jjUt_fyEGg','2026-10-19 13:05:00.000000');
INSERT INTO "scores" VALUES(119,'change',1,'A survey at the end, with nothing to compare it with.',1,'zU9bR4D8Dnj9wX64NO4vXQ','2026-10-19 13:05:00.000000');
INSERT INTO "scores" VALUES(119,'plan',2,'It could work. It leans on one person, and there''s no word on what happens if they''re ill.',1,'vjxLqKze6rJytUGFrrQcnA','2026-10-19 13:05:00.000000');
INSERT INTO "scores" VALUES(119,'costs',1,'Laptops at nearly twice what others in this round pay. No quote.',1,'ULatj6Sarm9F_ES4bDIGAg','2026-10-19 13:05:00.000000');
INSERT INTO "scores" VALUES(119,'safe',0,'Nothing about safety, and people are visited alone at home.',1,'BYWBUAQOoasAMx702Grldg','2026-10-19 13:05:00.000000');
INSERT INTO "scores" VALUES(120,'need',1,'This could be anybody in Wetherby. I looked for one sentence that only this group could write. I may be a bit kind here.',1,'YrqwnI1sLoXhPM-UUyPK3w','2026-10-22 09:29:00.000000');
INSERT INTO "scores" VALUES(120,'change',0,'I looked for what would be different for people and did not find it.',1,'p4Gn9nZmsWYHvxxqXZq3yA','2026-10-22 09:29:00.000000');
INSERT INTO "scores" VALUES(120,'plan',1,'The plan is a list of topics. Who''s going to teach them?',1,'EBeQ7uAjvdujytgfg-zWTw','2026-10-22 09:29:00.000000');
INSERT INTO "scores" VALUES(120,'costs',1,'Laptops at nearly twice what others in this round pay. No quote.',1,'2tpBncKA0aF0O2ryaOAQ2Q','2026-10-22 09:29:00.000000');
INSERT INTO "scores" VALUES(120,'safe',1,'One line about a policy. Not a word about staying safe online. Compared with the rest of my pile, about the middle.',1,'5WbHdFQXg-irSD4udvApXg','2026-10-22 09:29:00.000000');
INSERT INTO "scores" VALUES(137,'need',3,'Clear about who they help. I''d have liked to hear more from older people themselves.',1,'-Wti41-5XUrJfzgL8bOByw','2026-11-01 16:11:00.000000');
INSERT INTO "scores" VALUES(137,'change',3,'Good on skills, quiet about what people then do with them.',1,'s0S06Hdbu4f6UUp_qwJ8FQ','2026-11-01 16:11:00.000000');
INSERT INTO "scores" VALUES(137,'plan',4,'A strong plan that fits the people. One question about cover in the holidays.',1,'R5nOtM_zTABsRugRBS67Dw','2026-11-01 16:11:00.000000');
INSERT INTO "scores" VALUES(137,'costs',3,'Prices are about right. No allowance for repairs.',1,'HTzOHtYEzN6Qbsx7GCzxjA','2026-11-01 16:11:00.000000');
INSERT INTO "scores" VALUES(137,'safe',4,'They have thought about what to do if somebody tells them something. Most don''t. My first thought and my second agree.',1,'xK51ldB0K2wIqT0YsXYtxA','2026-11-01 16:11:00.000000');
INSERT INTO "scores" VALUES(138,'need',4,'Plain about who is still missing, which makes me trust the rest.',1,'ndT-I9tdbk8-2CQO1vV5BQ','2026-10-20 08:09:00.000000');
INSERT INTO "scores" VALUES(138,'change',4,'The measure fits the people. Nobody has to fill in a form to show that their life got better.',1,'kJ96p_YwIi9k8MRQQRZDJg','2026-10-20 08:09:00.000000');
INSERT INTO "scores" VALUES(138,'plan',5,'You can tell they''ve done this before, and listened. I have no questions.',1,'HW-t784qgLsqmlHGvgTY9A','2026-10-20 08:09:00.000000');
INSERT INTO "scores" VALUES(138,'costs',4,'They''ve looked up prices. Expenses for helpers are in, which I like to see.',1,'MTOi2GwOX1UCMCFTpkOtRQ','2026-10-20 08:09:00.000000');
INSERT INTO "scores" VALUES(138,'safe',3,'The usual care is taken. Equipment stays in use afterwards.',1,'1LaijsK7b-IyWHZOGaq-4w','2026-10-20 08:09:00.000000');
INSERT INTO "scores" VALUES(143,'need',3,'Clear about who they help. I''d have liked to hear more from people living with poor mental health themselves. Among those that I''ve read, about the middle.',1,'c_QabTFRFk2aXnxtZkIG7A','2026-10-24 10:41:00.000000');
INSERT INTO "scores" VALUES(143,'change',5,'They''d tell us if it had not worked, and say how they''d know. Rare. The tone told me as much as the facts.',1,'7QNCKRldTLxOqQ1ZIqL70w','2026-10-24 10:41:00.000000');
INSERT INTO "scores" VALUES(143,'plan',5,'You can tell they''ve done this before, and listened. I have no questions. Compared with the rest of my pile, about the middle.',1,'wTe6WuMc-uo1G4f8OROHoA','2026-10-24 10:41:00.000000');
INSERT INTO "scores" VALUES(143,'costs',4,'Good value per person, without being mean to volunteers.',1,'TE0FZZF0taNm9EKE06gBnw','2026-10-24 10:41:00.000000');
INSERT INTO "scores" VALUES(143,'safe',4,'Good habits: two helpers, no passwords, wiped devices. Helpers will carry on after.',1,'uLLzE4c2mMdA78GQwEcExQ','2026-10-24 10:41:00.000000');
INSERT INTO "scores" VALUES(144,'need',5,'I don''t know of anyone else who reaches these people. They''ve earned the trust and can say how.',1,'wQHKo7cdVTKcwfLssubr8Q','2026-10-31 09:43:00.000000');
INSERT INTO "scores" VALUES(144,'change',5,'Change in people''s own words, and a way to see it that wouldn''t cost them anything. Others could copy this.',1,'mV6XD3Syk5HRfJGqSBl0BQ','2026-10-31 09:43:00.000000');
INSERT INTO "scores" VALUES(144,'plan',4,'Helpers who were helped themselves. Well thought through. I''d like to hear what the other reviewer makes of it.',1,'bp-caBdTd_HYqLXGPzBjXw','2026-10-31 09:43:00.000000');
INSERT INTO "scores" VALUES(144,'costs',5,'Checked prices, refurbished where it makes sense, and others chipping in. The money goes a long way.',1,'cmrtusM-MxLKHKtVoARK-Q','2026-10-31 09:43:00.000000');
INSERT INTO "scores" VALUES(144,'safe',4,'Scams come first, not last. I trust them with people.',1,'81ZnPl1p4lqXEP3BOjU2tA','2026-10-31 09:43:00.000000');
INSERT INTO "scores" VALUES(145,'need',3,'They know their members. Less sure that they''ll reach beyond them. Scored on what''s written, not on what I guess.',1,'-YF78VAYy8KHUP5NJcLCug','2026-10-22 11:31:00.000000');
INSERT INTO "scores" VALUES(145,'change',4,'Clear and modest: one thing that each person wants, looked at again later.',1,'m3sWz_NZzjKkqTarse9yrg','2026-10-22 11:31:00.000000');
INSERT INTO "scores" VALUES(145,'plan',4,'Starts small, stops to look, goes on. Just right for The Burley Rhubarb Patch.',1,'GQyqIiuGmVsklGf5JDdcpQ','2026-10-22 11:31:00.000000');
INSERT INTO "scores" VALUES(145,'costs',4,'Every line belongs to something in the plan. One price looked a bit high.',1,'yoSh9TQ-Fs3t_E4TL-O9OQ','2026-10-22 11:31:00.000000');
INSERT INTO "scores" VALUES(145,'safe',4,'Scams come first, not last. I trust them with people.',1,'VJ5HCXhX2HkPjxfzO7Ms_g','2026-10-22 11:31:00.000000');
INSERT INTO "scores" VALUES(149,'need',1,'The need is taken for granted. The figures given are about the whole country. I read it twice.',1,'GaX8YJZTXyyyyfYBN4HPCg','2026-10-22 14:42:00.000000');
INSERT INTO "scores" VALUES(149,'change',3,'They ask people at the start and the end. That''s enough for a grant of this size.',1,'O_hA6nETqC6lTNGjdiufpw','2026-10-22 14:42:00.000000');
INSERT INTO "scores" VALUES(149,'plan',3,'Clear main steps, a room and somebody to lead it. A few details open.',1,'Yy26qjIWIWpyUwMoyfFCcw','2026-10-22 14:42:00.000000');
INSERT INTO "scores" VALUES(149,'costs',3,'Mostly clear and fair. I''d ask about the room hire.',1,'iddhmDZosAvVYI34SPo3cQ','2026-10-22 14:42:00.000000');
INSERT INTO "scores" VALUES(149,'safe',3,'Fine on safeguarding. I''d like to hear more about scams. The tone told me as much as the facts.',1,'bsroK1K7KUPNtpxnv0h66A','2026-10-22 14:42:00.000000');
INSERT INTO "scores" VALUES(150,'need',3,'A real need, honestly put. Others nearby reach some of the same people.',1,'Lni4zRQfgV_zrhPQuAxDXw','2026-10-26 14:10:00.000000');
INSERT INTO "scores" VALUES(150,'change',2,'The change is likely enough but vague. How would they know? The tone told me as much as the facts.',1,'eIa09IKxaRcng2H_axteEw','2026-10-26 14:10:00.000000');
INSERT INTO "scores" VALUES(150,'plan',2,'Rather a lot for the number of volunteers that they have.',1,'Qug_C9wWipKW-HtoW4fKfg','2026-10-26 14:10:00.000000');
INSERT INTO "scores" VALUES(150,'costs',3,'Reasonable for what it buys. Could they borrow some of the equipment?',1,'gfXwkCZzcfXARqLZH3ptyg','2026-10-26 14:10:00.000000');
INSERT INTO "scores" VALUES(150,'safe',3,'Sensible rules. Whether it lasts depends on the volunteers.',1,'udmEMQyD-pTPP1tzB6c32Q','2026-10-26 14:10:00.000000');
INSERT INTO "scores" VALUES(151,'need',3,'They know their members. Less sure that they''ll reach beyond them.',1,'Iccfaiq4RzBnmqWQlq4ibQ','2026-10-23 13:23:00.000000');
INSERT INTO "scores" VALUES(151,'change',4,'The measure fits the people. Nobody has to fill in a form to show that their life got better.',1,'1nxjiixQUZmcdbq3sLnYDQ','2026-10-23 13:23:00.000000');
INSERT INTO "scores" VALUES(151,'plan',4,'Starts small, stops to look, goes on. Just right for The Forget-me-not Table.',1,'1IXWXnEswjBNczmuJ1kAgw','2026-10-23 13:23:00.000000');
INSERT INTO "scores" VALUES(151,'costs',3,'Mostly clear and fair. I''d ask about the room hire.',1,'aKiQ0m1doNU8xEqbNel0wA','2026-10-23 13:23:00.000000');
INSERT INTO "scores" VALUES(151,'safe',2,'Devices are covered, people''s details less so.',1,'l_33t1CglCj4qAFkrk8P9Q','2026-10-23 13:23:00.000000');
CREATE TABLE section_answers (
	application_id INTEGER NOT NULL, 
	section VARCHAR(60) NOT NULL, 
	answers JSON NOT NULL, 
	version INTEGER NOT NULL, 
	saved_at DATETIME NOT NULL, 
	saved_by INTEGER NOT NULL, 
	form VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_section_answers PRIMARY KEY (application_id, section), 
	CONSTRAINT fk_section_answers_application_id FOREIGN KEY(application_id) REFERENCES applications (id), 
	CONSTRAINT fk_section_answers_saved_by FOREIGN KEY(saved_by) REFERENCES people (id)
);
INSERT INTO "section_answers" VALUES(1,'organisation','{"org_type": "charity", "org_income": "25k_75k", "org_started": "2015"}',1,'2026-04-26 15:11:52.216228',1,'HATTcsNbS-lf6PU8PXQeeg');
INSERT INTO "section_answers" VALUES(1,'contacts','{"contact_name": "Amina Yusuf", "contact_phone": "0113 496 0232", "second_name": "Rukhsana Chaudhry", "second_email": "rukhsana.chaudhry@example.org"}',1,'2026-04-26 15:11:52.216228',1,'0OLY8GXxEUSBNdHRUXe1Ag');
INSERT INTO "section_answers" VALUES(1,'project','{"title": "Eight O''Clock Without the Queue", "summary": "Since the phone line at the surgery became a queue of forty, people here have simply stopped going. We cannot watch that any longer. So we''d like to teach the app. One phone for a family of five. It goes out of the door with whoever has the early shift. The practice manager at our surgery is glad of it and will send a nurse to the first session.", "plan": "It begins with a cup of tea and a question: what would make your week easier? Each course is four mornings: getting in, ordering, reading results, video calls. Eight people at a time. Linda is a retired ward clerk and knows what the words in the letters mean. The surgery lends us the waiting room on Tuesdays after half past five, when it is quiet. Everybody leaves with a card: what the app can do, whom to ring when it does not. When the money is spent we''ll go on with fewer hours, paid for by our summer fair. We know that it works, as we''ve seen their faces.", "starts": "23 August 2026", "ends": "17 June 2027"}',1,'2026-04-26 15:11:52.216228',1,'qseam3CoRVtQnRceAlVWqQ');
INSERT INTO "section_answers" VALUES(1,'people','{"communities": ["older"], "people_helped": "66", "wards": {"E05011397": "36", "E05011402": "18", "E05011403": "12"}, "furthest": "They''re proud. They will say they don''t need it, then ask their neighbour to book everything for them. It isn''t that they can''t learn. They brought up five children on one wage. There''s money in Hyde Park. There are also people in it with none, in the flats behind the station. Our streets are full of students, and so everyone forgets the people who stayed. Mr Bhatti has lived in the same terrace for 44 years. He came in to ask how to stop a loud advert. He stayed three hours, and he''s now our Tuesday volunteer."}',1,'2026-04-26 15:11:52.216228',1,'Ao9xSD4YBAq_6qvKzPEXbQ');
INSERT INTO "section_answers" VALUES(1,'barriers','{"barriers": ["skills", "trust", "language"], "barriers_how": "We go at the pace of the slowest and nobody minds, because next week it is someone else. We take the photo for the identity check with them. It fails less often with good light and company."}',1,'2026-04-26 15:11:52.216228',1,'3RjuCCV0nMJIyTAjicbXsQ');
INSERT INTO "section_answers" VALUES(1,'costs','{"budget": [{"item": "Trainer, 14 sessions of two hours", "category": "people", "amount": "882.00", "quote": "yes"}, {"item": "3 tablets for practising", "category": "equipment", "amount": "438.00", "quote": "no"}, {"item": "Large-print cards and posters", "category": "publicity", "amount": "144.00", "quote": "yes"}, {"item": "Use of the Rosebank Rooms, 13 mornings", "category": "place", "amount": "221.00", "quote": "no"}], "other_money": "yes", "other_money_who": "A collection among our members", "other_money_amount": "\u00a3500"}',1,'2026-04-26 15:11:52.216228',1,'brZVw2rJc6NNfrPEaYZWCg');
INSERT INTO "section_answers" VALUES(1,'change','{"outcomes": ["healthier", "able"], "difference": "We would like three in five to order their next prescription alone. Missed appointments cost everybody. If ours go down we will hear it from the receptionists first."}',1,'2026-04-26 15:11:52.216228',1,'WFcqRjWzx1Y3rHPGL7OxDQ');
INSERT INTO "section_answers" VALUES(1,'safe','{"safe_lead": "Rukhsana Chaudhry", "safe_policy": "yes", "safe_online": "Some of our people''s families would like to know more than they should. We don''t tell them. We wipe each machine between one person and the next. We keep names and numbers on a paper list in the safe, and shred it at the end of the year. Each device has a code, is switched off at night and is counted back into its box. No photos without a yes, and another yes before we put one up."}',1,'2026-04-26 15:11:52.216228',1,'yIwTyrK-yAbyo27dWuzjzA');
INSERT INTO "section_answers" VALUES(1,'documents','{"documents": ["rules", "accounts", "insurance", "quotes"]}',1,'2026-04-26 15:11:52.216228',1,'jZKVjD1LAv_3iNGlv7aGng');
INSERT INTO "section_answers" VALUES(3,'organisation','{"org_type": "group", "org_income": "under_5k", "org_started": "2020"}',1,'2026-05-10 06:52:00.723547',31,'XIZ6Nk9Tely_7rdIvlwofw');
INSERT INTO "section_answers" VALUES(3,'contacts','{"contact_name": "Ellis Fairburn", "contact_phone": "0113 496 0298", "second_name": "Marva Archibald", "second_email": "marva.archibald@example.org"}',1,'2026-05-10 06:52:00.723547',31,'Egv9WaAh4VN4yuiWVIizZQ');
INSERT INTO "section_answers" VALUES(3,'project','{"title": "The Try-It Table", "summary": "Most phones can read aloud, show captions, take dictation and answer to a switch. Hardly anyone is shown how. We will show them. It takes time to trust a person, a place and a timetable. We''ve had four years. At least 78 people try it. Those whom it suits can borrow the equipment for two months.", "plan": "As soon as we hear from you, we''ll order what takes longest to come. Ian has used a screen reader since the age of nine and leads all training. Wendy knows every stand and clamp on the market. First visit: an hour, one to one. We write down what helped. Second visit: set up their own device that way. Borrowed equipment comes back after two months, or the person gets help to apply for their own. We write to the websites that shut our members out, with the group, politely, every month. Some have changed. Every guide we make is in large print, audio and plain English. We meet online once a month for those who can''t travel, with captions. At the end the equipment stays with us and the helpers carry on. That much we have already agreed.", "starts": "2 September 2026", "ends": "1 July 2027"}',1,'2026-05-10 06:52:00.723547',31,'TQ8eCs-AQtZFpaZENihBFA');
INSERT INTO "section_answers" VALUES(3,'people','{"communities": ["autistic"], "people_helped": "78", "wards": {"E05011413": "30", "E05011397": "15", "E05011547": "10"}, "furthest": "Most of us were adults before anyone told us why things were hard. We have 61 members. Forty of them answered our questions in writing. Nobody answered by phone. If you phone us about this application, no one will answer either, for which I apologise."}',1,'2026-05-10 06:52:00.723547',31,'GfN-aMRl4BTglgwgKd9FFg');
INSERT INTO "section_answers" VALUES(3,'barriers','{"barriers": ["accessibility", "skills", "device"], "barriers_how": "Trainers who share the experience know the shortcuts and the swear words. People try things before anybody spends money. The settings are there already. What''s missing is somebody who knows them."}',1,'2026-05-10 06:52:00.723547',31,'ncqg_C44To1c_dQOOWqk9A');
INSERT INTO "section_answers" VALUES(3,'costs','{"budget": [{"item": "Magnifiers, switches, keyboards and stands", "category": "equipment", "amount": "807.00", "quote": "no"}, {"item": "3 tablets for trying and lending", "category": "equipment", "amount": "837.00", "quote": "no"}, {"item": "Trainers, 16 sessions", "category": "people", "amount": "896.00", "quote": "yes"}, {"item": "Taxis for people who cannot use the bus, 24 journeys", "category": "travel", "amount": "336.00", "quote": "yes"}, {"item": "Braille, large print and audio copies", "category": "publicity", "amount": "121.00", "quote": "yes"}], "other_money": "no"}',1,'2026-05-10 06:52:00.723547',31,'u8tiFya3nydKJB26iv6ffg');
INSERT INTO "section_answers" VALUES(3,'change','{"outcomes": ["able", "equal"], "difference": "Each person names one task they gave up on. We see whether they can do it after six weeks. We count the devices set up and look again after half a year: still set that way?"}',1,'2026-05-10 06:52:00.723547',31,'_8Sk9hcByZkSB1KzPHEE_Q');
INSERT INTO "section_answers" VALUES(3,'safe','{"safe_lead": "Ellis Fairburn", "safe_policy": "yes", "safe_online": "Volunteers work in pairs for the first two months. Helpers keep to a short list of what they may do with somebody''s money online. It''s: nothing. Children come with a grown-up of their own. If something''s wrong with somebody''s bank account, we ring the bank with them, on the number on the card."}',1,'2026-05-10 06:52:00.723547',31,'M7vq0asrhvyWzkoZ8m0FSg');
INSERT INTO "section_answers" VALUES(3,'documents','{"documents": ["rules", "accounts", "safeguarding", "quotes"]}',1,'2026-05-10 06:52:00.723547',31,'FcJmAr9SUlW885Bo99dXIg');
INSERT INTO "section_answers" VALUES(5,'organisation','{"org_type": "charity", "org_income": "150k_500k", "org_started": "1991"}',1,'2026-04-30 01:15:52.322999',57,'lvVWz9aqUemLECOw6jO9IQ');
INSERT INTO "section_answers" VALUES(5,'contacts','{"contact_name": "Bronwen Pugh", "contact_phone": "0113 496 0266", "second_name": "Gethin Prosser", "second_email": "gethin.prosser@example.org"}',1,'2026-04-30 01:15:52.322999',57,'ajdMDQjtgLmVJspPSa5jaQ');
INSERT INTO "section_answers" VALUES(5,'project','{"title": "Charged", "summary": "We would keep a cupboard of charged, simple phones, and have someone there who helps to get people back into their accounts. We won''t say where they live or how many there are in each ward. Please understand. The worst is being locked out: new phone, old number, code sent to a phone at the bottom of the canal. Dogs are welcome. It matters more than you''d think.", "plan": "We help people set up an e-mail address that can be got back into without a phone. Maeve lived in hostels for four years and now runs the desk. Chidi is a housing worker and does the bidding with people. Three of the volunteers had help from us first. They''re the best at it.\n\nPhotos matter: we help to save those that can be saved. Someone from the health team for homeless people comes once a fortnight and helps with appointments.\n\nAny money that''s left comes back to you. We''ve never yet overspent.", "starts": "4 September 2026", "ends": "28 May 2027"}',1,'2026-04-30 01:15:52.322999',57,'_6IuCLOwuMsVxgLlFzvDpg');
INSERT INTO "section_answers" VALUES(5,'people','{"communities": ["survivors", "families", "refugees"], "people_helped": "93", "furthest": "Accounts were in his name, with his password. Getting them back is slow, and nobody else helps with it. They left with what they could carry. Often the phone stayed behind, or had to be thrown into a bin. Parents are busy, skint and worn out. They''ll come if it''s next to school, if there''s toast, and if no one makes them feel stupid. They live all over Leeds. A map of poor neighbourhoods won''t show you who they are. Of the last thirty women who moved in, twenty-one had something on their phone or on a child''s tablet that told him where they were. We found it with a checklist that a volunteer wrote on the back of a rota."}',1,'2026-04-30 01:15:52.322999',57,'1-Y5DLH4jTEybAGrrkBg_g');
INSERT INTO "section_answers" VALUES(5,'barriers','{"barriers": ["device", "connection", "trust"], "barriers_how": "A phone that works, a number that stays, a place to charge. We never ask for more than a first name, and it needn''t be the right one."}',1,'2026-04-30 01:15:52.322999',57,'OfjGZjU9Vov1olFiABZl7A');
INSERT INTO "section_answers" VALUES(5,'costs','{"budget": [{"item": "18 simple smartphones", "category": "equipment", "amount": "1422", "quote": "no"}, {"item": "SIM cards with three months'' data, 33 of them", "category": "data", "amount": "858", "quote": "yes"}, {"item": "Lockers with chargers", "category": "equipment", "amount": "342", "quote": "yes"}, {"item": "Peer worker, 26 sessions", "category": "people", "amount": "1248", "quote": "yes"}, {"item": "Bus fares for volunteers, 25 day tickets", "category": "volunteers", "amount": "150", "quote": "yes"}, {"item": "Volunteer thank-you meal", "category": "volunteers", "amount": "101", "quote": "yes"}], "other_money": "no"}',1,'2026-04-30 01:15:52.322999',57,'ji1dv8O0maeC8c0TwNVOpA');
INSERT INTO "section_answers" VALUES(5,'change','{"outcomes": ["equal", "safe", "better_off"], "difference": "Losing a phone should cost a person two days, not two months.\nBids placed, appointments kept, families found. We''ll write down all three."}',1,'2026-04-30 01:15:52.322999',57,'YkQGuir8LOkbFGWMSbMDaw');
INSERT INTO "section_answers" VALUES(5,'safe','{"safe_lead": "Bronwen Pugh", "safe_policy": "yes", "safe_online": "If a person doesn''t want us to write anything about them, we don''t. There are never fewer than two of us in the room, and nobody helps alone behind a closed door. We''ve thought about what happens if somebody tells us about abuse: listen, don''t promise to keep it secret, ring Chidi the same day. When someone leaves, their account on our machines is removed in front of them. Our machines have filters, and Maeve checks them once a month."}',1,'2026-04-30 01:15:52.322999',57,'5TNTQlyMARVyWoC87UTlyA');
INSERT INTO "section_answers" VALUES(5,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-04-30 01:15:52.322999',57,'pHagSoeZHBfbW1j_fKa9TA');
INSERT INTO "section_answers" VALUES(6,'organisation','{"org_type": "group", "org_income": "under_5k", "org_started": "2016"}',1,'2026-05-21 08:56:38.023866',21,'rp0kGGsBax6uxfgz-lAjbQ');
INSERT INTO "section_answers" VALUES(6,'contacts','{"contact_name": "Desmond Blake", "contact_phone": "0113 496 0234", "second_name": "Leila Ahmadi", "second_email": "leila.ahmadi@example.org"}',1,'2026-05-21 08:56:38.023866',21,'0wd5-EJG6IVcRspbwijGsg');
INSERT INTO "section_answers" VALUES(6,'project','{"title": "A Box of Photographs", "summary": "Everyone has a biscuit tin of old photographs. We want to scan them, name the faces, and put together the story of Gipton. At the end there is an exhibition, one in a room and one online, and 56 people who helped to make it. The grant of \u00a32,959 would go mainly on the equipment. It sounds small. It isn''t.", "plan": "1. Rafiqul was a photographer on a newspaper and teaches people to see first and press after.\n2. We ask before we put anybody''s face online, and take it down when they change their mind. In spring we pick fifty pictures and print them large. The opening night has sandwiches. If Rafiqul is ill, Rafiqul does it. If both are ill, it''s soup.\n3. After it''s over, helpers keep a table at our ordinary meetings. It costs nothing.", "starts": "25 August 2026", "ends": "9 July 2027"}',1,'2026-05-21 08:56:38.023866',21,'G5MDW_oqfl9VEiZsnAlPEw');
INSERT INTO "section_answers" VALUES(6,'people','{"communities": ["mental_health"], "people_helped": "56", "wards": {"E05011394": "38", "E05011400": "18"}, "furthest": "Tesfaye grew barley at home and had never seen a leek. He found out what was eating it by taking a photo. It took him two weeks to tell us that he couldn''t read the answer. Our people aren''t hard to reach. They''ve just been let down often. Being asked to learn in front of others is the last thing they''ll do. Side by side, with hands busy, it works. In Gipton & Harehills, nearly all of us live in the most deprived fifth of England. You can see that from our door."}',1,'2026-05-21 08:56:38.023866',21,'BUeqwv9t11nIf7nbO6YLLQ');
INSERT INTO "section_answers" VALUES(6,'barriers','{"barriers": ["motivation", "confidence"], "barriers_how": "Nobody says the word computer until week four. Sharing a picture with a daughter abroad is all the reason most people need."}',1,'2026-05-21 08:56:38.023866',21,'EXkQw7qoKLpLOjZVsMtwbQ');
INSERT INTO "section_answers" VALUES(6,'costs','{"budget": [{"item": "Photo scanner and laptop", "category": "equipment", "amount": "\u00a3690", "quote": "yes"}, {"item": "4 phones to lend", "category": "equipment", "amount": "\u00a3404", "quote": "no"}, {"item": "Printing and framing 32 pictures", "category": "publicity", "amount": "\u00a3384", "quote": "yes"}, {"item": "Photographer, 14 sessions", "category": "people", "amount": "\u00a3812", "quote": "no"}, {"item": "Minibus, 3 trips", "category": "travel", "amount": "\u00a3213", "quote": "no"}, {"item": "Mobile wifi box with a year''s data", "category": "data", "amount": "\u00a3209", "quote": "yes"}, {"item": "Tea, coffee and something to eat, 19 times", "category": "place", "amount": "\u00a3247", "quote": "no"}], "other_money": "no"}',1,'2026-05-21 08:56:38.023866',21,'5ac5BjnVPB5u0JzSnYsiDA');
INSERT INTO "section_answers" VALUES(6,'change','{"outcomes": ["happier", "able"], "difference": "We look at who still sends us pictures three months after the end. We will ask what else people now use their phone for, and expect surprises."}',1,'2026-05-21 08:56:38.023866',21,'Zr5TdREwEUfwaV3HMXg7Og');
INSERT INTO "section_answers" VALUES(6,'safe','{"safe_lead": "Desmond Blake", "safe_policy": "yes", "safe_online": "No member of our team lends money, keeps keys or becomes anyone''s friend on social media. We keep names and numbers on one sheet in a locked drawer, and burn it at the end of the year."}',1,'2026-05-21 08:56:38.023866',21,'Db7nqRwYyunY6XS1iIsqkQ');
INSERT INTO "section_answers" VALUES(6,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-05-21 08:56:38.023866',21,'_fsHt4RrY-3k51adzgmRuQ');
INSERT INTO "section_answers" VALUES(13,'organisation','{"org_type": "charity", "org_income": "5k_25k", "org_started": "1988"}',1,'2026-05-19 17:22:07.690059',35,'AuyOLOeiOI3RoHaXq1yCCg');
INSERT INTO "section_answers" VALUES(13,'contacts','{"contact_name": "Winston Archibald", "contact_phone": "0113 496 0271", "second_name": "Lesley Kitson", "second_email": "lesley.kitson@example.org"}',1,'2026-05-19 17:22:07.690059',35,'sBmDzpWqAZbBjQ3i3i-SKw');
INSERT INTO "section_answers" VALUES(13,'project','{"title": "Getting On with the NHS App", "summary": "Our project helps older people to order a prescription, read a letter and book the GP on a phone. The practice manager at our surgery is glad of it and will send a nurse to the first session. We aim for 36 people who can use it by themselves, and a few relatives who stop doing it for them. Ask anyone in Chapeltown.", "plan": "We start small, with eight people, and get it right before we tell anyone else. We sit with each person until the app is set up. If it takes three visits, it takes three visits. The surgery lends us the waiting room on Thursdays after 10 in the morning, when it is quiet. We practise video calls with each other first, so the first one with a doctor is not the first one ever. Everybody leaves with a card: what the app can do, whom to ring when it does not. Halfway through we stop and ask the group what to leave out. Last time it was most of my slides. After it''s over, helpers keep a table at our ordinary meetings. It costs nothing.", "starts": "2 September 2026", "ends": "12 March 2027"}',1,'2026-05-19 17:22:07.690059',35,'l9qnd1WFQGF_dQXqMKshtA');
INSERT INTO "section_answers" VALUES(13,'people','{"communities": ["older", "carers"], "people_helped": "36", "wards": {"E05011390": "21", "E05011411": "9", "E05011394": "6"}, "furthest": "Arthritis and a touch screen don''t go together until somebody has shown you the settings. They''re proud. They will say they don''t need it, then ask their neighbour to book everything for them. Our members came here in the fifties to nurse, drive and build. They''ve signed up to nothing since without reading it first, and quite right. Mrs Liburd''s brother in Nevis died last year. She heard it three weeks later, by letter."}',1,'2026-05-19 17:22:07.690059',35,'f6LxKYpMof-9G84uZ1nD8g');
INSERT INTO "section_answers" VALUES(13,'barriers','{"barriers": ["skills", "trust", "language"], "barriers_how": "We go at the pace of the slowest and nobody minds, because next week it is someone else. People worry who reads their records. We show them who can and who cannot, on the screen, in their own record."}',1,'2026-05-19 17:22:07.690059',35,'4jkGqQt3GSHf-y0Aw-K18A');
INSERT INTO "section_answers" VALUES(13,'costs','{"budget": [{"item": "Trainer, 14 sessions of two hours", "category": "people", "amount": "840", "quote": "no"}, {"item": "6 tablets for practising", "category": "equipment", "amount": "804", "quote": "yes"}, {"item": "Large-print cards and posters", "category": "publicity", "amount": "150", "quote": "yes"}, {"item": "Use of the Palm Court Club, 15 mornings", "category": "place", "amount": "345", "quote": "yes"}, {"item": "Mobile wifi box with a year''s data", "category": "data", "amount": "172", "quote": "no"}], "other_money": "no"}',1,'2026-05-19 17:22:07.690059',35,'P64ylhOkgOOh5o4ahutWYQ');
INSERT INTO "section_answers" VALUES(13,'change','{"outcomes": ["healthier", "able"], "difference": "Missed appointments cost everybody. If ours go down we will hear it from the receptionists first. We would like four in five to order their next prescription alone."}',1,'2026-05-19 17:22:07.690059',35,'TiUZlK7WRIgx7AOme9opFQ');
INSERT INTO "section_answers" VALUES(13,'safe','{"safe_lead": "Winston Archibald", "safe_policy": "yes", "safe_online": "The person can stop at any time, take back what they told us, and still get a biscuit. We teach people to lock their phone before we teach them anything else. Helpers keep to a short list of what they may do with somebody''s money online. It''s: nothing. A member of the committee drops in without warning a few times a year. We have public liability insurance, and the room''s been checked for fire."}',1,'2026-05-19 17:22:07.690059',35,'EUQXZsdn9hzllPKDoG_O4A');
INSERT INTO "section_answers" VALUES(13,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-05-19 17:22:07.690059',35,'QCGo9wCZZPfpkARcjkNmUw');
INSERT INTO "section_answers" VALUES(17,'organisation','{"org_type": "charity", "org_income": "25k_75k", "org_started": "2007"}',1,'2026-05-19 19:43:30.300969',52,'nX488n7KvG_oj88aKfnMew');
INSERT INTO "section_answers" VALUES(17,'contacts','{"contact_name": "Marcus Thorley", "contact_phone": "0113 496 0233", "second_name": "Manjit Johal", "second_email": "manjit.johal@example.org"}',1,'2026-05-19 19:43:30.300969',52,'YM2fBxLlnNBsCigsI-2iBQ');
INSERT INTO "section_answers" VALUES(17,'project','{"title": "Not One Size Fits All", "summary": "We would set up a table where disabled people can try things: magnifiers, talking keyboards, switches, stands and settings that cost nothing. Many of our members could use a computer well enough before they got ill. They need other ways now, not lessons for beginners. At least 41 people try it. Those whom it suits can borrow the equipment for two months.", "plan": "Bernadette has used a screen reader since the age of nine and leads all training. Wendy knows every stand and clamp on the market. First visit: an hour, one to one. We write down what helped. Second visit: set up their own device that way. Bernadette leads, and Wendy steps in when Bernadette can''t. Behind them are five people on the rota.\n\nBorrowed equipment comes back after two months, or the person gets help to apply for their own. Every guide we make is in large print, audio and plain English. We meet online once a month for those who can''t travel, with captions. We''re not experts. We are, however, there every week.\n\nThe last session is for showing: each person teaches someone else one thing.", "starts": "15 August 2026", "ends": "9 April 2027"}',1,'2026-05-19 19:43:30.300969',52,'BACAN6CNyCMj69xAFbmHrw');
INSERT INTO "section_answers" VALUES(17,'people','{"communities": ["disabled", "families"], "people_helped": "41", "wards": {"E05011384": "23", "E05011410": "11", "E05011407": "7"}, "furthest": "The right stand, switch or setting costs less than a hospital taxi. Getting hold of it takes months. Everybody assumes it''s ramps. It''s mostly forms. One member spent 41 hours on a wheelchair claim, with a stick held in the teeth, on a website that logs you out after ten minutes."}',1,'2026-05-19 19:43:30.300969',52,'blbWbkLGLlaI0bY6K38gIA');
INSERT INTO "section_answers" VALUES(17,'barriers','{"barriers": ["accessibility", "skills", "device"], "barriers_how": "The settings are there already. What''s missing is somebody who knows them. We test whether the things people need most, such as their bank, work with it at all. If not, we find another way."}',1,'2026-05-19 19:43:30.300969',52,'tMR7c1iynkR4JR2mol8eMA');
INSERT INTO "section_answers" VALUES(17,'costs','{"budget": [{"item": "Magnifiers, switches, keyboards and stands", "category": "equipment", "amount": "510", "quote": "no"}, {"item": "6 tablets for trying and lending", "category": "equipment", "amount": "1182", "quote": "no"}, {"item": "Trainers, 12 sessions", "category": "people", "amount": "696", "quote": "no"}, {"item": "Taxis for people who cannot use the bus, 33 journeys", "category": "travel", "amount": "462", "quote": "yes"}, {"item": "Braille, large print and audio copies", "category": "publicity", "amount": "176", "quote": "yes"}, {"item": "Tea, coffee and something to eat, 24 times", "category": "place", "amount": "288", "quote": "no"}], "other_money": "yes", "other_money_who": "A family trust that gave to us before", "other_money_amount": "\u00a3500"}',1,'2026-05-19 19:43:30.300969',52,'7hfnGLIc1uCM-LeCoj-XbA');
INSERT INTO "section_answers" VALUES(17,'change','{"outcomes": ["able", "equal"], "difference": "What people say to others matters most. Half our visitors come because a friend did. We count the devices set up and look again after half a year: still set that way? People should need us less. We''ll report how many do. Each person names one task they gave up on. We see whether they can do it after six weeks."}',1,'2026-05-19 19:43:30.300969',52,'Zpmir_SXe9lwaI4X4y-tMw');
INSERT INTO "section_answers" VALUES(17,'safe','{"safe_lead": "Manjit Johal", "safe_policy": "yes", "safe_online": "The machines go to guest mode when they''re closed, so nothing''s left behind.\nVolunteers work in pairs for the first six weeks.\nThe laptops have filters, and Bernadette checks them once a month.\nEvery tablet or laptop has a code, is switched off at night and is counted back into its box.\nWhen someone leaves, their account on our machines is removed in front of them."}',1,'2026-05-19 19:43:30.300969',52,'4bulAMb1v4QwFHFcwQ2_fQ');
INSERT INTO "section_answers" VALUES(17,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-05-19 19:43:30.300969',52,'o7m2dq0ZudEIPMqnwtbtSQ');
INSERT INTO "section_answers" VALUES(49,'organisation','{"org_type": "charity", "org_income": "5k_25k", "org_started": "2009"}',1,'2026-09-20 23:03:57.848017',3,'MmJvoTI4-vqPcH5VPpgGDQ');
INSERT INTO "section_answers" VALUES(49,'contacts','{"contact_name": "Grace Oyelaran", "contact_phone": "0113 496 0268", "second_name": "Mei Lam", "second_email": "mei.lam@example.org"}',1,'2026-09-20 23:03:57.848017',3,'G6YDs9n8iKiABaYB_CYLfQ');
INSERT INTO "section_answers" VALUES(49,'project','{"title": "Wave When You Can See Me", "summary": "We want to help Deaf and hard of hearing people to talk by video with family, doctors and each other. Arthritis and a touch screen don''t go together until somebody has shown you the settings. 60 people would learn it, and a weekly call would keep them together when the weather keeps them in. The grant of \u00a33,397 would go mainly on the equipment.", "plan": "1. We fit out a corner at the Parklea Centre with a big screen, a good camera and curtains, so a private call stays private.\n2. For nine members who cannot get out we set up a screen at home that answers with one press. A helper sits in on the first two calls, then only on the other side of the door. We have five volunteers, most of whom came to us as members.\n3. The tablets and whatever else we''ve bought go into a library for our members.", "starts": "5 February 2027", "ends": "10 December 2027"}',1,'2026-09-20 23:03:57.848017',3,'1CwBPSRdjp0PpjS5Sg98-g');
INSERT INTO "section_answers" VALUES(49,'people','{"communities": ["deaf", "older"], "people_helped": "60", "wards": {"E05011400": "21", "E05011391": "10", "E05011394": "6", "E05011388": "5"}, "furthest": "Please don''t go by our postcode: it''s where the room is. Our people come from every side of the city. They come from all over the city, because there is nowhere else. So our wards tell you little about need. Those who lost their hearing late are left out twice: they can''t follow the group and they can''t use the phone. Last winter the surgery moved to an app with a call-back. A call-back! Eleven of our members gave up on the doctor. We walked to the surgery together, twenty of us, and signed at the desk until someone wrote down what we said."}',1,'2026-09-20 23:03:57.848017',3,'EpyfUGPT9mSr8aphTqq3dg');
INSERT INTO "section_answers" VALUES(49,'barriers','{"barriers": ["accessibility", "connection"], "barriers_how": "We set up captions and show how to make the picture larger. People learn with one person they love on the other end. You cannot buy that kind of motivation."}',1,'2026-09-20 23:03:57.848017',3,'XMzTxiw0iB7UwhHNLmpXlA');
INSERT INTO "section_answers" VALUES(49,'costs','{"budget": [{"item": "Large screen, camera and speaker", "category": "equipment", "amount": "\u00a3482", "quote": "yes"}, {"item": "9 tablets with stands for home", "category": "equipment", "amount": "\u00a31,440", "quote": "yes"}, {"item": "Data for people without broadband, 44 months in all", "category": "data", "amount": "\u00a3352", "quote": "no"}, {"item": "Interpreter, 18 hours", "category": "people", "amount": "\u00a3792", "quote": "yes"}, {"item": "Volunteers'' fares for home visits, 28 visits", "category": "travel", "amount": "\u00a3196", "quote": "yes"}, {"item": "Insurance for the devices", "category": "other", "amount": "\u00a364", "quote": "no"}, {"item": "Posters and cards", "category": "publicity", "amount": "\u00a371", "quote": "no"}], "other_money": "yes", "other_money_who": "A collection among our members", "other_money_amount": "\u00a3100"}',1,'2026-09-20 23:03:57.848017',3,'-0FzKm_WUAgmOoUUyry_cA');
INSERT INTO "section_answers" VALUES(49,'change','{"outcomes": ["happier", "able"], "difference": "We ask how often people saw somebody they care about last week, at the start and after three months.\nI would like to hear people complain that the grandchildren ring too often."}',1,'2026-09-20 23:03:57.848017',3,'UuYp8D9HT7kIZS6h4qXJaA');
INSERT INTO "section_answers" VALUES(49,'safe','{"safe_lead": "Grace Oyelaran", "safe_policy": "yes", "safe_online": "If a person doesn''t want us to write anything about them, we don''t. If someone seems muddled or frightened we stop, make tea, and don''t do anything with money that day. We ask for two references and we do ring them."}',1,'2026-09-20 23:03:57.848017',3,'Nn0ALF2Bx_CzbAKGVLzgfw');
INSERT INTO "section_answers" VALUES(49,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-09-20 23:03:57.848017',3,'OHsoO28XaP3eqT-T_m4NBg');
INSERT INTO "section_answers" VALUES(50,'organisation','{"org_type": "charity", "org_income": "75k_150k", "org_started": "2012"}',1,'2026-09-20 22:18:38.743447',41,'qvjL5-a91WEZiTOcL-7iyg');
INSERT INTO "section_answers" VALUES(50,'contacts','{"contact_name": "Lee Farrar", "contact_phone": "0113 496 0275", "second_name": "Ioana Stoica", "second_email": "ioana.stoica@example.org"}',1,'2026-09-20 22:18:38.743447',41,'6NqslLqMfcEqkJ3MhhxBKA');
INSERT INTO "section_answers" VALUES(50,'project','{"title": "Tea and Tablets", "summary": "Half our members own a smartphone and use it only to ring people. A table, two helpers and a plate of biscuits would change that.", "plan": "To begin with: The drop-in runs every Thursday from half past ten at the Steps caf\u00e9, straight after lunch club, when people are there anyway.\nUntil July: We start with four tablets set up with large text, and add more once we know which kind people get on with. Nobody takes the phone out of anyone''s hand. The person does the pressing, however long it takes. Shilan leads, and Efua steps in when Shilan can''t. Behind them are four people on the rota.\nAt the end: Then the hard part: doing it again next year with no grant. We have a plan for that, and it involves jam.", "starts": "7 February 2027", "ends": "9 January 2028"}',1,'2026-09-20 22:18:38.743447',41,'sWvRLEjqwezU3mNVgVzQLQ');
INSERT INTO "section_answers" VALUES(50,'people','{"communities": ["recovery"], "people_helped": "63", "wards": {"E05011387": "35", "E05011409": "17", "E05011385": "11"}, "furthest": "I owed \u00a331,000 from a phone. So I''m careful how I say this: my members need phones. They need them set up by someone who knows exactly what to block. Meetings are online as well now. On a bad night, that''s what gets somebody through. Gambling sits in the same pocket as the bus timetable. People need to know how to block one and keep the other. Our estate gets less of everything: buses, doctors, shops, signal. Our members each bring one person who''d never come alone."}',1,'2026-09-20 22:18:38.743447',41,'8o6P4OD9dl64s8HKLFiZIw');
INSERT INTO "section_answers" VALUES(50,'barriers','{"barriers": ["skills", "confidence"], "barriers_how": "People are afraid of breaking it. We show them on our tablets first, where nothing can go wrong that matters. Sitting side by side with a neighbour takes the fear out of it."}',1,'2026-09-20 22:18:38.743447',41,'q0Mj1NnPezeVrvztMBE91A');
INSERT INTO "section_answers" VALUES(50,'costs','{"budget": [{"item": "4 tablets with sturdy cases", "category": "equipment", "amount": "636", "quote": "no"}, {"item": "Use of the Steps caf\u00e9, 40 sessions", "category": "place", "amount": "680", "quote": "no"}, {"item": "Tea, coffee and biscuits, 26 sessions", "category": "place", "amount": "208", "quote": "yes"}, {"item": "Chargers, stands and a lockable trolley", "category": "equipment", "amount": "192", "quote": "no"}], "other_money": "yes", "other_money_who": "A family trust that gave to us before", "other_money_amount": "\u00a3250"}',1,'2026-09-20 22:18:38.743447',41,'vIYj9fPLJUIfOUVHK5mP_g');
INSERT INTO "section_answers" VALUES(50,'change','{"outcomes": ["able", "happier"], "difference": "At least two thirds of the regulars should do one thing online at home that they have never done before. At the first visit we ask what they would love to do and write it on a card. At the sixth we get the card out again."}',1,'2026-09-20 22:18:38.743447',41,'GSt5Cex5OVV-5dMC7D43Cw');
INSERT INTO "section_answers" VALUES(50,'safe','{"safe_lead": "Ioana Stoica", "safe_policy": "yes", "safe_online": "A member of the committee drops in without warning a few times a year.\nTwo helpers are always in the room, and nobody helps alone behind a closed door.\nOn each lid there''s a sticker with whom to tell when something''s worrying you.\nLifts home are given by two people or not at all."}',1,'2026-09-20 22:18:38.743447',41,'TdodU-F9kRwgHUhgzFuunQ');
INSERT INTO "section_answers" VALUES(50,'documents','{"documents": ["rules", "insurance"]}',1,'2026-09-20 22:18:38.743447',41,'BtVBLKZhSeArLcCM-JRb7Q');
INSERT INTO "section_answers" VALUES(51,'organisation','{"org_type": "cic", "org_income": "75k_150k", "org_started": "2022"}',1,'2026-09-13 01:10:10.556379',85,'9qXBiCdyoAlF0LlabiPeYg');
INSERT INTO "section_answers" VALUES(51,'contacts','{"contact_name": "Parisa Tehrani", "contact_phone": "0113 496 0865", "second_name": "Oksana Savchuk", "second_email": "oksana.savchuk@example.org"}',1,'2026-09-13 01:10:10.556379',85,'4WcG7Te-Frz2dQjIwZx72g');
INSERT INTO "section_answers" VALUES(51,'project','{"title": "My Settings, My Way", "summary": "We would set up a table where Deaf and hard of hearing people can try things: magnifiers, talking keyboards, switches, stands and settings that cost nothing.", "plan": "The table is at the back room of the library on Mondays from six in the evening, and goes on tour to three other groups each term. Manjit has used a screen reader since the age of nine and leads all training. Wendy knows every stand and clamp on the market. Our coordinator, who does twelve hours a week, organises it. The rest is volunteers.\n\nFirst visit: an hour, one to one. We write down what helped. Second visit: set up their own device that way. Every guide we make is in large print, audio and plain English.\n\nThe tablets and whatever else we''ve bought go into a library for our members.", "starts": "26 February 2027", "ends": "13 November 2027"}',1,'2026-09-13 01:10:10.556379',85,'joT7OA7Bog0B0clftr5Vug');
INSERT INTO "section_answers" VALUES(51,'people','{"communities": ["deaf", "older"], "people_helped": "67", "wards": {"E05011409": "37", "E05011389": "18", "E05011387": "12"}, "furthest": "Those who lost their hearing late are left out twice: they can''t follow the group and they can''t use the phone. For many in our group, British Sign Language is the first language. A page of English is hard going, and a phone line is no use at all. A grandmother signed with her granddaughter on a screen for the first time at our Christmas party. The room went still. The lollipop lady tell us who needs it."}',1,'2026-09-13 01:10:10.556379',85,'UIK0i4YOqb7kqGtr_1ShcA');
INSERT INTO "section_answers" VALUES(51,'barriers','{"barriers": ["accessibility", "skills"], "barriers_how": "People try things before anybody spends money. Trainers who share the experience know the shortcuts and the swear words."}',1,'2026-09-13 01:10:10.556379',85,'qSNUTAwkI2v4hh9S7cSC1A');
INSERT INTO "section_answers" VALUES(51,'costs','{"budget": [{"item": "Magnifiers, switches, keyboards and stands", "category": "equipment", "amount": "\u00a3754", "quote": "no"}, {"item": "4 tablets for trying and lending", "category": "equipment", "amount": "\u00a31068", "quote": "yes"}, {"item": "Trainers, 13 sessions", "category": "people", "amount": "\u00a3819", "quote": "no"}, {"item": "Taxis for people who cannot use the bus, 28 journeys", "category": "travel", "amount": "\u00a3336", "quote": "no"}, {"item": "Braille, large print and audio copies", "category": "publicity", "amount": "\u00a3119", "quote": "yes"}, {"item": "Volunteer thank-you meal", "category": "volunteers", "amount": "\u00a3128", "quote": "no"}, {"item": "Volunteer training, one day", "category": "volunteers", "amount": "\u00a3184", "quote": "no"}], "other_money": "yes", "other_money_who": "A local builders'' merchant", "other_money_amount": "\u00a375"}',1,'2026-09-13 01:10:10.556379',85,'jkbVU0s8Ss5n9LtdQCV7ng');
INSERT INTO "section_answers" VALUES(51,'change','{"outcomes": ["able", "equal"], "difference": "What people say to others matters most. Half our visitors come because a friend did. Each person names one task they gave up on. We see whether they can do it after six weeks."}',1,'2026-09-13 01:10:10.556379',85,'sjSOeggt0KkpstGzUlNLVA');
INSERT INTO "section_answers" VALUES(51,'safe','{"safe_lead": "Parisa Tehrani", "safe_policy": "yes", "safe_online": "Before anyone goes online with us we do ten minutes on scams and what to do if something feels wrong.\nWe wipe every device between one person and the next.\nEvery tablet or laptop has a code, is switched off at night and goes home with one named person."}',1,'2026-09-13 01:10:10.556379',85,'sEJ99DPd1P7i8r7Lnv2U6Q');
INSERT INTO "section_answers" VALUES(51,'documents','{"documents": ["accounts", "safeguarding", "insurance"]}',1,'2026-09-13 01:10:10.556379',85,'0GvU2fY5cH34UcDfoy310A');
INSERT INTO "section_answers" VALUES(52,'organisation','{"org_type": "group", "org_income": "under_5k", "org_started": "1992"}',1,'2026-09-26 05:32:47.967016',47,'ghkNRVXmocSGaZUTQSz-VA');
INSERT INTO "section_answers" VALUES(52,'contacts','{"contact_name": "Raymond Spink", "contact_phone": "0113 496 0282", "second_name": "Abby Butterfield", "second_email": "abby.butterfield@example.org"}',1,'2026-09-26 05:32:47.967016',47,'tfoTYKvLDUhXd9V3Qtt6Tw');
INSERT INTO "section_answers" VALUES(52,'project','{"title": "Bring Your Own Phone to Rothwell", "summary": "Half our members own a smartphone and use it only to ring people. A table, two helpers and a plate of biscuits would change that. Small buttons and stiff fingers make a phone hard work, and a shop assistant of twenty has no time to explain. It is for those who would never sign up for a class, because a class sounds like school. The grant of \u00a31,343 would go mainly on the equipment.", "plan": "February: Our helpers keep a notebook of the questions people bring. The three most common become a short talk each month. We start with four tablets set up with large text, and add more once we know which kind people get on with.\nFrom then to August: Nobody takes the phone out of anyone''s hand. The person does the pressing, however long it takes. When somebody is stuck on something we cannot do, we walk them over to the library and introduce them. Abby has the keys, Josh has the patience.\nAfter that: Once it''s running it costs next to nothing. What''s expensive is the start.", "starts": "16 February 2027", "ends": "17 January 2028"}',1,'2026-09-26 05:32:47.967016',47,'SoTTdakQPJLQFiFFl5Jcmw');
INSERT INTO "section_answers" VALUES(52,'people','{"communities": ["older"], "people_helped": "39", "wards": {"E05011410": "26", "E05011384": "13"}, "furthest": "We asked thirty people to bring in their phones. Seven had never once been switched on. It isn''t that they can''t learn. They brought up five children on one wage. Nobody has ever asked them what they''d like to do with it. They have only been told what they must. For some, we are the only people they speak to between Friday and Monday. There''s money in Rothwell. There are also people in it with none, in the flats behind the church."}',1,'2026-09-26 05:32:47.967016',47,'KBLishANiVijmiznspJOtw');
INSERT INTO "section_answers" VALUES(52,'barriers','{"barriers": ["skills", "confidence"], "barriers_how": "People are afraid of breaking it. We show them on our tablets first, where nothing can go wrong that matters. We write each step on a card in big letters to take home and stick on the fridge. Sitting side by side with a neighbour takes the fear out of it."}',1,'2026-09-26 05:32:47.967016',47,'-deY9V5FDd4WAd7y2262GA');
INSERT INTO "section_answers" VALUES(52,'costs','{"budget": [{"item": "4 tablets with sturdy cases", "category": "equipment", "amount": "\u00a3520", "quote": "no"}, {"item": "Use of the Institute annexe, 26 sessions", "category": "place", "amount": "\u00a3390", "quote": "yes"}, {"item": "Tea, coffee and biscuits, 28 sessions", "category": "place", "amount": "\u00a3252", "quote": "no"}, {"item": "Chargers, stands and a lockable trolley", "category": "equipment", "amount": "\u00a3181", "quote": "no"}], "other_money": "no"}',1,'2026-09-26 05:32:47.967016',47,'PebD6HI6h6C6x_zZtJc23Q');
INSERT INTO "section_answers" VALUES(52,'change','{"outcomes": ["able", "happier"], "difference": "We count who came, what they asked and whether they could do it alone the next time. We will know it works when they start helping each other and the volunteers can drink their tea."}',1,'2026-09-26 05:32:47.967016',47,'U3xB4s-Pcf4eu-wt-XYIRg');
INSERT INTO "section_answers" VALUES(52,'safe','{"safe_lead": "Raymond Spink", "safe_policy": "yes", "safe_online": "Abby did the safeguarding course for leads last October and is the one who''d make the call. All our volunteers have read the safeguarding policy and can say whom to tell. We go through it line by line every autumn. No member of our team lends money, keeps keys or becomes anyone''s friend on social media."}',1,'2026-09-26 05:32:47.967016',47,'LltofDjHxU5cP7e-qPn7Fw');
INSERT INTO "section_answers" VALUES(52,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance"]}',1,'2026-09-26 05:32:47.967016',47,'rm2KIioT8fHp-_uhw6PvBw');
INSERT INTO "section_answers" VALUES(56,'organisation','{"org_type": "cio", "org_income": "75k_150k", "org_started": "1988"}',1,'2026-10-04 12:42:17.452263',77,'Er5-LfhF4xfqgmqeFN9yJA');
INSERT INTO "section_answers" VALUES(56,'contacts','{"contact_name": "Bhavna Mistry", "contact_phone": "0113 496 0967", "second_name": "Shazia Akhtar", "second_email": "shazia.akhtar@example.org"}',1,'2026-10-04 12:42:17.452263',77,'eGninJJ1xwUJUyZNXIGOPA');
INSERT INTO "section_answers" VALUES(56,'project','{"title": "Community Tech Project", "summary": "It''s a project to get people online. Everything is online now, and if you''re not then you miss out.", "plan": "An eight-week course, delivered by a professional. Participants will learn all aspects of IT.", "starts": "1 February 2027", "ends": "24 July 2027"}',1,'2026-10-04 12:42:17.452263',77,'UboDaAFZUFSbwL-EjJhGug');
INSERT INTO "section_answers" VALUES(56,'people','{"communities": ["blind", "learning_disability", "autistic", "mental_health", "new_english", "survivors", "families", "travellers"], "people_helped": "64", "wards": {"E05011414": "64"}, "furthest": "People have told us they''d like it."}',1,'2026-10-04 12:42:17.452263',77,'Efobt1TJvbtna_qM9Vzu-Q');
INSERT INTO "section_answers" VALUES(56,'barriers','{"barriers": ["accessibility", "skills"], "barriers_how": "Training and support."}',1,'2026-10-04 12:42:17.452263',77,'zwKkBelyQ1-sT34BU8_yEw');
INSERT INTO "section_answers" VALUES(56,'costs','{"budget": [{"item": "Laptops", "category": "equipment", "amount": "\u00a33000", "quote": "no"}, {"item": "Equipment", "category": "equipment", "amount": "\u00a31800", "quote": "yes"}], "other_money": "no"}',1,'2026-10-04 12:42:17.452263',77,'xw4wXY9mWrj60I77nbzHCQ');
INSERT INTO "section_answers" VALUES(56,'change','{"outcomes": ["equal", "able", "safe", "happier", "healthier", "better_off"], "difference": "People will be able to use computers."}',1,'2026-10-04 12:42:17.452263',77,'_yoMVIIefiQ_63xl_BICpw');
INSERT INTO "section_answers" VALUES(56,'safe','{"safe_lead": "Bhavna Mistry", "safe_policy": "yes", "safe_online": "Everyone''s an adult and can look after themselves, but we keep an eye out."}',1,'2026-10-04 12:42:17.452263',77,'2l-TKhl17R96tHrFlqPJ6w');
INSERT INTO "section_answers" VALUES(56,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-10-04 12:42:17.452263',77,'H_Dtg8HI-4iQDEXxwrUwcg');
INSERT INTO "section_answers" VALUES(64,'organisation','{"org_type": "group", "org_income": "under_5k", "org_started": "2020"}',1,'2026-08-27 01:31:21.789549',151,'E0RQuzXDC0FRxw6umjTqig');
INSERT INTO "section_answers" VALUES(64,'contacts','{"contact_name": "Yonas Kidane", "contact_phone": "0113 496 0369", "second_name": "Steve Blackburn", "second_email": "steve.blackburn@example.org"}',1,'2026-08-27 01:31:21.789549',151,'Q3DZzfhpVgpse0C7lE3UGw');
INSERT INTO "section_answers" VALUES(64,'project','{"title": "Press Submit Together", "summary": "The right to live, work and rent here now sits in an online account. People come to us who can''t open theirs. We want to sit beside them until they can. We work in their own language first. Almost no one else round here does. We stay on the right side of the rules: no immigration advice, but we know who gives it. 110 people a year, and behind most of them a family. The grant of \u00a33,513 would go mainly on people''s time.", "plan": "Before we start we''ll ask twenty members what they''d like from it, and change the plan if they tell us to. Each table has a laptop, a volunteer and, where it''s needed, an interpreter in person or on the phone. First we make sure they''ve got an e-mail address they can reach. You''d be surprised how often it belongs to a cousin. Morag speaks five languages, all of them fast. Callum is a solicitor who gives us a morning a month. We''ve got short films in six languages that show each step. People watch them while they wait. Everyone gets a folder. Paper still helps. Those who learn quickly come back as helpers. That''s how we got seven of our ten. By then there will be people who can teach it without us. That''s the point.", "starts": "23 January 2027", "ends": "13 August 2027"}',1,'2026-08-27 01:31:21.789549',151,'EyKIKLSutLbfqlBKyJcksg');
INSERT INTO "section_answers" VALUES(64,'people','{"communities": ["new_english"], "people_helped": "110", "wards": {"E05011394": "74", "E05011411": "36"}, "furthest": "Women are the last to get the family''s phone, and the first to be left out. Many learned to read late or not at all, in any language. A screen full of words is a wall. A wet Saturday is long with three children and no internet. By the figures, nearly all of the people in Gipton & Harehills live in streets that count among the poorest fifth of the country. Shabana had lived in Harehills for 21 years and had never made an appointment by herself. She has now."}',1,'2026-08-27 01:31:21.789549',151,'Q1KazIqt1rL8cMLA25kYVQ');
INSERT INTO "section_answers" VALUES(64,'barriers','{"barriers": ["language", "skills", "trust"], "barriers_how": "We explain what the state can see and what it can''t. We help people get back control of accounts that were opened for them by somebody else. Good cameras and a plain wall, because the photo is what fails."}',1,'2026-08-27 01:31:21.789549',151,'ydqVUYGltRU34JZuuYFrkg');
INSERT INTO "section_answers" VALUES(64,'costs','{"budget": [{"item": "2 laptops with good cameras", "category": "equipment", "amount": "\u00a3734", "quote": "yes"}, {"item": "Interpreters, 68 hours", "category": "people", "amount": "\u00a31,904", "quote": "yes"}, {"item": "Scanner and printer", "category": "equipment", "amount": "\u00a3243", "quote": "yes"}, {"item": "Volunteers'' fares, 25 mornings", "category": "volunteers", "amount": "\u00a3450", "quote": "yes"}, {"item": "Tea, coffee and something to eat, 13 times", "category": "place", "amount": "\u00a3182", "quote": "yes"}], "other_money": "no"}',1,'2026-08-27 01:31:21.789549',151,'Psly1_mqmum0f9x6Jf7SIw');
INSERT INTO "section_answers" VALUES(64,'change','{"outcomes": ["better_off", "safe", "able"], "difference": "Landlords and employers ask for a code. Each one shown is a roof or a job.\nPeople tell us whether they slept better. We ask, as it''s often the first thing they say.\nWe count forms sent, and how many had to be sent again. The second number should fall.\nThree months on, can the person get in without us? We ring and ask."}',1,'2026-08-27 01:31:21.789549',151,'eXl15nIsOVACesM2v8VaQg');
INSERT INTO "section_answers" VALUES(64,'safe','{"safe_lead": "Yonas Kidane", "safe_policy": "yes", "safe_online": "A member of the committee drops in without warning a few times a year. We wouldn''t let anybody be filmed, recorded or put in a group chat without having asked. The register has first names only."}',1,'2026-08-27 01:31:21.789549',151,'Df6BB3NjuV6X_4xb0bxm4g');
INSERT INTO "section_answers" VALUES(64,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-08-27 01:31:21.789549',151,'l8h2NGuf1iM0MEO1rE3fbA');
INSERT INTO "section_answers" VALUES(65,'organisation','{"org_type": "cio", "org_income": "25k_75k", "org_started": "2018"}',1,'2026-09-28 00:57:57.974982',134,'dWm-5hSVv8sJIPBudHid2Q');
INSERT INTO "section_answers" VALUES(65,'contacts','{"contact_name": "Saba Tesfay", "contact_phone": "0113 496 0366", "second_name": "Euan Sinclair", "second_email": "euan.sinclair@example.org"}',1,'2026-09-28 00:57:57.974982',134,'QbZ436ontR2roBZGmzxKcw');
INSERT INTO "section_answers" VALUES(65,'project','{"title": "Point and Wander", "summary": "We would walk, take photos on our phones and come back to look at them together. By the time people notice, they have learned to share a picture.", "plan": "To begin with: One week we walk, the next we meet at the church hall to look, choose and laugh. Mondays at 10 in the morning, all year except when it snows. School children from the top class come for four visits to hear the stories and help with the scanner.\nUntil August: We ask before we put anybody''s face online, and take it down when they change their mind. Kwok knows everyone and makes sure that quiet people get asked. The helpers are Mina, Kwok and nine regulars. All of them have a calm voice and time.\nAt the end: At the last session everyone brings somebody new. That''s how we begin again.", "starts": "19 February 2027", "ends": "13 January 2028"}',1,'2026-09-28 00:57:57.974982',134,'qrenOrHeqzQVtgIy32bHDw');
INSERT INTO "section_answers" VALUES(65,'people','{"communities": ["older"], "people_helped": "39", "wards": {"E05012648": "22", "E05011385": "10", "E05012647": "7"}, "furthest": "There''s shame in it. They ran classrooms, and now they can''t book a bus pass. George, 88, learned to send a photo in November. By January he''d sent us sixty pictures of the same cat."}',1,'2026-09-28 00:57:57.974982',134,'nZFGisAnY2ElFfUb-KCq3g');
INSERT INTO "section_answers" VALUES(65,'barriers','{"barriers": ["motivation", "confidence", "skills"], "barriers_how": "Nobody says the word computer until week four. Mistakes make good photographs. We say so often."}',1,'2026-09-28 00:57:57.974982',134,'uV3ncjPGUDLhWQKAfzDO7A');
INSERT INTO "section_answers" VALUES(65,'costs','{"budget": [{"item": "Photo scanner and laptop", "category": "equipment", "amount": "\u00a3677", "quote": "no"}, {"item": "6 phones to lend", "category": "equipment", "amount": "\u00a3642", "quote": "yes"}, {"item": "Printing and framing 23 pictures", "category": "publicity", "amount": "\u00a3299", "quote": "yes"}, {"item": "Photographer, 8 sessions", "category": "people", "amount": "\u00a3512", "quote": "no"}, {"item": "Minibus, 3 trips", "category": "travel", "amount": "\u00a3243", "quote": "yes"}, {"item": "Posters and cards", "category": "publicity", "amount": "\u00a388", "quote": "no"}], "other_money": "yes", "other_money_who": "A collection among our members", "other_money_amount": "\u00a3300"}',1,'2026-09-28 00:57:57.974982',134,'zGfTaKu_ZTb6KV2BtcIGtg');
INSERT INTO "section_answers" VALUES(65,'change','{"outcomes": ["happier", "able"], "difference": "There''s a wall of names: everyone who has sent, saved or posted a picture by themselves goes up. We look at who still sends us pictures three months after the end. People who came on their own should leave with somebody to walk with. We count those pairs. We will ask what else people now use their phone for, and expect surprises."}',1,'2026-09-28 00:57:57.974982',134,'sSH-fKg2chJAthkDqB_4_A');
INSERT INTO "section_answers" VALUES(65,'safe','{"safe_lead": "Euan Sinclair", "safe_policy": "yes", "safe_online": "The machines go to guest mode when they''re closed, so nothing''s left behind. We teach people to lock their phone before we teach them anything else. There''s a book by the door for anything that worried anyone. Kwok reads it every week. No member of our team lends money, keeps keys or becomes anyone''s friend on social media. A member of the committee drops in without warning a few times a year."}',1,'2026-09-28 00:57:57.974982',134,'8_uNjUZKHdPgEzeOqHfkHw');
INSERT INTO "section_answers" VALUES(65,'documents','{"documents": ["safeguarding"]}',1,'2026-09-28 00:57:57.974982',134,'00xc1V-E39q-XlKcqHlk0g');
INSERT INTO "section_answers" VALUES(69,'organisation','{"org_type": "cic", "org_income": "75k_150k", "org_started": "2020"}',1,'2026-09-18 23:55:26.296726',116,'ynpq3OalTejyT0-BuWE24A');
INSERT INTO "section_answers" VALUES(69,'contacts','{"contact_name": "Mina Chowdhury", "contact_phone": "0113 496 0837", "second_name": "Jackie Dyson", "second_email": "jackie.dyson@example.org"}',1,'2026-09-18 23:55:26.296726',116,'6T7ZRbwE1APS2byQ--sDww');
INSERT INTO "section_answers" VALUES(69,'project','{"title": "One Helps One", "summary": "The best teacher is somebody who learned it last year. We have plenty of those, and want to train eleven of them. They won''t run classes. They''ll notice, ask, sit down and show. Each new champion helps five people in the year that follows, which makes 46. Our committee agreed the plan in August.", "plan": "THE SESSIONS\nChampions wear a yellow badge that says ''ask me''. It sounds daft and it works. Abena coordinates: who helps whom, who needs a hand, who needs a rest. Every champion picks their own patch: the lunch table, the choir, the stairwell, the bus stop. We keep a tally: whom by community and ward, with what, for how long. No names. At the end of six months we hold a thank-you dinner and ask for the next ten.\n\nTHE PEOPLE\nHalyna sees to the rota. No one does more than two weeks in a row.\n\nWHAT STAYS\nThe last session is for showing: each person teaches someone else one thing.", "starts": "7 January 2027", "ends": "2 July 2027"}',1,'2026-09-18 23:55:26.296726',116,'7nm__42UY5VTaIowuSdXCg');
INSERT INTO "section_answers" VALUES(69,'people','{"communities": ["mental_health"], "people_helped": "46", "wards": {"E05011402": "46"}, "furthest": "On a bad day the phone stays in a drawer. Bills and appointments stay there too. Several of our people were online far too much, and it made them ill. They need a better way, not more of it. A man came for eleven weeks and only made tea. In the twelfth he asked whether we could help him find his daughter."}',1,'2026-09-18 23:55:26.296726',116,'tK0sCs3FHniaK9KOXu1qLg');
INSERT INTO "section_answers" VALUES(69,'barriers','{"barriers": ["confidence", "motivation", "partner_knowledge"], "barriers_how": "Champions learn how to ask what somebody enjoys, and to begin there. It''s not a stranger with a laptop. It''s Jean from the bowls. We train people in the languages that our members speak."}',1,'2026-09-18 23:55:26.296726',116,'xDVATMJ_hLbZQAs8LjttTw');
INSERT INTO "section_answers" VALUES(69,'costs','{"budget": [{"item": "Training for 11 champions", "category": "volunteers", "amount": "825", "quote": "yes"}, {"item": "Practice tablets, 4 to share", "category": "equipment", "amount": "564", "quote": "yes"}, {"item": "Champions'' expenses, 11 months", "category": "volunteers", "amount": "385", "quote": "yes"}, {"item": "Badges, cards and the thank-you dinner", "category": "other", "amount": "275", "quote": "yes"}, {"item": "Mobile wifi box with a year''s data", "category": "data", "amount": "212", "quote": "yes"}, {"item": "Use of the working men''s club, 17 sessions", "category": "place", "amount": "289", "quote": "yes"}], "other_money": "no"}',1,'2026-09-18 23:55:26.296726',116,'6JmKe6WfBbHRdx8_DRZjow');
INSERT INTO "section_answers" VALUES(69,'change','{"outcomes": ["able", "happier"], "difference": "We count conversations, and ask a third of the people helped to tell us how it went. We''ll look for people who were helped and then become helpers. There are always some. Champions rate how sure they feel before training, after it and half a year on. If two in three are still doing it in a year we''ll call it a success."}',1,'2026-09-18 23:55:26.296726',116,'GwxJFW8mmO9HTuYVLcM9Zg');
INSERT INTO "section_answers" VALUES(69,'safe','{"safe_lead": "Jackie Dyson", "safe_policy": "yes", "safe_online": "If a person doesn''t want us to write anything about them, we don''t. If someone seems muddled or frightened we stop, make tea, and don''t do anything with money that day. Children come with a grown-up of their own."}',1,'2026-09-18 23:55:26.296726',116,'bcbUmnXEyshg8S2ApIKCQw');
INSERT INTO "section_answers" VALUES(69,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-09-18 23:55:26.296726',116,'BB3v89ynYF68zdIkZEUSOA');
INSERT INTO "section_answers" VALUES(71,'organisation','{"org_type": "cio", "org_income": "5k_25k", "org_started": "2014"}',1,'2026-09-03 01:08:42.666891',38,'rO2HKLtlJ4QAgi-WqhR6NQ');
INSERT INTO "section_answers" VALUES(71,'contacts','{"contact_name": "Elspeth Rennie", "contact_phone": "0113 496 0294", "second_name": "Neil Broadbent", "second_email": "neil.broadbent@example.org"}',1,'2026-09-03 01:08:42.666891',38,'ljDiV9fd5BluJVn0s4IR8g');
INSERT INTO "section_answers" VALUES(71,'project','{"title": "Otley in Pictures", "summary": "Our members know things about these streets that are written down nowhere. With a scanner and some patience we can keep them. The grant of \u00a32,432 would go mainly on the equipment. Come on a Tuesday, you''ll see.", "plan": "Those who can''t walk far bring photos to scan. Somebody sits with them and writes down what they say. Rachel was a photographer on a newspaper and teaches people to see first and press after. Rachel gets paid for six hours a week. Naomi and eleven more do it for love.\n\nSchool children from the top class come for four visits to hear the stories and help with the scanner. We ask before we put anybody''s face online, and take it down when they change their mind. Naomi knows everyone and makes sure that quiet people get asked.\n\nBy then there will be people who can teach it without us. That''s the point.", "starts": "19 January 2027", "ends": "9 December 2027"}',1,'2026-09-03 01:08:42.666891',38,'JNDl2toHHNymYfTDk5S-fw');
INSERT INTO "section_answers" VALUES(71,'people','{"communities": ["older"], "people_helped": "43", "wards": {"E05011549": "29", "E05012841": "14"}, "furthest": "Nobody has ever asked them what they''d like to do with it. They have only been told what they must. Young carers know phones, but not forms. Older carers know forms, but not phones. People think nobody''s poor in Otley. They keep quiet about it, which makes it worse. We asked thirty people to bring in their phones. Nine had never once been switched on."}',1,'2026-09-03 01:08:42.666891',38,'jrbFXhhY73t21FNs_OaNPg');
INSERT INTO "section_answers" VALUES(71,'barriers','{"barriers": ["motivation", "confidence", "skills"], "barriers_how": "Sharing a picture with a daughter abroad is all the reason most people need. Nobody says the word computer until week four."}',1,'2026-09-03 01:08:42.666891',38,'aT06vCwb9MJV8oDUEJTXCw');
INSERT INTO "section_answers" VALUES(71,'costs','{"budget": [{"item": "Photo scanner and laptop", "category": "equipment", "amount": "653.00", "quote": "yes"}, {"item": "5 phones to lend", "category": "equipment", "amount": "615.00", "quote": "yes"}, {"item": "Printing and framing 24 pictures", "category": "publicity", "amount": "240.00", "quote": "yes"}, {"item": "Photographer, 9 sessions", "category": "people", "amount": "414.00", "quote": "yes"}, {"item": "Minibus, 4 trips", "category": "travel", "amount": "372.00", "quote": "yes"}, {"item": "Volunteer thank-you meal", "category": "volunteers", "amount": "138.00", "quote": "no"}], "other_money": "yes", "other_money_who": "A member who''d rather not be named", "other_money_amount": "\u00a3100"}',1,'2026-09-03 01:08:42.666891',38,'ypeFr5Ox5HX-2_SXCb0nuw');
INSERT INTO "section_answers" VALUES(71,'change','{"outcomes": ["happier", "able"], "difference": "People who came on their own should leave with somebody to walk with. We count those pairs. There''s a wall of names: everyone who has sent, saved or posted a picture by themselves goes up."}',1,'2026-09-03 01:08:42.666891',38,'XQFKl93-AcvSknRhdL3iGA');
INSERT INTO "section_answers" VALUES(71,'safe','{"safe_lead": "Neil Broadbent", "safe_policy": "no", "safe_policy_plan": "We are small and had none. Rachel has booked on a course, and we''ll have a policy before the project starts.", "safe_online": "Two helpers are always in the room, and nobody helps alone behind a closed door. We wipe each machine between one person and the next. There''s a book by the door for anything that worried anyone. Naomi reads it every week. On each lid there''s a sticker with whom to tell when something''s worrying you."}',1,'2026-09-03 01:08:42.666891',38,'CtzBv9a7ot9pMNpQkYi6Uw');
INSERT INTO "section_answers" VALUES(71,'documents','{"documents": ["rules", "insurance", "quotes"]}',1,'2026-09-03 01:08:42.666891',38,'PFmIwOJDKJdgbAbJEpPadw');
INSERT INTO "section_answers" VALUES(78,'organisation','{"org_type": "charity", "org_income": "150k_500k", "org_started": "2003"}',1,'2026-10-01 19:08:32.953793',29,'lP_SdnLmUdLzwKQNocW9dw');
INSERT INTO "section_answers" VALUES(78,'contacts','{"contact_name": "Niamh Corrigan", "contact_phone": "0113 496 0223", "second_name": "Rima Haddad", "second_email": "rima.haddad@example.org"}',1,'2026-10-01 19:08:32.953793',29,'yHSvk59ZDN7LlT4l77JXsg');
INSERT INTO "section_answers" VALUES(78,'project','{"title": "First Things First", "summary": "Homeless people have to do everything online with less than anyone. We want a desk, a plug and a patient person. Getting through the door is the achievement. What happens next must be gentle. The worst is being locked out: new phone, old number, code sent to a phone at the bottom of the canal. \u00a33,810 would do it.", "plan": "The desk is open Wednesdays and Thursdays from half past ten, at the Gatehouse. Sit down, charge up, eat something. Each person gets a paper wallet card with their numbers and log-ins in their own code, that we help them make. We have eight volunteers, most of whom came to us as members.\n\nOksana lived in hostels for four years and now runs the desk. Baljit is a housing worker and does the bidding with people. We have made an agreement with two hostels to use their wifi and their quiet room. Someone from the health team for homeless people comes once a fortnight and helps with appointments.\n\nWhat we''d like to leave behind is eight people who can do this without being asked.", "starts": "15 February 2027", "ends": "16 September 2027"}',1,'2026-10-01 19:08:32.953793',29,'yjxq5-5bQN0mENqcX2aq_Q');
INSERT INTO "section_answers" VALUES(78,'people','{"communities": ["homeless"], "people_helped": "74", "wards": {"E05011404": "41", "E05011399": "20", "E05012647": "13"}, "furthest": "There''s no address, no bill, no passport. Each log-in asks for one of the three. Phones get lost, stolen, wet or sold. With them go the numbers of everybody who could help. We asked forty people at breakfast to ring their key worker. Eleven could. Nine more had a phone but no credit, and the rest had nothing that would switch on."}',1,'2026-10-01 19:08:32.953793',29,'vD_FfJDsWbKB4j-7wk9cnw');
INSERT INTO "section_answers" VALUES(78,'barriers','{"barriers": ["device", "connection", "trust"], "barriers_how": "People who''ve been cheated online get time to sort it out with someone who won''t judge. Our helpers have been there. We never ask for more than a first name, and it needn''t be the right one."}',1,'2026-10-01 19:08:32.953793',29,'bAYs-CUPkRDfNp1TCadQ4A');
INSERT INTO "section_answers" VALUES(199,'organisation','{"org_type": "charity", "org_income": "25k_75k", "org_started": "2015"}',1,'2026-11-21 19:20:34.761906',1,'Hs7eWjt_Y225132dGByZTw');
INSERT INTO "section_answers" VALUES(199,'contacts','{"contact_name": "Amina Yusuf", "contact_phone": "0113 496 0232", "second_name": "Saira Bashir", "second_email": "saira.bashir@example.org"}',1,'2026-11-21 19:20:34.761906',1,'IoMjGYvu_ah4fM8XQeU-Eg');
INSERT INTO "section_answers" VALUES(199,'project','{"title": "Appointments Made Easy", "summary": "Since the phone line at the surgery became a queue of forty, people here have simply stopped going. We cannot watch that any longer. So we''d like to teach the app. When you''ve four jobs and none of them has a desk, you do it all on a phone in the lunch break. We aim for 34 people who can use it by themselves, and a few relatives who stop doing it for them.", "plan": "Each course is four afternoons: getting in, ordering, reading results, video calls. Eight people at a time. We sit with each person until the app is set up. If it takes three visits, it takes three visits. Idil and Ioana will run it. Both have been with us for years, and people trust them.\n\nThe surgery lends us the waiting room on Mondays after ten till twelve, when it is quiet. We practise video calls with each other first, so the first one with a doctor is not the first one ever.\n\nAfter it''s over, helpers keep a table at our ordinary meetings. It costs nothing.", "starts": "1 March 2027", "ends": "28 July 2027"}',1,'2026-11-21 19:20:34.761906',1,'BA5Il5uFHWZrOE7--YrSUQ');
INSERT INTO "section_answers" VALUES(199,'people','{"communities": ["older"], "people_helped": "34", "wards": {"E05011397": "19", "E05011402": "9", "E05011403": "6"}, "furthest": "Our streets are full of students, and so everyone forgets the people who stayed. Mr Bhatti has lived in the same terrace for 44 years. He came in to ask how to stop a loud advert. He stayed three hours, and he''s now our Tuesday volunteer. A tremor and a touch screen don''t go together until somebody has shown you the settings. Wages here come by the hour. Miss a message about a shift and you have lost it. There''s money in Hyde Park. There are also people in it with none, in the flats behind the church."}',1,'2026-11-21 19:20:34.761906',1,'uwjF1OyikHDKmG5_GwJFbw');
INSERT INTO "section_answers" VALUES(199,'barriers','{"barriers": ["skills", "trust"], "barriers_how": "People worry who reads their records. We show them who can and who cannot, on the screen, in their own record. We take the photo for the identity check with them. It fails less often with good light and company. Medical words are put on picture cards in the languages our members speak."}',1,'2026-11-21 19:20:34.761906',1,'xLcupGtowTLwP86eRJkuWw');
INSERT INTO "section_answers" VALUES(200,'organisation','{"org_type": "group", "org_income": "under_5k", "org_started": "2020"}',1,'2026-11-05 16:03:26.575974',31,'SbVa4aESpCQM36CLUxp1TA');
INSERT INTO "section_answers" VALUES(200,'contacts','{"contact_name": "Ellis Fairburn", "contact_phone": "0113 496 0298", "second_name": "Rowena Santos", "second_email": "rowena.santos@example.org"}',1,'2026-11-05 16:03:26.575974',31,'NIe4nARBEJ9beewE4O0ujA');
INSERT INTO "section_answers" VALUES(200,'project','{"title": "Digital Inclusion Project", "summary": "Most phones can read aloud, show captions, take dictation and answer to a switch. Hardly anyone is shown how. We will show them. With \u00a34,156 we could start straight away. You will not need to ring us to find out how it went. We''ll ring you.", "plan": "Someone on the committee is good with computers and will show people.", "starts": "1 April 2027", "ends": "30 December 2027"}',1,'2026-11-05 16:03:26.575974',31,'QnyOt_OBgZL0g6_M5WTL5Q');
INSERT INTO "section_answers" VALUES(200,'people','{"communities": ["autistic"], "people_helped": "67", "wards": {"E05011413": "27", "E05011397": "12", "E05011547": "8"}, "furthest": "Many are elderly. Some have health problems."}',1,'2026-11-05 16:03:26.575974',31,'Ocwjv-hht9caJH-QxZls0Q');
INSERT INTO "section_answers" VALUES(200,'barriers','{"barriers": ["accessibility", "skills"], "barriers_how": "Training and support."}',1,'2026-11-05 16:03:26.575974',31,'k7OmAfFSXIv7uQ5QhUjGjQ');
INSERT INTO "section_answers" VALUES(200,'costs','{"budget": [{"item": "Magnifiers, switches, keyboards and stands", "category": "equipment", "amount": "721.00", "quote": "no"}, {"item": "6 tablets for trying and lending", "category": "equipment", "amount": "1638.00", "quote": "no"}, {"item": "Trainers, 19 sessions", "category": "people", "amount": "1102.00", "quote": "no"}, {"item": "Taxis for people who cannot use the bus, 39 journeys", "category": "travel", "amount": "546.00", "quote": "yes"}, {"item": "Braille, large print and audio copies", "category": "publicity", "amount": "149.00", "quote": "no"}], "other_money": "yes", "other_money_who": "A member who''d rather not be named", "other_money_amount": "\u00a3500"}',1,'2026-11-05 16:03:26.575974',31,'D4Gkg_wTXHoNW_R4aOtKiQ');
INSERT INTO "section_answers" VALUES(200,'change','{"outcomes": ["able", "equal"], "difference": "People should need us less. We''ll report how many do. We count the devices set up and look again after half a year: still set that way?"}',1,'2026-11-05 16:03:26.575974',31,'b-dm9MmiRTlpzbExKRTmPA');
INSERT INTO "section_answers" VALUES(200,'safe','{"safe_lead": "Ellis Fairburn", "safe_policy": "no", "safe_policy_plan": "We use the policy of the quiet room at the Meeting House, which covers everybody who uses the rooms. Our own is in draft.", "safe_online": "The laptops have antivirus."}',1,'2026-11-05 16:03:26.575974',31,'2L0p4Glc7uYS5zBiV98mRg');
INSERT INTO "section_answers" VALUES(200,'documents','{"documents": ["accounts", "insurance", "quotes"]}',1,'2026-11-05 16:03:26.575974',31,'C_Gt6L1UYf8VMobNVTe-gg');
INSERT INTO "section_answers" VALUES(199,'change','{"outcomes": ["able", "equal"], "difference": "People should need us less. We''ll report how many do. We count the devices set up and look again after half a year: still set that way?"}',1,'2026-11-26 13:17:52.185483',1,'D8I60uinsCJYHTtF1gU1BQ');
INSERT INTO "section_answers" VALUES(199,'costs','{"budget": [{"item": "Magnifiers, switches, keyboards and stands", "category": "equipment", "amount": "721.00", "quote": "no"}, {"item": "6 tablets for trying and lending", "category": "equipment", "amount": "1638.00", "quote": "no"}, {"item": "Trainers, 19 sessions", "category": "people", "amount": "1102.00", "quote": "no"}, {"item": "Taxis for people who cannot use the bus, 39 journeys", "category": "travel", "amount": "546.00", "quote": "yes"}, {"item": "Braille, large print and audio copies", "category": "publicity", "amount": "149.00", "quote": "no"}], "other_money": "yes", "other_money_who": "A member who''d rather not be named", "other_money_amount": "\u00a3500"}',1,'2026-11-26 13:17:52.185545',1,'Tizs_z3mBM9C0x_WpCf3cA');
INSERT INTO "section_answers" VALUES(199,'documents','{"documents": ["accounts", "insurance", "quotes"]}',1,'2026-11-26 13:17:52.185565',1,'tRj8XjokWvNvPmdgQQVPtA');
INSERT INTO "section_answers" VALUES(199,'safe','{"safe_lead": "Ellis Fairburn", "safe_policy": "no", "safe_policy_plan": "We use the policy of the quiet room at the Meeting House, which covers everybody who uses the rooms. Our own is in draft.", "safe_online": "The laptops have antivirus."}',1,'2026-11-26 13:17:52.185583',1,'cBHAaL-4kcomrEc920Nr3g');
CREATE TABLE sign_in_requests (
	id INTEGER NOT NULL, 
	ref VARCHAR(40) NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	code_digest VARCHAR(64) NOT NULL, 
	link_digest VARCHAR(64) NOT NULL, 
	own_device BOOLEAN NOT NULL, 
	next_path TEXT, 
	asked_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	tries INTEGER NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT pk_sign_in_requests PRIMARY KEY (id), 
	CONSTRAINT uq_sign_in_requests_link_digest UNIQUE (link_digest), 
	CONSTRAINT uq_sign_in_requests_ref UNIQUE (ref)
);
INSERT INTO "sign_in_requests" VALUES(1,'d1tmGi9jLVI9MMda-_E-uQ','anonymous@example.org','2f183a4e64493af3f377f745eda502363cd3e7ef6e4d266d444758de0a85fcc8','18f80ec15c653d8fcc6bc7de81e23f0e8dc8c1d7b876adce683449dbaf9c9de7',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(2,'VJdG-KZ3UXQu57Cdy6bwGQ','holder-of-a-sign-in-link@example.org','ee4ea8f9ce59006657c12fe41b9cb6d227b2e2a9e78f9a109f71c06a7ec6bfe1','814ed503d54af8fd2290cb0d561dc848f6d3ef969c2cf0d373c54525fbacb94b',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(3,'zlB5Hm31BfZqGToS0tVxIg','holder-of-an-invitation@example.org','5ac66c093a6d8b04b74c75aabca978514c8ce4a907da7df83c985783b35402eb','65cf77fc04099aff484cf05dd0ed9e0fb9a39c32bd1c1a2adeb8cc90af27a63e',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(4,'TuPVc4vo0gpI3KgU-JicBQ','amina@example.org','f487dfce9b26319491f0cee1503257548d2ee2ef39dade348ec280aa60129d62','0b68dc673a0fa42baac201a2b2274fe4e127bc2706d6a952d5a7756ae12f46f8',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(5,'gCZeAagliwW7JqQTkDPW7w','tom@example.org','e1608f75c5d7813f3d4031cb30bfb786507d98137538ff8e128a6ff74e84e643','64dd1b062458c4015dc77ceda96626d97bc5b7e9052418f992917656519a48fa',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(6,'jyGe1Oq9tJHhVPavtMa_Sw','grace@example.org','e010fd1ce1acc173e3b4835b7635f8d4600d774869102adb5cb7b5d7895649ba','928679184ce2d84f8c4f0be97ed941807448d329fadf4d567b8555352930b5db',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(7,'fDpRNqDEUZpFci6j0QnKeg','ben@example.org','6700869c8ff7480e34a70a708b028700dbaa3a033b5652b903afe89f49a31456','7d11be34fe447de97a726a3bb7c5e13d423cd98efbdd56aa1581a9afadf1b487',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(8,'Ndw1hJ75s6fOhbl3slw1AA','marcia@example.org','d077e58dee24d6cc828a2b7ba7644912dc991d4f19a1f9b6ec825e45406bbe2f','805eb76414b4f2c8f6054a473777fd17e05e804c9a22bcaf53571c7df95b4ce0',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(9,'6VgQEBb_-62YrKteEUMdvA','ruth@example.org','79fe4c43a919209a10138fab243ac8e28a2b23208e16c1a1108d6913fcdc674f','2bb72e650889dd4e1ff30aafaabcec37fcd665f9c5f50fa69fc8e63d04d65972',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(10,'OXQtCatCHYisrpq6wLm3ig','daniel@example.org','bd3dae5fb91f88a4f0978222dfd58f59a124257cb081486387cbae9df11fb879','0e6e19f396b3a84347e482fb028112597afd814808eeeed56ac923a944537f4d',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(11,'mP-wFAxmlAS0a0jsPYWTyg','hannah@example.org','fc881aa34d44660e1012dec26ccda0b469d6c8359e91dc674dab4c095b9fe832','6c6008347c86c297ca1477b72bc8da0869388ef8e69b1afe467727ff5df09acf',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(12,'xr9tQUxawDaGkHHCwV6OnA','joyce@example.org','005195352c13e18429414c8b36a4047fdcfab8bb3a1aa1aa19d5ff26010c754d','00ada76dd55219595fcaeb6690781cb847faaeb0d761cc08fd9d4526fecdec16',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(13,'yiG69V_CjMnzIo2QTBzuQQ','martin@example.org','b6f8d434a847fb0f0c1a8d9b936b8ca952e224f205a55f4ba9b2c20f88fdc9e7','c92f35b2f1cffd93695d54c1d5800ff0caebfed5f010ebb25dbeca6f54e1fb1f',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(14,'rgQVXgg22tBsA4UtZIuFhA','priya@example.org','44bcff24eb6751fdcc80626affe0ad38e91deadf89b4c1df821055688b96aa47','59a1b1d4a95585ed4761f4b80c890b4915bb6556c5c1ff9430a322b642010f42',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(15,'yifUl6jplgYjl5ubs7QZNw','leanne@example.org','4b493fc85b64fc1e6ffe2965d8a82a11810a8a9d5a76c1f43a8a6ba974e2ee94','9374c934209596539981efc061a8c876680ec202e6fdc90ec1cede6654eeaf0d',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(16,'jWmSgzptTtwhQGTlTAvWAw','philippa@example.org','7b59e13c39ca1425030c55bd75412298c393edc103a4c1b0139ff4dc7cded545','7003ae14801a943bd4cdeb2e829719456e2a26ac7fed204129e8ff3a91577254',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(17,'S9z2H_louCHll0jqx_p7Ew','imran@example.org','e378432fc68f9b707bd923e7968c1524c57e91ffc62a89b5a29bbb2473a65979','0c89e54856f3ecf97602bd0a52321a6990cd0d888cd679d62bb4988feb6d203c',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(18,'fusyRX81taA4IVJ9TfAM8w','helen@example.org','80c95d0e9e710a56937209d81da3043b5dfed8174bb6acc01e334ecaa6408a97','2079451f189e4cd828a0efd40896af051516fc8fa1a56857d8d08d5dfc987ede',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(19,'Dbs6xQhaLdHePP7GxlATEA','wei@example.org','1ed2b38c11c70aa02adedf9fe807482472daef00689af3eeb6141346ec3f3c70','9fa76b02bef1bfa7fa363736622578270978edadf9e57031bbfeacdef1a09a28',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(20,'QgLToFpe-A-JNxkmDxdQtw','sam@example.org','e96e02d8e47f2a7c03be5117b3ed175c52aa30fb22028cf9c96f261563577605','38fed9a2076bf6b1f3ecf4faccf2a525406ed18b7dbb1698ef09cb017845116d',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(21,'SmKuLFEtZbZ99JoWGGhryw','colin@example.org','4c1001c251c1c923bca00789638afb17e908d526bf3e9975407c65d2b03f4b10','d1b0d40216b71fdbd629e5e499e9e2fff7736f19bbeef3aa61d26a8ad9a1612b',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,NULL);
INSERT INTO "sign_in_requests" VALUES(22,'WKToEo3vQRwofbM-I3MQ4g','nobody-any-more@example.org','01cefde6048c508046bbeacdb36581321c7ffd257f887f40c25f11cd9b5adf41','77729c535360485d7c55d8bf70dd59e0942d9250a42233e0151bfc7eda451f58',0,NULL,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',0,'2026-11-26 13:17:52.202571');
CREATE TABLE sign_ins (
	ref VARCHAR(40) NOT NULL, 
	token_digest VARCHAR(64) NOT NULL, 
	person_id INTEGER NOT NULL, 
	own_device BOOLEAN NOT NULL, 
	place_id INTEGER, 
	client TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	last_seen_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_sign_ins PRIMARY KEY (id), 
	CONSTRAINT fk_sign_ins_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT uq_sign_ins_ref UNIQUE (ref), 
	CONSTRAINT uq_sign_ins_token_digest UNIQUE (token_digest)
);
INSERT INTO "sign_ins" VALUES('ifydu1rXG9g1beC00cwOhw','518cdb4e666675d297136a2b632ed80b9515bc8d588d30f665e12580568d6c3a',1,0,NULL,'','2026-11-26 13:17:52.209829','2026-11-26 13:17:52.209829','2026-11-26 13:47:52.209829',NULL,1);
INSERT INTO "sign_ins" VALUES('6q7K8MCs1hF_BzgtgHW7LQ','bc7dde5bb6e090229fb1ca8b539eeee343d0284c01fb548b3aefc2d717819d3e',2,0,NULL,'','2026-11-26 13:17:52.211734','2026-11-26 13:17:52.211734','2026-11-26 13:47:52.211734',NULL,2);
INSERT INTO "sign_ins" VALUES('yO4eccPytvPRI267h-DUCA','bd6bff374da2736f28027ea4513f370af3ae05b160c68e435ffb83006e3f7821',3,0,NULL,'','2026-11-26 13:17:52.213122','2026-11-26 13:17:52.213122','2026-11-26 13:47:52.213122',NULL,3);
INSERT INTO "sign_ins" VALUES('M-KD7j0kZfyc3gq0EwVndw','f87fe5322e56e4506aff68839e3eee28b7065194c86d2d009f02fc74e0c58c07',4,0,NULL,'','2026-11-26 13:17:52.214462','2026-11-26 13:17:52.214462','2026-11-26 13:47:52.214462',NULL,4);
INSERT INTO "sign_ins" VALUES('Da6sf9QIFuEiUSyitaL8Fg','8dd372d24da5cdf9dd6e82027d1a2d437eafdae11c6dd47456c623434d85ec2e',5,0,NULL,'','2026-11-26 13:17:52.215666','2026-11-26 13:17:52.215666','2026-11-26 13:47:52.215666',NULL,5);
INSERT INTO "sign_ins" VALUES('73jITfdnQH-odg_6zNCyOQ','6350a22296bcb076206b63903b13db73a80eee57aa73019e02cf936f2f6abc1f',6,0,NULL,'','2026-11-26 13:17:52.216905','2026-11-26 13:17:52.216905','2026-11-26 13:47:52.216905',NULL,6);
INSERT INTO "sign_ins" VALUES('GhYPurJi0BEF6zFy0cwblQ','915c172f1541d2ee1f484e214c9bed589e3d9951e9f7cdb73c2c3bfe277f8095',7,0,NULL,'','2026-11-26 13:17:52.218111','2026-11-26 13:17:52.218111','2026-11-26 13:47:52.218111',NULL,7);
INSERT INTO "sign_ins" VALUES('xObJ4Q6ZGFiQ31AvYOT1qQ','d2c03ac65fd78ec720e4b10c5e4aa1aba489d6327404de64d111b3694d6cf67d',8,0,NULL,'','2026-11-26 13:17:52.219307','2026-11-26 13:17:52.219307','2026-11-26 13:47:52.219307',NULL,8);
INSERT INTO "sign_ins" VALUES('CyAnK8CosqQjm9jdM_rPug','c0fd50c5e6ec4badbc99e4c64622c16c8aa2c54048fa2171fc413edad33696ae',9,0,NULL,'','2026-11-26 13:17:52.220512','2026-11-26 13:17:52.220512','2026-11-26 13:47:52.220512',NULL,9);
INSERT INTO "sign_ins" VALUES('mN2ZGSATzspWou4c4u54Qw','57d20eabfbb4849274be3e64369382fd3bd136be764593077d28fde338d949c5',10,0,NULL,'','2026-11-26 13:17:52.221734','2026-11-26 13:17:52.221734','2026-11-26 13:47:52.221734',NULL,10);
INSERT INTO "sign_ins" VALUES('ogDJKLMyRiqJAx7VCE2xjQ','8cc4103ddece7a247474b6007552412bf0ec5a49a778379596a8cb07f2bdf225',11,0,NULL,'','2026-11-26 13:17:52.222944','2026-11-26 13:17:52.222944','2026-11-26 13:47:52.222944',NULL,11);
INSERT INTO "sign_ins" VALUES('5idnpdCQ5zaSApsqc20n4g','73b7389b3aedc1256f7e7b13ef18b83a66dacf453709f928946b62343f3997ce',13,0,NULL,'','2026-11-26 13:17:52.224141','2026-11-26 13:17:52.224141','2026-11-26 13:47:52.224141',NULL,12);
INSERT INTO "sign_ins" VALUES('vgm7RpNfKGFkG4RgIxnAYg','cbdf08a45789191c8ce214e9f84b4a04fabf632058ba72fe8dfbfc664b6c82b6',14,0,NULL,'','2026-11-26 13:17:52.225336','2026-11-26 13:17:52.225336','2026-11-26 13:47:52.225336',NULL,13);
INSERT INTO "sign_ins" VALUES('isnxqHgns7bXmysCdvwNNw','f163510689587148738076b7cd2099523129a10a1664e1d149f56da6f3a51706',15,0,NULL,'','2026-11-26 13:17:52.226502','2026-11-26 13:17:52.226502','2026-11-26 13:47:52.226502',NULL,14);
INSERT INTO "sign_ins" VALUES('SDlizYGa8TC3hpVqzPPzhQ','bb02b10bb4e3b58d73b8e879e9390e8baaf56a5542105cf31dc2cd520b09b326',16,0,NULL,'','2026-11-26 13:17:52.227662','2026-11-26 13:17:52.227662','2026-11-26 13:47:52.227662',NULL,15);
INSERT INTO "sign_ins" VALUES('ioCMODmssqcKB70ZesDANw','69d37acc6a74c0983ceb1043fa5accb800565d61c7241c779bcc6cdecb85bf82',17,0,NULL,'','2026-11-26 13:17:52.228859','2026-11-26 13:17:52.228859','2026-11-26 13:47:52.228859',NULL,16);
INSERT INTO "sign_ins" VALUES('7-1_GrAPs3MGWz2c_mUfkA','4a0dcdf4849533d6fa8f9ac84ad3a691a5a7c853e42a23de537e60ba206c9903',175,0,NULL,'','2026-11-26 13:17:52.230648','2026-11-26 13:17:52.230648','2026-11-26 13:47:52.230648',NULL,17);
INSERT INTO "sign_ins" VALUES('EAcT0rbWRrEPcnoMknnjzw','c683250e8923dccfd066ed082336131361aa0958fc69c57924ee5cf474e4f864',12,0,NULL,'','2026-11-26 13:17:52.231798','2026-11-26 13:17:52.231798','2026-11-26 13:47:52.231798',NULL,18);
INSERT INTO "sign_ins" VALUES('v9owl_biARGhFyQCZPBB4Q','1d6f51bab85512446d3e31d673b853883c4e5e0c6215e476b0ae86673bf56c96',1,0,NULL,'','2026-11-26 13:17:52.232998','2026-11-26 13:17:52.232998','2026-11-26 13:47:52.232998',NULL,19);
INSERT INTO "sign_ins" VALUES('_3BQWJXWER2AC5MCZxEEuw','d3445cdad1f8c509dd19bd3f8944c2f51a46c5406c28ba518fbe995b6e98f266',175,0,NULL,'','2026-11-26 13:17:52.234084','2026-11-26 13:17:52.234084','2026-11-26 13:47:52.234084',NULL,20);
INSERT INTO "sign_ins" VALUES('PaWlTnMP3zQ4g-zAV2UoSQ','64c3997bc3099d9be0596556d32be3ddb94b2016ff6ec194086487aeee269f35',9,0,NULL,'','2026-11-26 13:17:52.235146','2026-11-26 13:17:52.235146','2026-11-26 13:47:52.235146',NULL,21);
CREATE TABLE standings (
	application_id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	points INTEGER NOT NULL, 
	lowest INTEGER NOT NULL, 
	highest INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_standings PRIMARY KEY (application_id), 
	CONSTRAINT fk_standings_application_id FOREIGN KEY(application_id) REFERENCES applications (id), 
	CONSTRAINT fk_standings_round_id FOREIGN KEY(round_id) REFERENCES rounds (id)
);
INSERT INTO "standings" VALUES(1,1,305,285,335,'2026-06-26 10:25:00.000000');
INSERT INTO "standings" VALUES(3,1,388,360,415,'2026-06-26 08:51:00.000000');
INSERT INTO "standings" VALUES(5,1,255,235,275,'2026-06-26 10:23:00.000000');
INSERT INTO "standings" VALUES(6,1,228,205,270,'2026-06-26 11:40:00.000000');
INSERT INTO "standings" VALUES(52,2,305,280,330,'2026-11-26 11:06:51.977625');
INSERT INTO "standings" VALUES(56,2,117,75,165,'2026-11-26 05:40:51.978544');
INSERT INTO "standings" VALUES(65,2,370,330,410,'2026-11-26 05:07:51.981171');
INSERT INTO "standings" VALUES(69,2,418,370,470,'2026-11-26 10:15:51.982040');
INSERT INTO "standings" VALUES(71,2,277,240,335,'2026-11-26 11:40:51.983118');
CREATE TABLE team_invitations (
	ref VARCHAR(40) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	role VARCHAR(60) NOT NULL, 
	link_digest VARCHAR(64) NOT NULL, 
	invited_by INTEGER NOT NULL, 
	invited_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	accepted_by INTEGER, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_team_invitations PRIMARY KEY (id), 
	CONSTRAINT ck_team_invitations_role CHECK (role IN ('lead', 'member')), 
	CONSTRAINT fk_team_invitations_accepted_by FOREIGN KEY(accepted_by) REFERENCES people (id), 
	CONSTRAINT fk_team_invitations_invited_by FOREIGN KEY(invited_by) REFERENCES people (id), 
	CONSTRAINT fk_team_invitations_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT uq_team_invitations_link_digest UNIQUE (link_digest), 
	CONSTRAINT uq_team_invitations_ref UNIQUE (ref)
);
INSERT INTO "team_invitations" VALUES('invitation-of-anonymous',2,'anonymous@example.org','member','332277606a3c1f6ff6445a5b7e4bf0c6ff9b306759d0b200faa533491858993a',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,1);
INSERT INTO "team_invitations" VALUES('invitation-of-holder-of-a-sign-in-link',2,'holder-of-a-sign-in-link@example.org','member','7b7b3bb81d90a068aeccc00777fa04721ecd411c37f8ba18aed983a1ff0254ca',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,2);
INSERT INTO "team_invitations" VALUES('invitation-of-holder-of-an-invitation',2,'holder-of-an-invitation@example.org','member','7493a4a25f0bc910664d22a334c064abd69c30e222362c1608a7513f1448af77',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,3);
INSERT INTO "team_invitations" VALUES('invitation-of-amina',2,'amina@example.org','member','613a809fb3d0a41e2e0763b328e880d8731529a8be7a99eed6f6b9f6ce8a3b8e',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,4);
INSERT INTO "team_invitations" VALUES('invitation-of-tom',2,'tom@example.org','member','dc929d05645c103e8da71a112936aaec96088041daeb47063ded15321003705e',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,5);
INSERT INTO "team_invitations" VALUES('invitation-of-grace',2,'grace@example.org','member','b2ea05f76a8ae2dadaa7b59f57f696d32e54aeba13932558a7a418c8db1a08fa',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,6);
INSERT INTO "team_invitations" VALUES('invitation-of-ben',2,'ben@example.org','member','ad3494b026871a11529347d0c28a1082f9210578041c2241e762a3eea6b2d703',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,7);
INSERT INTO "team_invitations" VALUES('invitation-of-marcia',2,'marcia@example.org','member','4ff28fe20a4267575815009cac7d8196fa37ab0d6fb70f90a2a69c22d2b9bad3',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,8);
INSERT INTO "team_invitations" VALUES('invitation-of-ruth',2,'ruth@example.org','member','a0f6980d27bcbbdbea282a656bb0391c27ccee4b319c01311ca12c46b1456259',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,9);
INSERT INTO "team_invitations" VALUES('invitation-of-daniel',2,'daniel@example.org','member','cfd571f3dbbe4fa04ca39c0c115a315dab6f8f32a9f996f6785cb3e2f826941d',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,10);
INSERT INTO "team_invitations" VALUES('invitation-of-hannah',2,'hannah@example.org','member','0065f6bf5e0444fcb2cab83e8851c4ec8259304a7a097198ab2dd2eeab938507',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,11);
INSERT INTO "team_invitations" VALUES('invitation-of-joyce',2,'joyce@example.org','member','8bf114df0ff46e646d3b4679fcb2ff5fe068b1b0a8bb79531b7e98369d3c721e',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,12);
INSERT INTO "team_invitations" VALUES('invitation-of-martin',2,'martin@example.org','member','650e859a268492659358bb251edd7daed69fd8c6359dbcf9057bcc6a1c81b208',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,13);
INSERT INTO "team_invitations" VALUES('invitation-of-priya',2,'priya@example.org','member','78c5596ec1e2c194b27a1e1b6fb5af6dc529636a59d0e7867dc2e6b0f950e9e7',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,14);
INSERT INTO "team_invitations" VALUES('invitation-of-leanne',2,'leanne@example.org','member','2cb4fb833e9dda602e33711c395d6249a2c4112eaeb152a31cd544bd2a4aa9ae',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,15);
INSERT INTO "team_invitations" VALUES('invitation-of-philippa',2,'philippa@example.org','member','ac3a4f3ac1e9b74a663421cc5b01bc41076b24fcac662926622bcc6909e2376a',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,16);
INSERT INTO "team_invitations" VALUES('invitation-of-imran',2,'imran@example.org','member','9e027c3f82f32bfeabfde67f828866cbc3ec1bd6186846a39ba491714f281b96',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,17);
INSERT INTO "team_invitations" VALUES('invitation-of-helen',2,'helen@example.org','member','4a059392a1d7b9fecf8e77a4619a30815a02d75a571f9e1ad370b909bd10fdf5',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,18);
INSERT INTO "team_invitations" VALUES('invitation-of-wei',2,'wei@example.org','member','f4d12541b8b0204c5c076fb8a766df1966ee28e7a496c8b7a0cc3e3dccc42a34',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,19);
INSERT INTO "team_invitations" VALUES('invitation-of-sam',2,'sam@example.org','member','de588e75816f359d646b86120022dd8394f08c3b4b09dc1cf0916897b47db7a7',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,20);
INSERT INTO "team_invitations" VALUES('invitation-of-colin',2,'colin@example.org','member','3b1128705fa7e19caa129a1acd1d521fb72d17df00c9d06414bf30de5690c2a4',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571',NULL,NULL,21);
INSERT INTO "team_invitations" VALUES('invitation-of-nobody-any-more',2,'nobody-any-more@example.org','member','65e34314a8f92fd61122029e60c4443ce4aff45dd09ed19eb4d61f9691c4b807',3,'2026-11-26 13:17:52.202571','2026-11-27 13:17:52.202571','2026-11-26 13:17:52.202571',NULL,22);
CREATE TABLE team_members (
	organisation_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	role VARCHAR(60) NOT NULL, 
	joined_at DATETIME NOT NULL, 
	left_at DATETIME, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_team_members PRIMARY KEY (id), 
	CONSTRAINT ck_team_members_role CHECK (role IN ('lead', 'member')), 
	CONSTRAINT fk_team_members_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_team_members_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "team_members" VALUES(1,1,'lead','2026-01-30 13:17:51.321667',NULL,1);
INSERT INTO "team_members" VALUES(1,2,'member','2026-01-30 13:17:51.322796',NULL,2);
INSERT INTO "team_members" VALUES(2,3,'lead','2026-01-30 13:17:51.323278',NULL,3);
INSERT INTO "team_members" VALUES(2,4,'member','2026-01-30 13:17:51.323629',NULL,4);
INSERT INTO "team_members" VALUES(3,5,'lead','2026-01-30 13:17:51.323951',NULL,5);
INSERT INTO "team_members" VALUES(2,6,'member','2026-01-30 13:17:51.324262',NULL,6);
INSERT INTO "team_members" VALUES(7,21,'lead','2026-01-30 13:17:51.314565',NULL,10);
INSERT INTO "team_members" VALUES(15,29,'lead','2026-01-30 13:17:51.314847',NULL,18);
INSERT INTO "team_members" VALUES(17,31,'lead','2026-01-30 13:17:51.314886',NULL,20);
INSERT INTO "team_members" VALUES(21,35,'lead','2026-01-30 13:17:51.314964',NULL,24);
INSERT INTO "team_members" VALUES(24,38,'lead','2026-01-30 13:17:51.315021',NULL,27);
INSERT INTO "team_members" VALUES(27,41,'lead','2026-01-30 13:17:51.315085',NULL,30);
INSERT INTO "team_members" VALUES(33,47,'lead','2026-01-30 13:17:51.315200',NULL,36);
INSERT INTO "team_members" VALUES(38,52,'lead','2026-01-30 13:17:51.315295',NULL,41);
INSERT INTO "team_members" VALUES(43,57,'lead','2026-01-30 13:17:51.315389',NULL,46);
INSERT INTO "team_members" VALUES(45,59,'lead','2026-01-30 13:17:51.315426',NULL,48);
INSERT INTO "team_members" VALUES(63,77,'lead','2026-01-30 13:17:51.371269',NULL,66);
INSERT INTO "team_members" VALUES(71,85,'lead','2026-01-30 13:17:51.371458',NULL,74);
INSERT INTO "team_members" VALUES(102,116,'lead','2026-01-30 13:17:51.372041',NULL,105);
INSERT INTO "team_members" VALUES(120,134,'lead','2026-01-30 13:17:51.372365',NULL,123);
INSERT INTO "team_members" VALUES(137,151,'lead','2026-01-30 13:17:51.372798',NULL,140);
INSERT INTO "team_members" VALUES(45,12,'member','2026-11-26 13:17:52.200343',NULL,164);
INSERT INTO "team_members" VALUES(3,4,'member','2026-11-26 13:17:52.202078',NULL,165);
INSERT INTO "team_members" VALUES(2,2,'lead','2026-11-26 13:17:52.202078','2026-11-26 13:17:52.202078',166);
CREATE TABLE terms (
	kind VARCHAR(60) NOT NULL, 
	code VARCHAR(60) NOT NULL, 
	label TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_terms PRIMARY KEY (kind, code)
);
INSERT INTO "terms" VALUES('community','older','Older people',0);
INSERT INTO "terms" VALUES('community','deaf','Deaf and hard of hearing people',1);
INSERT INTO "terms" VALUES('community','blind','Blind and partially sighted people',2);
INSERT INTO "terms" VALUES('community','disabled','Disabled people and people with long-term health conditions',3);
INSERT INTO "terms" VALUES('community','learning_disability','People with a learning disability',4);
INSERT INTO "terms" VALUES('community','autistic','Autistic people',5);
INSERT INTO "terms" VALUES('community','mental_health','People living with poor mental health',6);
INSERT INTO "terms" VALUES('community','carers','Unpaid carers',7);
INSERT INTO "terms" VALUES('community','refugees','Refugees and people seeking asylum',8);
INSERT INTO "terms" VALUES('community','new_english','People who are learning English',9);
INSERT INTO "terms" VALUES('community','low_income','People on low incomes or out of work',10);
INSERT INTO "terms" VALUES('community','homeless','People who are homeless or were recently',11);
INSERT INTO "terms" VALUES('community','recovery','People in recovery from drugs, alcohol or gambling',12);
INSERT INTO "terms" VALUES('community','survivors','People who have lived with domestic abuse',13);
INSERT INTO "terms" VALUES('community','families','Families with children, and young people',14);
INSERT INTO "terms" VALUES('community','lgbt','LGBT+ people',15);
INSERT INTO "terms" VALUES('community','travellers','Gypsies, Roma and Travellers',16);
INSERT INTO "terms" VALUES('barrier','device','No device, or not a good enough one',0);
INSERT INTO "terms" VALUES('barrier','connection','No connection at home, or a poor one',1);
INSERT INTO "terms" VALUES('barrier','affordability','Cannot afford devices or data',2);
INSERT INTO "terms" VALUES('barrier','accessibility','Websites and devices that do not work for them',3);
INSERT INTO "terms" VALUES('barrier','gatekeeping','Rules or worries of a family, carer or care setting',4);
INSERT INTO "terms" VALUES('barrier','skills','Not knowing how',5);
INSERT INTO "terms" VALUES('barrier','confidence','Being afraid of getting it wrong',6);
INSERT INTO "terms" VALUES('barrier','language','Reading, writing or English is hard',7);
INSERT INTO "terms" VALUES('barrier','motivation','Not seeing what it is good for',8);
INSERT INTO "terms" VALUES('barrier','trust','Worried about safety, scams or privacy',9);
INSERT INTO "terms" VALUES('barrier','partner_time','Staff and volunteers have no time',10);
INSERT INTO "terms" VALUES('barrier','partner_money','No money for it',11);
INSERT INTO "terms" VALUES('barrier','partner_kit','No equipment to use with people',12);
INSERT INTO "terms" VALUES('barrier','partner_knowledge','The team does not feel sure enough itself',13);
INSERT INTO "terms" VALUES('barrier','partner_premises','No good place for it, or no connection there',14);
INSERT INTO "terms" VALUES('outcome','equal','Equal: they have a device and data that suit them',0);
INSERT INTO "terms" VALUES('outcome','able','Able: they can do what they want online, and want to',1);
INSERT INTO "terms" VALUES('outcome','safe','Safe: they know how to stay safe online',2);
INSERT INTO "terms" VALUES('outcome','happier','Happier: they are less alone',3);
INSERT INTO "terms" VALUES('outcome','healthier','Healthier: they use health services online',4);
INSERT INTO "terms" VALUES('outcome','better_off','Better off: they save money, learn or find work',5);
INSERT INTO "terms" VALUES('legal_form','charity','Registered charity',0);
INSERT INTO "terms" VALUES('legal_form','cio','Charitable incorporated organisation (CIO)',1);
INSERT INTO "terms" VALUES('legal_form','cic','Community interest company (CIC)',2);
INSERT INTO "terms" VALUES('legal_form','company','Company limited by guarantee',3);
INSERT INTO "terms" VALUES('legal_form','group','Constituted group without a number',4);
INSERT INTO "terms" VALUES('legal_form','public','Public team, such as a library or a council care home',5);
INSERT INTO "terms" VALUES('legal_form','other','Something else',6);
INSERT INTO "terms" VALUES('income_band','under_5k','Less than £5,000',0);
INSERT INTO "terms" VALUES('income_band','5k_25k','£5,000 to £25,000',1);
INSERT INTO "terms" VALUES('income_band','25k_75k','£25,000 to £75,000',2);
INSERT INTO "terms" VALUES('income_band','75k_150k','£75,000 to £150,000',3);
INSERT INTO "terms" VALUES('income_band','150k_500k','£150,000 to £500,000',4);
INSERT INTO "terms" VALUES('income_band','over_500k','More than £500,000',5);
INSERT INTO "terms" VALUES('language','en','English',0);
INSERT INTO "terms" VALUES('language','bfi','British Sign Language',1);
INSERT INTO "terms" VALUES('language','ur','Urdu',2);
INSERT INTO "terms" VALUES('language','pa','Punjabi',3);
INSERT INTO "terms" VALUES('language','bn','Bengali',4);
INSERT INTO "terms" VALUES('language','ar','Arabic',5);
INSERT INTO "terms" VALUES('language','ku','Kurdish',6);
INSERT INTO "terms" VALUES('language','fa','Farsi',7);
INSERT INTO "terms" VALUES('language','ti','Tigrinya',8);
INSERT INTO "terms" VALUES('language','am','Amharic',9);
INSERT INTO "terms" VALUES('language','so','Somali',10);
INSERT INTO "terms" VALUES('language','pl','Polish',11);
INSERT INTO "terms" VALUES('language','ro','Romanian',12);
INSERT INTO "terms" VALUES('language','rom','Romani',13);
INSERT INTO "terms" VALUES('language','cs','Czech',14);
INSERT INTO "terms" VALUES('language','sk','Slovak',15);
INSERT INTO "terms" VALUES('language','yue','Cantonese',16);
INSERT INTO "terms" VALUES('language','zh','Mandarin',17);
INSERT INTO "terms" VALUES('language','uk','Ukrainian',18);
INSERT INTO "terms" VALUES('language','yi','Yiddish',19);
CREATE TABLE wards (
	code VARCHAR(9) NOT NULL, 
	name TEXT NOT NULL, 
	people INTEGER NOT NULL, 
	deprived_people INTEGER NOT NULL, 
	CONSTRAINT pk_wards PRIMARY KEY (code), 
	CONSTRAINT ck_wards_part_of_people CHECK (deprived_people BETWEEN 0 AND people)
);
INSERT INTO "wards" VALUES('E05011384','Ardsley & Robin Hood',23176,3107);
INSERT INTO "wards" VALUES('E05011385','Armley',24335,16875);
INSERT INTO "wards" VALUES('E05011387','Bramley & Stanningley',25451,11011);
INSERT INTO "wards" VALUES('E05011388','Burmantofts & Richmond Hill',26084,24503);
INSERT INTO "wards" VALUES('E05011389','Calverley & Farsley',23842,0);
INSERT INTO "wards" VALUES('E05011390','Chapel Allerton',24015,10278);
INSERT INTO "wards" VALUES('E05011391','Cross Gates & Whinmoor',25050,6665);
INSERT INTO "wards" VALUES('E05011394','Gipton & Harehills',31899,31899);
INSERT INTO "wards" VALUES('E05011395','Guiseley & Rawdon',23834,0);
INSERT INTO "wards" VALUES('E05011396','Harewood',18451,0);
INSERT INTO "wards" VALUES('E05011397','Headingley & Hyde Park',32559,0);
INSERT INTO "wards" VALUES('E05011399','Hunslet & Riverside',29491,18628);
INSERT INTO "wards" VALUES('E05011400','Killingbeck & Seacroft',27013,18389);
INSERT INTO "wards" VALUES('E05011401','Kippax & Methley',22040,0);
INSERT INTO "wards" VALUES('E05011402','Kirkstall',19958,6676);
INSERT INTO "wards" VALUES('E05011403','Little London & Woodhouse',30856,7296);
INSERT INTO "wards" VALUES('E05011404','Middleton Park',30022,20555);
INSERT INTO "wards" VALUES('E05011405','Moortown',21384,1528);
INSERT INTO "wards" VALUES('E05011406','Morley North',24139,0);
INSERT INTO "wards" VALUES('E05011407','Morley South',22516,0);
INSERT INTO "wards" VALUES('E05011409','Pudsey',26138,1487);
INSERT INTO "wards" VALUES('E05011410','Rothwell',21484,1347);
INSERT INTO "wards" VALUES('E05011411','Roundhay',24863,1561);
INSERT INTO "wards" VALUES('E05011413','Weetwood',22727,3585);
INSERT INTO "wards" VALUES('E05011414','Wetherby',21980,0);
INSERT INTO "wards" VALUES('E05011547','Horsforth',24306,0);
INSERT INTO "wards" VALUES('E05011549','Otley & Yeadon',22981,1613);
INSERT INTO "wards" VALUES('E05012647','Beeston & Holbeck',25619,16489);
INSERT INTO "wards" VALUES('E05012648','Farnley & Wortley',26712,13101);
INSERT INTO "wards" VALUES('E05012841','Adel & Wharfedale',22542,3029);
INSERT INTO "wards" VALUES('E05012842','Alwoodley',24489,5190);
INSERT INTO "wards" VALUES('E05013830','Garforth & Swillington',20519,0);
INSERT INTO "wards" VALUES('E05013831','Temple Newsam',21440,8194);
CREATE INDEX ix_attempts_what ON attempts (what, digest, at);
CREATE INDEX ix_form_keys_at ON form_keys (at);
CREATE INDEX ix_history_subject ON history (subject, subject_id, id);
CREATE INDEX ix_organisations_name_key ON organisations (name_key);
CREATE INDEX ix_organisations_ward_code ON organisations (ward_code);
CREATE INDEX ix_sign_in_requests_email ON sign_in_requests (email, id);
CREATE INDEX ix_sign_in_requests_expires_at ON sign_in_requests (expires_at);
CREATE INDEX ix_neighbourhoods_ward_code ON neighbourhoods (ward_code);
CREATE INDEX ix_rounds_closes_at ON rounds (closes_at);
CREATE INDEX ix_rounds_fund_id ON rounds (fund_id);
CREATE INDEX ix_rounds_opens_at ON rounds (opens_at);
CREATE INDEX ix_sign_ins_person_id ON sign_ins (person_id);
CREATE INDEX ix_team_invitations_organisation_id ON team_invitations (organisation_id);
CREATE INDEX ix_team_members_person_id ON team_members (person_id);
CREATE UNIQUE INDEX uq_team_members_current ON team_members (organisation_id, person_id) WHERE left_at IS NULL;
CREATE INDEX ix_declarations_person_id ON declarations (person_id);
CREATE INDEX ix_postcodes_neighbourhood_code ON postcodes (neighbourhood_code);
CREATE INDEX ix_applications_organisation_id ON applications (organisation_id);
CREATE INDEX ix_applications_queue ON applications (state, submitted_at, id);
CREATE INDEX ix_applications_round ON applications (round_id, state, submitted_at, id);
CREATE UNIQUE INDEX uq_applications_one_each ON applications (round_id, organisation_id) WHERE state <> 'withdrawn';
CREATE INDEX ix_assessments_queue ON assessments (reviewer_id, state, shared_at, id);
CREATE INDEX ix_decisions_queue ON decisions (state, proposed_at, id);
CREATE INDEX ix_decisions_round_id ON decisions (round_id);
CREATE INDEX ix_earlier_answers_section ON earlier_answers (application_id, section, version);
CREATE INDEX ix_standings_rank ON standings (round_id, points, application_id);
CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX ix_letters_to ON letters (to_address, status, id);
CREATE INDEX ix_letters_waiting ON letters (status, next_try_at, id);
CREATE INDEX ix_letters_about ON letters (about, about_id);
CREATE INDEX ix_kept_forms_person_id ON kept_forms (person_id);
CREATE INDEX ix_kept_forms_at ON kept_forms (at);
COMMIT;
