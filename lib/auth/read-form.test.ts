import { describe, expect, it } from "vitest";
import { readForm } from "@/lib/auth/read-form";
import { signIn, signUp } from "@/lib/auth/schema";

function form(fields: Record<string, string>) {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

describe("the sign-up form", () => {
  it("is read when it is right, without the fields it does not know", () => {
    const fields = { email: "ada@example.com", password: "ten letters", next: "/jobs" };
    expect(readForm(signUp, form(fields))).toEqual({
      input: { email: "ada@example.com", password: "ten letters" },
      fieldErrors: null,
    });
  });

  it.each([
    ["nine signs", "ada@example.com", "123456789", "A password has at least 10 characters."],
    [
      "more than bcrypt reads",
      "ada@example.com",
      "ü".repeat(37),
      "A password has at most 72 bytes.",
    ],
  ])("refuses a password of %s with a sentence at the field", (_, email, password, sentence) => {
    expect(readForm(signUp, form({ email, password })).fieldErrors).toEqual({ password: sentence });
  });

  it("names each wrong field once", () => {
    expect(readForm(signUp, form({ email: "ada", password: "" })).fieldErrors).toEqual({
      email: "Write an address like name@example.com.",
      password: "A password has at least 10 characters.",
    });
  });
});

it("signing in asks for no length, so that it tells nothing about the rules of old passwords", () => {
  const fields = { email: "ada@example.com", password: "short" };
  expect(readForm(signIn, form(fields)).input).toEqual(fields);
});
