import { describe, expect, it } from "vitest";
import { scrub } from "./scrub.ts";

const secret = "k3y+with/odd=characters";
const canary = "cAnArY-0123456789_abcdefghij";

describe("scrub", () => {
  it.each([
    ["a secret as it is", `failed with ${secret}`],
    ["a secret in a query string", `https://x.test/?q=${encodeURIComponent(secret)}`],
    ["a secret in base64", `Basic ${btoa(secret)}`],
    ["a secret in base64 with something after it", `Basic ${btoa(`${secret}:more`)}`],
    ["a secret in base64url", Buffer.from(secret).toString("base64url")],
    ["an access token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"],
    ["a service key", "sb_secret_abcdefgh"],
    ["a bearer header", 'authorization: "Bearer abc.def"'],
    ["a key parameter", "https://x.test/v3?part=id&key=AIzaSomething"],
  ])("hides %s", (_what, line) => {
    const clean = scrub(line, [secret]);
    for (const hidden of [
      secret,
      encodeURIComponent(secret),
      btoa(secret).slice(0, 28),
      "eyJ",
      "abcdefgh",
      "abc.def",
      "AIza",
    ]) {
      expect(clean).not.toContain(hidden);
    }
  });

  it.each([
    ["access_token", "refresh_token", "client_secret", "code_verifier", "id_token"],
    ["accessToken", "refreshToken", "clientSecret", "codeVerifier", "idToken"],
  ])("hides %s and its like in forms, queries and JSON (invariant 30)", (...names) => {
    for (const name of names) {
      const json = JSON.stringify({ a: 1, [name]: canary, b: 2 });
      const forms = [
        json,
        JSON.stringify(JSON.parse(json), null, 2),
        JSON.stringify({ body: json }),
        JSON.stringify({ line: JSON.stringify({ body: json }) }),
        json.slice(0, -8),
        `${name}=${canary}`,
        `grant_type=x&${name}=${canary}&b=2`,
        JSON.stringify({ body: `${name}=${canary}&b=2` }),
        `https://x.test/?${name}=${canary}`,
      ];
      for (const form of forms) expect(scrub(form)).not.toContain("cAnArY");
    }
    expect(scrub(`{"a":1,"${names[0]}":"${canary}","b":2}`)).toBe(
      `{"a":1,"${names[0]}":"[hidden]","b":2}`,
    );
  });

  it.each([
    ["a JSON body", JSON.stringify({ code: canary })],
    ["a body in a line", JSON.stringify({ body: JSON.stringify({ code: canary }) })],
    ["a form", `code=${canary}&state=1`],
    ["the address that came back", `/accounts/callback?state=1&code=${canary}`],
  ])("hides an authorization code in %s (invariant 30)", (_where, line) => {
    expect(scrub(line)).not.toContain("cAnArY");
  });

  it.each([
    ["Facebook", `EAA${"Bc4d".repeat(10)}`],
    ["Instagram", `IGQVJ${"Xy9_".repeat(10)}`],
    ["Instagram today", `IGAAx${"Xy9_".repeat(10)}`],
    ["Google", "ya29.a0AfB_byC-d.e"],
    ["Google, for refreshing", `1//0g${"Xy9_".repeat(10)}`],
    ["Google, a code", `4/0A${"Xy9_".repeat(10)}`],
    ["TikTok", `act.${"x7!3".repeat(8)}*1234.e1`],
    ["TikTok, for refreshing", `rft.${"x7!3".repeat(8)}*1234.e1`],
    ["LinkedIn", `AQX${"a1B_".repeat(30)}`],
    ["a Google client", "GOCSPX-abc_def"],
    ["our vault", `eyJhbGciOiJkaXIiLCJ.. ${""}`.replace(" ", "aXY.Y2lwaGVy.dGFn")],
  ])("knows a token of %s by its form (invariant 30)", (_whose, token) => {
    expect(scrub(`It said "${token}" to us.`)).toMatch(/^It said "\[(token|key)\]" to us\.$/);
  });

  it.each([
    ['{"event":"job","rows":12}'],
    ['{"code":"rate_limited","detail":"x"}'],
    ['{"code":"42P01"}'],
    ['{"code":"NONEXISTENT_VERSION"}'],
    ['{"code":"com.linkedin.common.error.BadRequest"}'],
    ["https://www.instagram.com/p/DabcdefghiJ/ and urn:li:share:7100000000000000001"],
    ["1/2 of 3 posts, 11/21/2026"],
  ])("leaves %s alone", (line) => {
    expect(scrub(line, [secret])).toBe(line);
  });
});
