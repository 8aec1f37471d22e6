import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { answer, type Said } from "./answer.ts";
import { bearerOf, tokenOfHeader } from "./bearer.ts";
import { type ConsentServer, consentRoutes } from "./consent-page.ts";
import { withFaults } from "./fault-answers.ts";
import type { Token } from "./grants.ts";
import { memberOf } from "./linkedin-access.ts";
import { denied, linkedinWording, unauthorized } from "./linkedin-refusal.ts";
import type { State } from "./state.ts";

const ACCESS_SECONDS = 5_184_000;
const REFRESH_SECONDS = 365 * 86_400;

const consent: ConsentServer = {
  server: "linkedin",
  platformName: "LinkedIn",
  path: "/oauth/v2/authorization",
  accountsOf: ({ book }) => book.accounts.filter(({ platform }) => platform === "linkedin"),
  several: true,
  clientParameter: "client_id",
  scopeSeparator: " ",
  denied: {
    error: "user_cancelled_authorize",
    error_description: "The user cancelled the authorization",
  },
};

/** LinkedIn's OAuth server and who signed in. Only with organizations there is a refresh token. */
export function linkedinLoginRoutes(state: State) {
  const refreshEndsMs = new Map<string, number>();
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.route("/", consentRoutes(state, consent));
  const faults = withFaults(state, "linkedin", linkedinWording, operationOf);
  routes.use("/oauth/v2/accessToken", faults);
  routes.use("/oauth/v2/revoke", faults);
  routes.use("/v2/userinfo", faults);

  routes.post("/oauth/v2/accessToken", async ({ req }) => {
    const form = await req.formData().catch(() => new FormData());
    const field = (name: string) => String(form.get(name) ?? "");
    const secret = field("client_secret");
    if (!field("client_id") || !secret || secret.startsWith("invalid")) {
      return answer(refusal(401, "invalid_client", "Client authentication failed"));
    }
    const seconds = state.settings.accessTokenSeconds ?? ACCESS_SECONDS;
    if (field("grant_type") === "refresh_token") {
      const token = refreshed(field("refresh_token"), seconds);
      return answer(token ? tokenBody(token, seconds) : invalidGrant);
    }
    const verifier = field("code_verifier") || null;
    const given = state.grants.redeem("linkedin", field("code"), field("redirect_uri"), verifier);
    if (!given) return answer(invalidGrant);
    const organizations = given.accounts.some(({ id }) => id.startsWith("urn:li:organization:"));
    const token = state.grants.issue(given, seconds, organizations);
    if (token.refreshToken) {
      refreshEndsMs.set(token.refreshToken, state.world.now() + REFRESH_SECONDS * 1000);
    }
    return answer(tokenBody(token, seconds));
  });

  routes.post("/oauth/v2/revoke", async ({ req }) => {
    const form = await req.formData().catch(() => new FormData());
    state.grants.revoke("linkedin", String(form.get("token") ?? ""));
    return answer({ status: 200, body: {} });
  });

  routes.get("/v2/userinfo", ({ req }) => {
    const bearer = bearerOf(state, "linkedin", tokenOfHeader(req.header("authorization")));
    if (bearer.kind === "dead") return answer(unauthorized(bearer.why).answer());
    const { scopes } = bearer.token;
    if (!scopes.includes("openid")) return answer(denied("userinfo.GET.NO_VERSION").answer());
    const { urn, name } = memberOf(bearer.token);
    const [given = "", ...family] = name.split(" ");
    const profile = { name, given_name: given, family_name: family.join(" "), locale: "en_US" };
    const picture = `${new URL(req.url).origin}/thumb/linkedin/${urn.split(":").at(-1)}.svg`;
    const body = {
      sub: urn.split(":").at(-1),
      ...(scopes.includes("profile") && { ...profile, picture }),
      ...(scopes.includes("email") && { email: "member@example.com", email_verified: true }),
    };
    return answer({ status: 200, body });
  });

  // Refreshing gives the refresh token no longer life.
  function refreshed(refreshToken: string, seconds: number) {
    const ended = (refreshEndsMs.get(refreshToken) ?? 0) <= state.world.now();
    const token = state.grants.refresh("linkedin", refreshToken, seconds, false);
    return ended ? null : token;
  }

  function tokenBody(token: Token, seconds: number): Said {
    const { refreshToken } = token;
    const leftMs = (refreshEndsMs.get(refreshToken ?? "") ?? 0) - state.world.now();
    return {
      status: 200,
      body: {
        access_token: token.accessToken,
        expires_in: seconds,
        ...(refreshToken && {
          refresh_token: refreshToken,
          refresh_token_expires_in: Math.floor(leftMs / 1000),
        }),
        scope: token.scopes.join(","),
        token_type: "Bearer",
      },
    };
  }

  return routes;
}

const invalidGrant = refusal(
  400,
  "invalid_grant",
  "The provided authorization grant or refresh token is invalid, expired or revoked.",
);

function refusal(status: number, error: string, description: string): Said {
  return { status, body: { error, error_description: description } };
}

const operationOf = (path: string) =>
  path.endsWith("/accessToken") ? "token" : (path.split("/").at(-1) ?? "");
