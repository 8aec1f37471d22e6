import { tmpdir } from "node:os";
import { App } from "@supabase/lite";
import { applyPendingMigrations } from "@supabase/lite/cli";
import { connect } from "./connection.ts";
import "./enable-storage.ts";
import { folderStorage } from "./folder-storage.ts";

// What a hosted project has before its first migration.
const ROLES = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin; end if;
    if not exists (select from pg_roles where rolname = 'authenticated') then
      create role authenticated nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'service_role') then
      create role service_role nologin bypassrls;
    end if;
  end $$;
  create schema if not exists extensions;
  grant usage on schema public, extensions to anon, authenticated, service_role;
`;

const SYSTEM_GRANTS = `
  grant usage on schema auth, storage to anon, authenticated, service_role;
  grant all on all tables in schema storage to anon, authenticated, service_role;
`;

/**
 * Brings a database to what the product needs: Supabase's roles and schemas, then each pending
 * file of supabase/migrations below the working directory. Returns the names of those applied.
 */
export async function prepareDatabase(databaseUrl: string) {
  // One connection: a migration's transaction must not spread over a pool.
  const connection = connect(databaseUrl, 1);
  const app = new App({ connection, auth: AUTH, storage: { enabled: true } });
  // Never used here: its presence makes the schema of Storage.
  app._storageAdapter = folderStorage(tmpdir());
  try {
    await connection.exec(ROLES);
    await app.init();
    await app.ensureSystemSchema();
    await connection.exec(SYSTEM_GRANTS);
    const { applied } = await applyPendingMigrations(app);
    return applied.map((migration) => migration.filename);
  } finally {
    await connection.close();
  }
}

const AUTH = { enabled: true, jwt_secret: "only-migrations-run-with-this-one" };
