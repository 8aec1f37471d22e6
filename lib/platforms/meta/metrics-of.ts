import type { AccountPost } from "../connected.ts";
import { type Absence, METRICS, type Measured } from "../metric.ts";
import { classOf } from "./graph-error.ts";
import type { MetricAnswer } from "./metric-answer.ts";
import { groupOf, type MetricRow } from "./metric-row.ts";

/** Meta's insights come up to two days late. */
const DELAY_MS = 48 * 3_600_000;

/** The columns as the insights fill them. What they lack says why. */
export function metricsOf(
  rows: MetricRow[],
  post: AccountPost,
  answers: MetricAnswer[],
  nowMs: number,
): Measured {
  // Safe because every metric gets its entry here.
  const measured = Object.fromEntries(
    METRICS.map((metric) => [metric, { absent: "not_offered" }]),
  ) as Measured;
  for (const { name, columns } of rows) {
    const answer = answers.find(({ asked }) => asked.includes(name));
    for (const column of columns[groupOf(post.mediaKind)] ?? []) {
      measured[column] = answer?.counts.get(name) ?? {
        absent: absenceOf(name, answer, post, nowMs),
      };
    }
  }
  return measured;
}

// A name that was not asked for, or was refused, is one that Meta does not offer.
function absenceOf(
  name: string,
  answer: MetricAnswer | undefined,
  { publishedAt }: AccountPost,
  nowMs: number,
): Absence {
  if (answer?.known.has(name)) {
    const young = publishedAt !== null && nowMs - Date.parse(publishedAt) < DELAY_MS;
    return young ? "pending" : "not_offered";
  }
  if (answer?.trouble?.kind !== "error") return "not_offered";
  const why = classOf(answer.trouble.error);
  if (why === "permission") return "permission";
  return why === "gone" || why === "too_few_viewers" ? "not_offered" : "error";
}
