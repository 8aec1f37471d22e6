import { z } from "zod";
import type { AccountPost, ApiResult, Comment, CommentPage } from "../connected.ts";
import { type Caller, type Graph, type GraphAnswer, getGraph } from "../meta/graph.ts";
import { metaMoment, withoutPaging } from "../meta/meta-values.ts";
import { pageOf } from "../meta/page-of.ts";
import { spentOn } from "../meta/spent.ts";
import { troubleOf } from "../meta/trouble.ts";
import { count, payloadOf, text } from "../provider-values.ts";

const REPLY_FIELDS = "id,text,timestamp,username,from,like_count";
const FIELDS = `${REPLY_FIELDS},parent_id,hidden,replies{${REPLY_FIELDS}}`;

/** Pages of replies to one comment that are read beyond the first. */
const MAX_REPLY_PAGES = 20;

const comment = z.object({
  id: z.string().min(1),
  text: text.nullish(),
  timestamp: metaMoment.nullish().catch(null),
  username: text.nullish(),
  from: z.object({ id: z.string().nullish(), username: text.nullish() }).nullish().catch(null),
  like_count: count.nullish().catch(null),
  // Left out when nobody answered.
  replies: z.unknown().optional(),
});

/** Comments at the top of a post, newest first, each with its replies. */
export async function listMediaComments(
  graph: Graph,
  caller: Caller,
  { apiId }: AccountPost,
  cursor: string | null,
  needs: string,
): Promise<ApiResult<CommentPage>> {
  const answers: GraphAnswer[] = [];
  const get = async (path: string, query: Record<string, string>) => {
    const answer = await getGraph(graph, caller, path, query);
    answers.push(answer);
    return answer.read;
  };
  const done = (value: CommentPage): ApiResult<CommentPage> => {
    const spent = spentOn(...answers);
    return { kind: "done", value, calls: spent.calls(), usage: spent.usage(), rejected: [] };
  };
  if (cursor === null) {
    const media = await get(apiId, { fields: "id,is_comment_enabled" });
    if (media.kind === "read" && enabled.safeParse(media.body).data?.is_comment_enabled === false) {
      return done({ state: "off" });
    }
  }
  const read = await get(`${apiId}/comments`, {
    fields: FIELDS,
    limit: "50",
    ...(cursor && { after: cursor }),
  });
  if (read.kind !== "read") return troubleOf(graph, read, spentOn(...answers), needs);
  const page = pageOf(read.body);
  const comments: Comment[] = [];
  for (const item of page?.items ?? []) {
    const top = comment.safeParse(item).data;
    if (!top) continue;
    const replies = await repliesOf(get, top.id, top.replies);
    comments.push(toComment(top, item, null, replies));
    for (const reply of replies.items) {
      const found = comment.safeParse(reply).data;
      if (found) comments.push(toComment(found, reply, top.id, null));
    }
  }
  return done({ state: "open", comments, cursor: page?.cursor ?? null });
}

const enabled = z.object({ is_comment_enabled: z.boolean() });

type Replies = { items: unknown[]; whole: boolean };

// The first page comes with the comment, and is left out when nobody answered.
async function repliesOf(
  get: (path: string, query: Record<string, string>) => Promise<GraphAnswer["read"]>,
  commentId: string,
  first: unknown,
): Promise<Replies> {
  let page = pageOf(first);
  const items = page?.items ?? [];
  for (let pages = 0; page?.cursor; pages += 1) {
    if (pages === MAX_REPLY_PAGES) return { items, whole: false };
    const query = { fields: REPLY_FIELDS, limit: "50", after: page.cursor };
    const read = await get(`${commentId}/replies`, query);
    page = read.kind === "read" ? pageOf(read.body) : null;
    if (!page) return { items, whole: false };
    items.push(...page.items);
  }
  return { items, whole: true };
}

function toComment(
  found: z.output<typeof comment>,
  item: unknown,
  parentExternalId: string | null,
  replies: Replies | null,
): Comment {
  return {
    externalId: found.id,
    parentExternalId,
    authorExternalId: found.from?.id ?? null,
    authorHandle: found.username ?? found.from?.username ?? null,
    authorName: null,
    text: found.text ?? null,
    likes: found.like_count ?? null,
    replies: replies?.whole ? String(replies.items.length) : null,
    publishedAt: found.timestamp ?? null,
    payload: payloadOf(withoutPaging(item)),
  };
}
