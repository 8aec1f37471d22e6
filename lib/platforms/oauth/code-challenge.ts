import { createHash } from "node:crypto";

/** The PKCE challenge (S256, base64url) of a verifier. */
export function codeChallengeOf(codeVerifier: string): string {
  return createHash("sha256").update(codeVerifier).digest("base64url");
}
