import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { exactJsonText } from "../lib/http/exact-json.ts";
import { createRuns, type Run } from "./apify-runs.ts";
import { type Wording, withFaults } from "./fault-answers.ts";
import { instagramItems } from "./instagram-items.ts";
import type { State } from "./state.ts";
import { tiktokItems } from "./tiktok-items.ts";

const wording: Wording = (kind) => {
  switch (kind) {
    case "429":
      return apifyError(
        429,
        "rate-limit-exceeded",
        "You have exceeded the rate limit of 60 requests per second",
      );
    case "5xx":
      return apifyError(500, "internal-server-error", "Internal server error");
    case "quota":
      return apifyError(
        402,
        "not-enough-usage-to-run-paid-actor",
        "By launching this job you will exceed your remaining usage.",
      );
    case "expired_token":
      return apifyError(401, "invalid-token", "Authentication token is not valid.");
  }
};

/** Apify's API: start a run of an actor, look after it, read its dataset. */
export function apifyRoutes(state: State) {
  const runs = createRuns(state);
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.use(withFaults(state, "apify", wording));
  routes.use(async (context, next) => {
    const token =
      context.req.header("authorization")?.replace(/^Bearer /, "") ?? context.req.query("token");
    if (!token)
      return reply(apifyError(401, "token-not-provided", "Authentication token was not provided."));
    if (token.startsWith("invalid")) return reply(wording("expired_token"));
    return next();
  });

  // `acts` is the old name of the same thing.
  routes.post("/:actors{actors|acts}/:actor/runs", async (context) => {
    const actor = context.req.param("actor");
    if (!itemsOf(actor)) return reply(apifyError(404, "record-not-found", "Actor was not found"));
    const input: unknown = await context.req.json().catch(() => null);
    if (!input) return reply(apifyError(400, "invalid-input", "Input is not valid JSON"));
    const run = runs.start(actor, input);
    const waited = context.req.query("waitForFinish");
    if (!waited) return reply({ status: 201, body: { data: runs.describe(run, "READY") } });
    await sleep(1000 * Math.min(run.seconds, Number(waited)));
    return reply({ status: 201, body: { data: runs.describe(run) } });
  });

  routes.get("/actor-runs/:id", (context) => {
    const run = runs.get(context.req.param("id"));
    if (!run) return reply(apifyError(404, "record-not-found", "Actor run was not found"));
    return reply({ status: 200, body: { data: runs.describe(run) } });
  });

  routes.get("/datasets/:id/items", (context) => {
    const run = runs.get(context.req.param("id").slice(1));
    if (!run) return reply(apifyError(404, "record-not-found", "Dataset was not found"));
    const all = datasetOf(state, run, new URL(context.req.url).origin);
    const offset = Number(context.req.query("offset") ?? 0);
    const limit = Number(context.req.query("limit") ?? all.length);
    const page = all.slice(offset, offset + limit);
    return reply(
      { status: 200, body: page },
      {
        "x-apify-pagination-offset": String(offset),
        "x-apify-pagination-limit": String(limit),
        "x-apify-pagination-count": String(page.length),
        "x-apify-pagination-total": String(all.length),
      },
    );
  });

  return routes;
}

function itemsOf(actor: string) {
  if (actor.includes("instagram")) return instagramItems;
  return actor.includes("tiktok") ? tiktokItems : null;
}

// A run that failed got half-way.
function datasetOf({ world }: State, run: Run, base: string) {
  const items = itemsOf(run.actor)?.(world, run.input, base) ?? [];
  return run.endsAs === "SUCCEEDED" ? items : items.slice(0, Math.floor(items.length / 2));
}

function apifyError(status: number, type: string, message: string) {
  return { status, body: { error: { type, message } } };
}

function reply(
  { status, body }: { status: number; body: unknown },
  headers: Record<string, string> = {},
) {
  return new Response(exactJsonText(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}
