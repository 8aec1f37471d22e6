import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { apiSnapshot } from "@/lib/insights/api-snapshot";
import { type HistoryFilter, snapshotRow } from "@/lib/insights/schema";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";
import { getSchedule } from "@/lib/schedules/queries";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

type Which = { provider?: PlatformId | undefined; take?: number; since?: string };

/** Snapshots by provider, newest first. An unknown schedule has none: ask `getSchedule` first. */
export async function readSnapshots({ db }: Scope, id: string, { provider, take, since }: Which) {
  const answer = await db.rpc("schedule_snapshots", {
    schedule: id,
    ...(provider === undefined ? {} : { only_provider: provider }),
    ...(take === undefined ? {} : { take }),
    ...(since === undefined ? {} : { since }),
  });
  return z.array(snapshotRow).parse(unwrap(answer));
}

/** The newest snapshot, of all providers or of one. Raises `not_found`. */
export async function newestSnapshot(scope: Scope, id: string, provider: PlatformId | undefined) {
  await getSchedule(scope, id);
  const [first, ...others] = await readSnapshots(scope, id, { provider, take: 1 });
  if (!first) throw none(provider);
  const newest = others.reduce(
    (best, row) => (row.fetched_at > best.fetched_at ? row : best),
    first,
  );
  return apiSnapshot(id, newest);
}

/** Snapshots newest first. With several providers one series after the other, and by name. Raises `not_found`. */
export async function snapshotHistory(
  scope: Scope,
  id: string,
  { provider, limit }: HistoryFilter,
) {
  await getSchedule(scope, id);
  const rows = await readSnapshots(scope, id, { provider, take: limit });
  if (rows.length === 0) throw none(provider);
  const metrics = rows.map((row) => apiSnapshot(id, row));
  const providers = Object.groupBy(metrics, (snapshot) => snapshot.provider);
  return {
    schedule_id: id,
    metrics,
    count: metrics.length,
    ...(Object.keys(providers).length > 1 && { providers }),
  };
}

function none(provider: PlatformId | undefined) {
  const from = provider ? ` from ${PLATFORM_NAMES[provider]}` : "";
  return new AppError(
    "not_found",
    `Nothing was measured of this schedule${from} yet. POST /api/v1/insights/fetch/{schedule_id} measures it.`,
  );
}
