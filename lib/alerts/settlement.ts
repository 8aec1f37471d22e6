import "server-only";
import type { DeliveryOrder } from "@/lib/alerts/claim";
import { withoutSecrets } from "@/lib/log/log";
import { record } from "@/lib/queue/record";
import { storableText } from "@/lib/storable";
import type { Db } from "@/lib/supabase/server";

/** What became of a message. Details are sentences. */
export type Sending =
  | { kind: "sent"; httpStatus?: number }
  /** Not now: it is tried again, later each time. */
  | { kind: "again"; detail: string; httpStatus?: number }
  /** Trying again would not help. */
  | { kind: "failed"; detail: string; httpStatus?: number };

/** Records a leased message. Throws `conflict` when its lease was lost. */
export function settleDelivery(
  db: Db,
  { delivery_id, workspace_id, lease_token }: DeliveryOrder,
  sending: Sending,
) {
  const batch = {
    delivery_id,
    workspace_id,
    lease_token,
    result: sending.kind,
    detail: "detail" in sending ? storableText(withoutSecrets(sending.detail)) : null,
    http_status: sending.httpStatus ?? null,
  };
  return record(() => db.rpc("settle_delivery", { batch }));
}
