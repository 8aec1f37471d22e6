import { describe, expect, it } from "vitest";
import { changeOf, signed } from "@/lib/format/change";

const GAP = "\u202f";

describe("changeOf", () => {
  it.each([
    ["4517000", "4160000", "up", `↑ 8.6${GAP}%`, "from 4.16M"],
    ["90", "100", "down", `↓ 10.0${GAP}%`, "from 100"],
    ["100", "100", "flat", "unchanged", "from 100"],
    ["0", "0", "flat", "unchanged", "from 0"],
    ["5", "0", "up", "new", null],
    ["-40", "0", "down", "↓", "from 0"],
    ["10", "-5", "up", "↑", "from −5"],
  ])("%s after %s: %s %s %s", (value, before, tone, size, from) => {
    expect(changeOf(value, before)).toEqual({ tone, size, from });
  });

  it("is unknown where one of the numbers is", () => {
    expect(changeOf(null, "5")).toBeNull();
    expect(changeOf("5", null)).toBeNull();
  });

  it("keeps counts beyond 2^53 apart", () => {
    expect(changeOf("9007199254740993", "9007199254740992")?.tone).toBe("up");
  });
});

describe("signed", () => {
  it.each([
    ["12345", "+12.3K"],
    ["-40", "−40"],
    ["0", "±0"],
  ])("%s: %s", (count, text) => {
    expect(signed(count)).toBe(text);
  });
});
