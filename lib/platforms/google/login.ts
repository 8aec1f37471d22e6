import type { Grant, Login, LoginChoice, LoginResult } from "../connected.ts";
import { type Hosts, hostsOf } from "../hosts.ts";
import { missingSetting } from "../oauth/missing-setting.ts";
import type { CallContext } from "../oauth/post-form.ts";
import { askForTokens, type Tokens } from "../oauth/tokens.ts";
import type { PlatformSettings, SourceOptions } from "../settings.ts";
import { findChannels } from "./channels.ts";
import { GOOGLE_SCOPES } from "./scopes.ts";

/** Google's OAuth server, as YouTube channels are connected by it. */
export function youtubeLogin(settings: PlatformSettings, options: SourceOptions = {}): LoginChoice {
  const { GOOGLE_CLIENT_ID: id, GOOGLE_CLIENT_SECRET: secret } = settings;
  if (!id || !secret) {
    const names = ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"] as const;
    const detail = missingSetting(settings, [...names]) ?? "Google is not configured.";
    return { kind: "unavailable", detail };
  }
  return { kind: "ready", login: loginOf({ id, secret }, hostsOf(settings), options) };
}

function loginOf(
  client: { id: string; secret: string },
  hosts: Hosts,
  options: SourceOptions,
): Login {
  const { now = Date.now, limits } = options;
  const ask = (form: Record<string, string>, signal: AbortSignal) => {
    const server = {
      name: "Google",
      url: `${hosts.googleToken}/token`,
      clientSettings: "GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET",
    };
    const own = { client_id: client.id, client_secret: client.secret };
    const context: CallContext & { nowMs: number } = { signal, limits, nowMs: now() };
    return askForTokens(server, { ...form, ...own }, context);
  };
  return {
    connection: "youtube",
    platform: "youtube",
    scopes: GOOGLE_SCOPES,
    authorizeUrl({ state, codeChallenge, redirectUri }) {
      const url = new URL(hosts.googleConsent);
      url.search = new URLSearchParams({
        client_id: client.id,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: GOOGLE_SCOPES.map(({ id }) => id).join(" "),
        state,
        code_challenge: codeChallenge,
        code_challenge_method: "S256",
        // Together these two make sure of a refresh token.
        access_type: "offline",
        prompt: "consent",
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
      const asked = GOOGLE_SCOPES.map(({ id }) => id);
      const grant = grantOf(tokens.value, { refreshToken: null, reconnectBy: null, scopes: asked });
      return findChannels(hosts.youtube, grant, signal, options);
    },
    async refresh(grant, _kind, signal): Promise<LoginResult<Grant>> {
      if (!grant.refreshToken) {
        const detail = "Google gave no refresh token for this account. Connect the account again.";
        return { kind: "dead", problem: "expired", detail };
      }
      const form = { grant_type: "refresh_token", refresh_token: grant.refreshToken };
      const tokens = await ask(form, signal);
      if (tokens.kind !== "done") return tokens;
      return { kind: "done", value: grantOf(tokens.value, grant) };
    },
  };
}

/** Google sends a refresh token once and then keeps to it; how long it lives it tells of test clients only. */
function grantOf(
  tokens: Tokens,
  old: Pick<Grant, "refreshToken" | "reconnectBy" | "scopes">,
): Grant {
  const refreshToken = tokens.refreshToken ?? old.refreshToken;
  const { accessToken, accessExpiresAt } = tokens;
  return {
    accessToken,
    accessExpiresAt,
    refreshToken,
    // Without a refresh token the account ends with this access token.
    reconnectBy: refreshToken ? (tokens.refreshExpiresAt ?? old.reconnectBy) : accessExpiresAt,
    scopes: tokens.scopes ?? old.scopes,
  };
}
