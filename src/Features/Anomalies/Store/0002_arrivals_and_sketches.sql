-- Whether price or usage moved, in words, and the days around an anomaly as a small drawing needs them (JSON).
ALTER TABLE anomaly ADD COLUMN why TEXT;
ALTER TABLE anomaly ADD COLUMN sketch TEXT NOT NULL DEFAULT '[]';

-- Cost from which a value seen first is told; empty for never.
ALTER TABLE anomaly_setting ADD COLUMN arrival_floor REAL;
UPDATE anomaly_setting SET arrival_floor = 10;

-- Values that were charged for the first time, or again after a long time.
CREATE TABLE arrival (
  currency TEXT NOT NULL,
  dimension TEXT NOT NULL,
  -- JSON: the values that lead to it, outermost first.
  path TEXT NOT NULL,
  first_day TEXT NOT NULL,
  raised_day TEXT NOT NULL,
  cost REAL NOT NULL,
  is_return INTEGER NOT NULL,
  PRIMARY KEY (currency, dimension, path, first_day)
);
