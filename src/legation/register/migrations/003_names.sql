-- What readers look for: the names of persons, bodies, places and mechanisms, kept true by triggers; things by day.

CREATE VIRTUAL TABLE names USING fts5 (name, tokenize = 'unicode61 remove_diacritics 2');  -- rowid: the thing's
CREATE VIRTUAL TABLE name_terms USING fts5vocab (names, row);                              -- their words, for slips

CREATE VIEW naming (thing, name) AS
  SELECT id, replace(replace(replace(replace(coalesce(
      (SELECT group_concat(value, ' / ') FROM json_each(slots, '$.spellings')), json_extract(slots, '$.name'), ''
    ) || ' / ' || coalesce(json_extract(slots, '$.known_as'), ''), 'Đ', 'D'), 'đ', 'd'), 'ł', 'l'), 'ø', 'o')
  FROM thing WHERE kind IN ('person', 'body', 'place', 'mechanism');

INSERT INTO names (rowid, name) SELECT thing, name FROM naming;

CREATE TRIGGER thing_named AFTER INSERT ON thing WHEN new.kind IN ('person', 'body', 'place', 'mechanism')
  AND NOT EXISTS (SELECT 1 FROM names JOIN naming ON thing = new.id WHERE names.rowid = new.id AND names.name = naming.name)
BEGIN
  DELETE FROM names WHERE rowid = new.id;
  INSERT INTO names (rowid, name) SELECT thing, name FROM naming WHERE thing = new.id;
END;

CREATE TRIGGER thing_unnamed AFTER DELETE ON thing WHEN old.kind IN ('person', 'body', 'place', 'mechanism')
BEGIN
  DELETE FROM names WHERE rowid = old.id;
END;

CREATE INDEX thing_by_day ON thing (day, name);
