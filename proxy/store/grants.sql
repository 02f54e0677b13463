-- What the proxy's own database role may do, and no more. Run by the owner of the tables after npm run proxy:migrate:
--   psql -d sagshjaelp -f proxy/store/grants.sql
-- and let the role that the proxy signs in as (store.user) be a member:
--   GRANT sagshjaelp_app TO sagshjaelp_proxy;
-- It may add to the record of use and to the guidance log, and change or remove nothing in them. Set store.migrations to
-- "check" for it.

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'sagshjaelp_app') THEN
    CREATE ROLE sagshjaelp_app NOLOGIN;
  END IF;
END
$$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM sagshjaelp_app;
GRANT USAGE ON SCHEMA public TO sagshjaelp_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO sagshjaelp_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO sagshjaelp_app;

-- The record of use (audit_*): only through functions that add to the end of the chain, and remove only what is older
-- than six months.
GRANT EXECUTE ON FUNCTION
  audit_write(uuid, json, json, bigint, text),
  audit_beat(uuid),
  audit_leave(uuid),
  audit_note_checkpoint(bigint, text, bigint, text, text),
  audit_forget(bigint)
TO sagshjaelp_app;

-- Added to, never changed.
GRANT INSERT ON guidance_log, guidance_pack, guidance_local_rules TO sagshjaelp_app;

-- Counted, leased and cleaned up.
GRANT INSERT, UPDATE, DELETE ON limit_meter, limit_lease, auth_revocation, guidance_count, guidance_count_batch TO sagshjaelp_app;

-- The knowledge is read; the meanings of its passages are reckoned by the proxy, where the database has pgvector. Their
-- table is made the first time an embedding model is configured: start the proxy once as the owner then, and run this again.
DO $$
BEGIN
  IF to_regclass('knowledge_vector') IS NOT NULL THEN
    GRANT INSERT, UPDATE, DELETE ON knowledge_vector TO sagshjaelp_app;
  END IF;
END
$$;
