-- Price lists of the providers, or the organisation's own; a higher number is asked first.
CREATE TABLE price_list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  format TEXT NOT NULL,
  providers TEXT NOT NULL,
  currencies TEXT NOT NULL,
  regions INTEGER NOT NULL,
  prices INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  imported_at TEXT NOT NULL
);

-- Their prices. Amounts are text, so that no digit is lost. Machines and databases name their family and how many of its base size they are.
CREATE TABLE listed_price (
  list_id INTEGER NOT NULL REFERENCES price_list (id) ON DELETE CASCADE,
  provider TEXT NOT NULL,
  region TEXT NOT NULL,
  item TEXT NOT NULL,
  family TEXT,
  factor TEXT,
  amount TEXT NOT NULL,
  currency TEXT NOT NULL,
  is_net INTEGER NOT NULL,
  from_day TEXT,
  until_day TEXT
);

CREATE INDEX listed_price_item ON listed_price (provider, item, region);
CREATE INDEX listed_price_family ON listed_price (provider, family, region) WHERE family IS NOT NULL;
CREATE INDEX listed_price_list ON listed_price (list_id);
