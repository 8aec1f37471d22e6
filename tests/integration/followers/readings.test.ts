import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginConnection, completeConnection } from "@/lib/accounts/connect";
import { followersOf, threeFigures } from "../../../simulator/followers.ts";
import { walkConsent } from "../../../simulator/walk-consent.ts";
import { type RefreshWorld, scopeOf, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

type Told = {
  kind: string;
  external_id: string;
  reason: string | null;
  detail: string | null;
  counts: { followers: string; is_rounded: boolean; is_simulated: boolean; payload: string }[];
};

let world: RefreshWorld;
let ada: TestUser;
let slot = 0;

beforeAll(async () => {
  world = await startRefreshWorld();
  ada = await world.supabase.createUser("ada");
  await world.connectSix(ada);
  await world.setSchedule(world.slot(0));
  await refreshSlot();
}, 60_000);
afterAll(() => world.stop());

async function nextSlot() {
  slot += 1;
  await world.setSchedule(world.slot(slot));
  await refreshSlot();
  const [run] = (await world.runs()).slice(-1);
  return run;
}

async function told() {
  const rows = await world.sql<Told>(
    `select a.kind, a.external_id, a.followers_reason as reason, a.followers_detail as detail, coalesce((
       select json_agg(json_build_object('followers', f.followers::text, 'is_rounded', f.is_rounded,
         'is_simulated', f.is_simulated, 'payload', r.payload) order by f.measured_at)
       from follower_counts f join raw_events r on r.id = f.raw_event_id
       where f.account_id = a.id), '[]') as counts
     from accounts a where a.workspace_id = $1`,
    [ada.workspaceId],
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row]));
}

describe("followers of connected accounts", () => {
  it("are kept once a refresh as each platform tells them, marked as simulated, with what was sent", async () => {
    const accounts = await told();
    for (const [kind, { external_id, reason, counts }] of Object.entries(accounts)) {
      if (kind === "linkedin_member") continue;
      const account = world.simulator.book.accounts.find(({ id }) => id === external_id);
      if (!account) throw new Error(`There is no ${kind}.`);
      const { seed, anchorMs } = world.simulator.world;
      const now = followersOf({ ...world.simulator.world, seed, anchorMs }, account);
      const isRounded = kind === "youtube_channel";
      expect([kind, reason, counts]).toEqual([
        kind,
        null,
        [
          {
            followers: String(isRounded ? threeFigures(now) : now),
            is_rounded: isRounded,
            is_simulated: true,
            payload: expect.anything(),
          },
        ],
      ]);
    }
  });

  it("are not asked for where no platform tells them, and that is said", async () => {
    const { linkedin_member: member } = await told();
    expect(member).toMatchObject({ reason: "not_offered", counts: [] });
    expect(member?.detail).toContain("LinkedIn does not tell");
  });

  it("cost one call a refresh at most, beside what listing and measuring take", async () => {
    // The others have been seen.
    await world.sql(
      "update accounts set status = 'disabled' where kind not in ('youtube_channel', 'linkedin_organization')",
    );
    const { count } = world.requests();
    const before = count("linkedin.networkSizes");
    await nextSlot();
    expect(world.requests().count("linkedin.networkSizes") - before).toBe(1);
    expect((await told()).linkedin_organization?.counts).toHaveLength(2);
  });

  it("that a channel hides leave no row, and the reason is kept until they are told again", async () => {
    const { settings } = world.simulator;
    settings.subscribers = "hidden";
    await nextSlot();
    const hidden = (await told()).youtube_channel;
    expect(hidden).toMatchObject({ reason: "hidden", detail: expect.stringContaining("hides") });
    settings.subscribers = "told";
    await nextSlot();
    const again = (await told()).youtube_channel;
    expect(again).toMatchObject({ reason: null, detail: null });
    expect(again?.counts.length).toBe((hidden?.counts.length ?? 0) + 1);
  });

  it("that could not be read fail nothing else", async () => {
    world.simulator.settings.subscribers = "failing";
    const run = await nextSlot();
    world.simulator.settings.subscribers = "told";
    expect(run).toMatchObject({ status: "completed", failed: 0 });
    expect(run?.measured).toBeGreaterThan(0);
    expect((await told()).youtube_channel).toMatchObject({
      reason: "error",
      detail: expect.stringContaining("500"),
    });
  });

  it("are not asked for without the permission, and the way to give it is said", async () => {
    const grace = await world.supabase.createUser("grace");
    const scope = await scopeOf(grace);
    const account = world.accountOf("tiktok", "papertrail.maps");
    const back = await walkConsent(await beginConnection(scope, "tiktok"), {
      accounts: [account.id],
      scopes: ["user.info.basic", "video.list"],
    });
    await completeConnection(scope, {
      state: back.searchParams.get("state") ?? "",
      code: back.searchParams.get("code") ?? "",
    });
    await nextSlot();
    const [row] = await world.sql<{ reason: string; detail: string; rows: number }>(
      `select followers_reason as reason, followers_detail as detail,
         (select count(*)::int from follower_counts f where f.account_id = a.id) as rows
       from accounts a where workspace_id = $1`,
      [grace.workspaceId],
    );
    expect(row).toMatchObject({
      reason: "scope_missing",
      detail: expect.stringContaining("Connect the account again"),
      rows: 0,
    });
  });

  it("go with an account that is deleted with its history, payloads too, and YouTube's after 30 days without consent", async () => {
    const { youtube_channel: channel } = await told();
    await world.sql("alter table follower_counts disable trigger append_only");
    await world.sql("update follower_counts set measured_at = measured_at - interval '31 days'");
    await world.sql("alter table follower_counts enable trigger append_only");
    const left = async () => (await told()).youtube_channel?.counts.length;
    await world.sql("select public.remove_old(parts => '{youtube_unauthorised}')");
    expect(await left()).toBe(channel?.counts.length);
    await world.sql("update accounts set status = 'disconnected' where kind = 'youtube_channel'");
    await world.sql("select public.remove_old(parts => '{youtube_unauthorised}')");
    expect(await left()).toBe(0);

    const { facebook_page: page } = await told();
    const payloads = async () =>
      (await world.sql("select from raw_events where external_id = $1", [page?.external_id ?? ""]))
        .length;
    expect(await payloads()).toBeGreaterThan(0);
    const client = world.supabase.clientFor(ada);
    const [found] = await world.sql<{ id: string }>(
      "select id from accounts where kind = 'facebook_page' and workspace_id = $1",
      [ada.workspaceId],
    );
    const { error } = await client.rpc("delete_account_history", { account: found?.id ?? "" });
    expect(error).toBeNull();
    expect(await payloads()).toBe(0);
  });
});

it("nobody changes what was observed, and strangers see none of it", async () => {
  await expect(world.sql("update follower_counts set followers = 0")).rejects.toThrow(
    "append-only",
  );
  await expect(world.sql("delete from follower_counts")).rejects.toThrow("append-only");
  const own = await world.supabase.clientFor(ada).from("follower_counts").select("followers");
  expect(own.data?.length).toBeGreaterThan(0);
  const eve = world.supabase.clientFor(await world.supabase.createUser("eve"));
  expect((await eve.from("follower_counts").select("followers")).data).toEqual([]);
});
