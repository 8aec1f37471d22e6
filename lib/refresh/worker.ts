import "server-only";
import { workerOf } from "@/lib/queue/worker-frame";
import { claimUnits, isAccountUnit, type Unit } from "@/lib/refresh/claim";
import { workAccountUnit } from "@/lib/refresh/measure-account";
import { workPublicUnit } from "@/lib/refresh/measure-public";
import type { Db } from "@/lib/supabase/server";

export type RefreshWork = { units: number; broken: number; next_in_seconds: number | null };

const work = workerOf({
  name: "refresh worker",
  lanes: 6,
  async claim(db, leaseSeconds) {
    const { units, next_in_seconds } = await claimUnits(db, 1, leaseSeconds);
    return { order: units[0] ?? null, next_in_seconds };
  },
  work: workUnit,
  describe: ({ unit_id, run_id }) => ({ unit: unit_id, run: run_id }),
});

/** Works on measuring until nothing can be done now or the time is nearly up. */
export async function runRefresh(db: Db): Promise<RefreshWork> {
  const { orders, broken, next_in_seconds } = await work(db);
  return { units: orders, broken, next_in_seconds };
}

async function workUnit(db: Db, unit: Unit, signal: AbortSignal) {
  if (isAccountUnit(unit)) await workAccountUnit(db, unit, signal);
  else await workPublicUnit(db, unit, signal);
  return 1;
}
