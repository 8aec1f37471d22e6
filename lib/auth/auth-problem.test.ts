import { AuthApiError } from "@supabase/supabase-js";
import { describe, expect, it, vi } from "vitest";
import { authProblem } from "@/lib/auth/auth-problem";

describe("authProblem", () => {
  it.each([
    ["invalid_credentials", 400, /do not go together/],
    ["email_not_confirmed", 400, /Confirm your e-mail address first/],
    ["some_new_limit", 429, /Too many attempts/],
  ])("says what %s means", (code, status, sentence) => {
    expect(authProblem(new AuthApiError("internal wording", status, code))).toMatch(sentence);
  });

  it("shows nothing of an unknown failure but the request id that the log has too", () => {
    const lines: string[] = [];
    for (const sink of ["log", "error", "warn", "info"] as const) {
      vi.spyOn(console, sink).mockImplementation((line) => void lines.push(String(line)));
    }
    vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
    const shown = authProblem(new AuthApiError("relation auth.users is gone", 500, "unexpected"));
    const id = /request id ([\w-]+)\./.exec(shown)?.[1] ?? "none";
    expect(shown).not.toContain("auth.users");
    expect(lines.join("\n")).toContain(id);
  });
});
