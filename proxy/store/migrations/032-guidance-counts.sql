-- How often a rule was shown, followed, put off and waved away, a quarter and a unit at a time. No case, no moment, no name:
-- `person` is a keyed hash that changes with the quarter, there only so that a number with fewer than five people behind it
-- can be held back. Older quarters than the one before are removed.
CREATE TABLE guidance_count (
  quarter text NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  unit text NOT NULL CHECK (length(unit) BETWEEN 1 AND 100),
  rule text NOT NULL CHECK (length(rule) <= 80 AND rule ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  act text NOT NULL CHECK (act IN ('shown', 'followed', 'snoozed', 'dismissed')),
  reason text NOT NULL CHECK (length(reason) <= 40 AND reason ~ '^[a-z-]*$'),
  person bytea NOT NULL CHECK (octet_length(person) = 16),
  times integer NOT NULL CHECK (times > 0),
  PRIMARY KEY (quarter, unit, rule, act, reason, person)
);

-- A batch that is sent again changes nothing.
CREATE TABLE guidance_count_batch (
  id uuid PRIMARY KEY,
  quarter text NOT NULL
);
