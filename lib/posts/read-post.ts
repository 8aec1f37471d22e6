import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Metric } from "@/lib/platforms/metric";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { absent, counts, postHead } from "@/lib/posts/post-row";
import { MEDIA_KINDS } from "@/lib/posts/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const NO_SUCH_POST = "There is no such post in this workspace.";

const postSource = z.object({
  source: z.string(),
  name: z.string(),
  endpoint: z.string(),
  is_headline: z.boolean(),
  captured_at: z.string(),
  definition: z.string(),
  description: z.string(),
  absent,
  is_simulated: z.boolean(),
  raw_event_id: z.number().nullable(),
  payload_hash: z.string().nullable(),
  payload_kept: z.boolean(),
  ...counts,
  snapshots: z.number(),
  first_at: z.string(),
});
export type PostSource = z.output<typeof postSource>;

const post = postHead.extend({
  workspace_id: z.uuid(),
  created_at: z.string(),
  sources: z.array(postSource),
});
export type Post = z.output<typeof post>;

/** A post with each source's newest numbers. Raises `not_found` for another workspace's. */
export async function getPost({ db, workspaceId }: Scope, id: number) {
  const found = post.nullable().parse(unwrap(await db.rpc("post_detail", { post: id })));
  if (found?.workspace_id === workspaceId) return found;
  throw new AppError("not_found", NO_SUCH_POST);
}

const when = z.string();
const series = z.object({
  /** at, value, definition, simulated, why there is no value. */
  points: z.array(
    z.tuple([when, z.string().nullable(), z.string(), z.boolean(), z.string().nullable()]),
  ),
  /** from, to, per hour. */
  rates: z.array(z.tuple([when, when, z.number()])),
  gaps: z.array(z.object({ from: when, to: when, reason: z.string() })),
  silent_since: when.nullable(),
  changes: z.array(
    z.object({
      from: when,
      at: when,
      definition: z.string(),
      valid_from: z.string(),
      description: z.string(),
    }),
  ),
  restatements: z.array(z.object({ at: when, from: z.string(), to: z.string() })),
});
export type Series = z.output<typeof series>;

/** One metric over time as one source told it. Raises `not_found` for strangers. */
export async function getSeries(
  { db }: Scope,
  id: number,
  { metric, source, since }: { metric: Metric; source: string; since?: string | undefined },
) {
  const answer = await db.rpc("post_series", {
    post: id,
    metric,
    only_source: source,
    ...(since === undefined ? {} : { since }),
  });
  const found = series.nullable().parse(unwrap(answer));
  if (found) return found;
  throw new AppError("not_found", NO_SUCH_POST);
}

/** How a post stands beside others at one age. Under `fewest` others only `n` is told. */
const beside = z
  .object({
    n: z.number(),
    median: z.string().nullable(),
    /** Between which the true median lies, with so much confidence. */
    low: z.string().nullable(),
    high: z.string().nullable(),
    /** Views over the median. */
    factor: z.number().nullable(),
    /** Of a hundred others, how many it passed or equals. */
    percentile: z.number().nullable(),
  })
  // Of five values the interval is the whole range, which holds the median no surer than that.
  .transform((found) => ({ ...found, confidence: found.n === 5 ? 0.9375 : 0.95 }));
export type Beside = z.output<typeof beside>;

const ageCurve = z.object({
  definition: z.string(),
  platform: z.enum(PLATFORM_IDS),
  media_kind: z.enum(MEDIA_KINDS).nullable(),
  author: z.string().nullable(),
  fewest: z.number(),
  ages: z.array(
    z.object({
      hours: z.number(),
      views: z.string().nullable(),
      is_interpolated: z.boolean().nullable(),
      /** Its author's other posts of the kind, and all others of platform and kind. */
      author: beside,
      alike: beside,
    }),
  ),
});
export type AgeCurve = z.output<typeof ageCurve>;

/** Views at the ages of 1 hour to 30 days beside others at the same ages; null before the first measurement. */
export async function getAgeCurve({ db }: Scope, id: number) {
  return ageCurve.nullable().parse(unwrap(await db.rpc("post_age_curve", { post: id })));
}

const rawEvent = z.object({ workspace_id: z.uuid(), source: z.string(), payload: z.string() });

/** What a provider sent, to the letter. Raises `not_found` for another workspace's. */
export async function getRawEvent({ db, workspaceId }: Scope, id: number) {
  const found = rawEvent.nullable().parse(unwrap(await db.rpc("raw_event", { event: id })));
  if (found?.workspace_id === workspaceId) return found;
  throw new AppError("not_found", "There is no such raw event, or retention has removed it.");
}
