import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { answer } from "./answer.ts";
import { type ConsentServer, consentRoutes } from "./consent-page.ts";
import { withFaults } from "./fault-answers.ts";
import type { Token } from "./grants.ts";
import { createGraph } from "./graph-engine.ts";
import { expired, GraphRefusal, graphWording } from "./graph-refusal.ts";
import { graphHandlers, graphReply, refusing, tokenOf } from "./graph-routes.ts";
import { createSessions } from "./graph-sessions.ts";
import type { State } from "./state.ts";

const SHORT_SECONDS = 3600;
const LONG_SECONDS = 5_184_000;

const consent: ConsentServer = {
  server: "instagram",
  platformName: "Instagram",
  path: "/oauth/authorize",
  accountsOf: ({ book }) => book.accounts.filter(({ platform }) => platform === "instagram"),
  several: false,
  clientParameter: "client_id",
  scopeSeparator: ",",
  denied: { error_reason: "user_denied", error_description: "The user denied your request" },
  fragment: "#_",
};

/** Instagram Login and graph.instagram.com. */
export function instagramRoutes(state: State) {
  const sessions = createSessions(state);
  const { read, batch } = graphHandlers(state, "instagram", createGraph(state, sessions));
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.route("/", consentRoutes(state, consent));
  routes.use(withFaults(state, "instagram", graphWording));

  // api.instagram.com has errors of its own shape.
  routes.post("/oauth/access_token", async ({ req }) => {
    state.log.add("instagram.token", Date.now());
    const form = await req.formData().catch(() => new FormData());
    const field = (name: string) => String(form.get(name) ?? "");
    const secret = field("client_secret");
    if (!field("client_id") || !secret || secret.startsWith("invalid")) {
      return answer(refused("Error validating client secret."));
    }
    const verifier = field("code_verifier") || null;
    const given = state.grants.redeem("instagram", field("code"), field("redirect_uri"), verifier);
    if (!given) return answer(refused("Invalid authorization code"));
    const token = sessions.start(given, state.settings.accessTokenSeconds ?? SHORT_SECONDS, true);
    const body = {
      access_token: token.accessToken,
      user_id: given.accounts[0]?.id,
      permissions: given.scopes.join(","),
    };
    return answer({ status: 200, body });
  });

  const ask = (
    path: string,
    grantType: string,
    next: (token: Token, seconds: number) => Token | null,
  ) =>
    routes.get(path, (context) =>
      refusing(() => {
        state.log.add("instagram.token", Date.now());
        const params = new URL(context.req.url).searchParams;
        if (params.get("grant_type") !== grantType) {
          throw new GraphRefusal(100, "Unsupported get request.");
        }
        const seconds = state.settings.accessTokenSeconds ?? LONG_SECONDS;
        const token = next(sessions.living("instagram", tokenOf(context, params)), seconds);
        if (!token) throw expired();
        const body = { access_token: token.accessToken, token_type: "bearer", expires_in: seconds };
        return graphReply(state, { status: 200, body });
      }),
    );
  ask("/access_token", "ig_exchange_token", sessions.another);
  // Nobody sees the refresh token: with it these refreshes are counted as everybody's.
  ask("/refresh_access_token", "ig_refresh_token", ({ refreshToken }, seconds) =>
    state.grants.refresh("instagram", refreshToken ?? "", seconds, false),
  );

  routes.on("POST", ["/", "/:version{v[0-9.]+}", "/:version{v[0-9.]+}/"], batch);
  routes.get("*", read);
  return routes;
}

function refused(message: string) {
  return {
    status: 400,
    body: { error_type: "OAuthException", code: 400, error_message: message },
  };
}
