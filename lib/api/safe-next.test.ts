import { describe, expect, it } from "vitest";
import { safeNext } from "@/lib/api/safe-next";

describe("safeNext keeps paths of this site", () => {
  it.each(["/", "/jobs", "/jobs/7f3c?state=failed&page=2#row-4", "/upload?name=a%20b", "/a//b"])(
    "%s",
    (path) => {
      expect(safeNext(path)).toBe(path);
    },
  );
});

describe("safeNext goes home instead of", () => {
  it.each([
    ["//evil.example"],
    ["///evil.example"],
    ["/\\evil.example"],
    ["\\\\evil.example"],
    ["/\t/evil.example"],
    ["/\n/evil.example"],
    ["/ /evil.example"],
    ["https://evil.example/jobs"],
    ["https:evil.example"],
    ["javascript:alert(1)"],
    ["evil.example"],
    ["/%2fevil.example"],
    ["/%5cevil.example"],
    ["/%252fevil.example"],
    ["/%09/evil.example"],
    ["/..//evil.example"],
    ["/%E0%A4%A"],
    ["/login?next=/login"],
    ["/auth/callback?code=1"],
    [""],
    [undefined],
    [["/jobs"]],
  ])("%j", (wanted) => {
    expect(safeNext(wanted)).toBe("/");
  });
});
