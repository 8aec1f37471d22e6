import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { type Wording, withFaults } from "./fault-answers.ts";
import type { State } from "./state.ts";
import { tiktokDisplayRoutes } from "./tiktok-display.ts";
import { tiktokLoginError, tiktokWording } from "./tiktok-errors.ts";
import { tiktokConsentRoutes, tiktokTokenRoutes } from "./tiktok-login.ts";

const loginWording: Wording = (kind) => {
  switch (kind) {
    case "429":
    case "quota":
      return tiktokLoginError("rate_limit_exceeded", "Too many requests.", 429);
    case "5xx":
      return tiktokLoginError("server_error", "Something went wrong.", 500);
    case "expired_token":
      return tiktokLoginError("invalid_grant", "Refresh token is invalid or expired.");
  }
};

/** TikTok for developers: OAuth under `/v2/auth` and `/v2/oauth`, the Display API beside it. */
export function tiktokRoutes(state: State) {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const display = withFaults(state, "tiktok", tiktokWording, operationOf);
  routes.use("/v2/user/*", display);
  routes.use("/v2/video/*", display);
  routes.use("/v2/oauth/*", withFaults(state, "tiktok", loginWording, operationOf));
  return routes
    .route("/", tiktokConsentRoutes(state))
    .route("/v2", tiktokTokenRoutes(state))
    .route("/v2", tiktokDisplayRoutes(state));
}

// `videoList`, `videoQuery`, `userInfo`, `oauthToken` …
function operationOf(path: string) {
  const [group = "", verb = ""] = path.split("/").filter(Boolean).slice(-2);
  return `${group}${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
}
