import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { apifyRoutes } from "./apify.ts";
import { createRuns } from "./apify-runs.ts";
import { controlRoutes } from "./control.ts";
import { facebookRoutes } from "./facebook.ts";
import { createFaultBox } from "./fault-box.ts";
import { googleRoutes } from "./google.ts";
import { createGrants, type TokenStore } from "./grants.ts";
import { instagramRoutes } from "./instagram-login.ts";
import { linkedinRoutes } from "./linkedin.ts";
import { createWorld } from "./posts.ts";
import { createRequestLog } from "./request-log.ts";
import { shortLinkRoutes } from "./short-links.ts";
import { DEFAULT_SETTINGS, type State } from "./state.ts";
import { thumbnailRoutes } from "./thumbnails.ts";
import { tiktokRoutes } from "./tiktok.ts";
import { youtubeRoutes } from "./youtube.ts";
import { youtubeAnalyticsRoutes } from "./youtube-analytics.ts";

export type SimulatorOptions = {
  /** 0 for any free one. */
  port: number;
  seed?: string;
  now?: () => number;
  /** Publication dates lie before this moment (ms). Keep it from start to start, or posts change their dates. */
  anchorMs?: number | undefined;
  /** Where tokens are kept from start to start. Without it in memory alone. */
  tokenStore?: TokenStore;
};

/** Starts the simulator on 127.0.0.1. Rejects with EADDRINUSE when the port is taken. */
export async function startSimulator({
  port,
  seed = "media-metrics-lab",
  now = Date.now,
  anchorMs = now(),
  tokenStore,
}: SimulatorOptions) {
  const world = createWorld({ seed, now, anchorMs });
  const settings = { ...DEFAULT_SETTINGS };
  const state: State = {
    world,
    book: world.book,
    grants: createGrants(now, tokenStore),
    gone: world.gone,
    spent: new Map(),
    settings,
    runs: createRuns(world, settings),
    faults: createFaultBox(seed),
    log: createRequestLog(),
  };
  const app = new Hono()
    .route("/google", googleRoutes(state))
    .route("/youtube/v3", youtubeRoutes(state))
    .route("/youtube-analytics/v2", youtubeAnalyticsRoutes(state))
    .route("/tiktok", tiktokRoutes(state))
    .route("/apify/v2", apifyRoutes(state))
    .route("/facebook", facebookRoutes(state))
    .route("/instagram", instagramRoutes(state))
    .route("/linkedin", linkedinRoutes(state))
    .route("/short", shortLinkRoutes(state))
    .route("/thumb", thumbnailRoutes())
    .route("/_control", controlRoutes(state))
    .get("/", (context) => context.text("The simulator of Media Metrics Lab.\n"));

  // Safe because without `createServer` the adaptor makes a plain HTTP/1.1 server.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  // Safe because a server that listens on a port has an address, and no path.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: state.log.read,
    faults: state.faults,
    settings: state.settings,
    book: state.book,
    grants: state.grants,
    gone: state.gone,
    world: state.world,
    async close() {
      state.runs.stop();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
