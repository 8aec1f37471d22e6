import { z } from "zod";
import { pageNumber } from "@/lib/search";

export const RUN_TRIGGERS = ["schedule", "account", "post"] as const;
export const RUN_STATUSES = ["running", "completed", "cancelled", "superseded"] as const;

/** Which runs: page and API read the same. */
export const runFilter = z.object({ trigger: z.enum(RUN_TRIGGERS).optional(), page: pageNumber });
export type RunFilter = z.output<typeof runFilter>;

export const runId = z.object({ id: z.uuid("There is no such run: expected its id (a UUID).") });
