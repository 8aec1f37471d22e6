import "server-only";
import { z } from "zod";
import type { TokenKeys } from "@/lib/accounts/token-keys";
import { openGrant, sealGrant } from "@/lib/accounts/token-vault";
import { log } from "@/lib/log/log";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const AT_ONCE = 200;

const sealedRows = z.array(
  z.object({
    account_id: z.uuid(),
    workspace_id: z.uuid(),
    ciphertext: z.string(),
    version: z.number(),
  }),
);

/**
 * Brings tokens under the newest key, a few at a time. Ended half-way, every one is readable with
 * the key it has: old keys stay in TOKEN_KEYS until this finds nothing more. Returns how many.
 */
export async function resealTokens(db: Db, keys: TokenKeys, until: number, atOnce = AT_ONCE) {
  let resealed = 0;
  // What cannot be read stays as it is, and shows when it is next used: it holds up nobody else.
  let after: string | undefined;
  while (Date.now() < until) {
    const order = { current_key: keys.current.id, take: atOnce };
    const rows = sealedRows.parse(
      unwrap(
        await db.rpc("tokens_to_reseal", { ...order, ...(after && { after_account: after }) }),
      ),
    );
    const done = await Promise.all(rows.map((row) => reseal(db, keys, row)));
    resealed += done.filter(Boolean).length;
    after = rows.at(-1)?.account_id;
    if (rows.length < atOnce) break;
  }
  return resealed;
}

async function reseal(db: Db, keys: TokenKeys, row: z.output<typeof sealedRows>[number]) {
  const owner = { workspaceId: row.workspace_id, accountId: row.account_id };
  const opened = await openGrant(row.ciphertext, owner, keys);
  if (opened.kind === "unreadable") {
    log("error", "token not resealed", { account: row.account_id, detail: opened.detail });
    return false;
  }
  const { ciphertext, keyId } = await sealGrant(opened.grant, owner, keys);
  return unwrap(
    await db.rpc("reseal_token", {
      workspace: row.workspace_id,
      account: row.account_id,
      sealed_version: row.version,
      token: { ciphertext, key_id: keyId },
    }),
  );
}
