import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { access, nowMs, postOf, share, startLinkedin } from "../../../tests/support/linkedin.ts";

let linkedin: Awaited<ReturnType<typeof startLinkedin>>;
beforeAll(async () => {
  linkedin = await startLinkedin();
});
afterAll(() => linkedin.close());

describe("comments", () => {
  const comment = (number: number, replies = 0) => ({
    id: String(number),
    commentUrn: `urn:li:comment:(urn:li:activity:9,${number})`,
    actor: "urn:li:person:abc",
    message: { text: `Comment ${number}` },
    created: { time: nowMs },
    likesSummary: { totalLikes: 2 },
    commentsSummary: { aggregatedTotalComments: replies },
  });
  const list = (cursor: string | null) =>
    linkedin.organization().listComments(access(), postOf(share(1)), { cursor });

  it("come page by page, answers after the comments they answer", async () => {
    linkedin.answer(({ path, query }) => {
      if (path.includes("comment%3A%28")) {
        return { body: { elements: [{ ...comment(1000), commentsSummary: undefined }] } };
      }
      if (!path.endsWith("/comments")) return { body: { commentsState: "OPEN" } };
      const start = Number(/start=(\d+)/.exec(query)?.[1]);
      const all = Array.from({ length: 52 }, (_, at) => comment(at, at === 3 ? 1 : 0));
      return { body: { elements: all.slice(start, start + 50) } };
    });
    const found: [string | null, string | null][] = [];
    let cursor: string | null = null;
    do {
      const page = await list(cursor);
      if (page.kind !== "done" || page.value.state !== "open") throw new Error(page.kind);
      found.push(
        ...page.value.comments.map((each): [string | null, string | null] => [
          each.text,
          each.parentExternalId,
        ]),
      );
      cursor = page.value.cursor;
    } while (cursor !== null);
    expect(found).toHaveLength(53);
    expect(found).toContainEqual(["Comment 51", null]);
    expect(found).toContainEqual(["Comment 1000", "urn:li:comment:(urn:li:activity:9,3)"]);
    expect(linkedin.asked).toHaveLength(4);
  });

  it("are read as far as LinkedIn tells", async () => {
    linkedin.answer(({ path }) =>
      path.endsWith("/comments") ? { body: { elements: [comment(7, 0), "odd"] } } : { body: {} },
    );
    const page = await list(null);
    expect(page).toMatchObject({ kind: "done", calls: 2 });
    expect(page.kind === "done" && page.value).toEqual({
      state: "open",
      cursor: null,
      comments: [
        {
          externalId: "urn:li:comment:(urn:li:activity:9,7)",
          parentExternalId: null,
          authorExternalId: "urn:li:person:abc",
          authorHandle: null,
          authorName: null,
          text: "Comment 7",
          likes: "2",
          replies: "0",
          publishedAt: "2026-11-01T10:00:00.000Z",
          payload: JSON.stringify(comment(7)),
        },
      ],
    });
  });

  it("are off when the author closed them", async () => {
    linkedin.answer(() => ({ body: { commentsState: "CLOSED" } }));
    expect(await list(null)).toMatchObject({ kind: "done", value: { state: "off" } });
    expect(linkedin.asked).toHaveLength(1);
  });

  it("of a deleted post are a refusal that says so", async () => {
    linkedin.answer(() => ({ status: 404, body: { code: "NOT_FOUND" } }));
    expect(await list(null)).toMatchObject({
      kind: "failed",
      detail: expect.stringContaining("does not know this post"),
    });
  });
});
