import type { LoginServer, Token } from "./grants.ts";
import type { State } from "./state.ts";

export type Bearer =
  | { kind: "alive"; token: Token }
  | { kind: "dead"; why: "missing" | "unknown" | "expired" | NonNullable<Token["dead"]> };

/** Whose access token a request carries, and whether it is still good. */
export function bearerOf(
  state: State,
  server: LoginServer,
  accessToken: string | undefined,
): Bearer {
  if (!accessToken) return { kind: "dead", why: "missing" };
  const token = state.grants.byAccess(server, accessToken);
  if (!token) return { kind: "dead", why: "unknown" };
  if (token.dead) return { kind: "dead", why: token.dead };
  if (token.accessEndsMs <= state.world.now()) return { kind: "dead", why: "expired" };
  return { kind: "alive", token };
}

/** The token of an `Authorization: Bearer …` header. */
export function tokenOfHeader(header: string | undefined): string | undefined {
  return /^Bearer (.+)$/.exec(header ?? "")?.[1];
}
