import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { HOUR, hoursFromNow, type ReelsWorld, startReelsWorld } from "../../support/reels.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: ReelsWorld;
let ada: TestUser;
let workspace: string;

beforeAll(async () => {
  world = await startReelsWorld();
  ada = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

const born = hoursFromNow(-5 * 24);
const reels = Array.from({ length: 12 }, (_, index) => ({
  external_id: `r${index}`,
  published: born,
  snapshots: [10, 20].map((hours) => ({
    at: born + BigInt(hours) * HOUR,
    views: index * hours,
    likes: index === 4 ? null : index,
    comments: 1,
  })),
}));

beforeEach(async () => {
  workspace = await world.newWorkspace(ada);
  await world.addReels(workspace, reels);
});

const sql = <Row>(text: string) => world.supabase.sql<Row>(text.replaceAll("$1", `'${workspace}'`));

/** What is kept, beside what the posts and their newest numbers say. */
async function facts() {
  const columns =
    "post_id, part, published_at::text, known_at::text, author, views, views_per_hour, engagement_rate, is_whole";
  const from = (relation: string) =>
    sql<{ post_id: string }>(
      `select ${columns} from private.${relation} where workspace_id = $1 order by post_id`,
    );
  const [kept, plain] = await Promise.all([from("reel_facts"), from("measured_reels")]);
  expect(kept).toEqual(plain);
  return kept;
}

it("keeps what is measured of each short video, and of nothing else", async () => {
  const photo = { ...reels[0], external_id: "photo", kind: "image", published: born };
  await world.addReels(workspace, [{ ...photo, snapshots: reels[0]?.snapshots ?? [] }]);
  expect(await facts()).toHaveLength(12);
});

it.each([
  [
    "newer numbers",
    "update post_latest set views = views + 5, captured_at = captured_at + interval '1 hour'",
    12,
  ],
  [
    "an older number, which changes nothing",
    "update post_latest set views = 1, captured_at = captured_at - interval '1 hour'",
    12,
  ],
  ["another author", "update posts set author_handle = '@other'", 12],
  [
    "another time of publishing",
    "update posts set published_at = published_at - interval '1 hour'",
    12,
  ],
  ["no time of publishing", "update posts set published_at = null", 0],
  ["a picture instead", "update posts set media_kind = 'image'", 0],
  ["latest numbers removed", "delete from post_latest", 0],
])("follows %s", async (_, change, left) => {
  await sql(`${change} where workspace_id = $1`);
  expect(await facts()).toHaveLength(left);
});

it.each([
  [
    "a description that changes while numbers come",
    "update post_latest set views = 77 where workspace_id = $1",
    "update posts set author_handle = '@new' where workspace_id = $1",
  ],
  [
    "numbers that come while a description changes",
    "update posts set author_handle = '@new' where workspace_id = $1",
    "update post_latest set views = 77 where workspace_id = $1",
  ],
])("follows %s", async (_, open, other) => {
  const database = postgres(world.supabase.databaseUrl, { max: 1, onnotice: () => {} });
  const change = await database.reserve();
  await change.unsafe("begin");
  await change.unsafe(open.replace("$1", `'${workspace}'`));
  const ended = sql(other);
  await Promise.race([ended, sleep(300)]);
  await change.unsafe("commit");
  change.release();
  await Promise.all([ended, database.end()]);
  for (const fact of await facts()) expect(fact).toMatchObject({ author: "@new", views: "77" });
});

it("goes with posts and with the workspace", async () => {
  await sql("delete from posts where workspace_id = $1 and external_id = 'r3'");
  expect(await facts()).toHaveLength(11);
  await sql("delete from workspaces where id = $1");
  expect(await facts()).toHaveLength(0);
});

it("takes back as a short video what was taken for a picture", async () => {
  await sql("update posts set media_kind = 'image' where workspace_id = $1");
  expect(await facts()).toHaveLength(0);
  await sql("update posts set media_kind = 'reel' where workspace_id = $1");
  expect(await facts()).toHaveLength(12);
});

it("is derived again from posts and their numbers", async () => {
  const before = await facts();
  await sql("update private.reel_facts set views = 7, author = null where workspace_id = $1");
  await sql("select private.rebuild_reel_facts($1)");
  expect(await facts()).toEqual(before);
});

it("scores a moment of the past as it was scored then", async () => {
  const first = born + 10n * HOUR;
  const scored = () =>
    sql(`select s.* from private.score_reels($1, 30, timestamptz 'epoch' + ${first} * interval '1 microsecond') as s
         order by post_id`);
  const after = await scored();
  expect(after).toHaveLength(12);
  const alone = await world.newWorkspace(ada);
  const early = reels.map((reel) => ({ ...reel, snapshots: reel.snapshots.slice(0, 1) }));
  await world.addReels(alone, early);
  workspace = alone;
  const without = (rows: unknown[]) =>
    rows.map((row) => ({ ...(row as object), post_id: undefined }));
  expect(without(await scored())).toEqual(without(after));
});
