import { createClient } from "@supabase/supabase-js";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Connection } from "@/lib/platforms/connected";
import type { Db } from "@/lib/supabase/server";
import { testEnv } from "../../support/env.ts";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: RefreshWorld;
let ada: TestUser;
let slot = 0;

beforeAll(async () => {
  world = await startRefreshWorld();
  ada = await world.supabase.createUser("ada");
  await world.setSchedule(world.slot(0));
});
afterEach(() => {
  world.simulator.faults.set([]);
  world.simulator.grants.forgetRefreshes();
});
afterAll(() => world.stop());

const nextSlot = () => {
  slot += 1;
  return world.setSchedule(world.slot(slot));
};
const third = (connection: Connection) => world.accountOf(connection, "northlight.studio");
async function connected(connection: Connection) {
  const [id] = await world.connect(ada, connection, [third(connection)]);
  if (!id) throw new Error("Nothing was connected.");
  return id;
}
const accountOf = async (id: string) => (await world.accounts()).find((each) => each.id === id);
const notices = (id: string) =>
  world.sql<{ resolved: boolean }>(
    "select resolved_at is not null as resolved from notices where account_id = $1 order by id",
    [id],
  );
const endsIn = (id: string, interval: string) =>
  world.sql(
    "update private.account_tokens set access_expires_at = now() + $2::interval where account_id = $1",
    [id, interval],
  );
const tokenOf = async (id: string) => {
  const [row] = await world.sql<{ version: number; hours: number }>(
    `select version, extract(epoch from access_expires_at - now())::float8 / 3600 as hours
     from private.account_tokens where account_id = $1`,
    [id],
  );
  return row;
};

/** A worker's client that dies at, or stops to act after, a call of this function. */
function clientThat(name: string, act: (answer: Response) => Promise<Response>): Db {
  let isFirst = true;
  const watched: typeof fetch = async (input, init) => {
    const isMeant = String(input).endsWith(`/rpc/${name}`) && isFirst;
    if (isMeant) isFirst = false;
    const answer = await fetch(input, init);
    return isMeant ? act(answer) : answer;
  };
  return createClient(world.supabase.url, testEnv.SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: watched },
  });
}

describe("a grant that was taken back", () => {
  it("stops the account with its reason, and no other", async () => {
    const youtube = await connected("youtube");
    const facebook = await connected("facebook");
    world.simulator.grants.end("facebook", third("facebook").id, "revoke");
    await nextSlot();
    const answer = await refreshSlot();
    expect(await accountOf(facebook)).toMatchObject({
      status: "needs_reconnect",
      problem: "revoked",
    });
    expect(await accountOf(youtube)).toMatchObject({ status: "connected" });
    expect(answer.summary.byPlatform.youtube?.updated).toBeGreaterThan(0);
    expect(answer.summary.byPlatform.facebook).toMatchObject({ updated: 0, errors: 1 });
    expect(answer.remaining).toBe(0);
    expect(await notices(facebook)).toHaveLength(1);

    const before = world.requests().count("facebook");
    await nextSlot();
    await refreshSlot();
    expect(world.requests().count("facebook")).toBe(before);
    expect(await notices(facebook)).toHaveLength(1);
    const units = await world.sql(
      "select status, error_code from refresh_units where account_id = $1 and slot = $2",
      [facebook, world.slot(slot)],
    );
    expect(units).toEqual([{ status: "skipped", error_code: "needs_reconnect" }]);
  });

  it("in the middle of a slot: what is left of it is counted as skipped", async () => {
    const facebook = await connected("facebook");
    await nextSlot();
    await refreshSlot();
    await nextSlot();
    const idle = await world.weaken(
      "public.claim_units",
      "where status = 'queued' and",
      "where status = 'queued' and task <> 'measure' and",
    );
    await refreshSlot();
    await idle();
    world.simulator.grants.end("facebook", third("facebook").id, "password");
    await refreshSlot();
    const run = (await world.runs()).at(-1);
    expect(run?.status).toBe("completed");
    const posts = await world.sql("select from account_posts where account_id = $1", [facebook]);
    expect(run?.skipped.needs_reconnect).toBe(posts.length);
    expect(await accountOf(facebook)).toMatchObject({ problem: "password_changed" });
    expect(await world.misfits()).toEqual([]);
  });

  it("and given anew meanwhile is tried before the account is stopped", async () => {
    const facebook = await connected("facebook");
    const told = (await notices(facebook)).length;
    await nextSlot();
    // The worker has the old token in its hands when it dies, and somebody signs in again.
    const db = clientThat("take_token", async (answer) => {
      world.simulator.grants.end("facebook", third("facebook").id, "revoke");
      await connected("facebook");
      return answer;
    });
    vi.resetModules();
    await world.sql(
      "update accounts set status = 'disabled' where status = 'connected' and id <> $1",
      [facebook],
    );
    const { continueRefresh } = await import("@/lib/refresh/slot");
    await continueRefresh(db);
    await world.sql("update accounts set status = 'connected' where status = 'disabled'");
    expect(await accountOf(facebook)).toMatchObject({ status: "connected", problem: null });
    expect(await notices(facebook)).toHaveLength(told);
    expect((await world.runs()).at(-1)).toMatchObject({ status: "completed", failed: 0 });
    expect((await world.runs()).at(-1)?.measured).toBeGreaterThan(0);
  });
});

describe("a token that will end", () => {
  it("is renewed ahead of that, before a call is refused", async () => {
    const id = await connected("tiktok");
    await endsIn(id, "20 minutes");
    await nextSlot();
    await refreshSlot();
    expect(world.simulator.grants.refreshes().tiktok).toBe(1);
    expect((await tokenOf(id))?.hours).toBeGreaterThan(1);
  });

  it("is left alone while there is time", async () => {
    const id = await connected("tiktok");
    await endsIn(id, "40 minutes");
    await nextSlot();
    await refreshSlot();
    expect(world.simulator.grants.refreshes().tiktok).toBeUndefined();
  });

  it("is used while the OAuth server is down, which is asked once and then left alone", async () => {
    const id = await connected("youtube");
    await endsIn(id, "4 minutes");
    world.simulator.faults.set([{ platform: "google", kind: "5xx", rate: 1, delaySeconds: 1 }]);
    await nextSlot();
    const before = world.requests().count("google");
    const answer = await refreshSlot();
    expect(answer.summary.byPlatform.youtube?.updated).toBeGreaterThan(0);
    expect(world.requests().count("google") - before).toBe(1);
    expect(await accountOf(id)).toMatchObject({ status: "connected" });
    const { version } = (await tokenOf(id)) ?? {};

    world.simulator.faults.set([]);
    await world.endWaits();
    await nextSlot();
    await refreshSlot();
    expect((await tokenOf(id))?.version).toBe((version ?? 0) + 1);
  });

  it("and was refused too early is renewed by the refusal, once", async () => {
    const id = await connected("youtube");
    world.simulator.grants.end("google", third("youtube").id, "expire");
    await nextSlot();
    const answer = await refreshSlot();
    expect(answer.summary.byPlatform.youtube?.updated).toBeGreaterThan(0);
    expect(answer.summary.byPlatform.youtube?.errors).toBe(0);
    expect(world.simulator.grants.refreshes().google).toBe(1);
    expect(await accountOf(id)).toMatchObject({ status: "connected" });
  });
});
