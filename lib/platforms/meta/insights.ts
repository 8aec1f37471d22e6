import { z } from "zod";
import type { Count } from "../metric.ts";
import { count } from "../provider-values.ts";

const value = count.nullish().catch(null);

const insights = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      total_value: z.object({ value }).nullish().catch(null),
      values: z.array(z.object({ value })).nullish().catch(null),
    }),
  ),
});

/** The numbers of an insights answer by name. What has no number yet is not in it; null when it is no such answer. */
export function readInsights(body: unknown): Map<string, Count> | null {
  const read = insights.safeParse(body);
  if (!read.success) return null;
  const counts = new Map<string, Count>();
  for (const { name, total_value, values } of read.data.data) {
    const found = total_value?.value ?? values?.[0]?.value;
    if (found !== null && found !== undefined) counts.set(name, found);
  }
  return counts;
}
