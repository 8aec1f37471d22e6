import { z } from "zod";
import { METRICS } from "@/lib/platforms/metric";
import type { Db } from "@/lib/supabase/server";

const KINDS = ["tiktok_user", "youtube_channel", "facebook_page", "instagram_user"];

const unit = z.object({
  unit_id: z.number(),
  lease_token: z.string(),
  workspace_id: z.string(),
  run_id: z.string(),
  task: z.string(),
  account: z.object({ id: z.string() }).nullable(),
  posts: z.array(z.object({ post_id: z.number(), external_id: z.string() })),
});
export type LeasedUnit = z.output<typeof unit>;
const claimed = z.object({ units: z.array(unit) });

const budget = { per_second: 1000, burst: 1000, quota_zone: "UTC" };
const sources = KINDS.map((key) => ({
  key,
  batch_size: 20,
  calls_one: 1,
  calls_full: 1,
  simulated: true,
  app: { provider: "test", credential: key, ...budget },
  account: { provider: "test_account", credential: "", ...budget },
}));

/** Leases units as a worker does, without one. */
export async function leaseUnits(db: Db, take = 1, leaseSeconds = 90) {
  const { data, error } = await db.rpc("claim_units", {
    sources,
    take,
    lease_seconds: leaseSeconds,
  });
  if (error) throw error;
  return claimed.parse(data).units;
}

/** Ends a leased unit so; without `parts` as a list that found nothing new, or a batch all measured. Returns the error's code. */
export async function settleUnit(
  db: Db,
  held: LeasedUnit,
  parts: { failed?: number[]; gone?: number[]; views?: number } = {},
) {
  const { failed = [], gone = [], views = 100 } = parts;
  const other = held.posts.filter(({ post_id }) => ![...failed, ...gone].includes(post_id));
  const { error } = await db.rpc("settle_unit", {
    batch: {
      unit_id: held.unit_id,
      lease_token: held.lease_token,
      workspace_id: held.workspace_id,
      is_simulated: true,
      batch_size: 20,
      app: {},
      calls: 1,
      reports: [],
      rejected: {},
      ...(held.task === "list" && { posts: [], cursor: null, whole: false }),
      ...(held.task === "measure" && {
        measured: other.map((post) => measured(post, views)),
        gone: gone.map((post_id) => ({ post_id, detail: "It is gone." })),
        failed: failed.map((post_id) => ({
          post_id,
          code: "provider_error",
          detail: "The platform broke.",
        })),
        later: [],
      }),
    },
  });
  if (error && error.code !== "PT409") throw error;
  return error?.code ?? null;
}

function measured({ post_id, external_id }: LeasedUnit["posts"][number], views: number) {
  const absent = Object.fromEntries(
    METRICS.filter((metric) => metric !== "views").map((metric) => [metric, "hidden"]),
  );
  const definition = "tiktok_display.v2";
  return {
    post_id,
    external_id,
    source: "tiktok_display",
    views,
    absent,
    definition,
    payload: "{}",
  };
}

/** Works on all that is queued, ending each unit as `parts` says. */
export async function workByHand(
  db: Db,
  parts: (unit: LeasedUnit) => Parameters<typeof settleUnit>[2] = () => ({}),
) {
  const seen: LeasedUnit[] = [];
  for (let idle = 0; idle < 3; ) {
    const [held] = await leaseUnits(db);
    if (held) {
      seen.push(held);
      await settleUnit(db, held, parts(held));
    } else idle += 1;
  }
  return seen;
}
