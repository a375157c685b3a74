CREATE TABLE column_map (
  headers TEXT PRIMARY KEY,
  map TEXT NOT NULL
);
