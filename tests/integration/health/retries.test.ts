import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@supabase/supabase-js";
import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as trending } from "@/app/api/v1/hashtags/trending/route";
import { askDatabase } from "@/lib/answers/ask-database";
import { env } from "@/lib/env";
import { getTrending } from "@/lib/hashtags/queries";
import { trendingQuery } from "@/lib/hashtags/schema";
import type { Database } from "@/lib/supabase/database.types";
import type { Scope } from "@/lib/supabase/server";
import { testEnv } from "../../support/env.ts";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { secondSupabase } from "./second-supabase.ts";

/** 0.3 s, then 0.5 s (0.6 would be more than the longest); the third attempt is the last. */
const FIRST_MS = 300;
const BOTH_MS = 800;

let supabase: Supabase;
let served: Awaited<ReturnType<typeof secondSupabase>>;
let scope: Scope;
let ada: TestUser;
let attempts = 0;

beforeAll(async () => {
  Object.assign(process.env, { DB_RETRY_MIN_WAIT: "0.3", DB_RETRY_MAX_WAIT: "0.5" });
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
  const { accessToken, id: userId, email, workspaceId } = ada;
  served = await secondSupabase(supabase.databaseUrl);
  const db = createClient<Database>(served.url, testEnv.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: {
      headers: { Authorization: `Bearer ${accessToken}` },
      fetch: (input, init) => {
        attempts += 1;
        return fetch(input, init);
      },
    },
  });
  const rest = {
    workspaceName: "",
    timeZone: "UTC",
    name: null,
    singleKeys: true,
    rateBasis: "impressions",
    role: "owner",
  } as const;
  scope = { db, userId, email, workspaceId, ...rest };
});
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => served.start());
afterAll(async () => {
  await served.stop();
  await supabase.stop();
});

const query = trendingQuery.parse({});
async function timed(ask: () => Promise<unknown>) {
  attempts = 0;
  const began = performance.now();
  const [outcome] = await Promise.allSettled([ask()]);
  return { outcome, attempts, ms: performance.now() - began };
}

describe("a reading question", () => {
  it("is answered when Supabase was away and comes back", async () => {
    await served.stop();
    const [told] = await Promise.all([
      timed(() => getTrending(scope, query)),
      sleep(FIRST_MS / 2).then(served.start),
    ]);
    expect(told.outcome).toMatchObject({ status: "fulfilled", value: { total_count: 0 } });
    // One in vain, the question, and whether the caller is a member still.
    expect(told.attempts).toBe(3);
    expect(told.ms).toBeGreaterThanOrEqual(FIRST_MS);
  });

  it("fails with what to do when nothing answers, after the attempts and waits that were set", async () => {
    await served.stop();
    const {
      outcome,
      attempts: asked,
      ms,
    } = await timed(() => getTrending(scope, { ...query, k: 4 }));
    expect(outcome).toMatchObject({
      status: "rejected",
      reason: { code: "unavailable", status: 503, message: expect.stringContaining("Try again") },
    });
    expect(asked).toBe(3);
    expect(ms).toBeGreaterThanOrEqual(BOTH_MS - 10);
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining("database: not reached"));
  });

  it("makes no more attempts for fifty callers than for one", async () => {
    await served.stop();
    const same = { ...query, k: 5 };
    const all = () => Promise.all(Array.from({ length: 50 }, () => getTrending(scope, same)));
    expect((await timed(all)).attempts).toBe(3);
  });

  it("who is asking is found out as patiently, and the same is said when nothing answers", async () => {
    const { NEXT_PUBLIC_SUPABASE_URL: own } = env();
    Object.assign(env(), { NEXT_PUBLIC_SUPABASE_URL: served.url });
    await served.stop();
    const ask = () =>
      trending(
        new NextRequest("http://app.test/api/v1/hashtags/trending", {
          headers: { authorization: `Bearer ${ada.accessToken}` },
        }),
        { params: Promise.resolve({}) },
      );
    const [answer] = await Promise.all([ask(), sleep(FIRST_MS / 2).then(served.start)]);
    expect(answer.status).toBe(200);
    await served.stop();
    const refused = await ask();
    Object.assign(env(), { NEXT_PUBLIC_SUPABASE_URL: own });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({
      error: { code: "unavailable", message: expect.stringContaining("/api/health says when") },
    });
  });

  it.each([
    ["wrong input", { window_minutes: 0 }],
    ["what is no id", { workspace: "home" }],
  ])("is refused at once for %s", async (_, args) => {
    const workspace = scope.workspaceId;
    const told = await timed(() =>
      askDatabase(() => scope.db.rpc("hashtag_trending", { workspace, ...args })),
    );
    expect(told.outcome?.status).toBe("rejected");
    expect(told.attempts).toBe(1);
  });
});
