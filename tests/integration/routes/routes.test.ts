import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settleAfter } from "../../support/next-server.ts";
import { type Supabase, startSupabase } from "../../support/supabase.ts";
import { addAlert } from "../tenancy/alerts-data.ts";
import { addCampaign } from "../tenancy/campaign-data.ts";
import { addIngestRun, addRun, addSchedule } from "../tenancy/measured-data.ts";
import { createTenants, HOME_MARKER, type Tenants } from "../tenancy/tenants.ts";
import { addAccount, addInvitation, addJob } from "../tenancy/workspace-data.ts";
import { EXPECTED_STATUSES } from "./expected-statuses.ts";
import { callRoute, loadRoutes } from "./route-files.ts";

const JSON_BODY = { "content-type": "application/json" };
const MUTATIONS = Object.keys(EXPECTED_STATUSES).filter(
  (route) => route.includes("/api/v1/") && !route.startsWith("GET "),
);

let supabase: Supabase;
let tenants: Tenants;
let routes: Awaited<ReturnType<typeof loadRoutes>>;

beforeAll(async () => {
  // Nobody listens there: these tests start no worker.
  process.env.APP_URL = "http://127.0.0.1:1";
  Object.assign(process.env, { GOOGLE_CLIENT_ID: "client", GOOGLE_CLIENT_SECRET: "secret" });
  supabase = await startSupabase();
  tenants = await createTenants(supabase);
  routes = await loadRoutes();
});
afterAll(async () => {
  await settleAfter();
  await supabase.stop();
});

/** A call about something fresh of the home workspace. */
async function call(route: string, headers: Record<string, string>) {
  const {
    job,
    account,
    run,
    schedule,
    post,
    event,
    ingest,
    campaign,
    person,
    invitation,
    alert,
    body,
  } = EXPECTED_STATUSES[route] ?? {};
  const { home, people } = tenants;
  let id: string | undefined;
  if (job) {
    id = await addJob(supabase, home.workspaceId, { state: job, marker: HOME_MARKER });
  } else if (account) {
    const { id: connectedBy } = people.member;
    id = await addAccount(supabase, home.workspaceId, { connectedBy, marker: HOME_MARKER });
  } else if (run) {
    id = await addRun(supabase, home.workspaceId, HOME_MARKER);
  } else if (ingest) {
    const ended = ingest === "ended";
    id = await addIngestRun(supabase, home.workspaceId, { marker: HOME_MARKER, ended });
  } else if (campaign) {
    const [postId] = home.postIds;
    id = await addCampaign(supabase, home.workspaceId, {
      marker: HOME_MARKER,
      ...(campaign === "full" && postId !== undefined && { postId }),
    });
  } else if (person) {
    id = people[person].id;
  } else if (invitation) {
    id = await addInvitation(supabase, home.workspaceId, HOME_MARKER);
  } else if (alert) {
    id = await addAlert(supabase, home.workspaceId, alert);
  } else if (schedule) {
    id = await addSchedule(supabase, home.workspaceId, HOME_MARKER);
  } else if (post) {
    id = String(home.postIds[0]);
  } else if (event) {
    const [first] = await supabase.sql<{ id: string }>(
      "select id from public.raw_events where workspace_id = $1 limit 1",
      [home.workspaceId],
    );
    id = first?.id;
  }
  return callRoute(routes, route, {
    headers: { ...JSON_BODY, ...headers },
    body: typeof body === "function" ? body(id ?? "") : body,
    ...(id === undefined ? {} : { id }),
  });
}

it("knows every endpoint there is, and no other (invariant 32)", () => {
  expect(Object.keys(EXPECTED_STATUSES).sort()).toEqual([...routes.keys()].sort());
});

describe.each(Object.entries(EXPECTED_STATUSES))("%s (invariant 32)", (route, { statuses }) => {
  it("answers each caller as it should, without the middleware", async () => {
    const { outsider, viewer, member } = tenants.people;
    const home = { "x-workspace-id": tenants.home.workspaceId };
    const bearer = (user: typeof viewer) => ({ authorization: `Bearer ${user.accessToken}` });
    supabase.signOut();
    const strangers = [
      await call(route, { origin: "http://app.test" }),
      await call(route, bearer(outsider)),
      await call(route, { ...bearer(outsider), ...home }),
    ];
    const people = [
      await call(route, { ...bearer(viewer), ...home }),
      await call(route, { ...bearer(member), ...home }),
    ];
    expect([...strangers, ...people].map(({ status }) => status)).toEqual(statuses);
    expect(strangers.filter(({ text }) => text.includes(HOME_MARKER))).toEqual([]);
  });
});

describe.each(MUTATIONS)("%s by cookie (invariant 33)", (route) => {
  it("is refused to other pages and passes from our own; a token needs no origin", async () => {
    const { owner } = tenants.people;
    await supabase.signIn(owner);
    const allowed = EXPECTED_STATUSES[route]?.owner ?? EXPECTED_STATUSES[route]?.statuses.at(-1);
    const statuses = [
      await call(route, {}),
      await call(route, { origin: "null" }),
      await call(route, { origin: "http://evil.test" }),
      await call(route, { origin: "http://app.test.evil.test" }),
      await call(route, { origin: "http://app.test" }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 403, 403, allowed]);

    supabase.signOut();
    const program = await call(route, { authorization: `Bearer ${owner.accessToken}` });
    expect(program.status).toBe(allowed);
  });
});

it("takes the cron secret and nothing like it (invariant 11)", async () => {
  const answer = async (authorization: string) =>
    (await callRoute(routes, "GET /api/cron/maintenance", { headers: { authorization } })).status;
  expect(await answer("Bearer cron-secret-for-tests")).toBe(200);
  for (const wrong of ["Bearer undefined", "Bearer ", "cron-secret-for-tests", "Bearer cron"]) {
    expect(await answer(wrong)).toBe(401);
  }
});
