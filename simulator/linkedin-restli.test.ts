import { describe, expect, it } from "vitest";
import { readPathPart, readRestliQuery } from "./linkedin-restli.ts";

describe("readRestliQuery", () => {
  it("reads text, lists, records and numbers, and decodes what is inside", () => {
    const query = readRestliQuery(
      "?q=entity&ids=List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Acomment%3A%28a%2C2%29)&entity=(share:urn%3Ali%3Ashare%3A1,range:(start:1,end:2))&count=20&none=List()",
    );
    expect(query.text("q")).toBe("entity");
    expect(query.list("ids")).toEqual(["urn:li:share:1", "urn:li:comment:(a,2)"]);
    expect(query.record("entity")).toEqual({
      share: "urn:li:share:1",
      range: { start: "1", end: "2" },
    });
    expect(query.number("count", 10)).toBe(20);
    expect(query.number("start", 0)).toBe(0);
    expect(query.list("none")).toEqual([]);
    expect(query.list("absent")).toBeUndefined();
  });

  it.each([
    "a=urn:li:share:1",
    "a=List(urn:li:share:1)",
    "a=List(b",
    "a=List(b)c",
    "a=(b)",
    "a=(b:c",
    "a=b,c",
    "a=%E0%A4%A",
  ])("refuses %s", (raw) => {
    expect(() => readRestliQuery(raw)).toThrow("Invalid query parameters");
  });

  it("holds each parameter to its kind", () => {
    const query = readRestliQuery("a=List%281%29&b=List(1)&c=-1");
    expect(() => query.list("a")).toThrow();
    expect(() => query.text("b")).toThrow();
    expect(() => query.record("b")).toThrow();
    expect(() => query.number("c", 0)).toThrow();
    expect(() => query.only("a", "b")).toThrow();
  });
});

describe("readPathPart", () => {
  it("wants an URN encoded", () => {
    expect(readPathPart("urn%3Ali%3Ashare%3A1")).toBe("urn:li:share:1");
    expect(() => readPathPart("urn:li:share:1")).toThrow();
  });
});
