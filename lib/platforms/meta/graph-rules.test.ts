import { describe, expect, it } from "vitest";
import { limitOwnerOf } from "./graph-error.ts";
import { readInsights } from "./insights.ts";
import { metaMoment, withoutPaging } from "./meta-values.ts";
import { pageOf } from "./page-of.ts";
import { isAboutThisPost, refusedNames } from "./refused-names.ts";
import { usageOf } from "./usage.ts";

describe("the usage headers", () => {
  const app = '{"call_count":28,"total_time":25,"total_cputime":61}';
  const business =
    '{"17841":[{"type":"instagram","call_count":97,"total_cputime":23,"total_time":30,"estimated_time_to_regain_access":19}],"99":[{"type":"pages","call_count":12}]}';

  it.each([
    [{}, null],
    [{ "x-app-usage": app }, { percent: 61, regainAfterSeconds: null, limit: "app" }],
    [
      { "x-business-use-case-usage": business },
      { percent: 97, regainAfterSeconds: 1140, limit: "account" },
    ],
    [
      { "x-app-usage": app, "x-business-use-case-usage": business },
      { percent: 97, regainAfterSeconds: 1140, limit: "account" },
    ],
    [{ "x-app-usage": "not json" }, null],
  ])("%j: the tightest limit, in seconds", (headers, usage) => {
    expect(usageOf(new Headers(headers))).toEqual(usage);
  });
});

describe("a throttle", () => {
  it.each([
    [4, "app"],
    [341, "app"],
    [17, "account"],
    [32, "account"],
    [613, "account"],
    [80001, "account"],
    [80002, "account"],
  ])("%i is the limit of the %s", (code, owner) => {
    expect(limitOwnerOf({ code, subcode: null, message: "" })).toBe(owner);
  });
});

describe("a refused metric", () => {
  it.each([
    ["(#100) metric[2] must be one of the following values: views, reach", ["saved"]],
    [
      "(#100) The Media Insights API does not support the reach metric for this media product type.",
      ["reach"],
    ],
    ["(#100) The value must be a valid insights metric", []],
    ["(#100) metric[9] must be one of the following values: likes", []],
  ])("is found in: %s", (message, names) => {
    expect(refusedNames(message, ["views", "reach", "saved"])).toEqual(names);
  });

  it("is told from one that only this kind of post does not have", () => {
    expect(isAboutThisPost("does not support the X metric for this media product type")).toBe(true);
    expect(isAboutThisPost("The value must be a valid insights metric")).toBe(false);
  });
});

describe("insights", () => {
  it("reads a number wherever it stands, and no number where there is none", () => {
    const body = {
      data: [
        { name: "views", values: [{ value: 123 }] },
        { name: "reach", total_value: { value: 45 } },
        { name: "saved", values: [{ value: 9007199254740993n }] },
        { name: "shares", values: [] },
        { name: "post_reactions_by_type_total", values: [{ value: { like: 5, love: 1 } }] },
      ],
    };
    expect(Object.fromEntries(readInsights(body) ?? [])).toEqual({
      views: "123",
      reach: "45",
      saved: "9007199254740993",
    });
    expect(readInsights({ data: [] })?.size).toBe(0);
    expect(readInsights({ items: [] })).toBeNull();
  });
});

describe("a page of an edge", () => {
  const next = "https://graph.facebook.com/v26.0/1/media?access_token=SECRET&after=Qa";

  it.each([
    [{ data: [] }, null],
    [{ data: [1], paging: { cursors: { before: "b", after: "Qa" } } }, null],
    [{ data: [], paging: { cursors: { after: "Qa" }, next } }, "Qa"],
    [{ data: [1], paging: { next } }, "Qa"],
  ])("%j goes on only while there is a next", (body, cursor) => {
    expect(pageOf(body)?.cursor).toBe(cursor);
  });

  it("leaves no link with a token in what is kept", () => {
    const kept = withoutPaging({ id: "1", replies: { data: [{ id: "2" }], paging: { next } } });
    expect(kept).toEqual({ id: "1", replies: { data: [{ id: "2" }] } });
  });
});

describe("metaMoment", () => {
  it.each([
    ["2026-11-01T10:00:00+0000", "2026-11-01T10:00:00.000Z"],
    ["2026-11-01T10:00:00-0730", "2026-11-01T17:30:00.000Z"],
    ["2026-11-01T10:00:00+02:00", "2026-11-01T08:00:00.000Z"],
  ])("reads %s", (written, moment) => {
    expect(metaMoment.parse(written)).toBe(moment);
  });
});
