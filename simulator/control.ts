import { Hono } from "hono";
import { z } from "zod";
import { ACCOUNT_PLATFORMS } from "./accounts.ts";
import { LASTING_KINDS, PASSING_KINDS } from "./apify-oddities.ts";
import { fault } from "./fault-box.ts";
import { LOGIN_SERVERS } from "./grants.ts";
import { DEFAULT_SETTINGS, type State } from "./state.ts";

const settings = z
  .object({
    youtubeDailyQuota: z.number().int().nonnegative(),
    youtubeStatsDailyQuota: z.number().int().nonnegative(),
    apifyRunSeconds: z.number().nonnegative(),
    apifyRunEnds: z.enum(["SUCCEEDED", "FAILED", "TIMED-OUT", "ABORTED"]),
    apifyActorSeconds: z.record(z.string(), z.number().nonnegative()),
    apifyOddities: z.union([
      z.boolean(),
      z.partialRecord(z.enum([...LASTING_KINDS, ...PASSING_KINDS]), z.number().min(0).max(1)),
    ]),
    apifyMutations: z.boolean(),
    apifyWebhooks: z.enum(["twice", "once", "never"]),
    retiredMetrics: z.array(z.string()),
    graphUsage: z.number().nonnegative().nullable(),
    graphUnfinishedEvery: z.number().int().positive().nullable(),
    subscribers: z.enum(["told", "hidden", "failing"]),
    deadLinkedinVersions: z.array(z.string()),
    accessTokenSeconds: z.number().int().positive().nullable(),
  })
  .partial();

const post = z.object({ platform: z.enum(ACCOUNT_PLATFORMS), id: z.string().min(1) });
const gone = post.extend({ gone: z.boolean() });
const restated = post.extend({ factor: z.number().positive().max(1) });

const ended = z.object({
  server: z.enum(LOGIN_SERVERS),
  accountId: z.string().optional(),
  how: z.enum(["expire", "revoke", "password"]),
});

/** How tests steer the simulator: faults, settings, and what was asked of it. */
export function controlRoutes(state: State) {
  const routes = new Hono();

  const order = <T>(path: string, schema: z.ZodType<T>, obey: (given: T) => object) =>
    routes.post(path, async (context) => {
      const read = schema.safeParse(await context.req.json().catch(() => null));
      if (!read.success) return context.text(z.prettifyError(read.error), 422);
      return context.json(obey(read.data));
    });

  order("/faults", z.array(fault), (faults) => {
    state.faults.set(faults);
    return { faults: faults.length };
  });

  order("/settings", settings, (given) => Object.assign(state.settings, given));

  // Access tokens end now, or whole grants die.
  order("/tokens", ended, ({ server, accountId, how }) => ({
    ended: state.grants.end(server, accountId ?? null, how),
  }));

  order("/gone", gone, (given) => {
    const name = `${given.platform} ${canonical(state, given)}`;
    if (given.gone) state.gone.add(name);
    else state.gone.delete(name);
    return given;
  });

  // Counts fall to a share of themselves, and grow on from there.
  order("/restate", restated, (given) => {
    state.world.restated.set(`${given.platform} ${canonical(state, given)}`, given.factor);
    return given;
  });

  routes.post("/reset", (context) => {
    state.faults.set([]);
    state.log.clear();
    state.spent.clear();
    state.grants.forgetRefreshes();
    state.gone.clear();
    state.world.restated.clear();
    Object.assign(state.settings, DEFAULT_SETTINGS);
    return context.json({ reset: true });
  });

  routes.get("/requests", (context) => context.json(state.log.read()));

  routes.get("/refreshes", (context) => context.json(state.grants.refreshes()));

  routes.get("/apify-runs", (context) => context.json(state.runs.list()));

  routes.get("/accounts", (context) =>
    context.json(
      state.book.accounts.map(({ platform, id, handle, name, large }) => ({
        platform,
        id,
        handle,
        name,
        large,
      })),
    ),
  );

  return routes;
}

// One name for a post that has two ids.
function canonical({ book }: State, { platform, id }: z.output<typeof post>) {
  return book.post(platform, id)?.id ?? id;
}
