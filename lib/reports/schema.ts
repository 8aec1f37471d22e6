import { z } from "zod";
import { oneOf, period, platform, refusePeriod, whole } from "@/lib/answers/parameters";

/** events: imported engagement events, one by one. measured: what the platforms count. */
export const BASES = ["events", "measured"] as const;

export const topPeopleQuery = z
  .object({
    limit: whole(1, 100).default(10),
    basis: oneOf(BASES).default("events"),
    platform,
    ...period,
  })
  .superRefine(refusePeriod);
export type TopPeopleQuery = z.output<typeof topPeopleQuery>;
