import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { apiOf, messageOf, watch } from "./world.ts";

let supabase: Supabase;
let ada: TestUser;
let bob: TestUser;

beforeAll(async () => {
  supabase = await startSupabase();
  [ada, bob] = [await supabase.createUser("ada"), await supabase.createUser("bob")];
});
afterAll(() => supabase.stop());

const posts = () =>
  supabase.sql<{ platform: string; external_id: string; url: string }>(
    "select platform, external_id, url from posts order by platform, external_id",
  );

describe("a schedule", () => {
  it("is made of published links, with a post for each, known or not", async () => {
    const links = [
      watch("simPlain001"),
      "https://www.tiktok.com/@me.too/video/7300000000000990000?x=1",
    ];
    const first = await apiOf(ada).create({ title: "Launch", links });
    expect(first).toMatchObject({
      status: 201,
      body: {
        title: "Launch",
        status: "posted",
        published_at: null,
        external: [
          { provider: "youtube", ref_id: "simPlain001", ref_url: watch("simPlain001") },
          { provider: "tiktok", ref_id: "7300000000000990000" },
        ],
      },
    });
    const again = await apiOf(ada).create({ links: [watch("simPlain001")] });
    // safe because both were made
    const postOf = (answer: { body: Record<string, unknown> }) =>
      (answer.body.external as { post_id: number }[])[0]?.post_id;
    expect(postOf(again)).toBe(postOf(first));
    expect((await posts()).map(({ external_id }) => external_id)).toEqual([
      "simPlain001",
      "7300000000000990000",
    ]);
  });

  it("is made of references as providers give them when publishing", async () => {
    const external = [
      { provider: "facebook", ref_id: "100000001_200000002" },
      { provider: "linkedin", ref_id: "urn:li:share:7100000000000000001" },
      {
        provider: "instagram",
        ref_id: "17890000000000001",
        ref_url: "https://www.instagram.com/reel/simPlain0IG/",
      },
    ];
    const { status, body } = await apiOf(ada).create({ external });
    expect(status).toBe(201);
    expect(body.external).toMatchObject([
      { provider: "instagram", ref_id: "17890000000000001" },
      { provider: "facebook", ref_id: "100000001_200000002", ref_url: null },
      { provider: "linkedin", ref_id: "urn:li:share:7100000000000000001" },
    ]);
    const made = (await posts()).filter(({ platform }) => platform === "instagram");
    expect(made).toMatchObject([{ external_id: "simPlain0IG" }]);
  });

  it("is listed to its workspace, newest first, and to nobody else", async () => {
    const { body } = await apiOf(ada).list("?limit=2");
    expect(body).toMatchObject({ limit: 2, offset: 0, total: 3, has_more: true });
    expect(body.items).toHaveLength(2);
    const rest = await apiOf(ada).list("?limit=2&offset=2");
    expect(rest.body).toMatchObject({ has_more: false, items: [{ title: "Launch" }] });
    expect((await apiOf(bob).list()).body).toMatchObject({ total: 0, items: [] });
  });

  it("is removed without its posts", async () => {
    const id = await apiOf(ada).made({ links: [watch("simPlain009")] });
    const before = await posts();
    expect((await apiOf(bob).remove(id)).status).toBe(404);
    expect((await apiOf(ada).remove(id)).status).toBe(204);
    expect((await apiOf(ada).schedule(id)).status).toBe(404);
    expect(await posts()).toEqual(before);
  });

  it("is not made, shown to or removed by who may only look, or is a stranger", async () => {
    const id = await apiOf(ada).made({ links: [watch("simPlain008")] });
    expect((await apiOf(bob).schedule(id)).status).toBe(404);
    const { error } = await supabase.clientFor(bob).rpc("delete_schedule", { schedule: id });
    expect(error?.code).toBe("PT404");
    await supabase.addMember(ada.workspaceId, bob, "viewer");
    const viewer = supabase.clientFor(bob);
    const refused = await viewer.rpc("create_schedule", {
      workspace: ada.workspaceId,
      title: "",
      external: [],
    });
    expect(refused.error?.code).toBe("PT403");
    expect((await viewer.rpc("delete_schedule", { schedule: id })).error?.code).toBe("PT403");
    expect((await viewer.from("schedules").select("id").eq("id", id)).data).toHaveLength(1);
  });
});

describe("what is no published post", () => {
  it.each([
    [{}, "Found no links and no external references"],
    [
      { links: [watch("simPlain001"), "https://vm.tiktok.com/abcdef/"] },
      /^links\.1: found .*short link; expected the post's own link/,
    ],
    [
      { links: ["https://example.com/post/1"] },
      /^links\.0: found .*another host.*; expected a YouTube/,
    ],
    [
      { links: ["https://www.youtube.com/@me"] },
      /^links\.0: found .*not a post.*; expected a link to a post/,
    ],
    [
      { links: [watch("simPlain001"), watch("simPlain002")] },
      /^links\.1: found a second YouTube post beside links\.0/,
    ],
    [
      { links: [watch("simPlain001")], external: [{ provider: "youtube", ref_id: "simPlain002" }] },
      /^external\.0\.ref_id: found a second YouTube post/,
    ],
    [
      { external: [{ provider: "facebook", ref_id: "1_22222", ref_url: watch("simPlain001") }] },
      /^external\.0\.ref_url: found a YouTube link; expected a link to a Facebook post/,
    ],
    [
      { external: [{ provider: "instagram", ref_id: "17890000000000002" }] },
      /^external\.0\.ref_id: found 17890000000000002, which is no post of this workspace; expected its link/,
    ],
    [{ external: [{ provider: "myspace", ref_id: "1" }] }, /^external\.0\.provider/],
    [{ external: [{ provider: "youtube", ref_id: "x".repeat(256) }] }, /^external\.0\.ref_id/],
  ])("is refused with where, what was found and what was expected: %j", async (given, sentence) => {
    const answer = await apiOf(ada).create(given);
    expect(answer.status).toBe(422);
    expect(messageOf(answer)).toMatch(sentence);
  });

  it("leaves nothing behind", async () => {
    const before = await apiOf(ada).list();
    await apiOf(ada).create({
      links: [watch("simPlain077")],
      external: [{ provider: "instagram", ref_id: "17890000000000003" }],
    });
    expect((await apiOf(ada).list()).body.total).toBe(before.body.total);
    expect((await posts()).map(({ external_id }) => external_id)).not.toContain("simPlain077");
  });
});
