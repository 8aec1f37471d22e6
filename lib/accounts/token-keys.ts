/** The keys that tokens are encrypted with: the newest writes, every one reads. */
export type TokenKeys = {
  current: { id: string; key: Uint8Array };
  byId: Map<string, Uint8Array>;
};

const KEY_BYTES = 32;

/** Reads TOKEN_KEYS: `id:base64` by comma, the newest first. Null when the server has none. */
export function readTokenKeys(text: string | undefined): TokenKeys | null {
  if (!text) return null;
  const byId = new Map<string, Uint8Array>();
  for (const [index, entry] of text.split(",").entries()) {
    const [id = "", written = ""] = entry.trim().split(":");
    // Reads base64 and base64url, padded or not.
    const key = new Uint8Array(Buffer.from(written, "base64"));
    if (!id || key.length !== KEY_BYTES) {
      throw new Error(`Entry ${index + 1} of TOKEN_KEYS is not id:base64 of ${KEY_BYTES} bytes.`);
    }
    // Whichever of the two were used, what the other encrypted would be lost.
    if (byId.has(id)) throw new Error(`TOKEN_KEYS has two keys with the id ${id}.`);
    byId.set(id, key);
  }
  const [newest] = byId;
  return newest ? { current: { id: newest[0], key: newest[1] }, byId } : null;
}

/** Whether a ciphertext was made with another key than the one that writes now. */
export function needsReseal(keyId: string, keys: TokenKeys): boolean {
  return keyId !== keys.current.id;
}
