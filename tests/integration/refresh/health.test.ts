import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/health/route";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot } from "../../support/refresh-calls.ts";
import { workByHand } from "../../support/refresh-units.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: RefreshWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startRefreshWorld();
  ada = await world.supabase.createUser("ada");
  await world.setSchedule(world.slot(0));
});
afterEach(() => void vi.unstubAllEnvs());
afterAll(() => world.stop());

async function health(get: typeof GET = GET) {
  const answer = await get(new NextRequest("http://app.test/api/health"));
  return { code: answer.status, ...(await answer.json()) };
}
const hoursAgo = (hours: number) =>
  world.sql(
    `update refresh_runs set finished_at = finished_at - make_interval(hours => $1)
     where finished_at is not null`,
    [hours],
  );

describe("the service's health", () => {
  it("is green while nothing is connected", async () => {
    expect(await health()).toMatchObject({
      code: 200,
      status: "green",
      database: "up",
      accounts: false,
      lastSuccessAt: null,
      reason: null,
    });
  });

  it("is green while an account is too new to have been measured", async () => {
    await world.connect(ada, "tiktok", [world.accountOf("tiktok", "harbor.oats")]);
    expect(await health()).toMatchObject({ code: 200, status: "green", accounts: true });
  });

  it("is red when it was connected 8 hours ago and nothing succeeded", async () => {
    await world.sql("update accounts set connected_at = now() - interval '8 hours'");
    expect(await health()).toMatchObject({
      code: 503,
      status: "red",
      database: "up",
      lastSuccessAt: null,
      reason: expect.stringContaining("no refresh succeeded for 7 hours"),
    });
  });

  it("is green after a run, and red again 7 hours later", async () => {
    await refreshSlot();
    expect(await health()).toMatchObject({
      code: 200,
      status: "green",
      lastSuccessAt: expect.any(String),
    });
    await hoursAgo(6);
    expect((await health()).code).toBe(200);
    await hoursAgo(1);
    expect(await health()).toMatchObject({ code: 503, status: "red" });
  });

  it("stays red when runs end without a number, for the platform does not answer", async () => {
    await world.setSchedule(world.slot(1));
    await world.db.rpc("plan_refresh");
    await workByHand(world.db, ({ posts }) => ({ failed: posts.map(({ post_id }) => post_id) }));
    const run = (await world.runs()).at(-1);
    expect(run).toMatchObject({ status: "completed", measured: 0 });
    expect(run?.failed).toBeGreaterThan(0);
    expect((await health()).code).toBe(503);
    // All that was due waits after its failures: nothing was planned, and that is no success.
    await world.sql("update account_posts set failures = 3, retry_at = $1", [world.slot(9)]);
    await world.setSchedule(world.slot(2));
    await refreshSlot();
    expect((await world.runs()).at(-1)).toMatchObject({ status: "completed", planned: 0 });
    expect((await health()).code).toBe(503);
  });

  it("is green again with the next number", async () => {
    await world.sql("update account_posts set retry_at = null");
    await world.setSchedule(world.slot(3));
    await refreshSlot();
    expect(await health()).toMatchObject({ code: 200, status: "green" });
  });

  it("is red when the database does not answer", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    vi.resetModules();
    vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", "http://127.0.0.1:9");
    const route = await import("@/app/api/health/route");
    expect(await health(route.GET)).toMatchObject({
      code: 503,
      status: "red",
      database: "down",
      reason: expect.stringContaining("The database does not answer"),
    });
  });
});
