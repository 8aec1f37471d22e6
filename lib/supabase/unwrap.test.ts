import type { PostgrestSingleResponse } from "@supabase/supabase-js";
import { expect, it } from "vitest";
import { unwrap } from "@/lib/supabase/unwrap";

const refused = (status: number, code: string, message = "internal wording") =>
  ({ data: null, status, error: { code, message } }) as PostgrestSingleResponse<never>;

it.each([
  [422, "PT422", "invalid_input", /internal wording/],
  [401, "42501", "forbidden", /Your role does not allow this/],
  [401, "PGRST301", "unauthenticated", /Sign in again/],
  [400, "22P05", "invalid_input", /cannot be stored \(U\+0000\)/],
])("answers %i %s with %s and a sentence", (status, code, kind, sentence) => {
  expect(() => unwrap(refused(status, code))).toThrow(
    expect.objectContaining({ code: kind, message: expect.stringMatching(sentence) }),
  );
});

it("keeps to itself what nobody was meant to see", () => {
  expect(() => unwrap(refused(500, "42P01"))).toThrow(/^database 42P01/);
});
