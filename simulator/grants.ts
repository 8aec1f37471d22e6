import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Account } from "./accounts.ts";

/** The OAuth servers. Facebook's also opens Instagram accounts. */
export const LOGIN_SERVERS = ["google", "tiktok", "facebook", "instagram", "linkedin"] as const;

export type LoginServer = (typeof LOGIN_SERVERS)[number];

/** What a person allowed on a consent page. */
export type Consent = {
  server: LoginServer;
  accounts: Account[];
  scopes: string[];
  redirectUri: string;
  /** PKCE S256 challenge, when the app sent one. */
  codeChallenge: string | null;
  /** `access_type=offline` was asked: only then Google gives a refresh token. */
  offline: boolean;
  /** Of a Page token: the Page that it speaks for. */
  pageId?: string;
};

export type Token = Consent & {
  /** The same in all tokens that came from one code. */
  grantId: string;
  accessToken: string;
  accessEndsMs: number;
  refreshToken: string | null;
  /** What the server answers for it instead of data. */
  dead: "revoked" | "password_changed" | null;
};

export type Grants = {
  issueCode: (consent: Consent) => string;
  /** Once, with the right verifier and address; else null. */
  redeem: (
    server: LoginServer,
    code: string,
    redirectUri: string,
    verifier: string | null,
  ) => Consent | null;
  /** `grantId`: of the code that it came from, when other tokens did as well. */
  issue: (consent: Consent, lifeSeconds: number, withRefresh: boolean, grantId?: string) => Token;
  byAccess: (server: LoginServer, accessToken: string) => Token | undefined;
  /** A new access token for a refresh token; with `rotate` the old refresh token is dead. Null: `invalid_grant`. */
  refresh: (
    server: LoginServer,
    refreshToken: string,
    lifeSeconds: number,
    rotate: boolean,
  ) => Token | null;
  /** What an app asks for when it forgets a token: the whole grant dies. False: there is no such token. */
  revoke: (server: LoginServer, token: string) => boolean;
  /** Ends access tokens now (refresh tokens live on), or kills the whole grant. For tests and for the demo. */
  end: (
    server: LoginServer,
    accountId: string | null,
    how: "expire" | "revoke" | "password",
  ) => number;
  /** How many refreshes each server answered, refusals included. */
  refreshes: () => Record<string, number>;
  forgetRefreshes: () => void;
};

/** The end of tokens without one: a number that JSON can write. */
export const NEVER_MS = Number.MAX_SAFE_INTEGER;

const CODE_LIFE_MS = 600_000;

/** Tokens outlive a restart of the simulator: what was connected stays connected. */
export type TokenStore = { load: () => Token[]; save: (tokens: Token[]) => void };

/** The consents and tokens of all OAuth servers. */
export function createGrants(now: () => number, store?: TokenStore): Grants {
  const codes = new Map<string, Consent & { endsMs: number }>();
  // By server and token; of one refresh token the newest access token.
  const byAccess = new Map<string, Token>();
  const byRefresh = new Map<string, Token>();
  const refreshed = new Map<string, number>();
  const keep = (token: Token) => {
    byAccess.set(`${token.server} ${token.accessToken}`, token);
    if (token.refreshToken) byRefresh.set(`${token.server} ${token.refreshToken}`, token);
  };
  const save = () =>
    store?.save(
      [...byAccess.values()].filter(
        ({ server, accessEndsMs, refreshToken }) =>
          accessEndsMs > now() || byRefresh.has(`${server} ${refreshToken}`),
      ),
    );
  for (const token of store?.load() ?? []) keep(token);
  const add = (token: Token) => {
    keep(token);
    save();
    return token;
  };
  const endAll = (met: Token[], how: "expire" | "revoke" | "password") => {
    for (const token of met) {
      if (how === "expire") token.accessEndsMs = now();
      else token.dead = how === "revoke" ? "revoked" : "password_changed";
    }
    save();
    return met.length;
  };
  return {
    issueCode(consent) {
      const code = secret("code");
      codes.set(code, { ...consent, endsMs: now() + CODE_LIFE_MS });
      return code;
    },
    redeem(server, code, redirectUri, verifier) {
      const consent = codes.get(code);
      codes.delete(code);
      if (!consent || consent.server !== server || consent.endsMs < now()) return null;
      if (consent.redirectUri !== redirectUri) return null;
      const { codeChallenge } = consent;
      if (codeChallenge !== null && !challengesOf(verifier ?? "").includes(codeChallenge))
        return null;
      return consent;
    },
    issue: (consent, lifeSeconds, withRefresh, grantId = randomUUID()) =>
      add({
        ...consent,
        grantId,
        accessToken: secret(`sim-${consent.server}-access`),
        accessEndsMs: Math.min(now() + lifeSeconds * 1000, NEVER_MS),
        refreshToken: withRefresh ? secret(`sim-${consent.server}-refresh`) : null,
        dead: null,
      }),
    byAccess: (server, accessToken) => byAccess.get(`${server} ${accessToken}`),
    refresh(server, refreshToken, lifeSeconds, rotate) {
      refreshed.set(server, (refreshed.get(server) ?? 0) + 1);
      const old = byRefresh.get(`${server} ${refreshToken}`);
      if (!old || old.dead) return null;
      if (rotate) byRefresh.delete(`${server} ${refreshToken}`);
      return add({
        ...old,
        accessToken: secret(`sim-${server}-access`),
        accessEndsMs: now() + lifeSeconds * 1000,
        refreshToken: rotate ? secret(`sim-${server}-refresh`) : refreshToken,
      });
    },
    revoke(server, given) {
      const one = byAccess.get(`${server} ${given}`) ?? byRefresh.get(`${server} ${given}`);
      if (!one) return false;
      const met = [...byAccess.values()].filter(({ grantId }) => grantId === one.grantId);
      return endAll(met, "revoke") > 0;
    },
    end(server, accountId, how) {
      const met = [...byAccess.values()].filter(
        (token) =>
          token.server === server &&
          (accountId === null || token.accounts.some(({ id }) => id === accountId)),
      );
      return endAll(met, how);
    },
    refreshes: () => Object.fromEntries(refreshed),
    forgetRefreshes: () => refreshed.clear(),
  };
}

// TikTok wants the challenge in hex, everybody else in base64url.
function challengesOf(verifier: string) {
  const digest = createHash("sha256").update(verifier).digest();
  return [digest.toString("base64url"), digest.toString("hex")];
}

function secret(prefix: string) {
  return `${prefix}-${randomBytes(18).toString("base64url")}`;
}
