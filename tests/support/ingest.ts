import { NextRequest } from "next/server";
import { GET as cronSlot } from "@/app/api/cron/reels-ingest/route";
import { POST as postRun } from "@/app/api/v1/ingest/run/route";
import { POST as postCancel } from "@/app/api/v1/ingest/runs/[id]/cancel/route";
import { GET as getQuarantine } from "@/app/api/v1/ingest/runs/[id]/quarantine/route";
import { POST as postReplay } from "@/app/api/v1/ingest/runs/[id]/replay/route";
import { GET as getRun } from "@/app/api/v1/ingest/runs/[id]/route";
import { GET as getRuns } from "@/app/api/v1/ingest/runs/route";
import { GET as getSettings, PUT as putSettings } from "@/app/api/v1/ingest/settings/route";
import { GET as getStatus } from "@/app/api/v1/ingest/status/route";
import { POST as postHint } from "@/app/api/webhooks/apify/route";
import { runIngest } from "@/lib/ingest/worker";
import { startWorld } from "../integration/jobs/world.ts";
import { testEnv } from "./env.ts";
import { settleAfter } from "./next-server.ts";
import type { TestUser } from "./supabase.ts";

export type IngestWorld = Awaited<ReturnType<typeof startIngestWorld>>;

export const FEED = "community~instagram-reels-feed";
const cron = `Bearer ${testEnv.CRON_SECRET}`;

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

const ROUTES: Record<string, Handler> = {
  "POST run": postRun,
  "GET status": getStatus,
  "GET settings": getSettings,
  "PUT settings": putSettings,
  "GET runs": getRuns,
  "GET runs/[id]": getRun,
  "POST runs/[id]/cancel": postCancel,
  "POST runs/[id]/replay": postReplay,
  "GET runs/[id]/quarantine": getQuarantine,
};

export type RunRow = {
  id: string;
  workspace_id: string;
  state: string;
  slot: Date;
  trigger: string;
  items: number | null;
  next_offset: number;
  events: number;
  ingested: number;
  duplicates: number;
  quarantined: number;
  new_posts: number;
  provider_run_id: string | null;
  error_code: string | null;
  error_detail: string | null;
  token_source: string;
  attempts: number;
};

/** A world with an actor of reels: its runs end at once, unless the test says otherwise. */
export async function startIngestWorld(settings: Record<string, string> = {}) {
  const world = await startWorld({ APIFY_REELS_ACTOR: FEED, ...settings });
  const { sql, supabase, simulator, db } = world;
  simulator.settings.apifyWebhooks = "never";
  // Runs of these tests end at once: nobody waits ten seconds to see it.
  await world.weaken("public.settle_ingest", "greatest(10,", "greatest(0.02,");

  /** A call of one of ingest's endpoints by this person, in their own workspace. */
  async function call(user: TestUser, route: string, { id = "", query = "", body }: Call = {}) {
    const handler = ROUTES[route];
    if (!handler) throw new Error(`There is no ${route}.`);
    const [method = "GET", path = ""] = route.split(" ");
    const url = `http://app.test/api/v1/ingest/${path.replace("[id]", id)}${query}`;
    const request = new NextRequest(url, {
      method,
      headers: { authorization: `Bearer ${user.accessToken}`, "x-workspace-id": user.workspaceId },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await handler(request, { params: Promise.resolve({ id }) });
    await settleAfter();
    // safe because the test looks at what it gets
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
  }

  const runs = (workspaceId?: string) =>
    sql<RunRow>(
      "select * from ingest_runs where $1::uuid is null or workspace_id = $1 order by created_at",
      [workspaceId ?? null],
    );

  return {
    ...world,
    call,
    runs,
    /** Works until nothing is left to do, waits of our own aside. */
    async work() {
      for (let turn = 0; turn < 100; turn++) {
        await sql("update ingest_runs set not_before = null where finished_at is null");
        const done = await runIngest(db);
        const [open] = await sql<{ open: number }>(
          "select count(*)::int as open from ingest_runs where finished_at is null and state <> 'unclear'",
        );
        if (!open?.open) return done;
      }
      throw new Error("The queue has no end.");
    },
    /** Asks for a run, works to its end and returns it. */
    async ingest(user: TestUser, body: object = {}) {
      const { status, body: asked } = await call(user, "POST run", { body });
      if (status !== 202) throw new Error(`run: ${status} ${JSON.stringify(asked)}`);
      await this.work();
      const [run] = await sql<RunRow>("select * from ingest_runs where id = $1", [asked.run_id]);
      if (!run) throw new Error("The run is gone.");
      return run;
    },
    /** No run of an earlier test is under way any more. */
    endRuns: () =>
      sql(
        `update ingest_runs set state = 'cancelled', finished_at = now(), lease_token = null, leased_until = null
         where finished_at is null`,
      ),
    /** Settings as an admin would save them, straight to the table. */
    configure: (
      user: TestUser,
      { actor = FEED, input = {}, maxItems = 200, scheduled = false }: Configured = {},
    ) =>
      sql(
        `insert into ingest_settings (workspace_id, actor, input, max_items, is_scheduled, scheduled_at)
         values ($1, $2, $3::text::jsonb, $4, $5, case when $5 then now() - interval '1 day' end)
         on conflict (workspace_id) do update set actor = excluded.actor, input = excluded.input,
           max_items = excluded.max_items, is_scheduled = excluded.is_scheduled, scheduled_at = excluded.scheduled_at`,
        [user.workspaceId, actor, JSON.stringify(input), maxItems, scheduled],
      ),
    /** The scheduler's call. */
    async slot(authorization = cron) {
      const url = "http://app.test/api/cron/reels-ingest";
      const answer = await cronSlot(new NextRequest(url, { headers: { authorization } }));
      return { status: answer.status, body: await answer.json() };
    },
    /** Apify's word about a run. */
    async hint(runId: string, authorization: string | null, body: unknown = {}) {
      const answer = await postHint(
        new NextRequest(`http://app.test/api/webhooks/apify?run=${runId}`, {
          method: "POST",
          headers: authorization === null ? {} : { authorization },
          body: typeof body === "string" ? body : JSON.stringify(body),
        }),
      );
      await settleAfter();
      return answer.status;
    },
    hash: async (user: TestUser) => {
      const [row] = await sql<{ hash: string }>("select ingest_hash($1) as hash", [
        user.workspaceId,
      ]);
      return row?.hash ?? "";
    },
    count: async (statement: string, values: unknown[] = []) => {
      const [row] = await sql<{ n: number }>(`select count(*)::int as n from ${statement}`, values);
      return row?.n ?? 0;
    },
    /** Runs that the simulator's Apify knows, the latest last. */
    async datasets() {
      const answer = await fetch(`${simulator.url}/_control/apify-runs`);
      // safe because the simulator lists its runs so
      return (await answer.json()) as Dataset[];
    },
    settings: simulator.settings,
    signUp: (name: string) => supabase.createUser(name),
  };
}

export type Dataset = {
  id: string;
  actor: string;
  input: unknown;
  items: number;
  oddities: Record<string, number>;
  webhooks: unknown[];
};

type Call = { id?: string; query?: string; body?: unknown };
type Configured = {
  actor?: string;
  input?: Record<string, unknown>;
  maxItems?: number;
  scheduled?: boolean;
};
// biome-ignore lint/suspicious/noExplicitAny: answers of every endpoint; tests compare what they look at.
type Body = any;
