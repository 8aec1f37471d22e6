import { Hono } from "hono";
import type { Account } from "./accounts.ts";
import { answer } from "./answer.ts";
import { followersOf, threeFigures } from "./followers.ts";
import { accountPostOf, type Post } from "./posts.ts";
import type { State } from "./state.ts";
import type { Caller, YoutubeEnv } from "./youtube-access.ts";
import { youtubeError } from "./youtube-errors.ts";
import { idsOf, listed, pageOf, partsOf } from "./youtube-lists.ts";
import { isoSeconds, thumbnailsOf } from "./youtube-words.ts";

type Asked = { query: (name: string) => string | undefined; url: string };

/** `GET /channels`, and `GET /playlistItems` of a channel's uploads. */
export function channelRoutes(state: State) {
  const routes = new Hono<YoutubeEnv>();

  routes.get("/channels", ({ req, get }) => {
    if (state.settings.subscribers === "failing" && partsOf(req).includes("statistics")) {
      return answer(youtubeError(500, "backendError", "Backend Error"));
    }
    const channels = asked(state, req, get("caller"));
    if ("status" in channels) return answer(channels);
    const base = new URL(req.url).origin;
    const items = channels.map((channel) => toChannel(state, channel, partsOf(req), base));
    const totals = { totalResults: items.length, resultsPerPage: 5 };
    return listed(req, "channelListResponse", { items }, totals);
  });

  routes.get("/playlistItems", ({ req }) => {
    const playlistId = req.query("playlistId") ?? "";
    const channel = state.book.find("youtube", playlistId.replace(/^UU/, "UC"));
    if (!channel || !playlistId.startsWith("UU")) {
      return answer(
        youtubeError(404, "playlistNotFound", "The playlist cannot be found.", {
          domain: "youtube.playlistItem",
        }),
      );
    }
    const uploads = state.book.postsOf(channel, state.world.now());
    const page = pageOf(req, uploads, ({ id }) => id, { usual: 5, most: 50 });
    if ("status" in page) return answer(page);
    const base = new URL(req.url).origin;
    const items = page.items
      .map((each) => accountPostOf(state, each))
      .filter(({ state: visibility }) => visibility === "public")
      .map((post) => toPlaylistItem(post, playlistId, partsOf(req), base));
    const totals = { totalResults: uploads.length, resultsPerPage: page.items.length };
    return listed(req, "playlistItemListResponse", { ...page, items }, totals);
  });

  return routes;
}

function asked({ book }: State, req: Asked, caller: Caller) {
  const own = caller.kind === "owner" ? caller.token.accounts : [];
  const channels = book.accounts.filter(({ platform }) => platform === "youtube");
  const handle = req.query("forHandle");
  if (handle) return channels.filter((each) => each.handle === handle.replace(/^@/, ""));
  if (req.query("mine") !== "true") return channels.filter(({ id }) => idsOf(req).includes(id));
  if (caller.kind === "owner") return own;
  return youtubeError(401, "required", "Login Required.", { status: "UNAUTHENTICATED" });
}

function toChannel(state: State, channel: Account, parts: string[], base: string) {
  const posts = state.book
    .postsOf(channel, state.world.now())
    .map((post) => accountPostOf(state, post))
    .filter(({ state: visibility }) => visibility === "public");
  return {
    kind: "youtube#channel",
    etag: "simulated",
    id: channel.id,
    ...(parts.includes("snippet") && {
      snippet: {
        title: channel.name,
        description: `${channel.name} in a simulated world.`,
        customUrl: `@${channel.handle}`,
        publishedAt: isoSeconds(state.world.anchorMs - 900 * 86_400_000),
        thumbnails: thumbnailsOf(channel, base),
      },
    }),
    ...(parts.includes("contentDetails") && {
      contentDetails: {
        relatedPlaylists: { likes: "", uploads: channel.id.replace(/^UC/, "UU") },
      },
    }),
    ...(parts.includes("statistics") && {
      statistics: {
        viewCount: String(posts.reduce((sum, { counts }) => sum + counts.views, 0n)),
        ...(state.settings.subscribers !== "hidden" && {
          subscriberCount: String(threeFigures(followersOf(state.world, channel))),
        }),
        hiddenSubscriberCount: state.settings.subscribers === "hidden",
        videoCount: String(posts.length),
      },
    }),
  };
}

function toPlaylistItem(post: Post, playlistId: string, parts: string[], base: string) {
  return {
    kind: "youtube#playlistItem",
    etag: "simulated",
    id: Buffer.from(`${playlistId}.${post.id}`).toString("base64url"),
    ...(parts.includes("snippet") && {
      snippet: {
        // When it was put on the list, a little later than the video's own date.
        publishedAt: isoSeconds(post.publishedMs + 40_000),
        channelId: post.author.id,
        title: post.title,
        description: post.caption,
        thumbnails: thumbnailsOf(post, base),
        channelTitle: post.author.name,
        playlistId,
        resourceId: { kind: "youtube#video", videoId: post.id },
      },
    }),
    ...(parts.includes("contentDetails") && {
      contentDetails: { videoId: post.id, videoPublishedAt: isoSeconds(post.publishedMs) },
    }),
  };
}
