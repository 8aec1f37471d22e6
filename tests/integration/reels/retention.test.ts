import { afterAll, beforeAll, expect, it } from "vitest";
import { DAY, HOUR, hoursFromNow, type ReelsWorld, startReelsWorld } from "../../support/reels.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: ReelsWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startReelsWorld();
  ada = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

const agesOf = async (id: string) => {
  const rows = await world.supabase.sql<{ hours: number }>(
    `select a.hours from public.post_ages as a join public.posts as p on p.id = a.post_id
     where p.workspace_id = $1 and p.external_id = $2 order by a.hours`,
    [ada.workspaceId, id],
  );
  return rows.map(({ hours }) => hours);
};

it("takes YouTube's views at ages along with the numbers that it may not keep without consent", async () => {
  const published = hoursFromNow(-35 * 24);
  const snapshots = [3n * HOUR, 6n * HOUR, 7n * DAY].map((age, index) => ({
    at: published + age,
    views: 10 * index,
    likes: 1,
  }));
  const video = { published, snapshots, kind: "short" };
  await world.addReels(ada.workspaceId, [
    { ...video, external_id: "public", platform: "youtube" },
    { ...video, external_id: "own", platform: "youtube" },
    { ...video, external_id: "tiktok", platform: "tiktok" },
  ]);
  await world.supabase.sql(
    `with account as (
       insert into public.accounts (workspace_id, platform, kind, connection, external_id, name, status, is_simulated)
       values ($1, 'youtube', 'youtube_channel', 'youtube', 'UC1', 'Acme', 'connected', false) returning id)
     insert into public.account_posts (post_id, workspace_id, account_id, api_id)
     select p.id, $1, account.id, 'own' from account, public.posts as p where p.workspace_id = $1 and p.external_id = 'own'`,
    [ada.workspaceId],
  );
  expect(await agesOf("public")).toEqual([3, 6, 168]);
  const { error } = await world.supabase
    .serviceClient()
    .rpc("remove_old", { parts: ["youtube_unauthorised"] });
  expect(error).toBeNull();
  // The third and sixth hour are 34 days ago, the seventh day 28.
  expect(await agesOf("public")).toEqual([168]);
  expect(await agesOf("own")).toEqual([3, 6, 168]);
  expect(await agesOf("tiktok")).toEqual([3, 6, 168]);
});

it("keeps no cohort with numbers that are gone", async () => {
  const { sql, clientFor, serviceClient } = world.supabase;
  const published = hoursFromNow(-60 * 24);
  const snapshots = [{ at: published + DAY, views: 4321, likes: 1, comments: 1 }];
  await world.addReels(ada.workspaceId, [
    { external_id: "forgotten", platform: "youtube", kind: "short", published, snapshots },
  ]);
  const kept = async () => {
    const [row] = await sql<{ n: number }>(
      "select count(*)::int as n from private.cohort_scores where workspace_id = $1 and views = 4321",
      [ada.workspaceId],
    );
    return row?.n;
  };
  const read = () =>
    clientFor(ada).rpc("reel_performance", { workspace: ada.workspaceId, days: 90 });
  expect((await read()).error).toBeNull();
  expect(await kept()).toBe(1);
  await serviceClient().rpc("remove_old", { parts: ["youtube_unauthorised"] });
  expect(await kept()).toBe(0);
  expect((await read()).error).toBeNull();
  expect(await kept()).toBe(0);
});

it("lets views at ages go with their post", async () => {
  await world.supabase.sql(
    "delete from public.posts where workspace_id = $1 and external_id = 'tiktok'",
    [ada.workspaceId],
  );
  expect(await agesOf("tiktok")).toEqual([]);
});
