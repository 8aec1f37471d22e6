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

  it("know nothing of another workspace's accounts", async () => {
    const { rows, job } = await run(stranger);
    expect(rows.map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
    expect(job).toMatchObject({ succeeded_rows: 0, failed_rows: 3 });
  });
});
