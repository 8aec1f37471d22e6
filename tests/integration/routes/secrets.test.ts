import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { testEnv } from "../../support/env.ts";
import { settleAfter } from "../../support/next-server.ts";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { callRoute, loadRoutes } from "./route-files.ts";

const YOUTUBE_KEY = "AIzaCanaryOfTheTests-0123456789abcdefghi";
const { SUPABASE_SECRET_KEY, CRON_SECRET } = testEnv;
const FORMS = [YOUTUBE_KEY, SUPABASE_SECRET_KEY, CRON_SECRET].flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  // Without its end, because what follows a secret changes its last characters.
  Buffer.from(secret).toString("base64").slice(0, -4),
]);

// A provider that is careless with what it was given.
const provider = createServer((request, response) => {
  const message = `API key not valid: ${request.headers["x-goog-api-key"]}`;
  const error = { code: 400, message, errors: [{ reason: "keyInvalid", message }] };
  response.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify({ error }));
});

let supabase: Supabase;
let user: TestUser;
let routes: Awaited<ReturnType<typeof loadRoutes>>;
const logged: string[] = [];

beforeAll(async () => {
  provider.listen(0, "127.0.0.1");
  await once(provider, "listening");
  const address = provider.address();
  const port = typeof address === "object" && address ? address.port : 0;
  Object.assign(process.env, {
    APP_URL: "http://127.0.0.1:1",
    YOUTUBE_API_KEY: YOUTUBE_KEY,
    YOUTUBE_BASE_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: "debug",
  });
  supabase = await startSupabase();
  user = await supabase.createUser();
  routes = await loadRoutes();
});
afterAll(async () => {
  provider.close();
  await supabase.stop().catch(() => {});
});

function listen() {
  for (const level of ["debug", "info", "warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void logged.push(words.join(" ")));
  }
}

async function ask(route: string, token: string, rest: { id?: string; body?: string } = {}) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return callRoute(routes, route, { headers, ...rest });
}

const leaks = (text: string) => FORMS.filter((form) => text.includes(form));

it("keeps a key that its provider repeats out of rows, exports, payloads and logs (invariant 30)", async () => {
  listen();
  const body = JSON.stringify({ text: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" });
  const made = await ask("POST /api/v1/jobs/upload", user.accessToken, { body });
  const [job] = await supabase.sql<{ id: string }>("select id from public.jobs");
  const id = job?.id ?? "";
  const run = await ask("POST /api/v1/jobs/[id]/run", user.accessToken, { id });
  await settleAfter();
  const worked = await ask("GET /api/cron/jobs", CRON_SECRET);
  expect([made.status, run.status, worked.status]).toEqual([200, 202, 200]);

  const results = await ask("GET /api/v1/jobs/[id]/results", user.accessToken, { id });
  expect(results.text).toContain("YouTube does not accept YOUTUBE_API_KEY");
  const answers = [made, run, worked, results];
  for (const format of ["csv", "jsonl"]) {
    answers.push(await ask(`GET /api/v1/jobs/[id]/export.${format}`, user.accessToken, { id }));
  }
  expect(logged.length).toBeGreaterThan(0);
  expect(leaks([...answers.map(({ text }) => text), ...logged].join("\n"))).toEqual([]);
  expect(leaks(await dump())).toEqual([]);
});

it("says nothing of secrets when the database fails, or is gone (invariant 30)", async () => {
  listen();
  const before = logged.length;
  await supabase.sql("alter table public.job_lanes rename to gone");
  const broken = [
    await ask("GET /api/cron/jobs", CRON_SECRET),
    await ask("GET /api/cron/jobs", `${CRON_SECRET}-wrong`),
    await ask("GET /api/v1/jobs", user.accessToken),
  ];
  await supabase.stop();
  broken.push(
    await ask("GET /api/cron/maintenance", CRON_SECRET),
    await ask("GET /api/v1/jobs", user.accessToken),
  );
  expect(broken.map(({ status }) => status)).toEqual([500, 401, 200, 500, expect.any(Number)]);
  expect(logged.length).toBeGreaterThan(before);
  const said = [...broken.map(({ text }) => text), ...logged].join("\n");
  expect(leaks(said)).toEqual([]);
  expect(said).not.toContain(user.accessToken);
});

/** Every row of our schemas as text. */
async function dump() {
  const tables = await supabase.sql<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind in ('r', 'p')
     and relnamespace::regnamespace::text in ('public', 'private', 'storage')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await supabase.sql<{ text: string }>(`select t::text as text from ${name} as t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join("\n");
}
