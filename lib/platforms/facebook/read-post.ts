import { z } from "zod";
import type { AccountPost, Measurement } from "../connected.ts";
import { classOf } from "../meta/graph-error.ts";
import type { MetricAnswer } from "../meta/metric-answer.ts";
import { metricsOf } from "../meta/metrics-of.ts";
import { insightsPayload } from "../meta/payload.ts";
import type { PostFields } from "../meta/post-fields.ts";
import type { Absence } from "../metric.ts";
import { definitionAt } from "../metric-definitions.ts";
import { count } from "../provider-values.ts";
import { FACEBOOK_METRICS } from "./metrics.ts";

const total = z
  .object({ summary: z.object({ total_count: count }) })
  .nullish()
  .catch(null);

const post = z.object({
  reactions: total,
  comments: total,
  shares: z.object({ count }).nullish(),
});

/** What insights and plain fields say of one post of a Page. */
export function readPostCounts(
  asked: AccountPost,
  { read, fieldSet, other }: PostFields,
  answers: MetricAnswer[],
  nowMs: number,
): Measurement {
  const metrics = metricsOf(FACEBOOK_METRICS, asked, answers, nowMs);
  const body = read.kind === "read" ? read.body : null;
  const fields = post.safeParse(body).data;
  const missing: Absence = fieldSet > 0 && !other ? "permission" : whyMissing(read);
  metrics.likes = fields?.reactions?.summary.total_count ?? {
    absent: other ? "not_offered" : missing,
  };
  metrics.comments = fields?.comments?.summary.total_count ?? { absent: missing };
  // Facebook leaves the field out when nobody shared; as a video a reel was not asked for it.
  if (other) metrics.shares = { absent: "not_offered" };
  else metrics.shares = fields ? (fields.shares?.count ?? "0") : { absent: whyMissing(read) };
  return {
    source: "facebook_graph",
    metrics,
    definition: definitionAt("facebook_graph", nowMs),
    payload: insightsPayload("post", body, answers),
  };
}

function whyMissing(read: PostFields["read"]): Absence {
  if (read.kind !== "error") return "error";
  return classOf(read.error) === "permission" ? "permission" : "error";
}
