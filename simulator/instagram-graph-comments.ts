import type { AccountPost } from "./accounts.ts";
import type { Node } from "./graph-fields.ts";
import {
  asField,
  type Edge,
  type GraphObject,
  graphTime,
  listEdge,
  need,
  type View,
} from "./graph-objects.ts";
import { MEDIA_SCOPES } from "./instagram-graph-scopes.ts";
import { commentOf, replyNumbers, type SimulatedComment, topNumbers } from "./post-comments.ts";
import { accountPostOf } from "./posts.ts";

const COMMENT_ID = /^18(\d{14})(\d{5})$/;

const commentIdOf = (own: AccountPost, number: number) =>
  `18${own.apiId.slice(3)}${String(number).padStart(5, "0")}`;

/** The media and the place of a comment. */
export function readCommentId(id: string) {
  const [, media, number] = COMMENT_ID.exec(id) ?? [];
  return media ? { mediaId: `179${media}`, number: Number(number) } : null;
}

/** Comments at the top of a media, newest first; or the replies to one. */
export function mediaComments(view: View, own: AccountPost, repliesTo?: number): Edge {
  return (ask) => {
    need(view, MEDIA_SCOPES[view.host].comments);
    const post = accountPostOf(view.state, own);
    const total = post.commentsOff ? 0 : post.counts.comments;
    return listEdge(view, {
      all: () => (repliesTo === undefined ? topNumbers(total) : replyNumbers(repliesTo, total)),
      idOf: (number) => commentIdOf(own, number),
      nodeOf: (number) =>
        commentNode(view, own, commentOf(view.state.world, "instagram", own.id, number)),
      usual: 25,
      most: 50,
      defaults: ["timestamp", "text", "id"],
    })(ask);
  };
}

export function mediaComment(view: View, own: AccountPost, number: number): GraphObject {
  need(view, MEDIA_SCOPES[view.host].comments);
  return {
    owner: own.account,
    node: commentNode(view, own, commentOf(view.state.world, "instagram", own.id, number)),
    edges: { replies: mediaComments(view, own, number) },
  };
}

function commentNode(view: View, own: AccountPost, comment: SimulatedComment): Node {
  const id = commentIdOf(own, comment.number);
  const { author, parent } = comment;
  return {
    type: "IGComment",
    fields: {
      id: () => id,
      text: () => comment.text,
      timestamp: () => graphTime(comment.publishedMs),
      username: () => author.handle,
      from: () => ({ id: author.id, username: author.handle }),
      like_count: () => comment.likes,
      parent_id: () => (parent === null ? undefined : commentIdOf(own, parent)),
      hidden: () => false,
      media: () => ({ id: own.apiId }),
      replies: (field) => {
        const list = mediaComments(view, own, comment.number);
        const read = asField(list, `${view.origin}/${id}/replies`)(field);
        // Left out when nobody answered.
        return "data" in read && Array.isArray(read.data) && read.data.length > 0
          ? read
          : undefined;
      },
    },
  };
}
