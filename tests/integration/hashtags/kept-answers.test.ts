import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { GET as chains } from "@/app/api/v1/comments/viral-chains/route";
import { GET as status } from "@/app/api/v1/hashtags/status/route";
import { POST as sync } from "@/app/api/v1/hashtags/sync/route";
import { GET as trending } from "@/app/api/v1/hashtags/trending/route";
import { GET as growing } from "@/app/api/v1/reports/fastest-growing/route";
import { GET as topHashtags } from "@/app/api/v1/reports/top-hashtags/route";
import { GET as people } from "@/app/api/v1/reports/top-users/route";
import { cachedAnswer } from "@/lib/answers/cached-answer";
import { importEngagements } from "@/lib/engagements/commands";
import type { Scope } from "@/lib/supabase/server";
import type { TestUser } from "../../support/supabase.ts";
import { type ApiWorld, call, startApiWorld } from "./api-world.ts";

let world: ApiWorld;
beforeAll(async () => {
  process.env.TRENDING_TTL_SECONDS = "60";
  world = await startApiWorld();
});
afterEach(() => void vi.useRealTimers());
afterAll(() => world.stop());

let posts = 0;
/** One more post with the hashtag, in ada's workspace unless said. */
async function add(caption: string, workspace?: string) {
  posts += 1;
  await world.addPosts([{ external_id: `p${posts}`, caption, minutes_ago: 1 }], workspace);
}
const tags = async (who = world.ada, query = {}, workspace = world.ada.workspaceId) => {
  const { body } = await call(who, trending, query, { workspace });
  return body.hashtags?.map(({ tag, count }: Record<string, unknown>) => `${tag} ${count}`);
};
const later = (seconds: number) =>
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + seconds * 1000 });

it("keeps an answer for a minute and no longer, of the same age for everybody", async () => {
  await add("#one");
  const first = await call(world.ada, trending);
  expect(first.body.total_count).toBe(1);
  await add("#two");
  const again = await call(world.vera, trending, {}, { workspace: world.ada.workspaceId });
  expect(again.text).toBe(first.text);
  expect((await call(world.ada, status)).body.cache_size).toBe(1);
  later(60);
  expect(await tags()).toEqual(["one 1", "two 1"]);
});

it("keeps an answer by its parameters", async () => {
  expect(await tags(world.ada, { k: 1 })).toEqual(["one 1"]);
  expect(await tags(world.ada, { platform: "tiktok" })).toEqual([]);
});

it("gives no workspace another's, asked at the same time or one after the other", async () => {
  await add("#bobs", world.bob.workspaceId);
  const own = world.bob.workspaceId;
  const both = Array.from({ length: 20 }, (_, n) =>
    n % 2 ? tags(world.bob, { k: 50 }, own) : tags(world.ada, { k: 50 }),
  );
  const answers = await Promise.all(both);
  expect(new Set(answers.map((answer) => answer.join()))).toEqual(
    new Set(["one 1,two 1", "bobs 1"]),
  );
  expect(answers[1]).toEqual(["bobs 1"]);
});

it("asks who somebody is before it looks: a kept answer is not for who was removed", async () => {
  const former = await world.supabase.createUser("former");
  await world.supabase.addMember(world.ada.workspaceId, former, "member");
  expect(await tags(former)).toEqual(await tags());
  await world.supabase.sql(
    "delete from public.workspace_members where user_id = $1 and role = 'member'",
    [former.id],
  );
  const refused = await call(former, trending, {}, { workspace: world.ada.workspaceId });
  expect(refused.status).toBe(401);
});

it("shares nothing of what somebody saw who was removed while asking", async () => {
  const { workspaceId } = world.ada;
  const former = await world.supabase.createUser("former.too");
  await world.supabase.addMember(workspaceId, former, "member");
  const kept = (who: TestUser, ask: () => Promise<string>) =>
    cachedAnswer({ db: world.supabase.clientFor(who), workspaceId }, "asked", {}, ask);
  const removed = kept(former, async () => {
    await world.supabase.sql(
      "delete from public.workspace_members where user_id = $1 and workspace_id = $2",
      [former.id, workspaceId],
    );
    return "nothing";
  });
  const member = kept(world.ada, async () => "everything");
  await expect(removed).rejects.toThrow("you are not in it");
  expect(await member).toBe("everything");
  expect(await kept(world.ada, async () => "all of it")).toBe("all of it");
});

it("is new to who brings engagements", async () => {
  const [{ id = 0 } = {}] = await world.supabase.sql<{ id: number }>(
    "select id::int from public.posts where workspace_id = $1 limit 1",
    [world.ada.workspaceId],
  );
  const total = async () =>
    (await call(world.ada, people)).body.users.map((each: { total_engagement: number }) =>
      Number(each.total_engagement),
    );
  expect(await total()).toEqual([]);
  const scope = { db: world.supabase.clientFor(world.ada), workspaceId: world.ada.workspaceId };
  const event = { post_id: String(id), kind: "view", occurred_at: "2026-11-20T10:00:00Z" };
  // safe because nothing else of it is asked for
  await importEngagements(scope as Scope, "api", [{ kind: "written", event }]);
  expect(await total()).toEqual([1]);
});

it("is new to who has hashtags derived again", async () => {
  await tags();
  await add("#three");
  expect(await tags()).not.toContain("three 1");
  await call(world.mel, sync, {}, { method: "POST", workspace: world.ada.workspaceId });
  expect(await tags()).toContain("three 1");
});

it.each([
  ["trending", trending],
  ["top hashtags", topHashtags],
  ["fastest growing", growing],
  ["viral chains", chains],
  ["top people", people],
] as const)("answers fifty callers of %s what it answers one", async (_, handler) => {
  const workspace = world.ada.workspaceId;
  const who = [world.ada, world.vera, world.mel];
  const one = await call(world.ada, handler, {}, { workspace });
  const fifty = await Promise.all(
    Array.from({ length: 50 }, (_each, n) =>
      call(who[n % 3] ?? world.ada, handler, {}, { workspace }),
    ),
  );
  expect(one.status).toBe(200);
  expect(new Set(fifty.map(({ text }) => text))).toEqual(new Set([one.text]));
});
