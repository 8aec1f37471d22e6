import { describe, expect, it } from "vitest";
import { compactMoney, money, unitCost, wholeUnits } from "@/lib/campaigns/money";

describe("money", () => {
  it.each([
    ["12.5", "EUR", "€12.50"],
    ["0", "USD", "$0.00"],
    ["1200", "JPY", "¥1,200"],
    // A float would say …99,313.
    ["9007199254740993.25", "USD", "$9,007,199,254,740,993.25"],
  ])("writes %s %s as %s", (amount, currency, written) => {
    expect(money(amount, currency)).toBe(written);
  });

  it.each([
    ["9999.5", "€9,999.50"],
    ["12345.67", "€12.35K"],
    ["1280000", "€1.28M"],
  ])("shortens %s to %s", (amount, written) => {
    expect(compactMoney(amount, "EUR")).toBe(written);
  });

  it.each([
    ["0", "€0.00"],
    ["0.001267", "€0.0013"],
    ["0.5", "€0.50"],
    ["12.3456", "€12.35"],
  ])("writes a cost of %s as %s, never as nothing", (amount, written) => {
    expect(unitCost(amount, "EUR")).toBe(written);
  });

  it.each([
    ["12.4999", "12"],
    ["12.5", "13"],
    ["9007199254740993.1", "9007199254740993"],
  ])("rounds %s to %s whole units", (amount, whole) => {
    expect(wholeUnits(amount)).toBe(whole);
  });
});
