import { describe, expect, it } from "vitest";
import { resultHref, resultQuery } from "@/components/jobs/result-address";
import { resultFilter, resultPage } from "@/lib/jobs/schema";
import { readSearch } from "@/lib/search";

describe("resultQuery", () => {
  it("leaves out what is the default", () => {
    expect(resultQuery(resultPage.parse({}))).toBe("");
    expect(resultHref("7f3c", { state: "failed", page: 1 })).toBe("/jobs/7f3c?state=failed");
  });

  it("is read back as the filter it was made of", () => {
    const filter = resultFilter.parse({
      state: "open",
      platform: "tiktok",
      search: "50 % & more ✓",
      sort: "views",
      order: "desc",
    });
    const read = Object.fromEntries(new URLSearchParams(resultQuery(filter)));
    expect(readSearch(resultFilter, read)).toEqual(filter);
  });
});
