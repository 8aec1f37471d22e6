import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { type ReadingWorld, startReadingWorld } from "./reading-world.ts";

let world: ReadingWorld;
let ada: TestUser;
beforeAll(async () => {
  world = await startReadingWorld({ LOG_LEVEL: "error" });
  ada = await world.supabase.createUser("ada");
  await world.connect(ada, "linkedin", [world.accountOf("linkedin", "harbor.oats")]);
  await world.measure(0);
  await world.sql("delete from comment_reads");
}, 120_000);
afterAll(() => world.stop());

const told = (external_id: string) => ({
  external_id,
  parent_external_id: null,
  body: external_id,
  author_handle: "somebody",
});
async function claimed(post: number) {
  await world.endCommentWaits();
  const order = await world.claim();
  if (order?.post_id !== post) throw new Error("Another one was leased.");
  const settle = (more: object) =>
    world.settle({
      post_id: order.post_id,
      workspace_id: order.workspace_id,
      lease_token: order.lease_token,
      reserved: order.reserved,
      account_id: order.account?.id ?? null,
      calls: 1,
      reports: [],
      source: "linkedin_org",
      newest_first: true,
      is_simulated: true,
      ...more,
    });
  return { order, settle };
}
const broken = { again: { detail: "It broke.", after_seconds: 0, counts: true } };

/** A post that was read whole, and has three pages of news since: the first of them is read. */
async function readInPart() {
  const [post] = await world.sql<{ id: number }>(
    `select p.id::int from posts as p join account_posts as ap on ap.post_id = p.id
     where not exists (select from comments as c where c.post_id = p.id) order by p.id limit 1`,
  );
  const id = post?.id ?? 0;
  await world.askFor(ada, id);
  await (await claimed(id)).settle({ comments: [told("old")], cursor: null });
  await again(id);
  await (await claimed(id)).settle({ comments: [told("new 3")], cursor: "page 2" });
  return id;
}
async function again(id: number) {
  await world.sql(
    "update comment_reads set requested_at = now() - interval '2 minutes' where post_id = $1",
    [id],
  );
  await world.askFor(ada, id);
}
/** Page by page, to the end that the reading takes for it. */
async function readOn(id: number) {
  const pages: Record<string, object> = {
    "page 1": { comments: [told("new 3")], cursor: "page 2" },
    "page 2": { comments: [told("new 2")], cursor: "page 3" },
    "page 3": { comments: [told("new 1"), told("old")], cursor: null },
  };
  for (let turn = 0; turn < 5 && (await world.readOf(id)).state === "waiting"; turn += 1) {
    const { order, settle } = await claimed(id);
    await settle(pages[order.cursor ?? "page 1"] ?? {});
  }
  return (await world.comments(id)).map(({ external_id }) => external_id);
}

it("misses nothing of a reading that began anew after its place was lost", async () => {
  const id = await readInPart();
  await (await claimed(id)).settle(broken);
  await (await claimed(id)).settle(broken);
  expect(await readOn(id)).toEqual(["new 1", "new 2", "new 3", "old"]);
});

it("misses nothing after a reading that ended in the middle", async () => {
  const id = await readInPart();
  await (await claimed(id)).settle({
    ended: { state: "permission", reason: "Refused.", next_step: null },
  });
  await again(id);
  expect(await readOn(id)).toEqual(["new 1", "new 2", "new 3", "old"]);
});
