-- What holds or has held, one row from its beginning to its end.
CREATE TABLE alert (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  severity INTEGER NOT NULL,
  title TEXT NOT NULL,
  cause TEXT NOT NULL,
  link TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  acknowledged_at TEXT,
  resolved_at TEXT
);

CREATE UNIQUE INDEX alert_open ON alert (key) WHERE resolved_at IS NULL;
CREATE INDEX alert_key ON alert (key, id);

CREATE TABLE alert_channel (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  kind TEXT NOT NULL,
  settings TEXT NOT NULL,
  -- Encrypted by the data protection keys; null when the channel has no secrets.
  secrets TEXT,
  -- JSON list of the kinds of alert it wants; null for all.
  wants TEXT,
  least_severity INTEGER NOT NULL,
  rhythm TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  quiet_from TEXT,
  quiet_to TEXT,
  paused INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
);

CREATE TABLE alert_delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel_id INTEGER NOT NULL REFERENCES alert_channel (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  ended_at TEXT,
  error TEXT
);

CREATE INDEX alert_delivery_due ON alert_delivery (state, due_at);

CREATE TABLE alert_delivery_item (
  delivery_id INTEGER NOT NULL REFERENCES alert_delivery (id) ON DELETE CASCADE,
  alert_id INTEGER NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
  PRIMARY KEY (delivery_id, alert_id)
);
