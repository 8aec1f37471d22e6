import "server-only";
import { z } from "zod";
import type { TokenKeys } from "@/lib/accounts/token-keys";
import { openGrant, sealGrant } from "@/lib/accounts/token-vault";
import { shelfOfWebhooks } from "@/lib/alerts/reseal-secrets";
import { openIngestToken, sealIngestToken } from "@/lib/ingest/token-vault";
import { log } from "@/lib/log/log";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const AT_ONCE = 200;

const sealedRow = z.object({ workspace_id: z.uuid(), ciphertext: z.string(), version: z.number() });
const sealedGrants = z.array(sealedRow.extend({ account_id: z.uuid() }));
const sealedTokens = z.array(sealedRow);

/** One kind of sealed row: how to list those behind one, where each stands, and how to seal one anew. */
export type Shelf<Row> = {
  list: (order: { current_key: string; take: number }, after: string | undefined) => Promise<Row[]>;
  place: (row: Row) => string;
  reseal: (row: Row) => Promise<boolean>;
};

/**
 * Brings tokens of accounts and of ingest, and secrets of webhooks, under the newest key, a few at a time. Ended half-way, every
 * one is readable with the key it has: old keys stay in TOKEN_KEYS until this finds nothing more. Returns how many.
 */
export async function resealTokens(db: Db, keys: TokenKeys, until: number, atOnce = AT_ONCE) {
  const grants = await emptyShelf(shelfOfGrants(db, keys), keys, until, atOnce);
  const tokens = await emptyShelf(shelfOfIngest(db, keys), keys, until, atOnce);
  return grants + tokens + (await emptyShelf(shelfOfWebhooks(db, keys), keys, until, atOnce));
}

async function emptyShelf<Row>(shelf: Shelf<Row>, keys: TokenKeys, until: number, atOnce: number) {
  let resealed = 0;
  // What cannot be read stays as it is, and shows when it is next used: it holds up nobody else.
  let after: string | undefined;
  while (Date.now() < until) {
    const rows = await shelf.list({ current_key: keys.current.id, take: atOnce }, after);
    const done = await Promise.all(rows.map((row) => shelf.reseal(row)));
    resealed += done.filter(Boolean).length;
    const last = rows.at(-1);
    after = last && shelf.place(last);
    if (rows.length < atOnce) break;
  }
  return resealed;
}

function shelfOfGrants(db: Db, keys: TokenKeys): Shelf<z.output<typeof sealedGrants>[number]> {
  return {
    async list(order, after) {
      const behind = after === undefined ? {} : { after_account: after };
      return sealedGrants.parse(unwrap(await db.rpc("tokens_to_reseal", { ...order, ...behind })));
    },
    place: (row) => row.account_id,
    async reseal(row) {
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
    },
  };
}

function shelfOfIngest(db: Db, keys: TokenKeys): Shelf<z.output<typeof sealedRow>> {
  return {
    async list(order, after) {
      const behind = after === undefined ? {} : { after_workspace: after };
      const answer = await db.rpc("ingest_tokens_to_reseal", { ...order, ...behind });
      return sealedTokens.parse(unwrap(answer));
    },
    place: (row) => row.workspace_id,
    async reseal({ workspace_id, ciphertext, version }) {
      const opened = await openIngestToken(ciphertext, workspace_id, keys);
      if (opened.kind === "unreadable") {
        log("error", "token not resealed", { workspace: workspace_id, detail: opened.detail });
        return false;
      }
      const { ciphertext: anew, keyId } = await sealIngestToken(opened.text, workspace_id, keys);
      return unwrap(
        await db.rpc("reseal_ingest_token", {
          workspace: workspace_id,
          sealed_version: version,
          token: { ciphertext: anew, key_id: keyId },
        }),
      );
    },
  };
}
