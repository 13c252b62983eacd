-- Every instant is an INTEGER: 100-nanosecond ticks since the Unix epoch, UTC, so that nothing a clock says is lost.

CREATE TABLE deliveries (
  id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice: a late word about a released row finds nothing
  kind       TEXT    NOT NULL,
  subject    TEXT    NOT NULL,
  step       TEXT    NOT NULL,
  occasion   TEXT    NOT NULL,
  target     TEXT    NOT NULL,
  state      TEXT    NOT NULL,
  reason     TEXT    NOT NULL DEFAULT '',
  due_at     INTEGER NOT NULL,
  generation INTEGER NOT NULL DEFAULT 0,
  parts      INTEGER NOT NULL DEFAULT 1,
  facts      TEXT,                              -- JSON of what was told
  facts_hash TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  UNIQUE (kind, subject, step, occasion, target)
) STRICT;

CREATE INDEX deliveries_by_subject ON deliveries (subject);

CREATE TABLE effects (
  delivery_id      INTEGER NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
  kind             TEXT    NOT NULL,
  part             INTEGER NOT NULL,
  attempt          INTEGER NOT NULL,
  state            TEXT    NOT NULL,
  reason           TEXT    NOT NULL DEFAULT '',
  payload          TEXT    NOT NULL,
  payload_hash     TEXT    NOT NULL,
  receipt          TEXT,
  owner            TEXT    NOT NULL,
  epoch            INTEGER NOT NULL DEFAULT 0,
  in_doubt         INTEGER NOT NULL DEFAULT 0,  -- 1: some attempt may have been taken, whatever a later one came to
  first_claimed_at INTEGER NOT NULL,            -- the machine's wall clock
  claimed_at       INTEGER NOT NULL,            -- the machine's wall clock
  recorded_at      INTEGER,                     -- the campaign clock
  PRIMARY KEY (delivery_id, kind, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX effects_on_their_way ON effects (delivery_id) WHERE state = 'sending';

CREATE TABLE attempts (
  delivery_id INTEGER NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
  kind        TEXT    NOT NULL,
  part        INTEGER NOT NULL,
  attempt     INTEGER NOT NULL,
  owner       TEXT    NOT NULL,
  epoch       INTEGER NOT NULL DEFAULT 0,
  claimed_at  INTEGER NOT NULL,                 -- the machine's wall clock
  outcome     TEXT,
  detail      TEXT,
  recorded_at INTEGER,                          -- the campaign clock
  PRIMARY KEY (delivery_id, kind, part, attempt)
) STRICT, WITHOUT ROWID;

CREATE TABLE sightings (
  kind       TEXT    NOT NULL,
  id         TEXT    NOT NULL,
  first_seen INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE life (
  only              INTEGER PRIMARY KEY CHECK (only = 1),
  born              INTEGER NOT NULL,
  last_sign_of_life INTEGER
) STRICT;

CREATE TABLE decisions (
  id          INTEGER PRIMARY KEY AUTOINCREMENT, -- buttons carry it, so it is never used twice
  verb        TEXT    NOT NULL,
  subject     TEXT    NOT NULL,
  asked_by    TEXT    NOT NULL,
  asked_at    INTEGER NOT NULL,
  hash        TEXT    NOT NULL,
  answer      TEXT,
  answered_by TEXT,
  answered_at INTEGER
) STRICT;

CREATE TABLE overrides (
  talk           TEXT    NOT NULL,
  field          TEXT    NOT NULL,
  replaced_value TEXT,
  value          TEXT,
  made_by        TEXT    NOT NULL,
  made_at        INTEGER NOT NULL,
  PRIMARY KEY (talk, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  room  TEXT NOT NULL,
  key   TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (room, key)
) STRICT, WITHOUT ROWID;
