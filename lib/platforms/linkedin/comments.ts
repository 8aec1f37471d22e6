import { z } from "zod";
import type { Access, AccountPost, ApiResult, Comment, CommentPage } from "../connected.ts";
import { count, moment, payloadOf, text } from "../provider-values.ts";
import { type Called, type LinkedinApi, readLinkedin } from "./call.ts";
import { notNow } from "./refusal.ts";

const PAGE_SIZE = 50;

const sum = z.object({ totalLikes: count.nullish(), aggregatedTotalLikes: count.nullish() });
const replies = z.object({
  aggregatedTotalComments: count.nullish(),
  totalFirstLevelComments: count.nullish(),
});

const socialMetadata = z.object({ commentsState: z.string() });
const commentList = z.object({ elements: z.array(z.unknown()) });
const linkedinComment = z
  .object({
    id: z.string().nullish().catch(null),
    commentUrn: z.string().nullish().catch(null),
    actor: text.nullish().catch(null),
    message: z.object({ text: text.nullish() }).nullish().catch(null),
    created: z
      .object({ time: moment.nullish().catch(null) })
      .nullish()
      .catch(null),
    likesSummary: sum.nullish().catch(null),
    commentsSummary: replies.nullish().catch(null),
    parentComment: z.string().nullish().catch(null),
  })
  .transform((comment, context) => {
    // Replies are asked for by URN, so that is the better name.
    const externalId = comment.commentUrn ?? comment.id;
    if (externalId) return { ...comment, externalId };
    context.addIssue({ code: "custom", message: "a comment without its id" });
    return z.NEVER;
  });

/** Where reading goes on: the comment whose replies come next, else the post's own comments. */
const place = z.object({
  start: z.number().int().nonnegative(),
  /** Null when all of the post's own comments were read. */
  top: z.number().int().nonnegative().nullable(),
  answered: z.array(z.string()),
});
type Place = z.output<typeof place>;

/** One page of a post's comments, or of the answers to one of them. */
export async function listComments(
  api: LinkedinApi,
  access: Access,
  post: AccountPost,
  cursor: string | null,
): Promise<ApiResult<CommentPage>> {
  if (cursor !== null) return readPage(api, access, post, place.parse(JSON.parse(cursor)), 1);
  const state = await readLinkedin(api, access, { path: ["socialMetadata", post.apiId] });
  if (state.kind === "refusal") return refusalOf(state, 1);
  const metadata = socialMetadata.safeParse(state.body).data;
  if (metadata?.commentsState === "CLOSED") return done({ state: "off" }, 1);
  return readPage(api, access, post, { start: 0, top: 0, answered: [] }, 2);
}

async function readPage(
  api: LinkedinApi,
  access: Access,
  post: AccountPost,
  { start, top, answered }: Place,
  calls: number,
): Promise<ApiResult<CommentPage>> {
  const [parent, ...others] = answered;
  const from = parent === undefined ? (top ?? 0) : start;
  const called = await readLinkedin(api, access, {
    path: ["socialActions", parent ?? post.apiId, "comments"],
    query: { start: from, count: PAGE_SIZE },
  });
  if (called.kind === "refusal") return refusalOf(called, calls);
  const list = commentList.safeParse(called.body);
  if (!list.success) {
    return { ...notNow("LinkedIn answered with something other than comments."), calls };
  }
  const { elements } = list.data;
  const comments = elements.flatMap((element) => readComment(element, parent ?? null));
  const short = elements.length < PAGE_SIZE;
  const after = from + PAGE_SIZE;
  const next: Place =
    parent === undefined
      ? { start: 0, top: short ? null : after, answered: withReplies(comments) }
      : { start: short ? 0 : after, top, answered: short ? others : answered };
  const end = next.top === null && next.answered.length === 0;
  return done({ state: "open", comments, cursor: end ? null : JSON.stringify(next) }, calls);
}

function readComment(element: unknown, parent: string | null): Comment[] {
  const read = linkedinComment.safeParse(element).data;
  if (!read) return [];
  const { likesSummary, commentsSummary, message, created } = read;
  return [
    {
      externalId: read.externalId,
      parentExternalId: read.parentComment ?? parent,
      // A URN: the name takes another permission.
      authorExternalId: read.actor ?? null,
      authorHandle: null,
      authorName: null,
      text: message?.text ?? null,
      likes: likesSummary?.totalLikes ?? likesSummary?.aggregatedTotalLikes ?? null,
      replies:
        commentsSummary?.aggregatedTotalComments ??
        commentsSummary?.totalFirstLevelComments ??
        null,
      publishedAt: created?.time ?? null,
      payload: payloadOf(element),
    },
  ];
}

function withReplies(comments: Comment[]) {
  return comments
    .filter(({ replies, externalId }) => Number(replies) > 0 && externalId.startsWith("urn:"))
    .map(({ externalId }) => externalId);
}

function refusalOf({ status, refusal }: Extract<Called, { kind: "refusal" }>, calls: number) {
  if (status !== 404) return { ...refusal, calls };
  const detail = `LinkedIn does not know this post any more. ${refusal.detail}`;
  return { kind: "failed" as const, code: "permission" as const, detail, calls };
}

function done(value: CommentPage, calls: number): ApiResult<CommentPage> {
  return { kind: "done", value, calls, usage: null, rejected: [] };
}
