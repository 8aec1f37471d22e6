import { createPostgresConnection } from "@supabase/lite/postgres";
import { holdSettings } from "./held-settings.ts";
import { trustTypes } from "./known-types.ts";

// postgres.js would encode an encoded value once more.
const raw = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
const json = (oid: number) => ({ to: oid, from: [oid], serialize: raw, parse: JSON.parse });

/** The embedded Supabase's own way to a database. `max` is the size of its pool. */
export function connect(databaseUrl: string, max: number) {
  const connection = createPostgresConnection({
    url: databaseUrl,
    postgresOptions: {
      max,
      onnotice: () => {},
      types: { json: json(114), jsonb: json(3802) },
    },
  });
  // Left alone, its first request grants everything to everybody. Hosted Supabase does not.
  Reflect.set(connection, "rlsState", "active");
  holdSettings(connection.driver);
  trustTypes(connection);
  return connection;
}
