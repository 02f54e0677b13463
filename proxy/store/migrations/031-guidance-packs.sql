-- Every pack that was ever served: an older one is refused for ever after, in every replica.
CREATE TABLE guidance_pack (
  id text NOT NULL,
  serial integer NOT NULL CHECK (serial > 0),
  digest text NOT NULL,
  first_served text NOT NULL,
  PRIMARY KEY (id, serial)
);
