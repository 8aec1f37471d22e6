import { createClient } from "@supabase/supabase-js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { AccessToken } from "@/lib/accounts/access-token";
import type { AccountKind, Connection } from "@/lib/platforms/connected";
import { testEnv } from "../../support/env.ts";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot, startWorker } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

const PROCESSES = 5;
const WORKERS = 50;

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
const ownerOf = (accountId: string, connection: Connection, kind: AccountKind) => ({
  workspaceId: ada.workspaceId,
  accountId,
  kind,
  connection,
});
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

describe(`one expired token and ${WORKERS} workers`, () => {
  /** What fifty workers in five processes got. */
  async function storm(id: string) {
    await endsIn(id, "-1 s");
    world.simulator.grants.end("tiktok", third("tiktok").id, "expire");
    const owner = JSON.stringify(ownerOf(id, "tiktok", "tiktok_user"));
    const workers = Array.from({ length: PROCESSES }, () =>
      startWorker("token", owner, String(WORKERS / PROCESSES)),
    );
    const answers = await Promise.all(workers.map(({ ended }) => ended));
    // safe because the worker prints these
    return (answers as AccessToken[][]).flat();
  }

  it("ask for one refresh, and each gets the same good token (invariant 16)", async () => {
    const id = await connected("tiktok");
    const answers = await storm(id);
    expect(answers).toHaveLength(WORKERS);
    expect(world.simulator.grants.refreshes()).toEqual({ tiktok: 1 });
    const tokens = answers.map((each) => (each.kind === "ready" ? each.accessToken : each.kind));
    expect(new Set(tokens).size).toBe(1);
    const [token = ""] = tokens;
    const good = world.simulator.grants.byAccess("tiktok", token);
    expect(good?.accessEndsMs).toBeGreaterThan(world.clock.ms);
    expect(await accountOf(id)).toMatchObject({ status: "connected" });
  });

  it("ask for many when nobody holds the others back (control of invariant 16)", async () => {
    const id = await connected("tiktok");
    const mend = await world.weaken("private.take_token", "t.refreshing_until > instant or", "");
    await storm(id);
    await mend();
    expect(world.simulator.grants.refreshes().tiktok).toBeGreaterThan(1);
  });
});

describe("a crash between the OAuth server's answer and its keeping", () => {
  it("ends in needs_reconnect after the lease, with one notice and no loop (invariant 16)", async () => {
    const id = await connected("tiktok");
    await endsIn(id, "-1 s");
    world.simulator.grants.end("tiktok", third("tiktok").id, "expire");
    const owner = ownerOf(id, "tiktok", "tiktok_user");
    const { accessToken } = await import("@/lib/accounts/access-token");
    // The request to keep it is never sent.
    const dying = createClient(world.supabase.url, testEnv.SUPABASE_SECRET_KEY, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: {
        fetch: (input, init) => {
          if (String(input).endsWith("/rpc/save_token")) throw new Error("This worker is dead.");
          return fetch(input, init);
        },
      },
    });
    await expect(accessToken(dying, owner, null, AbortSignal.timeout(5000))).rejects.toThrow();
    expect(world.simulator.grants.refreshes()).toEqual({ tiktok: 1 });
    expect(await accountOf(id)).toMatchObject({ status: "connected" });

    await world.sql("update private.account_tokens set refreshing_until = now() - interval '1 s'");
    for (let again = 0; again < 3; again++) {
      await nextSlot();
      await refreshSlot();
    }
    expect(await accountOf(id)).toMatchObject({ status: "needs_reconnect" });
    expect((await notices(id)).filter(({ resolved }) => !resolved)).toHaveLength(1);
    const after = await accessToken(world.db, owner, null, AbortSignal.timeout(5000));
    expect(after.kind).toBe("dead");
    // One that was lost, one that found out.
    expect(world.simulator.grants.refreshes()).toEqual({ tiktok: 2 });
  });

  it("is mended by connecting again, and the notice goes", async () => {
    const id = await connected("tiktok");
    expect(await accountOf(id)).toMatchObject({ status: "connected", problem: null });
    expect((await notices(id)).every(({ resolved }) => resolved)).toBe(true);
    await nextSlot();
    const answer = await refreshSlot();
    expect(answer.summary.totalErrors).toBe(0);
    expect(answer.summary.totalMetricsUpdated).toBeGreaterThan(0);
  });
});
