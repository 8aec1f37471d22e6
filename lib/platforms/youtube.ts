import { z } from "zod";
import { readExactJson } from "../http/exact-json.ts";
import { fetchText } from "../http/fetch-text.ts";
import type { BatchResult, Outcome, PostRef, SourceChoice } from "./platform.ts";
import { oddity } from "./provider-values.ts";
import { credentialName, type PlatformSettings, type SourceOptions } from "./settings.ts";
import { youtubeRefusal } from "./youtube-refusal.ts";
import { readVideo } from "./youtube-video.ts";

const FIELDS =
  "items(id,snippet(publishedAt,channelId,title,description,thumbnails,channelTitle,tags,liveBroadcastContent),contentDetails(duration),statistics(viewCount,likeCount,commentCount))";

const videoList = z.union([
  z.object({ items: z.array(z.unknown()) }),
  // What is left of an answer without videos once `fields` has trimmed it.
  z.strictObject({}).transform(() => ({ items: [] })),
]);

/** Public videos by the YouTube Data API: one unit of quota for each call of up to 50 ids. */
export function youtubeSource(
  settings: PlatformSettings,
  options: SourceOptions = {},
): SourceChoice {
  const key = settings.YOUTUBE_API_KEY;
  if (!key) {
    return {
      kind: "unavailable",
      code: "not_configured",
      detail: "YOUTUBE_API_KEY is not configured.",
    };
  }
  return {
    kind: "ready",
    source: {
      platform: "youtube",
      source: "youtube_data",
      batchSize: 50,
      limits: {
        provider: "youtube_data",
        credential: credentialName(key, settings),
        callsPerSecond: settings.YOUTUBE_CALLS_PER_SECOND,
        burst: settings.YOUTUBE_CALLS_PER_SECOND,
        dailyQuota: settings.YOUTUBE_DAILY_QUOTA,
        quotaZone: "America/Los_Angeles",
      },
      simulated: settings.FEATURE_FAKE_INSIGHTS,
      measure: (posts, { signal }) =>
        listVideos(posts, settings.YOUTUBE_BASE_URL, key, signal, options),
    },
  };
}

async function listVideos(
  posts: PostRef[],
  baseUrl: string,
  key: string,
  signal: AbortSignal,
  { now = Date.now, limits }: SourceOptions,
): Promise<BatchResult> {
  const url = new URL(`${baseUrl}/videos`);
  url.searchParams.set("part", "snippet,statistics,contentDetails");
  url.searchParams.set("fields", FIELDS);
  url.searchParams.set("id", posts.map(({ externalId }) => externalId).join(","));

  // In a header, because addresses end up in logs.
  const answer = await fetchText({ url, headers: { "x-goog-api-key": key }, signal, limits });
  if (answer.kind === "unanswered") return notNow(answer.detail);
  const body = readExactJson(answer.text);
  if (answer.status !== 200) return youtubeRefusal(answer, body);
  const list = videoList.safeParse(body);
  if (!list.success) return notNow("YouTube answered with something other than a list of videos.");
  return { kind: "done", outcomes: toOutcomes(posts, list.data.items, now()) };
}

function toOutcomes(posts: PostRef[], items: unknown[], nowMs: number) {
  const asked = new Map(posts.map((post) => [post.externalId, post]));
  const outcomes = new Map<string, Outcome>();
  let nameless = 0;
  for (const item of items) {
    const id = idOf(item);
    if (id === null) nameless += 1;
    const post = id === null ? undefined : asked.get(id);
    if (!post) continue;
    const { observation, error } = readVideo(item, post, nowMs);
    outcomes.set(
      post.externalId,
      observation
        ? { kind: "measured", observation }
        : failed(`YouTube described this video in an unknown way (${oddity(error)}).`),
    );
  }
  // YouTube leaves out what is deleted or private. With nameless items about, nobody knows which.
  for (const id of asked.keys()) {
    if (outcomes.has(id)) continue;
    outcomes.set(
      id,
      nameless > 0
        ? failed("YouTube sent a video without its id, which may be this one.")
        : { kind: "failed", code: "not_found" },
    );
  }
  return outcomes;
}

function failed(detail: string): Outcome {
  return { kind: "failed", code: "provider_error", detail };
}

function notNow(detail: string): BatchResult {
  return { kind: "refused", code: "provider_error", afterSeconds: null, detail };
}

const named = z.object({ id: z.string().min(1) });

function idOf(item: unknown) {
  const found = named.safeParse(item);
  return found.success ? found.data.id : null;
}
