import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from "jose";
import type { TokenKeys } from "@/lib/accounts/token-keys";

/** What a ciphertext is of, and whose: part of it, so that it opens nowhere else. */
export type Binding = { typ: string } & Record<string, string>;

export type OpenedText = { kind: "open"; text: string } | { kind: "unreadable"; detail: string };

const METHOD = { alg: "dir", enc: "A256GCM" };

/** Encrypts a secret with the newest key, bound to its row. */
export async function sealText(text: string, binding: Binding, keys: TokenKeys) {
  const { id, key } = keys.current;
  const ciphertext = await new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ ...METHOD, ...binding, kid: id })
    .encrypt(key);
  return { ciphertext, keyId: id };
}

/** Decrypts a secret. Never throws, and never says a word of what it read. */
export async function openText(
  ciphertext: string,
  binding: Binding,
  keys: TokenKeys,
): Promise<OpenedText> {
  const header = readHeader(ciphertext);
  const expected: Record<string, string> = { ...METHOD, ...binding };
  const names = [...Object.keys(expected), "kid"].sort().join();
  const { typ, alg, enc, kid } = header ?? {};
  const isOurs = typ === binding.typ && alg === METHOD.alg && enc === METHOD.enc;
  if (
    !isOurs ||
    Object.keys(header ?? {})
      .sort()
      .join() !== names ||
    typeof kid !== "string"
  ) {
    return unreadable("What is stored is not an encrypted token of ours.");
  }
  if (Object.entries(expected).some(([name, value]) => header?.[name] !== value)) {
    return unreadable("The stored token was encrypted for another account.");
  }
  const key = keys.byId.get(kid);
  if (!key) {
    return unreadable("The stored token was encrypted with a key that TOKEN_KEYS no longer holds.");
  }
  try {
    const { plaintext } = await compactDecrypt(ciphertext, key, {
      keyManagementAlgorithms: [METHOD.alg],
      contentEncryptionAlgorithms: [METHOD.enc],
    });
    return { kind: "open", text: new TextDecoder().decode(plaintext) };
  } catch {
    return unreadable("The stored token could not be decrypted: it or its key was changed.");
  }
}

function readHeader(ciphertext: string): Record<string, unknown> | null {
  try {
    return decodeProtectedHeader(ciphertext);
  } catch {
    return null;
  }
}

function unreadable(detail: string): OpenedText {
  return { kind: "unreadable", detail };
}
