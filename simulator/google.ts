import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { answer, type Said } from "./answer.ts";
import { type ConsentServer, consentRoutes } from "./consent-page.ts";
import { type Wording, withFaults } from "./fault-answers.ts";
import { fieldsOf } from "./form-fields.ts";
import type { Token } from "./grants.ts";
import type { State } from "./state.ts";

const ACCESS_SECONDS = 3599;

const consent: ConsentServer = {
  server: "google",
  platformName: "Google",
  path: "/o/oauth2/v2/auth",
  accountsOf: ({ book }) => book.accounts.filter(({ platform }) => platform === "youtube"),
  several: false,
  clientParameter: "client_id",
  scopeSeparator: " ",
  allowed: (scopes) => ({ scope: scopes.join(" "), authuser: "0", prompt: "consent" }),
};

const wording: Wording = (kind) => {
  switch (kind) {
    case "429":
    case "quota":
      return refusal(429, "rate_limit_exceeded", "Rate limit exceeded.");
    case "5xx":
      return refusal(500, "internal_failure", "Internal error.");
    case "expired_token":
      return refusal(400, "invalid_grant", "Token has been expired or revoked.");
  }
};

/** Google's OAuth server: consent, tokens (a refresh token stays the same), revocation. */
export function googleRoutes(state: State) {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const faults = withFaults(state, "google", wording, (path) => path.split("/").at(-1) ?? "");
  routes.use("/token", faults);
  routes.use("/revoke", faults);
  routes.route("/", consentRoutes(state, consent));

  routes.post("/token", async ({ req }) => {
    const field = await fieldsOf(req);
    const secret = field("client_secret");
    if (!field("client_id") || !secret || secret.startsWith("invalid")) {
      return answer(refusal(401, "invalid_client", "The OAuth client was not found."));
    }
    const seconds = state.settings.accessTokenSeconds ?? ACCESS_SECONDS;
    switch (field("grant_type")) {
      case "authorization_code": {
        const verifier = field("code_verifier") || null;
        const [code, redirectUri] = [field("code"), field("redirect_uri")];
        const given = state.grants.redeem("google", code, redirectUri, verifier);
        if (!given) return answer(refusal(400, "invalid_grant", "Malformed auth code."));
        const token = state.grants.issue(given, seconds, given.offline);
        return answer(tokenBody(token, seconds, token.refreshToken));
      }
      case "refresh_token": {
        const token = state.grants.refresh("google", field("refresh_token"), seconds, false);
        // No new refresh token: the old one stays.
        return answer(token ? tokenBody(token, seconds, null) : wording("expired_token"));
      }
      default:
        return answer(
          refusal(400, "unsupported_grant_type", `Invalid grant_type: ${field("grant_type")}`),
        );
    }
  });

  routes.post("/revoke", async ({ req }) => {
    const token = req.query("token") ?? (await fieldsOf(req))("token");
    const met = state.grants.revoke("google", token);
    return answer(
      met ? { status: 200, body: {} } : refusal(400, "invalid_token", "Token expired or revoked"),
    );
  });

  return routes;
}

function tokenBody(token: Token, seconds: number, refreshToken: string | null): Said {
  return {
    status: 200,
    body: {
      access_token: token.accessToken,
      expires_in: seconds,
      ...(refreshToken !== null && { refresh_token: refreshToken }),
      scope: token.scopes.join(" "),
      token_type: "Bearer",
    },
  };
}

function refusal(status: number, error: string, description: string): Said {
  return { status, body: { error, error_description: description } };
}
