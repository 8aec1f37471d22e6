import { z } from "zod";
import { openText, sealText } from "@/lib/accounts/sealed-text";
import type { TokenKeys } from "@/lib/accounts/token-keys";
import type { Grant } from "@/lib/platforms/connected";

/** Whose tokens they are. Part of the ciphertext, so that it opens nowhere else. */
export type VaultRow = { workspaceId: string; accountId: string };

export type OpenedGrant = { kind: "open"; grant: Grant } | { kind: "unreadable"; detail: string };

const time = z.iso.datetime({ offset: true }).nullable();

const sealed: z.ZodType<Grant> = z.object({
  accessToken: z.string().min(1),
  accessExpiresAt: time,
  refreshToken: z.string().min(1).nullable(),
  reconnectBy: time,
  scopes: z.array(z.string()),
});

/** Encrypts an account's tokens with the newest key, bound to their row. */
export function sealGrant(grant: Grant, row: VaultRow, keys: TokenKeys) {
  return sealText(JSON.stringify(grant), bindingOf(row), keys);
}

/** Decrypts an account's tokens. Never throws, and never says a word of what it read. */
export async function openGrant(
  ciphertext: string,
  row: VaultRow,
  keys: TokenKeys,
): Promise<OpenedGrant> {
  const opened = await openText(ciphertext, bindingOf(row), keys);
  if (opened.kind === "unreadable") return opened;
  const grant = sealed.safeParse(readJson(opened.text));
  if (grant.success) return { kind: "open", grant: grant.data };
  const detail = "The stored token was decrypted but does not have the form of one.";
  return { kind: "unreadable", detail };
}

function bindingOf({ workspaceId, accountId }: VaultRow) {
  return { typ: "grant", wsp: workspaceId, acc: accountId };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
