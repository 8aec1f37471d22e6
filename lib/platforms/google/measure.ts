import { z } from "zod";
import type { Access, AccountPost, ApiResult, PostOutcome } from "../connected.ts";
import type { Hosts } from "../hosts.ts";
import { definitionAt } from "../metric-definitions.ts";
import { oddity, payloadOf } from "../provider-values.ts";
import { analyticsOf } from "./analytics.ts";
import type { GoogleCaller, Got } from "./caller.ts";
import { measuredCounts, statistics } from "./counts.ts";

const named = z.object({ id: z.string().min(1) });
const video = named.extend({ statistics: statistics.default({}) });
const list = z.object({ items: z.array(z.unknown()).default([]) });

type Found = { items: Map<string, unknown>; nameless: boolean };

/**
 * Up to 50 videos for one unit of `batchGetStats`' own quota. What it leaves out is asked again from
 * `videos.list`, which also knows the owner's private videos, before it is called gone.
 */
export async function measureVideos(
  { youtube, youtubeAnalytics }: Hosts,
  caller: GoogleCaller,
  access: Access,
  posts: AccountPost[],
  nowMs: number,
): Promise<ApiResult<Map<string, PostOutcome>>> {
  const ids = posts.map(({ apiId }) => apiId);
  const read = (method: string, asked: string[], bucket: "general" | "stats" = "general") =>
    caller.get(`${youtube}/${method}`, { part: "id,statistics", id: asked.join(",") }, { bucket });

  let got = await read("videos:batchGetStats", ids, "stats");
  const listed = isUnknownMethod(got);
  // The method is new and not everywhere: the older one tells the same counts.
  if (listed) got = await read("videos", ids);
  if (got.kind === "refused") return got.refusal;
  const found = itemsOf(got.body);
  if (!found) return caller.unreadable("a list of videos");

  const missing = ids.filter((id) => !found.items.has(id));
  let unsure: string | null = null;
  if (missing.length > 0 && !listed) {
    const again = await read("videos", missing);
    const more = again.kind === "got" ? itemsOf(again.body) : null;
    if (more) for (const [id, item] of more.items) found.items.set(id, item);
    if (again.kind === "refused") unsure = again.refusal.detail;
    else if (!more) unsure = caller.unreadable("a list of videos").detail;
    else found.nameless = more.nameless;
  }
  if (found.nameless) unsure ??= "YouTube sent a video without its id, which may be this one.";

  const outcomes = new Map(ids.map((id) => [id, outcomeOf(found.items.get(id), unsure, nowMs)]));
  const measured = posts.filter(({ apiId }) => outcomes.get(apiId)?.kind === "measured");
  const analytics = await analyticsOf(youtubeAnalytics, caller, access, measured, nowMs);
  for (const [id, measurement] of analytics.rows) {
    const outcome = outcomes.get(id);
    if (outcome?.kind === "measured") outcome.measurements.push(measurement);
  }
  return caller.done(outcomes, analytics.rejected);
}

function outcomeOf(item: unknown, unsure: string | null, nowMs: number): PostOutcome {
  if (item === undefined) {
    if (unsure !== null) return { kind: "later", detail: unsure };
    const detail = "YouTube does not show this video any more: it was deleted or made private.";
    return { kind: "gone", detail };
  }
  const read = video.safeParse(item);
  if (!read.success) {
    const detail = `YouTube described this video in an unknown way (${oddity(read.error)}).`;
    return { kind: "failed", code: "provider_error", detail };
  }
  return {
    kind: "measured",
    measurements: [
      {
        source: "youtube_data",
        metrics: measuredCounts(read.data.statistics),
        definition: definitionAt("youtube_data", nowMs),
        payload: payloadOf(item),
      },
    ],
  };
}

function itemsOf(body: unknown): Found | null {
  const read = list.safeParse(body);
  if (!read.success) return null;
  const items = new Map<string, unknown>();
  let nameless = false;
  for (const item of read.data.items) {
    const { data } = named.safeParse(item);
    if (data) items.set(data.id, item);
    else nameless = true;
  }
  return { items, nameless };
}

// What Google says of a method, or a part of it, that it does not know. Bad settings are 400 too, but named.
function isUnknownMethod(got: Got) {
  if (got.kind === "got" || got.refusal.kind !== "failed") return false;
  if (got.refusal.code === "not_configured") return false;
  return got.status === 404 || got.status === 400 || got.status === 405;
}
