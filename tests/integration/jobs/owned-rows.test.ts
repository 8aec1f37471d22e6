import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { apiOf, workOnQueue } from "./api.ts";
import { startWorld, type World } from "./world.ts";

const ABSENT = JSON.stringify({
  saves: "not_offered",
  video_views: "not_offered",
});

let world: World;
let owner: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  world = await startWorld();
  owner = await world.supabase.createUser("owner");
  stranger = await world.supabase.createUser("stranger");
  const [account] = await world.sql<{ id: string }>(
    `insert into accounts (workspace_id, platform, kind, connection, external_id, name, status, is_simulated)
     values ($1, 'facebook', 'facebook_page', 'facebook', '100200300', 'Harbor', 'connected', true) returning id`,
    [owner.workspaceId],
  );
  const [post] = await world.sql<{ id: string }>(
    `insert into posts (workspace_id, platform, external_id, url, title)
     values ($1, 'facebook', '100200300_555666777', 'https://www.facebook.com/permalink.php?story_fbid=555666777&id=100200300', 'Oats')
     returning id`,
    [owner.workspaceId],
  );
  await world.sql(
    "insert into account_posts (post_id, workspace_id, account_id, api_id) values ($1, $2, $3, '100200300_555666777')",
    [post?.id, owner.workspaceId, account?.id],
  );
  for (const table of ["post_metrics", "post_latest"]) {
    await world.sql(
      `insert into ${table} (workspace_id, post_id, bucket_at, source, captured_at, impressions, reach, views, likes,
         comments, shares, clicks, absent, definition, is_simulated)
       values ($1, $2, date_trunc('hour', now()), 'facebook_graph', now(), 900, 700, 900, 40, 5, 2, 9, $3::text::jsonb,
         'facebook_graph.v26', true)`,
      [owner.workspaceId, post?.id, ABSENT],
    );
  }
});
afterAll(() => world.stop());

const FILE = [
  "platform,url",
  "facebook,https://www.facebook.com/permalink.php?story_fbid=555666777&id=100200300",
  "facebook,https://www.facebook.com/harbor/posts/555666777",
  "facebook,https://www.facebook.com/harbor/posts/999999999",
].join("\r\n");

async function run(user: TestUser) {
  const api = apiOf(user);
  const { job_id } = await api.uploaded(FILE);
  await api.tell("run", job_id);
  await workOnQueue();
  return { rows: await api.rows(job_id), job: await world.jobOf(job_id) };
}

describe("a job's rows on a platform that shows numbers to the owner only", () => {
  it("are answered with what a connected account of the workspace measured, by page id or name", async () => {
    const { rows, job } = await run(owner);
    expect(rows.map(({ status, views, likes }) => ({ status, views, likes }))).toEqual([
      { status: "succeeded", views: 900, likes: 40 },
      { status: "succeeded", views: 900, likes: 40 },
      { status: "failed", views: null, likes: null },
    ]);
    expect(rows[2]).toMatchObject({ error_code: "needs_account" });
    expect(job).toMatchObject({ status: "completed", succeeded_rows: 2, failed_rows: 1 });
  });

  it("are not answered with what is old, gone, or of an account that is not connected any more", async () => {
    for (const [change, back] of [
      ["update post_latest set captured_at = now() - interval '3 days'", null],
      ["update account_posts set gone_at = now()", "update account_posts set gone_at = null"],
      ["update accounts set status = 'disabled'", "update accounts set status = 'connected'"],
    ] as const) {
      await world.sql("alter table post_latest disable trigger never_back_in_time");
      await world.sql(change);
      const { job } = await run(owner);
      expect(job).toMatchObject({ succeeded_rows: 0, failed_rows: 3 });
      await world.sql(back ?? "update post_latest set captured_at = now()");
      await world.sql("alter table post_latest enable trigger never_back_in_time");
    }
  });

  it("know nothing of another workspace's accounts", async () => {
    const { rows, job } = await run(stranger);
    expect(rows.map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
    expect(job).toMatchObject({ succeeded_rows: 0, failed_rows: 3 });
  });
});

describe("a link to a post of a LinkedIn member, whose posts LinkedIn does not list", () => {
  it("is tried with the member's account, and waits for that", async () => {
    const member = await world.supabase.createUser("member");
    await world.sql(
      `insert into accounts (workspace_id, platform, kind, connection, external_id, name, status, is_simulated)
       values ($1, 'linkedin', 'linkedin_member', 'linkedin', 'urn:li:person:x', 'Sam', 'connected', true)`,
      [member.workspaceId],
    );
    const api = apiOf(member);
    const link = "https://www.linkedin.com/feed/update/urn:li:share:7123456789012345678/";
    const { job_id } = await api.uploaded(`platform,url\nlinkedin,${link}`);
    await api.tell("run", job_id);
    const [lease] = await leaseOf();
    expect(lease).toMatchObject({ settled: [], trying: [1] });
    const units = await world.sql(
      "select kind, task, cardinality(post_ids) as posts from refresh_units where workspace_id = $1",
      [member.workspaceId],
    );
    expect(units).toEqual([{ kind: "linkedin_member", task: "measure", posts: 1 }]);

    // Measured by then: the row is answered the next time it is looked at.
    await world.sql(
      `insert into post_latest (post_id, workspace_id, bucket_at, source, captured_at, impressions, absent, definition, is_simulated)
       select post_id, workspace_id, now(), 'linkedin_member', now(), 70, '{}', 'linkedin_member.202606', true
       from account_posts where workspace_id = $1`,
      [member.workspaceId],
    );
    expect(await leaseOf()).toMatchObject([{ settled: [1], trying: [] }]);
    expect(await world.jobOf(job_id)).toMatchObject({ status: "completed", succeeded_rows: 1 });

    /** Leases the job's rows as a worker does, and asks what its accounts know of them. */
    async function leaseOf() {
      await world.endLeases();
      const sources = [{ platform: "linkedin", batch_size: 10, max_calls: 1 }];
      const { data } = await world.db.rpc("claim_rows", { sources, lease_seconds: 60 });
      const batch = data as { workspace_id: string; job_id: string; lease_token: string };
      const answer = await world.db.rpc("settle_owned_rows", { batch });
      if (answer.error) throw answer.error;
      return [answer.data];
    }
  });
});
