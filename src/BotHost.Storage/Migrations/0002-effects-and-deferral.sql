ALTER TABLE deliveries ADD COLUMN deferred_until INTEGER;       -- the machine's wall clock

ALTER TABLE effects ADD COLUMN position INTEGER NOT NULL DEFAULT 0; -- the order in which the ornaments were planned; messages go by part

-- Tells this file from every other one, and from an earlier or later state of itself.
CREATE TABLE identity (
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  ledger  TEXT    NOT NULL,                     -- random, never changed
  commits INTEGER NOT NULL                      -- raised by every commit
) STRICT;

INSERT INTO identity (only, ledger, commits) VALUES (1, lower(hex(randomblob(16))), 0);
