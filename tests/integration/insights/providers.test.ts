import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refreshSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";
import { apiOf, type InsightsWorld, messageOf, startInsightsWorld, watch } from "./world.ts";

type Post = { external_id: string; api_id: string };
type Snapshot = Record<string, number | string | null> & { provider: string; source: string };

let world: InsightsWorld;
let ada: TestUser;
let facebook: Post;
let instagram: Post;
let linkedin: Post;
let id: string;

beforeAll(async () => {
  world = await startInsightsWorld();
  ada = await world.supabase.createUser("ada");
  const third = "northlight.studio";
  await world.connect(ada, "instagram", [
    world.accountOf("facebook", third),
    world.accountOf("instagram", third),
  ]);
  await world.connect(ada, "facebook", [world.accountOf("facebook", third)]);
  await world.connect(ada, "linkedin", [world.accountOf("linkedin", "harbor.oats")]);
  await refreshSlot();
  [facebook, instagram, linkedin] = [
    await newestPost("facebook"),
    await newestPost("instagram"),
    await newestPost("linkedin"),
  ];
  id = await apiOf(ada).made({
    title: "Once on both",
    external: [
      { provider: "facebook", ref_id: facebook.api_id },
      // The id that publishing gives out, which is in no link.
      { provider: "instagram", ref_id: instagram.api_id },
    ],
  });
});
afterAll(() => world.stop());

/** Of a day and more: what was published just now may have been shown to nobody yet. */
async function newestPost(platform: string) {
  const [post] = await world.sql<Post>(
    `select p.external_id, ap.api_id from posts p join account_posts ap on ap.post_id = p.id
     where p.platform = $1 and p.published_at < now() - interval '1 day' and p.media_kind <> 'reel' order by p.published_at desc limit 1`,
    [platform],
  );
  if (!post) throw new Error(`No ${platform} post was found.`);
  return post;
}

// safe because answers of success have these
const results = (body: Record<string, unknown>) =>
  body.results as { provider: string; success: boolean; message: string; metrics: Snapshot }[];
const series = (body: Record<string, unknown>) => body.metrics as Snapshot[];

