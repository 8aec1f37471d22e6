import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** Makes a database of this file's own, a copy of the migrated template. Returns its URL. */
export async function createDatabase() {
  const clusterUrl = inject("clusterUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(clusterUrl, { max: 1 });
  try {
    // Two files at once may not copy one template at the same time.
    await admin`select pg_advisory_lock(hashtext('copy of the template'))`;
    await admin.unsafe(`create database ${name} template ${inject("templateName")}`);
  } finally {
    await admin.end();
  }
  const url = new URL(clusterUrl);
  url.pathname = name;
  return url.href;
}
