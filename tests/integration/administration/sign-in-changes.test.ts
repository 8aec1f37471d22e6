import { afterAll, beforeAll, expect, it } from "vitest";
import { changeEmail, changePassword } from "@/lib/profile/change-sign-in";
import { getScope } from "@/lib/supabase/server";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";

let supabase: Supabase;
beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

async function signedIn(user: TestUser) {
  await supabase.signIn(user);
  const scope = await getScope();
  if (!scope) throw new Error("The cookies open no scope.");
  return scope;
}
const signIn = (email: string, password: string) =>
  supabase.anonymousClient().auth.signInWithPassword({ email, password });

it("changes the password of who knows the one of now, and ends the other sessions", async () => {
  const ada = await supabase.createUser("ada");
  const scope = await signedIn(ada);
  const next = "another long enough password";
  await expect(changePassword(scope, "a guess", next)).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("not the password you have now"),
  });
  expect((await signIn(ada.email, next)).error).not.toBeNull();

  await changePassword(scope, ada.password, next);
  expect((await signIn(ada.email, ada.password)).error).not.toBeNull();
  expect((await signIn(ada.email, next)).error).toBeNull();
  // The session that she signed up with.
  const { error } = await supabase.clientFor(ada).rpc("my_scope");
  expect(error).toMatchObject({ code: "PT401" });
  expect((await scope.db.rpc("my_scope")).error).toBeNull();
});

it("asks for another e-mail, and refuses the one that is there already", async () => {
  const ada = await supabase.createUser("ada");
  const scope = await signedIn(ada);
  await expect(changeEmail(scope, ada.email.toUpperCase())).rejects.toMatchObject({
    code: "conflict",
  });
  const email = `new-${ada.email}`;
  const { changed } = await changeEmail(scope, email);
  const [profile] = await supabase.sql<{ email: string }>(
    "select email from public.profiles where user_id = $1",
    [ada.id],
  );
  // Where e-mails are confirmed, the old one stays until then.
  expect(profile?.email).toBe(changed ? email : ada.email);
});
