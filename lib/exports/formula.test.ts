import { describe, expect, it } from "vitest";
import { isFormula, neutralise, restore } from "./formula.ts";

const FORMULAS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\rx",
  "\nx",
  "\0x",
  "＝1+1",
  "＋1",
  "－1",
  "＠x",
  "  =1+1",
  "\u00A0=1",
  "'=1+1",
  "''@x",
];
const PLAIN = ["", "a=1", "'quoted'", "'", "1-2", "https://youtu.be/x", "' '=1", "é", "🎬 -"];

describe("neutralise", () => {
  it.each(FORMULAS)("puts an apostrophe before %j (invariant 25)", (text) => {
    expect(isFormula(text)).toBe(true);
    expect(neutralise(text)).toBe(`'${text}`);
  });

  it.each(PLAIN)("leaves %j as it is", (text) => {
    expect(isFormula(text)).toBe(false);
    expect(neutralise(text)).toBe(text);
  });

  it.each([...FORMULAS, ...PLAIN])("gives %j back when it is undone", (text) => {
    expect(restore(neutralise(text))).toBe(text);
  });
});