describe("a schedule on two providers", () => {
  it("finds the posts that its accounts have listed", async () => {
    expect(instagram.api_id).not.toBe(instagram.external_id);
    const { body } = await apiOf(ada).schedule(id);
    const ids = await world.sql<{ external_id: string }>(
      `select p.external_id from schedule_external e join posts p on p.id = e.post_id
       where e.schedule_id = $1 order by e.provider`,
      [id],
    );
    expect(ids.map(({ external_id }) => external_id)).toEqual([
      instagram.external_id,
      facebook.external_id,
    ]);
    expect(body.published_at).not.toBeNull();
  });

  it("is measured on both, each answered by itself", async () => {
    const { status, body } = await apiOf(ada).fetch(id, { force_refresh: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ success: true, provider: "facebook", schedule_id: id });
    expect(results(body)).toMatchObject([
      { provider: "facebook", success: true, metrics: { source: "facebook_graph" } },
      { provider: "instagram", success: true, metrics: { source: "instagram_graph" } },
    ]);
  });

  it("keeps their series apart", async () => {
    await apiOf(ada).fetch(id, { force_refresh: true, provider: "instagram" });
    const { body } = await apiOf(ada).history(id);
    const seen = series(body).map(({ provider, source }) => [provider, source]);
    const instagrams = seen.filter(([provider]) => provider === "instagram");
    expect(new Set(instagrams.map(String))).toEqual(new Set(["instagram,instagram_graph"]));
    expect(instagrams.length).toBe(seen.length - instagrams.length + 1);
    // safe because several providers come by name as well
    const providers = body.providers as Record<string, Snapshot[]>;
    expect(Object.keys(providers).sort()).toEqual(["facebook", "instagram"]);
    expect(Object.values(providers).flat()).toHaveLength(series(body).length);

    const alone = await apiOf(ada).history(id, "?provider=facebook&limit=1");
    expect(series(alone.body)).toEqual(providers.facebook?.slice(0, 1));
    expect(alone.body).not.toHaveProperty("providers");
    // The limit is each provider's: one does not crowd the other out.
    const newest = series((await apiOf(ada).history(id, "?limit=1")).body);
    expect(newest.map(({ provider }) => provider).sort()).toEqual(["facebook", "instagram"]);
    for (const provider of ["facebook", "instagram"]) {
      expect((await apiOf(ada).newest(id, `?provider=${provider}`)).body).toMatchObject({
        provider,
      });
    }
    expect((await apiOf(ada).newest(id)).body).toMatchObject({ provider: "instagram" });
  });

  it("gives the numbers of one while the other is gone, and says so", async () => {
    await control("gone", { platform: "facebook", id: facebook.api_id, gone: true });
    const { status, body } = await apiOf(ada).fetch(id, { force_refresh: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ success: false, provider: "instagram" });
    expect(results(body)).toMatchObject([
      { provider: "facebook", success: false, metrics: null, code: "upstream_failed" },
      { provider: "instagram", success: true },
    ]);
    expect(body.message).toMatch(/^Facebook did not give this post's numbers\. \S/);
    expect(body.message).not.toContain("no usable answer");
    const alone = await apiOf(ada).fetch(id, { force_refresh: true, provider: "facebook" });
    expect(alone.status).toBe(502);
    await control("gone", { platform: "facebook", id: facebook.api_id, gone: false });
  });
});

it("computes rates from the counts, capped at 1, and no reward without conversions", async () => {
  const schedule = await apiOf(ada).made({
    external: [{ provider: "linkedin", ref_id: linkedin.external_id }],
  });
  const { body } = await apiOf(ada).fetch(schedule, { force_refresh: true });
  // safe because it was fetched
  const metrics = body.metrics as Record<string, number>;
  const { impressions = 0, clicks = 0, likes = 0, comments = 0, shares = 0 } = metrics;
  expect(impressions).toBeGreaterThan(0);
  expect(metrics.ctr).toBeCloseTo(clicks / impressions, 6);
  expect(metrics.engagement_rate).toBeCloseTo((likes + comments + shares) / impressions, 6);
  expect(metrics).toMatchObject({ conv_rate: null, reward: null });

  await world.sql(
    `insert into post_metrics (workspace_id, post_id, bucket_at, source, captured_at, impressions, reach, likes, comments,
       shares, clicks, absent, definition, is_simulated)
     select workspace_id, post_id, now() - make_interval(mins => n), 'linkedin_org', now(), impressions, 30, 20, 5, shares, 0,
       '{"views": "hidden", "saves": "hidden", "video_views": "hidden"}'::jsonb
         || case when shares is null then '{"shares": "hidden"}'::jsonb else '{}' end,
       'linkedin_org.202606', true
     from schedule_external, (values (1, 10, 1), (2, 0, 1), (3, 100, null)) as v (n, impressions, shares)
     where schedule_id = $1`,
    [schedule],
  );
  const made = series((await apiOf(ada).history(schedule, "?limit=4")).body).slice(1);
  const rates = made.map((each) => [each.ctr, each.engagement_rate, each.reach_norm]);
  expect(rates).toEqual([
    [0, 1, 1],
    [null, null, null],
    [0, null, 0.3],
  ]);
});

describe("a post whose account is not connected", () => {
  it("says which account to reconnect", async () => {
    await world.sql("update accounts set status = 'disabled' where platform = 'facebook'");
    const answer = await apiOf(ada).fetch(id, { force_refresh: true, provider: "facebook" });
    await world.sql("update accounts set status = 'connected' where platform = 'facebook'");
    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toMatch(/measures this post and is switched off/);
  });

  it("says that none of the connected ones has listed it", async () => {
    const external = [{ provider: "facebook", ref_id: "100000001_200000002" }];
    const answer = await apiOf(ada).fetch(await apiOf(ada).made({ external }));
    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toMatch(/^No connected Facebook account has listed this post/);
  });

  it("is measured as everybody sees it where that is possible", async () => {
    const links = [watch("simPlain001")];
    const { body } = await apiOf(ada).fetch(await apiOf(ada).made({ links }));
    expect(body).toMatchObject({ success: true, metrics: { source: "youtube_data" } });
  });

  it("whose token has died says so, and to reconnect", async () => {
    await control("tokens", { server: "linkedin", how: "revoke" });
    const schedule = await apiOf(ada).made({
      external: [{ provider: "linkedin", ref_id: linkedin.external_id }],
    });
    const answer = await apiOf(ada).fetch(schedule, { force_refresh: true });
    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toMatch(/Reconnect the account\.$/);
  });
});

async function control(path: string, body: unknown) {
  const answer = await fetch(new URL(`/_control/${path}`, world.simulator.url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}
