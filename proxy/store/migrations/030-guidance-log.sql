-- Every change of a switch, in order. Lines are added and never changed: state is what the lines add up to.
-- Moments and days are text in their one spelling, because the line's hash is reckoned over them.
CREATE TABLE guidance_log (
  entry integer PRIMARY KEY CHECK (entry > 0),
  at text NOT NULL,
  unit text NOT NULL,
  subject text NOT NULL,
  role text NOT NULL CHECK (role IN ('supervisor', 'administrator')),
  action text NOT NULL CHECK (action IN ('set', 'propose', 'approve', 'reject', 'undo', 'propose-undo')),
  switch text NOT NULL,
  wanted boolean,
  from_day text,
  until_day text,
  reason text NOT NULL CHECK (reason <> ''),
  about integer REFERENCES guidance_log (entry),
  previous text NOT NULL UNIQUE,
  hash text NOT NULL UNIQUE,
  key text,
  signature text
);

CREATE INDEX guidance_log_by_unit ON guidance_log (unit, entry);

CREATE FUNCTION guidance_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only';
END
$$;

CREATE TRIGGER guidance_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON guidance_log
  FOR EACH STATEMENT EXECUTE FUNCTION guidance_log_is_append_only();
