-- The municipality's own rules. Each change is a new issue of them all, signed; the newest is served, and none is ever changed.
CREATE TABLE guidance_local_rules (
  serial integer PRIMARY KEY CHECK (serial > 0),
  at text NOT NULL,
  subject text NOT NULL,
  rule text NOT NULL CHECK (length(rule) <= 80 AND rule ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  added boolean NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  signed text NOT NULL
);

CREATE TRIGGER guidance_local_rules_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON guidance_local_rules
  FOR EACH STATEMENT EXECUTE FUNCTION guidance_log_is_append_only();
