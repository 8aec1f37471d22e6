import { randomBytes } from "node:crypto";

/** A PKCE verifier (RFC 7636): 43 characters of 256 random bits. `codeChallengeOf` makes its challenge. */
export function newVerifier(): string {
  return randomBytes(32).toString("base64url");
}
