import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  access,
  analytics,
  listOf,
  measure,
  nameOf,
  share,
  startLinkedin,
} from "../../../tests/support/linkedin.ts";

let linkedin: Awaited<ReturnType<typeof startLinkedin>>;
beforeAll(async () => {
  linkedin = await startLinkedin();
});
afterAll(() => linkedin.close());

describe("a member's posts", () => {
  it("are not listed: LinkedIn does not let apps read them", async () => {
    const ask = { since: "2026-10-01T00:00:00Z", cursor: null };
    expect(await linkedin.member().listPosts(access(), ask)).toMatchObject({
      kind: "done",
      calls: 0,
      value: { posts: [], cursor: null },
    });
    expect(linkedin.asked).toHaveLength(0);
  });

  it.each([
    ["a name", false],
    ["an object around it", true],
  ])("are measured one metric a call, the metric being %s", async (_shape, wrapped) => {
    linkedin.answer((ask) => ({ body: analytics(nameOf(ask), wrapped) }));
    const result = await measure(linkedin.member(), [share(1)]);
    expect(result).toMatchObject({ kind: "done", calls: 7, rejected: [] });
    expect(result.kind === "done" && result.value.get(share(1))).toMatchObject({
      measurements: [
        {
          source: "linkedin_member",
          definition: "linkedin_member.202606",
          metrics: {
            impressions: "10",
            reach: "15",
            views: { absent: "not_offered" },
            likes: "8",
            comments: "7",
            shares: "7",
            saves: "9",
            clicks: "11",
            video_views: { absent: "not_offered" },
          },
          payload: expect.stringContaining('"IMPRESSION":{"elements"'),
        },
      ],
    });
    expect(linkedin.asked[0]?.query).toBe(
      `q=entity&entity=(share:${encodeURIComponent(share(1))})&queryType=IMPRESSION&aggregation=TOTAL`,
    );
    await measure(linkedin.member(), ["urn:li:ugcPost:2"]);
    expect(linkedin.asked.at(-1)?.query).toContain("entity=(ugc:urn%3Ali%3AugcPost%3A2)");
  });

  it("lose a refused metric alone, which is asked for once and reported (invariant 18)", async () => {
    linkedin.answer((ask) =>
      nameOf(ask) === "POST_SAVE"
        ? { status: 400, body: { status: 400, message: "Invalid queryType POST_SAVE" } }
        : { body: analytics(nameOf(ask)) },
    );
    const result = await measure(linkedin.member(), [share(1), share(2)]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result.rejected).toEqual([
      {
        name: "POST_SAVE",
        metric: "saves",
        detail: "LinkedIn answered 400: Invalid queryType POST_SAVE.",
      },
    ]);
    for (const urn of [share(1), share(2)]) {
      expect(result.value.get(urn)).toMatchObject({
        measurements: [
          { metrics: { saves: { absent: "error" }, clicks: "11", impressions: "10" } },
        ],
      });
    }
    expect(linkedin.asked).toHaveLength(13);
  });

  it("are spared a metric that was refused within the day", async () => {
    linkedin.answer((ask) => ({ body: analytics(nameOf(ask)) }));
    const result = await measure(linkedin.member(), [share(1)], {
      rejectedMetrics: ["LINK_CLICKS"],
    });
    expect(result).toMatchObject({ calls: 6 });
    expect(result.kind === "done" && result.value.get(share(1))).toMatchObject({
      measurements: [{ metrics: { clicks: { absent: "error" }, saves: "9" } }],
    });
  });

  it("fail when every metric is refused: then it is not the names", async () => {
    linkedin.answer(() => ({ status: 400, body: { status: 400, message: "Bad entity" } }));
    const result = await measure(linkedin.member(), [share(1)]);
    expect(result).toMatchObject({ kind: "done", rejected: [] });
    expect(result.kind === "done" && result.value.get(share(1))).toMatchObject({ kind: "failed" });
  });

  it("have no number where LinkedIn has counted nothing yet, which is not 0 (invariant 22)", async () => {
    linkedin.answer((ask) => {
      if (nameOf(ask) === "REACTION") return { body: listOf() };
      if (nameOf(ask) === "COMMENT") return { body: analytics("SOMETHING") };
      return { body: analytics(nameOf(ask)) };
    });
    const result = await measure(linkedin.member(), [share(1)]);
    expect(result.kind === "done" && result.value.get(share(1))).toMatchObject({
      measurements: [{ metrics: { likes: { absent: "pending" }, comments: { absent: "error" } } }],
    });
  });

  it("are gone when LinkedIn does not find them", async () => {
    linkedin.answer(() => ({
      status: 404,
      body: { status: 404, code: "NOT_FOUND", message: "None" },
    }));
    const result = await measure(linkedin.member(), [share(1)]);
    expect(result.kind === "done" && result.value.get(share(1))).toMatchObject({ kind: "gone" });
    expect(linkedin.asked).toHaveLength(1);
  });
});
