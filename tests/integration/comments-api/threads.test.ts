import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as depth } from "@/app/api/v1/comments/depth/[id]/route";
import { GET as analysis } from "@/app/api/v1/comments/depth-analysis/route";
import { GET as tree } from "@/app/api/v1/comments/tree/[id]/route";
import { GET as viral } from "@/app/api/v1/comments/viral/[id]/route";
import { GET as chains } from "@/app/api/v1/comments/viral-chains/route";
import {
  type ApiWorld,
  call,
  type Query,
  sentenceOf,
  startApiWorld,
} from "../hashtags/api-world.ts";
import { chainOf, told } from "./told.ts";

const DAY = 1440;

let world: ApiWorld;
let posts: Map<string, number>;
const id = (name: string) => posts.get(name) ?? 0;

beforeAll(async () => {
  world = await startApiWorld();
  posts = await world.addPosts([
    { external_id: "small", caption: "A small one", minutes_ago: 10, author_handle: "keiko" },
    { external_id: "chain", caption: "A chain", minutes_ago: 10, platform: "tiktok" },
    { external_id: "old", caption: "An old one", minutes_ago: 30 * DAY },
    { external_id: "silent", caption: "Nobody said a word", minutes_ago: 10 },
  ]);
  // Depths 1 2 3 2 1 1: a with two replies, one of which has one; an orphan; one alone.
  await world.addComments(id("small"), [
    told("a", null, { likes: 10, body: "first", author_handle: "ann" }),
    told("b", "a", { likes: 3 }),
    told("c", "b", { likes: null }),
    told("d", "a", { likes: 12, author_handle: "dee" }),
    told("lost", "never read"),
    told("e", null),
  ]);
  await world.addComments(id("chain"), chainOf("long", 5));
  await world.addComments(id("old"), chainOf("old", 3));
});
afterAll(() => world.stop());

const of = (handler: typeof depth, name: string, query: Query = {}) =>
  call(world.ada, handler, query, { params: { id: String(id(name)) } });

it("GET /api/v1/comments/depth/:post says how deep its thread goes", async () => {
  const { status, body } = await of(depth, "small");
  expect([status, body]).toEqual([
    200,
    {
      post_id: id("small"),
      max_depth: 3,
      total_comments: 6,
      total_replies: 3,
      average_replies_per_comment: 0.5,
      replies_without_parent: 1,
      as_of: expect.any(String),
    },
  ]);
  expect((await of(depth, "silent")).body).toMatchObject({
    max_depth: 0,
    total_comments: 0,
    average_replies_per_comment: 0,
  });
});

it("GET /api/v1/comments/depth-analysis adds all threads up, by platform and period too", async () => {
  const all = await call(world.ada, analysis);
  expect(all.body).toEqual({
    comments_per_depth: [
      { depth: 1, comments: 5 },
      { depth: 2, comments: 4 },
      { depth: 3, comments: 3 },
      { depth: 4, comments: 1 },
      { depth: 5, comments: 1 },
    ],
    max_depth: 5,
    total_comments: 14,
    total_replies: 9,
    average_replies_per_comment: 0.64,
    posts: 3,
    orphans: 1,
    as_of: expect.any(String),
  });
  const narrowed = async (query: Query) => (await call(world.ada, analysis, query)).body;
  expect(await narrowed({ platform: "tiktok" })).toMatchObject({ posts: 1, max_depth: 5 });
  expect(await narrowed({ days: 7 })).toMatchObject({ posts: 2, total_comments: 11 });
  expect(
    await narrowed({ until: new Date(Date.now() - DAY * 60_000).toISOString() }),
  ).toMatchObject({
    posts: 1,
    total_comments: 3,
  });
  expect((await call(world.bob, analysis)).body).toMatchObject({
    comments_per_depth: [],
    max_depth: 0,
    average_replies_per_comment: 0,
  });
});

it("GET /api/v1/comments/viral/:post tells its longest chain, as ids and as comments", async () => {
  const { body } = await of(viral, "small");
  expect(body).toMatchObject({
    post_id: id("small"),
    longest_chain_length: 2,
    total_viral_chains: 1,
    viral_criteria_met: true,
    criteria: { min_replies: 3, min_upvotes: 10 },
    longest_chain: [
      { body: "first", likes: 10, author: "ann", replies: 2 },
      { body: null, likes: 12, author: "dee", replies: 0 },
    ],
  });
  expect(body.longest_chain_comments).toEqual(
    body.longest_chain.map((each: { id: number }) => each.id),
  );
  expect((await of(viral, "silent")).body).toMatchObject({
    longest_chain_length: 0,
    longest_chain_comments: [],
    longest_chain: [],
    viral_criteria_met: false,
  });
});

