import type { Account } from "./accounts.ts";
import { bearerOf } from "./bearer.ts";
import type { Consent, Token } from "./grants.ts";
import type { GraphHost } from "./graph-objects.ts";
import { expired, GraphRefusal } from "./graph-refusal.ts";
import type { State } from "./state.ts";

const DAY_MS = 86_400_000;
const DATA_ACCESS_MS = 90 * DAY_MS;

export type Sessions = ReturnType<typeof createSessions>;

/** What one consent opened. Its tokens die together, and its data access ends although they live. */
export function createSessions(state: State) {
  const startedMs = new Map<string, number>();
  const pageTokens = new Map<string, Token>();
  const dataAccessEndsMs = ({ grantId }: Token) =>
    (startedMs.get(grantId) ?? state.world.now()) + DATA_ACCESS_MS;
  const issueLike = (token: Token, consent: Consent, lifeSeconds: number) =>
    state.grants.issue(consent, lifeSeconds, token.refreshToken !== null, token.grantId);
  return {
    start(consent: Consent, lifeSeconds: number, withRefresh = false): Token {
      const token = state.grants.issue(consent, lifeSeconds, withRefresh);
      startedMs.set(token.grantId, state.world.now());
      return token;
    },
    /** Another token of the same consent. */
    another: (token: Token, lifeSeconds: number) => issueLike(token, token, lifeSeconds),
    dataAccessEndsMs,
    pageIdOf: (token: Token) => token.pageId ?? null,
    /** A Page token: without an end, and the same each time while it lives. */
    pageToken(of: Token, pageId: string, accounts: Account[]): Token {
      const key = `${of.grantId} ${pageId}`;
      const kept = pageTokens.get(key);
      if (kept && !kept.dead && kept.accessEndsMs > state.world.now()) return kept;
      const token = issueLike(of, { ...of, accounts, pageId }, Number.POSITIVE_INFINITY);
      pageTokens.set(key, token);
      return token;
    },
    /** A living token, or what Meta says of a dead one. */
    living(host: GraphHost, accessToken: string | undefined): Token {
      const bearer = bearerOf(state, host, accessToken);
      if (bearer.kind === "dead") throw deadToken(bearer.why);
      if (dataAccessEndsMs(bearer.token) <= state.world.now()) {
        throw new GraphRefusal(190, "Error validating access token: Data access has expired.");
      }
      return bearer.token;
    },
  };
}

export function deadToken(why: "missing" | "unknown" | "expired" | NonNullable<Token["dead"]>) {
  switch (why) {
    case "missing":
      return new GraphRefusal(190, "An access token is required to request this resource.");
    case "unknown":
      return new GraphRefusal(190, "Invalid OAuth access token - Cannot parse access token");
    case "expired":
      return expired();
    case "revoked":
      return new GraphRefusal(
        190,
        "Error validating access token: The user has not authorized the application.",
        458,
      );
    case "password_changed":
      return new GraphRefusal(
        190,
        "Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.",
        460,
      );
  }
}
