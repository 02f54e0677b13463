-- The record of use (BEK 101/2026 § 2): who, when, what for, which case as a keyed hash, which model, how it ended.
-- No column can hold content: each takes a number, a hash, an id, or a name in a form too narrow for a sentence.

-- A length and a star instead of {0,99}: a bounded repetition takes ten times as long to match, and this is the hot path.
CREATE DOMAIN audit_name AS text CHECK (length(VALUE) <= 100 AND VALUE ~ '^[A-Za-z0-9][A-Za-z0-9._:/@-]*$');
CREATE DOMAIN audit_word AS text CHECK (length(VALUE) <= 40 AND VALUE ~ '^[a-z][a-z0-9-]*$');
CREATE DOMAIN audit_digest AS bytea CHECK (octet_length(VALUE) = 32);
-- An id as the sign-in gives it, and a unit as the configuration names it: one line, no more.
CREATE DOMAIN audit_who AS text CHECK (length(VALUE) BETWEEN 1 AND 255 AND VALUE !~ '[[:cntrl:]]');
CREATE DOMAIN audit_count AS bigint CHECK (VALUE BETWEEN 0 AND 9007199254740991);
-- In ms since 1970: the hash is reckoned over it, so it has one spelling.
CREATE DOMAIN audit_moment AS bigint CHECK (VALUE BETWEEN 0 AND 9007199254740991);

CREATE FUNCTION audit_all_match(texts text[], form text, longest int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(bool_and(coalesce(length(one) <= longest AND one ~ form, false)), true) FROM unnest(texts) AS one
$$;

CREATE DOMAIN audit_packs AS text[] CHECK (cardinality(VALUE) <= 20 AND audit_all_match(VALUE, '^[a-z0-9][a-z0-9-]*@[0-9]+$', 91));
-- What was read of the case: a kind and a keyed hash of the entry's id, cut to 128 bits.
CREATE DOMAIN audit_entries AS text[] CHECK (cardinality(VALUE) <= 2000 AND audit_all_match(VALUE, '^[a-z][a-z-]*:[0-9a-f]+$', 53));

CREATE TABLE audit_record (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  kind text NOT NULL CHECK (kind IN ('call', 'use', 'export')),
  id uuid NOT NULL,
  at audit_moment NOT NULL,
  subject audit_who NOT NULL,
  unit audit_who,
  feature audit_word,
  purpose audit_word,
  case_hash audit_digest,
  -- kind 'call': a model was asked.
  use_id uuid,
  began_at audit_moment,
  call_kind audit_word,
  model audit_name,
  model_version audit_name,
  upstream audit_name,
  region audit_name,
  ending text CHECK (ending IN ('done', 'aborted', 'error')),
  code audit_word,
  prompt_bytes audit_count,
  answer_bytes audit_count,
  prompt_tokens audit_count,
  completion_tokens audit_count,
  -- kind 'use': what the caseworker did with it, local features too.
  happened_at audit_moment,
  origin text CHECK (origin IN ('local', 'model')),
  outcome text CHECK (outcome IN ('used', 'edited', 'discarded', 'shown')),
  app_version text CHECK (app_version ~ '^[0-9]{1,5}([.][0-9]{1,5}){0,3}$'),
  packs audit_packs,
  entries audit_entries,
  coverage_read audit_count,
  coverage_of audit_count,
  -- kind 'export': somebody took records out; of one case (`case_hash`) or of a period.
  period_from audit_moment,
  period_to audit_moment,
  -- SHA-256 of all of the above but `seq`; of what makes a repeated record the same; and of the link before, `seq` and `content`.
  content audit_digest NOT NULL,
  said audit_digest NOT NULL,
  link audit_digest NOT NULL,
  UNIQUE (kind, id),
  CHECK (kind <> 'call' OR num_nulls(use_id, began_at, call_kind, model, ending, feature, purpose, prompt_bytes, answer_bytes) = 0),
  CHECK (kind <> 'use' OR num_nulls(happened_at, origin, outcome, feature, purpose, packs, entries) = 0),
  CHECK (kind <> 'export' OR num_nulls(period_from, period_to) = 0),
  CHECK (coverage_read <= coverage_of)
);

CREATE INDEX audit_record_by_case ON audit_record (case_hash, seq) WHERE case_hash IS NOT NULL;
-- Records come in the order of their time, so a few ranges are enough to find a period.
CREATE INDEX audit_record_by_time ON audit_record USING brin (at) WITH (pages_per_range = 32);

-- Calls under way. A row goes when its record is written; one whose replica died is written as 'error' by another.
CREATE TABLE audit_open (
  id uuid PRIMARY KEY,
  instance uuid NOT NULL,
  began_at audit_moment NOT NULL,
  subject audit_who NOT NULL,
  unit audit_who,
  feature audit_word NOT NULL,
  purpose audit_word NOT NULL,
  case_hash audit_digest,
  use_id uuid NOT NULL,
  call_kind audit_word NOT NULL,
  model audit_name NOT NULL,
  prompt_bytes audit_count NOT NULL
);

-- Who is alive, by the database's own clock.
CREATE TABLE audit_instance (
  instance uuid PRIMARY KEY,
  beat timestamptz NOT NULL
);

-- The end of the chain. Its row is also the lock that records of all replicas stand in line at.
CREATE TABLE audit_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL,
  link audit_digest NOT NULL
);
INSERT INTO audit_head (seq, link) VALUES (0, decode(repeat('00', 32), 'hex'));

-- Signed now and then: what stands before it cannot be rewritten without the key, and old records can go while the rest
-- still verifies.
CREATE TABLE audit_checkpoint (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  link audit_digest NOT NULL,
  at audit_moment NOT NULL,
  key text CHECK (key ~ '^[A-Za-z0-9_-]{43}$'),
  signature text CHECK (signature ~ '^[A-Za-z0-9_-]{86}$'),
  CHECK ((key IS NULL) = (signature IS NULL))
);
