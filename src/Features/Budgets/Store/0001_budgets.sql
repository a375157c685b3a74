CREATE TABLE budget (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  owner TEXT,
  notes TEXT,
  -- Filter, excluded categories, metric and currency as the query string of a cost query.
  scope TEXT NOT NULL,
  cadence TEXT NOT NULL,
  fiscal_month INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT,
  amount TEXT NOT NULL,
  -- JSON object: first day of a period to the amount that it has instead.
  amounts TEXT NOT NULL,
  rollover INTEGER NOT NULL,
  parent_id INTEGER REFERENCES budget (id) ON DELETE SET NULL,
  -- JSON list of thresholds in words, such as actual 80%.
  thresholds TEXT NOT NULL,
  created_at TEXT NOT NULL
);

-- Who sets a budget and changes it later must be able to see both.
CREATE TABLE budget_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  budget_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  field TEXT NOT NULL,
  was TEXT,
  became TEXT
);

CREATE INDEX budget_change_budget ON budget_change (budget_id, id);
