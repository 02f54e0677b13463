-- One text of one act, or of one local procedure. A changed text is a new row; none is ever rewritten but for `valid_to`.
CREATE TABLE knowledge_version (
  id text PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  work text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('law', 'procedure')),
  title text NOT NULL,
  short text,
  names text[] NOT NULL,
  type text,
  number int,
  year int,
  signed date,
  eli text,
  accession text,
  valid_from date NOT NULL,
  -- The last day: the document's own (`ends_on`), or the day before the next version of the work begins.
  valid_to date,
  ends_on date,
  source_name text NOT NULL,
  checksum text NOT NULL,
  format text NOT NULL,
  loaded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX knowledge_version_work ON knowledge_version (work, valid_from, seq);

-- Its parts, in the order of the text: what is cited, what is searched and what is shown.
CREATE TABLE knowledge_passage (
  id text PRIMARY KEY,
  version text NOT NULL REFERENCES knowledge_version (id) ON DELETE CASCADE,
  place int NOT NULL,
  parent int NOT NULL,
  unit text NOT NULL,
  number text NOT NULL,
  address text NOT NULL,
  headings text[] NOT NULL,
  own text NOT NULL,
  body text NOT NULL,
  repealed boolean NOT NULL,
  sentences int NOT NULL,
  -- NULL: found through the part around it.
  words tsvector,
  UNIQUE (version, place)
);
CREATE INDEX knowledge_passage_words ON knowledge_passage USING gin (words);

-- Every stem in the passages and in how many it stands: where a word of a query is part of a longer one, or misspelt.
CREATE TABLE knowledge_word (
  word text PRIMARY KEY,
  passages int NOT NULL
);

-- One row: counts the loads, so that a replica knows when what it remembers is old.
CREATE TABLE knowledge_state (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  serial bigint NOT NULL DEFAULT 0,
  passages bigint NOT NULL DEFAULT 0
);
INSERT INTO knowledge_state DEFAULT VALUES;
