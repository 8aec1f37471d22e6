import { Hono } from "hono";
import { z } from "zod";
import { fault } from "./fault-box.ts";
import { DEFAULT_SETTINGS, type State } from "./state.ts";

const settings = z
  .object({
    youtubeDailyQuota: z.number().int().nonnegative(),
    apifyRunSeconds: z.number().nonnegative(),
    apifyRunEnds: z.enum(["SUCCEEDED", "FAILED", "TIMED-OUT", "ABORTED"]),
  })
  .partial();

/** How tests steer the simulator: faults, settings, and what was asked of it. */
export function controlRoutes(state: State) {
  const routes = new Hono();

  routes.post("/faults", async (context) => {
    const read = z.array(fault).safeParse(await context.req.json().catch(() => null));
    if (!read.success) return context.text(z.prettifyError(read.error), 422);
    state.faults.set(read.data);
    return context.json({ faults: read.data.length });
  });

  routes.post("/settings", async (context) => {
    const read = settings.safeParse(await context.req.json().catch(() => null));
    if (!read.success) return context.text(z.prettifyError(read.error), 422);
    Object.assign(state.settings, read.data);
    return context.json(state.settings);
  });

  routes.post("/reset", (context) => {
    state.faults.set([]);
    state.log.clear();
    Object.assign(state.settings, DEFAULT_SETTINGS);
    return context.json({ reset: true });
  });

  routes.get("/requests", (context) => context.json(state.log.read()));

  return routes;
}
