import type { AccountPost } from "./accounts.ts";
import type { Node } from "./graph-fields.ts";
import { asField, type Edge, graphTime, listEdge, need, type View } from "./graph-objects.ts";
import { commentOf, replyNumbers, type SimulatedComment, topNumbers } from "./post-comments.ts";
import { accountPostOf } from "./posts.ts";

const DEFAULTS = ["created_time", "from", "message", "id"];

export const commentIdOf = (own: AccountPost, number: number) =>
  `${own.id.split("_")[1]}_${1000 + number}`;

/** The comments of a post, or with `repliesTo` the answers to one of them. */
export function pageComments(view: View, own: AccountPost, repliesTo?: number): Edge {
  return (ask) => {
    need(view, "pages_read_user_content");
    const total = accountPostOf(view.state, own).counts.comments;
    const newestFirst = ask.params.get("order") === "reverse_chronological";
    const oldestFirst = () => {
      if (repliesTo !== undefined) return replyNumbers(repliesTo, total);
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
        total_count: repliesTo === undefined ? total : replyNumbers(repliesTo, total).length,
        can_comment: true,
      }),
    })(ask);
  };
}

export const pageCommentOf = ({ state }: View, own: AccountPost, number: number) =>
  commentOf(state.world, "facebook", own.id, number);

export function commentNode(view: View, own: AccountPost, comment: SimulatedComment): Node {
  const { author, number, parent } = comment;
  const id = commentIdOf(own, number);
  const total = accountPostOf(view.state, own).counts.comments;
  return {
    type: "Comment",
    fields: {
      id: () => id,
      message: () => comment.text,
      created_time: () => graphTime(comment.publishedMs),
      from: () => ({ id: author.id, name: author.name }),
      like_count: () => comment.likes,
      comment_count: () => replyNumbers(number, total).length,
      parent: () => (parent === null ? undefined : { id: commentIdOf(own, parent) }),
      permalink_url: () => `https://www.facebook.com/${own.id}?comment_id=${1000 + number}`,
      is_hidden: () => false,
      comments: asField(pageComments(view, own, number), `${view.origin}/${id}/comments`),
    },
  };
}
