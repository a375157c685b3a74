-- Where to scan. Settings and secrets as connections keep them: JSON, secrets encrypted.
CREATE TABLE scan_source (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  kind TEXT NOT NULL,
  settings TEXT NOT NULL,
  secrets TEXT,
  every_hours INTEGER NOT NULL,
  window_days INTEGER NOT NULL,
  created_at TEXT NOT NULL
);

-- The history of scans.
CREATE TABLE scan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES scan_source (id) ON DELETE CASCADE,
  scheduled INTEGER NOT NULL,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  message TEXT,
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  resources INTEGER NOT NULL DEFAULT 0,
  calls INTEGER NOT NULL DEFAULT 0,
  throttled INTEGER NOT NULL DEFAULT 0,
  price_usd TEXT NOT NULL DEFAULT '0',
  -- JSON: accounts, gaps, calls by operation.
  detail TEXT NOT NULL DEFAULT '{}',
  cancel INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX scan_source_id ON scan (source_id, id);

-- One recommendation a row. What people said of it stays when it is found again. Amounts are millionths of the currency, so that sums are exact.
CREATE TABLE recommendation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  rule TEXT NOT NULL,
  category TEXT NOT NULL,
  provider TEXT NOT NULL,
  account TEXT NOT NULL,
  region TEXT,
  label TEXT NOT NULL,
  title TEXT NOT NULL,
  currency TEXT NOT NULL,
  cost INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  net INTEGER NOT NULL,
  -- The recommendation that counts in its place; null when it counts itself.
  instead TEXT,
  risk INTEGER NOT NULL,
  confidence REAL NOT NULL,
  effort INTEGER NOT NULL,
  body TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  gone_at TEXT,
  state TEXT NOT NULL DEFAULT 'Open',
  until_day TEXT,
  note TEXT,
  said_at TEXT
);

CREATE INDEX recommendation_category ON recommendation (category, state);

-- Who said what, in order.
CREATE TABLE recommendation_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  recommendation_id INTEGER NOT NULL REFERENCES recommendation (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  what TEXT NOT NULL,
  note TEXT
);

CREATE INDEX recommendation_event_of ON recommendation_event (recommendation_id, id);

-- What was really saved after somebody said that it is done, as the bill shows it.
CREATE TABLE verified_saving (
  recommendation_id INTEGER PRIMARY KEY REFERENCES recommendation (id) ON DELETE CASCADE,
  done_on TEXT NOT NULL,
  measured_to TEXT,
  days INTEGER NOT NULL,
  before_day INTEGER,
  after_day INTEGER,
  saved INTEGER,
  verdict TEXT NOT NULL,
  words TEXT NOT NULL
);

-- Resources of which too little is known.
CREATE TABLE unjudged (
  rule TEXT NOT NULL,
  category TEXT NOT NULL,
  subject TEXT NOT NULL,
  label TEXT NOT NULL,
  reason TEXT NOT NULL
);

-- One row: what the last analysis went by and came to, as JSON.
CREATE TABLE analysis (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  stamp TEXT NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL
);

-- One row: bounds that people set, as JSON.
CREATE TABLE optimization_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  body TEXT NOT NULL
);
