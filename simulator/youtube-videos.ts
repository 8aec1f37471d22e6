import { Hono } from "hono";
import { answer } from "./answer.ts";
import { type Post, postOf } from "./posts.ts";
import type { State } from "./state.ts";
import type { YoutubeEnv } from "./youtube-access.ts";
import { youtubeError } from "./youtube-errors.ts";
import { idsOf, listed, partsOf } from "./youtube-lists.ts";
import { channelIdOf, isoSeconds, thumbnailsOf } from "./youtube-words.ts";

const MAX_IDS = 50;

/** `GET /videos` and `GET /videos:batchGetStats`: up to 50 ids; what is not public is missing. */
export function videoRoutes(state: State) {
  const routes = new Hono<YoutubeEnv>();

  const route = (
    path: string,
    kind: string,
    write: (post: Post, parts: string[], base: string) => unknown,
  ) =>
    routes.get(path, ({ req }) => {
      const ids = idsOf(req);
      if (ids.length === 0 || ids.length > MAX_IDS) {
        return answer(youtubeError(400, "invalidValue", "Invalid value for parameter id."));
      }
      const base = new URL(req.url).origin;
      const items = ids
        .map((id) => postOf(state.world, "youtube", id))
        .filter(({ state: visibility }) => visibility === "public")
        .map((post) => write(post, partsOf(req), base));
      const totals = { totalResults: items.length, resultsPerPage: items.length };
      return listed(req, kind, { items }, totals);
    });

  route("/videos", "videoListResponse", toVideo);
  route("/:stats{videos:batchGetStats}", "batchGetStatsResponse", toStats);
  return routes;
}

function toVideo(post: Post, parts: string[], base: string) {
  const short = post.durationSeconds <= 90;
  return {
    kind: "youtube#video",
    etag: "simulated",
    id: post.id,
    ...(parts.includes("snippet") && {
      snippet: {
        publishedAt: post.odd ? "last Tuesday" : isoSeconds(post.publishedMs),
        channelId: channelIdOf(post),
        title: post.title,
        description: short ? `${post.caption} #shorts` : post.caption,
        thumbnails: thumbnailsOf(post, base),
        channelTitle: post.author.name,
        tags: post.tags,
        categoryId: "22",
        liveBroadcastContent: "none",
        defaultLanguage: "en",
      },
    }),
    ...(parts.includes("contentDetails") && {
      contentDetails: {
        duration: isoDuration(post.durationSeconds),
        dimension: "2d",
        definition: "hd",
        caption: "false",
        licensedContent: true,
      },
    }),
    ...(parts.includes("status") && {
      status: {
        uploadStatus: "processed",
        privacyStatus: "public",
        license: "youtube",
        embeddable: true,
        publicStatsViewable: true,
        madeForKids: false,
      },
    }),
    ...(parts.includes("statistics") && { statistics: { ...countsOf(post), favoriteCount: "0" } }),
  };
}

// The slim form: other names for the date and the length.
function toStats(post: Post, parts: string[]) {
  return {
    kind: "youtube#videoStats",
    etag: "simulated",
    id: post.id,
    ...(parts.includes("snippet") && { snippet: { publishTime: isoSeconds(post.publishedMs) } }),
    ...(parts.includes("statistics") && { statistics: countsOf(post) }),
    ...(parts.includes("contentDetails") && {
      contentDetails: { duration: `${post.durationSeconds}s` },
    }),
  };
}

function countsOf({ counts, likesHidden, commentsOff }: Post) {
  return {
    viewCount: String(counts.views),
    ...(!likesHidden && { likeCount: String(counts.likes) }),
    ...(!commentsOff && { commentCount: String(counts.comments) }),
  };
}

function isoDuration(total: number) {
  const [hours, minutes, rest] = [
    Math.floor(total / 3600),
    Math.floor((total % 3600) / 60),
    total % 60,
  ];
  return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${rest || total === 0 ? `${rest}S` : ""}`;
}
