-- The register: what was added, what it was read as, what that tells of, and what people decided.
-- Ids are internal and depend on the order of adding; what leaves the register is named by content (report.key,
-- item.key, thing.name), so that the order does not show.

-- ── as added: never changed, never deleted ─────────────────────────────────────────────────────────────────────────

CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,          -- the first 20 hex digits of the SHA-256 of the text
  outlet TEXT, day TEXT, basis TEXT, because TEXT, place TEXT, language TEXT,  -- by the current reading
  reading INTEGER,                   -- the current reading: the last one added
  source TEXT,                       -- what counts as one independent source: the outlet of the dispatch, else the dispatch
  stage INTEGER NOT NULL DEFAULT 0   -- 0 stored, 1 its copies are known, 2 its items are judged
) STRICT;
CREATE INDEX report_by_stage ON report (stage) WHERE stage < 2;
CREATE INDEX report_by_day ON report (day);

CREATE TABLE raw (                   -- as it was given, and what its container said: JSON
  report INTEGER PRIMARY KEY REFERENCES report, text TEXT NOT NULL, metadata TEXT NOT NULL
) STRICT;

CREATE TABLE file (                  -- the names under which a report was given
  name TEXT NOT NULL,
  digest BLOB NOT NULL,              -- of the bytes of the file
  report INTEGER NOT NULL REFERENCES report,
  PRIMARY KEY (report, name, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_by_digest ON file (digest);

CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  reader TEXT NOT NULL,              -- version and digest of the program that read
  at TEXT NOT NULL,                  -- UTC, ISO 8601
  head TEXT NOT NULL                 -- the report's own slots, JSON
) STRICT;
CREATE INDEX reading_of_report ON reading (report);

CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES reading,
  kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  quote TEXT NOT NULL, rule TEXT NOT NULL,
  slots TEXT NOT NULL                -- JSON, by the codebook
) STRICT;
CREATE INDEX record_of_reading ON record (reading);

CREATE VIRTUAL TABLE quotes USING fts5 (
  quote, content = 'record', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- ── copies of one dispatch ─────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE signature (report INTEGER PRIMARY KEY REFERENCES report, minhash BLOB NOT NULL) STRICT;
CREATE TABLE band (hash INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (hash, report)) STRICT, WITHOUT ROWID;
CREATE TABLE copy (                  -- two reports whose texts are nearly the same
  report INTEGER NOT NULL REFERENCES report,
  of INTEGER NOT NULL REFERENCES report,
  similarity REAL NOT NULL,
  PRIMARY KEY (report, of)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_of ON copy (of);

-- ── what is told: derived from readings, copies and decisions, and remade at will ──────────────────────────────────

CREATE TABLE item (                  -- one telling of something
  id INTEGER PRIMARY KEY,
  node INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES report,
  record INTEGER,                    -- the record it is, or whose words it has
  key TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  body TEXT                          -- JSON: what is not as in the record
) STRICT;
CREATE INDEX item_of_node ON item (node);
CREATE INDEX item_of_report ON item (report);
CREATE INDEX item_of_record ON item (record) WHERE record IS NOT NULL;

CREATE TABLE node (                  -- items that stand for one another: one, or all twins
  id INTEGER PRIMARY KEY,
  resolver TEXT NOT NULL,
  twin BLOB,                         -- digest of what makes them twins
  head INTEGER NOT NULL,             -- the item that stands for all: that of the smallest key
  told INTEGER NOT NULL,             -- how many items
  thing INTEGER
) STRICT;
CREATE UNIQUE INDEX node_by_twin ON node (twin) WHERE twin IS NOT NULL;
CREATE INDEX node_of_thing ON node (thing);

CREATE TABLE variant (               -- where a node has several items: each of their wordings, with the first and last day
  node INTEGER NOT NULL, slots INTEGER NOT NULL,  -- digest
  first INTEGER NOT NULL, last INTEGER NOT NULL,  -- items
  PRIMARY KEY (node, slots)
) STRICT, WITHOUT ROWID;

CREATE TABLE block (hash INTEGER NOT NULL, node INTEGER NOT NULL, PRIMARY KEY (hash, node)) STRICT, WITHOUT ROWID;

CREATE TABLE judgement (             -- the machine's: two nodes that are the same, or never can be; the rest is not kept
  left INTEGER NOT NULL, right INTEGER NOT NULL,
  verdict TEXT NOT NULL, score REAL NOT NULL, rule TEXT NOT NULL,
  features TEXT NOT NULL,            -- JSON: [name, weight, left value, right value] each
  PRIMARY KEY (left, right)
) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_of_right ON judgement (right);

CREATE TABLE thing (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,                -- prefix and digest of its smallest item key
  resolver TEXT NOT NULL, kind TEXT NOT NULL,
  day TEXT,                          -- its first day
  told INTEGER NOT NULL,             -- how many items tell it
  slots TEXT NOT NULL, conflicts TEXT NOT NULL  -- JSON
) STRICT;
CREATE INDEX thing_by_name ON thing (name);
CREATE INDEX thing_by_kind ON thing (kind, day);

CREATE TABLE involved (              -- the states and bodies of a thing, each two (JPN+VNM), its posts (ambassador JPN)
  party TEXT NOT NULL, day TEXT NOT NULL, thing INTEGER NOT NULL,
  PRIMARY KEY (party, day, thing)
) STRICT, WITHOUT ROWID;
CREATE INDEX involved_in ON involved (thing);

CREATE TABLE revived (hash INTEGER PRIMARY KEY) STRICT;  -- keys of blocks that are no longer crowded

CREATE TABLE dirty (                 -- nodes to be grouped anew (1), or whose thing is to be settled anew (0)
  node INTEGER PRIMARY KEY, regroup INTEGER NOT NULL
) STRICT;
CREATE TABLE changed (thing INTEGER PRIMARY KEY) STRICT;  -- things settled anew, for those who follow

-- ── what people decided: never deleted ─────────────────────────────────────────────────────────────────────────────

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  what TEXT NOT NULL,                -- merge, split, correct
  value TEXT NOT NULL,               -- JSON
  who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL,
  withdrawn_at TEXT, withdrawn_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE anchor (                -- the items that a decision is about, and the nodes that these are in now
  decision TEXT NOT NULL REFERENCES decision,
  side INTEGER NOT NULL, number INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES report,
  key TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  node INTEGER,                      -- null where the current reading has no such item
  PRIMARY KEY (decision, side, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchor_in_report ON anchor (report);
CREATE INDEX anchor_of_node ON anchor (node);

-- ── the register itself ────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
