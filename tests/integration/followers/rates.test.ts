import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as csv } from "@/app/api/v1/posts/export.csv/route";
import { GET as listPosts } from "@/app/api/v1/posts/route";
import { GET as bestTimes } from "@/app/api/v1/reports/best-times/route";
import { GET as topPosts } from "@/app/api/v1/reports/top-posts/route";
import type { TestUser } from "../../support/supabase.ts";
import { type Caller, callerOf, startPostsWorld } from "../posts/world.ts";
import { type Basis, type KnownPost, type Observation, plainRate } from "./plain-rates.ts";

const BASES: Basis[] = ["impressions", "views", "reach", "followers"];
const OBSERVED: Observation[] = [
  { hours: 90, followers: 800 },
  { hours: 30, followers: 1000 },
  { hours: 5, followers: 1200 },
];
const all = { likes: 30, comments: 6, shares: 3, saves: 1 };
const POSTS: KnownPost[] = [
  {
    name: "whole",
    measured: 2,
    isConnected: true,
    impressions: 900,
    reach: 500,
    views: 700,
    ...all,
  },
  { name: "no reach", measured: 20, isConnected: true, views: 333, ...all },
  { name: "only reach", measured: 20, isConnected: true, reach: 77, likes: 5 },
  { name: "exactly then", measured: 30, isConnected: true, views: 1, likes: 1 },
  { name: "before any count", measured: 95, isConnected: true, views: 40, likes: 4 },
  { name: "not connected", measured: 1, views: 60, likes: 7, comments: 2 },
  {
    name: "nobody yet",
    measured: 1,
    isConnected: true,
    impressions: 0,
    reach: 0,
    views: 0,
    likes: 0,
  },
  { name: "shown to nobody, viewed", measured: 1, impressions: 0, views: 9, likes: 3 },
  { name: "silent", measured: 3, isConnected: true, reach: 10, views: 10 },
  { name: "never measured", isConnected: true },
];

let world: Awaited<ReturnType<typeof startPostsWorld>>;
let ada: TestUser;
let call: Caller;

beforeAll(async () => {
  world = await startPostsWorld();
  ada = await world.supabase.createUser("ada");
  call = callerOf(ada);
  const { sql } = world.supabase;
  const account = await world.addAccount(ada.workspaceId);
  for (const { hours, followers } of OBSERVED) {
    await sql(
      `insert into public.follower_counts (workspace_id, account_id, measured_at, followers, source, is_simulated)
       values ($1, $2, date_trunc('hour', now()) - make_interval(hours => $3), $4, 'youtube_data', false)`,
      [ada.workspaceId, account, hours, followers],
    );
  }
  for (const { name, measured, isConnected, ...counts } of POSTS) {
    const post = await world.addPost(ada.workspaceId, {
      externalId: name,
      published: 100,
      ...(isConnected && { account }),
    });
    if (measured === undefined) continue;
    await sql(
      `insert into public.post_latest (workspace_id, post_id, bucket_at, captured_at, source, definition, is_simulated,
         impressions, reach, views, likes, comments, shares, saves, absent)
       select $1, $2, at, at, 'youtube_data', 'youtube_data.2026-08-27', false, c.impressions, c.reach, c.views, c.likes,
         c.comments, c.shares, c.saves, '{"reach": "not_offered"}'
       from (select date_trunc('hour', now()) - make_interval(hours => $3) as at) as moment,
         jsonb_to_record(($4::text)::jsonb) as c (impressions bigint, reach bigint, views bigint, likes bigint,
           comments bigint, shares bigint, saves bigint)`,
      [ada.workspaceId, post, measured, JSON.stringify(counts)],
    );
  }
});
afterAll(() => world.stop());

async function choose(basis: Basis) {
  const { error } = await world.supabase
    .clientFor(ada)
    .from("workspaces")
    .update({ rate_basis: basis })
    .eq("id", ada.workspaceId);
  expect(error).toBeNull();
}
const json = async (handler: Parameters<Caller>[0], query: string) =>
  (await call(handler, { query })).json();
const expected = (basis: Basis) =>
  POSTS.map((post) => ({ ...post, ...plainRate(post, basis, OBSERVED) }));

