import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator } from "./start-simulator.ts";

let simulator: Awaited<ReturnType<typeof startSimulator>>;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => Date.parse("2026-11-01T07:30:00Z") });
});
afterAll(() => simulator.close());

const REDIRECT = "http://127.0.0.1/back";
const SERVERS = [
  ["facebook", "/facebook/v26.0/dialog/oauth", ",", "/facebook/v26.0/oauth/access_token"],
  ["instagram", "/instagram/oauth/authorize", ",", "/instagram/oauth/access_token"],
  ["linkedin", "/linkedin/oauth/v2/authorization", " ", "/linkedin/oauth/v2/accessToken"],
] as const;

describe.each(SERVERS)("the consent page of %s", (platform, path, separator, tokenPath) => {
  const asked = () => ({
    client_id: "app",
    redirect_uri: REDIRECT,
    response_type: "code",
    state: "s1",
    scope: ["one", "two"].join(separator),
  });

  async function decide(decision: string) {
    const page = await fetch(`${simulator.url}${path}?${new URLSearchParams(asked())}`);
    const html = await page.text();
    const action = /action="([^"]+)"/.exec(html)?.[1];
    const account = simulator.book.accounts.find((each) => each.platform === platform);
    const form = new URLSearchParams({ ...asked(), decision, account: account?.id ?? "" });
    form.append("scope", "one");
    const answer = await fetch(`${simulator.url}${action}`, {
      method: "POST",
      body: form,
      redirect: "manual",
    });
    return { html, back: new URL(answer.headers.get("location") ?? "") };
  }

  it("lists accounts and scopes, and its code is good for a token once", async () => {
    const { html, back } = await decide("allow");
    expect(html).toContain("Harbor Oats");
    expect(html).toContain("two");
    expect(back.searchParams.get("state")).toBe("s1");
    const given = {
      client_id: "app",
      client_secret: "secret",
      redirect_uri: REDIRECT,
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
    };
    const redeem = async () => {
      const body = new URLSearchParams(given);
      const url = `${simulator.url}${tokenPath}`;
      return platform === "facebook"
        ? fetch(`${url}?${body}`)
        : fetch(url, { method: "POST", body });
    };
    expect((await (await redeem()).json()).access_token).toEqual(expect.any(String));
    expect((await redeem()).status).toBe(400);
  });

  it("sends a refusal back", async () => {
    const { back } = await decide("deny");
    expect(back.searchParams.get("error")).toMatch(/^(access_denied|user_cancelled_authorize)$/);
    expect(back.searchParams.get("code")).toBeNull();
  });

  it("opens nothing to an app without its secret", async () => {
    const body = new URLSearchParams({ client_id: "app", code: "c", redirect_uri: REDIRECT });
    const url = `${simulator.url}${tokenPath}`;
    const answer =
      platform === "facebook"
        ? await fetch(`${url}?${body}`)
        : await fetch(url, { method: "POST", body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});
