import { Hono } from "hono";
import { answer, type Said } from "./answer.ts";
import { commentOf, replyNumbers, type SimulatedComment, topNumbers } from "./post-comments.ts";
import { type Post, postOf } from "./posts.ts";
import type { State } from "./state.ts";
import type { YoutubeEnv } from "./youtube-access.ts";
import { youtubeError } from "./youtube-errors.ts";
import { listed, pageOf } from "./youtube-lists.ts";
import { isoSeconds } from "./youtube-words.ts";

const PAGE = { usual: 20, most: 100 };
/** Replies that come with their thread. The others need a request of their own. */
const INLINED = 5;

/** `GET /commentThreads` of a video, `GET /comments` of a thread. */
export function commentRoutes(state: State) {
  const routes = new Hono<YoutubeEnv>();
  const write = (post: Post, number: number) =>
    toComment(post, commentOf(state.world, "youtube", post.id, number));

  routes.get("/commentThreads", ({ req }) => {
    const post = openPost(state, req.query("videoId") ?? "");
    if ("status" in post) return answer(post);
    const total = post.counts.comments;
    const page = pageOf(req, topNumbers(total), String, PAGE);
    if ("status" in page) return answer(page);
    const items = page.items.map((number) => {
      const replies = replyNumbers(number, total);
      return {
        kind: "youtube#commentThread",
        etag: "simulated",
        id: threadId(post, number),
        snippet: {
          channelId: post.author.id,
          videoId: post.id,
          topLevelComment: write(post, number),
          canReply: true,
          totalReplyCount: replies.length,
          isPublic: true,
        },
        ...(replies.length > 0 && {
          replies: { comments: replies.slice(-INLINED).map((each) => write(post, each)) },
        }),
      };
    });
    const totals = { totalResults: items.length, resultsPerPage: items.length };
    return listed(req, "commentThreadListResponse", { ...page, items }, totals);
  });

  routes.get("/comments", ({ req }) => {
    const parent = /^Ugz(.+?)AaABAg$/.exec(req.query("parentId") ?? "")?.[1] ?? "";
    const [, id = "", number = ""] =
      /^([\w-]{11}):(\d+)$/.exec(Buffer.from(parent, "base64url").toString()) ?? [];
    const post = openPost(state, id);
    if ("status" in post) return answer(post);
    const replies = replyNumbers(Number(number), post.counts.comments);
    const page = pageOf(req, replies, String, PAGE);
    if ("status" in page) return answer(page);
    const items = page.items.map((each) => write(post, each));
    const totals = { totalResults: replies.length, resultsPerPage: items.length };
    return listed(req, "commentListResponse", { ...page, items }, totals);
  });

  return routes;
}

// The post whose comments can be read, or why they cannot.
function openPost({ world }: State, id: string): Post | Said {
  const domain = "youtube.commentThread";
  const post = id ? postOf(world, "youtube", id) : null;
  if (post?.state !== "public") {
    const message = "The video identified by the videoId parameter could not be found.";
    return youtubeError(404, "videoNotFound", message, { domain });
  }
  if (!post.commentsOff) return post;
  const message = `The video identified by the <code>videoId</code> parameter has disabled comments.`;
  return youtubeError(403, "commentsDisabled", message, { domain });
}

function threadId(post: Post, number: number) {
  return `Ugz${Buffer.from(`${post.id}:${number}`).toString("base64url")}AaABAg`;
}

function toComment(post: Post, comment: SimulatedComment) {
  const { number, parent, author, text, likes, publishedMs } = comment;
  const written = isoSeconds(publishedMs);
  return {
    kind: "youtube#comment",
    etag: "simulated",
    id: parent === null ? threadId(post, number) : `${threadId(post, parent)}.${number}`,
    snippet: {
      channelId: post.author.id,
      videoId: post.id,
      textDisplay: text,
      textOriginal: text,
      ...(parent !== null && { parentId: threadId(post, parent) }),
      authorDisplayName: `@${author.handle}`,
      authorProfileImageUrl: "",
      authorChannelUrl: `http://www.youtube.com/@${author.handle}`,
      authorChannelId: { value: `UC${author.id.padStart(22, "0")}` },
      canRate: true,
      viewerRating: "none",
      // A number here, though all counts of videos are texts.
      likeCount: likes,
      publishedAt: written,
      updatedAt: written,
    },
  };
}