describe.each(BASES)("rates by %s", (basis) => {
  beforeAll(() => choose(basis));

  it("are what arithmetic says at once, or say what is missing", async () => {
    const { items } = await json(listPosts, "sort=title&order=asc");
    const listed = items.map((item: Record<string, unknown>) => ({
      name: item.external_id,
      rate: item.engagement_rate,
      basis: item.engagement_rate_of,
      reason: item.no_rate_because,
    }));
    const wanted = expected(basis).map(({ name, rate, basis, reason }) => ({
      name,
      rate,
      basis,
      reason,
    }));
    expect(listed).toEqual(wanted.toSorted((one, other) => (one.name < other.name ? -1 : 1)));
  });

  it("order the list and the best posts, those without a rate last or not at all", async () => {
    const ranked = expected(basis)
      .filter(({ rate }) => rate !== null)
      .toSorted((one, other) => Number(other.rate) - Number(one.rate))
      .map(({ rate }) => rate);
    const { items } = await json(listPosts, "sort=engagement_rate");
    const rates = items.map((item: { engagement_rate: number | null }) => item.engagement_rate);
    expect(rates).toEqual([...ranked, ...Array(POSTS.length - ranked.length).fill(null)]);

    const top = await json(topPosts, "by=engagement_rate&days=30&limit=100");
    expect(top.rate_basis).toBe(basis);
    expect(top.posts.map((post: { engagement_rate: number }) => post.engagement_rate)).toEqual(
      ranked,
    );
    expect(top.unrated_posts).toBe(POSTS.length - 1 - ranked.length);
  });

  it("stand in the file with what they are divided by", async () => {
    const answer = await call(csv, { query: "sort=title&order=asc" });
    const [head = "", ...lines] = (await answer.text()).replace("\ufeff", "").trim().split("\r\n");
    const [name, rate, of, because] = [
      "external_id",
      "engagement_rate",
      "engagement_rate_of",
      "no_rate_because",
    ].map((key) => head.split(",").indexOf(key));
    // Titles hold a comma here and there: counted from the end, cells line up.
    for (const post of expected(basis)) {
      const line = lines.find(
        (each) => each.includes(`,${post.name},`) || each.includes(`"${post.name}"`),
      );
      const cells = line?.replaceAll(/"[^"]*"/g, (text) => text.replaceAll(",", ";")).split(",");
      const [told, by, why] = [rate, of, because].map((at) => cells?.[at ?? -1]);
      expect([name !== -1, told === "" ? null : Number(told), by || null, why || null]).toEqual([
        true,
        post.rate,
        post.basis,
        post.reason,
      ]);
    }
  });

  it("make the median of the best times, of posts whose likes and comments are told", async () => {
    const times = await json(bestTimes, "measure=engagement_rate&days=30");
    const whole = expected(basis).filter(
      ({ rate, likes, comments }) => rate !== null && likes !== undefined && comments !== undefined,
    );
    expect(times).toMatchObject({ rate_basis: basis, measured: whole.length });
    const sorted = whole.map(({ rate }) => Number(rate)).toSorted((one, other) => one - other);
    const middle =
      (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) +
      (sorted[Math.floor(sorted.length / 2)] ?? 0);
    if (sorted.length > 0) expect(times.median).toBeCloseTo(middle / 2, 5);
  });
});

it("the view divides as private.rate_base does", async () => {
  const { sql } = world.supabase;
  for (const basis of BASES) {
    await choose(basis);
    const misfits = await sql(
      `select from public.post_list as p join public.post_latest as l on l.post_id = p.id
       where (p.engagement_rate is not null) <> (private.rate_base($1::public.rate_basis, l.views, l.reach, l.impressions, l.followers) > 0) is true`,
      [basis],
    );
    expect(misfits).toEqual([]);
  }
});

it("a count that is told later changes no rate of before it, however often the latest numbers are made again", async () => {
  const { sql } = world.supabase;
  const bo = await world.supabase.createUser("bo");
  const account = await world.addAccount(bo.workspaceId);
  const told = (hours: number, followers: number) =>
    sql(
      `insert into public.follower_counts (workspace_id, account_id, measured_at, followers, source, is_simulated)
       values ($1, $2, now() - make_interval(hours => $3), $4, 'youtube_data', false)`,
      [bo.workspaceId, account, hours, followers],
    );
  await told(9, 500);
  const snapshots = [{ ago: 3, views: 90, likes: 5 }];
  await world.addPost(bo.workspaceId, { externalId: "one", account, snapshots });
  await told(1, 900);
  await sql("update public.workspaces set rate_basis = 'followers' where id = $1", [
    bo.workspaceId,
  ]);
  const rate = async () => {
    const { items } = await (await callerOf(bo)(listPosts)).json();
    return items.map((item: { engagement_rate: number }) => item.engagement_rate);
  };
  expect(await rate()).toEqual([0.01]);
  await sql("select private.rebuild_post_latest($1)", [bo.workspaceId]);
  expect(await rate()).toEqual([0.01]);
});

it("strangers see neither posts nor rates", async () => {
  const eve = callerOf(await world.supabase.createUser("eve"));
  expect((await (await eve(listPosts)).json()).items).toEqual([]);
});
