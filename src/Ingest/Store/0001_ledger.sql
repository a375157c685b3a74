CREATE TABLE import_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  request TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  message TEXT,
  progress REAL NOT NULL,
  rows INTEGER NOT NULL,
  files TEXT NOT NULL,
  load_ids TEXT NOT NULL,
  background INTEGER NOT NULL DEFAULT 0,
  cancel INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX import_run_state ON import_run (state);

-- What a file holds does not change with the run that reads it: its totals by hash, mapping and what was assumed.
CREATE TABLE source_totals (
  id TEXT PRIMARY KEY,
  totals TEXT NOT NULL
);

CREATE TABLE conformance (
  sha256 TEXT PRIMARY KEY,
  checked_at TEXT NOT NULL,
  report TEXT NOT NULL
);
