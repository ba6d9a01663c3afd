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

CREATE INDEX "opinion_received_on" ON "opinion" ("received_on");

CREATE INDEX "opinion_visit_id" ON "opinion" ("visit_id");

CREATE INDEX "opinion_deputy_id" ON "opinion" ("deputy_id");

CREATE INDEX "opinion_suggestion_id" ON "opinion" ("suggestion_id");

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

CREATE INDEX "petition_received_on" ON "petition" ("received_on");

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

CREATE INDEX "appraisal_held_on" ON "appraisal" ("held_on");

CREATE TABLE "merit" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "happened_on" TEXT NOT NULL,
  "deputy_id" INTEGER NOT NULL REFERENCES "deputy"(id),
  "title" TEXT NOT NULL,
  "award_level" TEXT,
  "content" TEXT
);

CREATE INDEX "merit_happened_on" ON "merit" ("happened_on");

CREATE INDEX "merit_deputy_id" ON "merit" ("deputy_id");

CREATE TABLE "regulation" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rev INTEGER NOT NULL DEFAULT 1,
  "name" TEXT NOT NULL,
  "type" TEXT,
  "adopted_on" TEXT NOT NULL,
  "revised_on" TEXT,
  "note" TEXT
);

CREATE INDEX "regulation_adopted_on" ON "regulation" ("adopted_on");

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

CREATE INDEX "document_dated_on" ON "document" ("dated_on");

CREATE INDEX "document_activity_id" ON "document" ("activity_id");

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

CREATE INDEX "attachment_added_on" ON "attachment" ("added_on");
