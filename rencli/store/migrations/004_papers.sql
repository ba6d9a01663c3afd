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

CREATE INDEX paper_digest ON paper (digest);
