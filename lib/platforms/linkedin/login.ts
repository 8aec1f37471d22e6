import type { Grant, Login, LoginChoice, LoginResult, Scope } from "../connected.ts";
import { hostsOf } from "../hosts.ts";
import { missingSetting } from "../oauth/missing-setting.ts";
import { askForTokens, type Tokens } from "../oauth/tokens.ts";
import type { PlatformSettings, SourceOptions } from "../settings.ts";
import { findAccounts } from "./find-accounts.ts";

const CLIENT_SETTINGS = ["LINKEDIN_CLIENT_ID", "LINKEDIN_CLIENT_SECRET"] as const;

const SCOPES: Scope[] = [
  { id: "openid", gives: "Who is signing in.", required: true },
  { id: "profile", gives: "Your name and picture.", required: true },
  {
    id: "r_organization_social",
    gives: "The posts and comments of the Pages you administer.",
    required: false,
  },
  {
    id: "rw_organization_admin",
    gives: "Your Pages, and impressions, reach, reactions and clicks of their posts.",
    required: false,
  },
  {
    id: "r_member_postAnalytics",
    gives: "Impressions, reach, reactions, saves and clicks of your own posts.",
    required: false,
  },
];

/** Signing in with LinkedIn. Pages and the member come from one consent. */
export function linkedinLogin(
  settings: PlatformSettings,
  { now = Date.now, limits }: SourceOptions = {},
): LoginChoice {
  const detail = missingSetting(settings, [...CLIENT_SETTINGS]);
  if (detail) return { kind: "unavailable", detail };
  const hosts = hostsOf(settings);
  const client = {
    client_id: settings.LINKEDIN_CLIENT_ID ?? "",
    client_secret: settings.LINKEDIN_CLIENT_SECRET ?? "",
  };
  const server = {
    name: "LinkedIn",
    url: `${hosts.linkedinToken}/accessToken`,
    clientSettings: CLIENT_SETTINGS.join(" and "),
  };
  const api = { baseUrl: hosts.linkedin, version: settings.LINKEDIN_VERSION, now, limits };
  const ask = (form: Record<string, string>, signal: AbortSignal) =>
    askForTokens(server, { ...form, ...client }, { signal, limits, nowMs: now() });

  const login: Login = {
    connection: "linkedin",
    platform: "linkedin",
    scopes: SCOPES,
    // No PKCE: LinkedIn documents it for apps without a secret, at another address.
    authorizeUrl({ state, redirectUri }) {
      const url = new URL(hosts.linkedinConsent);
      const parameters = new URLSearchParams({
        response_type: "code",
        client_id: client.client_id,
        redirect_uri: redirectUri,
        state,
        scope: SCOPES.map(({ id }) => id).join(" "),
      });
      url.search = String(parameters).replaceAll("+", "%20");
      return url;
    },
    async exchange({ code, redirectUri, signal }) {
      const form = { grant_type: "authorization_code", code, redirect_uri: redirectUri };
      const tokens = await ask(form, signal);
      if (tokens.kind !== "done") return tokens;
      const grant = grantOf(
        tokens.value,
        SCOPES.map(({ id }) => id),
      );
      return findAccounts(api, hosts.linkedinUserinfo, grant, signal);
    },
    async refresh(grant, _kind, signal) {
      if (!grant.refreshToken) return ended();
      const form = { grant_type: "refresh_token", refresh_token: grant.refreshToken };
      const tokens = await ask(form, signal);
      if (tokens.kind !== "done") return tokens;
      return { kind: "done", value: refreshed(grant, tokens.value) };
    },
  };
  return { kind: "ready", login };
}

function grantOf(tokens: Tokens, asked: string[]): Grant {
  const { accessToken, accessExpiresAt, refreshToken, refreshExpiresAt } = tokens;
  return {
    accessToken,
    accessExpiresAt,
    refreshToken,
    // Most apps get no refresh token: then consent ends with the access token.
    reconnectBy: refreshToken ? refreshExpiresAt : accessExpiresAt,
    scopes: tokens.scopes ?? asked,
  };
}

// Refreshing does not lengthen the refresh token's life, so the first date stays.
function refreshed(old: Grant, tokens: Tokens): Grant {
  const { accessToken, accessExpiresAt, refreshToken, refreshExpiresAt } = tokens;
  return {
    accessToken,
    accessExpiresAt,
    refreshToken: refreshToken ?? old.refreshToken,
    reconnectBy: old.reconnectBy ?? refreshExpiresAt,
    scopes: tokens.scopes ?? old.scopes,
  };
}

function ended(): LoginResult<Grant> {
  const detail =
    "LinkedIn gave no refresh token, so that access ends after 60 days. Connect the account again.";
  return { kind: "dead", problem: "expired", detail };
}
