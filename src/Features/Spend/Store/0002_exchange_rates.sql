-- One unit of base costs this many units of quote, on the average of the month.
CREATE TABLE exchange_rate (
    base TEXT NOT NULL,
    quote TEXT NOT NULL,
    month TEXT NOT NULL,
    rate TEXT NOT NULL,
    PRIMARY KEY (base, quote, month)
);

CREATE TABLE exchange_setting (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    reporting_currency TEXT,
    revision INTEGER NOT NULL
);

INSERT INTO exchange_setting (id, reporting_currency, revision) VALUES (1, NULL, 1);
