import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as cancel } from "@/app/api/v1/runs/[id]/cancel/route";
import { GET as get } from "@/app/api/v1/runs/[id]/route";
import { GET as list } from "@/app/api/v1/runs/route";
import { requestRefresh } from "@/lib/refresh/commands";
import { runRefresh } from "@/lib/refresh/worker";
import { settleAfter } from "../../support/next-server.ts";
import { type RefreshWorld, scopeOf, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: RefreshWorld;
let ada: TestUser;
let bob: TestUser;
let account = "";

beforeAll(async () => {
  // Nobody listens there: what is asked for stays open until a test works on it.
  world = await startRefreshWorld({ APP_URL: "http://127.0.0.1:1" });
  [ada, bob] = [await world.supabase.createUser("ada"), await world.supabase.createUser("bob")];
  [account = ""] = await world.connect(ada, "tiktok", [
    world.accountOf("tiktok", "papertrail.maps"),
  ]);
  await refreshSlot();
});
afterAll(async () => {
  await settleAfter();
  await world.stop();
});

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

async function call(
  user: TestUser,
  handler: Handler,
  { id = "", query = "", method = "GET", workspace = user.workspaceId } = {},
) {
  const request = new NextRequest(`http://app.test/api/v1/runs${query}`, {
    method,
    headers: { authorization: `Bearer ${user.accessToken}`, "x-workspace-id": workspace },
  });
  const answer = await handler(request, { params: Promise.resolve({ id }) });
  return { status: answer.status, body: await answer.json() };
}

async function refreshPosts(count: number) {
  const posts = await world.sql<{ post_id: string }>(
    "select post_id from account_posts where account_id = $1 order by post_id limit $2",
    [account, count],
  );
  const { run_id } = await requestRefresh(await scopeOf(ada), {
    posts: posts.map(({ post_id }) => Number(post_id)),
  });
  await settleAfter();
  return run_id ?? "";
}

const stop = (user: TestUser, id: string, workspace = user.workspaceId) =>
  call(user, cancel, { id, method: "POST", workspace });

describe("the list of runs", () => {
  it("says of each what it planned, did, found, left out and spent", async () => {
    const { status, body } = await call(ada, list);
    expect(status).toBe(200);
    expect(body).toMatchObject({ page: 1, page_size: 20, total: 1 });
    const [run] = body.items;
    expect(run).toMatchObject({
      trigger: "schedule",
      status: "completed",
      requested_by: null,
      is_simulated: true,
      units_open: 0,
      errors: [],
    });
    expect(run.measured).toBeGreaterThan(0);
    expect(run.planned).toBe(run.measured + run.gone + run.failed);
    expect(run.found).toBe(run.planned + (run.skipped.not_due ?? 0));
    expect(run.calls).toBeGreaterThan(0);
  });

  it("is narrowed by cause, and refuses a cause that there is not", async () => {
    await refreshPosts(2);
    await runRefresh(world.db);
    const of = async (trigger: string) =>
      (await call(ada, list, { query: `?trigger=${trigger}` })).body;
    expect(await of("post")).toMatchObject({
      total: 1,
      items: [{ trigger: "post", requested_by: ada.email, planned: 2, measured: 2 }],
    });
    expect((await of("schedule")).total).toBe(1);
    expect((await of("account")).total).toBe(0);
    const asked = await requestRefresh(await scopeOf(ada), { accounts: [account] });
    await settleAfter();
    await stop(ada, asked.run_id ?? "");
    expect((await of("account")).items[0].accounts).toEqual([
      { platform: "tiktok", name: expect.any(String) },
    ]);
    expect((await call(ada, list, { query: "?trigger=moon" })).status).toBe(422);
  });

  it("comes in pages, newest first", async () => {
    const pages = [
      await call(ada, list, { query: "?page=1" }),
      await call(ada, list, { query: "?page=2" }),
    ];
    expect(pages.map(({ body }) => body.items.length)).toEqual([3, 0]);
    const triggers = pages[0]?.body.items.map(({ trigger }: { trigger: string }) => trigger);
    expect(triggers).toEqual(["account", "post", "schedule"]);
    expect((await call(ada, list, { query: "?page=0" })).status).toBe(422);
  });

  it("is empty for another workspace", async () => {
    expect((await call(bob, list)).body).toMatchObject({ total: 0, items: [] });
  });
});

describe("a run that goes on", () => {
  it("tells how far it is, to its workspace alone", async () => {
    const id = await refreshPosts(3);
    const before = await call(ada, get, { id });
    expect(before.body).toMatchObject({
      id,
      status: "running",
      planned: 3,
      measured: 0,
      units_open: 1,
      waits_until: null,
    });
    expect((await call(bob, get, { id })).status).toBe(404);
    expect((await call(ada, get, { id: "moon" })).status).toBe(422);
    await runRefresh(world.db);
    expect((await call(ada, get, { id })).body).toMatchObject({ status: "completed", measured: 3 });
  });

  it("is cancelled by a member: nothing further is begun, and it is said what was left", async () => {
    const id = await refreshPosts(4);
    const viewer = await world.supabase.createUser("viewer");
    await world.supabase.addMember(ada.workspaceId, viewer, "viewer");
    expect((await stop(bob, id)).status).toBe(404);
    expect((await stop(viewer, id, ada.workspaceId)).status).toBe(403);
    // Asked about from another workspace of the same person, it is not there.
    expect((await stop(viewer, id)).status).toBe(404);
    expect((await call(viewer, get, { id })).status).toBe(404);
    expect((await call(ada, get, { id })).body.status).toBe("running");

    const asked = world.requests().count("tiktok.videoQuery");
    expect(asked).toBeGreaterThan(0);
    const { status, body } = await stop(ada, id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, status: "cancelled", left: 1, skipped: { cancelled: 4 } });
    await runRefresh(world.db);
    expect(world.requests().count("tiktok.videoQuery")).toBe(asked);
    expect((await call(ada, get, { id })).body).toMatchObject({ status: "cancelled", measured: 0 });
    expect(await world.misfits()).toEqual([]);
  });

  it("is not cancelled once it has ended", async () => {
    const id = await refreshPosts(5);
    await runRefresh(world.db);
    expect((await stop(ada, id)).body).toMatchObject({ status: "completed", left: 0, measured: 5 });
  });
});

it("says what of public posts went wrong in the platform's words", async () => {
  const [post] = await world.sql<{ id: string }>(
    `insert into posts (workspace_id, platform, external_id, url)
     values ($1, 'youtube', 'simGone0001', 'https://www.youtube.com/watch?v=simGone0001') returning id`,
    [ada.workspaceId],
  );
  await requestRefresh(await scopeOf(ada), { posts: [Number(post?.id)] });
  await settleAfter();
  await runRefresh(world.db);
  const { body } = await call(ada, list, { query: "?trigger=post" });
  expect(body.items[0]).toMatchObject({
    measured: 0,
    gone: 1,
    errors: [{ account: null, platform: "youtube", code: "not_found", detail: expect.any(String) }],
  });
});
