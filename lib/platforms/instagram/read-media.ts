import { z } from "zod";
import type { AccountPost, Measurement } from "../connected.ts";
import type { MetricAnswer } from "../meta/metric-answer.ts";
import { metricsOf } from "../meta/metrics-of.ts";
import { insightsPayload } from "../meta/payload.ts";
import type { PostFields } from "../meta/post-fields.ts";
import type { Measured, Metric } from "../metric.ts";
import { definitionAt } from "../metric-definitions.ts";
import { count } from "../provider-values.ts";
import { INSTAGRAM_METRICS } from "./metrics.ts";

const field = count.nullish().catch(null);

const plainFields = z.object({
  like_count: field,
  comments_count: field,
  saved_count: field,
  shares_count: field,
});

// `total_views_count` is kept but fills nothing: with advertisements in it, it is another number than `views`.
const STAND_INS: [Metric, keyof z.output<typeof plainFields>][] = [
  ["likes", "like_count"],
  ["comments", "comments_count"],
  ["saves", "saved_count"],
  ["shares", "shares_count"],
];

/** What Instagram's insights and plain fields say of one post. */
export function readMediaCounts(
  post: AccountPost,
  { read }: PostFields,
  answers: MetricAnswer[],
  nowMs: number,
): Measurement {
  const metrics: Measured = metricsOf(INSTAGRAM_METRICS, post, answers, nowMs);
  const media = read.kind === "read" ? read.body : null;
  const fields = plainFields.safeParse(media).data;
  if (fields) {
    for (const [metric, name] of STAND_INS) {
      const known = fields[name];
      if (typeof metrics[metric] === "object" && known) metrics[metric] = known;
    }
    // Left out, not 0, when the owner hides it.
    if (typeof metrics.likes === "object" && !fields.like_count)
      metrics.likes = { absent: "hidden" };
  }
  return {
    source: "instagram_graph",
    metrics,
    definition: definitionAt("instagram_graph", nowMs),
    payload: insightsPayload("media", media, answers),
  };
}
