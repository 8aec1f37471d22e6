import { z } from "zod";
import type { Absence, Count } from "./metric.ts";
import { count } from "./provider-values.ts";

/** Apify writes -1 for a count that the platform hides; an absent one has no value at all. */
export const scrapedCount = z
  .union([z.literal(-1).transform(() => "hidden" as const), count])
  .nullish();

/** The count, or the reason for its absence: hidden when the item says so, else the given one. */
export function countOr(value: z.output<typeof scrapedCount>, absent: Absence) {
  if (value === "hidden") return { absent: "hidden" } as const;
  return (value as Count | null | undefined) ?? { absent };
}
