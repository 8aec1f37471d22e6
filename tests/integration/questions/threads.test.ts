import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { between, pick, random } from "./generated.ts";
import { plainThread } from "./plain-thread.ts";
import { storeComments, storePosts, type ToldComment } from "./store.ts";

const START = Date.parse("2026-11-01T00:00:00Z");

let supabase: Supabase;
let ada: TestUser;
let posts = 0;
beforeAll(async () => {
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
});
afterAll(() => supabase.stop());

async function newPost() {
  posts += 1;
  const external_id = `post${posts}`;
  const post = {
    external_id,
    platform: "instagram" as const,
    author_handle: "ada",
    caption: "",
    published_at: null,
  };
  const id = (await storePosts(supabase, ada.workspaceId, [post])).get(external_id);
  if (id === undefined) throw new Error("The post was not stored.");
  return id;
}

/** The kept thread, by the platform's ids. */
async function threadOf(post: number) {
  const [thread] = await supabase.sql(
    `select comments, replies, orphans, max_depth, depths, chains, chain_engagement::int,
       array(select c.external_id from unnest(t.ids) with ordinality as i (id, place) join public.comments as c on c.id = i.id order by place) as ids,
       array(select c.external_id from unnest(t.chain) with ordinality as i (id, place) join public.comments as c on c.id = i.id order by place) as chain
     from public.comment_threads as t where post_id = $1`,
    [post],
  );
  return thread;
}

const told = (number: number, parent: number | null, likes: number | null): ToldComment => ({
  external_id: `c${number}`,
  parent_external_id: parent === null ? null : `c${parent}`,
  likes,
  published_at: new Date(START + number * 1000).toISOString(),
});

/** A random tree; some replies name a parent that is not in it. */
function randomThread(seed: number): ToldComment[] {
  const next = random(seed);
  const size = between(next, 1, 60);
  const spread = pick(next, [1, 3, 100]);
  return Array.from({ length: size }, (_, number) => {
    const likes = next() < 0.1 ? null : pick(next, [0, 3, 9, 10, 11]);
    const isTop = number === 0 || next() < 0.2;
    const parent = isTop ? null : Math.max(0, number - between(next, 1, spread));
    return told(number, next() < 0.05 ? 1000 + number : parent, likes);
  });
}

describe("a thread", () => {
  it("is what the definition says for 150 random ones, in whatever order and pieces it comes", async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const next = random(seed + 1000);
      const comments = randomThread(seed);
      const post = await newPost();
      const shuffled = comments
        .map((comment) => ({ comment, key: next() }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ comment }) => comment);
      const size = between(next, 1, shuffled.length);
      for (let at = 0; at < shuffled.length; at += size) {
        await storeComments(supabase, ada.workspaceId, post, shuffled.slice(at, at + size));
      }
      expect({ seed, ...(await threadOf(post)) }).toEqual({ seed, ...plainThread(comments) });
    }
  }, 120_000);

  it("of 1,500 replies to each other is one chain", async () => {
    const post = await newPost();
    const comments = Array.from({ length: 1500 }, (_, number) =>
      told(number, number === 0 ? null : number - 1, 12),
    );
    await storeComments(supabase, ada.workspaceId, post, comments);
    expect(await threadOf(post)).toMatchObject({
      max_depth: 1500,
      chains: 1499,
      comments: 1500,
      replies: 1499,
    });
    const { data } = await supabase
      .clientFor(ada)
      .rpc("viral_chain", { workspace: ada.workspaceId, post });
    expect(data).toMatchObject({ longest_chain_length: 1500, viral_criteria_met: true });
  });

  it("is the same again when the same comes again, and follows likes that change", async () => {
    const post = await newPost();
    const comments = randomThread(7);
    await storeComments(supabase, ada.workspaceId, post, comments);
    const before = await threadOf(post);
    expect(await storeComments(supabase, ada.workspaceId, post, comments)).toMatchObject({
      added: 0,
      changed: 0,
    });
    expect(await threadOf(post)).toEqual(before);
    const liked = comments.map((comment) => ({ ...comment, likes: 50 }));
    await storeComments(supabase, ada.workspaceId, post, liked);
    expect(await threadOf(post)).toEqual(plainThread(liked));
    await supabase.sql("select private.rethread($1)", [post]);
    expect(await threadOf(post)).toEqual(plainThread(liked));
  });

  it("never loses likes to a platform that stops telling them", async () => {
    const post = await newPost();
    await storeComments(supabase, ada.workspaceId, post, [told(1, null, 4)]);
    await storeComments(supabase, ada.workspaceId, post, [told(1, null, null)]);
    const [row] = await supabase.sql("select likes::int from public.comments where post_id = $1", [
      post,
    ]);
    expect(row).toEqual({ likes: 4 });
  });
});

