import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { apiOf, type InsightsWorld, messageOf, startInsightsWorld, watch } from "./world.ts";

let world: InsightsWorld;
let ada: TestUser;
let bob: TestUser;
let id: string;

beforeAll(async () => {
  world = await startInsightsWorld();
  [ada, bob] = [await world.supabase.createUser("ada"), await world.supabase.createUser("bob")];
  id = await apiOf(ada).made({ links: [watch("simPlain001")] });
});
afterAll(() => world.stop());
afterEach(() => {
  world.worker.answers = true;
  vi.useRealTimers();
});

const UNKNOWN = "00000000-0000-4000-8000-000000000000";
const calls = () => world.requests().count("youtube.videos");
// safe because a successful answer has them
const metricsOf = (body: Record<string, unknown>) => body.metrics as Record<string, unknown>;

describe("a schedule on one provider", () => {
  it("is measured when asked for, and marked as simulated where it is", async () => {
    const { status, body } = await apiOf(ada).fetch(id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      message: "Fake insights generated",
      schedule_id: id,
      provider: "youtube",
      metrics: {
        schedule_id: id,
        provider: "youtube",
        source: "youtube_data",
        is_simulated: true,
        views: expect.any(Number),
        likes: expect.any(Number),
        impressions: null,
        cost_cents: null,
        missing_because: { impressions: "not_offered" },
        ctr: null,
        engagement_rate: null,
        reach_norm: null,
        conv_rate: null,
        reward: null,
      },
    });
    expect(body).not.toHaveProperty("results");
    const { fetched_at, created_at } = metricsOf(body);
    expect(created_at).toBe(fetched_at);
  });

  it("says the simulator's word only where the simulator was asked", async () => {
    const real = await apiOf(ada).made({ links: [watch("simPlain002")] });
    const mend = await world.weaken(
      "private.record_snapshots",
      "absent, definition, raw.id, simulated",
      "absent, definition, raw.id, false",
    );
    const { body } = await apiOf(ada).fetch(real);
    await mend();
    expect(body.message).toBe("Insights fetched successfully");
    expect(metricsOf(body).is_simulated).toBe(false);
  });

  it("is not asked for again within its six hours, but by force", async () => {
    const before = (await apiOf(ada).newest(id)).body;
    const asked = calls();
    const again = await apiOf(ada).fetch(id, { force_refresh: false });
    expect(again.body).toMatchObject({ success: true, message: "Recent metrics already exist" });
    expect(again.body.metrics).toEqual(before);
    expect(calls()).toBe(asked);

    const forced = await apiOf(ada).fetch(id, { force_refresh: true });
    expect(forced.body.message).toBe("Fake insights generated");
    expect(metricsOf(forced.body).id).not.toBe(before.id);
    expect(calls()).toBe(asked + 1);
    expect((await apiOf(ada).newest(id)).body).toEqual(forced.body.metrics);
  });

  it("is asked for again in the next six hours", async () => {
    const old = await apiOf(ada).made({ links: [watch("simPlain003")] });
    await world.sql(
      `insert into post_metrics (workspace_id, post_id, bucket_at, source, captured_at, views, absent, definition, is_simulated)
       select e.workspace_id, e.post_id, b.at - interval '1 second', 'youtube_data', b.at - interval '1 second', 5,
         (select jsonb_object_agg(m, 'hidden') from unnest('{impressions,reach,likes,comments,shares,saves,clicks,video_views}'::text[]) m),
         'youtube_data.2026-08-27', true
       from schedule_external e, (select date_bin('6 hours', now(), '2000-01-01 00:00:00+00') as at) as b
       where e.schedule_id = $1`,
      [old],
    );
    expect((await apiOf(ada).newest(old)).body).toMatchObject({ views: 5 });
    const { body } = await apiOf(ada).fetch(old);
    expect(body.message).toBe("Fake insights generated");
    expect((await apiOf(ada).history(old)).body.count).toBe(2);
  });

  it("gives counts beyond 2^53 digit by digit", async () => {
    const huge = await apiOf(ada).made({ links: [watch("simHuge0001")] });
    const { text } = await apiOf(ada).fetch(huge);
    expect(text).toContain('"views":9007199254740993,');
    expect((await apiOf(ada).history(huge)).text).toContain('"views":9007199254740993,');
  });
});

