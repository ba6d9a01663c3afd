ALTER TABLE "suggestion_steps" ADD COLUMN "delivered_on" TEXT;

CREATE TABLE "ledger" (
  id TEXT PRIMARY KEY NOT NULL
);

INSERT INTO "ledger" VALUES (lower(hex(randomblob(16))));
