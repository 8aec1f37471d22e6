import { afterAll, beforeAll, expect, it } from "vitest";
import { startSimulator } from "./start-simulator.ts";
import { walkConsent } from "./walk-consent.ts";

let simulator: Awaited<ReturnType<typeof startSimulator>>;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.close());

const BACK = 'https://app.example/back?a=1&b="x"';

function authorize(changes: Record<string, string> = {}) {
  const url = new URL(`${simulator.url}/google/o/oauth2/v2/auth`);
  const asked = {
    client_id: "simulator",
    response_type: "code",
    redirect_uri: BACK,
    scope: "one <two>",
    state: "s & t",
    ...changes,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url;
}

const page = async (changes?: Record<string, string>) => {
  const answer = await fetch(authorize(changes));
  return { status: answer.status, text: await answer.text() };
};

it("lists the accounts to choose from, large ones when asked, with the first chosen", async () => {
  const { text } = await page();
  expect(text).toContain("<h1>Simulated consent of Google</h1>");
  expect(text.match(/type="radio" name="account"/g)).toHaveLength(3);
  expect(text.match(/name="account" value="[^"]+" checked/g)).toHaveLength(1);
  expect(text.match(/name="scope" value="[^"]+" checked/g)).toHaveLength(2);
  expect(text).toContain("&lt;two&gt;");
  expect((await page({ large: "1" })).text.match(/name="account"/g)).toHaveLength(7);
});

it("sends the person back with a code, the state and what was granted", async () => {
  const back = await walkConsent(authorize(), { scopes: ["one"] });
  expect(back.href.startsWith("https://app.example/back?a=1&b=")).toBe(true);
  expect(Object.fromEntries(back.searchParams)).toMatchObject({
    a: "1",
    b: '"x"',
    code: expect.stringMatching(/^code-/),
    state: "s & t",
    scope: "one",
  });
});

it("sends the person back with an error and the state when they deny", async () => {
  const back = await walkConsent(authorize(), { decision: "deny" });
  expect(Object.fromEntries(back.searchParams)).toEqual({
    a: "1",
    b: '"x"',
    error: "access_denied",
    state: "s & t",
  });
});

it.each([
  { redirect_uri: "javascript:alert(1)" },
  { redirect_uri: "" },
  { response_type: "token" },
  { client_id: "" },
  { code_challenge_method: "plain" },
])("shows no form for a request with %j", async (changes) => {
  const { status, text } = await page(changes);
  expect(status).toBe(400);
  expect(text).not.toContain("<form");
});

it("redirects no form to an address that is not on the web", async () => {
  const form = new URLSearchParams({ decision: "allow", redirect_uri: "file:///etc/passwd" });
  const answer = await fetch(`${simulator.url}/google/consent`, { method: "POST", body: form });
  expect(answer.status).toBe(400);
});
