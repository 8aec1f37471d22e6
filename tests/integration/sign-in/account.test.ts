import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  requestResetAction,
  resetPasswordAction,
  signInAction,
  signOutAction,
  signUpAction,
} from "../../../app/(auth)/actions.ts";
import { GET as callback } from "../../../app/auth/callback/route.ts";
import { acceptInvitationAction } from "../../../app/invite/[secret]/actions.ts";
import { invite } from "../../../lib/invitations/commands.ts";
import { changeEmail } from "../../../lib/profile/change-sign-in.ts";
import { getScope } from "../../../lib/supabase/server.ts";
import { jar } from "../../support/next-headers.ts";
import { type Supabase, startSupabase } from "../../support/supabase.ts";

const PASSWORD = "correct horse battery";

function form(fields: Record<string, string>) {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

/** Where a redirect leads; fails when there is none. */
async function redirected(work: Promise<unknown>): Promise<string> {
  const digest = await work.then(
    (answer) => expect.fail(`No redirect but ${JSON.stringify(answer)}`),
    (error: { digest?: string }) => error.digest ?? expect.fail(String(error)),
  );
  return digest.split(";")[2] ?? "";
}

// A cookie that is taken away is set to nothing.
const signedIn = () =>
  [...jar].some(([name, value]) => /auth-token(\.\d+)?$/.test(name) && value !== "");
const follow = (link: string) => redirected(callback(new NextRequest(link)));

async function spacesOf(supabase: Supabase, email: string) {
  const rows = await supabase.sql<{ workspace_id: string }>(
    "select workspace_id from workspace_members join profiles using (user_id) where email = $1",
    [email],
  );
  return rows.map(({ workspace_id }) => workspace_id);
}

describe("an account", () => {
  let supabase: Supabase;

  beforeAll(async () => {
    supabase = await startSupabase({ emailConfirmation: true });
  });
  afterAll(() => supabase.stop());

  it("is confirmed by the link in the e-mail, once, and not signed in before", async () => {
    jar.clear();
    const fields = { email: "ada@example.test", password: PASSWORD, next: "/jobs" };
    expect((await signUpAction({}, form(fields))).done).toMatch(/Look in your mailbox/);
    expect(signedIn()).toBe(false);
    expect((await signInAction({}, form(fields))).error).toMatch(/Confirm your e-mail address/);

    const link = (await supabase.mails()).at(-1)?.link ?? "";
    expect(await follow(link)).toBe("/");
    expect(signedIn()).toBe(true);
    jar.clear();
    expect(await follow(link)).toBe("/login?problem=link");
    expect(signedIn()).toBe(false);
  });

  it("that an invitation asked for goes on to it once it is confirmed, and gets no workspace beside it", async () => {
    const owner = { email: "ada@example.test", password: PASSWORD };
    await redirected(signInAction({}, form({ ...owner, next: "/" })));
    const scope = (await getScope()) ?? expect.fail("Nobody is signed in.");
    const { link: invitation } = await invite(scope, { role: "viewer", email: null, days: 7 });
    const next = new URL(invitation).pathname;
    jar.clear();
    const fields = { email: "ines@example.test", password: PASSWORD, next };
    expect((await signUpAction({}, form(fields))).done).toMatch(/Look in your mailbox/);
    const link = (await supabase.mails()).at(-1)?.link ?? "";
    expect(await follow(link)).toBe(next);
    expect(
      await redirected(acceptInvitationAction({}, form({ secret: next.slice("/invite/".length) }))),
    ).toBe("/");
    expect(await spacesOf(supabase, "ines@example.test")).toEqual([scope.workspaceId]);
    jar.clear();
  });

  it("opens with its password and goes on to the page one wanted, of this site only", async () => {
    const fields = { email: "ada@example.test", password: PASSWORD };
    jar.clear();
    expect(await redirected(signInAction({}, form({ ...fields, next: "/jobs?page=2" })))).toBe(
      "/jobs?page=2",
    );
    expect(signedIn()).toBe(true);
    jar.clear();
    expect(await redirected(signInAction({}, form({ ...fields, next: "//evil.example" })))).toBe(
      "/",
    );
    expect(await redirected(signOutAction())).toBe("/login");
    expect(signedIn()).toBe(false);
  });

  it("is not given away: unknown and known addresses get the same answers", async () => {
    jar.clear();
    const wrong = (email: string) => signInAction({}, form({ email, password: "not this one" }));
    expect(await wrong("ada@example.test")).toEqual(await wrong("nobody@example.test"));
    const reset = (email: string) => requestResetAction({}, form({ email }));
    expect(await reset("nobody@example.test")).toEqual(await reset("ada@example.test"));
  });

  it("gets a new password by the link for it, and keeps no place for the old one", async () => {
    const link = (await supabase.mails()).findLast(({ to }) => to === "ada@example.test")?.link;
    jar.clear();
    expect(await follow(link ?? "")).toBe("/reset-password");
    const change = resetPasswordAction({}, form({ password: "another long one" }));
    expect(await redirected(change)).toBe("/");
    jar.clear();
    const email = "ada@example.test";
    expect((await signInAction({}, form({ email, password: PASSWORD }))).error).toBeDefined();
    expect(await redirected(signInAction({}, form({ email, password: "another long one" })))).toBe(
      "/",
    );
  });

  it("gets another e-mail by the link for it, and lands where it is set", async () => {
    const email = "ada.new@example.test";
    const scope = (await getScope()) ?? expect.fail("Nobody is signed in.");
    expect(await changeEmail(scope, email)).toEqual({ changed: false });
    const link = (await supabase.mails()).findLast(({ to }) => to === scope.email)?.link;
    expect(await follow(link ?? "")).toBe("/settings/profile");
    jar.clear();
    expect(await redirected(signInAction({}, form({ email, password: "another long one" })))).toBe(
      "/",
    );
  });

  it("is not opened by a link that leads elsewhere or means nothing", async () => {
    jar.clear();
    const base = "http://app.test/auth/callback";
    for (const query of ["", "?code=x&next=//evil.example", "?token_hash=0&type=recovery"]) {
      expect(await follow(base + query)).toBe("/login?problem=link");
    }
    expect(signedIn()).toBe(false);
  });
});
