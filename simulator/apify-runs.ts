import { randomUUID } from "node:crypto";
import { type Circumstances, census, layOut, type Place, write } from "./apify-dataset.ts";
import type { Answered } from "./apify-lines.ts";
import { describeRun, ITEM_USD, START_USD } from "./apify-run-answer.ts";
import { type Course, endOf, itemsBy, statusOf, writtenMs } from "./apify-run-clock.ts";
import type { RunOptions } from "./apify-run-options.ts";
import { type Delivery, deliver } from "./apify-webhooks.ts";
import type { World } from "./posts.ts";
import type { Settings } from "./state.ts";

/** What is to be run. `read` reads the input: again, when the places of an old run were forgotten. */
export type Order = { actor: string; input: unknown; options: RunOptions; read: () => Answered };

export type Run = Course &
  Order & {
    id: string;
    circumstances: Circumstances;
    /** How many items are odd in which way. */
    census: Record<string, number>;
    deliveries: Delivery[];
  };

export type Runs = ReturnType<typeof createRuns>;

const KEPT = 10_000;
const KEPT_LAID_OUT = 16;
const TICK_MS = 50;
const TIMES = { twice: 2, once: 1, never: 0 };

/** The runs that were started, the oldest forgotten. Their state follows from the clock. */
export function createRuns(world: World, settings: Settings) {
  const runs = new Map<string, Run>();
  const laidOut = new Map<string, Place[]>();
  const untold = new Set<Run>();
  let timer: NodeJS.Timeout | null = null;

  function start(order: Order): Run | { refused: string } {
    const { apifyOddities: oddities, apifyMutations: mutations } = settings;
    const circumstances = { world, startedMs: world.now(), oddities, mutations };
    const places = placesOf(order, circumstances);
    if ("refused" in places) return places;
    const run: Run = {
      ...order,
      id: randomUUID().replaceAll("-", "").slice(0, 17),
      circumstances,
      startedMs: circumstances.startedMs,
      seconds: settings.apifyActorSeconds[order.actor] ?? settings.apifyRunSeconds,
      timeoutSeconds: order.options.timeoutSeconds,
      endsAs: settings.apifyRunEnds,
      abortedMs: null,
      planned: places.length,
      census: census(places, circumstances),
      deliveries: [],
    };
    keep(runs, run.id, run, KEPT);
    keep(laidOut, run.id, places, KEPT_LAID_OUT);
    if (order.options.webhooks.length > 0) untold.add(run);
    if (untold.size > 0) timer ??= setInterval(tell, TICK_MS).unref();
    return run;
  }

  function page(run: Run, offset: number, limit: number) {
    const places = laidOut.get(run.id) ?? placesOf(run, run.circumstances);
    if ("refused" in places) throw new Error(`An input was read and now is not: ${places.refused}`);
    keep(laidOut, run.id, places, KEPT_LAID_OUT);
    const total = Math.min(places.length, itemsBy(run, world.now()));
    const items = places
      .slice(offset, Math.min(total, offset + limit))
      .map((place) => write(place, writtenMs(run, place.index), run.circumstances));
    return { total, items };
  }

  // Looks for runs that ended, because a test's clock stands still or jumps.
  function tell() {
    for (const run of untold) {
      if (endOf(run).atMs > world.now()) continue;
      untold.delete(run);
      const ended = describeRun(run, endOf(run).as, world.now());
      const times = TIMES[settings.apifyWebhooks];
      for (const webhook of run.options.webhooks) {
        void deliver(webhook, ended, world.now(), times, (each) => run.deliveries.push(each));
      }
    }
    if (untold.size === 0) stop();
  }

  function stop() {
    if (timer) clearInterval(timer);
    timer = null;
  }

  return {
    start,
    page,
    stop,
    describe: (run: Run, status = statusOf(run, world.now())) =>
      describeRun(run, status, world.now()),
    get: (id: string) => runs.get(id),
    /** What tests look at, the latest last. */
    list: () =>
      [...runs.values()].map((run) => ({
        id: run.id,
        actor: run.actor,
        input: run.input,
        datasetId: `d${run.id}`,
        startedAt: new Date(run.startedMs).toISOString(),
        endsAt: new Date(endOf(run).atMs).toISOString(),
        endsAs: endOf(run).as,
        status: statusOf(run, world.now()),
        planned: run.planned,
        items: itemsBy(run, world.now()),
        oddities: run.census,
        webhooks: run.deliveries,
      })),
    abort(run: Run) {
      if (endOf(run).atMs > world.now()) run.abortedMs ??= world.now();
    },
  };
}

function placesOf({ read, options }: Order, circumstances: Circumstances) {
  const lines = read();
  if ("refused" in lines) return lines;
  const { maxItems, maxTotalChargeUsd } = options;
  const paid = maxTotalChargeUsd === null ? null : (maxTotalChargeUsd - START_USD) / ITEM_USD;
  const most = Math.min(maxItems ?? Number.POSITIVE_INFINITY, paid ?? Number.POSITIVE_INFINITY);
  return layOut(lines, circumstances).slice(0, Math.max(0, Math.floor(most)));
}

function keep<T>(map: Map<string, T>, id: string, value: T, most: number) {
  map.delete(id);
  map.set(id, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest) map.delete(oldest);
}
