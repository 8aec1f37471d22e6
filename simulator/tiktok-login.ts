import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { answer, type Said } from "./answer.ts";
import { type ConsentServer, consentRoutes } from "./consent-page.ts";
import { fieldsOf } from "./form-fields.ts";
import type { Token } from "./grants.ts";
import type { State } from "./state.ts";
import { tiktokLoginError } from "./tiktok-errors.ts";

const ACCESS_SECONDS = 86_400;
const REFRESH_SECONDS = 31_536_000;

const consent: ConsentServer = {
  server: "tiktok",
  platformName: "TikTok",
  path: "/v2/auth/authorize/",
  accountsOf: ({ book }) => book.accounts.filter(({ platform }) => platform === "tiktok"),
  several: false,
  clientParameter: "client_key",
  scopeSeparator: ",",
  allowed: (scopes) => ({ scopes: scopes.join(",") }),
  denied: { error_description: "The user denied the authorization request." },
};

/** TikTok's consent page, below the mount point of the server. */
export function tiktokConsentRoutes(state: State) {
  return consentRoutes(state, consent);
}

/** TikTok's tokens: each refresh gives a new refresh token, and the old one is dead at once. */
export function tiktokTokenRoutes(state: State) {
  const routes = new Hono<{ Bindings: HttpBindings }>();

  routes.post("/oauth/token/", async ({ req }) => {
    const field = await fieldsOf(req);
    const client = badClient(field);
    if (client) return answer(client);
    const seconds = state.settings.accessTokenSeconds ?? ACCESS_SECONDS;
    switch (field("grant_type")) {
      case "authorization_code": {
        const verifier = field("code_verifier") || null;
        const [code, redirectUri] = [field("code"), field("redirect_uri")];
        const given = state.grants.redeem("tiktok", code, redirectUri, verifier);
        if (!given) {
          return answer(tiktokLoginError("invalid_grant", "Authorization code is expired."));
        }
        return answer(tokenBody(state.grants.issue(given, seconds, true), seconds));
      }
      case "refresh_token": {
        const token = state.grants.refresh("tiktok", field("refresh_token"), seconds, true);
        if (token) return answer(tokenBody(token, seconds));
        return answer(tiktokLoginError("invalid_grant", "Refresh token is invalid or expired."));
      }
      default:
        return answer(tiktokLoginError("unsupported_grant_type", "Grant type is not supported."));
    }
  });

  routes.post("/oauth/revoke/", async ({ req }) => {
    const field = await fieldsOf(req);
    const client = badClient(field);
    if (client) return answer(client);
    const met = state.grants.revoke("tiktok", field("token"));
    if (!met) return answer(tiktokLoginError("invalid_request", "The token is not valid."));
    return answer({ status: 200, body: {} });
  });

  return routes;
}

function badClient(field: (name: string) => string) {
  const secret = field("client_secret");
  // The parameter is client_key: client_id alone is not understood.
  if (field("client_key") && secret && !secret.startsWith("invalid")) return null;
  return tiktokLoginError("invalid_client", "Client key or secret is incorrect.");
}

function tokenBody(token: Token, seconds: number): Said {
  return {
    status: 200,
    body: {
      access_token: token.accessToken,
      expires_in: seconds,
      open_id: token.accounts[0]?.id ?? "",
      refresh_token: token.refreshToken,
      refresh_expires_in: REFRESH_SECONDS,
      scope: token.scopes.join(","),
      token_type: "Bearer",
    },
  };
}
