BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('021');
CREATE TABLE application_guests (
	application_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	role VARCHAR(60) NOT NULL, 
	invited_by INTEGER NOT NULL, 
	since DATETIME NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT pk_application_guests PRIMARY KEY (application_id, person_id), 
	CONSTRAINT ck_application_guests_role CHECK (role IN ('read', 'write')), 
	CONSTRAINT fk_application_guests_application_id FOREIGN KEY(application_id) REFERENCES applications (id), 
	CONSTRAINT fk_application_guests_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_application_guests_invited_by FOREIGN KEY(invited_by) REFERENCES people (id)
);
INSERT INTO "application_guests" VALUES(199,18,'write',1,'2026-11-20 12:10:09.894081',NULL);
INSERT INTO "application_guests" VALUES(199,19,'read',1,'2026-11-20 12:20:09.894081',NULL);
CREATE TABLE "applications" (
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
	withdrawn_because TEXT, 
	copied_from INTEGER, 
	asked_equality BOOLEAN NOT NULL, 
	looked_after_by INTEGER, 
	sent_with JSON NOT NULL, 
	known_closes_at DATETIME NOT NULL, 
	CONSTRAINT pk_applications PRIMARY KEY (id), 
	CONSTRAINT fk_applications_started_by FOREIGN KEY(started_by) REFERENCES people (id), 
	CONSTRAINT ck_applications_sent_has_sender CHECK ((submitted_at IS NULL) = (submitted_by IS NULL) AND (submitted_at IS NULL) = (signed_name IS NULL)), 
	CONSTRAINT fk_applications_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT fk_applications_round_id_form_number FOREIGN KEY(round_id, form_number) REFERENCES form_versions (round_id, number), 
	CONSTRAINT uq_applications_ref UNIQUE (ref), 
	CONSTRAINT fk_applications_looked_after_by FOREIGN KEY(looked_after_by) REFERENCES people (id), 
	CONSTRAINT ck_applications_withdrawn_has_reason CHECK (withdrawn_because IS NULL OR state = 'withdrawn'), 
	CONSTRAINT ck_applications_state CHECK (state IN ('draft', 'submitted', 'not_eligible', 'assessing', 'scored', 'funded', 'part_funded', 'reserved', 'declined', 'withdrawn')), 
	CONSTRAINT fk_applications_submitted_by FOREIGN KEY(submitted_by) REFERENCES people (id), 
	CONSTRAINT ck_applications_state_has_sent CHECK (state IN ('draft', 'withdrawn') OR submitted_at IS NOT NULL), 
	CONSTRAINT fk_applications_copied_from FOREIGN KEY(copied_from) REFERENCES applications (id), 
	CONSTRAINT fk_applications_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id)
);
INSERT INTO "applications" VALUES('GC-8752-CK58-MC',1,1,1,1,'2026-04-25 08:17:38.318327','2026-04-26 15:11:52.216228','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Eight O''Clock Without the Queue','Since the phone line at the surgery became a queue of forty, people here have simply stopped going. We cannot watch that any longer. So we''d like to teach the app. One phone for a family of five. It goes out of the door with whoever has the early shift. The practice manager at our surgery is glad of it and will send a nurse to the first session.',168500,66,'2026-04-26 15:11:52.216228',1,'Amina Yusuf','You start with what people want for themselves, and the costs are well worked out. We''re glad to fund it in full.',1,'funded',1,NULL,NULL,0,NULL,'[]','2026-05-22 11:00:00.000000');
INSERT INTO "applications" VALUES('GC-REJH-WVAT-X3',1,1,17,33,'2026-05-06 19:30:20.930674','2026-05-10 06:52:00.723547','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','The Try-It Table','Most phones can read aloud, show captions, take dictation and answer to a switch. Hardly anyone is shown how. We will show them. It takes time to trust a person, a place and a timetable. We''ve had four years. At least 78 people try it. Those whom it suits can borrow the equipment for two months.',299700,78,'2026-05-10 06:52:00.723547',33,'Ellis Fairburn','The plan is good, and the panel was sure of the people. It thought that you could start with fewer devices and come back when you need more.',1,'part_funded',3,NULL,NULL,0,NULL,'[]','2026-05-22 11:00:00.000000');
INSERT INTO "applications" VALUES('GC-ZAQ5-7WRZ-YZ',1,1,43,59,'2026-04-27 02:12:32.557155','2026-04-30 01:15:52.322999','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Charged','We would keep a cupboard of charged, simple phones, and have someone there who helps to get people back into their accounts. We won''t say where they live or how many there are in each ward. Please understand. The worst is being locked out: new phone, old number, code sent to a phone at the bottom of the canal. Dogs are welcome. It matters more than you''d think.',412100,93,'2026-04-30 01:15:52.322999',59,'Bronwen Pugh','You were close. We have kept your place, in the order of the scores, in case money comes back.',1,'reserved',5,NULL,NULL,0,NULL,'[]','2026-05-22 11:00:00.000000');
INSERT INTO "applications" VALUES('GC-DMMN-4ADX-98',1,1,7,23,'2026-05-18 19:53:18.479060','2026-05-21 08:56:38.023866','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','A Box of Photographs','Everyone has a biscuit tin of old photographs. We want to scan them, name the faces, and put together the story of Gipton. At the end there is an exhibition, one in a room and one online, and 56 people who helped to make it. The grant of £2,959 would go mainly on the equipment. It sounds small. It isn''t.',295900,56,'2026-05-21 08:56:38.023866',23,'Desmond Blake','The costs were higher than others ask for the same things, and there were no quotes. We''d be glad to go through them with you before you try again.',1,'declined',6,NULL,NULL,0,NULL,'[]','2026-05-22 11:00:00.000000');
INSERT INTO "applications" VALUES('GC-R8V9-YH6A-6Y',1,1,21,37,'2026-05-15 18:31:16.666364','2026-05-19 17:22:07.690059','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Getting On with the NHS App','Our project helps older people to order a prescription, read a letter and book the GP on a phone. The practice manager at our surgery is glad of it and will send a nurse to the first session. We aim for 36 people who can use it by themselves, and a few relatives who stop doing it for them. Ask anyone in Chapeltown.',231100,36,'2026-05-19 17:22:07.690059',37,'Winston Archibald','Your group''s bank account is in the name of one person. We can only pay into an account in the group''s own name.',1,'not_eligible',13,NULL,NULL,0,NULL,'[]','2026-05-22 11:00:00.000000');
INSERT INTO "applications" VALUES('GC-DJPA-8VQZ-9Q',1,1,38,54,'2026-05-19 01:08:31.561090','2026-05-19 19:43:30.300969','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Not One Size Fits All','We would set up a table where disabled people can try things: magnifiers, talking keyboards, switches, stands and settings that cost nothing. Many of our members could use a computer well enough before they got ill. They need other ways now, not lessons for beginners. At least 41 people try it. Those whom it suits can borrow the equipment for two months.',331400,41,NULL,NULL,NULL,NULL,1,'withdrawn',17,NULL,NULL,0,NULL,'[]','2026-05-22 11:00:00.000000');
INSERT INTO "applications" VALUES('GC-7Y2H-XRHZ-DW',2,1,2,3,'2026-09-16 18:21:16.088344','2026-09-20 23:03:57.848017','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Wave When You Can See Me','We want to help Deaf and hard of hearing people to talk by video with family, doctors and each other. Arthritis and a touch screen don''t go together until somebody has shown you the settings. 60 people would learn it, and a weekly call would keep them together when the weather keeps them in. The grant of £3,397 would go mainly on the equipment.',339700,60,'2026-09-20 23:03:57.848017',3,'Grace Oyelaran',NULL,1,'assessing',49,NULL,NULL,0,NULL,'[{"sort": "accounts", "ref": "gh86OJMUBeQ4hRI6kvHVjw", "given": "2026-08-02", "ends": "2026-11-15"}, {"sort": "insurance", "ref": "ZlWF9I4BFflmdfTes2IuYw", "given": "2026-08-08", "ends": "2027-07-25"}]','2026-10-09 11:00:00.000000');
INSERT INTO "applications" VALUES('GC-WDEB-CXZ8-MM',2,1,27,43,'2026-09-16 05:51:57.555434','2026-09-20 22:18:38.743447','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Tea and Tablets','Half our members own a smartphone and use it only to ring people. A table, two helpers and a plate of biscuits would change that.',171600,63,'2026-09-20 22:18:38.743447',43,'Lee Farrar',NULL,1,'submitted',50,NULL,NULL,0,NULL,'[]','2026-10-09 11:00:00.000000');
INSERT INTO "applications" VALUES('GC-8M6P-6FFK-59',2,1,33,49,'2026-09-24 10:56:09.136588','2026-09-26 05:32:47.967016','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Bring Your Own Phone to Rothwell','Half our members own a smartphone and use it only to ring people. A table, two helpers and a plate of biscuits would change that. Small buttons and stiff fingers make a phone hard work, and a shop assistant of twenty has no time to explain. It is for those who would never sign up for a class, because a class sounds like school. The grant of £1,343 would go mainly on the equipment.',134300,39,'2026-09-26 05:32:47.967016',49,'Raymond Spink',NULL,1,'scored',52,NULL,NULL,0,NULL,'[]','2026-10-09 11:00:00.000000');
INSERT INTO "applications" VALUES('GC-6JGG-JT6Y-7K',3,1,1,1,'2026-11-20 12:05:09.894081','2026-11-22 12:31:47.998035','{"area": "yes", "not_for_profit": "yes", "committee": "yes", "bank": "yes", "spent": "no", "overdue": "no"}','Appointments Made Easy','Since the phone line at the surgery became a queue of forty, people here have simply stopped going. We cannot watch that any longer. So we''d like to teach the app. When you''ve four jobs and none of them has a desk, you do it all on a phone in the lunch break. We aim for 34 people who can use it by themselves, and a few relatives who stop doing it for them.',NULL,34,NULL,NULL,NULL,NULL,1,'draft',199,NULL,NULL,0,NULL,'[]','2026-12-18 12:00:00.000000');
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
INSERT INTO "assessments" VALUES('yltVF2Y4dY4cHoH4m4vNQA',1,6,0,'2026-05-30 09:11:00.000000','2026-06-07 09:43:00.000000',335,'finished',1);
INSERT INTO "assessments" VALUES('HNBTJ0z80G5ISKTkofhZOA',1,8,0,'2026-05-30 09:11:00.000000','2026-06-14 08:25:00.000000',285,'finished',2);
INSERT INTO "assessments" VALUES('27kmIs5jbiYi8PYufMLPSA',1,7,1,'2026-05-30 09:11:00.000000','2026-06-02 10:58:00.000000',295,'finished',3);
INSERT INTO "assessments" VALUES('cELnrOLMF7hVDBlbrIEB6A',3,8,0,'2026-05-30 11:16:00.000000','2026-06-08 11:45:00.000000',415,'finished',6);
INSERT INTO "assessments" VALUES('8QRsUvd2pH6YEtbAgZZ8xg',3,6,0,'2026-05-30 11:16:00.000000','2026-06-01 11:11:00.000000',360,'finished',7);
INSERT INTO "assessments" VALUES('kKAjlJGBX-bWV6-2OawocA',5,8,0,'2026-05-30 13:56:00.000000','2026-06-01 13:13:00.000000',235,'finished',10);
INSERT INTO "assessments" VALUES('dbOPy1gfg7KrdUQcJjmO3w',5,7,0,'2026-05-30 13:56:00.000000','2026-06-12 11:43:00.000000',275,'finished',11);
INSERT INTO "assessments" VALUES('0yS9qrdH1p7HyglZ0vShEA',6,8,0,'2026-05-30 14:16:00.000000','2026-06-11 13:11:00.000000',205,'finished',12);
INSERT INTO "assessments" VALUES('RZ4r26lGG7_pou5BME6Bqg',6,6,0,'2026-05-30 14:16:00.000000','2026-06-07 13:59:00.000000',270,'finished',13);
INSERT INTO "assessments" VALUES('GgQXyuH6wvq3-h5TDbClQA',6,7,1,'2026-05-30 14:16:00.000000','2026-06-01 10:42:00.000000',210,'finished',14);
INSERT INTO "assessments" VALUES('oJk_aZepvdPOiz_a4xH5tg',49,8,0,'2026-10-17 14:53:00.000000',NULL,NULL,'shared',107);
INSERT INTO "assessments" VALUES('0IWWCoLTPJhIycxOJInipQ',49,7,0,'2026-10-17 14:53:00.000000',NULL,NULL,'shared',108);
INSERT INTO "assessments" VALUES('xrHIT-vtueMPljHgHq7G7g',52,8,0,'2026-10-17 15:02:00.000000','2026-10-25 10:19:00.000000',330,'finished',109);
INSERT INTO "assessments" VALUES('vHwooJQIznH2VGoKTyvGgg',52,7,0,'2026-10-17 15:02:00.000000','2026-10-23 15:11:00.000000',280,'finished',110);
INSERT INTO "assessments" VALUES('EVNJH0JMVW-ADFmFo-Vpug',52,6,1,'2026-10-17 15:02:00.000000','2026-10-27 11:32:00.000000',305,'finished',111);
INSERT INTO "assessments" VALUES('ruths-own-circle',49,6,0,'2026-11-27 08:29:44.012392',NULL,NULL,'stood_down',394);
CREATE TABLE attempts (
	id INTEGER NOT NULL, 
	what VARCHAR(60) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_attempts PRIMARY KEY (id)
);
CREATE TABLE authenticators (
	person_id INTEGER NOT NULL, 
	secret TEXT NOT NULL, 
	set_up_at DATETIME NOT NULL, 
	last_step INTEGER NOT NULL, 
	CONSTRAINT pk_authenticators PRIMARY KEY (person_id), 
	CONSTRAINT ck_authenticators_last_step CHECK (last_step >= 0), 
	CONSTRAINT fk_authenticators_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "authenticators" VALUES(6,'gAAAAABrCT95nK-vTFSFdWhxClwv6bFJlIBAi1FKFqD2FT9ymZ_-YVsAux8Q6TfvAE0v5n16tm_NAm9lw5OLfGEvNMNeq3o67EPYPa-CgT_opvc6KgJicO2iIaKUkSLpnOjb5rYxA27C','2026-01-31 08:29:40.068971',58994939);
INSERT INTO "authenticators" VALUES(7,'gAAAAABrCT95h5wTTM5LSyJvf6kTgoypgdOz8VVHHsmPPZESf6es7eIq4AGCqj9ZjuDVUPnJOWh8yvSzw8op-XhtJax6YRUu2-nEkVgFl5GmXcqj9M3Jm9vDdwTZTiZjIdR3BeM83MfQ','2026-01-31 08:29:40.069676',58994939);
INSERT INTO "authenticators" VALUES(8,'gAAAAABrCT95mDC93ghULWD7DPgfEnQxQWqGtbhbZUIt13e4c5mMIeIs9-36fVGRs0lZiRHDhAwrrgsOh-xNsKTlEA8olxDHXQ_LC-ZzraG-c07Emnj9C6jZr-C3qLMhhK5jYeM2IVX1','2026-01-31 08:29:40.071111',58994939);
INSERT INTO "authenticators" VALUES(9,'gAAAAABrCT95wl_yzbbCwoeWTjKwq_9L6zJ6xST7uPAA_J6HqgSP9XhCJYGUV2I5bScZ25GSm_eihSyBdJ9q8WevaG-ZAjIj1gbPk2J0Gifb4Aq_nFCU1b439H6YeiUA61prtBKCyKQy','2026-01-31 08:29:40.072044',58994939);
INSERT INTO "authenticators" VALUES(10,'gAAAAABrCT95GspiR78Unn-GovBIqDs9yWxZkjneYtt7MDquQAOBRyT3B3fr_cdas9uISpWBGwujcSTHfNmJii5E2tLUrgCM-Y9H9rnH_WBxGuDA4BbivwH5tYw18CsUnWcWAiMZ9cKc','2026-01-31 08:29:40.072522',58994939);
INSERT INTO "authenticators" VALUES(11,'gAAAAABrCT950eu2v5M6hwFmES7fi0XG0rHrYsEdbm9jHQTkD7WJKrdPLXgSKJowuL2d_r_FkyLn6oERm9-kUro9ei5JUFNJVyLkuKqW53rtwmaLs0bUkc9AOOrbZXFdMoXfSi7GEFUt','2026-01-31 08:29:40.230118',58994939);
INSERT INTO "authenticators" VALUES(12,'gAAAAABrCT95sq9YH8ZPxgmsXBAc9zKlI8UYqwta28mj6OO8oTEoWq6fE2_fTIwiQzkyCBS_5hOoSkbKD4PGO0PfrpXEx5gRJBT-7nMYwEmRf9gCpo1I_Y1uzQh_QlwuvwdD-6MO0O6v','2026-01-31 08:29:40.230635',58994939);
INSERT INTO "authenticators" VALUES(13,'gAAAAABrCT95SYLPiNEv2l1q4wx0T_YZzMPaO0dh4bTnsWzil3WM12xaPdGaMO02olaVuip_IKkMsWb8yvSR6D3EC8M9oGHSDQsth-CMkiUPumYvqu1o1klUyz6JB4WAiS7w5VfLzkED','2026-01-31 08:29:40.231050',58994939);
INSERT INTO "authenticators" VALUES(14,'gAAAAABrCT95FRuQdMnzZkXvFSxpjiq8dOwrRUYbNQPaUJpiiSQUege_wES_y8HBCYywK_ebPHB67HNNltEa73rSi6xYEeqaL54XW6KvFbMWqdayhlEfHL9YbcxMLsjqOm4n9G0lSioK','2026-01-31 08:29:40.231391',58994939);
INSERT INTO "authenticators" VALUES(15,'gAAAAABrCT95MUSZogNJjCouRDyEei7VdzX3iOcNIuVxWtQFN1abNumABdy1tcW7HLrO_eHKwj7UTCu3lnoSUY1fETlLNXY2Fr7ns2GAHjYjwRt-nf5siaodi0PcjvlmhqeWU50i4ZJY','2026-01-31 08:29:40.231698',58994939);
INSERT INTO "authenticators" VALUES(16,'gAAAAABrCT95svSFieP9MIhuPJrMjGqikh82pXFVGl4aGMbq49R634hG-5Bm43aP0iJeecRdVnsAC08uQAE7DX9idsck_DmwJWJrOipAyRMAQG6VS4uvpVW2XXlG2ZNfRe5je2JpuLkd','2026-01-31 08:29:40.232022',58994939);
INSERT INTO "authenticators" VALUES(17,'gAAAAABrCT95BBhlyfIV0O-3XsAG-mVmwvJQpaH3QSViLLHsW5Fj_fwYg8cZjEU0FvmQJ_-SLPXYjpQGkC-OByHAlxW30tuejHa2x_3tq5Y27PkRQqmrpZRe0YYOs29oc1keinHMvQ9V','2026-01-31 08:29:40.232425',58994939);
CREATE TABLE closing_reminders (
	id INTEGER NOT NULL, 
	application_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	days INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_closing_reminders PRIMARY KEY (id), 
	CONSTRAINT uq_closing_reminders_application_id_person_id_days UNIQUE (application_id, person_id, days), 
	CONSTRAINT ck_closing_reminders_days CHECK (days IN (7, 1)), 
	CONSTRAINT fk_closing_reminders_application_id FOREIGN KEY(application_id) REFERENCES applications (id), 
	CONSTRAINT fk_closing_reminders_person_id FOREIGN KEY(person_id) REFERENCES people (id)
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
	colours JSON NOT NULL, 
	CONSTRAINT pk_council PRIMARY KEY (id), 
	CONSTRAINT ck_council_one_row CHECK (id = 1)
);
INSERT INTO "council" VALUES(1,'Leeds demonstration council','Connected Leeds','the Connected Leeds team','Leeds','digital@example.org','0113 496 0100','Monday to Friday, 9am to 5pm, and until 7pm on Thursdays','Connected Leeds helps people get online who want to be and cannot be yet. We work through the groups that people already know and trust.','An invented programme, for demonstration. It is not a service of Leeds City Council.','{}');
CREATE TABLE council_roles (
	person_id INTEGER NOT NULL, 
	role VARCHAR(60) NOT NULL, 
	given_at DATETIME NOT NULL, 
	CONSTRAINT pk_council_roles PRIMARY KEY (person_id, role), 
	CONSTRAINT fk_council_roles_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "council_roles" VALUES(6,'reviewer','2026-01-31 08:29:40.068971');
INSERT INTO "council_roles" VALUES(7,'reviewer','2026-01-31 08:29:40.069676');
INSERT INTO "council_roles" VALUES(8,'reviewer','2026-01-31 08:29:40.071111');
INSERT INTO "council_roles" VALUES(9,'approver','2026-01-31 08:29:40.072044');
INSERT INTO "council_roles" VALUES(10,'approver','2026-01-31 08:29:40.072522');
INSERT INTO "council_roles" VALUES(11,'finance','2026-01-31 08:29:40.230118');
INSERT INTO "council_roles" VALUES(12,'finance','2026-01-31 08:29:40.230635');
INSERT INTO "council_roles" VALUES(13,'champions_officer','2026-01-31 08:29:40.231050');
INSERT INTO "council_roles" VALUES(14,'coordinator','2026-01-31 08:29:40.231391');
INSERT INTO "council_roles" VALUES(15,'coordinator','2026-01-31 08:29:40.231698');
INSERT INTO "council_roles" VALUES(16,'programme_lead','2026-01-31 08:29:40.232022');
INSERT INTO "council_roles" VALUES(17,'administrator','2026-01-31 08:29:40.232425');
INSERT INTO "council_roles" VALUES(182,'reviewer','2026-11-27 08:29:44.174317');
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
INSERT INTO "decisions" VALUES('D-YWSK-Z4P7-HA',3,1,'part_fund',209700,'The plan is good, and the panel was sure of the people. It thought that you could start with fewer devices and come back when you need more.','Dear Different Wiring,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are glad to say yes to a part of it. We will give £2,097 of £2,997 towards “The Try-It Table”.

What the people who read it liked:

- Costs: I went through it line by line and would change nothing.
- Need and furthest first: Honest about who is still missing, which makes me trust the rest.
- Change for people: A change that people named themselves. The count is sound too.

Thank you for all that you do.',NULL,9,'2026-07-03 12:03:00.000000',10,'2026-07-03 14:45:00.000000',10,'2026-07-10 12:08:00.000000',1,'released',13);
INSERT INTO "decisions" VALUES('D-4XVM-G2ZV-D6',1,1,'fund',168500,'You start with what people want for themselves, and the costs are well worked out. We''re glad to fund it in full.','Dear Hyde Park Tea and Tech,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are glad to say yes. We will fund “Eight O''Clock Without the Queue” with £1,685, all that you asked for.

What the people who read it liked:

- Plan and people: A plan so clear that another group could pick it up and run it.
- Costs: Good value per person, without being mean to volunteers.
- Safe and lasting: Scams come first, not last. I trust them with people. I read it twice.

Thank you for all that you do.',NULL,9,'2026-07-03 10:54:00.000000',10,'2026-07-03 14:47:00.000000',10,'2026-07-10 12:08:00.000000',1,'released',31);
INSERT INTO "decisions" VALUES('D-J5JN-762F-2Y',5,1,'reserve',0,'You were close. We have kept your place, in the order of the scores, in case money comes back.','Dear Safe Harbour Rooms,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

“Charged” is on our reserve list. We cannot fund it now, but we may if money becomes free.

What the people who read it liked:

- Need and furthest first: Solid. The example helped me to picture it. How they find new people is left open.
- Plan and people: They''ve done something like it before. Timing is a little hopeful.
- Costs: Adds up. One or two quotes missing for the larger things.

What would make it stronger:

- Change for people: The change is likely enough but vague. How would they know?

Thank you for all that you do.',NULL,9,'2026-07-03 08:08:00.000000',10,'2026-07-03 09:05:00.000000',10,'2026-07-10 12:08:00.000000',1,'released',36);
INSERT INTO "decisions" VALUES('D-QBS8-VVS9-4X',6,1,'decline',0,'The costs were higher than others ask for the same things, and there were no quotes. We''d be glad to go through them with you before you try again.','Dear Gipton Growers'' Plot,

Thank you for applying to Getting Connected small grants, spring 2026. We enjoyed reading about your work.

We are sorry that we cannot fund “A Box of Photographs” this time.

What the people who read it liked:

- Safe and lasting: Safe, and a clear way of going on with fewer hours. My first thought and my second agree.
- Need and furthest first: Solid. The example helped me to picture it. How they find new people is left open.
- Plan and people: I can see the first three months. After that it gets hazy. I may be a bit kind here.

What would make it stronger:

- Change for people: The change is likely enough but vague. How would they know?

Thank you for all that you do.',NULL,9,'2026-07-03 12:40:00.000000',10,'2026-07-03 13:56:00.000000',10,'2026-07-10 12:08:00.000000',1,'released',38);
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
CREATE TABLE documents (
	id INTEGER NOT NULL, 
	ref VARCHAR(40) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	sort VARCHAR(60) NOT NULL, 
	file_id INTEGER NOT NULL, 
	expires_on DATE, 
	given_by INTEGER NOT NULL, 
	given_at DATETIME NOT NULL, 
	reminded_days INTEGER, 
	ended_at DATETIME, 
	CONSTRAINT pk_documents PRIMARY KEY (id), 
	CONSTRAINT ck_documents_sort CHECK (sort IN ('governing', 'accounts', 'safeguarding', 'insurance')), 
	CONSTRAINT ck_documents_insurance_ends CHECK (sort <> 'insurance' OR expires_on IS NOT NULL), 
	CONSTRAINT ck_documents_reminded_of_a_day CHECK (reminded_days IS NULL OR expires_on IS NOT NULL), 
	CONSTRAINT uq_documents_ref UNIQUE (ref), 
	CONSTRAINT fk_documents_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_documents_file_id FOREIGN KEY(file_id) REFERENCES files (id), 
	CONSTRAINT fk_documents_given_by FOREIGN KEY(given_by) REFERENCES people (id)
);
INSERT INTO "documents" VALUES(1,'v6LC8d0kAgaVtG33ZXyaFQ',1,'governing',1,NULL,1,'2026-07-30 08:29:43.769180',NULL,NULL);
INSERT INTO "documents" VALUES(2,'4OWwTA8aIi9NHgNw4S4MFg',1,'safeguarding',2,'2027-06-15',1,'2026-08-02 08:29:43.781367',NULL,NULL);
INSERT INTO "documents" VALUES(3,'sXH04zC8uJT340xxSiQxtg',1,'insurance',3,'2026-12-17',1,'2026-08-05 08:29:43.785704',30,NULL);
INSERT INTO "documents" VALUES(4,'nHlE7CzgD5Ey3IDUxXorjw',2,'governing',4,NULL,3,'2026-07-30 08:29:43.795061',NULL,NULL);
INSERT INTO "documents" VALUES(5,'1DRjwcr9icxwnchmN10x7g',2,'accounts',5,'2026-11-15',3,'2026-08-02 08:29:43.800562',NULL,NULL);
INSERT INTO "documents" VALUES(6,'166TbjjnI-rcEYq_7PQ08Q',2,'safeguarding',6,'2027-04-26',3,'2026-08-05 08:29:43.815352',NULL,NULL);
INSERT INTO "documents" VALUES(7,'Y8xegJeEV3vWPaFmN0972w',2,'insurance',7,'2027-07-25',3,'2026-08-08 08:29:43.820570',NULL,NULL);
INSERT INTO "documents" VALUES(8,'dNBrr5jczz9fUoM_oibr5g',3,'accounts',8,'2027-02-25',5,'2026-07-30 08:29:43.824383',NULL,NULL);
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
CREATE TABLE earlier_settings (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	setting VARCHAR(60) NOT NULL, 
	said JSON NOT NULL, 
	CONSTRAINT pk_earlier_settings PRIMARY KEY (id)
);
INSERT INTO "earlier_settings" VALUES(1,'2026-11-27 08:29:39.997419','load_words','{"file": "# The council''s own settings, as the portal has them. Load them again with: programme load FILE\n\n[council]\nname = \"Your council\"\nprogramme = \"Digital inclusion programme\"\nteam = \"the programme team\"\n"}');
INSERT INTO "earlier_settings" VALUES(2,'2026-11-27 08:29:43.892704','contact','{"phone_hours": "Monday to Friday, 9am to 5pm"}');
CREATE TABLE equality_counts (
	round_id INTEGER NOT NULL, 
	question VARCHAR(60) NOT NULL, 
	answer VARCHAR(60) NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_equality_counts PRIMARY KEY (round_id, question, answer), 
	CONSTRAINT ck_equality_counts_number CHECK (number >= 0), 
	CONSTRAINT fk_equality_counts_round_id FOREIGN KEY(round_id) REFERENCES rounds (id)
);
INSERT INTO "equality_counts" VALUES(1,'women','yes',20);
INSERT INTO "equality_counts" VALUES(1,'women','no',8);
INSERT INTO "equality_counts" VALUES(1,'women','not_said',4);
INSERT INTO "equality_counts" VALUES(1,'ethnic_group','yes',9);
INSERT INTO "equality_counts" VALUES(1,'ethnic_group','no',19);
INSERT INTO "equality_counts" VALUES(1,'ethnic_group','not_said',4);
INSERT INTO "equality_counts" VALUES(1,'disabled','yes',4);
INSERT INTO "equality_counts" VALUES(1,'disabled','no',25);
INSERT INTO "equality_counts" VALUES(1,'disabled','not_said',3);
INSERT INTO "equality_counts" VALUES(1,'lgbt','yes',4);
INSERT INTO "equality_counts" VALUES(1,'lgbt','no',23);
INSERT INTO "equality_counts" VALUES(1,'lgbt','not_said',5);
INSERT INTO "equality_counts" VALUES(1,'age','under_25',9);
INSERT INTO "equality_counts" VALUES(1,'age','25_to_64',6);
INSERT INTO "equality_counts" VALUES(1,'age','65_or_over',15);
INSERT INTO "equality_counts" VALUES(1,'age','not_said',2);
INSERT INTO "equality_counts" VALUES(1,'serves','everybody',3);
INSERT INTO "equality_counts" VALUES(1,'serves','young',4);
INSERT INTO "equality_counts" VALUES(1,'serves','disabled',5);
INSERT INTO "equality_counts" VALUES(1,'serves','ethnic_group',10);
INSERT INTO "equality_counts" VALUES(1,'serves','women',3);
INSERT INTO "equality_counts" VALUES(1,'serves','lgbt',3);
INSERT INTO "equality_counts" VALUES(1,'serves','faith',2);
INSERT INTO "equality_counts" VALUES(1,'serves','not_said',2);
INSERT INTO "equality_counts" VALUES(2,'women','yes',50);
INSERT INTO "equality_counts" VALUES(2,'women','no',29);
INSERT INTO "equality_counts" VALUES(2,'women','not_said',25);
INSERT INTO "equality_counts" VALUES(2,'ethnic_group','yes',23);
INSERT INTO "equality_counts" VALUES(2,'ethnic_group','no',70);
INSERT INTO "equality_counts" VALUES(2,'ethnic_group','not_said',11);
INSERT INTO "equality_counts" VALUES(2,'disabled','yes',27);
INSERT INTO "equality_counts" VALUES(2,'disabled','no',64);
INSERT INTO "equality_counts" VALUES(2,'disabled','not_said',13);
INSERT INTO "equality_counts" VALUES(2,'lgbt','yes',22);
INSERT INTO "equality_counts" VALUES(2,'lgbt','no',72);
INSERT INTO "equality_counts" VALUES(2,'lgbt','not_said',10);
INSERT INTO "equality_counts" VALUES(2,'age','under_25',18);
INSERT INTO "equality_counts" VALUES(2,'age','25_to_64',18);
INSERT INTO "equality_counts" VALUES(2,'age','65_or_over',56);
INSERT INTO "equality_counts" VALUES(2,'age','not_said',12);
INSERT INTO "equality_counts" VALUES(2,'serves','everybody',8);
INSERT INTO "equality_counts" VALUES(2,'serves','older',9);
INSERT INTO "equality_counts" VALUES(2,'serves','young',13);
INSERT INTO "equality_counts" VALUES(2,'serves','disabled',13);
INSERT INTO "equality_counts" VALUES(2,'serves','ethnic_group',35);
INSERT INTO "equality_counts" VALUES(2,'serves','women',9);
INSERT INTO "equality_counts" VALUES(2,'serves','lgbt',8);
INSERT INTO "equality_counts" VALUES(2,'serves','faith',7);
INSERT INTO "equality_counts" VALUES(2,'serves','not_said',2);
CREATE TABLE file_uses (
	id INTEGER NOT NULL, 
	file_id INTEGER NOT NULL, 
	subject VARCHAR(60) NOT NULL, 
	subject_id INTEGER NOT NULL, 
	place VARCHAR(60) NOT NULL, 
	since DATETIME NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT pk_file_uses PRIMARY KEY (id), 
	CONSTRAINT fk_file_uses_file_id FOREIGN KEY(file_id) REFERENCES files (id)
);
INSERT INTO "file_uses" VALUES(1,1,'document',1,'file','2026-11-27 08:29:43.781279',NULL);
INSERT INTO "file_uses" VALUES(2,2,'document',2,'file','2026-11-27 08:29:43.785639',NULL);
INSERT INTO "file_uses" VALUES(3,3,'document',3,'file','2026-11-27 08:29:43.794982',NULL);
INSERT INTO "file_uses" VALUES(4,4,'document',4,'file','2026-11-27 08:29:43.800489',NULL);
INSERT INTO "file_uses" VALUES(5,5,'document',5,'file','2026-11-27 08:29:43.815278',NULL);
INSERT INTO "file_uses" VALUES(6,6,'document',6,'file','2026-11-27 08:29:43.820496',NULL);
INSERT INTO "file_uses" VALUES(7,7,'document',7,'file','2026-11-27 08:29:43.824322',NULL);
INSERT INTO "file_uses" VALUES(8,8,'document',8,'file','2026-11-27 08:29:43.831871',NULL);
INSERT INTO "file_uses" VALUES(9,1,'application',199,'rules','2026-11-27 08:29:43.847408',NULL);
INSERT INTO "file_uses" VALUES(10,4,'application',49,'rules','2026-11-27 08:29:43.849979',NULL);
INSERT INTO "file_uses" VALUES(11,5,'application',49,'document-accounts','2026-11-27 08:29:43.867571',NULL);
INSERT INTO "file_uses" VALUES(12,7,'application',49,'document-insurance','2026-11-27 08:29:43.869309',NULL);
CREATE TABLE files (
	id INTEGER NOT NULL, 
	ref VARCHAR(40) NOT NULL, 
	"key" VARCHAR(40) NOT NULL, 
	name TEXT NOT NULL, 
	format VARCHAR(10) NOT NULL, 
	size INTEGER NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	sent_by INTEGER, 
	sent_at DATETIME NOT NULL, 
	due_at DATETIME NOT NULL, 
	tries INTEGER NOT NULL, 
	scanned_at DATETIME, 
	ready_at DATETIME, 
	removed_at DATETIME, 
	state VARCHAR(40) NOT NULL, 
	CONSTRAINT pk_files PRIMARY KEY (id), 
	CONSTRAINT ck_files_state CHECK (state IN ('waiting', 'ready', 'infected', 'unusable', 'removed')), 
	CONSTRAINT ck_files_format CHECK (format IN ('pdf', 'docx', 'odt', 'xlsx', 'ods', 'jpeg', 'png', 'heic')), 
	CONSTRAINT ck_files_size CHECK (size > 0), 
	CONSTRAINT ck_files_waiting_is_not_ready CHECK (state <> 'waiting' OR ready_at IS NULL), 
	CONSTRAINT ck_files_removed_has_date CHECK ((state = 'removed') = (removed_at IS NOT NULL)), 
	CONSTRAINT uq_files_ref UNIQUE (ref), 
	CONSTRAINT uq_files_key UNIQUE ("key")
);
INSERT INTO "files" VALUES(1,'aChToGcPC--yzwtjJ8Wepw','gI7K_tkk9omQyVHehcxQ6A','Our constitution.pdf','pdf',1157,'ac2bf24b4f424d99af5a8412172077f567d34513f967ff743a933b543d652db0',1,'2026-07-30 08:29:43.769180','2026-07-30 08:29:43.769180',0,NULL,'2026-07-30 08:30:43.769180',NULL,'ready');
INSERT INTO "files" VALUES(2,'yvnhqYOLrDg8gfJJCz9e7Q','dka83a0_582z38isTnuQOA','Safeguarding policy.pdf','pdf',1072,'1fd96009748396e08539a6711c84cda7e286f99a17d98f30639004a64e60cc84',1,'2026-08-02 08:29:43.781367','2026-08-02 08:29:43.781367',0,NULL,'2026-08-02 08:30:43.781367',NULL,'ready');
INSERT INTO "files" VALUES(3,'w2BKtFLFMpJpskyiMHsqrA','k7vA0c0K9Xm5XaqkHjRwWg','Insurance certificate.pdf','pdf',909,'adbda5f86752138cc9b3b56ad66beecff27c397e84cd890dedb9d0c0ca9b2f1c',1,'2026-08-05 08:29:43.785704','2026-08-05 08:29:43.785704',0,NULL,'2026-08-05 08:30:43.785704',NULL,'ready');
INSERT INTO "files" VALUES(4,'WspR9DcAXOqTGEbZuVCKMA','ZdHpkWU8z-HTPXpLFVkHTw','Our constitution.pdf','pdf',1159,'0ddd6e3d53a22adf4db16cb9024cb455f38fd473eec0470da95c01058270a1dc',3,'2026-07-30 08:29:43.795061','2026-07-30 08:29:43.795061',0,NULL,'2026-07-30 08:30:43.795061',NULL,'ready');
INSERT INTO "files" VALUES(5,'gh86OJMUBeQ4hRI6kvHVjw','pc0M1rJv0pFuRnVXPaEu8w','Accounts last year.pdf','pdf',956,'17273aaf386209835a0dd365376a2e94d39027367703a30817e0d7975e1eed50',3,'2026-08-02 08:29:43.800562','2026-08-02 08:29:43.800562',0,NULL,'2026-08-02 08:30:43.800562',NULL,'ready');
INSERT INTO "files" VALUES(6,'5rOd-3z-NrDhdGMyKoEZ-g','2cooQWWIZQwFVVVByWW8iQ','Safeguarding policy.pdf','pdf',1074,'dc3211222dc8278b60d960b6bbbf20bd15d33921733d1eea3c2ac2936d6c8254',3,'2026-08-05 08:29:43.815352','2026-08-05 08:29:43.815352',0,NULL,'2026-08-05 08:30:43.815352',NULL,'ready');
INSERT INTO "files" VALUES(7,'ZlWF9I4BFflmdfTes2IuYw','8jru5lfmkfGXy9v7A4A7ig','Insurance certificate.pdf','pdf',911,'54f3c12b5cb5f63c6a525a5d6b57563e3843fcd98ef834c75ccf76edb58c99ac',3,'2026-08-08 08:29:43.820570','2026-08-08 08:29:43.820570',0,NULL,'2026-08-08 08:30:43.820570',NULL,'ready');
INSERT INTO "files" VALUES(8,'1cAcsqM7v7iJFP025AQ3dg','kZPknFol8F_WN0n8YBmwZQ','Accounts last year.pdf','pdf',960,'80e64adde905f207da94b21d795e5da058dab20a80f24e9571d91a853fccd8ae',5,'2026-07-30 08:29:43.824383','2026-07-30 08:29:43.824383',0,NULL,'2026-07-30 08:30:43.824383',NULL,'ready');
CREATE TABLE form_keys (
	digest VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	location TEXT, 
	CONSTRAINT pk_form_keys PRIMARY KEY (digest)
);
INSERT INTO "form_keys" VALUES('ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','2026-11-27 08:29:44.646907','/');
CREATE TABLE form_versions (
	round_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	form JSON NOT NULL, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT pk_form_versions PRIMARY KEY (round_id, number), 
	CONSTRAINT fk_form_versions_round_id FOREIGN KEY(round_id) REFERENCES rounds (id)
);
INSERT INTO "form_versions" VALUES(1,1,'{"eligibility": [{"code": "area", "question": "Will the people you help live in Leeds?", "right_answer": "yes", "why_not": "This fund is only for people who live in Leeds. Your own council or your local community foundation may have a fund like it. Write to us if you are not sure where Leeds ends: we are glad to look.", "hint": "It is fine if a few of them live just over the border"}, {"code": "not_for_profit", "question": "Are you a charity, a community interest company or a group run for the good of others?", "right_answer": "yes", "why_not": "This fund is only for groups that are not run for profit and are not part of a council or the NHS. If you are one person with a good idea, a group near you may like to apply with you. If you work for a public team, talk to us: we can often help in other ways.", "hint": "A small group with a written set of rules counts. You do not need a charity number"}, {"code": "committee", "question": "Do at least three people run your group who are not related and do not live together?", "right_answer": "yes", "why_not": "We need three people who are not related, so that no one household decides about public money. You could ask one or two others to join you, then apply. Or another group could apply and work with you.", "hint": "They may be called trustees, directors or a committee. Related means by blood, marriage or as partners"}, {"code": "bank", "question": "Does your group have a bank account in its own name, with two unrelated people who agree each payment?", "right_answer": "yes", "why_not": "We can only pay into an account in the group''s name that needs two people. Many banks open one for free, but it can take some weeks. If a charity you trust would hold the money for you, that charity can apply on your behalf.", "hint": "We do not ask for the account''s details now. We ask only if you are awarded a grant"}, {"code": "spent", "question": "Have you already spent the money you would ask for, or promised to?", "right_answer": "no", "why_not": "We cannot pay for what has been bought or ordered already. You can still apply for what comes next. Leave out of your costs whatever has been paid for."}, {"code": "overdue", "question": "Do you owe us a report on an earlier grant?", "right_answer": "no", "why_not": "Please send us the report first: it often takes ten minutes. As soon as it is in you can apply. Ring us if something made it hard: we would rather talk than chase.", "hint": "If you never had one from us, the answer is no"}], "sections": [{"code": "organisation", "title": "Your organisation", "questions": [{"code": "org_type", "kind": "choice", "label": "What kind of organisation are you?", "required": true, "choices": [{"code": "charity", "label": "Registered charity"}, {"code": "cio", "label": "Charitable incorporated organisation (CIO)"}, {"code": "cic", "label": "Community interest company (CIC)"}, {"code": "company", "label": "Company limited by guarantee"}, {"code": "group", "label": "Constituted group without a number"}, {"code": "other", "label": "Something else"}]}, {"code": "org_income", "kind": "choice", "label": "How much money came in last year?", "hint": "If you are new, choose what you expect in your first year", "required": true, "choices": [{"code": "under_5k", "label": "Less than \u00a35,000"}, {"code": "5k_25k", "label": "\u00a35,000 to \u00a325,000"}, {"code": "25k_75k", "label": "\u00a325,000 to \u00a375,000"}, {"code": "75k_150k", "label": "\u00a375,000 to \u00a3150,000"}, {"code": "150k_500k", "label": "\u00a3150,000 to \u00a3500,000"}, {"code": "over_500k", "label": "More than \u00a3500,000"}]}, {"code": "org_started", "kind": "number", "label": "In which year did you start?", "hint": "For example, 2014. Your best guess is fine", "required": true, "least": 1800, "most": 2030}]}, {"code": "contacts", "title": "Who we can talk to", "questions": [{"code": "contact_name", "kind": "text", "label": "Who should we ask for about this application?", "required": true}, {"code": "contact_phone", "kind": "text", "label": "What is their phone number?", "hint": "We ring only if an e-mail gets no answer", "required": false, "format": "phone"}, {"code": "second_name", "kind": "text", "label": "Who else can speak for your organisation?", "hint": "Not related to the first person, and not living with them", "required": true}, {"code": "second_email", "kind": "text", "label": "What is the second person''s e-mail address?", "hint": "Not the first person''s address", "required": true, "format": "email"}]}, {"code": "project", "title": "What you will do", "questions": [{"code": "title", "kind": "text", "label": "What do you call your project?", "hint": "A few words that say what it is. We publish the title if you get a grant", "required": true, "most": 140, "is_title": true}, {"code": "summary", "kind": "long_text", "label": "Tell us in short what you want to do", "hint": "Write it as you would tell a neighbour", "words": 150, "required": true, "is_summary": true}, {"code": "plan", "kind": "long_text", "label": "How will you do it?", "hint": "What happens, where and how often. Who your helpers are, and what they are good at", "words": 250, "required": true}, {"code": "starts", "kind": "date", "label": "When do you want to start?", "hint": "Choose a day after the one on which we tell you", "required": true}, {"code": "ends", "kind": "date", "label": "When will you have finished?", "hint": "Within twelve months of your start", "required": true, "not_before": "starts"}]}, {"code": "people", "title": "Who will benefit", "questions": [{"code": "communities", "kind": "communities", "label": "Which communities will you work with?", "hint": "Choose all that fit", "required": true}, {"code": "people_helped", "kind": "number", "label": "How many different people will you help?", "hint": "Count each person once, however often they come", "required": true, "least": 1, "most": 100000, "is_people": true}, {"code": "wards", "kind": "wards", "label": "Where do they live?", "hint": "A guess for each ward is fine. If they come from all over the city, fill in the ones you know", "required": false}, {"code": "groups", "kind": "groups", "label": "Who are they?", "required": false}, {"code": "furthest", "kind": "long_text", "label": "Why are these the people to start with?", "hint": "What do you know about their lives that we might not?", "words": 150, "required": true}]}, {"code": "barriers", "title": "What stands in their way", "questions": [{"code": "barriers", "kind": "barriers", "label": "Which of these will you do something about?", "hint": "Choose the ones that matter most", "required": true}, {"code": "barriers_how", "kind": "long_text", "label": "What will you do about them?", "words": 100, "required": true}]}, {"code": "costs", "title": "What it will cost", "questions": [{"code": "budget", "kind": "budget", "label": "What do you need the money for?", "hint": "One line for each thing. We add them up. A quote helps for anything over \u00a3100, if you have one", "required": true, "least": 50000, "most": 500000, "choices": [{"code": "equipment", "label": "Devices and equipment"}, {"code": "data", "label": "Data, SIM cards and wifi"}, {"code": "people", "label": "Workers, trainers and interpreters"}, {"code": "volunteers", "label": "Volunteers: expenses and training"}, {"code": "place", "label": "Rooms and refreshments"}, {"code": "travel", "label": "Travel"}, {"code": "publicity", "label": "Printing and letting people know"}, {"code": "other", "label": "Something else"}], "is_amount": true}, {"code": "other_money", "kind": "yes_no", "label": "Is anybody else paying towards this?", "required": true}, {"code": "other_money_who", "kind": "text", "label": "Who else is paying?", "required": true, "show_if": {"question": "other_money", "is": "yes"}}, {"code": "other_money_amount", "kind": "money", "label": "How much are they paying?", "hint": "In pounds, for example \u00a3250", "required": true, "least": 100, "most": 100000000, "show_if": {"question": "other_money", "is": "yes"}}]}, {"code": "change", "title": "What will change", "questions": [{"code": "outcomes", "kind": "choices", "label": "What will be different for people?", "hint": "Choose up to three that you most care about", "required": true, "choices": [{"code": "equal", "label": "Equal: they have a device and data that suit them"}, {"code": "able", "label": "Able: they can do what they want online, and want to"}, {"code": "safe", "label": "Safe: they know how to stay safe online"}, {"code": "happier", "label": "Happier: they are less alone"}, {"code": "healthier", "label": "Healthier: they use health services online"}, {"code": "better_off", "label": "Better off: they save money, learn or find work"}]}, {"code": "difference", "kind": "long_text", "label": "How will you know that it worked?", "hint": "What will you see, count or hear?", "words": 150, "required": true}]}, {"code": "safe", "title": "Keeping people safe", "questions": [{"code": "safe_lead", "kind": "text", "label": "Who do people go to if they are worried about somebody''s safety?", "hint": "The name of your safeguarding lead", "required": true}, {"code": "safe_policy", "kind": "yes_no", "label": "Do you have a safeguarding policy?", "required": true}, {"code": "safe_policy_plan", "kind": "long_text", "label": "What do you do instead, or when will you have one?", "words": 100, "required": true, "show_if": {"question": "safe_policy", "is": "no"}}, {"code": "safe_online", "kind": "long_text", "label": "How will you keep people, devices and personal details safe?", "words": 150, "required": true}]}, {"code": "documents", "title": "Your papers", "questions": [{"code": "documents", "kind": "choices", "label": "Which of these could you send us if we ask?", "hint": "Send nothing now. It is fine if some are missing: we will help", "required": false, "choices": [{"code": "rules", "label": "Your governing document or rules"}, {"code": "accounts", "label": "Last year''s accounts, or what came in and went out"}, {"code": "safeguarding", "label": "Your safeguarding policy"}, {"code": "insurance", "label": "Your insurance certificate"}, {"code": "quotes", "label": "Quotes for the larger costs"}]}, {"code": "rules", "kind": "file", "label": "Your governing document or rules", "hint": "If you have it at hand. A photo of each page will do", "required": false}]}], "criteria": [{"code": "need", "title": "Need and furthest first", "weight": 30, "about": "Whether it reaches people who are most often left out, and whether the group truly knows them. A poor neighbourhood or a community that others miss can each earn full marks.", "zero": "We cannot tell who would be helped, or why.", "three": "A clear group of people with a real need, though others may reach them too.", "five": "People whom few others reach. The group knows them well, and shows it."}, {"code": "change", "title": "Change for people", "weight": 25, "about": "What will be different for people, and how the group will know.", "zero": "No change is named, or it would not come from this work.", "three": "A likely change, with a simple way to see it.", "five": "A change that matters to people in their own words, and a sound way to see it."}, {"code": "plan", "title": "Plan and people", "weight": 20, "about": "Whether the plan can work, and whether the right people are there to do it.", "zero": "We cannot tell what would happen, or who would do it.", "three": "The main steps are clear and somebody is there to do each of them.", "five": "A plan we could follow ourselves, with people who have done the like before."}, {"code": "costs", "title": "Costs", "weight": 15, "about": "Whether the costs fit the plan, add up and are fair for what they buy.", "zero": "The costs do not fit the plan, or most of them are not explained.", "three": "Most costs are clear and fair. One or two need a question.", "five": "Every line fits the plan. Prices are checked, and the money goes a long way."}, {"code": "safe", "title": "Safe and lasting", "weight": 10, "about": "Whether people and their details are kept safe, and what stays when the money is gone.", "zero": "Nothing is said about safety, or something in the plan is not safe.", "three": "The usual care is taken. Something will carry on afterwards.", "five": "Safety is part of how they work every day. What is built will last."}], "pays_for": ["phones, tablets and laptops that people use with you, borrow or keep", "data, SIM cards and wifi", "sessional workers, trainers and interpreters", "expenses, training and a thank-you for volunteers", "room hire, travel and refreshments", "equipment that makes a screen easier to see, hear, hold or read"], "does_not_pay_for": ["anything you have already bought, or agreed to buy", "political campaigns, or promoting a religion", "grants that you would pass on to others", "work outside Leeds", "a profit for anyone"]}','2026-11-27 08:29:40.316717');
INSERT INTO "form_versions" VALUES(2,1,'{"eligibility": [{"code": "area", "question": "Will the people you help live in Leeds?", "right_answer": "yes", "why_not": "This fund is only for people who live in Leeds. Your own council or your local community foundation may have a fund like it. Write to us if you are not sure where Leeds ends: we are glad to look.", "hint": "It is fine if a few of them live just over the border"}, {"code": "not_for_profit", "question": "Are you a charity, a community interest company or a group run for the good of others?", "right_answer": "yes", "why_not": "This fund is only for groups that are not run for profit and are not part of a council or the NHS. If you are one person with a good idea, a group near you may like to apply with you. If you work for a public team, talk to us: we can often help in other ways.", "hint": "A small group with a written set of rules counts. You do not need a charity number"}, {"code": "committee", "question": "Do at least three people run your group who are not related and do not live together?", "right_answer": "yes", "why_not": "We need three people who are not related, so that no one household decides about public money. You could ask one or two others to join you, then apply. Or another group could apply and work with you.", "hint": "They may be called trustees, directors or a committee. Related means by blood, marriage or as partners"}, {"code": "bank", "question": "Does your group have a bank account in its own name, with two unrelated people who agree each payment?", "right_answer": "yes", "why_not": "We can only pay into an account in the group''s name that needs two people. Many banks open one for free, but it can take some weeks. If a charity you trust would hold the money for you, that charity can apply on your behalf.", "hint": "We do not ask for the account''s details now. We ask only if you are awarded a grant"}, {"code": "spent", "question": "Have you already spent the money you would ask for, or promised to?", "right_answer": "no", "why_not": "We cannot pay for what has been bought or ordered already. You can still apply for what comes next. Leave out of your costs whatever has been paid for."}, {"code": "overdue", "question": "Do you owe us a report on an earlier grant?", "right_answer": "no", "why_not": "Please send us the report first: it often takes ten minutes. As soon as it is in you can apply. Ring us if something made it hard: we would rather talk than chase.", "hint": "If you never had one from us, the answer is no"}], "sections": [{"code": "organisation", "title": "Your organisation", "questions": [{"code": "org_type", "kind": "choice", "label": "What kind of organisation are you?", "required": true, "choices": [{"code": "charity", "label": "Registered charity"}, {"code": "cio", "label": "Charitable incorporated organisation (CIO)"}, {"code": "cic", "label": "Community interest company (CIC)"}, {"code": "company", "label": "Company limited by guarantee"}, {"code": "group", "label": "Constituted group without a number"}, {"code": "other", "label": "Something else"}]}, {"code": "org_income", "kind": "choice", "label": "How much money came in last year?", "hint": "If you are new, choose what you expect in your first year", "required": true, "choices": [{"code": "under_5k", "label": "Less than \u00a35,000"}, {"code": "5k_25k", "label": "\u00a35,000 to \u00a325,000"}, {"code": "25k_75k", "label": "\u00a325,000 to \u00a375,000"}, {"code": "75k_150k", "label": "\u00a375,000 to \u00a3150,000"}, {"code": "150k_500k", "label": "\u00a3150,000 to \u00a3500,000"}, {"code": "over_500k", "label": "More than \u00a3500,000"}]}, {"code": "org_started", "kind": "number", "label": "In which year did you start?", "hint": "For example, 2014. Your best guess is fine", "required": true, "least": 1800, "most": 2030}]}, {"code": "contacts", "title": "Who we can talk to", "questions": [{"code": "contact_name", "kind": "text", "label": "Who should we ask for about this application?", "required": true}, {"code": "contact_phone", "kind": "text", "label": "What is their phone number?", "hint": "We ring only if an e-mail gets no answer", "required": false, "format": "phone"}, {"code": "second_name", "kind": "text", "label": "Who else can speak for your organisation?", "hint": "Not related to the first person, and not living with them", "required": true}, {"code": "second_email", "kind": "text", "label": "What is the second person''s e-mail address?", "hint": "Not the first person''s address", "required": true, "format": "email"}]}, {"code": "project", "title": "What you will do", "questions": [{"code": "title", "kind": "text", "label": "What do you call your project?", "hint": "A few words that say what it is. We publish the title if you get a grant", "required": true, "most": 140, "is_title": true}, {"code": "summary", "kind": "long_text", "label": "Tell us in short what you want to do", "hint": "Write it as you would tell a neighbour", "words": 150, "required": true, "is_summary": true}, {"code": "plan", "kind": "long_text", "label": "How will you do it?", "hint": "What happens, where and how often. Who your helpers are, and what they are good at", "words": 250, "required": true}, {"code": "starts", "kind": "date", "label": "When do you want to start?", "hint": "Choose a day after the one on which we tell you", "required": true}, {"code": "ends", "kind": "date", "label": "When will you have finished?", "hint": "Within twelve months of your start", "required": true, "not_before": "starts"}]}, {"code": "people", "title": "Who will benefit", "questions": [{"code": "communities", "kind": "communities", "label": "Which communities will you work with?", "hint": "Choose all that fit", "required": true}, {"code": "people_helped", "kind": "number", "label": "How many different people will you help?", "hint": "Count each person once, however often they come", "required": true, "least": 1, "most": 100000, "is_people": true}, {"code": "wards", "kind": "wards", "label": "Where do they live?", "hint": "A guess for each ward is fine. If they come from all over the city, fill in the ones you know", "required": false}, {"code": "groups", "kind": "groups", "label": "Who are they?", "required": false}, {"code": "furthest", "kind": "long_text", "label": "Why are these the people to start with?", "hint": "What do you know about their lives that we might not?", "words": 150, "required": true}]}, {"code": "barriers", "title": "What stands in their way", "questions": [{"code": "barriers", "kind": "barriers", "label": "Which of these will you do something about?", "hint": "Choose the ones that matter most", "required": true}, {"code": "barriers_how", "kind": "long_text", "label": "What will you do about them?", "words": 100, "required": true}]}, {"code": "costs", "title": "What it will cost", "questions": [{"code": "budget", "kind": "budget", "label": "What do you need the money for?", "hint": "One line for each thing. We add them up. A quote helps for anything over \u00a3100, if you have one", "required": true, "least": 50000, "most": 500000, "choices": [{"code": "equipment", "label": "Devices and equipment"}, {"code": "data", "label": "Data, SIM cards and wifi"}, {"code": "people", "label": "Workers, trainers and interpreters"}, {"code": "volunteers", "label": "Volunteers: expenses and training"}, {"code": "place", "label": "Rooms and refreshments"}, {"code": "travel", "label": "Travel"}, {"code": "publicity", "label": "Printing and letting people know"}, {"code": "other", "label": "Something else"}], "is_amount": true}, {"code": "other_money", "kind": "yes_no", "label": "Is anybody else paying towards this?", "required": true}, {"code": "other_money_who", "kind": "text", "label": "Who else is paying?", "required": true, "show_if": {"question": "other_money", "is": "yes"}}, {"code": "other_money_amount", "kind": "money", "label": "How much are they paying?", "hint": "In pounds, for example \u00a3250", "required": true, "least": 100, "most": 100000000, "show_if": {"question": "other_money", "is": "yes"}}]}, {"code": "change", "title": "What will change", "questions": [{"code": "outcomes", "kind": "choices", "label": "What will be different for people?", "hint": "Choose up to three that you most care about", "required": true, "choices": [{"code": "equal", "label": "Equal: they have a device and data that suit them"}, {"code": "able", "label": "Able: they can do what they want online, and want to"}, {"code": "safe", "label": "Safe: they know how to stay safe online"}, {"code": "happier", "label": "Happier: they are less alone"}, {"code": "healthier", "label": "Healthier: they use health services online"}, {"code": "better_off", "label": "Better off: they save money, learn or find work"}]}, {"code": "difference", "kind": "long_text", "label": "How will you know that it worked?", "hint": "What will you see, count or hear?", "words": 150, "required": true}]}, {"code": "safe", "title": "Keeping people safe", "questions": [{"code": "safe_lead", "kind": "text", "label": "Who do people go to if they are worried about somebody''s safety?", "hint": "The name of your safeguarding lead", "required": true}, {"code": "safe_policy", "kind": "yes_no", "label": "Do you have a safeguarding policy?", "required": true}, {"code": "safe_policy_plan", "kind": "long_text", "label": "What do you do instead, or when will you have one?", "words": 100, "required": true, "show_if": {"question": "safe_policy", "is": "no"}}, {"code": "safe_online", "kind": "long_text", "label": "How will you keep people, devices and personal details safe?", "words": 150, "required": true}]}, {"code": "documents", "title": "Your papers", "questions": [{"code": "documents", "kind": "choices", "label": "Which of these could you send us if we ask?", "hint": "Send nothing now. It is fine if some are missing: we will help", "required": false, "choices": [{"code": "rules", "label": "Your governing document or rules"}, {"code": "accounts", "label": "Last year''s accounts, or what came in and went out"}, {"code": "safeguarding", "label": "Your safeguarding policy"}, {"code": "insurance", "label": "Your insurance certificate"}, {"code": "quotes", "label": "Quotes for the larger costs"}]}, {"code": "rules", "kind": "file", "label": "Your governing document or rules", "hint": "If you have it at hand. A photo of each page will do", "required": false}]}], "criteria": [{"code": "need", "title": "Need and furthest first", "weight": 30, "about": "Whether it reaches people who are most often left out, and whether the group truly knows them. A poor neighbourhood or a community that others miss can each earn full marks.", "zero": "We cannot tell who would be helped, or why.", "three": "A clear group of people with a real need, though others may reach them too.", "five": "People whom few others reach. The group knows them well, and shows it."}, {"code": "change", "title": "Change for people", "weight": 25, "about": "What will be different for people, and how the group will know.", "zero": "No change is named, or it would not come from this work.", "three": "A likely change, with a simple way to see it.", "five": "A change that matters to people in their own words, and a sound way to see it."}, {"code": "plan", "title": "Plan and people", "weight": 20, "about": "Whether the plan can work, and whether the right people are there to do it.", "zero": "We cannot tell what would happen, or who would do it.", "three": "The main steps are clear and somebody is there to do each of them.", "five": "A plan we could follow ourselves, with people who have done the like before."}, {"code": "costs", "title": "Costs", "weight": 15, "about": "Whether the costs fit the plan, add up and are fair for what they buy.", "zero": "The costs do not fit the plan, or most of them are not explained.", "three": "Most costs are clear and fair. One or two need a question.", "five": "Every line fits the plan. Prices are checked, and the money goes a long way."}, {"code": "safe", "title": "Safe and lasting", "weight": 10, "about": "Whether people and their details are kept safe, and what stays when the money is gone.", "zero": "Nothing is said about safety, or something in the plan is not safe.", "three": "The usual care is taken. Something will carry on afterwards.", "five": "Safety is part of how they work every day. What is built will last."}], "pays_for": ["phones, tablets and laptops that people use with you, borrow or keep", "data, SIM cards and wifi", "sessional workers, trainers and interpreters", "expenses, training and a thank-you for volunteers", "room hire, travel and refreshments", "equipment that makes a screen easier to see, hear, hold or read"], "does_not_pay_for": ["anything you have already bought, or agreed to buy", "political campaigns, or promoting a religion", "grants that you would pass on to others", "work outside Leeds", "a profit for anyone"], "documents": [{"code": "accounts", "title": "Your accounts, or what you expect in your first 12 months", "sort": "accounts", "required": false}, {"code": "insurance", "title": "Your public liability insurance", "hint": "If you have one", "sort": "insurance", "required": false}]}','2026-11-27 08:29:40.337312');
INSERT INTO "form_versions" VALUES(3,1,'{"eligibility": [{"code": "area", "question": "Will the people you help live in Leeds?", "right_answer": "yes", "why_not": "This fund is only for people who live in Leeds. Your own council or your local community foundation may have a fund like it. Write to us if you are not sure where Leeds ends: we are glad to look.", "hint": "It is fine if a few of them live just over the border"}, {"code": "not_for_profit", "question": "Are you a charity, a community interest company or a group run for the good of others?", "right_answer": "yes", "why_not": "This fund is only for groups that are not run for profit and are not part of a council or the NHS. If you are one person with a good idea, a group near you may like to apply with you. If you work for a public team, talk to us: we can often help in other ways.", "hint": "A small group with a written set of rules counts. You do not need a charity number"}, {"code": "committee", "question": "Do at least three people run your group who are not related and do not live together?", "right_answer": "yes", "why_not": "We need three people who are not related, so that no one household decides about public money. You could ask one or two others to join you, then apply. Or another group could apply and work with you.", "hint": "They may be called trustees, directors or a committee. Related means by blood, marriage or as partners"}, {"code": "bank", "question": "Does your group have a bank account in its own name, with two unrelated people who agree each payment?", "right_answer": "yes", "why_not": "We can only pay into an account in the group''s name that needs two people. Many banks open one for free, but it can take some weeks. If a charity you trust would hold the money for you, that charity can apply on your behalf.", "hint": "We do not ask for the account''s details now. We ask only if you are awarded a grant"}, {"code": "spent", "question": "Have you already spent the money you would ask for, or promised to?", "right_answer": "no", "why_not": "We cannot pay for what has been bought or ordered already. You can still apply for what comes next. Leave out of your costs whatever has been paid for."}, {"code": "overdue", "question": "Do you owe us a report on an earlier grant?", "right_answer": "no", "why_not": "Please send us the report first: it often takes ten minutes. As soon as it is in you can apply. Ring us if something made it hard: we would rather talk than chase.", "hint": "If you never had one from us, the answer is no"}], "sections": [{"code": "organisation", "title": "Your organisation", "questions": [{"code": "org_type", "kind": "choice", "label": "What kind of organisation are you?", "required": true, "choices": [{"code": "charity", "label": "Registered charity"}, {"code": "cio", "label": "Charitable incorporated organisation (CIO)"}, {"code": "cic", "label": "Community interest company (CIC)"}, {"code": "company", "label": "Company limited by guarantee"}, {"code": "group", "label": "Constituted group without a number"}, {"code": "other", "label": "Something else"}]}, {"code": "org_income", "kind": "choice", "label": "How much money came in last year?", "hint": "If you are new, choose what you expect in your first year", "required": true, "choices": [{"code": "under_5k", "label": "Less than \u00a35,000"}, {"code": "5k_25k", "label": "\u00a35,000 to \u00a325,000"}, {"code": "25k_75k", "label": "\u00a325,000 to \u00a375,000"}, {"code": "75k_150k", "label": "\u00a375,000 to \u00a3150,000"}, {"code": "150k_500k", "label": "\u00a3150,000 to \u00a3500,000"}, {"code": "over_500k", "label": "More than \u00a3500,000"}]}, {"code": "org_started", "kind": "number", "label": "In which year did you start?", "hint": "For example, 2014. Your best guess is fine", "required": true, "least": 1800, "most": 2030}]}, {"code": "contacts", "title": "Who we can talk to", "questions": [{"code": "contact_name", "kind": "text", "label": "Who should we ask for about this application?", "required": true}, {"code": "contact_phone", "kind": "text", "label": "What is their phone number?", "hint": "We ring only if an e-mail gets no answer", "required": false, "format": "phone"}, {"code": "second_name", "kind": "text", "label": "Who else can speak for your organisation?", "hint": "Not related to the first person, and not living with them", "required": true}, {"code": "second_email", "kind": "text", "label": "What is the second person''s e-mail address?", "hint": "Not the first person''s address", "required": true, "format": "email"}]}, {"code": "project", "title": "What you will do", "questions": [{"code": "title", "kind": "text", "label": "What do you call your project?", "hint": "A few words that say what it is. We publish the title if you get a grant", "required": true, "most": 140, "is_title": true}, {"code": "summary", "kind": "long_text", "label": "Tell us in short what you want to do", "hint": "Write it as you would tell a neighbour", "words": 150, "required": true, "is_summary": true}, {"code": "plan", "kind": "long_text", "label": "How will you do it?", "hint": "What happens, where and how often. Who your helpers are, and what they are good at", "words": 250, "required": true}, {"code": "starts", "kind": "date", "label": "When do you want to start?", "hint": "Choose a day after the one on which we tell you", "required": true}, {"code": "ends", "kind": "date", "label": "When will you have finished?", "hint": "Within twelve months of your start", "required": true, "not_before": "starts"}]}, {"code": "people", "title": "Who will benefit", "questions": [{"code": "communities", "kind": "communities", "label": "Which communities will you work with?", "hint": "Choose all that fit", "required": true}, {"code": "people_helped", "kind": "number", "label": "How many different people will you help?", "hint": "Count each person once, however often they come", "required": true, "least": 1, "most": 100000, "is_people": true}, {"code": "wards", "kind": "wards", "label": "Where do they live?", "hint": "A guess for each ward is fine. If they come from all over the city, fill in the ones you know", "required": false}, {"code": "groups", "kind": "groups", "label": "Who are they?", "required": false}, {"code": "furthest", "kind": "long_text", "label": "Why are these the people to start with?", "hint": "What do you know about their lives that we might not?", "words": 150, "required": true}]}, {"code": "barriers", "title": "What stands in their way", "questions": [{"code": "barriers", "kind": "barriers", "label": "Which of these will you do something about?", "hint": "Choose the ones that matter most", "required": true}, {"code": "barriers_how", "kind": "long_text", "label": "What will you do about them?", "words": 100, "required": true}]}, {"code": "costs", "title": "What it will cost", "questions": [{"code": "budget", "kind": "budget", "label": "What do you need the money for?", "hint": "One line for each thing. We add them up. A quote helps for anything over \u00a3100, if you have one", "required": true, "least": 50000, "most": 500000, "choices": [{"code": "equipment", "label": "Devices and equipment"}, {"code": "data", "label": "Data, SIM cards and wifi"}, {"code": "people", "label": "Workers, trainers and interpreters"}, {"code": "volunteers", "label": "Volunteers: expenses and training"}, {"code": "place", "label": "Rooms and refreshments"}, {"code": "travel", "label": "Travel"}, {"code": "publicity", "label": "Printing and letting people know"}, {"code": "other", "label": "Something else"}], "is_amount": true}, {"code": "other_money", "kind": "yes_no", "label": "Is anybody else paying towards this?", "required": true}, {"code": "other_money_who", "kind": "text", "label": "Who else is paying?", "required": true, "show_if": {"question": "other_money", "is": "yes"}}, {"code": "other_money_amount", "kind": "money", "label": "How much are they paying?", "hint": "In pounds, for example \u00a3250", "required": true, "least": 100, "most": 100000000, "show_if": {"question": "other_money", "is": "yes"}}]}, {"code": "change", "title": "What will change", "questions": [{"code": "outcomes", "kind": "choices", "label": "What will be different for people?", "hint": "Choose up to three that you most care about", "required": true, "choices": [{"code": "equal", "label": "Equal: they have a device and data that suit them"}, {"code": "able", "label": "Able: they can do what they want online, and want to"}, {"code": "safe", "label": "Safe: they know how to stay safe online"}, {"code": "happier", "label": "Happier: they are less alone"}, {"code": "healthier", "label": "Healthier: they use health services online"}, {"code": "better_off", "label": "Better off: they save money, learn or find work"}]}, {"code": "difference", "kind": "long_text", "label": "How will you know that it worked?", "hint": "What will you see, count or hear?", "words": 150, "required": true}]}, {"code": "safe", "title": "Keeping people safe", "questions": [{"code": "safe_lead", "kind": "text", "label": "Who do people go to if they are worried about somebody''s safety?", "hint": "The name of your safeguarding lead", "required": true}, {"code": "safe_policy", "kind": "yes_no", "label": "Do you have a safeguarding policy?", "required": true}, {"code": "safe_policy_plan", "kind": "long_text", "label": "What do you do instead, or when will you have one?", "words": 100, "required": true, "show_if": {"question": "safe_policy", "is": "no"}}, {"code": "safe_online", "kind": "long_text", "label": "How will you keep people, devices and personal details safe?", "words": 150, "required": true}]}, {"code": "documents", "title": "Your papers", "questions": [{"code": "documents", "kind": "choices", "label": "Which of these could you send us if we ask?", "hint": "Send nothing now. It is fine if some are missing: we will help", "required": false, "choices": [{"code": "rules", "label": "Your governing document or rules"}, {"code": "accounts", "label": "Last year''s accounts, or what came in and went out"}, {"code": "safeguarding", "label": "Your safeguarding policy"}, {"code": "insurance", "label": "Your insurance certificate"}, {"code": "quotes", "label": "Quotes for the larger costs"}]}, {"code": "rules", "kind": "file", "label": "Your governing document or rules", "hint": "If you have it at hand. A photo of each page will do", "required": false}]}], "criteria": [{"code": "need", "title": "Need and furthest first", "weight": 30, "about": "Whether it reaches people who are most often left out, and whether the group truly knows them. A poor neighbourhood or a community that others miss can each earn full marks.", "zero": "We cannot tell who would be helped, or why.", "three": "A clear group of people with a real need, though others may reach them too.", "five": "People whom few others reach. The group knows them well, and shows it."}, {"code": "change", "title": "Change for people", "weight": 25, "about": "What will be different for people, and how the group will know.", "zero": "No change is named, or it would not come from this work.", "three": "A likely change, with a simple way to see it.", "five": "A change that matters to people in their own words, and a sound way to see it."}, {"code": "plan", "title": "Plan and people", "weight": 20, "about": "Whether the plan can work, and whether the right people are there to do it.", "zero": "We cannot tell what would happen, or who would do it.", "three": "The main steps are clear and somebody is there to do each of them.", "five": "A plan we could follow ourselves, with people who have done the like before."}, {"code": "costs", "title": "Costs", "weight": 15, "about": "Whether the costs fit the plan, add up and are fair for what they buy.", "zero": "The costs do not fit the plan, or most of them are not explained.", "three": "Most costs are clear and fair. One or two need a question.", "five": "Every line fits the plan. Prices are checked, and the money goes a long way."}, {"code": "safe", "title": "Safe and lasting", "weight": 10, "about": "Whether people and their details are kept safe, and what stays when the money is gone.", "zero": "Nothing is said about safety, or something in the plan is not safe.", "three": "The usual care is taken. Something will carry on afterwards.", "five": "Safety is part of how they work every day. What is built will last."}], "pays_for": ["phones, tablets and laptops that people use with you, borrow or keep", "data, SIM cards and wifi", "sessional workers, trainers and interpreters", "expenses, training and a thank-you for volunteers", "room hire, travel and refreshments", "equipment that makes a screen easier to see, hear, hold or read"], "does_not_pay_for": ["anything you have already bought, or agreed to buy", "political campaigns, or promoting a religion", "grants that you would pass on to others", "work outside Leeds", "a profit for anyone"]}','2026-11-27 08:29:40.350923');
INSERT INTO "form_versions" VALUES(4,1,'{"eligibility": [{"code": "area", "question": "Will the people you help live in Leeds?", "right_answer": "yes", "why_not": "This fund is only for people who live in Leeds. Your own council or your local community foundation may have a fund like it. Write to us if you are not sure where Leeds ends: we are glad to look.", "hint": "It is fine if a few of them live just over the border"}, {"code": "not_for_profit", "question": "Are you a charity, a community interest company or a group run for the good of others?", "right_answer": "yes", "why_not": "This fund is only for groups that are not run for profit and are not part of a council or the NHS. If you are one person with a good idea, a group near you may like to apply with you. If you work for a public team, talk to us: we can often help in other ways.", "hint": "A small group with a written set of rules counts. You do not need a charity number"}, {"code": "committee", "question": "Do at least three people run your group who are not related and do not live together?", "right_answer": "yes", "why_not": "We need three people who are not related, so that no one household decides about public money. You could ask one or two others to join you, then apply. Or another group could apply and work with you.", "hint": "They may be called trustees, directors or a committee. Related means by blood, marriage or as partners"}, {"code": "bank", "question": "Does your group have a bank account in its own name, with two unrelated people who agree each payment?", "right_answer": "yes", "why_not": "We can only pay into an account in the group''s name that needs two people. Many banks open one for free, but it can take some weeks. If a charity you trust would hold the money for you, that charity can apply on your behalf.", "hint": "We do not ask for the account''s details now. We ask only if you are awarded a grant"}, {"code": "spent", "question": "Have you already spent the money you would ask for, or promised to?", "right_answer": "no", "why_not": "We cannot pay for what has been bought or ordered already. You can still apply for what comes next. Leave out of your costs whatever has been paid for."}, {"code": "overdue", "question": "Do you owe us a report on an earlier grant?", "right_answer": "no", "why_not": "Please send us the report first: it often takes ten minutes. As soon as it is in you can apply. Ring us if something made it hard: we would rather talk than chase.", "hint": "If you never had one from us, the answer is no"}], "sections": [{"code": "organisation", "title": "Your organisation", "questions": [{"code": "org_type", "kind": "choice", "label": "What kind of organisation are you?", "required": true, "choices": [{"code": "charity", "label": "Registered charity"}, {"code": "cio", "label": "Charitable incorporated organisation (CIO)"}, {"code": "cic", "label": "Community interest company (CIC)"}, {"code": "company", "label": "Company limited by guarantee"}, {"code": "group", "label": "Constituted group without a number"}, {"code": "other", "label": "Something else"}]}, {"code": "org_income", "kind": "choice", "label": "How much money came in last year?", "hint": "If you are new, choose what you expect in your first year", "required": true, "choices": [{"code": "under_5k", "label": "Less than \u00a35,000"}, {"code": "5k_25k", "label": "\u00a35,000 to \u00a325,000"}, {"code": "25k_75k", "label": "\u00a325,000 to \u00a375,000"}, {"code": "75k_150k", "label": "\u00a375,000 to \u00a3150,000"}, {"code": "150k_500k", "label": "\u00a3150,000 to \u00a3500,000"}, {"code": "over_500k", "label": "More than \u00a3500,000"}]}, {"code": "org_started", "kind": "number", "label": "In which year did you start?", "hint": "For example, 2014. Your best guess is fine", "required": true, "least": 1800, "most": 2030}]}, {"code": "contacts", "title": "Who we can talk to", "questions": [{"code": "contact_name", "kind": "text", "label": "Who should we ask for about this application?", "required": true}, {"code": "contact_phone", "kind": "text", "label": "What is their phone number?", "hint": "We ring only if an e-mail gets no answer", "required": false, "format": "phone"}, {"code": "second_name", "kind": "text", "label": "Who else can speak for your organisation?", "hint": "Not related to the first person, and not living with them", "required": true}, {"code": "second_email", "kind": "text", "label": "What is the second person''s e-mail address?", "hint": "Not the first person''s address", "required": true, "format": "email"}]}, {"code": "project", "title": "What you will do", "questions": [{"code": "title", "kind": "text", "label": "What do you call your project?", "hint": "A few words that say what it is. We publish the title if you get a grant", "required": true, "most": 140, "is_title": true}, {"code": "summary", "kind": "long_text", "label": "Tell us in short what you want to do", "hint": "Write it as you would tell a neighbour", "words": 150, "required": true, "is_summary": true}, {"code": "plan", "kind": "long_text", "label": "How will you do it?", "hint": "What happens, where and how often. Who your helpers are, and what they are good at", "words": 250, "required": true}, {"code": "starts", "kind": "date", "label": "When do you want to start?", "hint": "Choose a day after the one on which we tell you", "required": true}, {"code": "ends", "kind": "date", "label": "When will you have finished?", "hint": "Within twelve months of your start", "required": true, "not_before": "starts"}]}, {"code": "people", "title": "Who will benefit", "questions": [{"code": "communities", "kind": "communities", "label": "Which communities will you work with?", "hint": "Choose all that fit", "required": true}, {"code": "people_helped", "kind": "number", "label": "How many different people will you help?", "hint": "Count each person once, however often they come", "required": true, "least": 1, "most": 100000, "is_people": true}, {"code": "wards", "kind": "wards", "label": "Where do they live?", "hint": "A guess for each ward is fine. If they come from all over the city, fill in the ones you know", "required": false}, {"code": "groups", "kind": "groups", "label": "Who are they?", "required": false}, {"code": "furthest", "kind": "long_text", "label": "Why are these the people to start with?", "hint": "What do you know about their lives that we might not?", "words": 150, "required": true}]}, {"code": "barriers", "title": "What stands in their way", "questions": [{"code": "barriers", "kind": "barriers", "label": "Which of these will you do something about?", "hint": "Choose the ones that matter most", "required": true}, {"code": "barriers_how", "kind": "long_text", "label": "What will you do about them?", "words": 100, "required": true}]}, {"code": "costs", "title": "What it will cost", "questions": [{"code": "budget", "kind": "budget", "label": "What do you need the money for?", "hint": "One line for each thing. We add them up. A quote helps for anything over \u00a3100, if you have one", "required": true, "least": 50000, "most": 500000, "choices": [{"code": "equipment", "label": "Devices and equipment"}, {"code": "data", "label": "Data, SIM cards and wifi"}, {"code": "people", "label": "Workers, trainers and interpreters"}, {"code": "volunteers", "label": "Volunteers: expenses and training"}, {"code": "place", "label": "Rooms and refreshments"}, {"code": "travel", "label": "Travel"}, {"code": "publicity", "label": "Printing and letting people know"}, {"code": "other", "label": "Something else"}], "is_amount": true}, {"code": "other_money", "kind": "yes_no", "label": "Is anybody else paying towards this?", "required": true}, {"code": "other_money_who", "kind": "text", "label": "Who else is paying?", "required": true, "show_if": {"question": "other_money", "is": "yes"}}, {"code": "other_money_amount", "kind": "money", "label": "How much are they paying?", "hint": "In pounds, for example \u00a3250", "required": true, "least": 100, "most": 100000000, "show_if": {"question": "other_money", "is": "yes"}}]}, {"code": "change", "title": "What will change", "questions": [{"code": "outcomes", "kind": "choices", "label": "What will be different for people?", "hint": "Choose up to three that you most care about", "required": true, "choices": [{"code": "equal", "label": "Equal: they have a device and data that suit them"}, {"code": "able", "label": "Able: they can do what they want online, and want to"}, {"code": "safe", "label": "Safe: they know how to stay safe online"}, {"code": "happier", "label": "Happier: they are less alone"}, {"code": "healthier", "label": "Healthier: they use health services online"}, {"code": "better_off", "label": "Better off: they save money, learn or find work"}]}, {"code": "difference", "kind": "long_text", "label": "How will you know that it worked?", "hint": "What will you see, count or hear?", "words": 150, "required": true}]}, {"code": "safe", "title": "Keeping people safe", "questions": [{"code": "safe_lead", "kind": "text", "label": "Who do people go to if they are worried about somebody''s safety?", "hint": "The name of your safeguarding lead", "required": true}, {"code": "safe_policy", "kind": "yes_no", "label": "Do you have a safeguarding policy?", "required": true}, {"code": "safe_policy_plan", "kind": "long_text", "label": "What do you do instead, or when will you have one?", "words": 100, "required": true, "show_if": {"question": "safe_policy", "is": "no"}}, {"code": "safe_online", "kind": "long_text", "label": "How will you keep people, devices and personal details safe?", "words": 150, "required": true}]}, {"code": "documents", "title": "Your papers", "questions": [{"code": "documents", "kind": "choices", "label": "Which of these could you send us if we ask?", "hint": "Send nothing now. It is fine if some are missing: we will help", "required": false, "choices": [{"code": "rules", "label": "Your governing document or rules"}, {"code": "accounts", "label": "Last year''s accounts, or what came in and went out"}, {"code": "safeguarding", "label": "Your safeguarding policy"}, {"code": "insurance", "label": "Your insurance certificate"}, {"code": "quotes", "label": "Quotes for the larger costs"}]}, {"code": "rules", "kind": "file", "label": "Your governing document or rules", "hint": "If you have it at hand. A photo of each page will do", "required": false}]}], "criteria": [{"code": "need", "title": "Need and furthest first", "weight": 30, "about": "Whether it reaches people who are most often left out, and whether the group truly knows them. A poor neighbourhood or a community that others miss can each earn full marks.", "zero": "We cannot tell who would be helped, or why.", "three": "A clear group of people with a real need, though others may reach them too.", "five": "People whom few others reach. The group knows them well, and shows it."}, {"code": "change", "title": "Change for people", "weight": 25, "about": "What will be different for people, and how the group will know.", "zero": "No change is named, or it would not come from this work.", "three": "A likely change, with a simple way to see it.", "five": "A change that matters to people in their own words, and a sound way to see it."}, {"code": "plan", "title": "Plan and people", "weight": 20, "about": "Whether the plan can work, and whether the right people are there to do it.", "zero": "We cannot tell what would happen, or who would do it.", "three": "The main steps are clear and somebody is there to do each of them.", "five": "A plan we could follow ourselves, with people who have done the like before."}, {"code": "costs", "title": "Costs", "weight": 15, "about": "Whether the costs fit the plan, add up and are fair for what they buy.", "zero": "The costs do not fit the plan, or most of them are not explained.", "three": "Most costs are clear and fair. One or two need a question.", "five": "Every line fits the plan. Prices are checked, and the money goes a long way."}, {"code": "safe", "title": "Safe and lasting", "weight": 10, "about": "Whether people and their details are kept safe, and what stays when the money is gone.", "zero": "Nothing is said about safety, or something in the plan is not safe.", "three": "The usual care is taken. Something will carry on afterwards.", "five": "Safety is part of how they work every day. What is built will last."}], "pays_for": ["phones, tablets and laptops that people use with you, borrow or keep", "data, SIM cards and wifi", "sessional workers, trainers and interpreters", "expenses, training and a thank-you for volunteers", "room hire, travel and refreshments", "equipment that makes a screen easier to see, hear, hold or read"], "does_not_pay_for": ["anything you have already bought, or agreed to buy", "political campaigns, or promoting a religion", "grants that you would pass on to others", "work outside Leeds", "a profit for anyone"]}','2026-11-27 08:29:43.946201');
CREATE TABLE funds (
	code VARCHAR(40) NOT NULL, 
	name TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_funds PRIMARY KEY (id), 
	CONSTRAINT uq_funds_code UNIQUE (code)
);
INSERT INTO "funds" VALUES('getting-connected','Getting Connected small grants','Small grants for community groups in Leeds that help people get online safely and with confidence. We start with the people who are furthest from it.',1);
CREATE TABLE guest_invitations (
	id INTEGER NOT NULL, 
	ref VARCHAR(40) NOT NULL, 
	application_id INTEGER NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	role VARCHAR(60) NOT NULL, 
	link_digest VARCHAR(64) NOT NULL, 
	invited_by INTEGER NOT NULL, 
	invited_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	accepted_by INTEGER, 
	CONSTRAINT pk_guest_invitations PRIMARY KEY (id), 
	CONSTRAINT uq_guest_invitations_link_digest UNIQUE (link_digest), 
	CONSTRAINT ck_guest_invitations_role CHECK (role IN ('read', 'write')), 
	CONSTRAINT ck_guest_invitations_accepted_has_ended CHECK (accepted_by IS NULL OR ended_at IS NOT NULL), 
	CONSTRAINT uq_guest_invitations_ref UNIQUE (ref), 
	CONSTRAINT fk_guest_invitations_application_id FOREIGN KEY(application_id) REFERENCES applications (id), 
	CONSTRAINT fk_guest_invitations_invited_by FOREIGN KEY(invited_by) REFERENCES people (id), 
	CONSTRAINT fk_guest_invitations_accepted_by FOREIGN KEY(accepted_by) REFERENCES people (id)
);
INSERT INTO "guest_invitations" VALUES(1,'-N8S6lNB6cd3WAVWoOmiqg',199,'farida.rahman@example.org','write','56337d89cff34db7d04e51bfaf261bac735f052617d095e627f50fae7ea3a10a',1,'2026-11-20 12:05:09.894081','2026-11-27 12:05:09.894081','2026-11-20 12:10:09.894081',18);
INSERT INTO "guest_invitations" VALUES(2,'CE9ODiU6MMkj4utYIQqKyQ',199,'neil.ferris@example.org','read','fedcb4d3186804a345e86555f50a73317ec6ef6c896bbec92738461a6ce3a4e3',1,'2026-11-20 12:15:09.894081','2026-11-27 12:15:09.894081','2026-11-20 12:20:09.894081',19);
INSERT INTO "guest_invitations" VALUES(3,'ruFfKvSXzTXXTNpxKC9dIg',199,'winston.reid@example.org','read','b45c54b820af9bca105445805d60897c7bdda735d2a1ba7efbcf977376fc8da7',1,'2026-11-26 12:29:42.925703','2026-12-03 12:29:42.925703',NULL,NULL);
INSERT INTO "guest_invitations" VALUES(4,'guest-of-a-friend',199,'a-friend@example.org','read','821533762f44d4579d657e0c7b02d0fa6dfa80a711d560541ce7f0946ede8e50',1,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL);
INSERT INTO "guest_invitations" VALUES(5,'guest-of-a-former-friend',199,'a-former-friend@example.org','read','1c120a4173181abc888e3428538d46d459286fb34357598a383215b3c2a4296c',1,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223','2026-11-27 08:29:44.044223',NULL);
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
INSERT INTO "history" VALUES(1,'2026-11-27 08:29:40.007533','council',1,'load_words',NULL,NULL,NULL,'{"terms": 71, "earlier": 1}');
INSERT INTO "history" VALUES(2,'2026-11-27 08:29:40.033641','places',1,'load',NULL,NULL,NULL,'{"wards": 33, "neighbourhoods": 488, "postcodes": 305}');
INSERT INTO "history" VALUES(3,'2026-01-31 08:29:40.068971','person',6,'give_role',NULL,NULL,17,'{"role": "reviewer"}');
INSERT INTO "history" VALUES(4,'2026-01-31 08:29:40.068971','person',6,'set_up_authenticator',NULL,NULL,6,'{}');
INSERT INTO "history" VALUES(5,'2026-02-01 08:29:40.068971','person',6,'use_recovery_code',NULL,NULL,6,'{"left": 9}');
INSERT INTO "history" VALUES(6,'2026-03-03 08:29:40.068971','person',6,'use_recovery_code',NULL,NULL,6,'{"left": 8}');
INSERT INTO "history" VALUES(8,'2026-01-31 08:29:40.069676','person',7,'give_role',NULL,NULL,17,'{"role": "reviewer"}');
INSERT INTO "history" VALUES(9,'2026-01-31 08:29:40.069676','person',7,'set_up_authenticator',NULL,NULL,7,'{}');
INSERT INTO "history" VALUES(10,'2026-02-01 08:29:40.069676','person',7,'use_recovery_code',NULL,NULL,7,'{"left": 9}');
INSERT INTO "history" VALUES(11,'2026-03-03 08:29:40.069676','person',7,'use_recovery_code',NULL,NULL,7,'{"left": 8}');
INSERT INTO "history" VALUES(14,'2026-01-31 08:29:40.071111','person',8,'set_up_authenticator',NULL,NULL,8,'{}');
INSERT INTO "history" VALUES(15,'2026-02-01 08:29:40.071111','person',8,'use_recovery_code',NULL,NULL,8,'{"left": 9}');
INSERT INTO "history" VALUES(16,'2026-03-03 08:29:40.071111','person',8,'use_recovery_code',NULL,NULL,8,'{"left": 8}');
INSERT INTO "history" VALUES(19,'2026-01-31 08:29:40.072044','person',9,'set_up_authenticator',NULL,NULL,9,'{}');
INSERT INTO "history" VALUES(20,'2026-02-01 08:29:40.072044','person',9,'use_recovery_code',NULL,NULL,9,'{"left": 9}');
INSERT INTO "history" VALUES(21,'2026-03-03 08:29:40.072044','person',9,'use_recovery_code',NULL,NULL,9,'{"left": 8}');
INSERT INTO "history" VALUES(24,'2026-01-31 08:29:40.072522','person',10,'set_up_authenticator',NULL,NULL,10,'{}');
INSERT INTO "history" VALUES(25,'2026-02-01 08:29:40.072522','person',10,'use_recovery_code',NULL,NULL,10,'{"left": 9}');
INSERT INTO "history" VALUES(26,'2026-03-03 08:29:40.072522','person',10,'use_recovery_code',NULL,NULL,10,'{"left": 8}');
INSERT INTO "history" VALUES(29,'2026-01-31 08:29:40.230118','person',11,'set_up_authenticator',NULL,NULL,11,'{}');
INSERT INTO "history" VALUES(30,'2026-02-01 08:29:40.230118','person',11,'use_recovery_code',NULL,NULL,11,'{"left": 9}');
INSERT INTO "history" VALUES(31,'2026-03-03 08:29:40.230118','person',11,'use_recovery_code',NULL,NULL,11,'{"left": 8}');
INSERT INTO "history" VALUES(34,'2026-01-31 08:29:40.230635','person',12,'set_up_authenticator',NULL,NULL,12,'{}');
INSERT INTO "history" VALUES(35,'2026-02-01 08:29:40.230635','person',12,'use_recovery_code',NULL,NULL,12,'{"left": 9}');
INSERT INTO "history" VALUES(36,'2026-03-03 08:29:40.230635','person',12,'use_recovery_code',NULL,NULL,12,'{"left": 8}');
INSERT INTO "history" VALUES(39,'2026-01-31 08:29:40.231050','person',13,'set_up_authenticator',NULL,NULL,13,'{}');
INSERT INTO "history" VALUES(40,'2026-02-01 08:29:40.231050','person',13,'use_recovery_code',NULL,NULL,13,'{"left": 9}');
INSERT INTO "history" VALUES(41,'2026-03-03 08:29:40.231050','person',13,'use_recovery_code',NULL,NULL,13,'{"left": 8}');
INSERT INTO "history" VALUES(44,'2026-01-31 08:29:40.231391','person',14,'set_up_authenticator',NULL,NULL,14,'{}');
INSERT INTO "history" VALUES(45,'2026-02-01 08:29:40.231391','person',14,'use_recovery_code',NULL,NULL,14,'{"left": 9}');
INSERT INTO "history" VALUES(46,'2026-03-03 08:29:40.231391','person',14,'use_recovery_code',NULL,NULL,14,'{"left": 8}');
INSERT INTO "history" VALUES(49,'2026-01-31 08:29:40.231698','person',15,'set_up_authenticator',NULL,NULL,15,'{}');
INSERT INTO "history" VALUES(50,'2026-02-01 08:29:40.231698','person',15,'use_recovery_code',NULL,NULL,15,'{"left": 9}');
INSERT INTO "history" VALUES(51,'2026-03-03 08:29:40.231698','person',15,'use_recovery_code',NULL,NULL,15,'{"left": 8}');
INSERT INTO "history" VALUES(54,'2026-01-31 08:29:40.232022','person',16,'set_up_authenticator',NULL,NULL,16,'{}');
INSERT INTO "history" VALUES(55,'2026-02-01 08:29:40.232022','person',16,'use_recovery_code',NULL,NULL,16,'{"left": 9}');
INSERT INTO "history" VALUES(56,'2026-03-03 08:29:40.232022','person',16,'use_recovery_code',NULL,NULL,16,'{"left": 8}');
INSERT INTO "history" VALUES(59,'2026-01-31 08:29:40.232425','person',17,'set_up_authenticator',NULL,NULL,17,'{}');
INSERT INTO "history" VALUES(60,'2026-02-01 08:29:40.232425','person',17,'use_recovery_code',NULL,NULL,17,'{"left": 9}');
INSERT INTO "history" VALUES(61,'2026-03-03 08:29:40.232425','person',17,'use_recovery_code',NULL,NULL,17,'{"left": 8}');
INSERT INTO "history" VALUES(63,'2026-11-27 08:29:40.302075','fund',1,'load',NULL,NULL,NULL,'{}');
INSERT INTO "history" VALUES(64,'2026-11-27 08:29:40.319833','round',1,'load',NULL,NULL,NULL,'{"form": 1, "budget_pence": 9000000}');
INSERT INTO "history" VALUES(65,'2026-11-27 08:29:40.320690','round_plan',1,'publish','planned','published',NULL,'{"form": 1}');
INSERT INTO "history" VALUES(66,'2026-11-27 08:29:40.338017','round',2,'load',NULL,NULL,NULL,'{"form": 1, "budget_pence": 7500000}');
INSERT INTO "history" VALUES(67,'2026-11-27 08:29:40.338640','round_plan',2,'publish','planned','published',NULL,'{"form": 1}');
INSERT INTO "history" VALUES(70,'2026-04-25 08:17:38.318327','application',1,'start',NULL,NULL,1,'{}');
INSERT INTO "history" VALUES(71,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(72,'2026-04-26 15:11:52.216228','application',1,'save',NULL,NULL,1,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(80,'2026-04-26 15:11:52.216228','application',1,'submit','draft','submitted',1,'{}');
INSERT INTO "history" VALUES(92,'2026-05-06 19:30:20.930674','application',3,'start',NULL,NULL,33,'{}');
INSERT INTO "history" VALUES(93,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,33,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(94,'2026-05-10 06:52:00.723547','application',3,'save',NULL,NULL,33,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(102,'2026-05-10 06:52:00.723547','application',3,'submit','draft','submitted',33,'{}');
INSERT INTO "history" VALUES(114,'2026-04-27 02:12:32.557155','application',5,'start',NULL,NULL,59,'{}');
INSERT INTO "history" VALUES(115,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,59,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(116,'2026-04-30 01:15:52.322999','application',5,'save',NULL,NULL,59,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(124,'2026-04-30 01:15:52.322999','application',5,'submit','draft','submitted',59,'{}');
INSERT INTO "history" VALUES(125,'2026-05-18 19:53:18.479060','application',6,'start',NULL,NULL,23,'{}');
INSERT INTO "history" VALUES(126,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,23,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(127,'2026-05-21 08:56:38.023866','application',6,'save',NULL,NULL,23,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(135,'2026-05-21 08:56:38.023866','application',6,'submit','draft','submitted',23,'{}');
INSERT INTO "history" VALUES(202,'2026-05-15 18:31:16.666364','application',13,'start',NULL,NULL,37,'{}');
INSERT INTO "history" VALUES(203,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,37,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(204,'2026-05-19 17:22:07.690059','application',13,'save',NULL,NULL,37,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(212,'2026-05-19 17:22:07.690059','application',13,'submit','draft','submitted',37,'{}');
INSERT INTO "history" VALUES(246,'2026-05-19 01:08:31.561090','application',17,'start',NULL,NULL,54,'{}');
INSERT INTO "history" VALUES(247,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,54,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(248,'2026-05-19 19:43:30.300969','application',17,'save',NULL,NULL,54,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(256,'2026-05-19 19:43:30.300969','application',17,'withdraw','draft','withdrawn',54,'{}');
INSERT INTO "history" VALUES(598,'2026-05-23 14:13:00.000000','application',1,'accept','submitted','assessing',9,'{}');
INSERT INTO "history" VALUES(610,'2026-05-27 09:11:00.000000','application',13,'refuse','submitted','not_eligible',9,'{}');
INSERT INTO "history" VALUES(644,'2026-06-26 10:25:00.000000','application',1,'finish_scoring','assessing','scored',NULL,'{}');
INSERT INTO "history" VALUES(829,'2026-07-10 12:08:00.000000','application',5,'reserve','scored','reserved',10,'{"amount": 0}');
INSERT INTO "history" VALUES(837,'2026-07-10 12:08:00.000000','application',6,'decline','scored','declined',10,'{"amount": 0}');
INSERT INTO "history" VALUES(854,'2026-09-16 18:21:16.088344','application',49,'start',NULL,NULL,3,'{}');
INSERT INTO "history" VALUES(864,'2026-09-20 23:03:57.848017','application',49,'submit','draft','submitted',3,'{}');
INSERT INTO "history" VALUES(865,'2026-09-16 05:51:57.555434','application',50,'start',NULL,NULL,43,'{}');
INSERT INTO "history" VALUES(875,'2026-09-20 22:18:38.743447','application',50,'submit','draft','submitted',43,'{}');
INSERT INTO "history" VALUES(887,'2026-09-24 10:56:09.136588','application',52,'start',NULL,NULL,49,'{}');
INSERT INTO "history" VALUES(888,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,49,'{"section": "organisation", "version": 1}');
INSERT INTO "history" VALUES(889,'2026-09-26 05:32:47.967016','application',52,'save',NULL,NULL,49,'{"section": "contacts", "version": 1}');
INSERT INTO "history" VALUES(897,'2026-09-26 05:32:47.967016','application',52,'submit','draft','submitted',49,'{}');
INSERT INTO "history" VALUES(2827,'2026-11-20 12:05:09.894081','application',199,'start',NULL,NULL,1,'{}');
INSERT INTO "history" VALUES(2833,'2026-11-20 12:05:09.894081','application',199,'guest_invite',NULL,NULL,1,'{"invitation": 1, "role": "write"}');
INSERT INTO "history" VALUES(2834,'2026-11-20 12:10:09.894081','application',199,'guest_join',NULL,NULL,18,'{"invitation": 1, "role": "write"}');
INSERT INTO "history" VALUES(2835,'2026-11-20 12:15:09.894081','application',199,'guest_invite',NULL,NULL,1,'{"invitation": 2, "role": "read"}');
INSERT INTO "history" VALUES(2836,'2026-11-20 12:20:09.894081','application',199,'guest_join',NULL,NULL,19,'{"invitation": 2, "role": "read"}');
INSERT INTO "history" VALUES(3002,'2026-10-03 17:31:00.000000','message',1,'send',NULL,NULL,37,'{"topic": "network"}');
INSERT INTO "history" VALUES(3003,'2026-10-04 09:31:00.000000','message',1,'answer','waiting','answered',9,'{}');
INSERT INTO "history" VALUES(3004,'2026-10-06 10:57:00.000000','message',2,'come',NULL,NULL,NULL,'{"topic": "champions"}');
INSERT INTO "history" VALUES(3005,'2026-10-06 19:57:00.000000','message',2,'close','waiting','closed',13,'{}');
INSERT INTO "history" VALUES(3006,'2026-10-11 07:52:00.000000','message',3,'come',NULL,NULL,NULL,'{"topic": "champions"}');
INSERT INTO "history" VALUES(3007,'2026-10-11 22:52:00.000000','message',3,'answer','waiting','answered',10,'{}');
INSERT INTO "history" VALUES(3011,'2026-10-19 16:56:00.000000','message',5,'close','waiting','closed',9,'{}');
INSERT INTO "history" VALUES(3037,'2026-11-23 11:25:00.000000','message',19,'send',NULL,NULL,20,'{"topic": "grant"}');
INSERT INTO "history" VALUES(3052,'2026-02-10 12:31:19.237536','organisation',7,'verify','unverified','verified',9,'{"missing": [], "version": 2}');
INSERT INTO "history" VALUES(3083,'2026-11-23 01:22:49.832184','organisation',38,'ask_more','unverified','more_needed',10,'{"missing": ["bank", "committee"], "version": 2}');
INSERT INTO "history" VALUES(3199,'2026-11-18 08:29:43.759148','organisation',2,'invite',NULL,NULL,3,'{"invitation": 1, "role": "member"}');
INSERT INTO "history" VALUES(3200,'2026-11-24 08:29:43.761599','join_request',1,'ask',NULL,NULL,177,'{}');
INSERT INTO "history" VALUES(3201,'2026-11-24 08:29:43.761599','organisation',2,'ask_to_join',NULL,NULL,177,'{"request": 1}');
INSERT INTO "history" VALUES(3205,'2026-07-30 08:30:43.769180','file',1,'pass','waiting','ready',NULL,'{"scanned": 0, "cleaned": 0}');
INSERT INTO "history" VALUES(3206,'2026-07-30 08:29:43.769180','organisation',1,'give_document',NULL,NULL,1,'{"sort": "governing", "document": 1}');
INSERT INTO "history" VALUES(3207,'2026-08-02 08:30:43.781367','file',2,'pass','waiting','ready',NULL,'{"scanned": 0, "cleaned": 0}');
INSERT INTO "history" VALUES(3208,'2026-08-02 08:29:43.781367','organisation',1,'give_document',NULL,NULL,1,'{"sort": "safeguarding", "document": 2}');
INSERT INTO "history" VALUES(3212,'2026-07-30 08:29:43.795061','organisation',2,'give_document',NULL,NULL,3,'{"sort": "governing", "document": 4}');
INSERT INTO "history" VALUES(3214,'2026-08-02 08:29:43.800562','organisation',2,'give_document',NULL,NULL,3,'{"sort": "accounts", "document": 5}');
INSERT INTO "history" VALUES(3220,'2026-07-30 08:29:43.824383','organisation',3,'give_document',NULL,NULL,5,'{"sort": "accounts", "document": 8}');
INSERT INTO "history" VALUES(3225,'2026-11-27 08:29:43.893590','council',1,'change_contact',NULL,NULL,17,'{"earlier": 2, "fields": ["phone_hours"]}');
INSERT INTO "history" VALUES(3226,'2026-11-27 08:29:43.901598','council',1,'add_languages',NULL,NULL,17,'{"word": "makaton"}');
INSERT INTO "history" VALUES(3227,'2026-11-27 08:29:43.907890','council',1,'retire_languages',NULL,NULL,17,'{"word": "am"}');
INSERT INTO "history" VALUES(3228,'2026-11-27 08:29:43.928470','round_plan',4,'copy',NULL,NULL,9,'{"copied": "spring-2026"}');
INSERT INTO "history" VALUES(3229,'2026-11-27 08:29:43.949029','round',4,'publish',NULL,NULL,9,'{"form": 1, "budget_pence": 9000000}');
INSERT INTO "history" VALUES(3230,'2026-11-27 08:29:43.949681','round_plan',4,'publish','planned','published',9,'{"form": 1, "version": 1}');
INSERT INTO "history" VALUES(3231,'2026-11-27 08:29:43.952781','round_plan',5,'begin',NULL,NULL,9,'{}');
INSERT INTO "history" VALUES(3232,'2026-11-27 08:29:43.953516','round_plan',5,'facts',NULL,NULL,9,'{"part": "dates", "version": 2}');
INSERT INTO "history" VALUES(3233,'2026-11-27 08:29:43.955809','round_plan',5,'facts',NULL,NULL,9,'{"part": "money", "version": 3}');
INSERT INTO "history" VALUES(3235,'2026-11-27 08:29:43.961231','round_plan',5,'add',NULL,NULL,9,'{"list": "eligibility", "item": "do_the_people_you_want_to_help", "version": 5}');
INSERT INTO "history" VALUES(3236,'2026-11-27 08:29:43.962182','round_plan',5,'add',NULL,NULL,9,'{"list": "sections", "item": "project", "version": 6}');
INSERT INTO "history" VALUES(3248,'2026-11-27 08:29:44.077020','sign_in',1,'sign_in',NULL,NULL,1,'{}');
INSERT INTO "history" VALUES(3249,'2026-11-27 08:29:44.080068','sign_in',2,'sign_in',NULL,NULL,2,'{}');
INSERT INTO "history" VALUES(3250,'2026-11-27 08:29:44.084942','sign_in',3,'sign_in',NULL,NULL,3,'{}');
INSERT INTO "history" VALUES(3251,'2026-11-27 08:29:44.095840','sign_in',4,'sign_in',NULL,NULL,4,'{}');
INSERT INTO "history" VALUES(3252,'2026-11-27 08:29:44.098003','sign_in',5,'sign_in',NULL,NULL,5,'{}');
INSERT INTO "history" VALUES(3253,'2026-11-27 08:29:44.105742','sign_in',6,'sign_in',NULL,NULL,6,'{}');
INSERT INTO "history" VALUES(3254,'2026-11-27 08:29:44.116111','sign_in',7,'sign_in',NULL,NULL,7,'{}');
INSERT INTO "history" VALUES(3255,'2026-11-27 08:29:44.120335','sign_in',8,'sign_in',NULL,NULL,8,'{}');
INSERT INTO "history" VALUES(3256,'2026-11-27 08:29:44.123236','sign_in',9,'sign_in',NULL,NULL,9,'{}');
INSERT INTO "history" VALUES(3257,'2026-11-27 08:29:44.127936','sign_in',10,'sign_in',NULL,NULL,10,'{}');
INSERT INTO "history" VALUES(3258,'2026-11-27 08:29:44.131548','sign_in',11,'sign_in',NULL,NULL,11,'{}');
INSERT INTO "history" VALUES(3259,'2026-11-27 08:29:44.133587','sign_in',12,'sign_in',NULL,NULL,13,'{}');
INSERT INTO "history" VALUES(3260,'2026-11-27 08:29:44.140413','sign_in',13,'sign_in',NULL,NULL,14,'{}');
INSERT INTO "history" VALUES(3261,'2026-11-27 08:29:44.144050','sign_in',14,'sign_in',NULL,NULL,15,'{}');
INSERT INTO "history" VALUES(3262,'2026-11-27 08:29:44.148066','sign_in',15,'sign_in',NULL,NULL,16,'{}');
INSERT INTO "history" VALUES(3263,'2026-11-27 08:29:44.151904','sign_in',16,'sign_in',NULL,NULL,17,'{}');
INSERT INTO "history" VALUES(3264,'2026-11-27 08:29:44.155962','sign_in',17,'sign_in',NULL,NULL,18,'{}');
INSERT INTO "history" VALUES(3265,'2026-11-27 08:29:44.158346','sign_in',18,'sign_in',NULL,NULL,19,'{}');
INSERT INTO "history" VALUES(3266,'2026-11-27 08:29:44.163510','sign_in',19,'sign_in',NULL,NULL,181,'{}');
INSERT INTO "history" VALUES(3267,'2026-11-27 08:29:44.165966','sign_in',20,'sign_in',NULL,NULL,12,'{}');
INSERT INTO "history" VALUES(3268,'2026-11-27 08:29:44.172536','person',182,'add',NULL,NULL,NULL,'{}');
INSERT INTO "history" VALUES(3269,'2026-11-27 08:29:44.184742','person',182,'give_role',NULL,NULL,NULL,'{"role": "reviewer"}');
INSERT INTO "history" VALUES(3270,'2026-11-27 08:29:44.225541','sign_in',21,'sign_in',NULL,NULL,10,'{}');
INSERT INTO "history" VALUES(3271,'2026-11-27 08:29:44.229757','sign_in',22,'sign_in',NULL,NULL,182,'{}');
INSERT INTO "history" VALUES(3272,'2026-11-27 08:29:44.231892','sign_in',23,'sign_in',NULL,NULL,1,'{}');
INSERT INTO "history" VALUES(3273,'2026-11-27 08:29:44.235790','sign_in',24,'sign_in',NULL,NULL,181,'{}');
INSERT INTO "history" VALUES(3274,'2026-11-27 08:29:44.237677','sign_in',25,'sign_in',NULL,NULL,9,'{}');
INSERT INTO "history" VALUES(3275,'2026-11-27 08:29:44.370908','assessment',394,'stand_down','shared','stood_down',NULL,'{}');
INSERT INTO "history" VALUES(3276,'2026-11-27 08:29:44.438076','organisation',1,'remind_document',NULL,NULL,NULL,'{"sort": "insurance", "document": 3, "days": 30}');
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
INSERT INTO "jobs" VALUES('forget_sign_ins','2026-11-27 09:29:44.280468',NULL,NULL,'2026-11-27 08:29:44.259355','2026-11-27 08:29:44.280468',NULL,0);
INSERT INTO "jobs" VALUES('remind_drafts','2026-11-27 08:44:44.303922',NULL,NULL,'2026-11-27 08:29:44.283567','2026-11-27 08:29:44.303922',NULL,0);
INSERT INTO "jobs" VALUES('tell_moved','2026-11-27 08:44:44.313114',NULL,NULL,'2026-11-27 08:29:44.306957','2026-11-27 08:29:44.313114',NULL,0);
INSERT INTO "jobs" VALUES('forget_pdfs','2026-11-27 14:29:44.331742',NULL,NULL,'2026-11-27 08:29:44.322985','2026-11-27 08:29:44.331742',NULL,0);
INSERT INTO "jobs" VALUES('step_back','2026-11-27 09:29:44.378763',NULL,NULL,'2026-11-27 08:29:44.342712','2026-11-27 08:29:44.378763',NULL,0);
INSERT INTO "jobs" VALUES('remove_files','2026-11-27 09:29:44.388343',NULL,NULL,'2026-11-27 08:29:44.382876','2026-11-27 08:29:44.388343',NULL,0);
INSERT INTO "jobs" VALUES('forget_forms','2026-11-27 14:29:44.396798',NULL,NULL,'2026-11-27 08:29:44.390210','2026-11-27 08:29:44.396798',NULL,0);
INSERT INTO "jobs" VALUES('forget_workers','2026-11-28 08:29:44.402728',NULL,NULL,'2026-11-27 08:29:44.399076','2026-11-27 08:29:44.402728',NULL,0);
INSERT INTO "jobs" VALUES('forget_messages','2026-11-27 14:29:44.409647',NULL,NULL,'2026-11-27 08:29:44.404583','2026-11-27 08:29:44.409647',NULL,0);
INSERT INTO "jobs" VALUES('remind_documents','2026-11-27 14:29:44.439907',NULL,NULL,'2026-11-27 08:29:44.416516','2026-11-27 08:29:44.439907',NULL,0);
INSERT INTO "jobs" VALUES('expire_join_requests','2026-11-27 09:29:44.447507',NULL,NULL,'2026-11-27 08:29:44.443638','2026-11-27 08:29:44.447507',NULL,0);
INSERT INTO "jobs" VALUES('remind_invited','2026-11-27 09:29:44.643024',NULL,NULL,'2026-11-27 08:29:44.450064','2026-11-27 08:29:44.643024',NULL,0);
CREATE TABLE join_requests (
	id INTEGER NOT NULL, 
	ref VARCHAR(40) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	line TEXT NOT NULL, 
	asked_at DATETIME NOT NULL, 
	due_on DATE NOT NULL, 
	expires_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	answered_by INTEGER, 
	word TEXT NOT NULL, 
	by_council BOOLEAN NOT NULL, 
	CONSTRAINT pk_join_requests PRIMARY KEY (id), 
	CONSTRAINT ck_join_requests_state CHECK (state IN ('waiting', 'accepted', 'declined', 'withdrawn', 'expired')), 
	CONSTRAINT ck_join_requests_ended_has_date CHECK ((state = 'waiting') = (ended_at IS NULL)), 
	CONSTRAINT uq_join_requests_ref UNIQUE (ref), 
	CONSTRAINT fk_join_requests_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_join_requests_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_join_requests_answered_by FOREIGN KEY(answered_by) REFERENCES people (id)
);
INSERT INTO "join_requests" VALUES(1,'myB_ueKIHC-05rSg9V-tEg',2,177,'waiting','I interpret on Thursdays. Ben said to ask, so that I can help with the forms.','2026-11-24 08:29:43.761599','2026-12-08','2026-12-24 08:29:43.761599',NULL,NULL,'',0);
INSERT INTO "join_requests" VALUES(3,'request-of-ben',1,4,'waiting','','2026-11-27 08:29:44.069356','2026-12-11','2026-11-28 08:29:44.069356',NULL,NULL,'',0);
INSERT INTO "join_requests" VALUES(4,'request-of-tom',2,2,'declined','','2026-11-27 08:29:44.069356','2026-12-11','2026-11-28 08:29:44.069356','2026-11-27 08:29:44.069356',3,'',0);
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
INSERT INTO "kept_forms" VALUES(1,'kept-of-amina',1,'/account/name','[["name", "A name of their own"]]','2026-11-27 08:29:44.068227');
INSERT INTO "kept_forms" VALUES(2,'kept-of-joyce',9,'/account/name','[["name", "A name of their own"]]','2026-11-27 08:29:44.069319');
CREATE TABLE keyed_applications (
	application_id INTEGER NOT NULL, 
	keyed_by INTEGER NOT NULL, 
	came_by VARCHAR(60) NOT NULL, 
	came_on DATE NOT NULL, 
	contact_name VARCHAR(200) NOT NULL, 
	contact_email VARCHAR(254) NOT NULL, 
	contact_phone VARCHAR(40) NOT NULL, 
	CONSTRAINT pk_keyed_applications PRIMARY KEY (application_id), 
	CONSTRAINT ck_keyed_applications_came_by CHECK (came_by IN ('phone', 'paper', 'in_person')), 
	CONSTRAINT fk_keyed_applications_application_id FOREIGN KEY(application_id) REFERENCES applications (id), 
	CONSTRAINT fk_keyed_applications_keyed_by FOREIGN KEY(keyed_by) REFERENCES people (id)
);
CREATE TABLE left_answers (
	application_id INTEGER NOT NULL, 
	form_number INTEGER NOT NULL, 
	answers JSON NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_left_answers PRIMARY KEY (application_id, form_number), 
	CONSTRAINT fk_left_answers_application_id FOREIGN KEY(application_id) REFERENCES applications (id)
);
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
INSERT INTO "letters" VALUES(90,'nlQJ7GHNBbSoB_ePqIS4WA','beginner@example.org','Your new role: Reviewer','Join the Dots gave you the role “Reviewer” on Join the Dots.

Declares conflicts of interest, then reads and scores the applications shared out to them.

It counts when you next sign in:
http://localhost/sign-in

You need an authenticator app on your phone for it. The page tells you how.


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Your new role: Reviewer</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
p, li, dd, h1, h2 { overflow-wrap: anywhere; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p role="banner" style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#8a6200">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div role="main" style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Your new role: Reviewer</h1>
<p>Join the Dots gave you the role “Reviewer” on Join the Dots.</p>
<p>Declares conflicts of interest, then reads and scores the applications shared out to them.</p>
<p style="margin:24px 0"><a href="http://localhost/sign-in" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">Sign in</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/sign-in" style="color:#0a4a52;word-break:break-all">http://localhost/sign-in</a></p>

<p>You need an authenticator app on your phone for it. The page tells you how.</p>
<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p role="contentinfo" style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','accounts/mail/role_given','person',182,'sent','2026-11-27 08:29:44.219692','2026-11-27 08:29:44.219692',1,NULL,'2026-11-27 08:29:44.254737',NULL,0);
INSERT INTO "letters" VALUES(91,'FVvxH5Wex_pX9q956JchhQ','amina.yusuf@example.org','A document ends soon','A document of Hyde Park Tea and Tech ends on Thursday 17 December 2026.

The document: Insurance

Once you have the next one, send it to us. You do not have to do anything if you do not need it any more.

Send the document here:
http://localhost/organisations/IP4wLCReDjAfb8qpq1n1Xg/documents/insurance


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A document ends soon</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
p, li, dd, h1, h2 { overflow-wrap: anywhere; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p role="banner" style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#8a6200">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div role="main" style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>A document ends soon</h1>
<p>A document of Hyde Park Tea and Tech ends on Thursday 17 December 2026.</p>
<p>The document: Insurance</p>
<p>Once you have the next one, send it to us. You do not have to do anything if you do not need it any more.</p>
<p style="margin:24px 0"><a href="http://localhost/organisations/IP4wLCReDjAfb8qpq1n1Xg/documents/insurance" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">Send the document</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/organisations/IP4wLCReDjAfb8qpq1n1Xg/documents/insurance" style="color:#0a4a52;word-break:break-all">http://localhost/organisations/IP4wLCReDjAfb8qpq1n1Xg/documents/insurance</a></p>

<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p role="contentinfo" style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','organisations/mail/document_ends','organisation',1,'waiting','2026-11-27 08:29:44.437427','2026-11-27 08:29:44.437427',0,NULL,NULL,NULL,0);
INSERT INTO "letters" VALUES(92,'57pR_WJ6J7YRxzWuo9KzzQ','anonymous@example.org','Your invitation to Seacroft Signing Circle ends soon','Grace Oyelaran invited you to the team of Seacroft Signing Circle on Join the Dots. You have not answered yet.

Open this link to say yes:
http://localhost/invitations/t1UMxzgf_jpPG-q2cRRqoVzf1NkA3-ybd-bhlTLQ-1E

It works once, until Saturday 28 November 2026 at 8:29am. Then Grace Oyelaran can send you a new one.

You do not know them? Then do nothing.


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Your invitation to Seacroft Signing Circle ends soon</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
p, li, dd, h1, h2 { overflow-wrap: anywhere; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p role="banner" style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#8a6200">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div role="main" style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Your invitation to Seacroft Signing Circle ends soon</h1>
<p>Grace Oyelaran invited you to the team of Seacroft Signing Circle on Join the Dots. You have not answered yet.</p>
<p style="margin:24px 0"><a href="http://localhost/invitations/t1UMxzgf_jpPG-q2cRRqoVzf1NkA3-ybd-bhlTLQ-1E" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">See the invitation</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/invitations/t1UMxzgf_jpPG-q2cRRqoVzf1NkA3-ybd-bhlTLQ-1E" style="color:#0a4a52;word-break:break-all">http://localhost/invitations/t1UMxzgf_jpPG-q2cRRqoVzf1NkA3-ybd-bhlTLQ-1E</a></p>

<p>It works once, until Saturday 28 November 2026 at 8:29am. Then Grace Oyelaran can send you a new one.</p>
<p>You do not know them? Then do nothing.</p>
<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p role="contentinfo" style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','organisations/mail/reminder','team_invitation',2,'waiting','2026-11-27 08:29:44.464621','2026-11-27 08:29:44.464621',0,NULL,NULL,NULL,1);
INSERT INTO "letters" VALUES(93,'rxXFNvOJ96MXkLP3HaiSSw','holder-of-a-sign-in-link@example.org','Your invitation to Seacroft Signing Circle ends soon','Grace Oyelaran invited you to the team of Seacroft Signing Circle on Join the Dots. You have not answered yet.

Open this link to say yes:
http://localhost/invitations/onFCwcrWRzADCBFPXJS_5cwegDKZa_zhZcLtrj9nQ4Q

It works once, until Saturday 28 November 2026 at 8:29am. Then Grace Oyelaran can send you a new one.

You do not know them? Then do nothing.


The Connected Leeds team
Connected Leeds
Leeds demonstration council

You can reply to this e-mail, or call us on 0113 496 0100.
','<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Your invitation to Seacroft Signing Circle ends soon</title>
<style>
body { margin: 0; padding: 0; background: #faf6ee; color: #1c2430; font: 18px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
h2 { margin: 28px 0 8px; font-size: 20px; line-height: 1.25; }
p, ul, ol, dl { margin: 0 0 16px; }
dt { font-weight: bold; }
dd { margin: 0 0 12px; white-space: pre-line; }
a { color: #0a4a52; }
p, li, dd, h1, h2 { overflow-wrap: anywhere; }
</style>
</head>
<body style="margin:0;padding:0;background:#faf6ee;color:#1c2430;font:18px/1.5 -apple-system,''Segoe UI'',Roboto,Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p role="banner" style="margin:0 0 16px;font-size:16px;font-weight:bold;color:#0a4a52"><span aria-hidden="true"><span style="color:#8a6200">●</span>–<span style="color:#d1472f">●</span>–<span style="color:#287148">●</span>–<span style="color:#2a6fb0">●</span></span> Join the Dots</p>
<div role="main" style="padding:24px 20px;background:#ffffff;border:1px solid #d9d3c7;border-radius:10px">
<h1>Your invitation to Seacroft Signing Circle ends soon</h1>
<p>Grace Oyelaran invited you to the team of Seacroft Signing Circle on Join the Dots. You have not answered yet.</p>
<p style="margin:24px 0"><a href="http://localhost/invitations/onFCwcrWRzADCBFPXJS_5cwegDKZa_zhZcLtrj9nQ4Q" style="display:inline-block;padding:12px 22px;border-radius:6px;background:#0a4a52;color:#ffffff;font-weight:bold;text-decoration:none">See the invitation</a></p>
<p style="margin:0 0 16px;font-size:16px;color:#4d5967">If the button does not work, copy this address:<br><a href="http://localhost/invitations/onFCwcrWRzADCBFPXJS_5cwegDKZa_zhZcLtrj9nQ4Q" style="color:#0a4a52;word-break:break-all">http://localhost/invitations/onFCwcrWRzADCBFPXJS_5cwegDKZa_zhZcLtrj9nQ4Q</a></p>

<p>It works once, until Saturday 28 November 2026 at 8:29am. Then Grace Oyelaran can send you a new one.</p>
<p>You do not know them? Then do nothing.</p>
<p style="margin:24px 0 0">The Connected Leeds team<br>Connected Leeds</p>
</div>
<p role="contentinfo" style="margin:16px 0 0;font-size:16px;color:#4d5967">Leeds demonstration council. You can reply to this e-mail, or call us on 0113 496 0100.</p>
</div>
</body>
</html>','organisations/mail/reminder','team_invitation',3,'waiting','2026-11-27 08:29:44.469769','2026-11-27 08:29:44.469769',0,NULL,NULL,NULL,1);
CREATE TABLE messages (
	id INTEGER NOT NULL, 
	ref VARCHAR(40) NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	topic VARCHAR(60) NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	email VARCHAR(254) NOT NULL, 
	phone VARCHAR(40) NOT NULL, 
	organisation TEXT NOT NULL, 
	text TEXT NOT NULL, 
	person_id INTEGER, 
	at DATETIME NOT NULL, 
	due_on DATE NOT NULL, 
	claimed_by INTEGER, 
	claimed_at DATETIME, 
	answered_by INTEGER, 
	answered_at DATETIME, 
	answer TEXT, 
	closed_by INTEGER, 
	closed_at DATETIME, 
	closed_because TEXT, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_messages PRIMARY KEY (id), 
	CONSTRAINT ck_messages_state CHECK (state IN ('waiting', 'answered', 'closed')), 
	CONSTRAINT ck_messages_can_be_answered CHECK (email <> '' OR phone <> ''), 
	CONSTRAINT ck_messages_claimed_has_date CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)), 
	CONSTRAINT ck_messages_answered_has_answer CHECK ((state = 'answered') = (answered_at IS NOT NULL) AND (answered_at IS NULL) = (answered_by IS NULL) AND (answered_at IS NULL) = (answer IS NULL)), 
	CONSTRAINT ck_messages_closed_has_reason CHECK ((state <> 'closed' OR closed_at IS NOT NULL) AND (state <> 'waiting' OR closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (closed_because IS NULL)), 
	CONSTRAINT uq_messages_ref UNIQUE (ref), 
	CONSTRAINT fk_messages_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_messages_claimed_by FOREIGN KEY(claimed_by) REFERENCES people (id), 
	CONSTRAINT fk_messages_answered_by FOREIGN KEY(answered_by) REFERENCES people (id), 
	CONSTRAINT fk_messages_closed_by FOREIGN KEY(closed_by) REFERENCES people (id)
);
INSERT INTO "messages" VALUES(1,'M-HZH5-QH7S-RG','answered','network','Winston Archibald','winston.archibald@example.org','','Chapeltown Elders'' Domino League','Could a meeting be held in British Sign Language, and not with an interpreter at the side?',37,'2026-10-03 17:31:00.000000','2026-10-06',9,'2026-10-04 09:31:00.000000',9,'2026-10-04 09:31:00.000000','Yes. The spring meeting of the sensory network is led in sign language, with a voice-over for those who need it. Thank you for asking.',NULL,NULL,NULL,2);
INSERT INTO "messages" VALUES(2,'M-RTDY-M7JS-2F','closed','champions','HR desk','hr.desk@example.org','','','Please confirm the employment dates of a Ms Carver for a reference.',NULL,'2026-10-06 10:57:00.000000','2026-10-08',13,'2026-10-06 19:57:00.000000',NULL,NULL,NULL,13,'2026-10-06 19:57:00.000000','Not ours: passed on to the council''s staff office by telephone.',2);
INSERT INTO "messages" VALUES(3,'M-EJRZ-TQEA-ZG','answered','champions','Dot','','07700 900 862','','I did the training but I have no certificate. I need it for the care home.',NULL,'2026-10-11 07:52:00.000000','2026-10-13',10,'2026-10-11 22:52:00.000000',10,'2026-10-11 22:52:00.000000','Rang her. Her name was spelt in two ways. Mended, and the certificate went by post the same day.',NULL,NULL,NULL,2);
INSERT INTO "messages" VALUES(5,'M-DGCB-3WWB-JF','closed','other','no name','','0113 496 0400','','asdf asdf',NULL,'2026-10-19 08:56:00.000000','2026-10-21',9,'2026-10-19 16:56:00.000000',NULL,NULL,NULL,9,'2026-10-19 16:56:00.000000','A try-out, nothing is asked.',2);
INSERT INTO "messages" VALUES(18,'M-XDKV-CJH6-AJ','waiting','website','Mrs P. Akhtar','','0113 496 0117','','The page with the costs will not let me go on. I have typed the same figure three times. I am on the library computer and my hour ends at four. Please ring me, I do not have an e-mail.',NULL,'2026-11-21 18:20:00.000000','2026-11-24',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "messages" VALUES(19,'M-AGTZ-H4GF-QV','waiting','grant','Geoff Murgatroyd','geoff.murgatroyd@example.org','','The Tin Lid Shed','Our treasurer is in hospital and she has the bank letter. Can we send the application without it and let you have it in two weeks?',20,'2026-11-23 11:25:00.000000','2026-11-25',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
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
CREATE TABLE organisation_checks (
	id INTEGER NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	item VARCHAR(60) NOT NULL, 
	outcome VARCHAR(20) NOT NULL, 
	note TEXT NOT NULL, 
	checked_by INTEGER NOT NULL, 
	checked_at DATETIME NOT NULL, 
	CONSTRAINT pk_organisation_checks PRIMARY KEY (id), 
	CONSTRAINT uq_organisation_checks_organisation_id_item UNIQUE (organisation_id, item), 
	CONSTRAINT ck_organisation_checks_outcome CHECK (outcome IN ('yes', 'no', 'not_needed')), 
	CONSTRAINT fk_organisation_checks_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_organisation_checks_checked_by FOREIGN KEY(checked_by) REFERENCES people (id)
);
INSERT INTO "organisation_checks" VALUES(22,7,'governing','yes','Constitution dated 2019, clause 14: what is left goes to a charity with the same aims.',9,'2026-02-10 12:25:19.237536');
INSERT INTO "organisation_checks" VALUES(23,7,'committee','yes','Rang the secretary: chair, treasurer, secretary, none related.',9,'2026-02-10 12:03:19.237536');
INSERT INTO "organisation_checks" VALUES(24,7,'bank','yes','Saw the statement. Two signatures, not related.',9,'2026-02-10 12:07:19.237536');
INSERT INTO "organisation_checks" VALUES(25,7,'accounts','yes','Forecast for twelve months. It adds up.',9,'2026-02-10 12:13:19.237536');
INSERT INTO "organisation_checks" VALUES(26,7,'number','not_needed','No number and no need of one: takes in a few hundred pounds a year.',9,'2026-02-10 12:12:19.237536');
INSERT INTO "organisation_checks" VALUES(27,7,'address','yes','Same as in the register.',9,'2026-02-10 12:13:19.237536');
INSERT INTO "organisation_checks" VALUES(28,7,'safeguarding','not_needed','Open to all adults, nobody is alone with anybody.',9,'2026-02-10 12:27:19.237536');
INSERT INTO "organisation_checks" VALUES(92,17,'governing','yes','Read the articles. Asset lock in the last section.',11,'2026-02-06 10:12:28.722572');
INSERT INTO "organisation_checks" VALUES(93,17,'committee','yes','Four trustees in the register, not related.',11,'2026-02-06 10:07:28.722572');
INSERT INTO "organisation_checks" VALUES(94,17,'bank','yes','Statement from last month in the full name. Two of three sign.',11,'2026-02-06 10:07:28.722572');
INSERT INTO "organisation_checks" VALUES(95,17,'accounts','yes','A page of income and spending, signed off by the committee.',11,'2026-02-06 10:06:28.722572');
INSERT INTO "organisation_checks" VALUES(96,17,'number','not_needed','A small constituted group. None needed.',11,'2026-02-06 10:21:28.722572');
INSERT INTO "organisation_checks" VALUES(97,17,'address','yes','The hall''s own address. Post arrives.',11,'2026-02-06 10:08:28.722572');
INSERT INTO "organisation_checks" VALUES(98,17,'safeguarding','not_needed','Open to all adults, nobody is alone with anybody.',11,'2026-02-06 10:02:28.722572');
INSERT INTO "organisation_checks" VALUES(120,21,'governing','yes','Read the articles. Asset lock in the last section.',10,'2026-02-07 15:16:46.433579');
INSERT INTO "organisation_checks" VALUES(121,21,'committee','yes','Four trustees in the register, not related.',10,'2026-02-07 15:32:46.433579');
INSERT INTO "organisation_checks" VALUES(122,21,'bank','yes','Saw the statement. Two signatures, not related.',10,'2026-02-07 15:07:46.433579');
INSERT INTO "organisation_checks" VALUES(123,21,'accounts','yes','Accounts to March on the public register, in on time.',10,'2026-02-07 15:06:46.433579');
INSERT INTO "organisation_checks" VALUES(124,21,'number','yes','In the register, same name, up to date.',10,'2026-02-07 15:05:46.433579');
INSERT INTO "organisation_checks" VALUES(125,21,'address','yes','Secretary''s home. She answered my letter.',10,'2026-02-07 15:14:46.433579');
INSERT INTO "organisation_checks" VALUES(126,21,'safeguarding','yes','Seen. Checks for those who visit at home.',10,'2026-02-07 15:15:46.433579');
INSERT INTO "organisation_checks" VALUES(162,27,'governing','yes','Trust deed on file. The money goes to a like cause.',10,'2026-02-10 01:34:56.535643');
INSERT INTO "organisation_checks" VALUES(163,27,'committee','yes','Minutes of March name six people. Asked, none live together.',10,'2026-02-10 01:30:56.535643');
INSERT INTO "organisation_checks" VALUES(164,27,'bank','yes','Saw the statement. Two signatures, not related.',10,'2026-02-10 01:39:56.535643');
INSERT INTO "organisation_checks" VALUES(165,27,'accounts','yes','Forecast for twelve months. It adds up.',10,'2026-02-10 01:59:56.535643');
INSERT INTO "organisation_checks" VALUES(166,27,'number','yes','In the register. Trading name is ours, registered name in brackets.',10,'2026-02-10 01:33:56.535643');
INSERT INTO "organisation_checks" VALUES(167,27,'address','yes','Same as in the register.',10,'2026-02-10 01:39:56.535643');
INSERT INTO "organisation_checks" VALUES(168,27,'safeguarding','not_needed','Open to all adults, nobody is alone with anybody.',10,'2026-02-10 01:31:56.535643');
INSERT INTO "organisation_checks" VALUES(204,33,'governing','yes','Read the articles. Asset lock in the last section.',10,'2026-02-06 13:01:00.790053');
INSERT INTO "organisation_checks" VALUES(205,33,'committee','yes','Minutes of March name six people. Asked, none live together.',10,'2026-02-06 13:08:00.790053');
INSERT INTO "organisation_checks" VALUES(206,33,'bank','yes','Saw the statement. Two signatures, not related.',10,'2026-02-06 13:05:00.790053');
INSERT INTO "organisation_checks" VALUES(207,33,'accounts','yes','A page of income and spending, signed off by the committee.',10,'2026-02-06 13:21:00.790053');
INSERT INTO "organisation_checks" VALUES(208,33,'number','not_needed','No number and no need of one: takes in a few hundred pounds a year.',10,'2026-02-06 13:11:00.790053');
INSERT INTO "organisation_checks" VALUES(209,33,'address','yes','Same as in the register.',10,'2026-02-06 13:07:00.790053');
INSERT INTO "organisation_checks" VALUES(210,33,'safeguarding','yes','Seen. Checks for those who visit at home.',10,'2026-02-06 13:07:00.790053');
INSERT INTO "organisation_checks" VALUES(239,38,'governing','yes','Trust deed on file. The money goes to a like cause.',10,'2026-11-23 01:03:49.832184');
INSERT INTO "organisation_checks" VALUES(240,38,'committee','no','Only two names in the minutes.',10,'2026-11-23 00:46:49.832184');
INSERT INTO "organisation_checks" VALUES(241,38,'bank','no','One person can pay alone. They know, and are asking the bank.',10,'2026-11-23 01:02:49.832184');
INSERT INTO "organisation_checks" VALUES(242,38,'accounts','yes','Forecast for twelve months. It adds up.',10,'2026-11-23 00:56:49.832184');
INSERT INTO "organisation_checks" VALUES(243,38,'number','yes','Found it. The name matches to the letter.',10,'2026-11-23 01:04:49.832184');
INSERT INTO "organisation_checks" VALUES(244,38,'address','yes','Same as in the register.',10,'2026-11-23 01:11:49.832184');
INSERT INTO "organisation_checks" VALUES(245,38,'safeguarding','yes','Three pages, plain, and everybody there knew whom to tell.',10,'2026-11-23 00:45:49.832184');
INSERT INTO "organisation_checks" VALUES(274,43,'governing','yes','Rules adopted at the last yearly meeting, signed by the chair. The closing clause is there.',9,'2026-02-09 14:11:27.343092');
INSERT INTO "organisation_checks" VALUES(275,43,'committee','yes','Minutes of March name six people. Asked, none live together.',9,'2026-02-09 14:08:27.343092');
INSERT INTO "organisation_checks" VALUES(276,43,'bank','yes','Statement from last month in the full name. Two of three sign.',9,'2026-02-09 14:30:27.343092');
INSERT INTO "organisation_checks" VALUES(277,43,'accounts','yes','Accounts to March on the public register, in on time.',9,'2026-02-09 14:21:27.343092');
INSERT INTO "organisation_checks" VALUES(278,43,'number','yes','Found it. The name matches to the letter.',9,'2026-02-09 14:04:27.343092');
INSERT INTO "organisation_checks" VALUES(279,43,'address','yes','Secretary''s home. She answered my letter.',9,'2026-02-09 14:11:27.343092');
INSERT INTO "organisation_checks" VALUES(280,43,'safeguarding','yes','Three pages, plain, and everybody there knew whom to tell.',9,'2026-02-09 14:12:27.343092');
INSERT INTO "organisation_checks" VALUES(288,45,'governing','yes','Read the articles. Asset lock in the last section.',10,'2026-02-06 14:48:01.338779');
INSERT INTO "organisation_checks" VALUES(289,45,'committee','yes','Five on the committee, five surnames, five streets.',10,'2026-02-06 14:50:01.338779');
INSERT INTO "organisation_checks" VALUES(290,45,'bank','yes','Letter from the bank. Treasurer and secretary sign together.',10,'2026-02-06 15:07:01.338779');
INSERT INTO "organisation_checks" VALUES(291,45,'accounts','yes','A page of income and spending, signed off by the committee.',10,'2026-02-06 14:56:01.338779');
INSERT INTO "organisation_checks" VALUES(292,45,'number','yes','In the register, same name, up to date.',10,'2026-02-06 15:26:01.338779');
INSERT INTO "organisation_checks" VALUES(293,45,'address','yes','Same as in the register.',10,'2026-02-06 14:52:01.338779');
INSERT INTO "organisation_checks" VALUES(294,45,'safeguarding','yes','Policy of this year, names who to speak to.',10,'2026-02-06 15:22:01.338779');
INSERT INTO "organisation_checks" VALUES(1023,1,'governing','yes','Rules adopted at the last yearly meeting, signed by the chair. The closing clause is there.',9,'2026-11-24 08:46:38.541540');
INSERT INTO "organisation_checks" VALUES(1024,1,'committee','no','Chair and treasurer are married. There is one other.',9,'2026-11-24 08:24:38.541540');
INSERT INTO "organisation_checks" VALUES(1025,1,'bank','no','One person can pay alone. They know, and are asking the bank.',9,'2026-11-24 08:49:38.541540');
INSERT INTO "organisation_checks" VALUES(1026,1,'accounts','yes','A page of income and spending, signed off by the committee.',9,'2026-11-24 08:54:38.541540');
INSERT INTO "organisation_checks" VALUES(1027,1,'number','yes','In the register, same name, up to date.',9,'2026-11-24 08:38:38.541540');
INSERT INTO "organisation_checks" VALUES(1028,1,'address','yes','The hall''s own address. Post arrives.',9,'2026-11-24 08:39:38.541540');
INSERT INTO "organisation_checks" VALUES(1029,1,'safeguarding','yes','Policy of this year, names who to speak to.',9,'2026-11-24 08:34:38.541540');
INSERT INTO "organisation_checks" VALUES(1030,2,'governing','yes','Read the articles. Asset lock in the last section.',11,'2026-02-07 08:26:52.526312');
INSERT INTO "organisation_checks" VALUES(1031,2,'committee','yes','Minutes of March name six people. Asked, none live together.',11,'2026-02-07 08:44:52.526312');
INSERT INTO "organisation_checks" VALUES(1032,2,'bank','yes','Letter from the bank. Treasurer and secretary sign together.',11,'2026-02-07 08:42:52.526312');
INSERT INTO "organisation_checks" VALUES(1033,2,'accounts','yes','Accounts to March on the public register, in on time.',11,'2026-02-07 08:42:52.526312');
INSERT INTO "organisation_checks" VALUES(1034,2,'number','yes','Found it. The name matches to the letter.',11,'2026-02-07 08:58:52.526312');
INSERT INTO "organisation_checks" VALUES(1035,2,'address','yes','Secretary''s home. She answered my letter.',11,'2026-02-07 08:47:52.526312');
INSERT INTO "organisation_checks" VALUES(1036,2,'safeguarding','yes','Policy of this year, names who to speak to.',11,'2026-02-07 08:50:52.526312');
CREATE TABLE organisation_merges (
	id INTEGER NOT NULL, 
	ref VARCHAR(40) NOT NULL, 
	record_id INTEGER NOT NULL, 
	into_id INTEGER NOT NULL, 
	because TEXT NOT NULL, 
	merged_by INTEGER NOT NULL, 
	merged_at DATETIME NOT NULL, 
	apart_because TEXT, 
	apart_by INTEGER, 
	apart_at DATETIME, 
	CONSTRAINT pk_organisation_merges PRIMARY KEY (id), 
	CONSTRAINT ck_organisation_merges_two_records CHECK (record_id <> into_id), 
	CONSTRAINT ck_organisation_merges_apart_has_reason CHECK ((apart_at IS NULL) = (apart_by IS NULL) AND (apart_at IS NULL) = (apart_because IS NULL)), 
	CONSTRAINT uq_organisation_merges_ref UNIQUE (ref), 
	CONSTRAINT fk_organisation_merges_record_id FOREIGN KEY(record_id) REFERENCES organisations (id), 
	CONSTRAINT fk_organisation_merges_into_id FOREIGN KEY(into_id) REFERENCES organisations (id), 
	CONSTRAINT fk_organisation_merges_merged_by FOREIGN KEY(merged_by) REFERENCES people (id), 
	CONSTRAINT fk_organisation_merges_apart_by FOREIGN KEY(apart_by) REFERENCES people (id)
);
CREATE TABLE "organisations" (
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
	state VARCHAR(40) NOT NULL, 
	waiting_since DATETIME NOT NULL, 
	check_due_on DATE NOT NULL, 
	check_opened_at DATETIME NOT NULL, 
	judged_by INTEGER, 
	judged_at DATETIME, 
	merged_into_id INTEGER, 
	main_contact_name TEXT NOT NULL, 
	main_contact_role TEXT NOT NULL, 
	main_contact_email TEXT NOT NULL, 
	main_contact_phone TEXT NOT NULL, 
	second_contact_name TEXT NOT NULL, 
	second_contact_role TEXT NOT NULL, 
	second_contact_email TEXT NOT NULL, 
	second_contact_phone TEXT NOT NULL, 
	safeguarding_lead_name TEXT NOT NULL, 
	safeguarding_lead_email TEXT NOT NULL, 
	safeguarding_lead_phone TEXT NOT NULL, 
	CONSTRAINT pk_organisations PRIMARY KEY (id), 
	CONSTRAINT ck_organisations_judged_has_judge CHECK ((state IN ('verified', 'refused')) = (judged_at IS NOT NULL) AND (judged_at IS NULL) = (judged_by IS NULL)), 
	CONSTRAINT uq_organisations_ref UNIQUE (ref), 
	CONSTRAINT ck_organisations_not_into_itself CHECK (merged_into_id <> id), 
	CONSTRAINT fk_organisations_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES organisations (id), 
	CONSTRAINT ck_organisations_state CHECK (state IN ('unverified', 'more_needed', 'verified', 'refused')), 
	CONSTRAINT fk_organisations_judged_by FOREIGN KEY(judged_by) REFERENCES people (id), 
	CONSTRAINT ck_organisations_main_contact_reached CHECK ((main_contact_name = '') = (main_contact_email = '') AND (main_contact_name <> '' OR (main_contact_role = '' AND main_contact_phone = ''))), 
	CONSTRAINT ck_organisations_second_contact_reached CHECK ((second_contact_name = '') = (second_contact_email = '') AND (second_contact_name <> '' OR (second_contact_role = '' AND second_contact_phone = ''))), 
	CONSTRAINT ck_organisations_safeguarding_lead_reached CHECK ((safeguarding_lead_name = '') = (safeguarding_lead_email = '' AND safeguarding_lead_phone = '')), 
	CONSTRAINT ck_organisations_two_contacts CHECK (main_contact_email = '' OR main_contact_email <> second_contact_email)
);
INSERT INTO "organisations" VALUES('IP4wLCReDjAfb8qpq1n1Xg','Hyde Park Tea and Tech','hyde park tea tech','charity','1990975',NULL,'1 Old School Walk, Hyde Park','LS6 3TH','E05011397','We run a café with patience: tea, toast and someone to sit beside you while you work out your phone. Students and pensioners share the same long table.','','0113 496 0232','25k_75k','["older", "low_income", "families"]','["E05011397", "E05011402", "E05011403"]','["en", "ur", "ar"]','2026-01-31 08:29:40.034222',2,1,'more_needed','2026-11-08 04:35:43.787063','2026-11-20','2026-11-08 04:35:43.787063',NULL,NULL,NULL,'Amina Yusuf','Treasurer','amina.yusuf@example.org','0113 496 0232','Tom Barker','Coordinator','tom.barker@example.org','07700 900970','Tom Barker','tom.barker@example.org','');
INSERT INTO "organisations" VALUES('imfPmjIfk_yI2_bcDWwVSA','Seacroft Signing Circle','seacroft signing circle','charity','1992617',NULL,'33 Station Terrace, Seacroft','LS14 6RS','E05011400','A club for Deaf people who use British Sign Language, and for their families. We meet, we eat, we interpret letters and we argue about football with our hands.','','0113 496 0268','5k_25k','["deaf", "older"]','["E05011400", "E05011391", "E05011394", "E05011388"]','["bfi", "en"]','2026-01-31 08:29:40.034422',2,2,'verified','2026-01-31 08:29:40.034422','2026-02-13','2026-01-31 08:29:40.034422',11,'2026-02-07 09:03:52.526312',NULL,'Grace Oyelaran','Trustee','grace.oyelaran@example.org','0113 496 0268','Ben Whitworth','Coordinator','ben.whitworth@example.org','','Ben Whitworth','','07700 900337');
INSERT INTO "organisations" VALUES('AloUZ9rcrbjXwLayTgI4Vw','Cross Green Kitchen Table','cross green kitchen table','group',NULL,NULL,'19 Station Terrace, Cross Green','LS9 9DW','E05011388','We''re neighbours who cook together once a week and do each other''s paperwork. It started in lockdown with a pan of soup on a wall.','','0113 496 0283','under_5k','["low_income", "families", "older"]','["E05011388", "E05011399"]','["en", "pl"]','2026-01-31 08:29:40.034649',1,3,'unverified','2026-11-26 02:20:20.611103','2026-12-10','2026-11-26 02:20:20.611103',NULL,NULL,NULL,'Marcia Campbell','Treasurer','marcia.campbell@example.org','0113 496 0283','','','','','','','');
INSERT INTO "organisations" VALUES('2bhoIFMc3UJ345Z8t1ljBw','Gipton Growers'' Plot','gipton growers plot','group',NULL,NULL,'32 Ropemakers'' Row, Gipton','LS14 6GQ','E05011394','An allotment that anyone on the estate can work on. We grow callaloo, leeks and a fair amount of bindweed.','','0113 496 0234','under_5k','["mental_health", "low_income", "new_english"]','["E05011394", "E05011400"]','["en", "ti"]','2026-01-31 08:29:40.035064',2,7,'verified','2026-01-31 08:29:40.035064','2026-02-13','2026-01-31 08:29:40.035064',9,'2026-02-10 12:31:19.237536',NULL,'Desmond Blake','Committee member','desmond.blake@example.org','0113 496 0234','Wendy Pickles','Founder','wendy.pickles@example.org','07700 900812','Roger Greenwood','roger.greenwood@example.org','');
INSERT INTO "organisations" VALUES('bB2vBlqtAKPJfCxlM2uFjw','Different Wiring','different wiring','group',NULL,NULL,'14 Tannery Court, West Park','LS16 5HT','E05011413','Autistic adults who meet in a quiet room and online, mostly about trains, justice and soup. Nobody has to talk.','','0113 496 0298','under_5k','["autistic", "mental_health"]','["E05011413", "E05011397", "E05011547"]','["en"]','2026-01-31 08:29:40.036060',2,17,'verified','2026-01-31 08:29:40.036060','2026-02-13','2026-01-31 08:29:40.036060',11,'2026-02-06 10:24:28.722572',NULL,'','','','','','','','','','','');
INSERT INTO "organisations" VALUES('fhWK79rsv9HJhsHcU7pIxg','Chapeltown Elders'' Domino League','chapeltown elders domino league','charity','1994021',NULL,'7 Old School Walk, Chapeltown','LS7 3QJ','E05011390','Dominoes, dinner and dancing for Caribbean elders. We bury our dead properly and look after who is left.','','0113 496 0271','5k_25k','["older", "carers"]','["E05011390", "E05011411", "E05011394"]','["en"]','2026-01-31 08:29:40.036443',2,21,'verified','2026-01-31 08:29:40.036443','2026-02-13','2026-01-31 08:29:40.036443',10,'2026-02-07 15:38:46.433579',NULL,'Winston Archibald','Volunteer lead','winston.archibald@example.org','0113 496 0271','Florin Stoica','Trustee','florin.stoica@example.org','07700 900347','Florin Stoica','florin.stoica@example.org','07700 900347');
INSERT INTO "organisations" VALUES('1KgQVN18vS6Ylo8pboyEEw','Stanningley Steps','stanningley steps','charity','1990661',NULL,'2 Chapel Row, Stanningley','LS13 2EJ','E05011387','A dry café and meetings for people who''ve stopped drinking, using or gambling. Everyone on the rota has been where you are.','','0113 496 0275','75k_150k','["recovery", "mental_health", "homeless"]','["E05011387", "E05011409", "E05011385"]','["en"]','2026-01-31 08:29:40.036939',2,27,'verified','2026-01-31 08:29:40.036939','2026-02-13','2026-01-31 08:29:40.036939',10,'2026-02-10 02:05:56.535643',NULL,'Lee Farrar','Coordinator','lee.farrar@example.org','0113 496 0275','','','','','Lee Farrar','','07700 900397');
INSERT INTO "organisations" VALUES('iXzDp1JaZi02Yp7n6LT6cg','Rothwell Pit Lamp History Group','rothwell pit lamp history group','group',NULL,NULL,'5 Brickfield Place, Rothwell','LS26 0DG','E05011410','We keep the story of the pit villages: lamps, tallies, banners and a great many photographs. Open days every spring.','','0113 496 0282','under_5k','["older"]','["E05011410", "E05011384"]','["en"]','2026-01-31 08:29:40.037427',2,33,'verified','2026-01-31 08:29:40.037427','2026-02-13','2026-01-31 08:29:40.037427',10,'2026-02-06 13:37:00.790053',NULL,'','','','','','','','','','','');
INSERT INTO "organisations" VALUES('Q2Chq_A57uqJDdGtrbxX2A','The Tingley Rovers on Wheels','tingley rovers on wheels','charity','1992574',NULL,'51 Mill Lane, Tingley','LS26 0XS','E05011384','Wheelchair sports, days out and straight talking. Our members are from nine to seventy.','','0113 496 0233','25k_75k','["disabled", "families"]','["E05011384", "E05011410", "E05011407"]','["en"]','2026-01-31 08:29:40.037871',2,38,'more_needed','2026-11-13 13:06:02.005856','2026-11-27','2026-11-13 13:06:02.005856',NULL,NULL,NULL,'Marcus Thorley','Secretary','marcus.thorley@example.org','0113 496 0233','Tendai Moyo','Chair of trustees','tendai.moyo@example.org','07700 900934','Tendai Moyo','tendai.moyo@example.org','07700 900934');
INSERT INTO "organisations" VALUES('rdAQ940fOigxnkxdF7FVHQ','Safe Harbour Rooms','safe harbour rooms','charity','1992848',NULL,'PO Box 31','LS2 9QD','E05011403','Advice, a helpline and safe rooms for women and children who''ve left violence at home. We do not publish where we are.','','0113 496 0266','150k_500k','["survivors", "families", "refugees"]','["E05011403", "E05011388", "E05011387", "E05011404"]','["en", "ur", "pl", "ro"]','2026-01-31 08:29:40.038339',2,43,'verified','2026-01-31 08:29:40.038339','2026-02-13','2026-01-31 08:29:40.038339',9,'2026-02-09 14:36:27.343092',NULL,'Bronwen Pugh','Manager','bronwen.pugh@example.org','0113 496 0266','Imtiaz Rafiq','Treasurer','imtiaz.rafiq@example.org','','Imtiaz Rafiq','imtiaz.rafiq@example.org','07700 900822');
INSERT INTO "organisations" VALUES('buYjTRT8Nh8a-wfguoKfUQ','Roadside Reading','roadside reading','cio','1993083',NULL,'50 Orchard Mount, Cottingley','LS11 9XJ','E05012647','A van with books, a kettle and a teacher that goes round the sites where Travellers live. We were asked to come, and that makes all the difference.','','0113 496 0252','25k_75k','["travellers", "families"]','["E05012647", "E05011399", "E05011406"]','["en", "rom"]','2026-01-31 08:29:40.039448',2,45,'verified','2026-01-31 08:29:40.039448','2026-02-13','2026-01-31 08:29:40.039448',10,'2026-02-06 15:28:01.338779',NULL,'Noreen Doherty','Manager','noreen.doherty@example.org','0113 496 0252','','','','','Noreen Doherty','noreen.doherty@example.org','07700 900360');
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
CREATE TABLE pdf_copies (
	id INTEGER NOT NULL, 
	ref VARCHAR(40) NOT NULL, 
	application_id INTEGER NOT NULL, 
	kind VARCHAR(60) NOT NULL, 
	asked_by INTEGER, 
	asked_at DATETIME NOT NULL, 
	tries INTEGER NOT NULL, 
	leased_until DATETIME, 
	failed_at DATETIME, 
	made_at DATETIME, 
	pdf BLOB, 
	CONSTRAINT pk_pdf_copies PRIMARY KEY (id), 
	CONSTRAINT uq_pdf_copies_application_id_kind UNIQUE (application_id, kind), 
	CONSTRAINT ck_pdf_copies_kind CHECK (kind IN ('whole', 'hidden')), 
	CONSTRAINT ck_pdf_copies_made_has_bytes CHECK ((made_at IS NULL) = (pdf IS NULL)), 
	CONSTRAINT ck_pdf_copies_made_or_failed CHECK (made_at IS NULL OR failed_at IS NULL), 
	CONSTRAINT uq_pdf_copies_ref UNIQUE (ref), 
	CONSTRAINT fk_pdf_copies_application_id FOREIGN KEY(application_id) REFERENCES applications (id), 
	CONSTRAINT fk_pdf_copies_asked_by FOREIGN KEY(asked_by) REFERENCES people (id)
);
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
INSERT INTO "people" VALUES('RUG55HW4JbygTlRG3hW7cA','amina.yusuf@example.org','Amina Yusuf','2026-01-31 08:29:40.060700',1);
INSERT INTO "people" VALUES('jhoV7AJiOmynJCegzJNtig','tom.barker@example.org','Tom Barker','2026-01-31 08:29:40.061958',2);
INSERT INTO "people" VALUES('dKHWngIEUt-Yatxtqsb_nA','grace.oyelaran@example.org','Grace Oyelaran','2026-01-31 08:29:40.062302',3);
INSERT INTO "people" VALUES('V6Ldh78YEtT8ChJpcy8wRw','ben.whitworth@example.org','Ben Whitworth','2026-01-31 08:29:40.062625',4);
INSERT INTO "people" VALUES('8ze0EMRK7JtKlcAJcYteFg','marcia.campbell@example.org','Marcia Campbell','2026-01-31 08:29:40.062878',5);
INSERT INTO "people" VALUES('T5qQ0Y5MW6iNuJ6v8gp2ow','ruth.shah@example.org','Ruth Shah','2026-01-31 08:29:40.063087',6);
INSERT INTO "people" VALUES('LZ8C1pp5fUtzJbk8iFGMYg','daniel.kowalski@example.org','Daniel Kowalski','2026-01-31 08:29:40.063319',7);
INSERT INTO "people" VALUES('HyqhIVus1FHOxFVXQBLLVw','hannah.thwaite@example.org','Hannah Thwaite','2026-01-31 08:29:40.063538',8);
INSERT INTO "people" VALUES('dB2k6hclMTv167iMG3f8Ug','joyce.adeyemi@example.org','Joyce Adeyemi','2026-01-31 08:29:40.063750',9);
INSERT INTO "people" VALUES('DukW0rQ-d-Jo6B64wuYi0Q','martin.hargreaves@example.org','Martin Hargreaves','2026-01-31 08:29:40.063937',10);
INSERT INTO "people" VALUES('VTHR4dyYW9C81QUe-IQpMQ','priya.nair@example.org','Priya Nair','2026-01-31 08:29:40.064119',11);
INSERT INTO "people" VALUES('yH6rgpDYpbPYmgfxxRubpQ','colin.sugden@example.org','Colin Sugden','2026-01-31 08:29:40.064304',12);
INSERT INTO "people" VALUES('Pv63cRfXcVLW5901vc_gUQ','leanne.horsfall@example.org','Leanne Horsfall','2026-01-31 08:29:40.064523',13);
INSERT INTO "people" VALUES('VacyeD38eMbxlh4iZh9esQ','philippa.naylor@example.org','Philippa Naylor','2026-01-31 08:29:40.064712',14);
INSERT INTO "people" VALUES('FTRg4qVlf9GvcNT8UihOqg','imran.siddiqui@example.org','Imran Siddiqui','2026-01-31 08:29:40.066390',15);
INSERT INTO "people" VALUES('N7h-XsxMzfFRotKvDo2LIw','helen.ackroyd@example.org','Helen Ackroyd','2026-01-31 08:29:40.067393',16);
INSERT INTO "people" VALUES('_1hUcoEv45Qr6rkOCZ8f6Q','wei.chen@example.org','Wei Chen','2026-01-31 08:29:40.068009',17);
INSERT INTO "people" VALUES('vtTOdXAVAbaiY4znoRTE5w','farida.rahman@example.org','Farida Rahman','2026-01-31 08:29:40.068320',18);
INSERT INTO "people" VALUES('nCtIbghCVTjSPcUiILXd4A','neil.ferris@example.org','Neil Ferris','2026-01-31 08:29:40.068572',19);
INSERT INTO "people" VALUES('9ONAulbujIMOvPAaGOVIgQ','geoff.murgatroyd@example.org','Geoff Murgatroyd','2026-01-31 08:29:40.529570',20);
INSERT INTO "people" VALUES('Kf3VYO5DD-5LHgFLxrEvbA','desmond.blake@example.org','Desmond Blake','2026-01-31 08:29:40.532232',23);
INSERT INTO "people" VALUES('3jG8taJhwnCIyo3VRaKpvw','ellis.fairburn@example.org','Ellis Fairburn','2026-01-31 08:29:40.536621',33);
INSERT INTO "people" VALUES('SnCDaNVS-ZIyRJ_SR0BfsQ','winston.archibald@example.org','Winston Archibald','2026-01-31 08:29:40.538155',37);
INSERT INTO "people" VALUES('DhhgakIy5PdACRLR3RUcqw','lee.farrar@example.org','Lee Farrar','2026-01-31 08:29:40.541182',43);
INSERT INTO "people" VALUES('L9smyyCqgJwr0tC-ShniBQ','raymond.spink@example.org','Raymond Spink','2026-01-31 08:29:40.557620',49);
INSERT INTO "people" VALUES('L2Forg7WgGKBLz5WZcNXcA','marcus.thorley@example.org','Marcus Thorley','2026-01-31 08:29:40.559976',54);
INSERT INTO "people" VALUES('Jvis9dM1Nr1P7cguHT_0qQ','bronwen.pugh@example.org','Bronwen Pugh','2026-01-31 08:29:40.562093',59);
INSERT INTO "people" VALUES('q8SLEv_E-K2KbKg1Y5Zekw','noreen.doherty@example.org','Noreen Doherty','2026-01-31 08:29:40.563649',61);
INSERT INTO "people" VALUES('k8KQyNQmBHVvy3uJaD2qhg','ifeoma.danjuma@example.org','Ifeoma Danjuma','2026-01-31 08:29:43.761630',177);
INSERT INTO "people" VALUES('lR27q92aH8U15AHMOdmDIA','sam.whitaker@example.org','Sam Whitaker','2026-01-31 08:29:44.160945',181);
INSERT INTO "people" VALUES('N19wyAP2XleeYfx4P51grA','beginner@example.org','','2026-11-27 08:29:44.172131',182);
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
CREATE TABLE recovery_codes (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	made_at DATETIME NOT NULL, 
	used_at DATETIME, 
	CONSTRAINT pk_recovery_codes PRIMARY KEY (id), 
	CONSTRAINT uq_recovery_codes_person_id_digest UNIQUE (person_id, digest), 
	CONSTRAINT fk_recovery_codes_person_id FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "recovery_codes" VALUES(1,6,'87b6aa32758bd42c319ef446c2ca3b85efcaabe61863036f391b1cf8bacb5a09','2026-01-31 08:29:40.068971','2026-02-01 08:29:40.068971');
INSERT INTO "recovery_codes" VALUES(2,6,'64b3c64edefe12b8bcd9e677b571522fb3442e0b3cccffbaa725d269cd75c7be','2026-01-31 08:29:40.068971','2026-03-03 08:29:40.068971');
INSERT INTO "recovery_codes" VALUES(11,7,'b506f391ee2e16978d0033848eee290927695f4216b2d8819e21e068674b2fe5','2026-01-31 08:29:40.069676','2026-02-01 08:29:40.069676');
INSERT INTO "recovery_codes" VALUES(12,7,'927f8697c8a031e2c51db2eda39d885793c64265fb69d849c06526c9a35fac67','2026-01-31 08:29:40.069676','2026-03-03 08:29:40.069676');
INSERT INTO "recovery_codes" VALUES(21,8,'c4027a2733353c3cd504e308dc8824a79d0c51b8b1aac9a8bcb48ec6912f12af','2026-01-31 08:29:40.071111','2026-02-01 08:29:40.071111');
INSERT INTO "recovery_codes" VALUES(22,8,'c32e10e76e5245f03f88898e0e8ffc56fa62c5f28c35af60e3a6cf663d9fea2d','2026-01-31 08:29:40.071111','2026-03-03 08:29:40.071111');
INSERT INTO "recovery_codes" VALUES(31,9,'825a51edc3fc572a9f1b24ca0fe9f053a909e76648dcdf2a11ed958ac19f0c27','2026-01-31 08:29:40.072044','2026-02-01 08:29:40.072044');
INSERT INTO "recovery_codes" VALUES(32,9,'eeb1b722d1752aa0bfc9214a8942364fe53f22a615fa27a1fbe7f4183d782c80','2026-01-31 08:29:40.072044','2026-03-03 08:29:40.072044');
INSERT INTO "recovery_codes" VALUES(41,10,'4b231af188b64e5ea2f10b69a7fc4adad47eab543a81984887a37cc594e1da0d','2026-01-31 08:29:40.072522','2026-02-01 08:29:40.072522');
INSERT INTO "recovery_codes" VALUES(42,10,'e815be0bca70e77391eb39f9457217b65b578c842db46c09f0c540fccc295a2b','2026-01-31 08:29:40.072522','2026-03-03 08:29:40.072522');
INSERT INTO "recovery_codes" VALUES(51,11,'66fa9f2c64625da008f949bd2898b9629a2ef6514bfc369861707119d6dbd0e0','2026-01-31 08:29:40.230118','2026-02-01 08:29:40.230118');
INSERT INTO "recovery_codes" VALUES(52,11,'db17e3fbcd530d6f361658b727d6f42b42246f6fcab429aaa3e10d42c89eded7','2026-01-31 08:29:40.230118','2026-03-03 08:29:40.230118');
INSERT INTO "recovery_codes" VALUES(61,12,'1450001c6576c6edcf2df22053ba7c4c9135bef580e1c0fc7dcde233ee8c5d33','2026-01-31 08:29:40.230635','2026-02-01 08:29:40.230635');
INSERT INTO "recovery_codes" VALUES(62,12,'2fe1a31b13dfe238661e559ddd107571576155102c65856ab06881736032cdee','2026-01-31 08:29:40.230635','2026-03-03 08:29:40.230635');
INSERT INTO "recovery_codes" VALUES(71,13,'dece2bb7ad8fc61d26ab77e2873bc5d68891415850dba3b39ac395552a7bd094','2026-01-31 08:29:40.231050','2026-02-01 08:29:40.231050');
INSERT INTO "recovery_codes" VALUES(72,13,'6b7c2acd2576e2767df350b2c3dae8ccf12c7facd385d0077087ea274e0c8110','2026-01-31 08:29:40.231050','2026-03-03 08:29:40.231050');
INSERT INTO "recovery_codes" VALUES(81,14,'6c879a0423da55112522aeae93e4ddce0f075d02f26b425e89e74cb8071cd610','2026-01-31 08:29:40.231391','2026-02-01 08:29:40.231391');
INSERT INTO "recovery_codes" VALUES(82,14,'c86a25f21489ef849bcbe20f21f63860349d7e334f03abb816d6f990c85169bc','2026-01-31 08:29:40.231391','2026-03-03 08:29:40.231391');
INSERT INTO "recovery_codes" VALUES(91,15,'8fa4174374131320d2e925899abb5369ab552f37d1f2f78b2450e9de8e6c9b16','2026-01-31 08:29:40.231698','2026-02-01 08:29:40.231698');
INSERT INTO "recovery_codes" VALUES(92,15,'7ecf0d56852024639749837755b79d5caf898d4fa69954019fe0e7ac052bbefd','2026-01-31 08:29:40.231698','2026-03-03 08:29:40.231698');
INSERT INTO "recovery_codes" VALUES(101,16,'d16c0a14c0e1e7ca4448f032c92e3eb9e89498e34bdcdf504e924cde0e12a8c4','2026-01-31 08:29:40.232022','2026-02-01 08:29:40.232022');
INSERT INTO "recovery_codes" VALUES(102,16,'22d6773bcfe9c750de5028871efbeed5ce5a0e4ffa6fe40eb2a89f59fb671c25','2026-01-31 08:29:40.232022','2026-03-03 08:29:40.232022');
INSERT INTO "recovery_codes" VALUES(111,17,'e9788d8e05f20a6941283b283d402a67ed88784d19df54bf8370ff476a710ca0','2026-01-31 08:29:40.232425','2026-02-01 08:29:40.232425');
INSERT INTO "recovery_codes" VALUES(112,17,'dbd8607a055bcacbebb9957955b611608db05172af3cf9d18abde3c300982867','2026-01-31 08:29:40.232425','2026-03-03 08:29:40.232425');
CREATE TABLE round_plans (
	id INTEGER NOT NULL, 
	code VARCHAR(40) NOT NULL, 
	round_id INTEGER, 
	document JSON NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by INTEGER, 
	version INTEGER NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	CONSTRAINT pk_round_plans PRIMARY KEY (id), 
	CONSTRAINT ck_round_plans_state CHECK (state IN ('planned', 'published', 'changing', 'dropped')), 
	CONSTRAINT ck_round_plans_published_has_round CHECK ((round_id IS NULL) = (state IN ('planned', 'dropped'))), 
	CONSTRAINT ck_round_plans_version CHECK (version > 0), 
	CONSTRAINT uq_round_plans_code UNIQUE (code), 
	CONSTRAINT uq_round_plans_round_id UNIQUE (round_id), 
	CONSTRAINT fk_round_plans_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT fk_round_plans_changed_by FOREIGN KEY(changed_by) REFERENCES people (id)
);
INSERT INTO "round_plans" VALUES(1,'spring-2026',1,'{}','2026-11-27 08:29:40.296796',NULL,1,'published');
INSERT INTO "round_plans" VALUES(2,'summer-2026',2,'{}','2026-11-27 08:29:40.335092',NULL,1,'published');
INSERT INTO "round_plans" VALUES(3,'autumn-2026',3,'{}','2026-11-27 08:29:40.345466',NULL,1,'published');
INSERT INTO "round_plans" VALUES(4,'getting-connected-small-grants',4,'{"fund": {"code": "getting-connected", "name": "Getting Connected small grants", "purpose": "Small grants for community groups in Leeds that help people get online safely and with confidence. We start with the people who are furthest from it."}, "round": {"code": "getting-connected-small-grants", "title": "Getting Connected small grants, spring 2027", "prefix": "GC", "opens": "2027-03-08T09:00:00", "closes": "2027-05-21T12:00:00", "grace_minutes": 30, "budget": "\u00a390,000", "smallest": "\u00a3500", "largest": "\u00a35,000", "assessments_needed": 2, "names_hidden": false, "checked_by": "2027-06-04", "assessed_by": "2027-06-25", "panel_on": "2027-07-02", "told_by": "2027-07-09", "about": "You know the people in Leeds who are not online. They come to your lunch club, your sewing table or your football pitch. They trust you. A small grant can help you to help them.\n\nSpend it in the twelve months after we tell you. It can be something new, or more of something that works already.\n\nWe want to reach furthest first. That means people who are most often left out: because of money, health, language, a disability, or a hard time in their life. Some of them live in the poorest parts of the city. Others live all over it, and that counts just as much.\n\nYou do not need to be a computer expert. Patience and a warm room go a long way.", "pays_for": ["phones, tablets and laptops that people use with you, borrow or keep", "data, SIM cards and wifi", "sessional workers, trainers and interpreters", "expenses, training and a thank-you for volunteers", "room hire, travel and refreshments", "equipment that makes a screen easier to see, hear, hold or read"], "does_not_pay_for": ["anything you have already bought, or agreed to buy", "political campaigns, or promoting a religion", "grants that you would pass on to others", "work outside Leeds", "a profit for anyone"]}, "eligibility": [{"code": "area", "question": "Will the people you help live in Leeds?", "right_answer": "yes", "why_not": "This fund is only for people who live in Leeds. Your own council or your local community foundation may have a fund like it. Write to us if you are not sure where Leeds ends: we are glad to look.", "hint": "It is fine if a few of them live just over the border"}, {"code": "not_for_profit", "question": "Are you a charity, a community interest company or a group run for the good of others?", "right_answer": "yes", "why_not": "This fund is only for groups that are not run for profit and are not part of a council or the NHS. If you are one person with a good idea, a group near you may like to apply with you. If you work for a public team, talk to us: we can often help in other ways.", "hint": "A small group with a written set of rules counts. You do not need a charity number"}, {"code": "committee", "question": "Do at least three people run your group who are not related and do not live together?", "right_answer": "yes", "why_not": "We need three people who are not related, so that no one household decides about public money. You could ask one or two others to join you, then apply. Or another group could apply and work with you.", "hint": "They may be called trustees, directors or a committee. Related means by blood, marriage or as partners"}, {"code": "bank", "question": "Does your group have a bank account in its own name, with two unrelated people who agree each payment?", "right_answer": "yes", "why_not": "We can only pay into an account in the group''s name that needs two people. Many banks open one for free, but it can take some weeks. If a charity you trust would hold the money for you, that charity can apply on your behalf.", "hint": "We do not ask for the account''s details now. We ask only if you are awarded a grant"}, {"code": "spent", "question": "Have you already spent the money you would ask for, or promised to?", "right_answer": "no", "why_not": "We cannot pay for what has been bought or ordered already. You can still apply for what comes next. Leave out of your costs whatever has been paid for."}, {"code": "overdue", "question": "Do you owe us a report on an earlier grant?", "right_answer": "no", "why_not": "Please send us the report first: it often takes ten minutes. As soon as it is in you can apply. Ring us if something made it hard: we would rather talk than chase.", "hint": "If you never had one from us, the answer is no"}], "sections": [{"code": "organisation", "title": "Your organisation", "questions": [{"code": "org_type", "kind": "choice", "label": "What kind of organisation are you?", "choices": [{"code": "charity", "label": "Registered charity"}, {"code": "cio", "label": "Charitable incorporated organisation (CIO)"}, {"code": "cic", "label": "Community interest company (CIC)"}, {"code": "company", "label": "Company limited by guarantee"}, {"code": "group", "label": "Constituted group without a number"}, {"code": "other", "label": "Something else"}]}, {"code": "org_income", "kind": "choice", "label": "How much money came in last year?", "hint": "If you are new, choose what you expect in your first year", "choices": [{"code": "under_5k", "label": "Less than \u00a35,000"}, {"code": "5k_25k", "label": "\u00a35,000 to \u00a325,000"}, {"code": "25k_75k", "label": "\u00a325,000 to \u00a375,000"}, {"code": "75k_150k", "label": "\u00a375,000 to \u00a3150,000"}, {"code": "150k_500k", "label": "\u00a3150,000 to \u00a3500,000"}, {"code": "over_500k", "label": "More than \u00a3500,000"}]}, {"code": "org_started", "kind": "number", "label": "In which year did you start?", "hint": "For example, 2014. Your best guess is fine", "least": 1800, "most": 2030}]}, {"code": "contacts", "title": "Who we can talk to", "questions": [{"code": "contact_name", "kind": "text", "label": "Who should we ask for about this application?"}, {"code": "contact_phone", "kind": "text", "label": "What is their phone number?", "hint": "We ring only if an e-mail gets no answer", "required": false, "format": "phone"}, {"code": "second_name", "kind": "text", "label": "Who else can speak for your organisation?", "hint": "Not related to the first person, and not living with them"}, {"code": "second_email", "kind": "text", "label": "What is the second person''s e-mail address?", "hint": "Not the first person''s address", "format": "email"}]}, {"code": "project", "title": "What you will do", "questions": [{"code": "title", "kind": "text", "label": "What do you call your project?", "hint": "A few words that say what it is. We publish the title if you get a grant", "most": 140, "is_title": true}, {"code": "summary", "kind": "long_text", "label": "Tell us in short what you want to do", "hint": "Write it as you would tell a neighbour", "words": 150, "is_summary": true}, {"code": "plan", "kind": "long_text", "label": "How will you do it?", "hint": "What happens, where and how often. Who your helpers are, and what they are good at", "words": 250}, {"code": "starts", "kind": "date", "label": "When do you want to start?", "hint": "Choose a day after the one on which we tell you"}, {"code": "ends", "kind": "date", "label": "When will you have finished?", "hint": "Within twelve months of your start", "not_before": "starts"}]}, {"code": "people", "title": "Who will benefit", "questions": [{"code": "communities", "kind": "communities", "label": "Which communities will you work with?", "hint": "Choose all that fit"}, {"code": "people_helped", "kind": "number", "label": "How many different people will you help?", "hint": "Count each person once, however often they come", "least": 1, "most": 100000, "is_people": true}, {"code": "wards", "kind": "wards", "label": "Where do they live?", "hint": "A guess for each ward is fine. If they come from all over the city, fill in the ones you know", "required": false}, {"code": "groups", "kind": "groups", "label": "Who are they?", "required": false}, {"code": "furthest", "kind": "long_text", "label": "Why are these the people to start with?", "hint": "What do you know about their lives that we might not?", "words": 150}]}, {"code": "barriers", "title": "What stands in their way", "questions": [{"code": "barriers", "kind": "barriers", "label": "Which of these will you do something about?", "hint": "Choose the ones that matter most"}, {"code": "barriers_how", "kind": "long_text", "label": "What will you do about them?", "words": 100}]}, {"code": "costs", "title": "What it will cost", "questions": [{"code": "budget", "kind": "budget", "label": "What do you need the money for?", "hint": "One line for each thing. We add them up. A quote helps for anything over \u00a3100, if you have one", "choices": [{"code": "equipment", "label": "Devices and equipment"}, {"code": "data", "label": "Data, SIM cards and wifi"}, {"code": "people", "label": "Workers, trainers and interpreters"}, {"code": "volunteers", "label": "Volunteers: expenses and training"}, {"code": "place", "label": "Rooms and refreshments"}, {"code": "travel", "label": "Travel"}, {"code": "publicity", "label": "Printing and letting people know"}, {"code": "other", "label": "Something else"}], "is_amount": true}, {"code": "other_money", "kind": "yes_no", "label": "Is anybody else paying towards this?"}, {"code": "other_money_who", "kind": "text", "label": "Who else is paying?", "show_if": {"question": "other_money", "is": "yes"}}, {"code": "other_money_amount", "kind": "money", "label": "How much are they paying?", "hint": "In pounds, for example \u00a3250", "least": "\u00a31", "most": "\u00a31,000,000", "show_if": {"question": "other_money", "is": "yes"}}]}, {"code": "change", "title": "What will change", "questions": [{"code": "outcomes", "kind": "choices", "label": "What will be different for people?", "hint": "Choose up to three that you most care about", "choices": [{"code": "equal", "label": "Equal: they have a device and data that suit them"}, {"code": "able", "label": "Able: they can do what they want online, and want to"}, {"code": "safe", "label": "Safe: they know how to stay safe online"}, {"code": "happier", "label": "Happier: they are less alone"}, {"code": "healthier", "label": "Healthier: they use health services online"}, {"code": "better_off", "label": "Better off: they save money, learn or find work"}]}, {"code": "difference", "kind": "long_text", "label": "How will you know that it worked?", "hint": "What will you see, count or hear?", "words": 150}]}, {"code": "safe", "title": "Keeping people safe", "questions": [{"code": "safe_lead", "kind": "text", "label": "Who do people go to if they are worried about somebody''s safety?", "hint": "The name of your safeguarding lead"}, {"code": "safe_policy", "kind": "yes_no", "label": "Do you have a safeguarding policy?"}, {"code": "safe_policy_plan", "kind": "long_text", "label": "What do you do instead, or when will you have one?", "words": 100, "show_if": {"question": "safe_policy", "is": "no"}}, {"code": "safe_online", "kind": "long_text", "label": "How will you keep people, devices and personal details safe?", "words": 150}]}, {"code": "documents", "title": "Your papers", "questions": [{"code": "documents", "kind": "choices", "label": "Which of these could you send us if we ask?", "hint": "Send nothing now. It is fine if some are missing: we will help", "required": false, "choices": [{"code": "rules", "label": "Your governing document or rules"}, {"code": "accounts", "label": "Last year''s accounts, or what came in and went out"}, {"code": "safeguarding", "label": "Your safeguarding policy"}, {"code": "insurance", "label": "Your insurance certificate"}, {"code": "quotes", "label": "Quotes for the larger costs"}]}, {"code": "rules", "kind": "file", "label": "Your governing document or rules", "hint": "If you have it at hand. A photo of each page will do", "required": false}]}], "criteria": [{"code": "need", "title": "Need and furthest first", "weight": 30, "about": "Whether it reaches people who are most often left out, and whether the group truly knows them. A poor neighbourhood or a community that others miss can each earn full marks.", "zero": "We cannot tell who would be helped, or why.", "three": "A clear group of people with a real need, though others may reach them too.", "five": "People whom few others reach. The group knows them well, and shows it."}, {"code": "change", "title": "Change for people", "weight": 25, "about": "What will be different for people, and how the group will know.", "zero": "No change is named, or it would not come from this work.", "three": "A likely change, with a simple way to see it.", "five": "A change that matters to people in their own words, and a sound way to see it."}, {"code": "plan", "title": "Plan and people", "weight": 20, "about": "Whether the plan can work, and whether the right people are there to do it.", "zero": "We cannot tell what would happen, or who would do it.", "three": "The main steps are clear and somebody is there to do each of them.", "five": "A plan we could follow ourselves, with people who have done the like before."}, {"code": "costs", "title": "Costs", "weight": 15, "about": "Whether the costs fit the plan, add up and are fair for what they buy.", "zero": "The costs do not fit the plan, or most of them are not explained.", "three": "Most costs are clear and fair. One or two need a question.", "five": "Every line fits the plan. Prices are checked, and the money goes a long way."}, {"code": "safe", "title": "Safe and lasting", "weight": 10, "about": "Whether people and their details are kept safe, and what stays when the money is gone.", "zero": "Nothing is said about safety, or something in the plan is not safe.", "three": "The usual care is taken. Something will carry on afterwards.", "five": "Safety is part of how they work every day. What is built will last."}], "documents": [], "returns": []}','2026-11-27 08:29:43.927399',9,1,'published');
INSERT INTO "round_plans" VALUES(5,'first-steps-online-summer-2027',NULL,'{"fund": {"code": "first-steps-online", "name": "First steps online", "purpose": "Very small grants for groups that have never helped anybody online before."}, "round": {"code": "first-steps-online-summer-2027", "prefix": "FSO", "assessments_needed": 2, "names_hidden": false, "opens": "2027-01-26T09:00:00", "closes": "2027-03-07T12:00:00", "grace_minutes": 30, "checked_by": "2027-03-14", "assessed_by": "2027-03-28", "panel_on": "2027-04-04", "told_by": "2027-04-11", "budget": "\u00a36,000", "smallest": "\u00a3100", "largest": "\u00a3500", "title": "First steps online, summer 2027", "about": "A few hundred pounds, and a few questions. It is meant for a first try.", "pays_for": ["data and SIM cards", "Tea and biscuits"], "details": ["address", "phone"]}, "eligibility": [{"code": "do_the_people_you_want_to_help", "question": "Do the people you want to help live in Leeds?", "right_answer": "yes", "why_not": "This money is for people who live in Leeds. Ask your own council: it may have a fund like this one."}], "sections": [{"code": "project", "title": "Project", "questions": [{"code": "what_will_you_call_it", "kind": "text", "label": "What will you call it?", "most": 140, "is_title": true}, {"code": "what_will_you_do", "kind": "long_text", "label": "What will you do?", "words": 150, "is_summary": true}, {"code": "how_many_people_will_you_help", "kind": "number", "label": "How many people will you help?", "least": 1, "most": 500, "is_people": true}, {"code": "who_are_they", "kind": "groups", "label": "Who are they?", "hint": "Somebody can be in more than one group", "required": false}]}, {"code": "your_group", "title": "Your group", "questions": [{"code": "have_you_done_this_before", "kind": "yes_no", "label": "Have you done this before?"}]}], "criteria": [{"code": "need", "title": "Need", "weight": 60, "about": "Whether the need is clear.", "zero": "We cannot tell from what is written.", "three": "It is clear, with a question or two left.", "five": "It is clear, and we would learn from it."}, {"code": "plan", "title": "Plan", "weight": 30, "about": "Whether the plan is clear.", "zero": "We cannot tell from what is written.", "three": "It is clear, with a question or two left.", "five": "It is clear, and we would learn from it."}], "documents": [{"code": "your_rules_or_constitution", "title": "Your rules or constitution", "hint": "A page is enough", "sort": "governing"}], "returns": [{"code": "note", "title": "A short note on how it went", "months": 6}]}','2026-11-27 08:29:43.972116',9,17,'planned');
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

Spend it in the twelve months after we tell you. It can be something new, or more of something that works already.

We want to reach furthest first. That means people who are most often left out: because of money, health, language, a disability, or a hard time in their life. Some of them live in the poorest parts of the city. Others live all over it, and that counts just as much.

You do not need to be a computer expert. Patience and a warm room go a long way.',1,1);
INSERT INTO "rounds" VALUES('summer-2026',1,'Getting Connected small grants, summer 2026','GC','2026-07-27 08:00:00.000000','2026-10-09 11:00:00.000000',30,7500000,50000,500000,2,0,'2026-10-23','2026-12-08','2026-12-11','2026-12-18','You know the people in Leeds who are not online. They come to your lunch club, your sewing table or your football pitch. They trust you. A small grant can help you to help them.

Spend it in the twelve months after we tell you. It can be something new, or more of something that works already.

We want to reach furthest first. That means people who are most often left out: because of money, health, language, a disability, or a hard time in their life. Some of them live in the poorest parts of the city. Others live all over it, and that counts just as much.

You do not need to be a computer expert. Patience and a warm room go a long way.',1,2);
INSERT INTO "rounds" VALUES('autumn-2026',1,'Getting Connected small grants, autumn 2026','GC','2026-10-12 08:00:00.000000','2026-12-18 12:00:00.000000',30,6000000,50000,500000,2,0,'2026-12-25','2027-01-15','2027-01-22','2027-01-29','You know the people in Leeds who are not online. They come to your lunch club, your sewing table or your football pitch. They trust you. A small grant can help you to help them.

Spend it in the twelve months after we tell you. It can be something new, or more of something that works already.

We want to reach furthest first. That means people who are most often left out: because of money, health, language, a disability, or a hard time in their life. Some of them live in the poorest parts of the city. Others live all over it, and that counts just as much.

You do not need to be a computer expert. Patience and a warm room go a long way.',1,3);
INSERT INTO "rounds" VALUES('getting-connected-small-grants',1,'Getting Connected small grants, spring 2027','GC','2027-03-08 09:00:00.000000','2027-05-21 11:00:00.000000',30,9000000,50000,500000,2,0,'2027-06-04','2027-06-25','2027-07-02','2027-07-09','You know the people in Leeds who are not online. They come to your lunch club, your sewing table or your football pitch. They trust you. A small grant can help you to help them.

Spend it in the twelve months after we tell you. It can be something new, or more of something that works already.

We want to reach furthest first. That means people who are most often left out: because of money, health, language, a disability, or a hard time in their life. Some of them live in the poorest parts of the city. Others live all over it, and that counts just as much.

You do not need to be a computer expert. Patience and a warm room go a long way.',1,4);
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
INSERT INTO "scores" VALUES(1,'need',3,'Solid. The example helped me to picture it. How they find new people is left open.',1,'ccf9qTNfib8OyRwDNTB3Vg','2026-06-07 09:43:00.000000');
INSERT INTO "scores" VALUES(1,'change',3,'Good on skills, quiet about what people then do with them.',1,'hzw4KkXh5K_dgnTorLEq4w','2026-06-07 09:43:00.000000');
INSERT INTO "scores" VALUES(1,'plan',5,'A plan so clear that another group could pick it up and run it.',1,'gRPZQjFFk0v_pdt-Sp0QvQ','2026-06-07 09:43:00.000000');
INSERT INTO "scores" VALUES(1,'costs',2,'Some lines don''t turn up anywhere in the plan.',1,'q8fhjcg1921_St02tVYEXA','2026-06-07 09:43:00.000000');
INSERT INTO "scores" VALUES(1,'safe',4,'Scams come first, not last. I trust them with people. I read it twice.',1,'vvzzzsegMxYpesXg2C87hg','2026-06-07 09:43:00.000000');
INSERT INTO "scores" VALUES(2,'need',3,'They know their members. Less sure that they''ll reach beyond them. Compared with the rest of my pile, about the middle.',1,'P3rEWHYO3OJg3ViM31Oufg','2026-06-14 08:25:00.000000');
INSERT INTO "scores" VALUES(2,'change',3,'Realistic numbers. Could say more about what lasts.',1,'uvksF6R_XjTFxMbdmke05w','2026-06-14 08:25:00.000000');
INSERT INTO "scores" VALUES(2,'plan',3,'I can see the first three months. After that it gets hazy. I may be a bit hard here.',1,'u2lb0vgLHak8AxgOIxOPIQ','2026-06-14 08:25:00.000000');
INSERT INTO "scores" VALUES(2,'costs',2,'Several round numbers. I think that it''d be less if they asked for quotes. Happy to be talked round.',1,'0ROnqlBi_xJpHDv46tI6FQ','2026-06-14 08:25:00.000000');
INSERT INTO "scores" VALUES(2,'safe',3,'Fine on safeguarding. I''d like to hear more about scams.',1,'JdjRzFIJloiD2ZivpdnMqQ','2026-06-14 08:25:00.000000');
INSERT INTO "scores" VALUES(3,'need',3,'They know their members. Less sure that they''ll reach beyond them. A phone call would clear it up.',1,'3ht-svDwW9gk56FR-PsyQg','2026-06-02 10:58:00.000000');
INSERT INTO "scores" VALUES(3,'change',3,'Good on skills, quiet about what people then do with them.',1,'3Q7aGvtRHBdsfWY4t--Eow','2026-06-02 10:58:00.000000');
INSERT INTO "scores" VALUES(3,'plan',2,'A plan for machines, less so for people. Who sits beside the beginners?',1,'r_aXS70evKORQw0BdG7p1A','2026-06-02 10:58:00.000000');
INSERT INTO "scores" VALUES(3,'costs',4,'Good value per person, without being mean to volunteers.',1,'wI-d_Q9Bs5vLDGHKDsSy7A','2026-06-02 10:58:00.000000');
INSERT INTO "scores" VALUES(3,'safe',3,'Nothing to worry me. Nothing beyond the ordinary either.',1,'UCvFyQP4XFo0sshul6Aw_Q','2026-06-02 10:58:00.000000');
INSERT INTO "scores" VALUES(6,'need',4,'Honest about who is still missing, which makes me trust the rest.',1,'6B6hbbFG8clZIVBus8GxJg','2026-06-08 11:45:00.000000');
INSERT INTO "scores" VALUES(6,'change',4,'A change that people named themselves. The count is sound too.',1,'Ggwby7IyFntTasntaiewsw','2026-06-08 11:45:00.000000');
INSERT INTO "scores" VALUES(6,'plan',4,'A strong plan that fits the people. One question about cover in the holidays.',1,'yd3IHv9W5oBLp03TK3yM6A','2026-06-08 11:45:00.000000');
INSERT INTO "scores" VALUES(6,'costs',5,'I went through it line by line and would change nothing.',1,'BBqCpVkgxGw6F_Nb9KKA7g','2026-06-08 11:45:00.000000');
INSERT INTO "scores" VALUES(6,'safe',4,'They have thought about what to do if somebody tells them something. Most don''t. Worth a note in the letter either way.',1,'89Lve2Bt2vFWFnoB4YjAuQ','2026-06-08 11:45:00.000000');
INSERT INTO "scores" VALUES(7,'need',3,'Clear about who they help. I''d have liked to hear more from autistic people themselves.',1,'TDdsCyp_aKbafeSIBn1ilA','2026-06-01 11:11:00.000000');
INSERT INTO "scores" VALUES(7,'change',3,'They ask people at the start and the end. That''s enough for a grant of this size.',1,'gtpJI1a41EQjBUX3QRfiSg','2026-06-01 11:11:00.000000');
INSERT INTO "scores" VALUES(7,'plan',4,'Real experience here. The detail about what they do in the first visit tells me so.',1,'lv7Q-_4vZJ571NlpKGVUeA','2026-06-01 11:11:00.000000');
INSERT INTO "scores" VALUES(7,'costs',5,'Checked prices, refurbished where it makes sense, and others chipping in. The money goes a long way. Happy to be talked round.',1,'30OzQ_YdCilD5aLlMTDNow','2026-06-01 11:11:00.000000');
INSERT INTO "scores" VALUES(7,'safe',4,'Scams come first, not last. I trust them with people.',1,'qVH2kTqIwtweyQZKeX23Xw','2026-06-01 11:11:00.000000');
INSERT INTO "scores" VALUES(10,'need',2,'Mostly people who come anyway. Little said about those who don''t. A phone call would clear it up.',1,'aebyo2_zcu_BPOQaAc-4NQ','2026-06-01 13:13:00.000000');
INSERT INTO "scores" VALUES(10,'change',2,'The change is likely enough but vague. How would they know?',1,'0jqjS6TPo5RZv4fNT4kfdg','2026-06-01 13:13:00.000000');
INSERT INTO "scores" VALUES(10,'plan',3,'They''ve done something like it before. Timing is a little hopeful.',1,'S-NVVXrahogHe8z2h9Dq5Q','2026-06-01 13:13:00.000000');
INSERT INTO "scores" VALUES(10,'costs',3,'Adds up. One or two quotes missing for the larger things.',1,'hAdlX3Yt2LrwpMsT_7woTw','2026-06-01 13:13:00.000000');
INSERT INTO "scores" VALUES(10,'safe',2,'There''s a policy, but little on how it works on the day.',1,'EJPED65Yo8o7gZ_dyCwxlg','2026-06-01 13:13:00.000000');
INSERT INTO "scores" VALUES(11,'need',3,'Solid. The example helped me to picture it. How they find new people is left open.',1,'1L02N1LadM0A58fCjvPewQ','2026-06-12 11:43:00.000000');
INSERT INTO "scores" VALUES(11,'change',2,'Aims for confidence, which is fair, but there''s nothing at the start to measure from.',1,'m9nFE5aZBsSrwJEnQQKOkg','2026-06-12 11:43:00.000000');
INSERT INTO "scores" VALUES(11,'plan',3,'I can see the first three months. After that it gets hazy.',1,'UmkxGN9khy8phxlJkIHbnQ','2026-06-12 11:43:00.000000');
INSERT INTO "scores" VALUES(11,'costs',3,'Mostly clear and fair. I''d ask about the room hire.',1,'h2w2mS1fttYez8wLJ_mPRA','2026-06-12 11:43:00.000000');
INSERT INTO "scores" VALUES(11,'safe',3,'Fine on safeguarding. I''d like to hear more about scams.',1,'IdYR2vCyvLg8dApOYHDlWQ','2026-06-12 11:43:00.000000');
INSERT INTO "scores" VALUES(12,'need',2,'There is need in Gipton, I don''t doubt it, but the answer is general and others already reach the same people.',1,'U9C5PniPY0D12LGY6ioPtQ','2026-06-11 13:11:00.000000');
INSERT INTO "scores" VALUES(12,'change',2,'The change is likely enough but vague. How would they know?',1,'zw8IOUujdzUgDGfWXl2ggw','2026-06-11 13:11:00.000000');
INSERT INTO "scores" VALUES(12,'plan',1,'No tutor, no dates, no room. All might come, but not yet. I went back and forth on this.',1,'q6jSpviCBf33X6VPiojwNg','2026-06-11 13:11:00.000000');
INSERT INTO "scores" VALUES(12,'costs',3,'Prices are about right. No allowance for repairs.',1,'QkSdYfrL8TS5iLbl2b0aKQ','2026-06-11 13:11:00.000000');
INSERT INTO "scores" VALUES(12,'safe',3,'Nothing to worry me. Nothing beyond the ordinary either.',1,'-evijRvHu6b_oomnwGwpug','2026-06-11 13:11:00.000000');
INSERT INTO "scores" VALUES(13,'need',3,'Solid. The example helped me to picture it. How they find new people is left open.',1,'8quPrVGmaWMZmmC9xeLqAg','2026-06-07 13:59:00.000000');
INSERT INTO "scores" VALUES(13,'change',2,'Aims for confidence, which is fair, but there''s nothing at the start to measure from.',1,'ZafQN-LofBNPTMggDg1hbw','2026-06-07 13:59:00.000000');
INSERT INTO "scores" VALUES(13,'plan',3,'I can see the first three months. After that it gets hazy. I may be a bit kind here.',1,'1p7xy_40v8T5qOL6IvCndQ','2026-06-07 13:59:00.000000');
INSERT INTO "scores" VALUES(13,'costs',2,'Equipment is fine. Nothing in it for the people''s time that the plan depends on.',1,'NwE9XSif9aMzsB7aZzMEoQ','2026-06-07 13:59:00.000000');
INSERT INTO "scores" VALUES(13,'safe',4,'Safe, and a clear way of going on with fewer hours. My first thought and my second agree.',1,'XcP209pbKXj4kShsgGzGAQ','2026-06-07 13:59:00.000000');
INSERT INTO "scores" VALUES(14,'need',2,'Mostly people who come anyway. Little said about those who don''t. Happy to be talked round.',1,'WaE0t8yC0h0ZMAW_AEnl4w','2026-06-01 10:42:00.000000');
INSERT INTO "scores" VALUES(14,'change',2,'The change is likely enough but vague. How would they know?',1,'68Dnlb2aBlK8LQNCW3iYCg','2026-06-01 10:42:00.000000');
INSERT INTO "scores" VALUES(14,'plan',2,'The steps are there, though I couldn''t say who does which.',1,'46JnorjVClRTqYgfoLXPuQ','2026-06-01 10:42:00.000000');
INSERT INTO "scores" VALUES(14,'costs',2,'Equipment is fine. Nothing in it for the people''s time that the plan depends on.',1,'dRFYuFoM9xxKKaoy1sUzAg','2026-06-01 10:42:00.000000');
INSERT INTO "scores" VALUES(14,'safe',3,'Sensible rules. Whether it lasts depends on the volunteers.',1,'PG2c1Zi622C0ucEMwxEdfA','2026-06-01 10:42:00.000000');
INSERT INTO "scores" VALUES(109,'need',4,'Honest about who is still missing, which makes me trust the rest.',1,'Jq7QS8Scj5dywjvxal9aGQ','2026-10-25 10:19:00.000000');
INSERT INTO "scores" VALUES(109,'change',4,'A change that people named themselves. The count is sound too.',1,'mg1U7qJyCERv7pa7fqOI1g','2026-10-25 10:19:00.000000');
INSERT INTO "scores" VALUES(109,'plan',3,'Good practical plan. I''d ask how helpers are trained.',1,'-5Ef74ab9AKB41H1Dr04gw','2026-10-25 10:19:00.000000');
INSERT INTO "scores" VALUES(109,'costs',2,'Fair in total, hard to follow in detail.',1,'mh_8Csjpk5qiyYqtpsySzA','2026-10-25 10:19:00.000000');
INSERT INTO "scores" VALUES(109,'safe',2,'Ends when the money ends, as far as I can tell.',1,'s77w5RFCEfSY6DakDEo-zw','2026-10-25 10:19:00.000000');
INSERT INTO "scores" VALUES(110,'need',2,'Mostly people who come anyway. Little said about those who don''t.',1,'88ronIHKSb3xBDljKErH_w','2026-10-23 15:11:00.000000');
INSERT INTO "scores" VALUES(110,'change',2,'Aims for confidence, which is fair, but there''s nothing at the start to measure from.',1,'7Tsi0N0hUDn8jrh0C2vH0w','2026-10-23 15:11:00.000000');
INSERT INTO "scores" VALUES(110,'plan',4,'Helpers who were helped themselves. Well thought through.',1,'xcA3yS9Q4KQdxxKTvvpFjA','2026-10-23 15:11:00.000000');
INSERT INTO "scores" VALUES(110,'costs',4,'Every line belongs to something in the plan. One price looked a bit high.',1,'lCMAZICbMUk3oRc6bTHC5w','2026-10-23 15:11:00.000000');
INSERT INTO "scores" VALUES(110,'safe',3,'Fine on safeguarding. I''d like to hear more about scams.',1,'0VU5MnSrSdPn6h0ee728EA','2026-10-23 15:11:00.000000');
INSERT INTO "scores" VALUES(111,'need',4,'Convincing. The story says more than the figures would have.',1,'pFn_6VDYmvjYI772N0g3Lw','2026-10-27 11:32:00.000000');
INSERT INTO "scores" VALUES(111,'change',4,'A change that people named themselves. The count is sound too.',1,'E9FmgiXgqPaBSW7ukvQZ9A','2026-10-27 11:32:00.000000');
INSERT INTO "scores" VALUES(111,'plan',1,'No tutor, no dates, no room. All might come, but not yet.',1,'WE4fK79Xe3cAJAvvMy07rg','2026-10-27 11:32:00.000000');
INSERT INTO "scores" VALUES(111,'costs',3,'Prices are about right. No allowance for repairs.',1,'8_JgFFdQkJv1TZgYBzurlg','2026-10-27 11:32:00.000000');
INSERT INTO "scores" VALUES(111,'safe',2,'There''s a policy, but little on how it works on the day.',1,'RracrjyHX3wjCcVGIJoL8Q','2026-10-27 11:32:00.000000');
CREATE TABLE "section_answers" (
	application_id INTEGER NOT NULL, 
	section VARCHAR(60) NOT NULL, 
	answers JSON NOT NULL, 
	version INTEGER NOT NULL, 
	saved_at DATETIME NOT NULL, 
	saved_by INTEGER NOT NULL, 
	form VARCHAR(64) NOT NULL, 
	last JSON NOT NULL, 
	CONSTRAINT pk_section_answers PRIMARY KEY (application_id, section), 
	CONSTRAINT fk_section_answers_saved_by FOREIGN KEY(saved_by) REFERENCES people (id), 
	CONSTRAINT fk_section_answers_application_id FOREIGN KEY(application_id) REFERENCES applications (id)
);
INSERT INTO "section_answers" VALUES(1,'organisation','{"org_type": "charity", "org_income": "25k_75k", "org_started": "2015"}',1,'2026-04-26 15:11:52.216228',1,'slWMI1PTriFCOltgpyMPpA','{}');
INSERT INTO "section_answers" VALUES(1,'contacts','{"contact_name": "Amina Yusuf", "contact_phone": "0113 496 0232", "second_name": "Tom Barker", "second_email": "tom.barker@example.org"}',1,'2026-04-26 15:11:52.216228',1,'xkepgoW3l_-aNMAZuRf5Tg','{}');
INSERT INTO "section_answers" VALUES(1,'project','{"title": "Eight O''Clock Without the Queue", "summary": "Since the phone line at the surgery became a queue of forty, people here have simply stopped going. We cannot watch that any longer. So we''d like to teach the app. One phone for a family of five. It goes out of the door with whoever has the early shift. The practice manager at our surgery is glad of it and will send a nurse to the first session.", "plan": "It begins with a cup of tea and a question: what would make your week easier? Each course is four mornings: getting in, ordering, reading results, video calls. Eight people at a time. Linda is a retired ward clerk and knows what the words in the letters mean. The surgery lends us the waiting room on Tuesdays after half past five, when it is quiet. Everybody leaves with a card: what the app can do, whom to ring when it does not. When the money is spent we''ll go on with fewer hours, paid for by our summer fair. We know that it works, as we''ve seen their faces.", "starts": "23 August 2026", "ends": "17 June 2027"}',1,'2026-04-26 15:11:52.216228',1,'HCXsOdR9dtvSM0VwLL5ErQ','{}');
INSERT INTO "section_answers" VALUES(1,'people','{"communities": ["older"], "people_helped": "66", "wards": {"E05011397": "36", "E05011402": "18", "E05011403": "12"}, "groups": {"older": "53", "low_income": "26", "families": "13"}, "furthest": "They''re proud. They will say they don''t need it, then ask their neighbour to book everything for them. It isn''t that they can''t learn. They brought up five children on one wage. There''s money in Hyde Park. There are also people in it with none, in the flats behind the station. Our streets are full of students, and so everyone forgets the people who stayed. Mr Bhatti has lived in the same terrace for 44 years. He came in to ask how to stop a loud advert. He stayed three hours, and he''s now our Tuesday volunteer."}',1,'2026-04-26 15:11:52.216228',1,'2u5qox2stpFSVNMleQ7NZw','{}');
INSERT INTO "section_answers" VALUES(1,'barriers','{"barriers": ["skills", "trust", "language"], "barriers_how": "We go at the pace of the slowest and nobody minds, because next week it is someone else. We take the photo for the identity check with them. It fails less often with good light and company."}',1,'2026-04-26 15:11:52.216228',1,'20zCFZxVjelmsLBz3ctUhw','{}');
INSERT INTO "section_answers" VALUES(1,'costs','{"budget": [{"item": "Trainer, 14 sessions of two hours", "category": "people", "amount": "882.00", "quote": "yes"}, {"item": "3 tablets for practising", "category": "equipment", "amount": "438.00", "quote": "no"}, {"item": "Large-print cards and posters", "category": "publicity", "amount": "144.00", "quote": "yes"}, {"item": "Use of the Rosebank Rooms, 13 mornings", "category": "place", "amount": "221.00", "quote": "no"}], "other_money": "yes", "other_money_who": "A collection among our members", "other_money_amount": "\u00a3500"}',1,'2026-04-26 15:11:52.216228',1,'M4GIIL6pX0GtUK_hMM099g','{}');
INSERT INTO "section_answers" VALUES(1,'change','{"outcomes": ["healthier", "able"], "difference": "We would like three in five to order their next prescription alone. Missed appointments cost everybody. If ours go down we will hear it from the receptionists first."}',1,'2026-04-26 15:11:52.216228',1,'coQceCprANPdipa-Qn8_lg','{}');
INSERT INTO "section_answers" VALUES(1,'safe','{"safe_lead": "Tom Barker", "safe_policy": "yes", "safe_online": "Some of our people''s families would like to know more than they should. We don''t tell them. We wipe each machine between one person and the next. We keep names and numbers on a paper list in the safe, and shred it at the end of the year. Each device has a code, is switched off at night and is counted back into its box. No photos without a yes, and another yes before we put one up."}',1,'2026-04-26 15:11:52.216228',1,'Q90JwwyXdy8DTcBwcrLcSg','{}');
INSERT INTO "section_answers" VALUES(1,'documents','{"documents": ["rules", "accounts", "insurance", "quotes"]}',1,'2026-04-26 15:11:52.216228',1,'4S2jH9TYp-lf1zKogB7cCw','{}');
INSERT INTO "section_answers" VALUES(3,'organisation','{"org_type": "group", "org_income": "under_5k", "org_started": "2020"}',1,'2026-05-10 06:52:00.723547',33,'f2car6H5pPKT-7DSrARmTQ','{}');
INSERT INTO "section_answers" VALUES(3,'contacts','{"contact_name": "Ellis Fairburn", "contact_phone": "0113 496 0298", "second_name": "Marva Archibald", "second_email": "marva.archibald@example.org"}',1,'2026-05-10 06:52:00.723547',33,'IYMFHL4FUDXj72e8l5PD_g','{}');
INSERT INTO "section_answers" VALUES(3,'project','{"title": "The Try-It Table", "summary": "Most phones can read aloud, show captions, take dictation and answer to a switch. Hardly anyone is shown how. We will show them. It takes time to trust a person, a place and a timetable. We''ve had four years. At least 78 people try it. Those whom it suits can borrow the equipment for two months.", "plan": "As soon as we hear from you, we''ll order what takes longest to come. Ian has used a screen reader since the age of nine and leads all training. Wendy knows every stand and clamp on the market. First visit: an hour, one to one. We write down what helped. Second visit: set up their own device that way. Borrowed equipment comes back after two months, or the person gets help to apply for their own. We write to the websites that shut our members out, with the group, politely, every month. Some have changed. Every guide we make is in large print, audio and plain English. We meet online once a month for those who can''t travel, with captions. At the end the equipment stays with us and the helpers carry on. That much we have already agreed.", "starts": "2 September 2026", "ends": "1 July 2027"}',1,'2026-05-10 06:52:00.723547',33,'vbRjKZ53nwshCvYe4J2DtQ','{}');
INSERT INTO "section_answers" VALUES(3,'people','{"communities": ["autistic"], "people_helped": "78", "wards": {"E05011413": "30", "E05011397": "15", "E05011547": "10"}, "groups": {"autistic": "62", "mental_health": "31"}, "furthest": "Most of us were adults before anyone told us why things were hard. We have 61 members. Forty of them answered our questions in writing. Nobody answered by phone. If you phone us about this application, no one will answer either, for which I apologise."}',1,'2026-05-10 06:52:00.723547',33,'_ogcgwhSOWzTwe9RRSe9Rg','{}');
INSERT INTO "section_answers" VALUES(3,'barriers','{"barriers": ["accessibility", "skills", "device"], "barriers_how": "Trainers who share the experience know the shortcuts and the swear words. People try things before anybody spends money. The settings are there already. What''s missing is somebody who knows them."}',1,'2026-05-10 06:52:00.723547',33,'hg8v_jFtyCWYdemXzGiE8Q','{}');
INSERT INTO "section_answers" VALUES(3,'costs','{"budget": [{"item": "Magnifiers, switches, keyboards and stands", "category": "equipment", "amount": "807.00", "quote": "no"}, {"item": "3 tablets for trying and lending", "category": "equipment", "amount": "837.00", "quote": "no"}, {"item": "Trainers, 16 sessions", "category": "people", "amount": "896.00", "quote": "yes"}, {"item": "Taxis for people who cannot use the bus, 24 journeys", "category": "travel", "amount": "336.00", "quote": "yes"}, {"item": "Braille, large print and audio copies", "category": "publicity", "amount": "121.00", "quote": "yes"}], "other_money": "no"}',1,'2026-05-10 06:52:00.723547',33,'8q4hYatKB4cPf9bw_VMuNQ','{}');
INSERT INTO "section_answers" VALUES(3,'change','{"outcomes": ["able", "equal"], "difference": "Each person names one task they gave up on. We see whether they can do it after six weeks. We count the devices set up and look again after half a year: still set that way?"}',1,'2026-05-10 06:52:00.723547',33,'1uujTf_GTPjyKKmS5nOHZQ','{}');
INSERT INTO "section_answers" VALUES(3,'safe','{"safe_lead": "Ellis Fairburn", "safe_policy": "yes", "safe_online": "Volunteers work in pairs for the first two months. Helpers keep to a short list of what they may do with somebody''s money online. It''s: nothing. Children come with a grown-up of their own. If something''s wrong with somebody''s bank account, we ring the bank with them, on the number on the card."}',1,'2026-05-10 06:52:00.723547',33,'pyt0CmAGIku8tHpgiI967Q','{}');
INSERT INTO "section_answers" VALUES(3,'documents','{"documents": ["rules", "accounts", "safeguarding", "quotes"]}',1,'2026-05-10 06:52:00.723547',33,'IUIRwfxloqPGXW5iz9YwXg','{}');
INSERT INTO "section_answers" VALUES(5,'organisation','{"org_type": "charity", "org_income": "150k_500k", "org_started": "1991"}',1,'2026-04-30 01:15:52.322999',59,'-_F2xuiyhKTCutakwHF6RA','{}');
INSERT INTO "section_answers" VALUES(5,'contacts','{"contact_name": "Bronwen Pugh", "contact_phone": "0113 496 0266", "second_name": "Imtiaz Rafiq", "second_email": "imtiaz.rafiq@example.org"}',1,'2026-04-30 01:15:52.322999',59,'iwTV7lZI2Tn-xmvfRjLTjg','{}');
INSERT INTO "section_answers" VALUES(5,'project','{"title": "Charged", "summary": "We would keep a cupboard of charged, simple phones, and have someone there who helps to get people back into their accounts. We won''t say where they live or how many there are in each ward. Please understand. The worst is being locked out: new phone, old number, code sent to a phone at the bottom of the canal. Dogs are welcome. It matters more than you''d think.", "plan": "We help people set up an e-mail address that can be got back into without a phone. Maeve lived in hostels for four years and now runs the desk. Chidi is a housing worker and does the bidding with people. Three of the volunteers had help from us first. They''re the best at it.\n\nPhotos matter: we help to save those that can be saved. Someone from the health team for homeless people comes once a fortnight and helps with appointments.\n\nAny money that''s left comes back to you. We''ve never yet overspent.", "starts": "4 September 2026", "ends": "28 May 2027"}',1,'2026-04-30 01:15:52.322999',59,'Tskozm_uMNCUJanovNYUXA','{}');
INSERT INTO "section_answers" VALUES(5,'people','{"communities": ["survivors", "families", "refugees"], "people_helped": "93", "groups": {"survivors": "74", "families": "37", "refugees": "19"}, "furthest": "Accounts were in his name, with his password. Getting them back is slow, and nobody else helps with it. They left with what they could carry. Often the phone stayed behind, or had to be thrown into a bin. Parents are busy, skint and worn out. They''ll come if it''s next to school, if there''s toast, and if no one makes them feel stupid. They live all over Leeds. A map of poor neighbourhoods won''t show you who they are. Of the last thirty women who moved in, twenty-one had something on their phone or on a child''s tablet that told him where they were. We found it with a checklist that a volunteer wrote on the back of a rota."}',1,'2026-04-30 01:15:52.322999',59,'00AffizeuE4xlLYqnTYU_Q','{}');
INSERT INTO "section_answers" VALUES(5,'barriers','{"barriers": ["device", "connection", "trust"], "barriers_how": "A phone that works, a number that stays, a place to charge. We never ask for more than a first name, and it needn''t be the right one."}',1,'2026-04-30 01:15:52.322999',59,'g-O-iI8JkmoWe9rBdy1TXQ','{}');
INSERT INTO "section_answers" VALUES(5,'costs','{"budget": [{"item": "18 simple smartphones", "category": "equipment", "amount": "1422", "quote": "no"}, {"item": "SIM cards with three months'' data, 33 of them", "category": "data", "amount": "858", "quote": "yes"}, {"item": "Lockers with chargers", "category": "equipment", "amount": "342", "quote": "yes"}, {"item": "Peer worker, 26 sessions", "category": "people", "amount": "1248", "quote": "yes"}, {"item": "Bus fares for volunteers, 25 day tickets", "category": "volunteers", "amount": "150", "quote": "yes"}, {"item": "Volunteer thank-you meal", "category": "volunteers", "amount": "101", "quote": "yes"}], "other_money": "no"}',1,'2026-04-30 01:15:52.322999',59,'RkjauWq7x9QEsEKgJ99JLA','{}');
INSERT INTO "section_answers" VALUES(5,'change','{"outcomes": ["equal", "safe", "better_off"], "difference": "Losing a phone should cost a person two days, not two months.\nBids placed, appointments kept, families found. We''ll write down all three."}',1,'2026-04-30 01:15:52.322999',59,'YkyJ-F0KY4eH1YGIwpB3dg','{}');
INSERT INTO "section_answers" VALUES(5,'safe','{"safe_lead": "Imtiaz Rafiq", "safe_policy": "yes", "safe_online": "If a person doesn''t want us to write anything about them, we don''t. There are never fewer than two of us in the room, and nobody helps alone behind a closed door. We''ve thought about what happens if somebody tells us about abuse: listen, don''t promise to keep it secret, ring Chidi the same day. When someone leaves, their account on our machines is removed in front of them. Our machines have filters, and Maeve checks them once a month."}',1,'2026-04-30 01:15:52.322999',59,'Lca2AKNzHKd28BfwqE_exw','{}');
INSERT INTO "section_answers" VALUES(5,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-04-30 01:15:52.322999',59,'PFn8Cn-jCDDMcpQRE_CS4A','{}');
INSERT INTO "section_answers" VALUES(6,'organisation','{"org_type": "group", "org_income": "under_5k", "org_started": "2016"}',1,'2026-05-21 08:56:38.023866',23,'M4eXPThMAVIGkLABFe0a5Q','{}');
INSERT INTO "section_answers" VALUES(6,'contacts','{"contact_name": "Desmond Blake", "contact_phone": "0113 496 0234", "second_name": "Wendy Pickles", "second_email": "wendy.pickles@example.org"}',1,'2026-05-21 08:56:38.023866',23,'lxf4kbIAojF5fAbx0LOwgg','{}');
INSERT INTO "section_answers" VALUES(6,'project','{"title": "A Box of Photographs", "summary": "Everyone has a biscuit tin of old photographs. We want to scan them, name the faces, and put together the story of Gipton. At the end there is an exhibition, one in a room and one online, and 56 people who helped to make it. The grant of \u00a32,959 would go mainly on the equipment. It sounds small. It isn''t.", "plan": "1. Rafiqul was a photographer on a newspaper and teaches people to see first and press after.\n2. We ask before we put anybody''s face online, and take it down when they change their mind. In spring we pick fifty pictures and print them large. The opening night has sandwiches. If Rafiqul is ill, Rafiqul does it. If both are ill, it''s soup.\n3. After it''s over, helpers keep a table at our ordinary meetings. It costs nothing.", "starts": "25 August 2026", "ends": "9 July 2027"}',1,'2026-05-21 08:56:38.023866',23,'uMg5ecSeGRzRI1BEsKoINg','{}');
INSERT INTO "section_answers" VALUES(6,'people','{"communities": ["mental_health"], "people_helped": "56", "wards": {"E05011394": "38", "E05011400": "18"}, "groups": {"mental_health": "45", "low_income": "22", "new_english": "11"}, "furthest": "Tesfaye grew barley at home and had never seen a leek. He found out what was eating it by taking a photo. It took him two weeks to tell us that he couldn''t read the answer. Our people aren''t hard to reach. They''ve just been let down often. Being asked to learn in front of others is the last thing they''ll do. Side by side, with hands busy, it works. In Gipton & Harehills, nearly all of us live in the most deprived fifth of England. You can see that from our door."}',1,'2026-05-21 08:56:38.023866',23,'aFkU_oSiqv4MHCZC4mS6dA','{}');
INSERT INTO "section_answers" VALUES(6,'barriers','{"barriers": ["motivation", "confidence"], "barriers_how": "Nobody says the word computer until week four. Sharing a picture with a daughter abroad is all the reason most people need."}',1,'2026-05-21 08:56:38.023866',23,'ikxq_6fx7Tzgw5YQfhodew','{}');
INSERT INTO "section_answers" VALUES(6,'costs','{"budget": [{"item": "Photo scanner and laptop", "category": "equipment", "amount": "\u00a3690", "quote": "yes"}, {"item": "4 phones to lend", "category": "equipment", "amount": "\u00a3404", "quote": "no"}, {"item": "Printing and framing 32 pictures", "category": "publicity", "amount": "\u00a3384", "quote": "yes"}, {"item": "Photographer, 14 sessions", "category": "people", "amount": "\u00a3812", "quote": "no"}, {"item": "Minibus, 3 trips", "category": "travel", "amount": "\u00a3213", "quote": "no"}, {"item": "Mobile wifi box with a year''s data", "category": "data", "amount": "\u00a3209", "quote": "yes"}, {"item": "Tea, coffee and something to eat, 19 times", "category": "place", "amount": "\u00a3247", "quote": "no"}], "other_money": "no"}',1,'2026-05-21 08:56:38.023866',23,'AduXnDSJWz9TFBwcWzCT8w','{}');
INSERT INTO "section_answers" VALUES(6,'change','{"outcomes": ["happier", "able"], "difference": "We look at who still sends us pictures three months after the end. We will ask what else people now use their phone for, and expect surprises."}',1,'2026-05-21 08:56:38.023866',23,'HM9jTR-OV6SFeM5rv1Ubuw','{}');
INSERT INTO "section_answers" VALUES(6,'safe','{"safe_lead": "Roger Greenwood", "safe_policy": "yes", "safe_online": "No member of our team lends money, keeps keys or becomes anyone''s friend on social media. We keep names and numbers on one sheet in a locked drawer, and burn it at the end of the year."}',1,'2026-05-21 08:56:38.023866',23,'bwrioQaRPQHdapz_eWA2bA','{}');
INSERT INTO "section_answers" VALUES(6,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-05-21 08:56:38.023866',23,'EDDfb4erPZWxIBXVg4emyA','{}');
INSERT INTO "section_answers" VALUES(13,'organisation','{"org_type": "charity", "org_income": "5k_25k", "org_started": "1988"}',1,'2026-05-19 17:22:07.690059',37,'ew67f76mRhhYCW9bwuPR-g','{}');
INSERT INTO "section_answers" VALUES(13,'contacts','{"contact_name": "Winston Archibald", "contact_phone": "0113 496 0271", "second_name": "Florin Stoica", "second_email": "florin.stoica@example.org"}',1,'2026-05-19 17:22:07.690059',37,'i-GsibESYGfAq0zGBzihYg','{}');
INSERT INTO "section_answers" VALUES(13,'project','{"title": "Getting On with the NHS App", "summary": "Our project helps older people to order a prescription, read a letter and book the GP on a phone. The practice manager at our surgery is glad of it and will send a nurse to the first session. We aim for 36 people who can use it by themselves, and a few relatives who stop doing it for them. Ask anyone in Chapeltown.", "plan": "We start small, with eight people, and get it right before we tell anyone else. We sit with each person until the app is set up. If it takes three visits, it takes three visits. The surgery lends us the waiting room on Thursdays after 10 in the morning, when it is quiet. We practise video calls with each other first, so the first one with a doctor is not the first one ever. Everybody leaves with a card: what the app can do, whom to ring when it does not. Halfway through we stop and ask the group what to leave out. Last time it was most of my slides. After it''s over, helpers keep a table at our ordinary meetings. It costs nothing.", "starts": "2 September 2026", "ends": "12 March 2027"}',1,'2026-05-19 17:22:07.690059',37,'VPH46iqnv_8WEXfzGR48tA','{}');
INSERT INTO "section_answers" VALUES(13,'people','{"communities": ["older", "carers"], "people_helped": "36", "wards": {"E05011390": "21", "E05011411": "9", "E05011394": "6"}, "groups": {"older": "29", "carers": "14"}, "furthest": "Arthritis and a touch screen don''t go together until somebody has shown you the settings. They''re proud. They will say they don''t need it, then ask their neighbour to book everything for them. Our members came here in the fifties to nurse, drive and build. They''ve signed up to nothing since without reading it first, and quite right. Mrs Liburd''s brother in Nevis died last year. She heard it three weeks later, by letter."}',1,'2026-05-19 17:22:07.690059',37,'ZZozC0TlukHmxrQLD5USnw','{}');
INSERT INTO "section_answers" VALUES(13,'barriers','{"barriers": ["skills", "trust", "language"], "barriers_how": "We go at the pace of the slowest and nobody minds, because next week it is someone else. People worry who reads their records. We show them who can and who cannot, on the screen, in their own record."}',1,'2026-05-19 17:22:07.690059',37,'Ct6ZdPBrSf0B7V-rsXRkbA','{}');
INSERT INTO "section_answers" VALUES(13,'costs','{"budget": [{"item": "Trainer, 14 sessions of two hours", "category": "people", "amount": "840", "quote": "no"}, {"item": "6 tablets for practising", "category": "equipment", "amount": "804", "quote": "yes"}, {"item": "Large-print cards and posters", "category": "publicity", "amount": "150", "quote": "yes"}, {"item": "Use of the Palm Court Club, 15 mornings", "category": "place", "amount": "345", "quote": "yes"}, {"item": "Mobile wifi box with a year''s data", "category": "data", "amount": "172", "quote": "no"}], "other_money": "no"}',1,'2026-05-19 17:22:07.690059',37,'U8zVIYnCPeDxFApAt87YFw','{}');
INSERT INTO "section_answers" VALUES(13,'change','{"outcomes": ["healthier", "able"], "difference": "Missed appointments cost everybody. If ours go down we will hear it from the receptionists first. We would like four in five to order their next prescription alone."}',1,'2026-05-19 17:22:07.690059',37,'kNbZpzjMXIkbn1c4fUHxOw','{}');
INSERT INTO "section_answers" VALUES(13,'safe','{"safe_lead": "Florin Stoica", "safe_policy": "yes", "safe_online": "The person can stop at any time, take back what they told us, and still get a biscuit. We teach people to lock their phone before we teach them anything else. Helpers keep to a short list of what they may do with somebody''s money online. It''s: nothing. A member of the committee drops in without warning a few times a year. We have public liability insurance, and the room''s been checked for fire."}',1,'2026-05-19 17:22:07.690059',37,'OUT3R_MbFJIp-EJPkEgckw','{}');
INSERT INTO "section_answers" VALUES(13,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-05-19 17:22:07.690059',37,'a9JE6BlSKceKmIkJscTQSQ','{}');
INSERT INTO "section_answers" VALUES(17,'organisation','{"org_type": "charity", "org_income": "25k_75k", "org_started": "2007"}',1,'2026-05-19 19:43:30.300969',54,'DV0MUr8w4ZUvYUnhJ_JqJw','{}');
INSERT INTO "section_answers" VALUES(17,'contacts','{"contact_name": "Marcus Thorley", "contact_phone": "0113 496 0233", "second_name": "Tendai Moyo", "second_email": "tendai.moyo@example.org"}',1,'2026-05-19 19:43:30.300969',54,'O6HuH622E7Td02tkLX2DpQ','{}');
INSERT INTO "section_answers" VALUES(17,'project','{"title": "Not One Size Fits All", "summary": "We would set up a table where disabled people can try things: magnifiers, talking keyboards, switches, stands and settings that cost nothing. Many of our members could use a computer well enough before they got ill. They need other ways now, not lessons for beginners. At least 41 people try it. Those whom it suits can borrow the equipment for two months.", "plan": "Bernadette has used a screen reader since the age of nine and leads all training. Wendy knows every stand and clamp on the market. First visit: an hour, one to one. We write down what helped. Second visit: set up their own device that way. Bernadette leads, and Wendy steps in when Bernadette can''t. Behind them are five people on the rota.\n\nBorrowed equipment comes back after two months, or the person gets help to apply for their own. Every guide we make is in large print, audio and plain English. We meet online once a month for those who can''t travel, with captions. We''re not experts. We are, however, there every week.\n\nThe last session is for showing: each person teaches someone else one thing.", "starts": "15 August 2026", "ends": "9 April 2027"}',1,'2026-05-19 19:43:30.300969',54,'6HQAtpXLEEeu6ihEhNkqnA','{}');
INSERT INTO "section_answers" VALUES(17,'people','{"communities": ["disabled", "families"], "people_helped": "41", "wards": {"E05011384": "23", "E05011410": "11", "E05011407": "7"}, "groups": {"disabled": "33", "families": "16"}, "furthest": "The right stand, switch or setting costs less than a hospital taxi. Getting hold of it takes months. Everybody assumes it''s ramps. It''s mostly forms. One member spent 41 hours on a wheelchair claim, with a stick held in the teeth, on a website that logs you out after ten minutes."}',1,'2026-05-19 19:43:30.300969',54,'m8FYqxCQ2gJxAVfnDNKTeA','{}');
INSERT INTO "section_answers" VALUES(17,'barriers','{"barriers": ["accessibility", "skills", "device"], "barriers_how": "The settings are there already. What''s missing is somebody who knows them. We test whether the things people need most, such as their bank, work with it at all. If not, we find another way."}',1,'2026-05-19 19:43:30.300969',54,'yJuiSeXipxfAI8weR-DCZg','{}');
INSERT INTO "section_answers" VALUES(17,'costs','{"budget": [{"item": "Magnifiers, switches, keyboards and stands", "category": "equipment", "amount": "510", "quote": "no"}, {"item": "6 tablets for trying and lending", "category": "equipment", "amount": "1182", "quote": "no"}, {"item": "Trainers, 12 sessions", "category": "people", "amount": "696", "quote": "no"}, {"item": "Taxis for people who cannot use the bus, 33 journeys", "category": "travel", "amount": "462", "quote": "yes"}, {"item": "Braille, large print and audio copies", "category": "publicity", "amount": "176", "quote": "yes"}, {"item": "Tea, coffee and something to eat, 24 times", "category": "place", "amount": "288", "quote": "no"}], "other_money": "yes", "other_money_who": "A family trust that gave to us before", "other_money_amount": "\u00a3500"}',1,'2026-05-19 19:43:30.300969',54,'6WxB5cBlljIjPNTPAyN-uw','{}');
INSERT INTO "section_answers" VALUES(17,'change','{"outcomes": ["able", "equal"], "difference": "What people say to others matters most. Half our visitors come because a friend did. We count the devices set up and look again after half a year: still set that way? People should need us less. We''ll report how many do. Each person names one task they gave up on. We see whether they can do it after six weeks."}',1,'2026-05-19 19:43:30.300969',54,'Vp6EEpVF5IjBei3ikVL-IA','{}');
INSERT INTO "section_answers" VALUES(17,'safe','{"safe_lead": "Tendai Moyo", "safe_policy": "yes", "safe_online": "The machines go to guest mode when they''re closed, so nothing''s left behind.\nVolunteers work in pairs for the first six weeks.\nThe laptops have filters, and Bernadette checks them once a month.\nEvery tablet or laptop has a code, is switched off at night and is counted back into its box.\nWhen someone leaves, their account on our machines is removed in front of them."}',1,'2026-05-19 19:43:30.300969',54,'FsAnGdYrJq9IrHA0Cxu6Bg','{}');
INSERT INTO "section_answers" VALUES(17,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"]}',1,'2026-05-19 19:43:30.300969',54,'7-vxdA3JxQJmwVXWo9APYg','{}');
INSERT INTO "section_answers" VALUES(49,'organisation','{"org_type": "charity", "org_income": "5k_25k", "org_started": "2009"}',1,'2026-09-20 23:03:57.848017',3,'ssMdMW1QNLRbjc5XMap06Q','{}');
INSERT INTO "section_answers" VALUES(49,'contacts','{"contact_name": "Grace Oyelaran", "contact_phone": "0113 496 0268", "second_name": "Ben Whitworth", "second_email": "ben.whitworth@example.org"}',1,'2026-09-20 23:03:57.848017',3,'hnzpiv9tpgLj4hpK1pdycQ','{}');
INSERT INTO "section_answers" VALUES(49,'project','{"title": "Wave When You Can See Me", "summary": "We want to help Deaf and hard of hearing people to talk by video with family, doctors and each other. Arthritis and a touch screen don''t go together until somebody has shown you the settings. 60 people would learn it, and a weekly call would keep them together when the weather keeps them in. The grant of \u00a33,397 would go mainly on the equipment.", "plan": "1. We fit out a corner at the Parklea Centre with a big screen, a good camera and curtains, so a private call stays private.\n2. For nine members who cannot get out we set up a screen at home that answers with one press. A helper sits in on the first two calls, then only on the other side of the door. We have five volunteers, most of whom came to us as members.\n3. The tablets and whatever else we''ve bought go into a library for our members.", "starts": "5 February 2027", "ends": "10 December 2027"}',1,'2026-09-20 23:03:57.848017',3,'JEVEl9u1drbMOBY2r0kyhw','{}');
INSERT INTO "section_answers" VALUES(49,'people','{"communities": ["deaf", "older"], "people_helped": "60", "wards": {"E05011400": "21", "E05011391": "10", "E05011394": "6", "E05011388": "5"}, "groups": {"deaf": "48", "older": "24"}, "furthest": "Please don''t go by our postcode: it''s where the room is. Our people come from every side of the city. They come from all over the city, because there is nowhere else. So our wards tell you little about need. Those who lost their hearing late are left out twice: they can''t follow the group and they can''t use the phone. Last winter the surgery moved to an app with a call-back. A call-back! Eleven of our members gave up on the doctor. We walked to the surgery together, twenty of us, and signed at the desk until someone wrote down what we said."}',1,'2026-09-20 23:03:57.848017',3,'qK7Zj0Lm8aV3mpo84z6h4w','{}');
INSERT INTO "section_answers" VALUES(49,'barriers','{"barriers": ["accessibility", "connection"], "barriers_how": "We set up captions and show how to make the picture larger. People learn with one person they love on the other end. You cannot buy that kind of motivation."}',1,'2026-09-20 23:03:57.848017',3,'p1tGY1ueLn5DzMbW2xwcfg','{}');
INSERT INTO "section_answers" VALUES(49,'costs','{"budget": [{"item": "Large screen, camera and speaker", "category": "equipment", "amount": "\u00a3482", "quote": "yes"}, {"item": "9 tablets with stands for home", "category": "equipment", "amount": "\u00a31,440", "quote": "yes"}, {"item": "Data for people without broadband, 44 months in all", "category": "data", "amount": "\u00a3352", "quote": "no"}, {"item": "Interpreter, 18 hours", "category": "people", "amount": "\u00a3792", "quote": "yes"}, {"item": "Volunteers'' fares for home visits, 28 visits", "category": "travel", "amount": "\u00a3196", "quote": "yes"}, {"item": "Insurance for the devices", "category": "other", "amount": "\u00a364", "quote": "no"}, {"item": "Posters and cards", "category": "publicity", "amount": "\u00a371", "quote": "no"}], "other_money": "yes", "other_money_who": "A collection among our members", "other_money_amount": "\u00a3100"}',1,'2026-09-20 23:03:57.848017',3,'zbmqXixB6AvK29Rh6CydkA','{}');
INSERT INTO "section_answers" VALUES(49,'change','{"outcomes": ["happier", "able"], "difference": "We ask how often people saw somebody they care about last week, at the start and after three months.\nI would like to hear people complain that the grandchildren ring too often."}',1,'2026-09-20 23:03:57.848017',3,'ZtEC1_qgT55dktolgDSuxA','{}');
INSERT INTO "section_answers" VALUES(49,'safe','{"safe_lead": "Ben Whitworth", "safe_policy": "yes", "safe_online": "If a person doesn''t want us to write anything about them, we don''t. If someone seems muddled or frightened we stop, make tea, and don''t do anything with money that day. We ask for two references and we do ring them."}',1,'2026-09-20 23:03:57.848017',3,'HqpmfBhfkS7aqnzrLMjd1w','{}');
INSERT INTO "section_answers" VALUES(49,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance", "quotes"], "rules": {"ref": "WspR9DcAXOqTGEbZuVCKMA", "name": "Our constitution.pdf", "size": "1 KB"}}',1,'2026-09-20 23:03:57.848017',3,'IqWevjIYvmohv15dfCEhsw','{}');
INSERT INTO "section_answers" VALUES(50,'organisation','{"org_type": "charity", "org_income": "75k_150k", "org_started": "2012"}',1,'2026-09-20 22:18:38.743447',43,'YcTmCtBRBZUxASMMMZ-EmA','{}');
INSERT INTO "section_answers" VALUES(50,'contacts','{"contact_name": "Lee Farrar", "contact_phone": "0113 496 0275", "second_name": "Ioana Stoica", "second_email": "ioana.stoica@example.org"}',1,'2026-09-20 22:18:38.743447',43,'tNr8PxaRnywzSghquRvx7g','{}');
INSERT INTO "section_answers" VALUES(50,'project','{"title": "Tea and Tablets", "summary": "Half our members own a smartphone and use it only to ring people. A table, two helpers and a plate of biscuits would change that.", "plan": "To begin with: The drop-in runs every Thursday from half past ten at the Steps caf\u00e9, straight after lunch club, when people are there anyway.\nUntil July: We start with four tablets set up with large text, and add more once we know which kind people get on with. Nobody takes the phone out of anyone''s hand. The person does the pressing, however long it takes. Shilan leads, and Efua steps in when Shilan can''t. Behind them are four people on the rota.\nAt the end: Then the hard part: doing it again next year with no grant. We have a plan for that, and it involves jam.", "starts": "7 February 2027", "ends": "9 January 2028"}',1,'2026-09-20 22:18:38.743447',43,'sw_Ys39l8ZeDoqHe5K4jgQ','{}');
INSERT INTO "section_answers" VALUES(50,'people','{"communities": ["recovery"], "people_helped": "63", "wards": {"E05011387": "35", "E05011409": "17", "E05011385": "11"}, "groups": {"recovery": "50", "mental_health": "25", "homeless": "13"}, "furthest": "I owed \u00a331,000 from a phone. So I''m careful how I say this: my members need phones. They need them set up by someone who knows exactly what to block. Meetings are online as well now. On a bad night, that''s what gets somebody through. Gambling sits in the same pocket as the bus timetable. People need to know how to block one and keep the other. Our estate gets less of everything: buses, doctors, shops, signal. Our members each bring one person who''d never come alone."}',1,'2026-09-20 22:18:38.743447',43,'Hifgjqii8ZtSozTpLu9LEQ','{}');
INSERT INTO "section_answers" VALUES(50,'barriers','{"barriers": ["skills", "confidence"], "barriers_how": "People are afraid of breaking it. We show them on our tablets first, where nothing can go wrong that matters. Sitting side by side with a neighbour takes the fear out of it."}',1,'2026-09-20 22:18:38.743447',43,'QSR3paQThF01Gfgdf4QwpQ','{}');
INSERT INTO "section_answers" VALUES(50,'costs','{"budget": [{"item": "4 tablets with sturdy cases", "category": "equipment", "amount": "636", "quote": "no"}, {"item": "Use of the Steps caf\u00e9, 40 sessions", "category": "place", "amount": "680", "quote": "no"}, {"item": "Tea, coffee and biscuits, 26 sessions", "category": "place", "amount": "208", "quote": "yes"}, {"item": "Chargers, stands and a lockable trolley", "category": "equipment", "amount": "192", "quote": "no"}], "other_money": "yes", "other_money_who": "A family trust that gave to us before", "other_money_amount": "\u00a3250"}',1,'2026-09-20 22:18:38.743447',43,'A9WiX6gICYvFJISJjbb9lA','{}');
INSERT INTO "section_answers" VALUES(50,'change','{"outcomes": ["able", "happier"], "difference": "At least two thirds of the regulars should do one thing online at home that they have never done before. At the first visit we ask what they would love to do and write it on a card. At the sixth we get the card out again."}',1,'2026-09-20 22:18:38.743447',43,'OWhCq6wdNqV3ytn16ETmyQ','{}');
INSERT INTO "section_answers" VALUES(50,'safe','{"safe_lead": "Lee Farrar", "safe_policy": "yes", "safe_online": "A member of the committee drops in without warning a few times a year.\nTwo helpers are always in the room, and nobody helps alone behind a closed door.\nOn each lid there''s a sticker with whom to tell when something''s worrying you.\nLifts home are given by two people or not at all."}',1,'2026-09-20 22:18:38.743447',43,'2PlfOTcJoKMR-hOQku3F3A','{}');
INSERT INTO "section_answers" VALUES(50,'documents','{"documents": ["rules", "insurance"]}',1,'2026-09-20 22:18:38.743447',43,'n253AKBUQf5kNFgYcVX_IQ','{}');
INSERT INTO "section_answers" VALUES(52,'organisation','{"org_type": "group", "org_income": "under_5k", "org_started": "1992"}',1,'2026-09-26 05:32:47.967016',49,'gzMJnWMcEtH2AjP4BgCGZA','{}');
INSERT INTO "section_answers" VALUES(52,'contacts','{"contact_name": "Raymond Spink", "contact_phone": "0113 496 0282", "second_name": "Abby Butterfield", "second_email": "abby.butterfield@example.org"}',1,'2026-09-26 05:32:47.967016',49,'G1_apkH1ITOvuvUucpUiKA','{}');
INSERT INTO "section_answers" VALUES(52,'project','{"title": "Bring Your Own Phone to Rothwell", "summary": "Half our members own a smartphone and use it only to ring people. A table, two helpers and a plate of biscuits would change that. Small buttons and stiff fingers make a phone hard work, and a shop assistant of twenty has no time to explain. It is for those who would never sign up for a class, because a class sounds like school. The grant of \u00a31,343 would go mainly on the equipment.", "plan": "February: Our helpers keep a notebook of the questions people bring. The three most common become a short talk each month. We start with four tablets set up with large text, and add more once we know which kind people get on with.\nFrom then to August: Nobody takes the phone out of anyone''s hand. The person does the pressing, however long it takes. When somebody is stuck on something we cannot do, we walk them over to the library and introduce them. Abby has the keys, Josh has the patience.\nAfter that: Once it''s running it costs next to nothing. What''s expensive is the start.", "starts": "16 February 2027", "ends": "17 January 2028"}',1,'2026-09-26 05:32:47.967016',49,'n5yx2Xr-i6SVUir3ZjrjBg','{}');
INSERT INTO "section_answers" VALUES(52,'people','{"communities": ["older"], "people_helped": "39", "wards": {"E05011410": "26", "E05011384": "13"}, "groups": {"older": "31"}, "furthest": "We asked thirty people to bring in their phones. Seven had never once been switched on. It isn''t that they can''t learn. They brought up five children on one wage. Nobody has ever asked them what they''d like to do with it. They have only been told what they must. For some, we are the only people they speak to between Friday and Monday. There''s money in Rothwell. There are also people in it with none, in the flats behind the church."}',1,'2026-09-26 05:32:47.967016',49,'7WarBxI8V8Ors4x-cgOTig','{}');
INSERT INTO "section_answers" VALUES(52,'barriers','{"barriers": ["skills", "confidence"], "barriers_how": "People are afraid of breaking it. We show them on our tablets first, where nothing can go wrong that matters. We write each step on a card in big letters to take home and stick on the fridge. Sitting side by side with a neighbour takes the fear out of it."}',1,'2026-09-26 05:32:47.967016',49,'bltNvq_vkwkKIJeHNnUZNw','{}');
INSERT INTO "section_answers" VALUES(52,'costs','{"budget": [{"item": "4 tablets with sturdy cases", "category": "equipment", "amount": "\u00a3520", "quote": "no"}, {"item": "Use of the Institute annexe, 26 sessions", "category": "place", "amount": "\u00a3390", "quote": "yes"}, {"item": "Tea, coffee and biscuits, 28 sessions", "category": "place", "amount": "\u00a3252", "quote": "no"}, {"item": "Chargers, stands and a lockable trolley", "category": "equipment", "amount": "\u00a3181", "quote": "no"}], "other_money": "no"}',1,'2026-09-26 05:32:47.967016',49,'quCw4h39ZZZydg_iHq1lng','{}');
INSERT INTO "section_answers" VALUES(52,'change','{"outcomes": ["able", "happier"], "difference": "We count who came, what they asked and whether they could do it alone the next time. We will know it works when they start helping each other and the volunteers can drink their tea."}',1,'2026-09-26 05:32:47.967016',49,'wnylQnBTfto2ctUu0q8U8Q','{}');
INSERT INTO "section_answers" VALUES(52,'safe','{"safe_lead": "Raymond Spink", "safe_policy": "yes", "safe_online": "Abby did the safeguarding course for leads last October and is the one who''d make the call. All our volunteers have read the safeguarding policy and can say whom to tell. We go through it line by line every autumn. No member of our team lends money, keeps keys or becomes anyone''s friend on social media."}',1,'2026-09-26 05:32:47.967016',49,'5tvXk6YuVbS-IicKnS4y_Q','{}');
INSERT INTO "section_answers" VALUES(52,'documents','{"documents": ["rules", "accounts", "safeguarding", "insurance"]}',1,'2026-09-26 05:32:47.967016',49,'NZKN3Y6WAn1XGJttp38BNA','{}');
INSERT INTO "section_answers" VALUES(199,'organisation','{"org_type": "charity", "org_income": "25k_75k", "org_started": "2015"}',1,'2026-11-22 12:31:47.998035',1,'Kb-eC3QtbvHiw5OERwnx1w','{}');
INSERT INTO "section_answers" VALUES(199,'contacts','{"contact_name": "Amina Yusuf", "contact_phone": "0113 496 0232", "second_name": "Tom Barker", "second_email": "tom.barker@example.org"}',1,'2026-11-22 12:31:47.998035',1,'T8-5OWqe7ndTInr4PgcJ0g','{}');
INSERT INTO "section_answers" VALUES(199,'project','{"title": "Appointments Made Easy", "summary": "Since the phone line at the surgery became a queue of forty, people here have simply stopped going. We cannot watch that any longer. So we''d like to teach the app. When you''ve four jobs and none of them has a desk, you do it all on a phone in the lunch break. We aim for 34 people who can use it by themselves, and a few relatives who stop doing it for them.", "plan": "Each course is four afternoons: getting in, ordering, reading results, video calls. Eight people at a time. We sit with each person until the app is set up. If it takes three visits, it takes three visits. Idil and Ioana will run it. Both have been with us for years, and people trust them.\n\nThe surgery lends us the waiting room on Mondays after ten till twelve, when it is quiet. We practise video calls with each other first, so the first one with a doctor is not the first one ever.\n\nAfter it''s over, helpers keep a table at our ordinary meetings. It costs nothing.", "starts": "1 March 2027", "ends": "28 July 2027"}',1,'2026-11-22 12:31:47.998035',1,'q5Nf82AFTda4Rb7Pi-n1yQ','{}');
INSERT INTO "section_answers" VALUES(199,'people','{"communities": ["older"], "people_helped": "34", "wards": {"E05011397": "19", "E05011402": "9", "E05011403": "6"}, "groups": {"older": "27", "low_income": "14", "families": "7"}, "furthest": "Our streets are full of students, and so everyone forgets the people who stayed. Mr Bhatti has lived in the same terrace for 44 years. He came in to ask how to stop a loud advert. He stayed three hours, and he''s now our Tuesday volunteer. A tremor and a touch screen don''t go together until somebody has shown you the settings. Wages here come by the hour. Miss a message about a shift and you have lost it. There''s money in Hyde Park. There are also people in it with none, in the flats behind the church."}',1,'2026-11-22 12:31:47.998035',1,'-Ep0Xikh9NlBVe1fruOs2Q','{}');
INSERT INTO "section_answers" VALUES(199,'barriers','{"barriers": ["skills", "trust"], "barriers_how": "People worry who reads their records. We show them who can and who cannot, on the screen, in their own record. We take the photo for the identity check with them. It fails less often with good light and company. Medical words are put on picture cards in the languages our members speak."}',1,'2026-11-22 12:31:47.998035',1,'a-w5mUksaAFrMfXqft2iMg','{}');
INSERT INTO "section_answers" VALUES(199,'documents','{"rules": {"ref": "aChToGcPC--yzwtjJ8Wepw", "name": "Our constitution.pdf", "size": "1 KB"}}',1,'2026-11-22 12:31:47.998035',1,'-h_Nt16zkAyQ2DOyTPBBQA','{}');
INSERT INTO "section_answers" VALUES(199,'change','{"outcomes": ["able", "happier", "better_off"], "difference": "There will be less isolation in the community. Feedback forms will be used."}',1,'2026-11-27 08:29:44.010177',1,'Q2qLaZe5Sy_QfRxGlA106g','{}');
INSERT INTO "section_answers" VALUES(199,'costs','{"budget": [{"item": "Teacher, 25 lessons", "category": "people", "amount": "1325", "quote": "yes"}, {"item": "Cr\u00e8che worker, 21 lessons", "category": "people", "amount": "651", "quote": "yes"}, {"item": "8 tablets", "category": "equipment", "amount": "1208", "quote": "no"}, {"item": "Books, picture cards and printing", "category": "publicity", "amount": "140", "quote": "no"}, {"item": "Volunteer training, one day", "category": "volunteers", "amount": "189", "quote": "yes"}, {"item": "Insurance for the devices", "category": "other", "amount": "122", "quote": "no"}, {"item": "Tea, coffee and something to eat, 20 times", "category": "place", "amount": "200", "quote": "yes"}], "other_money": "yes", "other_money_who": "The parish council", "other_money_amount": "\u00a3400"}',1,'2026-11-27 08:29:44.010282',1,'nYTW1-yv3M6INEGWdLrLnA','{}');
INSERT INTO "section_answers" VALUES(199,'safe','{"safe_lead": "Debbie Schofield", "safe_policy": "yes", "safe_online": "Two helpers are always in the room, and nobody helps alone behind a closed door. Our wifi asks for no name and keeps none."}',1,'2026-11-27 08:29:44.010309',1,'FWe_c3PFlvgHXbuBlxTu9Q','{}');
CREATE TABLE "sign_in_requests" (
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
	is_whole BOOLEAN NOT NULL, 
	CONSTRAINT pk_sign_in_requests PRIMARY KEY (id), 
	CONSTRAINT uq_sign_in_requests_link_digest UNIQUE (link_digest), 
	CONSTRAINT uq_sign_in_requests_ref UNIQUE (ref)
);
INSERT INTO "sign_in_requests" VALUES(1,'Z3TKHjF7ULm0j5uKaZ5ZEw','anonymous@example.org','2f183a4e64493af3f377f745eda502363cd3e7ef6e4d266d444758de0a85fcc8','18f80ec15c653d8fcc6bc7de81e23f0e8dc8c1d7b876adce683449dbaf9c9de7',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(2,'fTofVDfdVKMJolnHXrcHxw','holder-of-a-sign-in-link@example.org','ee4ea8f9ce59006657c12fe41b9cb6d227b2e2a9e78f9a109f71c06a7ec6bfe1','814ed503d54af8fd2290cb0d561dc848f6d3ef969c2cf0d373c54525fbacb94b',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(3,'WGwb4PMza4ZLc8O6idw5Fw','holder-of-an-invitation@example.org','5ac66c093a6d8b04b74c75aabca978514c8ce4a907da7df83c985783b35402eb','65cf77fc04099aff484cf05dd0ed9e0fb9a39c32bd1c1a2adeb8cc90af27a63e',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(4,'7Kp0qRX2gJyjKgBgScXpRw','holder-of-a-guest-link@example.org','e7382a07756f051bafc7df281dd2530f48250a8325682b6a06b1b1d8a1fec826','89f4fda2c063514f52680f9f495bf220e04f41850a01eb4e9eca7611d0c55ffd',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(5,'bSnUi4sgJhRgy0FgSUBrdw','halfway@example.org','f7c3868eaa6d9dd7600535276c934eaa8bec3cb2f4b631a9a0d806b2d1450300','3dc1ba48ef4a35200c4cd0614647e5a04467eea51c99bc6a41830a3b1930aeb8',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(6,'ZLpmMmYa3SlBj5RxglH6bw','beginner@example.org','d0c2ebfa3490d41a60d9f79491d3be1d8631b32b51755737ebe7041ef241f374','0f10fcf79d12eb5dc962d48c1ed25bf77033b10d1cb0c16aca085f311900e81a',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(7,'XlqJdl-GLoQEDWRt5c1L7w','amina@example.org','f487dfce9b26319491f0cee1503257548d2ee2ef39dade348ec280aa60129d62','0b68dc673a0fa42baac201a2b2274fe4e127bc2706d6a952d5a7756ae12f46f8',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(8,'sqQYBponCoTrDgSNSFCZTw','tom@example.org','e1608f75c5d7813f3d4031cb30bfb786507d98137538ff8e128a6ff74e84e643','64dd1b062458c4015dc77ceda96626d97bc5b7e9052418f992917656519a48fa',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(9,'Yr3IAKABb7-L7_c3B5bbFQ','grace@example.org','e010fd1ce1acc173e3b4835b7635f8d4600d774869102adb5cb7b5d7895649ba','928679184ce2d84f8c4f0be97ed941807448d329fadf4d567b8555352930b5db',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(10,'MRTbbKkxWyZwXPIwbhTDKg','ben@example.org','6700869c8ff7480e34a70a708b028700dbaa3a033b5652b903afe89f49a31456','7d11be34fe447de97a726a3bb7c5e13d423cd98efbdd56aa1581a9afadf1b487',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(11,'fBXajzYB4gDxOCMKNKky8g','marcia@example.org','d077e58dee24d6cc828a2b7ba7644912dc991d4f19a1f9b6ec825e45406bbe2f','805eb76414b4f2c8f6054a473777fd17e05e804c9a22bcaf53571c7df95b4ce0',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(12,'0pj6GJzksxIHw3TPU22heg','ruth@example.org','79fe4c43a919209a10138fab243ac8e28a2b23208e16c1a1108d6913fcdc674f','2bb72e650889dd4e1ff30aafaabcec37fcd665f9c5f50fa69fc8e63d04d65972',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(13,'wC29wTr-IlhDPK_tdUvR7g','daniel@example.org','bd3dae5fb91f88a4f0978222dfd58f59a124257cb081486387cbae9df11fb879','0e6e19f396b3a84347e482fb028112597afd814808eeeed56ac923a944537f4d',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(14,'PFHugKsw6TAOnVDonvYk-w','hannah@example.org','fc881aa34d44660e1012dec26ccda0b469d6c8359e91dc674dab4c095b9fe832','6c6008347c86c297ca1477b72bc8da0869388ef8e69b1afe467727ff5df09acf',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(15,'jP4wqGXOcsf1pAWd5vP94A','joyce@example.org','005195352c13e18429414c8b36a4047fdcfab8bb3a1aa1aa19d5ff26010c754d','00ada76dd55219595fcaeb6690781cb847faaeb0d761cc08fd9d4526fecdec16',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(16,'MJTZW_TZNXl1n4AWUqCl6w','martin@example.org','b6f8d434a847fb0f0c1a8d9b936b8ca952e224f205a55f4ba9b2c20f88fdc9e7','c92f35b2f1cffd93695d54c1d5800ff0caebfed5f010ebb25dbeca6f54e1fb1f',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(17,'2mKr_W5cNbubYWTBtjRuEQ','priya@example.org','44bcff24eb6751fdcc80626affe0ad38e91deadf89b4c1df821055688b96aa47','59a1b1d4a95585ed4761f4b80c890b4915bb6556c5c1ff9430a322b642010f42',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(18,'b544OGDUNch0f5nWz78fdw','leanne@example.org','4b493fc85b64fc1e6ffe2965d8a82a11810a8a9d5a76c1f43a8a6ba974e2ee94','9374c934209596539981efc061a8c876680ec202e6fdc90ec1cede6654eeaf0d',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(19,'s7JN1C4PmKqd0UaS4WoWqg','philippa@example.org','7b59e13c39ca1425030c55bd75412298c393edc103a4c1b0139ff4dc7cded545','7003ae14801a943bd4cdeb2e829719456e2a26ac7fed204129e8ff3a91577254',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(20,'sa_NR0mTJHUTwfhSfZtzjg','imran@example.org','e378432fc68f9b707bd923e7968c1524c57e91ffc62a89b5a29bbb2473a65979','0c89e54856f3ecf97602bd0a52321a6990cd0d888cd679d62bb4988feb6d203c',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(21,'7w2bb-dwh0EfpK1XqeZYvA','helen@example.org','80c95d0e9e710a56937209d81da3043b5dfed8174bb6acc01e334ecaa6408a97','2079451f189e4cd828a0efd40896af051516fc8fa1a56857d8d08d5dfc987ede',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(22,'8ykNh_QW2MJ3VSXH70BqMQ','wei@example.org','1ed2b38c11c70aa02adedf9fe807482472daef00689af3eeb6141346ec3f3c70','9fa76b02bef1bfa7fa363736622578270978edadf9e57031bbfeacdef1a09a28',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(23,'mEhOXmeF0fPAVlhbUUBQrg','farida@example.org','8f61fb3fcc07fec57b4a2f869e83a204349a2c177bc75913e573ac4cf85cca64','3d76ff92ea1499c22111f21fc3e1d1c785b6e087d90ae79c97982db8aaf5549b',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(24,'aC1xLi9QrawTdpJTFz4qdA','neil@example.org','4bbfa1f1b0462b4844b74c34fdd297aba2a82ac2355e64308578f5acf1f5e8bf','4bc9cccf9b55dc765f2b1c62114ef86e11dd9a6447596315904b4c02a828f9bf',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(25,'hrJpVI58iXt0vH3rjrLAoQ','sam@example.org','e96e02d8e47f2a7c03be5117b3ed175c52aa30fb22028cf9c96f261563577605','38fed9a2076bf6b1f3ecf4faccf2a525406ed18b7dbb1698ef09cb017845116d',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(26,'XGak9USBBa4CrUK2LVr1dg','colin@example.org','4c1001c251c1c923bca00789638afb17e908d526bf3e9975407c65d2b03f4b10','d1b0d40216b71fdbd629e5e499e9e2fff7736f19bbeef3aa61d26a8ad9a1612b',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,NULL,0);
INSERT INTO "sign_in_requests" VALUES(27,'QJyMDnKOgU6J4yJMNH8AaQ','nobody-any-more@example.org','01cefde6048c508046bbeacdb36581321c7ffd257f887f40c25f11cd9b5adf41','77729c535360485d7c55d8bf70dd59e0942d9250a42233e0151bfc7eda451f58',0,NULL,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',0,'2026-11-27 08:29:44.044223',0);
CREATE TABLE "sign_ins" (
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
	confirmed_at DATETIME, 
	end_reason VARCHAR(20), 
	CONSTRAINT pk_sign_ins PRIMARY KEY (id), 
	CONSTRAINT fk_sign_ins_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT uq_sign_ins_ref UNIQUE (ref), 
	CONSTRAINT uq_sign_ins_token_digest UNIQUE (token_digest), 
	CONSTRAINT ck_sign_ins_end_reason CHECK (end_reason IN ('roles', 'authenticator')), 
	CONSTRAINT ck_sign_ins_reason_has_end CHECK (end_reason IS NULL OR ended_at IS NOT NULL)
);
INSERT INTO "sign_ins" VALUES('xbivYL_4rHDWZsT4sumynQ','02cb876f233d995732b65e2a99825da1fbd7850f914fd0edc15634b782b80575',1,0,NULL,'','2026-11-27 08:29:44.075846','2026-11-27 08:29:44.075846','2026-11-27 08:59:44.075846',NULL,1,'2026-11-27 08:29:44.075846',NULL);
INSERT INTO "sign_ins" VALUES('krjNkgOoC_dHIhZScAQmNg','8422721c9abb47a44aa80d2f25718cf84dd766c6a60c19e64fc9f1fd16244fa3',2,0,NULL,'','2026-11-27 08:29:44.079615','2026-11-27 08:29:44.079615','2026-11-27 08:59:44.079615',NULL,2,'2026-11-27 08:29:44.079615',NULL);
INSERT INTO "sign_ins" VALUES('Sm3LomACoNNt9ZY-mUbGrA','161859a8548c2dede3a650ca90f5dcae66e5696d77d6f11e6d5d9e5f09da229d',3,0,NULL,'','2026-11-27 08:29:44.084498','2026-11-27 08:29:44.084498','2026-11-27 08:59:44.084498',NULL,3,'2026-11-27 08:29:44.084498',NULL);
INSERT INTO "sign_ins" VALUES('GGwZKSkzl5ET3c47gX19Yg','5fe32be32a2ea858838c09cfe0ba89906d46a5bb36ef94400102adc4731f3937',4,0,NULL,'','2026-11-27 08:29:44.095424','2026-11-27 08:29:44.095424','2026-11-27 08:59:44.095424',NULL,4,'2026-11-27 08:29:44.095424',NULL);
INSERT INTO "sign_ins" VALUES('-boErAY8iIa0OxB8Wa9-dw','60897e9d6ebabefdcf1c94873e397dd32ede89ad661615bc23118f9f84e59820',5,0,NULL,'','2026-11-27 08:29:44.097581','2026-11-27 08:29:44.097581','2026-11-27 08:59:44.097581',NULL,5,'2026-11-27 08:29:44.097581',NULL);
INSERT INTO "sign_ins" VALUES('gvy5n7tqUyJpygREF3hI4Q','f6aac6adb73ce3d7687f319400fd0301d7756c487ba320eb9fcf1515abc2f4db',6,0,NULL,'','2026-11-27 08:29:44.105381','2026-11-27 08:29:44.105381','2026-11-27 08:59:44.105381',NULL,6,'2026-11-27 08:29:44.105381',NULL);
INSERT INTO "sign_ins" VALUES('GyTywYfMtftEdjYWg1011A','6719b3373336a7d58d910a31931e8a173d04fbeefa866b6fd134543c59e05e5a',7,0,NULL,'','2026-11-27 08:29:44.115694','2026-11-27 08:29:44.115694','2026-11-27 08:59:44.115694',NULL,7,'2026-11-27 08:29:44.115694',NULL);
INSERT INTO "sign_ins" VALUES('7hbD2YhzKHJPEqZnW9o7rg','f912660ea9bdb137fe7c1a45b2b15b86f7ac4a176325e6798ab60c62fe1311ed',8,0,NULL,'','2026-11-27 08:29:44.119934','2026-11-27 08:29:44.119934','2026-11-27 08:59:44.119934',NULL,8,'2026-11-27 08:29:44.119934',NULL);
INSERT INTO "sign_ins" VALUES('6JXioMH9xpRqdleIo7971w','5ecff69a7608e79100904bf374b09dc67e7ab9cf2f55e733bc6ae332de4b6b96',9,0,NULL,'','2026-11-27 08:29:44.122867','2026-11-27 08:29:44.122867','2026-11-27 08:59:44.122867',NULL,9,'2026-11-27 08:29:44.122867',NULL);
INSERT INTO "sign_ins" VALUES('Qk4w8nhoFPFJPVayeE2J6A','0370d6c4bb39cbda08e89c24ed0de6a81cfbe80bb2010d307a2f9dac53f967fb',10,0,NULL,'','2026-11-27 08:29:44.127552','2026-11-27 08:29:44.127552','2026-11-27 08:59:44.127552',NULL,10,'2026-11-27 08:29:44.127552',NULL);
INSERT INTO "sign_ins" VALUES('rUjGJbb7DwjDp_Ujdg9EFA','16f983a125ab4bdfc1784b4612a41046c1d67b60aae1e75072b0b48014009774',11,0,NULL,'','2026-11-27 08:29:44.131191','2026-11-27 08:29:44.131191','2026-11-27 08:59:44.131191',NULL,11,'2026-11-27 08:29:44.131191',NULL);
INSERT INTO "sign_ins" VALUES('dzIgRtVhR4kPhQ97h0aWQQ','30804a4d56f31f2546eacc41a5649272794c4e6403c9629374121a343ad014fb',13,0,NULL,'','2026-11-27 08:29:44.133191','2026-11-27 08:29:44.133191','2026-11-27 08:59:44.133191',NULL,12,'2026-11-27 08:29:44.133191',NULL);
INSERT INTO "sign_ins" VALUES('AiuguOrSgqB3APCj0kr-KA','57e9e1f41af0b514b6826eeff8b5754488a051873d3434c1e4c0af1bd5ea2107',14,0,NULL,'','2026-11-27 08:29:44.140018','2026-11-27 08:29:44.140018','2026-11-27 08:59:44.140018',NULL,13,'2026-11-27 08:29:44.140018',NULL);
INSERT INTO "sign_ins" VALUES('mj2MQ5BYGSqYoRiTE2rUfg','a8bc1d85dea7cb15163b3fc1cc8f106801d993484b75eab64a7d6e20e6913468',15,0,NULL,'','2026-11-27 08:29:44.143632','2026-11-27 08:29:44.143632','2026-11-27 08:59:44.143632',NULL,14,'2026-11-27 08:29:44.143632',NULL);
INSERT INTO "sign_ins" VALUES('t6ycLm6YGybge4vMIHChqg','81b60dea519eec1a3a611fa957c4265557a0f70e85637c3805e1be887e38e60b',16,0,NULL,'','2026-11-27 08:29:44.147646','2026-11-27 08:29:44.147646','2026-11-27 08:59:44.147646',NULL,15,'2026-11-27 08:29:44.147646',NULL);
INSERT INTO "sign_ins" VALUES('Lh4hGuJCZu9S1K-jTN4Hmg','6ab53d3fead18bfe29dc5e5070016bc8600f8b5b90eb8935c00d2f091dd455d5',17,0,NULL,'','2026-11-27 08:29:44.151515','2026-11-27 08:29:44.151515','2026-11-27 08:59:44.151515',NULL,16,'2026-11-27 08:29:44.151515',NULL);
INSERT INTO "sign_ins" VALUES('rvktVAa7CkbKWnd0e5FoQw','c017e4f2bbbb2ee33cbb933d45ce14fcb6523a4af9abc6456098fb41e66d6589',18,0,NULL,'','2026-11-27 08:29:44.155567','2026-11-27 08:29:44.155567','2026-11-27 08:59:44.155567',NULL,17,'2026-11-27 08:29:44.155567',NULL);
INSERT INTO "sign_ins" VALUES('W4BFylYi-yr77F696fwyWQ','ae793fe567a8cc33476152b70ecea472064ba212ca03fdc69c5c38a747abd053',19,0,NULL,'','2026-11-27 08:29:44.157980','2026-11-27 08:29:44.157980','2026-11-27 08:59:44.157980',NULL,18,'2026-11-27 08:29:44.157980',NULL);
INSERT INTO "sign_ins" VALUES('ZGex0q-J2F7qJDWZXrhvbg','8101c7eb66cf9a9e3fba5a5a1a59132bf7f9dfe962b81ea7ba2eded2bc16ad48',181,0,NULL,'','2026-11-27 08:29:44.163128','2026-11-27 08:29:44.163128','2026-11-27 08:59:44.163128',NULL,19,'2026-11-27 08:29:44.163128',NULL);
INSERT INTO "sign_ins" VALUES('9uWQDyOTzK2L99MAShionA','2b6ede54ef32289ed98444cbfb288e68a7e1b1b3d43d6f24353def75b30731a4',12,0,NULL,'','2026-11-27 08:29:44.165587','2026-11-27 08:29:44.165587','2026-11-27 08:59:44.165587',NULL,20,'2026-11-27 08:29:44.165587',NULL);
INSERT INTO "sign_ins" VALUES('Me5c3XcqNN_dsxN8ZnQnFg','b693dde7f8343a0eda946bae9dec69ca8e50658c909c12b6aa3898f65b44c6e3',10,0,NULL,'','2026-11-27 08:29:44.225056','2026-11-27 08:29:44.225056','2026-11-27 08:59:44.225056',NULL,21,NULL,NULL);
INSERT INTO "sign_ins" VALUES('OY4wznjw1zkU6L_YrhU2bw','56a8da82b5f5aa1e4575bb9d4f901b04e1d5e63d36ae4f484471691210641963',182,0,NULL,'','2026-11-27 08:29:44.229394','2026-11-27 08:29:44.229394','2026-11-27 08:59:44.229394',NULL,22,NULL,NULL);
INSERT INTO "sign_ins" VALUES('Z3XtZy8Q_mPp0KMB90VDwA','1376a66237592f8bbaf72e79c2c19a8a8c4a3ca42860ff3f2c44a65013d76c80',1,0,NULL,'','2026-11-27 08:29:44.231579','2026-11-27 08:29:44.231579','2026-11-27 08:59:44.231579',NULL,23,'2026-11-27 08:29:44.231579',NULL);
INSERT INTO "sign_ins" VALUES('PqD8Jkz9aVKMc-84D6CCGg','a6c735298adcceaf49476833c80f213e5bbad98903e3a459ecaf80e17c56b259',181,0,NULL,'','2026-11-27 08:29:44.235424','2026-11-27 08:29:44.235424','2026-11-27 08:59:44.235424',NULL,24,'2026-11-27 08:29:44.235424',NULL);
INSERT INTO "sign_ins" VALUES('mokZmdi9uSdWXLm58-JAXg','377fafd4019e018bd01398c79fba6e50a1e7cf5b149a5630893b32994f262286',9,0,NULL,'','2026-11-27 08:29:44.237343','2026-11-27 08:29:44.237343','2026-11-27 08:59:44.237343',NULL,25,'2026-11-27 08:29:44.237343',NULL);
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
INSERT INTO "standings" VALUES(52,2,305,280,330,'2026-11-27 06:18:42.513133');
CREATE TABLE "team_invitations" (
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
	reminder_digest VARCHAR(64), 
	reminded_at DATETIME, 
	CONSTRAINT pk_team_invitations PRIMARY KEY (id), 
	CONSTRAINT ck_team_invitations_role CHECK (role IN ('lead', 'member')), 
	CONSTRAINT uq_team_invitations_ref UNIQUE (ref), 
	CONSTRAINT uq_team_invitations_link_digest UNIQUE (link_digest), 
	CONSTRAINT fk_team_invitations_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_team_invitations_accepted_by FOREIGN KEY(accepted_by) REFERENCES people (id), 
	CONSTRAINT fk_team_invitations_invited_by FOREIGN KEY(invited_by) REFERENCES people (id), 
	CONSTRAINT uq_team_invitations_reminder_digest UNIQUE (reminder_digest), 
	CONSTRAINT ck_team_invitations_reminded_has_link CHECK ((reminder_digest IS NULL) = (reminded_at IS NULL))
);
INSERT INTO "team_invitations" VALUES('CqhNrL6LrDLcQ49rLaR3Og',2,'bilal.rahman@example.org','member','53d42fd99ec0572c12333f59eca16fb181a4f344106a27121fd6e64b1df1f5a8',3,'2026-11-18 08:29:43.759148','2026-11-25 08:29:43.759148',NULL,NULL,1,NULL,NULL);
INSERT INTO "team_invitations" VALUES('invitation-of-anonymous',2,'anonymous@example.org','member','332277606a3c1f6ff6445a5b7e4bf0c6ff9b306759d0b200faa533491858993a',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,2,'32a7595e2aa790c33cb442f5b96fcecb9145a40272f52abb797f51288e23bd6b','2026-11-27 08:29:44.457298');
INSERT INTO "team_invitations" VALUES('invitation-of-holder-of-a-sign-in-link',2,'holder-of-a-sign-in-link@example.org','member','7b7b3bb81d90a068aeccc00777fa04721ecd411c37f8ba18aed983a1ff0254ca',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,3,'524bf7b37eb2c6710dd95d0549cfe4dba4dc07a5eb1637fc1d729253b13f6389','2026-11-27 08:29:44.467287');
INSERT INTO "team_invitations" VALUES('invitation-of-holder-of-an-invitation',2,'holder-of-an-invitation@example.org','member','7493a4a25f0bc910664d22a334c064abd69c30e222362c1608a7513f1448af77',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,4,'b62ef1f797c940621a0ae5eeebae44b07394f8c2d89d9690c152bd8a9a4489fb','2026-11-27 08:29:44.472008');
INSERT INTO "team_invitations" VALUES('invitation-of-holder-of-a-guest-link',2,'holder-of-a-guest-link@example.org','member','b844c7b8d05d729dc147c947b920cba9e35dfede2e75428092f6c2cffba7ce60',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,5,'b7fc7b24998eeebc15bf7169cc85900aacb05fa58a43b7b1d4b61b9a144916b3','2026-11-27 08:29:44.476624');
INSERT INTO "team_invitations" VALUES('invitation-of-halfway',2,'halfway@example.org','member','130bdea25c1a5c7195ee197c6fd59604045411a77415084504eb73b4f53217aa',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,6,'0bd39d8eda79af19e7c7417a6dc7b446b9326666068ff195a10b3ad5fca8440c','2026-11-27 08:29:44.483321');
INSERT INTO "team_invitations" VALUES('invitation-of-beginner',2,'beginner@example.org','member','3fb140cf815aaf0f54951096d4b8523a9f3cb91e20f88f19fa3e85031a049f15',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,7,'4fe2f6c2da2d55f6d6aa600ede653af0f2c9029ae51e8c6cc6612d33575e1143','2026-11-27 08:29:44.491152');
INSERT INTO "team_invitations" VALUES('invitation-of-amina',2,'amina@example.org','member','613a809fb3d0a41e2e0763b328e880d8731529a8be7a99eed6f6b9f6ce8a3b8e',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,8,'8511e19f047d2757f4e917acd957210bbc68b289778cb54833171cc34b070d34','2026-11-27 08:29:44.499315');
INSERT INTO "team_invitations" VALUES('invitation-of-tom',2,'tom@example.org','member','dc929d05645c103e8da71a112936aaec96088041daeb47063ded15321003705e',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,9,'b2fe6c36be882011fe53c65d530275825e11ecfc890706202d2e44c5580bb258','2026-11-27 08:29:44.505264');
INSERT INTO "team_invitations" VALUES('invitation-of-grace',2,'grace@example.org','member','b2ea05f76a8ae2dadaa7b59f57f696d32e54aeba13932558a7a418c8db1a08fa',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,10,'d85188f0e0988546e66cbccdc07e05842e352f164adab0579f084e312e4c916a','2026-11-27 08:29:44.515490');
INSERT INTO "team_invitations" VALUES('invitation-of-ben',2,'ben@example.org','member','ad3494b026871a11529347d0c28a1082f9210578041c2241e762a3eea6b2d703',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,11,'a197a84e0045d515793db1033872c34a837a556570446f374e3fa59172b57c3d','2026-11-27 08:29:44.520438');
INSERT INTO "team_invitations" VALUES('invitation-of-marcia',2,'marcia@example.org','member','4ff28fe20a4267575815009cac7d8196fa37ab0d6fb70f90a2a69c22d2b9bad3',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,12,'837b375500315b0b71880ddff5bb33f3de5a074c839943f6d28094b74825e21d','2026-11-27 08:29:44.530141');
INSERT INTO "team_invitations" VALUES('invitation-of-ruth',2,'ruth@example.org','member','a0f6980d27bcbbdbea282a656bb0391c27ccee4b319c01311ca12c46b1456259',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,13,'00d69da6ec2de9efbf00077c3bbeb8685a06fa1932b6adbd4501956cc6db759e','2026-11-27 08:29:44.536164');
INSERT INTO "team_invitations" VALUES('invitation-of-daniel',2,'daniel@example.org','member','cfd571f3dbbe4fa04ca39c0c115a315dab6f8f32a9f996f6785cb3e2f826941d',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,14,'7ce1badbdaf9706ae55767dd2b8456b5f437d64c819a96ca8d1e2b5b5555db19','2026-11-27 08:29:44.541075');
INSERT INTO "team_invitations" VALUES('invitation-of-hannah',2,'hannah@example.org','member','0065f6bf5e0444fcb2cab83e8851c4ec8259304a7a097198ab2dd2eeab938507',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,15,'eb0de1ac77634a2900af4382a336ccaccb459410e8386a1105600ea6c6641bf7','2026-11-27 08:29:44.547860');
INSERT INTO "team_invitations" VALUES('invitation-of-joyce',2,'joyce@example.org','member','8bf114df0ff46e646d3b4679fcb2ff5fe068b1b0a8bb79531b7e98369d3c721e',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,16,'af6375db5f164adfe42f637a83f82150dea87a7d334894be69f181b152f81d7c','2026-11-27 08:29:44.556452');
INSERT INTO "team_invitations" VALUES('invitation-of-martin',2,'martin@example.org','member','650e859a268492659358bb251edd7daed69fd8c6359dbcf9057bcc6a1c81b208',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,17,'11f96261a747fa1b4c13741f3be48afed9508fa074bfe29bfbba80710779eb79','2026-11-27 08:29:44.563329');
INSERT INTO "team_invitations" VALUES('invitation-of-priya',2,'priya@example.org','member','78c5596ec1e2c194b27a1e1b6fb5af6dc529636a59d0e7867dc2e6b0f950e9e7',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,18,'99ad6d4ff94cbf70b250a75d57f0a5bb0b68f2ba55acae81d0de8fa12ec65bb9','2026-11-27 08:29:44.572709');
INSERT INTO "team_invitations" VALUES('invitation-of-leanne',2,'leanne@example.org','member','2cb4fb833e9dda602e33711c395d6249a2c4112eaeb152a31cd544bd2a4aa9ae',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,19,'a8ccfdbef32cf1fe86db6bd67afcc32e0899540d22fa2331aa2631ec781c5de6','2026-11-27 08:29:44.580062');
INSERT INTO "team_invitations" VALUES('invitation-of-philippa',2,'philippa@example.org','member','ac3a4f3ac1e9b74a663421cc5b01bc41076b24fcac662926622bcc6909e2376a',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,20,'73914bb2b094e73e624b2bd1aa6ae4c897fca21638d9244c719527cf4c9003b6','2026-11-27 08:29:44.586444');
INSERT INTO "team_invitations" VALUES('invitation-of-imran',2,'imran@example.org','member','9e027c3f82f32bfeabfde67f828866cbc3ec1bd6186846a39ba491714f281b96',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,21,'eb0efea094fc902510842120c8abd7025e7cc7ba3e5a5126150f153d00ef6172','2026-11-27 08:29:44.594215');
INSERT INTO "team_invitations" VALUES('invitation-of-helen',2,'helen@example.org','member','4a059392a1d7b9fecf8e77a4619a30815a02d75a571f9e1ad370b909bd10fdf5',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,22,'0f5a2647c561ec9535d75cdbda8018fb17211e0e8fec83090fa0092295aed72a','2026-11-27 08:29:44.601872');
INSERT INTO "team_invitations" VALUES('invitation-of-wei',2,'wei@example.org','member','f4d12541b8b0204c5c076fb8a766df1966ee28e7a496c8b7a0cc3e3dccc42a34',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,23,'9cd589f094075e8eac30a8916c46a374d786950ffeac0f1d4a4c27be5c70a8f4','2026-11-27 08:29:44.607468');
INSERT INTO "team_invitations" VALUES('invitation-of-farida',2,'farida@example.org','member','18742d36ae3ac785a0959b0c95e9365fece865684499aa0690796d526eed4d22',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,24,'3b47f4b1eadda313ddce051165243a6113dca5c2ab4ba757c34f18fbab08f9ad','2026-11-27 08:29:44.613518');
INSERT INTO "team_invitations" VALUES('invitation-of-neil',2,'neil@example.org','member','26e1ee4486cc6a7cbf0bd7a013a905dbb967ad6f7bfdfb3d06d091e4f5b83662',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,25,'8caba9dc3c9de3ce245a2b98d853c45a1981af9ac490c66c4ee09cf8d8c86588','2026-11-27 08:29:44.622121');
INSERT INTO "team_invitations" VALUES('invitation-of-sam',2,'sam@example.org','member','de588e75816f359d646b86120022dd8394f08c3b4b09dc1cf0916897b47db7a7',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,26,'1e12241594d8af052ec4311962b7022b8a4067420bf8676e6c65cd8dd68d731b','2026-11-27 08:29:44.628358');
INSERT INTO "team_invitations" VALUES('invitation-of-colin',2,'colin@example.org','member','3b1128705fa7e19caa129a1acd1d521fb72d17df00c9d06414bf30de5690c2a4',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223',NULL,NULL,27,'3124e303e36a7e45d53bed4caf3c218744930cbecea3cbb2acf2def4a9b6d452','2026-11-27 08:29:44.635020');
INSERT INTO "team_invitations" VALUES('invitation-of-nobody-any-more',2,'nobody-any-more@example.org','member','65e34314a8f92fd61122029e60c4443ce4aff45dd09ed19eb4d61f9691c4b807',3,'2026-11-27 08:29:44.044223','2026-11-28 08:29:44.044223','2026-11-27 08:29:44.044223',NULL,28,NULL,NULL);
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
INSERT INTO "team_members" VALUES(1,1,'lead','2026-01-31 08:29:40.068809',NULL,1);
INSERT INTO "team_members" VALUES(1,2,'member','2026-01-31 08:29:40.068895',NULL,2);
INSERT INTO "team_members" VALUES(2,3,'lead','2026-01-31 08:29:40.068917',NULL,3);
INSERT INTO "team_members" VALUES(2,4,'member','2026-01-31 08:29:40.068935',NULL,4);
INSERT INTO "team_members" VALUES(3,5,'lead','2026-01-31 08:29:40.068954',NULL,5);
INSERT INTO "team_members" VALUES(2,6,'member','2026-01-31 08:29:40.068971',NULL,6);
INSERT INTO "team_members" VALUES(7,23,'lead','2026-01-31 08:29:40.035064',NULL,10);
INSERT INTO "team_members" VALUES(17,33,'lead','2026-01-31 08:29:40.036060',NULL,20);
INSERT INTO "team_members" VALUES(21,37,'lead','2026-01-31 08:29:40.036443',NULL,24);
INSERT INTO "team_members" VALUES(27,43,'lead','2026-01-31 08:29:40.036939',NULL,30);
INSERT INTO "team_members" VALUES(33,49,'lead','2026-01-31 08:29:40.037427',NULL,36);
INSERT INTO "team_members" VALUES(38,54,'lead','2026-01-31 08:29:40.037871',NULL,41);
INSERT INTO "team_members" VALUES(43,59,'lead','2026-01-31 08:29:40.038339',NULL,46);
INSERT INTO "team_members" VALUES(45,61,'lead','2026-01-31 08:29:40.039448',NULL,48);
INSERT INTO "team_members" VALUES(45,12,'member','2026-11-27 08:29:44.037476',NULL,166);
INSERT INTO "team_members" VALUES(3,4,'member','2026-11-27 08:29:44.040652',NULL,167);
INSERT INTO "team_members" VALUES(2,2,'lead','2026-11-27 08:29:44.040652','2026-11-27 08:29:44.040652',168);
CREATE TABLE "terms" (
	kind VARCHAR(60) NOT NULL, 
	code VARCHAR(60) NOT NULL, 
	label TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	phrase TEXT NOT NULL, 
	heading TEXT NOT NULL, 
	affects VARCHAR(60) NOT NULL, 
	number VARCHAR(60) NOT NULL, 
	retired BOOLEAN NOT NULL, 
	CONSTRAINT pk_terms PRIMARY KEY (kind, code), 
	CONSTRAINT ck_terms_affects CHECK (affects IN ('', 'resident', 'partner') AND (affects <> '') = (kind = 'barrier')), 
	CONSTRAINT ck_terms_number CHECK (number IN ('', 'charity', 'company', 'none') AND (number <> '') = (kind = 'legal_form'))
);
INSERT INTO "terms" VALUES('community','older','Older people',0,'older people','','','',0);
INSERT INTO "terms" VALUES('community','deaf','Deaf and hard of hearing people',1,'Deaf and hard of hearing people','','','',0);
INSERT INTO "terms" VALUES('community','blind','Blind and partially sighted people',2,'blind and partially sighted people','','','',0);
INSERT INTO "terms" VALUES('community','disabled','Disabled people and people with long-term health conditions',3,'disabled people','','','',0);
INSERT INTO "terms" VALUES('community','learning_disability','People with a learning disability',4,'people with a learning disability','','','',0);
INSERT INTO "terms" VALUES('community','autistic','Autistic people',5,'autistic people','','','',0);
INSERT INTO "terms" VALUES('community','mental_health','People living with poor mental health',6,'people living with poor mental health','','','',0);
INSERT INTO "terms" VALUES('community','carers','Unpaid carers',7,'unpaid carers','','','',0);
INSERT INTO "terms" VALUES('community','refugees','Refugees and people seeking asylum',8,'refugees and people seeking asylum','','','',0);
INSERT INTO "terms" VALUES('community','new_english','People who are learning English',9,'people who are learning English','','','',0);
INSERT INTO "terms" VALUES('community','low_income','People on low incomes or out of work',10,'people on low incomes','','','',0);
INSERT INTO "terms" VALUES('community','homeless','People who are homeless or were recently',11,'people without a settled home','','','',0);
INSERT INTO "terms" VALUES('community','recovery','People in recovery from drugs, alcohol or gambling',12,'people in recovery','','','',0);
INSERT INTO "terms" VALUES('community','survivors','People who have lived with domestic abuse',13,'people who have lived with domestic abuse','','','',0);
INSERT INTO "terms" VALUES('community','families','Families with children, and young people',14,'families','','','',0);
INSERT INTO "terms" VALUES('community','lgbt','LGBT+ people',15,'LGBT+ people','','','',0);
INSERT INTO "terms" VALUES('community','travellers','Gypsies, Roma and Travellers',16,'Gypsies, Roma and Travellers','','','',0);
INSERT INTO "terms" VALUES('barrier','device','No device, or not a good enough one',0,'','Access and accessibility','resident','',0);
INSERT INTO "terms" VALUES('barrier','connection','No connection at home, or a poor one',1,'','Access and accessibility','resident','',0);
INSERT INTO "terms" VALUES('barrier','affordability','Cannot afford devices or data',2,'','Access and accessibility','resident','',0);
INSERT INTO "terms" VALUES('barrier','accessibility','Websites and devices that do not work for them',3,'','Access and accessibility','resident','',0);
INSERT INTO "terms" VALUES('barrier','gatekeeping','Rules or worries of a family, carer or care setting',4,'','Access and accessibility','resident','',0);
INSERT INTO "terms" VALUES('barrier','skills','Not knowing how',5,'','Skills and confidence','resident','',0);
INSERT INTO "terms" VALUES('barrier','confidence','Being afraid of getting it wrong',6,'','Skills and confidence','resident','',0);
INSERT INTO "terms" VALUES('barrier','language','Reading, writing or English is hard',7,'','Skills and confidence','resident','',0);
INSERT INTO "terms" VALUES('barrier','motivation','Not seeing what it is good for',8,'','Motivation and trust','resident','',0);
INSERT INTO "terms" VALUES('barrier','trust','Worried about safety, scams or privacy',9,'','Motivation and trust','resident','',0);
INSERT INTO "terms" VALUES('barrier','partner_time','Staff and volunteers have no time',10,'','What holds partners back','partner','',0);
INSERT INTO "terms" VALUES('barrier','partner_money','No money for it',11,'','What holds partners back','partner','',0);
INSERT INTO "terms" VALUES('barrier','partner_kit','No equipment to use with people',12,'','What holds partners back','partner','',0);
INSERT INTO "terms" VALUES('barrier','partner_knowledge','The team does not feel sure enough itself',13,'','What holds partners back','partner','',0);
INSERT INTO "terms" VALUES('barrier','partner_premises','No good place for it, or no connection there',14,'','What holds partners back','partner','',0);
INSERT INTO "terms" VALUES('outcome','equal','Equal: they have a device and data that suit them',0,'','','','',0);
INSERT INTO "terms" VALUES('outcome','able','Able: they can do what they want online, and want to',1,'','','','',0);
INSERT INTO "terms" VALUES('outcome','safe','Safe: they know how to stay safe online',2,'','','','',0);
INSERT INTO "terms" VALUES('outcome','happier','Happier: they are less alone',3,'','','','',0);
INSERT INTO "terms" VALUES('outcome','healthier','Healthier: they use health services online',4,'','','','',0);
INSERT INTO "terms" VALUES('outcome','better_off','Better off: they save money, learn or find work',5,'','','','',0);
INSERT INTO "terms" VALUES('language','en','English',0,'','','','',0);
INSERT INTO "terms" VALUES('language','bfi','British Sign Language',1,'','','','',0);
INSERT INTO "terms" VALUES('language','ur','Urdu',2,'','','','',0);
INSERT INTO "terms" VALUES('language','pa','Punjabi',3,'','','','',0);
INSERT INTO "terms" VALUES('language','bn','Bengali',4,'','','','',0);
INSERT INTO "terms" VALUES('language','ar','Arabic',5,'','','','',0);
INSERT INTO "terms" VALUES('language','ku','Kurdish',6,'','','','',0);
INSERT INTO "terms" VALUES('language','fa','Farsi',7,'','','','',0);
INSERT INTO "terms" VALUES('language','ti','Tigrinya',8,'','','','',0);
INSERT INTO "terms" VALUES('language','am','Amharic',9,'','','','',1);
INSERT INTO "terms" VALUES('language','so','Somali',10,'','','','',0);
INSERT INTO "terms" VALUES('language','pl','Polish',11,'','','','',0);
INSERT INTO "terms" VALUES('language','ro','Romanian',12,'','','','',0);
INSERT INTO "terms" VALUES('language','rom','Romani',13,'','','','',0);
INSERT INTO "terms" VALUES('language','cs','Czech',14,'','','','',0);
INSERT INTO "terms" VALUES('language','sk','Slovak',15,'','','','',0);
INSERT INTO "terms" VALUES('language','yue','Cantonese',16,'','','','',0);
INSERT INTO "terms" VALUES('language','zh','Mandarin',17,'','','','',0);
INSERT INTO "terms" VALUES('language','uk','Ukrainian',18,'','','','',0);
INSERT INTO "terms" VALUES('language','yi','Yiddish',19,'','','','',0);
INSERT INTO "terms" VALUES('legal_form','charity','Registered charity',0,'','','','charity',0);
INSERT INTO "terms" VALUES('legal_form','cio','Charitable incorporated organisation (CIO)',1,'','','','charity',0);
INSERT INTO "terms" VALUES('legal_form','cic','Community interest company (CIC)',2,'','','','company',0);
INSERT INTO "terms" VALUES('legal_form','company','Company limited by guarantee',3,'','','','company',0);
INSERT INTO "terms" VALUES('legal_form','group','Constituted group without a number',4,'','','','none',0);
INSERT INTO "terms" VALUES('legal_form','public','Public team, such as a library or a council care home',5,'','','','none',0);
INSERT INTO "terms" VALUES('legal_form','other','Something else',6,'','','','none',0);
INSERT INTO "terms" VALUES('income_band','under_5k','Less than £5,000',0,'','','','',0);
INSERT INTO "terms" VALUES('income_band','5k_25k','£5,000 to £25,000',1,'','','','',0);
INSERT INTO "terms" VALUES('income_band','25k_75k','£25,000 to £75,000',2,'','','','',0);
INSERT INTO "terms" VALUES('income_band','75k_150k','£75,000 to £150,000',3,'','','','',0);
INSERT INTO "terms" VALUES('income_band','150k_500k','£150,000 to £500,000',4,'','','','',0);
INSERT INTO "terms" VALUES('income_band','over_500k','More than £500,000',5,'','','','',0);
INSERT INTO "terms" VALUES('language','makaton','Makaton',20,'','','','',0);
CREATE TABLE verification_exchanges (
	id INTEGER NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	verb VARCHAR(60) NOT NULL, 
	words TEXT NOT NULL, 
	missing JSON NOT NULL, 
	written_by INTEGER NOT NULL, 
	written_at DATETIME NOT NULL, 
	CONSTRAINT pk_verification_exchanges PRIMARY KEY (id), 
	CONSTRAINT fk_verification_exchanges_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_verification_exchanges_written_by FOREIGN KEY(written_by) REFERENCES people (id)
);
INSERT INTO "verification_exchanges" VALUES(4,38,'ask_more','Take your time. If the bank is slow, send us its letter and we go on from there.','["bank", "committee"]',10,'2026-11-23 01:22:49.832184');
INSERT INTO "verification_exchanges" VALUES(9,1,'ask_more','A photo of each page from your phone is fine.','["bank", "committee"]',9,'2026-11-24 09:00:38.541540');
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
CREATE TABLE workers (
	name VARCHAR(60) NOT NULL, 
	started_at DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, 
	CONSTRAINT pk_workers PRIMARY KEY (name)
);
CREATE INDEX ix_attempts_what ON attempts (what, digest, at);
CREATE INDEX ix_form_keys_at ON form_keys (at);
CREATE INDEX ix_history_subject ON history (subject, subject_id, id);
CREATE INDEX ix_neighbourhoods_ward_code ON neighbourhoods (ward_code);
CREATE INDEX ix_rounds_closes_at ON rounds (closes_at);
CREATE INDEX ix_rounds_fund_id ON rounds (fund_id);
CREATE INDEX ix_rounds_opens_at ON rounds (opens_at);
CREATE INDEX ix_team_members_person_id ON team_members (person_id);
CREATE UNIQUE INDEX uq_team_members_current ON team_members (organisation_id, person_id) WHERE left_at IS NULL;
CREATE INDEX ix_declarations_person_id ON declarations (person_id);
CREATE INDEX ix_postcodes_neighbourhood_code ON postcodes (neighbourhood_code);
CREATE INDEX ix_assessments_queue ON assessments (reviewer_id, state, shared_at, id);
CREATE INDEX ix_decisions_queue ON decisions (state, proposed_at, id);
CREATE INDEX ix_decisions_round_id ON decisions (round_id);
CREATE INDEX ix_earlier_answers_section ON earlier_answers (application_id, section, version);
CREATE INDEX ix_standings_rank ON standings (round_id, points, application_id);
CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX ix_letters_about ON letters (about, about_id);
CREATE INDEX ix_letters_waiting ON letters (status, next_try_at, id);
CREATE INDEX ix_letters_to ON letters (to_address, status, id);
CREATE INDEX ix_kept_forms_at ON kept_forms (at);
CREATE INDEX ix_kept_forms_person_id ON kept_forms (person_id);
CREATE INDEX ix_sign_ins_person_id ON sign_ins (person_id);
CREATE INDEX ix_sign_in_requests_expires_at ON sign_in_requests (expires_at);
CREATE INDEX ix_sign_in_requests_email ON sign_in_requests (email, id);
CREATE INDEX ix_team_invitations_organisation_id ON team_invitations (organisation_id);
CREATE INDEX ix_join_requests_person_id ON join_requests (person_id);
CREATE UNIQUE INDEX uq_join_requests_waiting ON join_requests (organisation_id, person_id) WHERE state = 'waiting';
CREATE INDEX ix_join_requests_organisation_id ON join_requests (organisation_id);
CREATE INDEX ix_join_requests_waiting ON join_requests (state, expires_at, id);
CREATE INDEX ix_verification_exchanges_organisation_id ON verification_exchanges (organisation_id);
CREATE INDEX ix_letters_status ON letters (status, id);
CREATE INDEX ix_workers_seen_at ON workers (seen_at);
CREATE INDEX ix_messages_person_id ON messages (person_id);
CREATE INDEX ix_messages_queue ON messages (state, due_on, at, id);
CREATE INDEX ix_messages_at ON messages (at, id);
CREATE INDEX ix_history_at ON history (at, id);
CREATE INDEX ix_history_kind ON history (subject, at, id);
CREATE INDEX ix_history_verb ON history (subject, verb, at, id);
CREATE INDEX ix_history_actor ON history (actor_id, at, id);
CREATE INDEX ix_round_plans_state ON round_plans (state, changed_at, id);
CREATE INDEX ix_files_sent_at ON files (sent_at);
CREATE INDEX ix_files_waiting ON files (state, due_at, id);
CREATE INDEX ix_file_uses_file_id ON file_uses (file_id);
CREATE INDEX ix_file_uses_subject ON file_uses (subject, subject_id, ended_at);
CREATE UNIQUE INDEX uq_file_uses_current ON file_uses (file_id, subject, subject_id, place) WHERE ended_at IS NULL;
CREATE INDEX ix_documents_file_id ON documents (file_id);
CREATE UNIQUE INDEX uq_documents_current ON documents (organisation_id, sort) WHERE ended_at IS NULL;
CREATE INDEX ix_documents_expiring ON documents (ended_at, expires_on, id);
CREATE INDEX ix_keyed_applications_keyed_by ON keyed_applications (keyed_by);
CREATE INDEX ix_pdf_copies_waiting ON pdf_copies (made_at, failed_at, id);
CREATE INDEX ix_organisation_merges_into_id ON organisation_merges (into_id);
CREATE UNIQUE INDEX uq_organisation_merges_current ON organisation_merges (record_id) WHERE apart_at IS NULL;
CREATE INDEX ix_application_guests_person_id ON application_guests (person_id);
CREATE INDEX ix_guest_invitations_application_id ON guest_invitations (application_id);
CREATE INDEX ix_guest_invitations_sent ON guest_invitations (invited_by, invited_at);
CREATE INDEX ix_applications_sent ON applications (round_id, submitted_at, id);
CREATE UNIQUE INDEX uq_applications_one_each ON applications (round_id, organisation_id) WHERE state <> 'withdrawn';
CREATE INDEX ix_applications_round ON applications (round_id, state, submitted_at, id);
CREATE INDEX ix_applications_queue ON applications (state, submitted_at, id);
CREATE INDEX ix_applications_organisation_id ON applications (organisation_id);
CREATE INDEX ix_organisations_merged_into_id ON organisations (merged_into_id);
CREATE UNIQUE INDEX uq_organisations_company_number ON organisations (company_number) WHERE merged_into_id IS NULL;
CREATE INDEX ix_organisations_name_key ON organisations (name_key);
CREATE UNIQUE INDEX uq_organisations_charity_number ON organisations (charity_number) WHERE merged_into_id IS NULL;
CREATE INDEX ix_organisations_ward_code ON organisations (ward_code);
CREATE INDEX ix_organisations_queue ON organisations (state, waiting_since, id);
COMMIT;
