-- Tokens that were signed out before they ran out. The id is a hash of what the issuer signed; `until` is ms since 1970.
CREATE TABLE auth_revocation (
  token_id text PRIMARY KEY,
  until bigint NOT NULL
);
