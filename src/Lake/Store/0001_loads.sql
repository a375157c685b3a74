CREATE TABLE load (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  connection TEXT NOT NULL,
  period TEXT NOT NULL,
  version TEXT NOT NULL,
  state TEXT NOT NULL,
  published_at TEXT NOT NULL,
  run_id INTEGER NOT NULL,
  format TEXT NOT NULL,
  charges INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  first_charge_day TEXT NOT NULL,
  last_charge_day TEXT NOT NULL,
  last_usage_day TEXT,
  quarantined INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  folder TEXT NOT NULL,
  detail TEXT NOT NULL,
  UNIQUE (connection, period, version)
);

-- What readers trust: a period of a connection has one published load at most, whatever happens.
CREATE UNIQUE INDEX load_published ON load (connection, period) WHERE state = 'Published';

CREATE TABLE lake_revision (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL
);

INSERT INTO lake_revision (id, revision) VALUES (1, 0);
