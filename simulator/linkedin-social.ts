import type { AccountPost } from "./accounts.ts";
import { byKind } from "./graph-counts.ts";
import {
  batchOf,
  elementsPage,
  needReading,
  ownPost,
  type RestAsk,
  thereIs,
} from "./linkedin-access.ts";
import { badParameter, notFound } from "./linkedin-refusal.ts";
import { commentOf, replyNumbers, topNumbers } from "./post-comments.ts";
import { accountPostOf } from "./posts.ts";

const REACTIONS: [string, number][] = [
  ["LIKE", 0],
  ["PRAISE", 0.12],
  ["EMPATHY", 0.08],
  ["INTEREST", 0.06],
  ["APPRECIATION", 0.04],
  ["ENTERTAINMENT", 0.02],
];
const COMMENT_URN = /^urn:li:comment:\((urn:li:(?:share|ugcPost):\d+),(\d+)\)$/;

/** `/rest/socialMetadata`: comments and reactions of posts, counted. */
export function socialMetadata(ask: RestAsk): object {
  const { key, query, method } = ask;
  if (key !== null) {
    const own = ownPost(ask, key, "socialMetadata.GET");
    needReading(ask, own, "socialMetadata.GET");
    return toMetadata(ask, own);
  }
  query.only("ids");
  const ids = query.list("ids");
  if (!ids || method !== "BATCH_GET") throw badParameter("ids");
  return batchOf(ids, (urn) => {
    const own = thereIs(ask, urn);
    if (!own || !ask.token.accounts.includes(own.account)) return null;
    needReading(ask, own, "socialMetadata.BATCH_GET");
    return toMetadata(ask, own);
  });
}

/** `/rest/socialActions/{urn}/comments`: of a post, or the answers to a comment. */
export function socialActions(ask: RestAsk): object {
  const { state, key, below, query } = ask;
  if (key === null || below !== "comments") throw notFound(`socialActions/${key}`);
  query.only("start", "count");
  const [, post = key, parent] = COMMENT_URN.exec(key) ?? [];
  const own = ownPost(ask, post, "socialActions.comments.GET_ALL");
  needReading(ask, own, "socialActions.comments.GET_ALL");
  const { counts, commentsOff } = accountPostOf(state, own);
  const total = commentsOff ? 0 : counts.comments;
  const numbers = parent ? replyNumbers(Number(parent), total) : topNumbers(total);
  const { elements, paging } = elementsPage(numbers, query, 10);
  return {
    elements: elements.map((number) => toComment(ask, own, number, total)),
    paging: { ...paging, total: numbers.length },
  };
}

function toMetadata({ state }: RestAsk, own: AccountPost) {
  const { counts, commentsOff } = accountPostOf(state, own);
  const comments = commentsOff ? 0 : counts.comments;
  return {
    entity: own.apiId,
    commentsState: commentsOff ? "CLOSED" : "OPEN",
    commentSummary: { count: comments, topLevelCount: topNumbers(comments).length },
    reactionSummaries: Object.fromEntries(
      Object.entries(byKind(counts.likes, REACTIONS)).map(([reactionType, count]) => [
        reactionType,
        { reactionType, count },
      ]),
    ),
  };
}

function toComment({ state }: RestAsk, own: AccountPost, number: number, total: number) {
  const comment = commentOf(state.world, "linkedin", own.id, number);
  const actor = `urn:li:person:${comment.author.handle.replaceAll(".", "-")}`;
  const urn = (of: number) => `urn:li:comment:(${own.apiId},${of})`;
  const replies = replyNumbers(number, total).length;
  return {
    id: String(number),
    object: own.apiId,
    actor,
    message: { text: comment.text, attributes: [] },
    created: { actor, time: comment.publishedMs },
    lastModified: { actor, time: comment.publishedMs },
    likesSummary: { totalLikes: comment.likes, likedByCurrentUser: false },
    ...(comment.parent === null
      ? { commentsSummary: { aggregatedTotalComments: replies, totalFirstLevelComments: replies } }
      : { parentComment: urn(comment.parent) }),
    commentUrn: urn(number),
  };
}
