import "server-only";
import { z } from "zod";
import { ACCOUNT_KINDS, CONNECTIONS } from "@/lib/platforms/connected";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { claimableSources } from "@/lib/refresh/sources";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const MEDIA_KINDS = ["video", "short", "reel", "image", "carousel", "live", "text"] as const;

const post = z.object({
  post_id: z.number(),
  external_id: z.string(),
  api_id: z.string(),
  url: z.string(),
  media_kind: z.enum(MEDIA_KINDS).nullable(),
  published_at: z.string().nullable(),
});

const account = z.object({
  id: z.uuid(),
  external_id: z.string(),
  connection: z.enum(CONNECTIONS),
  scopes: z.array(z.string()),
  rejected_metrics: z.array(z.string()),
});

const unit = z.object({
  unit_id: z.number(),
  lease_token: z.uuid(),
  workspace_id: z.uuid(),
  run_id: z.uuid(),
  task: z.enum(["list", "measure"]),
  platform: z.enum(PLATFORM_IDS),
  kind: z.enum(ACCOUNT_KINDS).nullable(),
  slot: z.string(),
  attempts: z.number(),
  resume_ref: z.string().nullable(),
  since: z.string().nullable(),
  account: account.nullable(),
  posts: z.array(post),
});
export type Unit = z.output<typeof unit>;
export type AccountUnit = Unit & {
  kind: NonNullable<Unit["kind"]>;
  account: NonNullable<Unit["account"]>;
};

const claimed = z.object({ units: z.array(unit), next_in_seconds: z.number().nullable() });

/** Leases the next units, or says in how many seconds there may be one (null: never). */
export async function claimUnits(db: Db, take: number, leaseSeconds: number) {
  const answer = await db.rpc("claim_units", {
    sources: claimableSources(),
    take,
    lease_seconds: leaseSeconds,
  });
  return claimed.parse(unwrap(answer));
}

export function isAccountUnit(unit: Unit): unit is AccountUnit {
  return unit.account !== null && unit.kind !== null;
}
