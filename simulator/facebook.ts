import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { consentRoutes } from "./consent-page.ts";
import { debugToken, facebookConsent, facebookToken, revokePermissions } from "./facebook-login.ts";
import { withFaults } from "./fault-answers.ts";
import { createGraph } from "./graph-engine.ts";
import { graphWording } from "./graph-refusal.ts";
import { GRAPH_VERSION, graphHandlers, graphReply, refusing, tokenOf } from "./graph-routes.ts";
import { createSessions } from "./graph-sessions.ts";
import type { State } from "./state.ts";

type GraphContext = Context<{ Bindings: HttpBindings }>;

/** Facebook Login and graph.facebook.com: Pages, their posts, and the Instagram accounts behind them. */
export function facebookRoutes(state: State) {
  const sessions = createSessions(state);
  const { read, batch } = graphHandlers(state, "facebook", createGraph(state, sessions));
  const routes = new Hono<{ Bindings: HttpBindings }>();
  // Before the faults: a person looks at it.
  routes.route("/", consentRoutes(state, facebookConsent(`/${GRAPH_VERSION}/dialog/oauth`)));
  routes.use(withFaults(state, "facebook", graphWording));

  const said = (make: (params: URLSearchParams) => unknown) => (context: GraphContext) =>
    refusing(() =>
      graphReply(state, { status: 200, body: make(new URL(context.req.url).searchParams) }),
    );
  const both = (path: string) => [path, `/:version{v[0-9.]+}${path}`];

  const token = said((params) => {
    state.log.add("facebook.token", Date.now());
    return facebookToken(state, sessions, params);
  });
  const revoke = (context: GraphContext) =>
    said((params) => {
      state.log.add("facebook.revoke", Date.now());
      return revokePermissions(state, tokenOf(context, params));
    })(context);
  routes.on("GET", both("/oauth/access_token"), token);
  routes.on(
    "GET",
    both("/debug_token"),
    said((params) => debugToken(state, sessions, params)),
  );
  routes.on("DELETE", both("/me/permissions"), revoke);
  routes.post("/", batch);
  routes.post("/:version{v[0-9.]+}", batch);
  routes.post("/:version{v[0-9.]+}/", batch);
  routes.get("*", read);
  return routes;
}
