import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as depth } from "@/app/api/v1/comments/depth/[id]/route";
import { GET as tree } from "@/app/api/v1/comments/tree/[id]/route";
import { GET as viral } from "@/app/api/v1/comments/viral/[id]/route";
import { type ApiWorld, call, type Query, startApiWorld } from "../hashtags/api-world.ts";
import { chainOf, told } from "./told.ts";

type Node = { id: number; parent_id: number | null; body: string | null; children: Node[] };

let world: ApiWorld;
let posts: Map<string, number>;

beforeAll(async () => {
  world = await startApiWorld();
  posts = await world.addPosts([
    { external_id: "small", caption: "small", minutes_ago: 10 },
    { external_id: "deep", caption: "deep", minutes_ago: 10 },
  ]);
  const bodies = ["a", "b", "c", "d", "e", "f"];
  const parents = [null, "a", "b", "b", "a", null];
  const small = bodies.map((name, n) => told(name, parents[n] ?? null, { body: name }));
  await world.addComments(posts.get("small") ?? 0, small);
  await world.addComments(posts.get("deep") ?? 0, chainOf("deep", 1500));
});
afterAll(() => world.stop());

const page = async (post: string, query: Query = {}) => {
  const answer = await call(world.ada, tree, query, { params: { id: String(posts.get(post)) } });
  expect(answer.status).toBe(200);
  return answer.body;
};

/** `a(b(c d) e) f`: each with its replies. */
const drawn = (nodes: Node[]): string =>
  nodes
    .map(({ body, children }) => (children.length > 0 ? `${body}(${drawn(children)})` : body))
    .join(" ");

describe("GET /api/v1/comments/tree/:post", () => {
  it("nests replies in their comments, the older first, each with where it is from", async () => {
    const { comments, ...rest } = await page("small");
    expect(drawn(comments)).toBe("a(b(c d) e) f");
    expect(rest).toEqual({
      post_id: posts.get("small"),
      total: 6,
      skip: 0,
      limit: 500,
      count: 6,
      has_more: false,
      shape: "nested",
      above: [],
      as_of: expect.any(String),
    });
    expect(comments[0]).toMatchObject({
      id: expect.any(Number),
      parent_id: null,
      depth: 1,
      body: "a",
      upvotes: 0,
      created_at: expect.any(String),
      user_id: null,
      author: null,
      replies: 2,
      on_chain: false,
      is_orphan: false,
      is_simulated: true,
      source: "import",
      captured_at: expect.any(String),
    });
  });

  it("comes in pages that fit together again", async () => {
    const names = new Map<number, Node>();
    const top: Node[] = [];
    const take = (nodes: Node[]) => {
      for (const { children, ...node } of nodes) {
        const kept: Node = { ...node, children: [] };
        names.set(kept.id, kept);
        (names.get(kept.parent_id ?? 0)?.children ?? top).push(kept);
        take(children);
      }
    };
    const drawings: string[] = [];
    for (let skip = 0, more = true; more; skip += 2) {
      const { comments, has_more, above } = await page("small", { skip, limit: 2 });
      // Who comes in the middle is told what stands over the first one.
      drawings.push(`${above.map(({ body }: Node) => body).join(">")} | ${drawn(comments)}`);
      take(comments);
      more = has_more;
    }
    expect(drawings).toEqual([" | a(b)", "a>b | c d", "a | e f"]);
    expect(drawn(top)).toBe("a(b(c d) e) f");
  });

  it("is flat when asked, with the same comments in the same order", async () => {
    const { comments, shape } = await page("small", { shape: "flat" });
    expect(shape).toBe("flat");
    const lines = comments.map(
      ({ body, depth: at }: { body: string; depth: number }) => `${body}${at}`,
    );
    expect(lines).toEqual(["a1", "b2", "c3", "d3", "e2", "f1"]);
    expect(comments[0]).not.toHaveProperty("children");
  });

  it("is empty after its end", async () => {
    expect(await page("small", { skip: 6 })).toMatchObject({
      total: 6,
      count: 0,
      has_more: false,
      comments: [],
      above: [],
    });
  });
});

describe("a chain of 1,500 replies", () => {
  it("is answered as a tree, whole or its end", async () => {
    const whole = await page("deep", { limit: 5000 });
    let levels = 0;
    for (let node: Node | undefined = whole.comments[0]; node; node = node.children[0]) levels += 1;
    expect([levels, whole.total, whole.has_more]).toEqual([1500, 1500, false]);
    const end = await page("deep", { skip: 1499, limit: 1 });
    expect([end.comments.length, end.above.length]).toEqual([1, 1499]);
    expect(end.comments[0].parent_id).toBe(end.above[1498].id);
  });

  it("is measured and marked in full", async () => {
    const params = { id: String(posts.get("deep")) };
    expect((await call(world.ada, depth, {}, { params })).body).toMatchObject({ max_depth: 1500 });
    const { body } = await call(world.ada, viral, {}, { params });
    expect(body).toMatchObject({ longest_chain_length: 1500, total_viral_chains: 1499 });
    expect(new Set(body.longest_chain_comments).size).toBe(1500);
  });
});
