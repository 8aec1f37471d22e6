import type { Grant, Login, LoginChoice, LoginResult } from "../connected.ts";
import { type Hosts, hostsOf } from "../hosts.ts";
import { missingSetting } from "../oauth/missing-setting.ts";
import { askForTokens, type Tokens } from "../oauth/tokens.ts";
import type { PlatformSettings, SourceOptions } from "../settings.ts";
import { TIKTOK_SCOPES } from "./scopes.ts";
import { findUser } from "./user.ts";

/** TikTok's OAuth server. It calls its client id `client_key`, and each refresh may change the refresh token. */
export function tiktokLogin(settings: PlatformSettings, options: SourceOptions = {}): LoginChoice {
  const { TIKTOK_CLIENT_KEY: key, TIKTOK_CLIENT_SECRET: secret } = settings;
  if (!key || !secret) {
    const names = ["TIKTOK_CLIENT_KEY", "TIKTOK_CLIENT_SECRET"] as const;
    const detail = missingSetting(settings, [...names]) ?? "TikTok is not configured.";
    return { kind: "unavailable", detail };
  }
  return { kind: "ready", login: loginOf({ key, secret }, hostsOf(settings), options) };
}

function loginOf(
  client: { key: string; secret: string },
  hosts: Hosts,
  options: SourceOptions,
): Login {
  const { now = Date.now, limits } = options;
  const own = { client_key: client.key, client_secret: client.secret };
  const ask = (form: Record<string, string>, signal: AbortSignal) => {
    const server = {
      name: "TikTok",
      url: `${hosts.tiktok}/oauth/token/`,
      clientSettings: "TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET",
    };
    return askForTokens(server, { ...form, ...own }, { signal, limits, nowMs: now() });
  };
  return {
    connection: "tiktok",
    platform: "tiktok",
    scopes: TIKTOK_SCOPES,
    authorizeUrl({ state, codeChallenge, redirectUri }) {
      const url = new URL(hosts.tiktokConsent);
      url.search = new URLSearchParams({
        client_key: client.key,
        scope: TIKTOK_SCOPES.map(({ id }) => id).join(","),
        response_type: "code",
        redirect_uri: redirectUri,
        state,
        // TikTok wants the digest in hex where everybody else has base64url.
        code_challenge: Buffer.from(codeChallenge, "base64url").toString("hex"),
        code_challenge_method: "S256",
      }).toString();
      return url;
    },
    async exchange({ code, codeVerifier, redirectUri, signal }) {
      const tokens = await ask(
        {
          grant_type: "authorization_code",
          code,
          code_verifier: codeVerifier,
          redirect_uri: redirectUri,
        },
        signal,
      );
      if (tokens.kind !== "done") return tokens;
      const asked = TIKTOK_SCOPES.map(({ id }) => id);
      const grant = grantOf(tokens.value, { refreshToken: null, reconnectBy: null, scopes: asked });
      return findUser(hosts.tiktok, grant, signal, options);
    },
    async refresh(grant, _kind, signal): Promise<LoginResult<Grant>> {
      if (!grant.refreshToken) {
        const detail = "TikTok gave no refresh token for this account. Connect the account again.";
        return { kind: "dead", problem: "expired", detail };
      }
      const form = { grant_type: "refresh_token", refresh_token: grant.refreshToken };
      const tokens = await ask(form, signal);
      if (tokens.kind !== "done") return tokens;
      return { kind: "done", value: grantOf(tokens.value, grant) };
    },
  };
}

function grantOf(
  tokens: Tokens,
  old: Pick<Grant, "refreshToken" | "reconnectBy" | "scopes">,
): Grant {
  return {
    accessToken: tokens.accessToken,
    accessExpiresAt: tokens.accessExpiresAt,
    // The new one, where there is one: then the old one is dead already.
    refreshToken: tokens.refreshToken ?? old.refreshToken,
    reconnectBy: tokens.refreshExpiresAt ?? old.reconnectBy,
    scopes: tokens.scopes ?? old.scopes,
  };
}
