import { afterAll, beforeAll, expect, it } from "vitest";
import { storeComments, type ToldComment } from "../questions/store.ts";
import { NOTHING, type OldData, startOldData } from "./old-data.ts";

let data: OldData;
beforeAll(async () => {
  data = await startOldData();
});
afterAll(() => data.stop());

const TOLD: ToldComment[] = ["a", "b"].map((external_id) => ({
  external_id,
  parent_external_id: external_id === "b" ? "a" : null,
  likes: 12,
  published_at: "2026-01-01T00:00:00Z",
  body: `text of ${external_id}`,
  author_handle: `writer ${external_id}`,
}));
const forget = () => data.removeOld({ take: 5000, parts: ["youtube_unauthorised"] });

it("forgets texts and writers of YouTube's comments after 30 days unless they were told again, and keeps the thread", async () => {
  const ada = await data.supabase.createUser("ada");
  const account = await data.account(ada.workspaceId, "youtube");
  const [stranger, own, tiktok] = [
    await data.post(ada.workspaceId, "youtube"),
    await data.post(ada.workspaceId, "youtube", account),
    await data.post(ada.workspaceId, "tiktok"),
  ];
  for (const post of [stranger, own, tiktok]) {
    await storeComments(data.supabase, ada.workspaceId, post, TOLD);
  }
  const comments = (post: number) =>
    data.sql(
      `select c.external_id as id, c.body, c.likes::int, w.key as author from comments as c
       left join people as w on w.id = c.author_id where c.post_id = $1 order by 1`,
      [post],
    );
  const whole = TOLD.map((each) => ({
    id: each.external_id,
    body: each.body,
    likes: 12,
    author: each.author_handle,
  }));
  const people = async () => {
    const rows = await data.sql<{ key: string }>(
      "select key from people where workspace_id = $1 and platform = 'youtube' order by 1",
      [ada.workspaceId],
    );
    return rows.map(({ key }) => key);
  };
  await data.sql("update comments set source = 'youtube_data' where post_id <> $1", [tiktok]);
  await data.sql("update comments set captured_at = now() - interval '31 days'");
  await data.sql("update people set created_at = now() - interval '31 days'");
  // Told again as it was: it may be kept.
  await data.sql("select private.keep_comments($1, $2, 'youtube_data', false, $3::text::jsonb)", [
    ada.workspaceId,
    stranger,
    JSON.stringify(TOLD.slice(0, 1)),
  ]);

  expect((await forget()).unfinished).toEqual([]);
  expect(await comments(stranger)).toEqual([
    whole[0],
    { id: "b", body: null, likes: null, author: null },
  ]);
  expect(await comments(own)).toEqual(whole);
  expect(await comments(tiktok)).toEqual(whole);
  expect(await people()).toEqual(["acme", "writer a", "writer b"]);

  await data.sql("delete from posts where id = $1", [own]);
  expect(await forget()).toMatchObject({ youtube_unauthorised: 2, unfinished: [] });
  expect(await people()).toEqual(["writer a"]);
  expect(await forget()).toEqual({ ...NOTHING, unfinished: [] });
  const [thread] = await data.sql(
    "select comments, replies, chains from comment_threads where post_id = $1",
    [stranger],
  );
  expect(thread).toEqual({ comments: 2, replies: 1, chains: 0 });

  // Read again, everything is there again.
  await storeComments(data.supabase, ada.workspaceId, stranger, TOLD);
  expect(await comments(stranger)).toEqual(whole);
});
