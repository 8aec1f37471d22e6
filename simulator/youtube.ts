import { Hono } from "hono";
import { answer } from "./answer.ts";
import { withFaults } from "./fault-answers.ts";
import type { State } from "./state.ts";
import { callerOf, spend, type YoutubeEnv } from "./youtube-access.ts";
import { channelRoutes } from "./youtube-channels.ts";
import { commentRoutes } from "./youtube-comments.ts";
import { youtubeWording } from "./youtube-errors.ts";
import { videoRoutes } from "./youtube-videos.ts";

/** The YouTube Data API v3. Each request costs a unit of its project's day, failed ones too. */
export function youtubeRoutes(state: State) {
  const routes = new Hono<YoutubeEnv>();
  routes.use(withFaults(state, "youtube", youtubeWording, operationOf));
  routes.use(async (context, next) => {
    const caller = callerOf(state, context.req);
    if ("status" in caller) return answer(caller);
    const bucket = operationOf(context.req.path) === "batchGetStats" ? "batchGetStats" : "general";
    if (!spend(state, caller.project, bucket)) return answer(youtubeWording("quota"));
    context.set("caller", caller);
    return next();
  });
  return routes
    .route("/", videoRoutes(state))
    .route("/", channelRoutes(state))
    .route("/", commentRoutes(state));
}

// `videos`, `batchGetStats`, `playlistItems` …
function operationOf(path: string) {
  return path.split(/[/:]/).at(-1) ?? "";
}
