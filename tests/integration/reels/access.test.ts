import { afterAll, beforeAll, expect, it } from "vitest";
import { GET as listPosts } from "@/app/api/v1/posts/route";
import { GET as performance } from "@/app/api/v1/reels/performance/route";
import { GET as points } from "@/app/api/v1/reels/points/route";
import {
  type Answer,
  callerOf,
  HOUR,
  hoursFromNow,
  type ReelsWorld,
  startReelsWorld,
} from "../../support/reels.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: ReelsWorld;
let ada: TestUser;
let bob: TestUser;
let viewer: TestUser;

beforeAll(async () => {
  world = await startReelsWorld();
  [ada, bob, viewer] = await Promise.all([
    world.supabase.createUser("ada"),
    world.supabase.createUser("bob"),
    world.supabase.createUser("viewer"),
  ]);
  await world.supabase.addMember(ada.workspaceId, viewer, "viewer");
  const at = hoursFromNow(-1);
  const reels = (author: string) =>
    Array.from({ length: 25 }, (_, index) => ({
      external_id: `${author}${index}`,
      author,
      published: at - 9n * HOUR,
      snapshots: [{ at, views: 10 + index, likes: index, comments: 0 }],
    }));
  await world.addReels(ada.workspaceId, reels("@ada"));
  await world.addReels(bob.workspaceId, reels("@bob").slice(0, 3));
});
afterAll(() => world.stop());

const asked = (user: TestUser, query: Record<string, string | number> = {}, workspace?: string) =>
  callerOf(user, workspace)(performance, query);
const ofAda = async (user: TestUser) =>
  (await (await asked(user, {}, ada.workspaceId)).json()) as Answer;

it("shows a workspace's members the same, viewers among them", async () => {
  expect((await ofAda(ada)).total).toBe(25);
  expect(await ofAda(viewer)).toEqual(await ofAda(ada));
});

it("shows each their own, also by the id of another's cohort", async () => {
  const { cohort } = await ofAda(ada);
  const own = (await (await asked(bob, { cohort: cohort.id })).json()) as Answer;
  expect(own.items.map(({ author }) => author)).toEqual(["@bob", "@bob", "@bob"]);
});

it("tells strangers that there is no such workspace, by each function", async () => {
  const strange = world.supabase.clientFor(bob);
  const workspace = ada.workspaceId;
  for (const name of ["reel_performance", "reel_points", "reel_choices"] as const) {
    const { error, status } = await strange.rpc(name, { workspace });
    expect([name, status, error?.message]).toEqual([
      name,
      404,
      "There is no such workspace, or you are not in it.",
    ]);
    const nobody = await world.supabase.anonymousClient().rpc(name, { workspace });
    expect([name, nobody.status]).toEqual([name, 401]);
  }
  expect((await asked(bob, {}, workspace)).status).toBe(401);
  const { data } = await strange.from("post_ages").select().eq("workspace_id", workspace);
  expect(data).toEqual([]);
});

it("is closed to who was removed", async () => {
  const former = await world.supabase.createUser("former");
  await world.supabase.addMember(ada.workspaceId, former, "member");
  expect((await asked(former, {}, ada.workspaceId)).status).toBe(200);
  await world.supabase.sql(
    "delete from public.workspace_members where workspace_id = $1 and user_id = $2",
    [ada.workspaceId, former.id],
  );
  expect((await asked(former, {}, ada.workspaceId)).status).toBe(401);
  const { status } = await world.supabase
    .clientFor(former)
    .rpc("reel_points", { workspace: ada.workspaceId });
  expect(status).toBe(404);
});

it("keeps the scores out of everybody's reach but by the functions", async () => {
  const rights = await world.supabase.sql(
    `select role, name from unnest(array['anon', 'authenticated', 'service_role']) as role
     cross join unnest(array['private.cohorts', 'private.cohort_scores']) as name
     where has_table_privilege(role, name, 'select, insert, update, delete')`,
  );
  expect(rights).toEqual([]);
});

it("shows the samples to everybody signed in, as samples, and in no other list", async () => {
  const sample = (await (
    await asked(bob, { sample: "true", window: "90d", limit: 10_000 })
  ).json()) as Answer;
  expect(sample.total).toBeGreaterThan(300);
  expect(sample.cohort).toMatchObject({ sample: true });
  for (const item of sample.items) {
    expect(item).toMatchObject({
      simulated: true,
      source: "sample",
      source_name: "Sample data",
      reel_url: null,
    });
    expect(item.reel_id).toMatch(/^sample-/);
  }
  expect(sample.summary.ranked).toBeGreaterThan(200);
  const again = await asked(ada, { cohort: sample.cohort.id, limit: 10_000 });
  expect((await again.json()).items).toEqual(sample.items);
  const drawn = await (await callerOf(bob)(points, { sample: "true" })).json();
  expect(drawn.ranked).toBeGreaterThan(100);

  const own = await (await asked(bob, { window: "90d" })).json();
  const posts = await (await callerOf(bob)(listPosts)).json();
  expect([own.total, posts.total]).toEqual([3, 3]);
  const nobody = await world.supabase.anonymousClient().from("sample_reels").select("id").limit(1);
  expect(nobody.status).toBe(401);
  const change = await world.supabase.clientFor(bob).from("sample_reels").delete().eq("id", 1);
  expect(change.status).toBe(403);
});

it("scores and keeps the three windows alone", async () => {
  const days = 8;
  for (const name of ["reel_performance", "reel_points", "reel_choices"] as const) {
    const { error } = await world.supabase
      .clientFor(ada)
      .rpc(name, { workspace: ada.workspaceId, days });
    expect(error).toMatchObject({ code: "PT422", message: "days: expected 7, 30 or 90." });
  }
});
