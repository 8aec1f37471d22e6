import { describe, expect, it } from "vitest";
import { explainRunError, type RunError } from "@/components/runs/run-trouble";

const error: RunError = {
  account: "Harbor Oats",
  platform: "facebook",
  code: "provider_error",
  detail: "Facebook answered 500 five times in a row.",
  status: "failed",
};

describe("explainRunError", () => {
  it("says whose it was, the cause in the platform's words, and what follows", () => {
    expect(explainRunError(error)).toEqual({
      whose: "Facebook, Harbor Oats",
      sentence: "Facebook answered 500 five times in a row. The next run tries again.",
      waits: false,
    });
  });

  it.each([
    [{ code: "needs_reconnect", detail: "The password was changed." }, /changed\. Reconnect it/],
    [{ code: "not_found", detail: null }, /not found, or private\. It may have been removed/],
    [{ status: "done" }, /^Of single posts: Facebook answered 500/],
    [{ code: "rate_limited", status: "queued" }, /asked us to slow down\. It goes on by itself/],
  ])("%j → %s", (over, sentence) => {
    expect(explainRunError({ ...error, ...over })?.sentence).toMatch(sentence);
  });

  it("tells what waits from what is lost, and public posts from an account's", () => {
    expect(explainRunError({ ...error, status: "queued" })?.waits).toBe(true);
    expect(explainRunError({ ...error, account: null })?.whose).toBe("Facebook, public posts");
  });

  it.each(["cancelled", "superseded", "pending"])("has nothing to say of %s", (code) => {
    expect(explainRunError({ ...error, code })).toBeNull();
  });
});
