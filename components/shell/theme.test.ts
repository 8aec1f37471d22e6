import { describe, expect, it } from "vitest";
import { readTheme, THEME_CHOICES, writeTheme } from "@/components/shell/theme";

describe("readTheme", () => {
  it.each([
    [undefined, "system", "light"],
    ["light", "light", "light"],
    ["dark", "dark", "dark"],
    ["system-dark", "system", "dark"],
    ["system-light", "system", "light"],
    ['"><script>', "system", "light"],
  ])("reads the cookie %j as %s, shown %s", (cookie, choice, shown) => {
    expect(readTheme(cookie)).toEqual({ choice, shown });
  });

  it("reads back what was written", () => {
    for (const choice of THEME_CHOICES) {
      const shown = choice === "light" ? "light" : "dark";
      expect(readTheme(writeTheme(choice, shown))).toEqual({ choice, shown });
    }
  });
});
