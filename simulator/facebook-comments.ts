import type { AccountPost } from "./accounts.ts";
import type { Node } from "./graph-fields.ts";
import { asField, type Edge, graphTime, listEdge, need, type View } from "./graph-objects.ts";
import {
  BLOCK,
  commentOf,
  replyNumbers,
  type SimulatedComment,
  topNumbers,
} from "./post-comments.ts";
import { accountPostOf } from "./posts.ts";

const DEFAULTS = ["created_time", "from", "message", "id"];

export const commentIdOf = (own: AccountPost, number: number) =>
  `${own.id.split("_")[1]}_${1000 + number}`;

/** The comments of a post, or with `repliesTo` the answers to one of them. */
export function pageComments(view: View, own: AccountPost, repliesTo?: number): Edge {
  return (ask) => {
    need(view, "pages_read_user_content");
    const { commentsOff } = accountPostOf(view.state, own);
    const total = totalOf(view, own);
    const newestFirst = ask.params.get("order") === "reverse_chronological";
    const oldestFirst = () => {
      if (repliesTo !== undefined) return answersTo(repliesTo, total);
      if (ask.params.get("filter") !== "stream") return topNumbers(total).reverse();
      return Array.from({ length: total }, (_, number) => number);
    };
    return listEdge(view, {
      all: () => (newestFirst ? oldestFirst().reverse() : oldestFirst()),
      idOf: (number) => commentIdOf(own, number),
      nodeOf: (number) => commentNode(view, own, pageCommentOf(view, own, number)),
      usual: 25,
      most: 100,
      defaults: DEFAULTS,
      summary: () => ({
        order: newestFirst ? "reverse_chronological" : "chronological",
        total_count: repliesTo === undefined ? total : answersTo(repliesTo, total).length,
        can_comment: !commentsOff,
      }),
    })(ask);
  };
}

export const pageCommentOf = ({ state }: View, own: AccountPost, number: number) =>
  commentOf(state.world, "facebook", own.id, number);

export function commentNode(view: View, own: AccountPost, comment: SimulatedComment): Node {
  const { author, number } = comment;
  const parent = answered(comment);
  const id = commentIdOf(own, number);
  const total = totalOf(view, own);
  return {
    type: "Comment",
    fields: {
      id: () => id,
      message: () => comment.text,
      created_time: () => graphTime(comment.publishedMs),
      from: () => ({ id: author.id, name: author.name }),
      like_count: () => comment.likes,
      comment_count: () => answersTo(number, total).length,
      parent: () => (parent === null ? undefined : { id: commentIdOf(own, parent) }),
      permalink_url: () => `https://www.facebook.com/${own.id}?comment_id=${1000 + number}`,
      is_hidden: () => false,
      comments: asField(pageComments(view, own, number), `${view.origin}/${id}/comments`),
    },
  };
}

function totalOf({ state }: View, own: AccountPost) {
  const { counts, commentsOff } = accountPostOf(state, own);
  return commentsOff ? 0 : counts.comments;
}

/** Answers have answers here: of three in a row the second and third answer the first. */
function answered({ number, parent }: { number: number; parent: number | null }) {
  if (parent === null) return null;
  const place = (number - parent - 2) / 3;
  return place % 3 === 0 ? parent : number - (place % 3) * 3;
}

function answersTo(number: number, total: number) {
  const block = number - (number % BLOCK);
  return replyNumbers(block, total).filter(
    (reply) => answered({ number: reply, parent: block }) === number,
  );
}