describe("comments that answer each other in a circle", () => {
  it("are refused by name, with what hangs on them; the others are stored", async () => {
    const post = await newPost();
    const answer = await storeComments(supabase, ada.workspaceId, post, [
      told(1, 2, 0),
      told(2, 3, 0),
      told(3, 1, 0),
      told(4, 3, 0),
      told(5, null, 0),
      told(6, 6, 0),
    ]);
    expect(answer.in_a_circle.toSorted()).toEqual(["c1", "c2", "c3", "c4", "c6"]);
    expect(answer.added).toBe(1);
    expect(await threadOf(post)).toMatchObject({ comments: 1, ids: ["c5"] });
  });

  it("stay without the parent that would close it when they come one after the other", async () => {
    const post = await newPost();
    await storeComments(supabase, ada.workspaceId, post, [told(1, 2, 0), told(3, 4, 0)]);
    const answer = await storeComments(supabase, ada.workspaceId, post, [
      told(2, 3, 0),
      told(4, 1, 0),
    ]);
    expect(answer.added).toBe(2);
    const thread = await threadOf(post);
    expect(thread).toMatchObject({ comments: 4, orphans: 1, max_depth: 4 });
    expect(thread?.ids).toHaveLength(4);
  });
});

describe("threads of a workspace", () => {
  it("add up to what their comments are, over everything and by chain", async () => {
    const bob = await supabase.createUser("bob");
    const all: ReturnType<typeof plainThread>[] = [];
    for (let seed = 300; seed < 330; seed++) {
      const external_id = `b${seed}`;
      const ids = await storePosts(supabase, bob.workspaceId, [
        {
          external_id,
          platform: "instagram",
          author_handle: "bob",
          caption: "",
          published_at: null,
        },
      ]);
      const comments = randomThread(seed);
      await storeComments(supabase, bob.workspaceId, ids.get(external_id) ?? 0, comments);
      all.push(plainThread(comments));
    }
    const db = supabase.clientFor(bob);
    const { data: depths } = await db.rpc("comment_depths", { workspace: bob.workspaceId });
    const levels = new Map<number, number>();
    for (const depth of all.flatMap((thread) => thread.depths))
      levels.set(depth, (levels.get(depth) ?? 0) + 1);
    const sum = (of: "comments" | "replies" | "orphans") =>
      all.reduce((total, thread) => total + thread[of], 0);
    expect(depths).toMatchObject({
      comments_per_depth: [...levels]
        .toSorted(([a], [b]) => a - b)
        .map(([depth, comments]) => ({ depth, comments })),
      max_depth: Math.max(...levels.keys()),
      total_comments: sum("comments"),
      total_replies: sum("replies"),
      orphans: sum("orphans"),
      posts: 30,
      average_replies_per_comment: Math.round((sum("replies") / sum("comments")) * 100) / 100,
    });
    const { data: chains } = await db.rpc("viral_chains", {
      workspace: bob.workspaceId,
      min_depth: 2,
      min_engagement: 30,
      take: 100,
    });
    const expected = all
      .filter(({ chain, chain_engagement }) => chain.length >= 2 && chain_engagement >= 30)
      .map(({ chain, chain_engagement, chains: number }) => [
        chain.length,
        chain_engagement,
        number,
      ])
      .toSorted(([a = 0, c = 0], [b = 0, d = 0]) => b - a || d - c);
    // safe because the function's comment says this shape
    const found = (
      chains as {
        chains: { levels: number; total_engagement: number; total_viral_chains: number }[];
      }
    ).chains;
    expect(
      found.map(({ levels: l, total_engagement: e, total_viral_chains: n }) => [l, e, n]),
    ).toEqual(expected);
    const { data: foreign } = await supabase
      .clientFor(ada)
      .rpc("comment_depths", { workspace: bob.workspaceId });
    expect(foreign).toMatchObject({ total_comments: 0, posts: 0 });
  });

  it("are read a page at a time, each with what stands over it", async () => {
    const post = await newPost();
    const comments = randomThread(42);
    await storeComments(supabase, ada.workspaceId, post, comments);
    const whole = plainThread(comments);
    const db = supabase.clientFor(ada);
    type Line = { id: number; parent_id: number | null; depth: number; upvotes: number | null };
    const read: Line[] = [];
    for (let skip = 0; skip < whole.comments; skip += 7) {
      const { data } = await db.rpc("comment_tree", {
        workspace: ada.workspaceId,
        post,
        skip,
        take: 7,
      });
      // safe because the function's comment says this shape
      const page = data as { comments: Line[]; above: Line[]; total: number };
      expect(page.total).toBe(whole.comments);
      const known = new Set([...page.above, ...page.comments].map(({ id }) => id));
      for (const { parent_id } of page.comments)
        if (parent_id !== null) expect(known).toContain(parent_id);
      read.push(...page.comments);
    }
    expect(read.map(({ depth }) => depth)).toEqual(whole.depths);
    expect(new Set(read.map(({ id }) => id)).size).toBe(whole.comments);
  });

  it("of others are not found", async () => {
    const eve = await supabase.createUser("eve");
    const post = await newPost();
    for (const name of ["comment_depth", "viral_chain", "comment_tree"] as const) {
      for (const workspace of [eve.workspaceId, ada.workspaceId]) {
        const { error } = await supabase.clientFor(eve).rpc(name, { workspace, post });
        expect(error).toMatchObject({ code: "PT404", message: `Post ${post} not found` });
      }
    }
  });
});
