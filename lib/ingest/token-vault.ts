import { openText, sealText } from "@/lib/accounts/sealed-text";
import type { TokenKeys } from "@/lib/accounts/token-keys";

/** A workspace's own token at Apify, encrypted so that it opens for that workspace alone. */
export function sealIngestToken(token: string, workspaceId: string, keys: TokenKeys) {
  return sealText(token, { typ: "apify", wsp: workspaceId }, keys);
}

export function openIngestToken(ciphertext: string, workspaceId: string, keys: TokenKeys) {
  return openText(ciphertext, { typ: "apify", wsp: workspaceId }, keys);
}
