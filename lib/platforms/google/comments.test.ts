import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settingsAt, startAnsweringServer } from "../../../tests/support/answering-server.ts";
import { readEnv } from "../../env.ts";
import type { Access, Comment } from "../connected.ts";
import { youtubePlatform } from "./platform.ts";

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.close());

const access: Access = {
  kind: "youtube_channel",
  accountExternalId: "UCabc",
  accessToken: "SECRET-access",
  scopes: [],
  rejectedMetrics: [],
  signal: new AbortController().signal,
};
const video = { apiId: "v", externalId: "v", mediaKind: "video" as const, publishedAt: null };

function page(cursor: string | null, key?: string) {
  const settings = readEnv({
    ...settingsAt(server.url),
    GOOGLE_CLIENT_ID: "id",
    GOOGLE_CLIENT_SECRET: "secret",
    YOUTUBE_API_KEY: key,
  });
  const choice = youtubePlatform(settings);
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.platform.listComments(access, video, { cursor });
}

const comment = (id: string) => ({
  id,
  snippet: {
    authorDisplayName: "@ada",
    authorChannelId: { value: "UCada" },
    textDisplay: `Shown ${id}`,
    textOriginal: `Said ${id}`,
    likeCount: 4,
    publishedAt: "2026-11-02T10:00:00Z",
  },
});
const thread = (id: string, totalReplyCount: number, inlined: string[] = []) => ({
  id,
  snippet: { topLevelComment: comment(id), totalReplyCount, videoId: "v" },
  ...(inlined.length > 0 && { replies: { comments: inlined.map(comment) } }),
});
const refusal = (code: number, reason: string) => ({
  status: code,
  body: { error: { code, message: "No.", errors: [{ reason }] } },
});

/** Every page of the comments, with one request each. */
async function everyPage() {
  const comments: Comment[] = [];
  let cursor: string | null = null;
  do {
    const result = await page(cursor);
    if (result.kind !== "done" || result.value.state !== "open") throw new Error(result.kind);
    expect(result.calls).toBe(1);
    comments.push(...result.value.comments);
    cursor = result.value.cursor;
  } while (cursor !== null);
  return comments;
}

describe("reading the comments of a video", () => {
  it("reads every thread with every reply once, in pages of one request", async () => {
    server.answers(({ path, query }) => {
      const at = query.get("pageToken");
      if (path.endsWith("/commentThreads")) {
        return at === "2"
          ? { body: { items: [thread("t3", 0)] } }
          : {
              body: {
                items: [thread("t1", 1, ["t1.a"]), thread("t2", 7, ["t2.a"])],
                nextPageToken: "2",
              },
            };
      }
      return at === "more"
        ? { body: { items: [comment("t2.b")] } }
        : { body: { items: [comment("t2.a")], nextPageToken: "more" } };
    });
    const comments = await everyPage();
    expect(
      comments.map(({ externalId, parentExternalId }) => [externalId, parentExternalId]),
    ).toEqual([
      ["t1", null],
      ["t1.a", "t1"],
      ["t2", null],
      ["t2.a", "t2"],
      ["t2.b", "t2"],
      ["t3", null],
    ]);
    expect(comments[2]).toEqual({
      externalId: "t2",
      parentExternalId: null,
      authorExternalId: "UCada",
      authorHandle: "ada",
      authorName: "@ada",
      text: "Said t2",
      likes: "4",
      replies: "7",
      publishedAt: "2026-11-02T10:00:00.000Z",
      payload: JSON.stringify(comment("t2")),
    });
    expect(Object.fromEntries(server.asked[0]?.query ?? [])).toEqual({
      part: "snippet,replies",
      videoId: "v",
      maxResults: "100",
      order: "time",
      textFormat: "plainText",
    });
  });

  it("goes on when a thread was deleted in between", async () => {
    server.answers(({ path, query }) => {
      if (path.endsWith("/comments")) return refusal(404, "commentThreadNotFound");
      const last = query.get("pageToken") === "2";
      return last
        ? { body: { items: [thread("t2", 0)] } }
        : { body: { items: [thread("t1", 9)], nextPageToken: "2" } };
    });
    expect((await everyPage()).map(({ externalId }) => externalId)).toEqual(["t1", "t2"]);
  });

  it("tells comments that are off from comments that are none", async () => {
    server.answers(() => refusal(403, "commentsDisabled"));
    expect(await page(null, "a-key")).toMatchObject({ kind: "done", value: { state: "off" } });
    expect(server.asked).toHaveLength(1);
    server.answers(() => ({ body: { items: [] } }));
    expect(await page(null)).toMatchObject({
      value: { state: "open", comments: [], cursor: null },
    });
  });

  it("takes the server's key where the token may not read them", async () => {
    server.answers(({ headers }) =>
      headers["x-goog-api-key"] === "a-key" && !headers.authorization
        ? { body: { items: [thread("t1", 0)] } }
        : refusal(403, "insufficientPermissions"),
    );
    expect(await page(null, "a-key")).toMatchObject({ kind: "done", calls: 2 });
    expect(await page(null)).toMatchObject({ kind: "failed", code: "permission", calls: 1 });
  });

  it.each([
    [refusal(404, "videoNotFound"), { kind: "failed", code: "permission" }],
    [refusal(400, "invalidPageToken"), { kind: "failed", code: "internal" }],
    [refusal(401, "authError"), { kind: "unauthorized" }],
  ])("says what %j means", async (answer, expected) => {
    server.answers(() => answer);
    expect(await page(null)).toMatchObject(expected);
  });
});
