import type { ApiResult, ListedPost, PostPage } from "../connected.ts";
import { type Caller, type Graph, getGraph } from "./graph.ts";
import { classOf } from "./graph-error.ts";
import { pageOf } from "./page-of.ts";
import { spentOn } from "./spent.ts";
import { troubleOf } from "./trouble.ts";

export type PostEdge = {
  path: string;
  fields: string;
  limit: number;
  /** The permission that listing takes. */
  needs: string;
  /** Null for what is no post of ours, or not as documented. */
  readItem: (item: unknown) => ListedPost | null;
};

/** One page of an edge that lists posts, newest first. */
export async function listPosts(
  graph: Graph,
  caller: Caller,
  { path, fields, limit, needs, readItem }: PostEdge,
  { since, cursor }: { since: string; cursor: string | null },
): Promise<ApiResult<PostPage>> {
  const query = { fields, limit: String(limit), ...(cursor && { after: cursor }) };
  const answer = await getGraph(graph, caller, path, query);
  const spent = spentOn(answer);
  if (answer.read.kind !== "read") {
    const trouble = troubleOf(graph, answer.read, spent, needs);
    const stale =
      cursor && answer.read.kind === "error" && classOf(answer.read.error) === "request";
    // Cursors die when posts come and go: the list has to begin again.
    return stale
      ? { ...trouble, kind: "refused", code: "provider_error", afterSeconds: null }
      : trouble;
  }
  const page = pageOf(answer.read.body);
  if (!page) {
    const detail = `${graph.name} answered with something other than a list of posts.`;
    return { kind: "refused", code: "provider_error", afterSeconds: null, detail, calls: 1 };
  }
  const posts = page.items.map(readItem).filter((post) => post !== null);
  const young = posts.filter(
    ({ publishedAt }) => publishedAt === null || Date.parse(publishedAt) >= Date.parse(since),
  );
  // Newest first: behind one that is too old there is nothing to find.
  const over = young.length < posts.length;
  return {
    kind: "done",
    value: {
      posts: young,
      cursor: over ? null : page.cursor,
      unreadable: page.items.length - posts.length,
    },
    calls: 1,
    usage: answer.usage,
    rejected: [],
  };
}
