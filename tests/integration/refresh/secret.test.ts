import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { callSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

const SECRET = "cron-secret-for-tests";
const OTHER = "another-secret-of-the-host";

let world: RefreshWorld;
let ada: TestUser;
let bob: TestUser;
let slot = 0;

beforeAll(async () => {
  world = await startRefreshWorld({ VERCEL_CRON_SECRET: OTHER });
  [ada, bob] = [await world.supabase.createUser("ada"), await world.supabase.createUser("bob")];
  for (const user of [ada, bob]) {
    await world.connect(user, "tiktok", [world.accountOf("tiktok", "northlight.studio")]);
  }
  await world.setSchedule(world.slot(0));
});
afterEach(() => void vi.unstubAllEnvs());
afterAll(async () => {
  delete process.env.VERCEL_CRON_SECRET;
  await world.stop();
});

/** What was done: runs planned, requests made, snapshots kept. */
const done = async () => [
  (await world.runs()).length,
  world.requests().count("tiktok"),
  await world.snapshots(),
];

/** The cron of a server with these settings. */
async function cronOf(settings: Record<string, string | undefined>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const route = await import("@/app/api/cron/studio/metrics-refresh/route");
  return (query: string, authorization: string | null) => {
    const headers = authorization === null ? {} : { authorization };
    const url = `http://app.test/api/cron/studio/metrics-refresh${query}`;
    return route.GET(new NextRequest(url, { headers }));
  };
}

describe("who is not the scheduler", () => {
  it.each([
    ["no secret", "", null],
    ["a wrong one", "", "Bearer cron-secret-for-testz"],
    ["one that is too short", "", "Bearer cron"],
    ["an empty one", "", "Bearer "],
    ["that of an unset variable", "", "Bearer undefined"],
    ["one without its scheme", "", SECRET],
    ["a wrong one in the address", "?secret=cron-secret-for-testz", null],
    ["an empty one in the address", "?secret=", null],
    ["the unset variable in the address", "?secret=undefined", null],
    ["a wrong header, whatever the address says", `?secret=${SECRET}`, "Bearer wrong"],
    ["a workspace, but no secret", "?workspace_id=x", null],
  ])(
    "gets 401 with %s, and no work is done (invariant 11)",
    async (_what, query, authorization) => {
      for (const method of ["GET", "POST"]) {
        const before = await done();
        const answer = await callSlot(query, authorization, method);
        expect(answer.status).toBe(401);
        expect(await answer.json()).toEqual({ error: "Unauthorized" });
        expect(await done()).toEqual(before);
      }
    },
  );

  it.each(["Bearer undefined", "Bearer null", "Bearer ", null])(
    "gets in nowhere when the server has no secret: %s (invariant 11)",
    async (authorization) => {
      vi.spyOn(console, "error").mockImplementation(() => {});
      const none = { CRON_SECRET: undefined, VERCEL_CRON_SECRET: undefined };
      const empty = { CRON_SECRET: "", VERCEL_CRON_SECRET: "" };
      for (const settings of [none, empty]) {
        const cron = await cronOf(settings);
        const before = await done();
        for (const query of ["", "?secret=undefined", "?secret="]) {
          const answer = await cron(query, authorization);
          expect(answer.status).toBe(401);
          expect(await answer.json()).toEqual({ error: "Unauthorized" });
        }
        expect(await done()).toEqual(before);
      }
    },
  );
});

describe("the scheduler", () => {
  it.each([
    ["the header", "", `Bearer ${SECRET}`],
    ["the host's own name of it", "", `Bearer ${OTHER}`],
    ["the address, as before", `?secret=${SECRET}`, null],
    ["the host's own in the address", `?secret=${OTHER}`, null],
    ["the header before a wrong address", "?secret=wrong", `Bearer ${SECRET}`],
  ])(
    "gets in by %s, with GET and with POST (control of invariant 11)",
    async (_what, query, authorization) => {
      for (const method of ["GET", "POST"]) {
        slot += 1;
        await world.setSchedule(world.slot(slot));
        const before = await world.snapshots();
        const answer = await callSlot(query, authorization, method);
        expect(answer.status).toBe(200);
        expect(await world.snapshots()).toBeGreaterThan(before);
      }
    },
  );

  it("gets in by the host's own secret alone", async () => {
    const cron = await cronOf({ CRON_SECRET: SECRET, VERCEL_CRON_SECRET: OTHER });
    expect((await cron("", `Bearer ${OTHER}`)).status).toBe(200);
  });
});

describe("workspace_id", () => {
  it("limits a call to one workspace, and the rest follows with the next call", async () => {
    slot += 1;
    await world.setSchedule(world.slot(slot));
    const query = `?workspace_id=${bob.workspaceId}`;
    const first = await (await callSlot(query)).json();
    expect(first.details.map((each: { workspaceId: string }) => each.workspaceId)).toEqual([
      bob.workspaceId,
    ]);
    expect(first.summary.totalMetricsUpdated).toBeGreaterThan(0);
    const runsOf = async (user: TestUser) =>
      (await world.runs(user.workspaceId)).filter(
        (run) => +run.slot === Date.parse(world.slot(slot)),
      );
    expect(await runsOf(ada)).toEqual([]);
    expect((await runsOf(bob)).map(({ id }) => id)).toEqual([first.runId]);

    const all = await (await callSlot()).json();
    expect(all.details).toHaveLength(2);
    expect(await runsOf(bob)).toHaveLength(1);
    expect(await world.doubles()).toEqual([]);
  });

  it.each([crypto.randomUUID(), "not-an-id", ""])(
    "that nobody has (%j): 404, and no work is done",
    async (id) => {
      slot += 1;
      await world.setSchedule(world.slot(slot));
      const before = await done();
      const answer = await callSlot(`?workspace_id=${id}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ error: "Workspace not found" });
      expect(await done()).toEqual(before);
    },
  );
});
