import { describe, expect, it } from "vitest";
import { count, moment, payloadOf, pictureUrl, text } from "./provider-values.ts";

describe("count", () => {
  it.each([
    ["0", "0"],
    [0, "0"],
    ["9223372036854775807", "9223372036854775807"],
    [9007199254740993n, "9007199254740993"],
  ])("takes %s exactly (invariant 22)", (value, digits) => {
    expect(count.parse(value)).toBe(digits);
  });

  it.each(["", "many", "-1", -1, 1.5, "1e3", "9223372036854775808", Number.NaN, null, {}, true])(
    "takes %s for no count (invariant 22)",
    (value) => {
      expect(count.safeParse(value).success).toBe(false);
    },
  );
});

describe("moment", () => {
  it.each([
    ["2026-11-01T10:00:00Z", "2026-11-01T10:00:00.000Z"],
    ["2026-11-01T12:00:00+02:00", "2026-11-01T10:00:00.000Z"],
    [1_793_527_200, "2026-11-01T10:00:00.000Z"],
    [1_793_527_200_000, "2026-11-01T10:00:00.000Z"],
    ["1793527200", "2026-11-01T10:00:00.000Z"],
  ])("reads %s", (value, iso) => {
    expect(moment.parse(value)).toBe(iso);
  });

  it.each(["last Tuesday", "", 0, -5, 1e15, "2026-13-01T00:00:00Z"])("refuses %s", (value) => {
    expect(moment.safeParse(value).success).toBe(false);
  });
});

describe("what PostgreSQL cannot store", () => {
  it("is replaced in text", () => {
    expect(text.parse("a\u0000b\ud800c")).toBe("a\ufffdb\ufffdc");
  });

  it("is replaced in payloads, whatever else is escaped", () => {
    const item = { nul: "a\u0000", half: "\ud800", slash: "\\u0000", quote: '"', smile: "😀" };
    expect(JSON.parse(payloadOf(item))).toEqual({ ...item, nul: "a\ufffd", half: "\ufffd" });
  });
});

describe("pictureUrl", () => {
  it.each([
    ["https://i.test/a.jpg", "https://i.test/a.jpg"],
    ["javascript:alert(1)", null],
    ["", null],
    [7, null],
    [null, null],
  ])("%s → %s", (value, url) => {
    expect(pictureUrl.parse(value)).toBe(url);
  });
});