describe("GET /api/v1/comments/viral-chains", () => {
  const found = async (query: Query) => (await call(world.ada, chains, query)).body;
  const levels = async (query: Query) =>
    (await found(query)).chains.map((each: { levels: number }) => each.levels);

  it("ranks the longest chain of each post", async () => {
    const body = await found({ min_engagement: 0 });
    expect(body).toMatchObject({
      total_count: 2,
      skip: 0,
      limit: 20,
      has_more: false,
      min_depth: 3,
    });
    expect(body.chains[0]).toEqual({
      post_id: id("chain"),
      platform: "tiktok",
      title: "A chain",
      author: "keiko",
      url: "https://example.com/chain",
      levels: 5,
      total_engagement: 54,
      total_viral_chains: 4,
      comments: 5,
      first: { id: expect.any(Number), body: null, author: null, likes: 10, is_simulated: true },
    });
  });

  it.each([
    [{}, [5]],
    [{ min_engagement: 54 }, [5]],
    [{ min_engagement: 55 }, []],
    [{ min_depth: 2, min_engagement: 0 }, [5, 3, 2]],
    [{ min_depth: 2, min_engagement: 0, skip: 1, limit: 1 }, [3]],
    [{ min_depth: 2, min_engagement: 0, platform: "instagram" }, [3, 2]],
    [{ min_depth: 2, min_engagement: 0, days: 7 }, [5, 2]],
  ] as [Query, number[]][])("narrowed by %o", async (query, expected) => {
    expect(await levels(query)).toEqual(expected);
  });

  it("says whether there are more", async () => {
    const page = { min_depth: 2, min_engagement: 0, limit: 2 };
    expect(await found(page)).toMatchObject({ total_count: 3, has_more: true });
    expect(await found({ ...page, skip: 2 })).toMatchObject({ total_count: 3, has_more: false });
  });
});

describe("what is not right is refused with one sentence", () => {
  it.each([
    [chains, { min_depth: 1 }, "min_depth: found 1, expected a whole number, 2 to 100000."],
    [
      chains,
      { min_engagement: -1 },
      "min_engagement: found -1, expected a whole number, 0 or more.",
    ],
    [chains, { limit: 101 }, "limit: found 101, expected a whole number, 1 to 100."],
    [chains, { skip: -1 }, "skip: found -1, expected a whole number, 0 to 1000000."],
    [
      analysis,
      { platform: "x" },
      "platform: found x, expected youtube, tiktok, instagram, facebook, linkedin.",
    ],
    [
      analysis,
      { until: "soon" },
      "until: found soon, expected a time such as 2026-11-18T14:05:00Z, or a day such as 2026-11-18.",
    ],
    [tree, { limit: 5001 }, "limit: found 5001, expected a whole number, 1 to 5000."],
    [tree, { limit: 0 }, "limit: found 0, expected a whole number, 1 to 5000."],
    [tree, { shape: "round" }, "shape: found round, expected nested, flat."],
  ] as const)("%o %o", async (handler, query, sentence) => {
    const answer = await call(world.ada, handler, query, { params: { id: "1" } });
    expect(sentenceOf(answer)).toEqual([422, sentence]);
  });

  it.each([
    [0, "id: found 0, expected a whole number, 1 or more."],
    ["abc", "id: found abc, expected a whole number, 1 or more."],
    ["99999999999999999999", "id: found 99999999999999999999, expected a whole number, 1 or more."],
  ])("a post %s", async (post, sentence) => {
    for (const handler of [depth, viral, tree]) {
      const answer = await call(world.ada, handler, {}, { params: { id: String(post) } });
      expect(sentenceOf(answer)).toEqual([422, sentence]);
    }
  });
});

describe("a post", () => {
  it.each([
    ["depth", depth],
    ["viral", viral],
    ["tree", tree],
  ])("that is not there, or in another's workspace, has no %s", async (_, handler) => {
    const nowhere = await call(world.ada, handler, {}, { params: { id: "987654" } });
    expect(sentenceOf(nowhere)).toEqual([404, "Post 987654 not found"]);
    const params = { id: String(id("small")) };
    const strange = await call(world.bob, handler, {}, { params });
    expect(sentenceOf(strange)).toEqual([404, `Post ${id("small")} not found`]);
    const { workspaceId: workspace } = world.ada;
    const named = await call(world.bob, handler, {}, { params, workspace });
    expect(sentenceOf(named)).toEqual([404, `Post ${id("small")} not found`]);
    const forged = { ...world.ada, accessToken: `${world.ada.accessToken.slice(0, -8)}AAAAAAAA` };
    const refused = await call(forged, handler, {}, { params, workspace });
    expect([refused.status, refused.body.error.code]).toEqual([401, "unauthenticated"]);
  });

  it.each([
    ["depth", depth],
    ["viral", viral],
    ["tree", tree],
  ])("shows viewers its %s", async (_, handler) => {
    const params = { id: String(id("small")) };
    const { workspaceId: workspace } = world.ada;
    const { as_of, ...mine } = (await call(world.ada, handler, {}, { params })).body;
    const theirs = await call(world.vera, handler, {}, { params, workspace });
    expect(as_of).toEqual(expect.any(String));
    expect(theirs.body).toMatchObject(mine);
  });
});
