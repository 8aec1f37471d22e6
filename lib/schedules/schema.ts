import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { storableText } from "@/lib/storable";

export const SCHEDULE_STATUSES = ["draft", "approved", "scheduled", "posted", "failed"] as const;

const NO_SUCH_SCHEDULE = "There is no such schedule: expected its id (a UUID).";
export const scheduleId = z.object({ id: z.uuid(NO_SUCH_SCHEDULE) });

const text = (longest: number) =>
  z.string().transform(storableText).pipe(z.string().trim().min(1).max(longest));

const externalReference = z.object({
  provider: z.enum(PLATFORM_IDS),
  ref_id: text(255),
  ref_url: text(2048).nullish(),
});
export type ExternalReference = z.output<typeof externalReference>;

/** Something published: by the links of its posts, by the providers' references, or both. */
export const newSchedule = z
  .object({
    title: text(500).nullish(),
    links: z.array(z.string()).max(PLATFORM_IDS.length).default([]),
    external: z.array(externalReference).max(PLATFORM_IDS.length).default([]),
  })
  .refine(
    ({ links, external }) => links.length + external.length > 0,
    "Found no links and no external references, expected at least one of either.",
  );
export type NewSchedule = z.output<typeof newSchedule>;

export const listedSchedule = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  status: z.enum(SCHEDULE_STATUSES),
  published_at: z.string().nullable(),
  created_at: z.string(),
  external: z.array(
    z.object({
      provider: z.enum(PLATFORM_IDS),
      ref_id: z.string(),
      ref_url: z.string().nullable(),
      post_id: z.number(),
    }),
  ),
});
export type ListedSchedule = z.output<typeof listedSchedule>;
