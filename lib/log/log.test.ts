import { describe, expect, it } from "vitest";
import { scrub } from "./log.ts";

describe("scrub", () => {
  const secret = "k3y+with/odd=characters";
  it.each([
    ["a secret as it is", `failed with ${secret}`],
    ["a secret in a query string", `https://x.test/?q=${encodeURIComponent(secret)}`],
    ["a secret in base64", `Basic ${btoa(secret)}`],
    ["an access token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"],
    ["a service key", "sb_secret_abcdefgh"],
    ["a bearer header", 'authorization: "Bearer abc.def"'],
    ["a key parameter", "https://x.test/v3?part=id&key=AIzaSomething"],
  ])("hides %s", (_what, line) => {
    const clean = scrub(line, [secret]);
    for (const hidden of [
      secret,
      encodeURIComponent(secret),
      btoa(secret),
      "eyJ",
      "abcdefgh",
      "abc.def",
      "AIza",
    ]) {
      expect(clean).not.toContain(hidden);
    }
  });

  it("leaves ordinary text alone", () => {
    expect(scrub('{"event":"job","rows":12}', [secret])).toBe('{"event":"job","rows":12}');
  });
});
