import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { withFaults } from "./fault-answers.ts";
import { trimToFields } from "./field-mask.ts";
import { pacificDay } from "./pacific-day.ts";
import { type Post, postOf } from "./posts.ts";
import type { State } from "./state.ts";
import { invalidKey, youtubeError, youtubeWording } from "./youtube-errors.ts";

const MAX_IDS = 50;

/** The YouTube Data API v3: `GET /videos`. Each request costs a unit of its key's day, failed ones too. */
export function youtubeRoutes(state: State) {
  const spent = new Map<string, number>();
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.use(withFaults(state, "youtube", youtubeWording));

  routes.get("/videos", (context) => {
    const key = context.req.header("x-goog-api-key") ?? context.req.query("key");
    if (!key) {
      return answer(youtubeError(403, "forbidden", "The request is missing a valid API key."));
    }
    if (key.startsWith("invalid")) return answer(invalidKey);
    const budget = `${key} ${pacificDay(state.world.now())}`;
    const units = (spent.get(budget) ?? 0) + 1;
    spent.set(budget, units);
    if (units > state.settings.youtubeDailyQuota) return answer(youtubeWording("quota"));

    const ids = [...new Set((context.req.query("id") ?? "").split(",").filter(Boolean))];
    if (ids.length === 0 || ids.length > MAX_IDS) {
      return answer(youtubeError(400, "invalidValue", "Invalid value for parameter id."));
    }
    const parts = (context.req.query("part") ?? "").split(",");
    const base = new URL(context.req.url).origin;
    const items = ids
      .map((id) => postOf(state.world, "youtube", id))
      .filter(({ state: visibility }) => visibility === "public")
      .map((post) => toVideo(post, parts, base));
    const list = {
      kind: "youtube#videoListResponse",
      etag: "simulated",
      items,
      pageInfo: { totalResults: items.length, resultsPerPage: items.length },
    };
    return answer({ status: 200, body: trimToFields(list, context.req.query("fields")) });
  });

  return routes;
}

function answer({ status, body }: { status: number; body: unknown }) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json" },
  });
}

function toVideo(post: Post, parts: string[], base: string) {
  const thumbnail = `${base}/thumb/youtube/${post.id}.svg`;
  const short = post.durationSeconds <= 90;
  return {
    kind: "youtube#video",
    etag: "simulated",
    id: post.id,
    ...(parts.includes("snippet") && {
      snippet: {
        publishedAt: post.odd ? "last Tuesday" : isoSeconds(post.publishedMs),
        channelId: `UC${post.author.id.padStart(22, "0")}`,
        title: post.title,
        description: short ? `${post.caption} #shorts` : post.caption,
        thumbnails: {
          default: { url: thumbnail, width: 120, height: 90 },
          high: { url: thumbnail, width: 480, height: 360 },
        },
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
    ...(parts.includes("statistics") && {
      statistics: {
        viewCount: String(post.counts.views),
        ...(!post.likesHidden && { likeCount: String(post.counts.likes) }),
        favoriteCount: "0",
        ...(!post.commentsOff && { commentCount: String(post.counts.comments) }),
      },
    }),
  };
}

function isoSeconds(ms: number) {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
}

function isoDuration(total: number) {
  const [hours, minutes, rest] = [
    Math.floor(total / 3600),
    Math.floor((total % 3600) / 60),
    total % 60,
  ];
  return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${rest || total === 0 ? `${rest}S` : ""}`;
}
