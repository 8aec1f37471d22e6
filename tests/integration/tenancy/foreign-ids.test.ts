import { afterAll, beforeAll, expect, it } from "vitest";
import { settleAfter } from "../../support/next-server.ts";
import { type Supabase, startSupabase } from "../../support/supabase.ts";
import { callRoute, loadRoutes } from "../routes/route-files.ts";
import { listRelations, listSettableColumns } from "./catalog.ts";
import { type ForeignRequest, foreignRequest, seededPick } from "./foreign-requests.ts";
import { createTenants, HOME_MARKER, type Tenants } from "./tenants.ts";

const REQUESTS = Number(process.env.FOREIGN_REQUESTS ?? 400);
const SEED = 20261121;

let supabase: Supabase;
let tenants: Tenants;
let routes: Awaited<ReturnType<typeof loadRoutes>>;

beforeAll(async () => {
  process.env.APP_URL = "http://127.0.0.1:1";
  supabase = await startSupabase();
  tenants = await createTenants(supabase);
  routes = await loadRoutes();
  const { owner } = tenants.people;
  const body = await new Blob([HOME_MARKER]).arrayBuffer();
  await supabase
    .clientFor(owner)
    .storage.from("uploads")
    .upload(`${owner.workspaceId}/links.csv`, body, { contentType: "text/csv" });
});
afterAll(async () => {
  await settleAfter();
  await supabase.stop();
});

async function send(request: ForeignRequest) {
  const { accessToken } = tenants.people.outsider;
  const authorization = `Bearer ${accessToken}`;
  if (request.to === "route") {
    const { route = "", id = "", headers } = request;
    const json = { "content-type": "application/json" };
    const body = route.startsWith("GET") ? undefined : "{}";
    return callRoute(routes, route, { id, body, headers: { ...json, authorization, ...headers } });
  }
  const { method, path, body } = request;
  const root = request.to === "data" ? "rest/v1" : "storage/v1";
  const text = typeof body === "string";
  const response = await fetch(`${supabase.url}/${root}/${path}`, {
    method,
    headers: {
      apikey: "sb_publishable_for_the_tests_alone",
      authorization,
      prefer: "return=representation",
      "content-type": text ? "text/csv" : "application/json",
    },
    ...(body === undefined ? {} : { body: text ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

/** Everything of the home workspace and all objects of Storage, as one hash. */
async function fingerprint() {
  const parts: string[] = [];
  for (const table of await listRelations(supabase)) {
    const columns = await supabase.sql<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = 'public'
       and table_name = $1 and column_name in ('workspace_id', 'id', 'user_id')`,
      [table],
    );
    const conditions = columns.map(({ column_name }) => `${column_name}::text = any ($1)`);
    const mine = [tenants.home.workspaceId, tenants.people.owner.id];
    const where = conditions.join(" or ") || "$1::text[] is not null";
    const [hash] = await supabase.sql<{ hash: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash
       from public.${table} as t where ${where}`,
      [mine],
    );
    parts.push(`${table} ${hash?.hash}`);
  }
  for (const table of ["account_tokens", "connection_attempts", "rollup_states"]) {
    const [hash] = await supabase.sql<{ hash: string }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as hash
       from private.${table} as t where workspace_id = $1`,
      [tenants.home.workspaceId],
    );
    parts.push(`${table} ${hash?.hash}`);
  }
  const objects = await supabase.sql<{ name: string; updated_at: Date }>(
    "select name, updated_at from storage.objects order by name",
  );
  return [...parts, JSON.stringify(objects)];
}

it(`answers ${REQUESTS} random requests with another workspace's ids by nothing, and changes nothing (invariant 27)`, async () => {
  const targets: { table: string; columns: string[]; settable: string[] }[] = [];
  for (const table of await listRelations(supabase)) {
    // What belongs to no workspace is for everybody.
    if (table === "metric_definitions" || table === "metric_sources") continue;
    const columns = await supabase.sql<{ column_name: string }>(
      `select column_name from information_schema.columns
       where table_schema = 'public' and table_name = $1`,
      [table],
    );
    const settable = await listSettableColumns(supabase, table);
    targets.push({ table, columns: columns.map(({ column_name }) => column_name), settable });
  }
  const ours = [...routes.keys()].filter((route) => route.includes("/v1/"));
  const before = await fingerprint();
  const pick = seededPick(SEED);
  const leaks: unknown[] = [];
  const tally: Record<string, number> = {};
  const { owner, viewer } = tenants.people;
  const foreignWords = [HOME_MARKER, owner.email, viewer.email];

  for (let n = 0; n < REQUESTS; n++) {
    const request = foreignRequest(pick, tenants, targets, ours);
    const { status, text } = await send(request);
    const outcome = `${request.to} ${status}`;
    tally[outcome] = (tally[outcome] ?? 0) + 1;
    if (
      (request.to === "route" && status >= 500) ||
      foreignWords.some((word) => text.includes(word))
    ) {
      leaks.push({ n, request, status, text: text.slice(0, 300) });
    }
  }
  expect(leaks).toEqual([]);
  expect(await fingerprint()).toEqual(before);
  // The run is worth something only if requests of each kind got as far as a real answer.
  expect(Object.keys(tally).map((key) => key.split(" ")[0])).toEqual(
    expect.arrayContaining(["data", "route", "storage"]),
  );
  expect(tally["data 200"] ?? 0).toBeGreaterThan(REQUESTS / 8);
});

it("refuses a row that points into another workspace, whoever writes it (invariant 27)", async () => {
  const { home, foreign } = tenants;
  const own = foreign.workspaceId;
  await expect(
    supabase.sql(
      `insert into public.job_lanes (workspace_id, job_id, platform) values ($1, $2, 'tiktok')`,
      [own, home.jobIds[0]],
    ),
  ).rejects.toMatchObject({ code: "23503" });
  await expect(
    supabase.sql(`update public.post_latest set workspace_id = $1 where post_id = $2`, [
      own,
      home.postIds[0],
    ]),
  ).rejects.toMatchObject({ code: "23503" });
});

// job_rows.post_id has no foreign key, so that settling stays fast: reading must not depend on it.
it("shows nothing of another workspace's post, even by a row that points to it (invariant 27)", async () => {
  const { home, foreign, people } = tenants;
  await supabase.sql(
    `update public.job_rows as r set post_id = m.post_id, bucket_at = m.bucket_at, source = m.source
     from public.post_metrics as m where r.workspace_id = $1 and m.post_id = $2`,
    [foreign.workspaceId, home.postIds[0]],
  );
  const outsider = supabase.clientFor(people.outsider);
  for (const job of foreign.jobIds) {
    const answers = [
      await outsider.from("job_results").select("title, views").eq("job_id", job),
      await outsider.rpc("find_job_results", { job }).select("title, views"),
    ];
    for (const { data } of answers) expect(data).toEqual([{ title: null, views: null }]);
    const page = await outsider.rpc("list_job_results", { job });
    const file = await outsider.rpc("export_job_results", { job });
    expect([page.error, file.error]).toEqual([null, null]);
    expect(JSON.stringify([page.data, file.data])).not.toContain(HOME_MARKER);
  }
});
