import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { needsReseal, readTokenKeys } from "./token-keys";

const bytes = Buffer.from("fb".repeat(32), "hex");

describe("TOKEN_KEYS", () => {
  it.each([
    ["base64", bytes.toString("base64")],
    ["base64 without padding", bytes.toString("base64").replace("=", "")],
    ["base64url", bytes.toString("base64url")],
    ["base64url with padding", `${bytes.toString("base64url")}=`],
  ])("may be written as %s", (_form, written) => {
    expect(readTokenKeys(`a:${written}`)?.current).toEqual({ id: "a", key: new Uint8Array(bytes) });
  });

  it("writes with the first and reads with all", () => {
    const [newer, older] = [randomBytes(32), randomBytes(32)];
    const keys = readTokenKeys(`n:${newer.toString("base64")},o:${older.toString("base64")}`);
    expect(keys?.current.id).toBe("n");
    expect([...(keys?.byId.keys() ?? [])]).toEqual(["n", "o"]);
    expect(keys && needsReseal("o", keys)).toBe(true);
    expect(keys && needsReseal("n", keys)).toBe(false);
  });

  it("are not configured when the setting is missing or empty", () => {
    expect(readTokenKeys(undefined)).toBeNull();
    expect(readTokenKeys("")).toBeNull();
  });

  it.each([
    ["a short key", `a:${bytes.subarray(1).toString("base64")}`, "Entry 1"],
    ["a key without id", bytes.toString("base64"), "Entry 1"],
    ["two keys of one id", `a:${bytes.toString("base64")},a:${bytes.toString("base64")}`, "id a"],
  ])("are refused with %s, without quoting it (invariant 30)", (_what, text, named) => {
    let message = "";
    try {
      readTokenKeys(text);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(named);
    expect(message).not.toContain("+/v7");
  });
});
