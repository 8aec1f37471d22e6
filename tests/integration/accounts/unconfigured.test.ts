import { afterAll, beforeAll, expect, it } from "vitest";
import { CONNECTIONS } from "@/lib/platforms/connected";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { api } from "./connecting.ts";

let supabase: Supabase;
let ada: TestUser;

beforeAll(async () => {
  // A server with Google's app and nothing else, not even a key for tokens.
  Object.assign(process.env, {
    GOOGLE_CLIENT_ID: "client",
    GOOGLE_CLIENT_SECRET: "secret",
    TOKEN_KEYS: "",
  });
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
});
afterAll(() => supabase.stop());

it("says which setting is missing before anybody is sent to a platform", async () => {
  const said = new Map<string, string>();
  for (const connection of CONNECTIONS) {
    const answer = await api(ada).connect(connection);
    expect(answer.status).toBe(503);
    said.set(connection, (await answer.json()).error.message);
  }
  expect(said.get("youtube")).toMatch(/^TOKEN_KEYS is not configured/);
  expect(said.get("tiktok")).toMatch(/^TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET are not/);
  expect(said.get("instagram")).toMatch(/^META_APP_ID and META_APP_SECRET are not/);
  expect(said.get("facebook")).toMatch(/^META_APP_ID and META_APP_SECRET are not/);
  expect(said.get("instagram_login")).toMatch(/^INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET/);
  expect(said.get("linkedin")).toMatch(/^LINKEDIN_CLIENT_ID and LINKEDIN_CLIENT_SECRET are not/);
  expect(await supabase.sql("select from private.connection_attempts")).toEqual([]);
});
