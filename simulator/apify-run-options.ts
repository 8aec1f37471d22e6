import { z } from "zod";
import { readWebhooks } from "./apify-webhook-list.ts";

const count = z.coerce.number().nonnegative();

const query = z.object({
  timeout: count.default(0),
  maxItems: count.int().positive().optional(),
  maxTotalChargeUsd: count.positive().optional(),
  webhooks: z.string().optional(),
});

/** How a run is to be done, from the query of its start. */
export type RunOptions = {
  timeoutSeconds: number;
  maxItems: number | null;
  maxTotalChargeUsd: number | null;
  webhooks: NonNullable<ReturnType<typeof readWebhooks>>;
};

/** Null when a parameter cannot be read. */
export function readRunOptions(given: Record<string, string>): RunOptions | null {
  const read = query.safeParse(given);
  if (!read.success) return null;
  const { timeout, maxItems = null, maxTotalChargeUsd = null } = read.data;
  const webhooks = readWebhooks(read.data.webhooks);
  return webhooks && { timeoutSeconds: timeout, maxItems, maxTotalChargeUsd, webhooks };
}
