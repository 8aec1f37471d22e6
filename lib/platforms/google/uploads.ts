import { z } from "zod";
import type { Access, ApiResult, ListedPost, PostPage } from "../connected.ts";
import type { Refusal } from "../oauth/refused-login.ts";
import { moment, oddity, text } from "../provider-values.ts";
import type { GoogleCaller, Got } from "./caller.ts";
import { saysShort, thumbnails, widestThumbnail } from "./snippet.ts";

const playlist = z.object({
  items: z.array(z.unknown()).default([]),
  nextPageToken: z.string().min(1).nullish(),
});

const upload = z.object({
  snippet: z.object({
    title: text.default(""),
    description: text.default(""),
    channelTitle: text.nullish(),
    thumbnails,
  }),
  contentDetails: z.object({
    videoId: z.string().min(1),
    // Not when it was put on the list. Private videos and those still to come have none.
    videoPublishedAt: z.unknown(),
  }),
});

const channels = z.object({
  items: z
    .array(
      z.object({ contentDetails: z.object({ relatedPlaylists: z.object({ uploads: text }) }) }),
    )
    .default([]),
});

/** One page of a channel's uploads, newest first: one unit for 50 of them, where a search would cost a hundredth of the day. */
export async function listUploads(
  youtube: string,
  caller: GoogleCaller,
  { accountExternalId }: Access,
  { since, cursor }: { since: string; cursor: string | null },
): Promise<ApiResult<PostPage>> {
  const page = (playlistId: string) =>
    caller.get(`${youtube}/playlistItems`, {
      part: "snippet,contentDetails",
      playlistId,
      maxResults: "50",
      ...(cursor && { pageToken: cursor }),
    });

  // The uploads of channel UCx are the playlist UUx, which spares a call each time.
  const derived = accountExternalId.replace(/^UC/, "UU");
  let got = await page(derived);
  if (isGone(got)) {
    const named = await uploadsOf(youtube, caller, accountExternalId);
    if (typeof named === "object") return named;
    // A channel that has never published has no such playlist.
    if (named === derived) return caller.done({ posts: [], cursor: null });
    got = await page(named);
  }
  if (got.kind === "refused") return listRefusal(got.refusal);
  const read = playlist.safeParse(got.body);
  if (!read.success) return caller.unreadable(`a list of uploads (${oddity(read.error)})`);

  const posts = read.data.items.flatMap(toPost);
  const isSince = ({ publishedAt }: ListedPost) =>
    Date.parse(publishedAt ?? since) >= Date.parse(since);
  const oldest = posts.at(-1);
  return caller.done({
    posts: posts.filter(isSince),
    cursor: oldest && !isSince(oldest) ? null : (read.data.nextPageToken ?? null),
    unreadable: read.data.items.length - posts.length,
  });
}

/** A list spends the general quota. Measuring has its own: no budget is closed, what is known goes on. */
function listRefusal(refusal: Refusal): Refusal {
  if (refusal.kind !== "refused" || refusal.code !== "quota") return refusal;
  return { kind: "failed", code: "quota", detail: refusal.detail, calls: refusal.calls };
}

async function uploadsOf(youtube: string, caller: GoogleCaller, channelId: string) {
  const got = await caller.get(`${youtube}/channels`, { part: "contentDetails", id: channelId });
  if (got.kind === "refused") return got.refusal;
  const read = channels.safeParse(got.body);
  if (!read.success) return caller.unreadable(`a channel (${oddity(read.error)})`);
  const [channel] = read.data.items;
  return channel?.contentDetails.relatedPlaylists.uploads ?? gone(caller);
}

function gone(caller: GoogleCaller) {
  return {
    kind: "failed" as const,
    code: "permission" as const,
    detail: "YouTube knows no such channel any more.",
    calls: caller.calls(),
  };
}

function toPost(item: unknown): ListedPost[] {
  const { data } = upload.safeParse(item);
  if (!data?.contentDetails.videoPublishedAt) return [];
  const { snippet, contentDetails } = data;
  const { videoId, videoPublishedAt } = contentDetails;
  return [
    {
      apiId: videoId,
      externalId: videoId,
      url: `https://www.youtube.com/watch?v=${videoId}`,
      authorHandle: null,
      authorName: snippet.channelTitle ?? null,
      title: snippet.title,
      caption: snippet.description,
      // The list tells no length, so the author's own tag has to do.
      mediaKind: saysShort(snippet) ? "short" : "video",
      durationSeconds: null,
      thumbnailUrl: widestThumbnail(snippet.thumbnails),
      publishedAt: moment.safeParse(videoPublishedAt).data ?? null,
    },
  ];
}

function isGone(got: Got) {
  return got.kind === "refused" && got.status === 404;
}
