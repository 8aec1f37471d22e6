import { describe, expect, it } from "vitest";
import { dayAfter, daysBetween } from "@/lib/format/days";
import { postFilter, postId, refreshBody, trendFilter } from "@/lib/posts/schema";

const message = (result: {
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}) => result.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("postFilter", () => {
  it("shows the newest posts and the week's views when nothing is asked", () => {
    expect(postFilter.parse({})).toEqual({
      sort: "published_at",
      order: "desc",
      metric: "views",
      days: 7,
    });
  });

  it.each([
    [{ days: "14" }, "days: expected 7, 30 or 90"],
    [{ from: "2026-11-31" }, "from: expected a day like 2026-11-18"],
    [
      { from: "2026-11-20", until: "2026-11-19" },
      "until: expected a day that is not before `from`",
    ],
    [{ account: "harbor" }, "account: expected the id of an account (a UUID)"],
  ])("refuses %j", (asked, sentence) => {
    expect(message(postFilter.safeParse(asked))).toContain(sentence);
  });
});

it.each(["x", "0", "-1", "1.5", "99999999999999999999"])("knows no post %s", (id) => {
  expect(message(postId.safeParse({ id }))).toContain(
    "id: There is no such post: expected its number.",
  );
});

it("measures between one and 500 posts at once", () => {
  expect(message(refreshBody.safeParse({ ids: [] }))).toContain("ids: expected at least one post");
  const many = { ids: Array.from({ length: 501 }, (_, index) => index + 1) };
  expect(message(refreshBody.safeParse(many))).toContain("ids: expected at most 500 posts");
});

describe("trendFilter", () => {
  it.each([
    [{ from: "2026-11-01" }, "until: expected `from` and `until` together"],
    [
      { from: "2026-11-02", until: "2026-11-01" },
      "until: expected a day that is not before `from`",
    ],
    [{ from: "2024-01-01", until: "2026-11-01" }, "from: expected at most 366 days"],
  ])("refuses %j", (asked, sentence) => {
    expect(message(trendFilter.safeParse(asked))).toContain(sentence);
  });
});

describe("days", () => {
  it("are counted as a calendar does, over months and leap days", () => {
    expect(dayAfter("2026-10-31")).toBe("2026-11-01");
    expect(dayAfter("2028-03-01", -1)).toBe("2028-02-29");
    expect(daysBetween("2026-11-01", "2026-11-30")).toBe(30);
    expect(daysBetween("2026-11-01", "2026-11-01")).toBe(1);
  });
});
