import { describe, expect, it } from "vitest";
import {
  mergedHref,
  newestHref,
  pinnedHref,
  reelsHref,
  unfilteredHref,
  windowOf,
} from "@/components/performance/reels-address";
import { cohortId, readCohortId } from "@/lib/reels/cohort-id";
import { askedFilter } from "@/lib/reels/queries";
import { reelFilter, reelPage } from "@/lib/reels/schema";
import { readSearch } from "@/lib/search";

const END = "2026-11-21T08:32:00.123456Z";
const searchOf = (href: string) => Object.fromEntries(new URL(href, "http://here").searchParams);
const cohortOf = (href: string) => readCohortId(searchOf(href).cohort ?? "");

const pinned = reelFilter.parse({
  cohort: cohortId({ days: 30, endsAt: END, filter: { platform: "tiktok" } }),
  sort: "views",
});

describe("reelsHref", () => {
  it("leaves defaults out", () => {
    expect(reelsHref(reelFilter.parse({}))).toBe("/performance");
  });

  it("is read back as what was asked", () => {
    const asked = {
      window: "90d",
      platform: "youtube",
      author: "@a & b",
      hashtag: "slow",
      min_views: "50000",
      outliers_only: "true",
      search: "kimchi",
      sample: "true",
      sort: "er",
      order: "asc",
    };
    const query = reelFilter.parse(asked);
    expect(readSearch(reelFilter, searchOf(reelsHref(query)))).toEqual(query);
  });

  it("takes a filter that is off out of the address", () => {
    const query = reelFilter.parse({ outliers_only: "true", min_views: "10" });
    expect(reelsHref(query, { outliers_only: false, min_views: undefined })).toBe("/performance");
  });

  it("goes back to the first page with every change", () => {
    const { page: _, ...query } = reelPage.parse({ page: "3" });
    expect(reelsHref(query, { platform: "tiktok" })).toBe("/performance?platform=tiktok");
  });
});

describe("a pinned cohort", () => {
  it("keeps its end when a filter, the window or the order changes", () => {
    const href = reelsHref(pinned, { author: "@maker", window: "7d", order: "asc" });
    expect(cohortOf(href)).toEqual({
      days: 7,
      endsAt: END,
      filter: { platform: "tiktok", author: "@maker" },
    });
    expect(searchOf(href)).toMatchObject({ sort: "views", order: "asc" });
  });

  it("takes what a form sends beside the id into the id", () => {
    const search = { cohort: "x", search: "kimchi", min_views: "" };
    const query = { ...pinned, search: "kimchi" };
    expect(cohortOf(mergedHref(query, search) ?? "")?.filter).toEqual({
      platform: "tiktok",
      search: "kimchi",
    });
    expect(mergedHref(query, { cohort: "x", sort: "er" })).toBeNull();
    expect(mergedHref(reelFilter.parse({}), { search: "kimchi" })).toBeNull();
  });

  it("loses its filters without losing its moment", () => {
    expect(cohortOf(unfilteredHref(pinned))).toEqual({ days: 30, endsAt: END, filter: {} });
  });

  it("leads back to the newest one by the same filter", () => {
    const newest = reelFilter.parse(searchOf(newestHref(pinned)));
    expect(newest.cohort).toBeUndefined();
    expect(askedFilter(newest)).toMatchObject({ platform: "tiktok" });
    expect(windowOf(newest)).toBe("30d");
  });

  it("is linked to by its id and order alone", () => {
    const [id, query] = [cohortId({ days: 7, endsAt: END, filter: {} }), reelFilter.parse({})];
    expect(pinnedHref(query, id)).toBe(`/performance?cohort=${id}`);
  });
});
