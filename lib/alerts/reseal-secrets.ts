import "server-only";
import { z } from "zod";
import type { Shelf } from "@/lib/accounts/reseal-tokens";
import type { TokenKeys } from "@/lib/accounts/token-keys";
import { openWebhookSecret, sealWebhookSecret } from "@/lib/alerts/webhook-secret";
import { log } from "@/lib/log/log";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const sealedSecrets = z.array(
  z.object({
    webhook_id: z.uuid(),
    workspace_id: z.uuid(),
    ciphertext: z.string(),
    version: z.number(),
  }),
);

/** The webhooks' secrets, to bring under the newest key. */
export function shelfOfWebhooks(
  db: Db,
  keys: TokenKeys,
): Shelf<z.output<typeof sealedSecrets>[number]> {
  return {
    async list(order, after) {
      const behind = after === undefined ? {} : { after_webhook: after };
      const answer = await db.rpc("webhook_secrets_to_reseal", { ...order, ...behind });
      return sealedSecrets.parse(unwrap(answer));
    },
    place: (row) => row.webhook_id,
    async reseal({ workspace_id, webhook_id, ciphertext, version }) {
      const owner = { workspaceId: workspace_id, webhookId: webhook_id };
      const opened = await openWebhookSecret(ciphertext, owner, keys);
      if (opened.kind === "unreadable") {
        log("error", "secret not resealed", { webhook: webhook_id, detail: opened.detail });
        return false;
      }
      const { ciphertext: anew, keyId } = await sealWebhookSecret(opened.text, owner, keys);
      return unwrap(
        await db.rpc("reseal_webhook_secret", {
          workspace: workspace_id,
          webhook: webhook_id,
          sealed_version: version,
          secret: { ciphertext: anew, key_id: keyId },
        }),
      );
    },
  };
}
