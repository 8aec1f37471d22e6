import { z } from "zod";

const count = z.number().nullable();
const at = z.string().nullable();

export const readStatusAnswer = z.object({
  /** Null: never asked for. */
  state: z
    .enum(["waiting", "reading", "open", "off", "not_offered", "permission", "gone", "failed"])
    .nullable(),
  reason: z.string().nullable(),
  next_step: z.string().nullable(),
  comments: z.number(),
  /** What the platform counts; null where it does not say. */
  platform_count: count,
  read_at: at,
  whole_at: at,
  requested_at: at,
  waits_until: at,
});
export type ReadStatus = z.output<typeof readStatusAnswer>;
