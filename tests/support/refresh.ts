import { beginConnection, completeConnection } from "@/lib/accounts/connect";
import type { Connection } from "@/lib/platforms/connected";
import { CONNECTIONS } from "@/lib/platforms/connected";
import { tokenScope } from "@/lib/supabase/server";
import type { Account } from "../../simulator/accounts.ts";
import { walkConsent } from "../../simulator/walk-consent.ts";
import { startWorld } from "../integration/jobs/world.ts";
import type { TestUser } from "./supabase.ts";

export type RefreshWorld = Awaited<ReturnType<typeof startRefreshWorld>>;
const HOUR_MS = 3_600_000;
const PLATFORM_OF = {
  youtube: "youtube",
  tiktok: "tiktok",
  instagram: "instagram",
  instagram_login: "instagram",
  facebook: "facebook",
  linkedin: "linkedin",
} as const;

/** A world whose schedule stands at a moment of the test's choosing; everything else goes by the real clock. */
export async function startRefreshWorld(settings: Record<string, string> = {}) {
  const world = await startWorld(settings);
  const { sql, supabase, simulator } = world;
  const firstSlotMs = Math.ceil(Date.now() / (6 * HOUR_MS)) * 6 * HOUR_MS;
  // The platforms' clock jumps with the slots: their tokens need not end by that.
  simulator.settings.accessTokenSeconds = 10 ** 8;

  /** The schedule's clock, and the platforms', stand at this moment from now on. */
  const setSchedule = (iso: string) => {
    world.clock.ms = Date.parse(iso);
    return sql(
      `create or replace function private.schedule_clock() returns timestamptz language sql
       set search_path = '' as $$ select '${iso}'::timestamptz $$`,
    );
  };
  const accountOf = (connection: Connection, handle: string) => {
    const platform = PLATFORM_OF[connection];
    const found = simulator.book.accounts.find(
      (each) => each.platform === platform && each.handle === handle,
    );
    if (!found) throw new Error(`The simulator has no ${platform} account ${handle}.`);
    return found;
  };

  return {
    ...world,
    setSchedule,
    accountOf,
    /** The first full slot from now on, and those after it; or hours after one. */
    slot: (number: number, hours = 0) =>
      new Date(firstSlotMs + (6 * number + hours) * HOUR_MS).toISOString(),
    /** What the account has published in the thirty days before a slot. */
    posts: (account: Account, slotIso: string, days = 30) =>
      simulator.book
        .postsOf(account, world.clock.ms)
        .filter(({ publishedMs }) => publishedMs >= Date.parse(slotIso) - days * 24 * HOUR_MS),

    /** Signs in at the platform as this person would, and measures what that opened. Returns the account's ids. */
    async connect(user: TestUser, connection: Connection, accounts?: Account[]) {
      const scope = await scopeOf(user);
      const consent = await beginConnection(scope, connection);
      const back = await walkConsent(
        consent,
        accounts ? { accounts: accounts.map(({ id }) => id) } : {},
      );
      const done = await completeConnection(scope, {
        state: back.searchParams.get("state") ?? "",
        code: back.searchParams.get("code") ?? "",
      });
      const client = supabase.clientFor(user);
      for (const { id, status } of done.accounts) {
        if (status !== "disabled") continue;
        const { error } = await client.rpc("enable_account", { account: id, enabled: true });
        if (error) throw error;
      }
      return done.accounts.map(({ id }) => id);
    },

    /** Accounts by each of the six ways to connect, of all seven kinds. */
    async connectSix(user: TestUser) {
      const third = "northlight.studio";
      const chosen: Record<Connection, Account[]> = {
        youtube: [accountOf("youtube", third)],
        tiktok: [accountOf("tiktok", third)],
        // The Instagram account is found behind its Page.
        instagram: [accountOf("facebook", third), accountOf("instagram", third)],
        instagram_login: [accountOf("instagram", "harbor.oats")],
        facebook: [accountOf("facebook", third)],
        linkedin: [accountOf("linkedin", third), accountOf("linkedin", "harbor.oats")],
      };
      for (const connection of CONNECTIONS) {
        await this.connect(user, connection, chosen[connection]);
      }
    },

    accounts: () =>
      sql<AccountRow>(
        "select id, workspace_id, name, kind, status, problem, rejected_metrics from accounts order by kind, id",
      ),
    runs: (workspaceId?: string) =>
      sql<RunRow>(
        `select *, slot at time zone 'UTC' as utc from refresh_runs
         where $1::uuid is null or workspace_id = $1 order by slot, created_at`,
        [workspaceId ?? null],
      ),
    /** A run's sums against its units, and what does not fit: nothing, always. */
    misfits: () =>
      sql(
        `select r.id, r.planned, r.measured, r.gone, r.failed, r.skipped, open.posts as open from refresh_runs r
         cross join lateral (
           select coalesce(sum(cardinality(u.post_ids)), 0)::int as posts from refresh_units u
           where u.run_id = r.id and u.status in ('queued', 'running')) as open
         where r.planned <> r.measured + r.gone + r.failed + open.posts
           + coalesce((r.skipped ->> 'superseded')::int, 0) + coalesce((r.skipped ->> 'cancelled')::int, 0)
           + coalesce((r.skipped ->> 'needs_reconnect')::int, 0)`,
      ),
    /** Snapshots that there are two of for one post, slot and source. */
    doubles: () =>
      sql("select from post_metrics group by post_id, bucket_at, source having count(*) > 1"),
    snapshots: async (bucket?: string) => {
      const [row] = await sql<{ count: number }>(
        "select count(*)::int as count from post_metrics where $1::timestamptz is null or bucket_at = $1",
        [bucket ?? null],
      );
      return row?.count ?? 0;
    },
    openUnits: async () => {
      const [row] = await sql<{ count: number }>(
        "select count(*)::int as count from refresh_units where status in ('queued', 'running')",
      );
      return row?.count ?? 0;
    },
    /** As if every wait were over: limits, retries of units, leases of workers that died. */
    async endWaits() {
      await sql(
        "update private.provider_budgets set blocked_until = now() - interval '1 s' where blocked_until is not null",
      );
      await sql("update refresh_units set not_before = null where status = 'queued'");
      await sql(
        "update refresh_units set leased_until = now() - interval '1 s' where status = 'running'",
      );
      await sql("update private.account_tokens set retry_at = null, refreshing_until = null");
    },
    requests: () => {
      const read = simulator.requests();
      const count = (name: string) => read[name]?.count ?? 0;
      return { count, atMs: (name: string) => read[name]?.atMs ?? [] };
    },
  };
}

export type AccountRow = {
  id: string;
  workspace_id: string;
  name: string;
  kind: string;
  status: string;
  problem: string | null;
  rejected_metrics: Record<string, { metric: string | null; detail: string; at: string }>;
};
export type RunRow = {
  id: string;
  workspace_id: string;
  trigger: string;
  slot: Date;
  planned: number;
  measured: number;
  gone: number;
  failed: number;
  found: number;
  calls: number;
  skipped: Record<string, number>;
  status: string;
  finished_at: Date | null;
};

export async function scopeOf(user: TestUser, workspaceId: string | null = null) {
  const scope = await tokenScope(user.accessToken, workspaceId);
  if (!scope) throw new Error("The test's user is not signed in.");
  return scope;
}
