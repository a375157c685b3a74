-- One event a row, whichever levels show it. What a person said of it stays when a day is scored again.
CREATE TABLE anomaly (
  id TEXT PRIMARY KEY,
  currency TEXT NOT NULL,
  series_key TEXT NOT NULL,
  level TEXT NOT NULL,
  -- JSON: the values of cloud, account and service that lead to it, and what else shows it.
  path TEXT NOT NULL,
  parts TEXT NOT NULL,
  causes TEXT NOT NULL,
  kind TEXT NOT NULL,
  direction INTEGER NOT NULL,
  start_day TEXT NOT NULL,
  end_day TEXT NOT NULL,
  running INTEGER NOT NULL,
  actual REAL NOT NULL,
  expected REAL NOT NULL,
  confidence REAL NOT NULL,
  severity REAL NOT NULL,
  offset_by TEXT,
  state TEXT NOT NULL DEFAULT 'Open',
  expected_until TEXT,
  reason TEXT,
  found_at TEXT NOT NULL
);

CREATE INDEX anomaly_end ON anomaly (end_day);

CREATE TABLE anomaly_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sensitivity REAL NOT NULL,
  money_floor REAL NOT NULL
);

INSERT INTO anomaly_setting (id, sensitivity, money_floor) VALUES (1, 5, 50);
