import { z } from "zod";
import type { AccountPost, ApiResult, Comment, CommentPage } from "../connected.ts";
import { type Caller, type Graph, getGraph } from "../meta/graph.ts";
import { metaMoment, withoutPaging } from "../meta/meta-values.ts";
import { pageOf } from "../meta/page-of.ts";
import { spentOn } from "../meta/spent.ts";
import { troubleOf } from "../meta/trouble.ts";
import { count, payloadOf, text } from "../provider-values.ts";

const comment = z.object({
  id: z.string().min(1),
  message: text.nullish(),
  created_time: metaMoment.nullish().catch(null),
  from: z.object({ id: z.string().nullish(), name: text.nullish() }).nullish().catch(null),
  like_count: count.nullish().catch(null),
  comment_count: count.nullish().catch(null),
  parent: z.object({ id: z.string() }).nullish().catch(null),
});

const summary = z.object({ summary: z.object({ can_comment: z.boolean() }) });

/** Comments and replies in one flat list, newest first. */
export async function listPostComments(
  graph: Graph,
  caller: Caller,
  { apiId }: AccountPost,
  cursor: string | null,
): Promise<ApiResult<CommentPage>> {
  const answer = await getGraph(graph, caller, `${apiId}/comments`, {
    filter: "stream",
    order: "reverse_chronological",
    summary: "true",
    fields: "id,message,created_time,from,like_count,comment_count,parent{id},is_hidden",
    limit: "100",
    ...(cursor && { after: cursor }),
  });
  const { read } = answer;
  const spent = spentOn(answer);
  if (read.kind !== "read") return troubleOf(graph, read, spent, "pages_read_user_content");
  const off = summary.safeParse(read.body).data?.summary.can_comment === false;
  const page = pageOf(read.body);
  const comments = (page?.items ?? []).flatMap(toComment);
  return {
    kind: "done",
    value: off ? { state: "off" } : { state: "open", comments, cursor: page?.cursor ?? null },
    calls: 1,
    usage: spent.usage(),
    rejected: [],
  };
}

function toComment(item: unknown): Comment[] {
  const found = comment.safeParse(item).data;
  if (!found) return [];
  return [
    {
      externalId: found.id,
      parentExternalId: found.parent?.id ?? null,
      authorExternalId: found.from?.id ?? null,
      authorHandle: null,
      authorName: found.from?.name ?? null,
      text: found.message ?? null,
      likes: found.like_count ?? null,
      replies: found.comment_count ?? null,
      publishedAt: found.created_time ?? null,
      payload: payloadOf(withoutPaging(item)),
    },
  ];
}
