import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from "jose";
import { z } from "zod";
import type { Grant } from "@/lib/platforms/connected";
import type { TokenKeys } from "./token-keys";

/** Whose tokens they are. Part of the ciphertext, so that it opens nowhere else. */
export type VaultRow = { workspaceId: string; accountId: string };

export type OpenedGrant = { kind: "open"; grant: Grant } | { kind: "unreadable"; detail: string };

const header = z.strictObject({
  alg: z.literal("dir"),
  enc: z.literal("A256GCM"),
  typ: z.literal("grant"),
  kid: z.string(),
  wsp: z.string(),
  acc: z.string(),
});

const time = z.iso.datetime({ offset: true }).nullable();

const sealed: z.ZodType<Grant> = z.object({
  accessToken: z.string().min(1),
  accessExpiresAt: time,
  refreshToken: z.string().min(1).nullable(),
  reconnectBy: time,
  scopes: z.array(z.string()),
});

/** Encrypts an account's tokens with the newest key, bound to their row. */
export async function sealGrant(grant: Grant, row: VaultRow, keys: TokenKeys) {
  const { id, key } = keys.current;
  const ciphertext = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(grant)))
    .setProtectedHeader({
      alg: "dir",
      enc: "A256GCM",
      typ: "grant",
      kid: id,
      wsp: row.workspaceId,
      acc: row.accountId,
    })
    .encrypt(key);
  return { ciphertext, keyId: id };
}

/** Decrypts an account's tokens. Never throws, and never says a word of what it read. */
export async function openGrant(
  ciphertext: string,
  row: VaultRow,
  keys: TokenKeys,
): Promise<OpenedGrant> {
  const read = readHeader(ciphertext);
  if (!read) return unreadable("What is stored is not an encrypted token of ours.");
  if (read.wsp !== row.workspaceId || read.acc !== row.accountId) {
    return unreadable("The stored token was encrypted for another account.");
  }
  const key = keys.byId.get(read.kid);
  if (!key) {
    return unreadable("The stored token was encrypted with a key that TOKEN_KEYS no longer holds.");
  }
  try {
    const { plaintext } = await compactDecrypt(ciphertext, key, {
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    const grant = sealed.safeParse(JSON.parse(new TextDecoder().decode(plaintext)));
    if (grant.success) return { kind: "open", grant: grant.data };
    return unreadable("The stored token was decrypted but does not have the form of one.");
  } catch {
    return unreadable("The stored token could not be decrypted: it or its key was changed.");
  }
}

function readHeader(ciphertext: string) {
  try {
    return header.safeParse(decodeProtectedHeader(ciphertext)).data;
  } catch {
    return undefined;
  }
}

function unreadable(detail: string): OpenedGrant {
  return { kind: "unreadable", detail };
}
