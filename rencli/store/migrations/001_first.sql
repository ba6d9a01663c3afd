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

CREATE TABLE "term" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "number" INTEGER NOT NULL,
  "began_on" TEXT NOT NULL,
  "ended_on" TEXT,
  "seats" INTEGER
);

CREATE UNIQUE INDEX "term_number" ON "term" ("number");

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

CREATE UNIQUE INDEX "group_name" ON "group" ("name");

CREATE INDEX "group_parent_id" ON "group" ("parent_id");

CREATE INDEX "group_leader_id" ON "group" ("leader_id");

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

CREATE UNIQUE INDEX "station_name" ON "station" ("name");

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

CREATE INDEX "deputy_name" ON "deputy" ("name");

CREATE INDEX "deputy_term" ON "deputy" ("term");

CREATE INDEX "deputy_group_id" ON "deputy" ("group_id");

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

CREATE INDEX "mandate_deputy_id" ON "mandate" ("deputy_id");

CREATE INDEX "mandate_term" ON "mandate" ("term");

CREATE INDEX "mandate_group_id" ON "mandate" ("group_id");

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

CREATE INDEX "meeting_began_on" ON "meeting" ("began_on");

CREATE INDEX "meeting_term" ON "meeting" ("term");

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

CREATE INDEX "meeting_items_owner_id_position" ON "meeting_items" ("owner_id", "position");

CREATE TABLE "meeting_attendance" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "meeting"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id),
  "status" TEXT NOT NULL
);

CREATE INDEX "meeting_attendance_owner_id_position" ON "meeting_attendance" ("owner_id", "position");

CREATE INDEX "meeting_attendance_deputy_id" ON "meeting_attendance" ("deputy_id");

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

CREATE UNIQUE INDEX "suggestion_term_session_number" ON "suggestion" ("term", "session", "number");

CREATE INDEX "suggestion_submitted_on" ON "suggestion" ("submitted_on");

CREATE INDEX "suggestion_proposer_id" ON "suggestion" ("proposer_id");

CREATE INDEX "suggestion_converted_from_id" ON "suggestion" ("converted_from_id");

CREATE TABLE "suggestion_cosigners" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "suggestion"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id)
);

CREATE INDEX "suggestion_cosigners_owner_id_position" ON "suggestion_cosigners" ("owner_id", "position");

CREATE INDEX "suggestion_cosigners_deputy_id" ON "suggestion_cosigners" ("deputy_id");

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
);

CREATE INDEX "suggestion_steps_owner_id_position" ON "suggestion_steps" ("owner_id", "position");

CREATE INDEX "suggestion_steps_owner_id_step_on" ON "suggestion_steps" ("owner_id", "step", "on");

CREATE INDEX "suggestion_steps_deputy_id" ON "suggestion_steps" ("deputy_id");

CREATE INDEX "suggestion_steps_into_id" ON "suggestion_steps" ("into_id");

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

CREATE INDEX "duty_report_held_on" ON "duty_report" ("held_on");

CREATE INDEX "duty_report_station_id" ON "duty_report" ("station_id");

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

CREATE INDEX "duty_report_deputies_owner_id_position" ON "duty_report_deputies" ("owner_id", "position");

CREATE INDEX "duty_report_deputies_name_id" ON "duty_report_deputies" ("name_id");

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

CREATE INDEX "visit_held_on" ON "visit" ("held_on");

CREATE INDEX "visit_station_id" ON "visit" ("station_id");

CREATE TABLE "visit_deputies" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "visit"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id)
);

CREATE INDEX "visit_deputies_owner_id_position" ON "visit_deputies" ("owner_id", "position");

CREATE INDEX "visit_deputies_deputy_id" ON "visit_deputies" ("deputy_id");

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

CREATE INDEX "activity_held_on" ON "activity" ("held_on");

CREATE INDEX "activity_group_id" ON "activity" ("group_id");

CREATE TABLE "activity_deputies" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES "activity"(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id)
);

CREATE INDEX "activity_deputies_owner_id_position" ON "activity_deputies" ("owner_id", "position");

CREATE INDEX "activity_deputies_deputy_id" ON "activity_deputies" ("deputy_id");

CREATE TABLE "note" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "on" TEXT NOT NULL,
  "section" TEXT NOT NULL,
  "text" TEXT NOT NULL
);

CREATE INDEX "note_on" ON "note" ("on");