describe("what cannot be fetched", () => {
  it("is nothing of a schedule that is not there, or is another workspace's", async () => {
    expect((await apiOf(ada).fetch(UNKNOWN)).status).toBe(404);
    for (const ask of [apiOf(bob).fetch, apiOf(bob).newest, apiOf(bob).history]) {
      expect((await ask(id)).status).toBe(404);
    }
    const { data } = await world.supabase
      .clientFor(bob)
      .rpc("schedule_snapshots", { schedule: id });
    expect(data).toEqual([]);
  });

  it.each(["draft", "approved", "scheduled", "failed"])("is %s yet, and says so", async (state) => {
    await world.setStatus(id, state);
    const answer = await apiOf(ada).fetch(id);
    await world.setStatus(id, "posted");
    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toContain(`its state is ${state}`);
  });

  it("has no reference for the provider", async () => {
    const answer = await apiOf(ada).fetch(id, { provider: "linkedin" });
    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toBe(
      "This schedule has no external reference for LinkedIn; it has one for YouTube.",
    );
  });

  it("has no account and no public source: it says what to connect", async () => {
    const external = [{ provider: "facebook", ref_id: "100000001_200000002" }];
    const answer = await apiOf(ada).fetch(await apiOf(ada).made({ external }));
    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toMatch(/No Facebook account is connected.*Connect the Facebook/);
  });

  it("is a post that the platform does not show, in its words", async () => {
    const gone = await apiOf(ada).made({ links: [watch("simGone0001")] });
    const answer = await apiOf(ada).fetch(gone);
    expect(answer.status).toBe(502);
    expect(messageOf(answer)).toMatch(/^YouTube did not give this post's numbers\. \S/);
    expect(messageOf(answer)).not.toContain("no usable answer");
    expect((await apiOf(ada).newest(gone)).status).toBe(404);
    expect((await apiOf(ada).history(gone)).status).toBe(404);
  });

  it("is anything for a viewer, but what is known already", async () => {
    const viewer = await world.supabase.createUser("viewer");
    await world.supabase.addMember(ada.workspaceId, viewer, "viewer");
    await world.sql("update profiles set active_workspace_id = $1 where user_id = $2", [
      ada.workspaceId,
      viewer.id,
    ]);
    expect((await apiOf(viewer).fetch(id)).status).toBe(200);
    expect((await apiOf(viewer).fetch(id, { force_refresh: true })).status).toBe(403);
  });

  it.each([
    ["[", 400],
    ["[]", 422],
    [{ force_refresh: "yes" }, 422],
    [{ provider: "myspace" }, 422],
  ])("is told by %j", async (json, status) => {
    expect((await apiOf(ada).fetch(id, json)).status).toBe(status);
  });
});

it("answers with the run to follow when it takes longer than 25 seconds", async () => {
  world.worker.answers = false;
  const slow = await apiOf(ada).made({ links: [watch("simPlain004")] });
  vi.useFakeTimers({ toFake: ["Date"], shouldAdvanceTime: true });
  const asking = apiOf(ada).fetch(slow);
  await vi.waitFor(async () => {
    const open = await world.sql("select from refresh_runs where status = 'running'");
    expect(open).toHaveLength(1);
  });
  vi.setSystemTime(Date.now() + 26_000);
  const { status, body } = await asking;
  vi.useRealTimers();
  const [run] = await world.sql<{ id: string }>(
    "select id from refresh_runs where status = 'running'",
  );
  expect(status).toBe(202);
  expect(body).toMatchObject({ success: false, metrics: null, schedule_id: slow, runId: run?.id });
  expect(body.message).toContain(`/api/v1/runs/${run?.id}`);

  world.worker.answers = true;
  // Asked again it joins the run that is under way.
  expect((await apiOf(ada).fetch(slow)).body.message).toBe("Fake insights generated");
  expect(await world.sql("select from refresh_runs where status = 'running'")).toEqual([]);
});

describe("the history", () => {
  it("comes newest first, as much of it as was asked for", async () => {
    for (let times = 0; times < 2; times += 1) await apiOf(ada).fetch(id, { force_refresh: true });
    const { body } = await apiOf(ada).history(id, "?limit=3");
    // safe because a history has these
    const times = (body.metrics as { fetched_at: string }[]).map(({ fetched_at }) => fetched_at);
    expect(times).toHaveLength(3);
    expect(times).toEqual(times.toSorted().reverse());
    expect(body).toMatchObject({ schedule_id: id, count: 3 });
    expect(body).not.toHaveProperty("providers");
    const [whole, one] = [await apiOf(ada).history(id), await apiOf(ada).history(id, "?limit=1")];
    expect(whole.body.count).toBeGreaterThan(3);
    expect(one.body.metrics).toEqual([(await apiOf(ada).newest(id)).body]);
  });

  it.each(["0", "501", "-1", "1.5", "many"])("is refused with a limit of %s", async (limit) => {
    const answer = await apiOf(ada).history(id, `?limit=${limit}`);
    expect(answer.status).toBe(422);
    expect(messageOf(answer)).toMatch(/^limit/);
  });

  it("takes a limit of 1 and of 500", async () => {
    for (const limit of [1, 500]) {
      expect((await apiOf(ada).history(id, `?limit=${limit}`)).status).toBe(200);
    }
  });
});
