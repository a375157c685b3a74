-- The method that won on a scope's past, kept so that it does not change from page to page.
CREATE TABLE forecast_choice (
  scope TEXT PRIMARY KEY,
  made_on TEXT NOT NULL,
  method TEXT NOT NULL,
  -- JSON: how it and the others did.
  report TEXT NOT NULL
);
