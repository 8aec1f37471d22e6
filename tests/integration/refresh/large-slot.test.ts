import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Connection } from "@/lib/platforms/connected";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

const LARGE = ["large.one", "large.two", "large.three", "large.four"];
const CONNECTIONS: Connection[] = ["youtube", "tiktok", "instagram", "facebook", "linkedin"];
const POSTS = 10_000;

let world: RefreshWorld;
let ada: TestUser;

// A minute alone on the machine: with `LARGE_SLOT=1` only.
describe.skipIf(!process.env.LARGE_SLOT)("twenty accounts with ten thousand posts", () => {
  beforeAll(async () => {
    world = await startRefreshWorld();
    ada = await world.supabase.createUser("ada");
    for (const connection of CONNECTIONS) {
      for (const handle of LARGE) {
        const account = world.accountOf(connection, handle);
        const page = connection === "instagram" ? [world.accountOf("facebook", handle)] : [];
        await world.connect(ada, connection, [...page, account]);
      }
    }
  }, 120_000);
  afterAll(() => world.stop());

  /** Where the time of a slot went: of all lanes together, by who was asked. */
  async function timed(slot: number) {
    await world.setSchedule(world.slot(slot));
    const spent: Record<string, { calls: number; seconds: number }> = {};
    const real = globalThis.fetch;
    const spy = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const name = pathname.startsWith("/rest/") ? (pathname.split("/").at(-1) ?? "") : "platforms";
      const begun = performance.now();
      const answer = await real(input, init);
      const { calls, seconds } = spent[name] ?? { calls: 0, seconds: 0 };
      spent[name] = { calls: calls + 1, seconds: seconds + (performance.now() - begun) / 1000 };
      return answer;
    });
    const begun = performance.now();
    let answer = await refreshSlot();
    while (answer.remaining > 0) answer = await refreshSlot();
    const seconds = (performance.now() - begun) / 1000;
    spy.mockRestore();
    console.log(`slot ${slot}: ${seconds.toFixed(1)} s`, spent);
    return { seconds, answer };
  }

  it.each([0, 1, 2])(
    "slot %i: each due post has its row, in a minute, with few calls",
    async (slot) => {
      const before = world.requests().count("youtube.batchGetStats");
      const { seconds, answer } = await timed(slot);
      const run = (await world.runs()).at(-1);
      expect(run).toMatchObject({ status: "completed", failed: 0, measured: run?.planned });
      expect(run?.planned).toBeGreaterThan(0.95 * POSTS);
      expect(answer.summary.totalMetricsUpdated).toBe(run?.measured);
      expect(await world.doubles()).toEqual([]);
      const rows = await world.sql<{ rows: number; posts: number }>(
        `select count(*)::int as rows, count(distinct post_id)::int as posts from post_metrics
         where bucket_at = $1 and source <> 'youtube_analytics'`,
        [world.slot(slot)],
      );
      expect(rows).toEqual([{ rows: run?.planned, posts: run?.planned }]);
      const calls = world.requests().count("youtube.batchGetStats") - before;
      const videos = answer.summary.byPlatform.youtube?.updated ?? 0;
      expect(calls).toBeGreaterThan(0);
      expect(calls / Math.ceil(videos / 1000)).toBeLessThanOrEqual(20);
      expect(seconds).toBeLessThanOrEqual(60);
    },
    300_000,
  );
});
