import { randomUUID } from "node:crypto";
import { readTokenKeys, type TokenKeys } from "@/lib/accounts/token-keys";
import { openGrant, sealGrant } from "@/lib/accounts/token-vault";
import type { Grant } from "@/lib/platforms/connected";
import type { Db } from "@/lib/supabase/server";
import { startSupabase } from "../../support/supabase.ts";

const entry = (id: string) => `${id}:${Buffer.alloc(32, id).toString("base64")}`;
/** As TOKEN_KEYS would hold them: before, during and after a rotation. */
export const TOKEN_KEYS = {
  old: entry("old"),
  both: `${entry("new")},${entry("old")}`,
  new: entry("new"),
};
export function keysOf(which: keyof typeof TOKEN_KEYS): TokenKeys {
  const keys = readTokenKeys(TOKEN_KEYS[which]);
  if (!keys) throw new Error("There are no keys.");
  return keys;
}

export type SealedWorld = Awaited<ReturnType<typeof startSealedWorld>>;
type Row = { account_id: string; ciphertext: string; key_id: string; version: number };

/** A Supabase with accounts whose tokens are sealed, and a look at what is stored of them. */
export async function startSealedWorld() {
  const supabase = await startSupabase();
  const { sql } = supabase;
  const db = supabase.serviceClient();
  const { workspaceId, ...user } = await supabase.createUser("ada");
  const owner = (accountId: string) => ({ workspaceId, accountId });

  return {
    supabase,
    sql,
    db,
    user: { ...user, workspaceId },
    owner,

    /** Connects YouTube channels with tokens of their own, in the order of their ids. */
    async connect(count: number, keys: TokenKeys) {
      const ids = Array.from({ length: count }, () => randomUUID() as string).sort();
      for (const id of ids) {
        const sealed = await sealGrant(grantOf(id), owner(id), keys);
        const found = {
          id,
          platform: "youtube",
          kind: "youtube_channel",
          connection: "youtube",
          external_id: `UC${id}`,
          name: `Channel ${id}`,
          scopes: [],
          is_simulated: true,
          ciphertext: sealed.ciphertext,
          key_id: sealed.keyId,
        };
        const { error } = await supabase
          .clientFor(user)
          .rpc("connect_accounts", { workspace: workspaceId, found: [found] });
        if (error) throw error;
      }
      return ids;
    },
    /** What is stored of these accounts, in their order. */
    stored: (ids: string[]) =>
      sql<Row>(
        `select account_id, ciphertext, key_id, version from private.account_tokens
         where account_id = any ($1) order by account_id`,
        [ids],
      ),
    /** The access token that each row's ciphertext opens to with these keys, or why it does not. */
    async opened(ids: string[], keys: TokenKeys) {
      const rows = await this.stored(ids);
      return Promise.all(
        rows.map(async ({ account_id, ciphertext }) => {
          const read = await openGrant(ciphertext, owner(account_id), keys);
          return read.kind === "open" ? read.grant.accessToken : read.detail;
        }),
      );
    },
    stop: () => supabase.stop(),
  };
}

export const grantOf = (id: string): Grant => ({
  accessToken: `access of ${id}`,
  accessExpiresAt: null,
  refreshToken: `refresh of ${id}`,
  reconnectBy: null,
  scopes: [],
});

/** A database client that does something before, or instead of, each call of one function. */
export function interrupted(db: Db, name: string, interrupt: () => Promise<void> | void): Db {
  return new Proxy(db, {
    get(target, property, receiver) {
      if (property !== "rpc") return Reflect.get(target, property, receiver);
      return async (called: string, ...rest: unknown[]) => {
        if (called === name) await interrupt();
        // safe because it is called as it was
        return (target.rpc as (...all: unknown[]) => unknown).call(target, called, ...rest);
      };
    },
  });
}
