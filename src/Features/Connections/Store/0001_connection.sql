CREATE TABLE connection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  kind TEXT NOT NULL,
  settings TEXT NOT NULL,
  -- Encrypted by the data protection keys; null when the connection has no secrets.
  secrets TEXT,
  schedule TEXT NOT NULL,
  months INTEGER NOT NULL,
  currency TEXT,
  paused INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
);

CREATE TABLE sync (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  connection_id INTEGER NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  cause TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  message TEXT,
  periods TEXT NOT NULL,
  paid_calls INTEGER NOT NULL DEFAULT 0,
  price_usd TEXT NOT NULL DEFAULT '0',
  background INTEGER NOT NULL DEFAULT 0,
  cancel INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX sync_connection ON sync (connection_id, id);

-- The version of each billing period that the lake holds, so that only what changed is fetched.
CREATE TABLE delivery (
  connection_id INTEGER NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  period TEXT NOT NULL,
  version TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  PRIMARY KEY (connection_id, period)
);
