import { expect, it } from "vitest";
import { z } from "zod";
import { pageNumber, readSearch } from "@/lib/search";

const schema = z
  .object({
    page: pageNumber,
    sort: z.enum(["views", "likes"]).default("views"),
    account: z.string().optional(),
    from: z.string().optional(),
    until: z.string().optional(),
  })
  .refine(({ from, until }) => (from === undefined) === (until === undefined), { path: ["until"] });

it.each([
  ["leaves out what makes no sense and keeps the rest", { sort: "oops", account: "a", page: "x" }],
  ["begins anew on a page beyond what can be counted", { account: "a", page: "99999999999" }],
  ["takes an empty field as not asked for", { sort: "", account: "a", page: "" }],
])("%s", (_what, search) => {
  expect(readSearch(schema, search)).toEqual({ page: 1, sort: "views", account: "a" });
});

it("shows the defaults where also the rest makes no sense", () => {
  expect(readSearch(schema, { account: "a", from: "2026-11-01" })).toEqual({
    page: 1,
    sort: "views",
  });
});
