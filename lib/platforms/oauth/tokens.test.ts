import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeChallengeOf } from "./code-challenge.ts";
import { askForTokens } from "./tokens.ts";

const nowMs = Date.parse("2026-11-01T10:00:00Z");
let server: Server;
let url: string;
let answer = { status: 200, body: "", headers: {} };

beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  // Safe because the server listens on a port.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
});
afterAll(() => server.close());

function ask(status: number, body: unknown, headers = {}) {
  answer = { status, body: typeof body === "string" ? body : JSON.stringify(body), headers };
  return askForTokens(
    { name: "Example", url, clientSettings: "EXAMPLE_ID and EXAMPLE_SECRET" },
    { grant_type: "refresh_token", refresh_token: "SECRET-1", client_secret: "SECRET-2" },
    { signal: new AbortController().signal, nowMs },
  );
}

describe("askForTokens", () => {
  it.each([["a,b"], ["a b"]])("reads tokens, their ends and the scopes %s", async (scope) => {
    const body = {
      access_token: "A",
      expires_in: 3599,
      refresh_token: "R",
      refresh_expires_in: 86400,
      scope,
    };
    expect(await ask(200, body)).toEqual({
      kind: "done",
      value: {
        accessToken: "A",
        accessExpiresAt: "2026-11-01T10:59:59.000Z",
        refreshToken: "R",
        refreshExpiresAt: "2026-11-02T10:00:00.000Z",
        scopes: ["a", "b"],
        body,
      },
    });
  });

  it("says null where the server does not say", async () => {
    const value = { accessExpiresAt: null, refreshToken: null, refreshExpiresAt: null };
    expect(await ask(200, { access_token: "A" })).toMatchObject({
      value: { ...value, scopes: null },
    });
  });

  it.each([
    [400, { error: "invalid_grant", error_description: "Bad" }, "dead", "refresh_failed"],
    [
      200,
      { error: "invalid_grant", error_description: "Bad", log_id: "1" },
      "dead",
      "refresh_failed",
    ],
    [400, { error: "invalid_request" }, "dead", "refresh_failed"],
    [401, { error: "invalid_client" }, "later", undefined],
    [503, { error: "invalid_request" }, "later", undefined],
    [429, "", "later", undefined],
    [500, { access_token: "A" }, "later", undefined],
    [400, "<html>", "later", undefined],
    [200, "{}", "later", undefined],
  ])("takes %i %j as %s (%s)", async (status, body, kind, problem) => {
    const result = await ask(status, body);
    expect(result).toMatchObject({ kind, detail: expect.stringMatching(/\.$/) });
    expect(result.kind === "dead" ? result.problem : undefined).toBe(problem);
  });

  it("waits as long as the server asks", async () => {
    expect(await ask(503, "", { "retry-after": "7" })).toMatchObject({ afterSeconds: 7 });
  });

  it("names the settings of a client that is not accepted", async () => {
    const result = await ask(401, { error: "invalid_client" });
    expect(result).toMatchObject({ detail: expect.stringContaining("EXAMPLE_ID") });
  });

  it("repeats no secret that the server repeats (invariant 30)", async () => {
    const said = "Token SECRET-1 of SECRET-2 is no good";
    const result = await ask(400, { error: "invalid_grant", error_description: said });
    expect(result).toMatchObject({ detail: expect.stringContaining("Token (secret)") });
    expect(JSON.stringify(result)).not.toContain("SECRET-");
  });
});

it("makes the challenge of RFC 7636, appendix B", () => {
  const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  expect(codeChallengeOf(verifier)).toBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
});
