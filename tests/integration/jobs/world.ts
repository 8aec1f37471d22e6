import { setTimeout as sleep } from "node:timers/promises";
import { startSimulator } from "../../../simulator/start-simulator.ts";
import { startSupabase, type TestUser } from "../../support/supabase.ts";

export type World = Awaited<ReturnType<typeof startWorld>>;

/**
 * A Supabase and a simulator of this file's own, and settings that point the product at both.
 * The simulator's clock stands still until `clock` is moved, so that its numbers can be compared.
 */
export async function startWorld(settings: Record<string, string> = {}) {
  const clock = { ms: Date.now() };
  const supabase = await startSupabase();
  const simulator = await startSimulator({ port: 0, now: () => clock.ms });
  Object.assign(process.env, {
    FEATURE_FAKE_INSIGHTS: "true",
    SIMULATOR_URL: simulator.url,
    ...settings,
  });
  const { sql } = supabase;

  return {
    supabase,
    simulator,
    clock,
    sql,
    db: supabase.serviceClient(),

    /** A queued job with these YouTube ids, or with other links, straight through `create_job`. */
    async createJob(user: TestUser, links: (string | Link)[], { run = true } = {}) {
      const client = supabase.clientFor(user);
      const created = await client.rpc("create_job", { upload: uploadOf(user, links) });
      if (created.error) throw created.error;
      if (run) await must(client.rpc("run_job", { job: created.data }));
      return created.data;
    },

    /** How many rows of a job are in each state. */
    async states(job: string) {
      const rows = await sql<{ status: string; rows: number }>(
        "select status, count(*)::int as rows from job_rows where job_id = $1 group by status",
        [job],
      );
      return Object.fromEntries(rows.map(({ status, rows }) => [status, rows]));
    },

    async jobOf(job: string) {
      const [found] = await sql<Job>("select * from jobs where id = $1", [job]);
      if (!found) throw new Error("The job is gone.");
      return found;
    },

    /** As if every worker had been silent for longer than its lease. */
    endLeases: () =>
      sql("update job_rows set leased_until = now() - interval '1 s' where status = 'running'"),

    /** As if every wait for a provider were over. */
    async endWaits() {
      await sql("update private.provider_budgets set blocked_until = now() - interval '1 s'");
      await sql("update job_rows set not_before = null where status = 'queued'");
      await sql("update job_lanes set waits_until = null, waits_for = null");
    },

    /**
     * Replaces a piece of one of our SQL functions in this file's database, to show that a check
     * goes red without it. Returns what puts the function back.
     */
    async weaken(name: string, guard: string, without: string) {
      const [found] = await sql<{ code: string }>(
        "select pg_get_functiondef($1::regproc) as code",
        [name],
      );
      if (!found?.code.includes(guard)) throw new Error(`${name} has no such piece any more.`);
      await sql(found.code.replaceAll(guard, without));
      return () => sql(found.code);
    },

    async stop() {
      await Promise.all([simulator.close(), supabase.stop()]);
    },
  };
}

type Link = {
  platform?: string;
  url: string;
  external_id: string | null;
  row_number?: number;
};

type Job = {
  status: string;
  error: string | null;
  total_rows: number;
  succeeded_rows: number;
  failed_rows: number;
  views_sum: string;
  run_number: number;
};

export function uploadOf(user: TestUser, links: (string | Link)[]) {
  return {
    workspace_id: user.workspaceId,
    source_filename: "links.csv",
    source_kind: "csv",
    sheet: null,
    upload_columns: ["url"],
    extra_columns: [],
    rows: links.map((link, index) => {
      const given = typeof link === "string" ? { url: watchUrl(link), external_id: link } : link;
      return {
        row_number: index + 1,
        platform: "youtube",
        uploaded_url: given.url,
        extra: [],
        ...given,
      };
    }),
    rejected: [],
  };
}

/** YouTube ids that the simulator knows as ordinary public videos. */
export const plainIds = (count: number, prefix = "simPlain") =>
  Array.from({ length: count }, (_, index) => {
    return prefix + index.toString(36).padStart(11 - prefix.length, "0");
  });

export const watchUrl = (id: string) => `https://www.youtube.com/watch?v=${id}`;

/** The data of an answer, or its error thrown. */
export async function must<T>(answer: PromiseLike<{ data: T; error: unknown }>) {
  const { data, error } = await answer;
  if (error) throw error;
  return data;
}

/** When something came to be so; or the end of the time given, when it had not. */
export async function momentOf(isSo: () => Promise<boolean>, untilMs: number) {
  while (Date.now() < untilMs && !(await isSo())) await sleep(20);
  return Math.min(Date.now(), untilMs);
}
