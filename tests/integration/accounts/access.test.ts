import { afterAll, beforeAll, expect, it } from "vitest";
import { deleteHistoryAction } from "@/app/(app)/accounts/actions";
import { refreshMinute } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";
import { api, type ConnectingWorld, startConnecting } from "./connecting.ts";

let world: ConnectingWorld;
let owner: TestUser;
let member: TestUser;
let other: TestUser;
let viewer: TestUser;
let outsider: TestUser;

beforeAll(async () => {
  world = await startConnecting();
  const { supabase } = world;
  owner = await supabase.createUser("owner");
  member = await supabase.createUser("member");
  other = await supabase.createUser("other");
  viewer = await supabase.createUser("viewer");
  outsider = await supabase.createUser("outsider");
  for (const [user, role] of [
    [member, "member"],
    [other, "member"],
    [viewer, "viewer"],
  ] as const) {
    await supabase.addMember(owner.workspaceId, user, role);
    await world.supabase.sql("update profiles set active_workspace_id = $1 where user_id = $2", [
      owner.workspaceId,
      user.id,
    ]);
  }
});
afterAll(() => world.stop());

const at = (user: TestUser) => api(user, owner.workspaceId);
const statusOf = async (answer: Promise<Response>) => (await answer).status;
const tokensOf = async (id: string) =>
  (await world.tokens()).filter(({ account_id }) => account_id === id);

it("a viewer reads accounts and changes nothing, and an outsider finds none", async () => {
  const id = await world.connectOne(member, "youtube");
  expect((await at(viewer).list()).map((account) => account.id)).toEqual([id]);
  for (const [user, status] of [
    [viewer, 403],
    [outsider, 404],
  ] as const) {
    const program = user === viewer ? at(user) : api(user);
    expect(await statusOf(program.refresh(id))).toBe(status);
    expect(await statusOf(program.enable(id, false))).toBe(status);
    expect(await statusOf(program.disconnect(id))).toBe(status);
    expect(await statusOf(program.disconnect(id, { deleteHistory: true }))).toBe(status);
  }
  expect(await statusOf(at(viewer).connect("youtube"))).toBe(403);
  expect(await statusOf(api(outsider).get(id))).toBe(404);
  expect(await api(outsider).list()).toEqual([]);
  expect(await (await at(owner).get(id)).json()).toMatchObject({ status: "connected" });
});

it("who connected an account disconnects it: its tokens are gone at once, its history is not", async () => {
  const id = await world.connectOne(member, "tiktok");
  await measureAll();
  const before = await (await at(member).get(id)).json();
  expect(before.posts_covered).toBeGreaterThan(0);
  expect(await tokensOf(id)).toHaveLength(1);

  expect(await statusOf(at(other).disconnect(id))).toBe(403);
  expect(await tokensOf(id)).toHaveLength(1);
  expect(await statusOf(at(member).disconnect(id))).toBe(200);
  expect(await tokensOf(id)).toEqual([]);
  expect(await (await at(member).get(id)).json()).toMatchObject({
    status: "disconnected",
    scopes: [],
    posts_covered: before.posts_covered,
    next_refresh_at: null,
  });
  expect(await statusOf(at(member).refresh(id))).toBe(409);
  expect(await statusOf(at(member).enable(id, true))).toBe(409);

  expect(await world.connectOne(member, "tiktok")).toBe(id);
  expect(await (await at(member).get(id)).json()).toMatchObject({
    status: "connected",
    posts_covered: before.posts_covered,
  });
});

it("an admin disconnects what somebody else connected", async () => {
  const id = await world.connectOne(member, "instagram_login");
  await world.supabase.addMember(owner.workspaceId, other, "admin");
  expect(await statusOf(at(other).disconnect(id))).toBe(200);
  expect(await tokensOf(id)).toEqual([]);
});

it("owners alone delete an account with its history: tokens, posts, and what was measured", async () => {
  const id = await world.connectOne(member, "facebook");
  await measureAll();
  const posts = "select post_id from account_posts where account_id = $1";
  const ids = (await world.sql<{ post_id: string }>(posts, [id])).map(({ post_id }) => post_id);
  expect(ids.length).toBeGreaterThan(0);
  expect(await statusOf(at(member).disconnect(id, { deleteHistory: true }))).toBe(403);
  expect(await statusOf(at(other).disconnect(id, { deleteHistory: true }))).toBe(403);
  expect(await tokensOf(id)).toHaveLength(1);

  const answer = await at(owner).disconnect(id, { deleteHistory: true });
  expect(await answer.json()).toEqual({ deletedPosts: ids.length });
  expect(await tokensOf(id)).toEqual([]);
  expect(await statusOf(at(owner).get(id))).toBe(404);
  for (const table of [
    "posts where id",
    "post_metrics where post_id",
    "post_latest where post_id",
  ]) {
    expect(await world.sql(`select from ${table} = any ($1)`, [ids])).toEqual([]);
  }
});

it("a run that is going on when its account is deleted ends, and is not left behind", async () => {
  const id = await world.connectOne(owner, "youtube");
  const open = "select from refresh_runs where status = 'running'";
  expect(await world.sql(open)).toHaveLength(1);
  expect(await statusOf(at(owner).disconnect(id, { deleteHistory: true }))).toBe(200);
  expect(await world.sql(open)).toEqual([]);
});

it("the page's own form deletes a history only once the account's name is typed", async () => {
  const id = await world.connectOne(owner, "instagram_login");
  const form = (confirmation: string) => {
    const fields = new FormData();
    fields.set("id", id);
    fields.set("confirmation", confirmation);
    return fields;
  };
  expect(await deleteHistoryAction({}, form("northlight studio"))).toEqual({
    error: "Type the name of the account, Northlight Studio.",
  });
  expect(await tokensOf(id)).toHaveLength(1);
  expect(await deleteHistoryAction({}, form("Northlight Studio"))).toEqual({ done: undefined });
  expect(await statusOf(at(owner).get(id))).toBe(404);
});

it("a refresh asked for twice is one run, and another is refused for two minutes", async () => {
  const id = await world.connectOne(member, "linkedin");
  const first = await at(member).refresh(id);
  expect(first.status).toBe(202);
  expect(await first.json()).toEqual({ runId: expect.any(String), already: true });
  await measureAll();
  const soon = await at(member).refresh(id);
  expect(soon.status).toBe(429);
  expect((await soon.json()).error.message).toContain("less than two minutes ago");
});

/** Works until every run that was asked for has ended. */
async function measureAll() {
  await refreshMinute();
  const open = await world.sql("select from refresh_runs where status = 'running'");
  expect(open).toEqual([]);
}
