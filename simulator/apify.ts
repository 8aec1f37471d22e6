import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { answer } from "./answer.ts";
import { actorNamed, describeActor } from "./apify-actors.ts";
import { apifyError, apifyWording, notFound } from "./apify-answers.ts";
import { endOf } from "./apify-run-clock.ts";
import { readRunOptions } from "./apify-run-options.ts";
import type { Run } from "./apify-runs.ts";
import { withFaults } from "./fault-answers.ts";
import type { State } from "./state.ts";

const MOST_WAITED_SECONDS = 60;
const LOOK_MS = 50;

/** Apify's API: start a run of an actor, look after it, read its dataset. */
export function apifyRoutes(state: State) {
  const { runs, world } = state;
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.use(withFaults(state, "apify", apifyWording));
  routes.use(async (context, next) => {
    const token =
      context.req.header("authorization")?.replace(/^Bearer /, "") ?? context.req.query("token");
    if (!token)
      return answer(
        apifyError(401, "token-not-provided", "Authentication token was not provided."),
      );
    if (token.startsWith("invalid")) return answer(apifyWording("expired_token"));
    return next();
  });

  routes.get("/users/me", () => data({ id: "simulated", username: "simulated", plan: PLAN }));

  // `acts` is the old name of the same thing.
  routes.get("/:actors{actors|acts}/:actor", (context) => {
    const actor = context.req.param("actor");
    return actorNamed(actor) ? data(describeActor(actor)) : notFound("Actor");
  });

  routes.post("/:actors{actors|acts}/:actor/runs", async (context) => {
    const actor = context.req.param("actor");
    const read = actorNamed(actor);
    if (!read) return notFound("Actor");
    const input: unknown = await context.req.json().catch(() => null);
    if (!input) return answer(apifyError(400, "invalid-input", "Input is not valid JSON"));
    const options = readRunOptions(context.req.query());
    if (!options) return answer(apifyError(400, "invalid-value", "A parameter is not valid"));
    const asked = {
      world,
      input,
      atMs: world.now(),
      base: new URL(context.req.url).origin,
      oddities: state.settings.apifyOddities,
    };
    const run = runs.start({ actor, input, options, read: () => read(asked) });
    if ("refused" in run) {
      return answer(apifyError(400, "invalid-input", `Input is not valid: ${run.refused}`));
    }
    const location = {
      location: context.req.url.replace(/act(or)?s\/.*$/, `actor-runs/${run.id}`),
    };
    const waited = Number(context.req.query("waitForFinish") ?? 0);
    if (!waited) return data(runs.describe(run, "READY"), 201, location);
    await sleep(1000 * Math.min(run.seconds, waited, MOST_WAITED_SECONDS));
    return data(runs.describe(run), 201, location);
  });

  routes.get("/actor-runs/:id", async (context) => {
    const run = runs.get(context.req.param("id"));
    if (!run) return notFound("Actor run");
    const waited = Math.min(Number(context.req.query("waitForFinish") ?? 0), MOST_WAITED_SECONDS);
    const until = Date.now() + 1000 * waited;
    while (endOf(run).atMs > world.now() && Date.now() < until) await sleep(LOOK_MS);
    return data(runs.describe(run));
  });

  routes.post("/actor-runs/:id/abort", (context) => {
    const run = runs.get(context.req.param("id"));
    if (!run) return notFound("Actor run");
    runs.abort(run);
    return data(runs.describe(run));
  });

  routes.get("/actor-runs/:id/dataset/items", (context) => {
    const run = runs.get(context.req.param("id"));
    return run ? itemsOf(context, run) : notFound("Actor run");
  });

  routes.get("/datasets/:id/items", (context) => {
    const run = runs.get(context.req.param("id").slice(1));
    return run ? itemsOf(context, run) : notFound("Dataset");
  });

  function itemsOf({ req }: Context, run: Run) {
    const offset = Math.max(0, Number(req.query("offset") ?? 0) || 0);
    const limit = Math.max(0, Number(req.query("limit") || Number.MAX_SAFE_INTEGER));
    const { items, total } = runs.page(run, offset, limit);
    const clean = ["1", "true"].includes(req.query("clean") ?? "");
    const page = clean ? items.filter((item) => !isEmpty(item)) : items;
    return answer(
      { status: 200, body: page },
      {
        "x-apify-pagination-offset": String(offset),
        "x-apify-pagination-limit": String(req.query("limit") ?? total),
        "x-apify-pagination-count": String(page.length),
        "x-apify-pagination-total": String(total),
      },
    );
  }

  return routes;
}

const PLAN = { id: "STARTER", monthlyUsageCreditsUsd: 49 };

function isEmpty(item: unknown) {
  return typeof item === "object" && item !== null && Object.keys(item).length === 0;
}

function data(body: object, status = 200, headers: Record<string, string> = {}) {
  return answer({ status, body: { data: body } }, headers);
}
