import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { type ReadingWorld, startReadingWorld } from "./reading-world.ts";

let world: ReadingWorld;
let ada: TestUser;
let bob: TestUser;

beforeAll(async () => {
  world = await startReadingWorld();
  ada = await world.supabase.createUser("ada");
  bob = await world.supabase.createUser("bob");
}, 60_000);
afterAll(() => world.stop());

async function addPost({ workspaceId }: TestUser, platform: string, id: string) {
  const [post] = await world.sql<{ id: string }>(
    `insert into posts (workspace_id, platform, external_id, url) values ($1, $2::platform, $3, 'https://example.com/' || $3)
     returning id`,
    [workspaceId, platform, id],
  );
  return post?.id ?? "";
}

describe("a post without a connected account", () => {
  it("of YouTube is read with the server's key", async () => {
    const ids = Array.from({ length: 90 }, (_, n) => `simPlain0${n + 10}`);
    const talkedAbout = (each: string) => {
      const { comments } = world.onPlatform("youtube", each);
      return comments > 10 && comments < 200;
    };
    const id = ids.find(talkedAbout) ?? "";
    const post = await addPost(ada, "youtube", id);
    expect((await world.statusOf(ada, post)).body).toMatchObject({
      state: null,
      next_step: "Ask for them.",
    });
    const asked = await world.askFor(ada, post);
    expect(asked).toMatchObject({ status: 202, body: { state: "waiting", already: false } });
    expect((await world.askFor(ada, post)).body).toMatchObject({ state: "waiting", already: true });
    await world.readAll();
    const { body } = await world.statusOf(ada, post);
    expect(body).toMatchObject({
      state: "open",
      comments: world.onPlatform("youtube", id).comments,
      source: "youtube_data",
      is_simulated: true,
      next_step: null,
    });
    expect(body.comments).toBeGreaterThan(3);
    // Asked again within the minute, the platform would say the same.
    expect((await world.askFor(ada, post)).body).toMatchObject({ state: "open", already: true });
  }, 60_000);

  it.each([
    ["youtube", "simNoComm01", "off", null],
    ["youtube", "simGone0001", "gone", null],
    ["tiktok", "7300000000000990000", "not_offered", null],
    ["instagram", "simPlain001", "not_offered", "Connect that account, then ask again."],
  ])("of %s (%s) is said to be %s", async (platform, id, state, next_step) => {
    const post = await addPost(ada, platform, id);
    await world.askFor(ada, post);
    await world.readAll();
    const { body } = await world.statusOf(ada, post);
    expect(body).toMatchObject({ state, next_step, comments: 0 });
    expect(body.reason).toMatch(/\w{3,}.*\.$/);
  });
});

describe("whoever asks", () => {
  it("has to be a member of the post's workspace, and reads only there how it stands", async () => {
    const post = await addPost(ada, "youtube", "simPlain0B1");
    for (const act of [world.askFor, world.statusOf])
      expect((await act(bob, post)).status).toBe(404);
    const eve = await world.supabase.createUser("eve");
    await world.askFor(ada, post);
    const rows = async (user: TestUser) =>
      (await world.supabase.clientFor(user).from("comment_reads").select("post_id")).data?.length;
    expect([(await rows(ada)) ?? 0, await rows(bob), await rows(eve)]).toEqual([
      expect.any(Number),
      0,
      0,
    ]);
    expect(await rows(ada)).toBeGreaterThan(0);
    const change = await world.supabase
      .clientFor(ada)
      .from("comment_reads")
      .update({ state: "open" })
      .eq("post_id", Number(post));
    expect(change.error?.code).toBe("42501");
    const claim = await world.supabase
      .clientFor(ada)
      .rpc("claim_comments", { sources: [], lease_seconds: 1 });
    expect(claim.error?.code).toBe("42501");
  });

  it("cannot ask for more than 500 posts an hour", async () => {
    await world.sql(
      `with p as (insert into posts (workspace_id, platform, external_id, url)
         select $1, 'tiktok', 'many' || n, 'https://example.com/' || n from generate_series(1, 500) as n returning id)
       insert into comment_reads (post_id, workspace_id, state, requested_by) select id, $1, 'not_offered', $2 from p`,
      [bob.workspaceId, bob.id],
    );
    const post = await addPost(bob, "youtube", "simPlain0C1");
    const { status, body } = await world.askFor(bob, post);
    expect(status).toBe(429);
    expect(body.error.message).toContain("500 posts");
    expect(await world.reads("post_id = $1", [post])).toEqual([]);
  });

  it("gets none of a workspace that was made up", async () => {
    const sam = await world.supabase.createUser("sam");
    const post = await addPost(sam, "youtube", "simPlain0D1");
    await world.sql("update workspaces set is_sample = true where id = $1", [sam.workspaceId]);
    expect((await world.askFor(sam, post)).status).toBe(422);
    expect(await world.reads("post_id = $1", [post])).toEqual([]);
  });
});

describe("an account", () => {
  it("without the permission says so, with what to do", async () => {
    const carl = await world.supabase.createUser("carl");
    const account = world.accountOf("instagram_login", "northlight.studio");
    await world.connectWith(carl, "instagram_login", account, [
      "instagram_business_basic",
      "instagram_business_manage_insights",
    ]);
    await world.measure(0);
    await world.readAll();
    const reads = await world.reads("workspace_id = $1", [carl.workspaceId]);
    expect(reads.length).toBeGreaterThan(2);
    for (const read of reads.filter(({ state }) => state !== "off")) {
      expect(read).toMatchObject({
        state: "permission",
        reason: expect.stringContaining("It takes instagram_business_manage_comments."),
        next_step: "Reconnect the account with this permission, then ask again.",
      });
    }
    // Not asked again in every slot, but once it was connected anew.
    const plan = () => world.sql("select private.plan_comments($1, now())", [carl.workspaceId]);
    await plan();
    expect(
      await world.reads("workspace_id = $1 and state = 'waiting'", [carl.workspaceId]),
    ).toEqual([]);
    await world.sql(
      "update accounts set connected_at = clock_timestamp() where workspace_id = $1",
      [carl.workspaceId],
    );
    await plan();
    expect(
      await world.count("comment_reads where workspace_id = $1 and state = 'waiting'", [
        carl.workspaceId,
      ]),
    ).toBeGreaterThan(2);
  }, 60_000);

  it("whose sign-in has ended says so, and its tokens are not tried again", async () => {
    const dora = await world.supabase.createUser("dora");
    await world.connect(dora, "facebook", [world.accountOf("facebook", "northlight.studio")]);
    await world.measure(1);
    world.simulator.grants.end("facebook", null, "revoke");
    await world.readAll();
    const [account] = (await world.accounts()).filter(
      ({ workspace_id }) => workspace_id === dora.workspaceId,
    );
    expect(account).toMatchObject({ status: "needs_reconnect" });
    const reads = await world.reads("workspace_id = $1", [dora.workspaceId]);
    expect(reads.length).toBeGreaterThan(1);
    for (const read of reads) {
      expect(read).toMatchObject({
        state: "permission",
        next_step: expect.stringMatching(/^Reconnect/),
      });
    }
    expect(reads.filter(({ calls }) => calls > 0).length).toBeLessThanOrEqual(3);
  }, 60_000);
});
