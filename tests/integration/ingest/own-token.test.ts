import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resealTokens } from "@/lib/accounts/reseal-tokens";
import { readTokenKeys } from "@/lib/accounts/token-keys";
import { openIngestToken } from "@/lib/ingest/token-vault";
import { testEnv } from "../../support/env.ts";
import { FEED, type IngestWorld, startIngestWorld } from "../../support/ingest.ts";
import type { TestUser } from "../../support/supabase.ts";

const CANARY = "invalid_apify_api_canary_93b1Zx9";

let world: IngestWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startIngestWorld();
  ada = await world.signUp("ada");
});
afterAll(() => world.stop());

const settings = { actor: FEED, input: { resultsLimit: 20 }, max_items: 20 };
const keysOf = (text: string) => {
  const keys = readTokenKeys(text);
  if (!keys) throw new Error("There are no keys.");
  return keys;
};
const sealed = async () => {
  const [row] = await world.sql<{ ciphertext: string; key_id: string }>(
    "select ciphertext, key_id from private.ingest_tokens where workspace_id = $1",
    [ada.workspaceId],
  );
  if (!row) throw new Error("There is no token.");
  return row;
};

it("is kept sealed, shown by its last characters alone, and said nowhere (invariant 30)", async () => {
  const saved = await world.call(ada, "PUT settings", { body: { ...settings, token: CANARY } });
  expect(saved.status).toBe(200);
  expect(saved.body).toMatchObject({ token_hint: "1Zx9".slice(-4), is_default: false });
  expect(JSON.stringify(saved.body)).not.toContain("canary");

  // Apify refuses it: the run fails, and its sentence names whose token, not which.
  const run = await world.ingest(ada);
  expect(run).toMatchObject({
    state: "failed",
    error_code: "not_configured",
    token_source: "workspace",
  });
  expect(run.error_detail).toContain("the workspace's own token");
  const tables = await world.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'private', 'auth', 'storage')`,
  );
  for (const { name } of tables) {
    expect(await world.count(`${name} as t where t::text like '%canary_93b%'`)).toBe(0);
  }
});

it("opens for its workspace alone, and after a rotation as well (invariant 31)", async () => {
  const grace = await world.signUp("grace");
  const before = await sealed();
  const keys = keysOf(testEnv.TOKEN_KEYS);
  expect(await openIngestToken(before.ciphertext, ada.workspaceId, keys)).toEqual({
    kind: "open",
    text: CANARY,
  });
  expect(await openIngestToken(before.ciphertext, grace.workspaceId, keys)).toMatchObject({
    kind: "unreadable",
  });

  const both = keysOf(`newer:${randomBytes(32).toString("base64")},${testEnv.TOKEN_KEYS}`);
  expect(await resealTokens(world.db, both, Date.now() + 10_000)).toBe(1);
  const after = await sealed();
  expect(after.key_id).toBe("newer");
  expect(await openIngestToken(after.ciphertext, ada.workspaceId, both)).toMatchObject({
    text: CANARY,
  });
  expect(await openIngestToken(after.ciphertext, ada.workspaceId, keys)).toMatchObject({
    kind: "unreadable",
  });
});

it("is removed by null, and kept when nothing is said of it", async () => {
  const kept = await world.call(ada, "PUT settings", { body: settings });
  expect(kept.body.token_hint).toBe("1Zx9");
  const removed = await world.call(ada, "PUT settings", { body: { ...settings, token: null } });
  expect(removed.body.token_hint).toBeNull();
  expect(await world.count("private.ingest_tokens")).toBe(0);
  expect(await world.ingest(ada)).toMatchObject({ state: "succeeded", token_source: "server" });
});

it.each([
  [{ ...settings, actor: "no-owner" }],
  [{ ...settings, input: [1] }],
  [{ ...settings, input: { long: "x".repeat(40_000) } }],
  [{ ...settings, max_items: 0 }],
  [{ ...settings, max_items: 10_001 }],
])("settings like %.60j are refused with a sentence", async (body) => {
  const answer = await world.call(ada, "PUT settings", { body });
  expect(answer.status).toBe(422);
  expect(answer.body.error.message).toMatch(/expected|Too/i);
});
