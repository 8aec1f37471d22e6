import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { addJob } from "../tenancy/workspace-data.ts";
import { NOTHING, type OldData, startOldData } from "./old-data.ts";

let data: OldData;
let ada: TestUser;

beforeAll(async () => {
  data = await startOldData();
});
afterAll(() => data.stop());

const youtube = (take = 5000) => data.removeOld({ take, parts: ["youtube_unauthorised"] });
const DESCRIBED = {
  title: "Title",
  caption: "Caption",
  author_handle: "@acme",
  author_name: "Acme",
  thumbnail_url: "https://example.test/t.jpg",
  has_latest: true,
};
const BLANK = {
  title: null,
  caption: null,
  author_handle: null,
  author_name: null,
  thumbnail_url: null,
  has_latest: false,
};

async function measured(platform: "youtube" | "tiktok", days: number[], account?: string) {
  const post = await data.post(ada.workspaceId, platform, account);
  for (const each of days) await data.snapshot(post, each);
  return post;
}

it("forgets what YouTube said of a post without a connected channel after 30 days, and nothing else", async () => {
  ada = await data.supabase.createUser("ada");
  const account = await data.account(ada.workspaceId, "youtube");
  const stranger = await measured("youtube", [80, 40, 31]);
  const asked = await measured("youtube", [80, 40, 29, 2]);
  const own = await measured("youtube", [80, 40, 2], account);
  const tiktok = await measured("tiktok", [80, 40]);
  const unmeasured = await data.post(ada.workspaceId, "youtube");
  await data.db.rpc("roll_up_days");

  // Snapshot, payload and day: three of the stranger, two of the one asked for since, and one latest number.
  expect(await youtube()).toEqual({ ...NOTHING, youtube_unauthorised: 16, unfinished: [] });
  expect(await data.counted(ada.workspaceId)).toEqual({ youtube_unauthorised: 16 });
  expect(await data.snapshots(stranger)).toEqual([]);
  expect(await data.payloads(stranger)).toEqual([]);
  expect(await data.postOf(stranger)).toEqual(BLANK);
  expect(await data.postOf(unmeasured)).toEqual(BLANK);

  expect(await data.snapshots(asked)).toEqual([29, 2].map((day) => [day, 12]));
  expect(await data.payloads(asked)).toEqual([29, 2]);
  expect(await data.postOf(asked)).toEqual(DESCRIBED);
  for (const [post, days] of [
    [own, [80, 40, 2]],
    [tiktok, [80, 40]],
  ] as const) {
    expect(await data.snapshots(post)).toEqual(days.map((day) => [day, 12]));
    expect(await data.payloads(post)).toEqual(days);
    expect(await data.postOf(post)).toEqual(DESCRIBED);
  }
  const days = await data.sql<{ post_id: string; days: number }>(
    "select post_id, count(*)::int as days from public.post_days group by post_id order by post_id",
  );
  expect(days.map(({ post_id, days }) => [Number(post_id), days])).toEqual([
    [asked, 2],
    [own, 3],
    [tiktok, 2],
  ]);
  expect(await youtube()).toEqual({ ...NOTHING, unfinished: [] });
});

it("takes what it forgot out of the roll-ups the next time they are made", async () => {
  const sums = () =>
    data.sql<{ sum: number }>(
      `select platform, account_id is not null as own, sum(coalesce(gain, 0) + rebased)::int as sum from public.workspace_days
       where workspace_id = $1 and metric = 'views' group by 1, 2 order by 1, 2`,
      [ada.workspaceId],
    );
  const before = await sums();
  await data.db.rpc("roll_up_days");
  const after = await sums();
  // 1,000 less the days ago, and the hour: the newest number of the post that was asked for since.
  expect(before).toContainEqual({ platform: "youtube", own: false, sum: 1010 + 981 });
  expect(after).toContainEqual({ platform: "youtube", own: false, sum: 1010 });
  expect(after.slice(1)).toEqual(before.slice(1));
});

it.each([
  ["connected", undefined, true],
  ["disabled", undefined, true],
  ["needs_reconnect", ["expired", 3], true],
  ["needs_reconnect", ["expired", 31], false],
  ["needs_reconnect", ["revoked", 3], false],
  ["disconnected", undefined, false],
] as const)("of a channel that is %s %s: keeps %s", async (status, problem, kept) => {
  const account = await data.account(ada.workspaceId, "youtube", status, problem && [...problem]);
  const post = await measured("youtube", [40, 35], account);
  await youtube();
  expect(await data.snapshots(post)).toHaveLength(kept ? 2 : 0);
  expect(await data.postOf(post)).toEqual(kept ? DESCRIBED : BLANK);
});

it("says expired, in a job's results, for each number it forgot; not for other platforms", async () => {
  const jobs: string[] = [];
  for (const [platform, source] of [
    ["youtube", "youtube_data"],
    ["tiktok", "tiktok_display"],
  ] as const) {
    const post = await measured(platform, [40]);
    const job = await addJob(data.supabase, ada.workspaceId, {
      state: "ended",
      marker: "job",
      postId: post,
    });
    await data.sql(
      `update public.job_rows set status = 'succeeded', platform = $2, source = $3,
         bucket_at = (select bucket_at from public.post_metrics where post_id = $4) where job_id = $1`,
      [job, platform, source, post],
    );
    jobs.push(job);
  }
  const results = () =>
    Promise.all(
      jobs.map(async (job) => {
        const read = data.supabase.clientFor(ada).from("job_results");
        const { data: rows } = await read.select("views, likes, absent, title").eq("job_id", job);
        return rows?.[0];
      }),
    );
  const [, other] = await results();
  expect(await results()).toEqual([
    { views: 972, likes: 1, absent: {}, title: "Title" },
    { views: 972, likes: 1, absent: {}, title: "Title" },
  ]);
  await youtube();
  const [gone, same] = await results();
  expect(gone).toMatchObject({ views: null, likes: null, title: null });
  expect(new Set(Object.values(gone?.absent ?? {}))).toEqual(new Set(["expired"]));
  expect(Object.keys(gone?.absent ?? {})).toHaveLength(9);
  expect(same).toEqual(other);
});

it("goes on where it stopped, a bounded number of rows at a time, and begins anew the next night", async () => {
  const posts = [];
  for (let n = 0; n < 5; n++) posts.push(await measured("youtube", [70, 60, 50]));
  let steps = 0;
  let removed = 0;
  for (;;) {
    const step = await youtube(2);
    steps += 1;
    removed += step.youtube_unauthorised;
    if (step.unfinished.length === 0) break;
    // Two rows of each of four kinds.
    expect(step.youtube_unauthorised).toBeLessThanOrEqual(8);
  }
  expect(steps).toBeGreaterThan(5);
  // Of each post three snapshots, three payloads and the latest numbers.
  expect(removed).toBe(35);
  for (const post of posts) expect(await data.postOf(post)).toEqual(BLANK);
  expect(await youtube(2)).toMatchObject({ youtube_unauthorised: 0 });
  const later = await measured("youtube", [45]);
  while ((await youtube(2)).unfinished.length > 0);
  expect(await data.postOf(later)).toEqual(BLANK);
});
