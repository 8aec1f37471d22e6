import { readFile } from "node:fs/promises";
import { beforeAll, expect, it } from "vitest";
import { advisorFindings } from "../../scripts/supabase/advisors.ts";
import { databaseTypes, TYPES_FILE } from "../../scripts/supabase/database-types.ts";
import { createDatabase } from "../support/database.ts";

let databaseUrl: string;

beforeAll(async () => {
  databaseUrl = await createDatabase();
});

it("has committed types that fit the migrations: npm run db:types makes them", async () => {
  expect(await databaseTypes(databaseUrl)).toBe(await readFile(TYPES_FILE, "utf8"));
});

it("gives Supabase's advisors nothing of level WARN or ERROR to find", async () => {
  expect(await advisorFindings(databaseUrl)).toBe("");
});
