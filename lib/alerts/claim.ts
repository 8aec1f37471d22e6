import "server-only";
import { z } from "zod";
import { incident } from "@/lib/alerts/incident";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const order = z.object({
  delivery_id: z.uuid(),
  lease_token: z.uuid(),
  workspace_id: z.uuid(),
  workspace_name: z.string(),
  time_zone: z.string(),
  channel: z.enum(["email", "webhook"]),
  attempts: z.number(),
  email: z.string().nullable(),
  webhook: z.object({ id: z.uuid(), url: z.string(), ciphertext: z.string() }).nullable(),
  incident,
});
/** One message to one address. */
export type DeliveryOrder = z.output<typeof order>;

const claimed = z.object({ order: order.nullable(), next_in_seconds: z.number().nullable() });

/** Leases the next message, or says in how many seconds there may be one (null: never). */
export async function claimDelivery(db: Db, leaseSeconds: number) {
  return claimed.parse(unwrap(await db.rpc("claim_delivery", { lease_seconds: leaseSeconds })));
}
