import { describe, expect, it } from "vitest";
import { explainTrouble } from "@/components/ingest/run-trouble";

const now = new Date("2026-11-21T13:00:00Z");
const ended = {
  state: "failed" as const,
  error_code: "provider_error",
  error_detail: "Apify answered 500",
  next_look_at: null,
  finished_at: "2026-11-21T12:00:00Z",
  read: 0,
};
const explain = (over: object) => explainTrouble({ ...ended, ...over }, "UTC", now);

describe("explainTrouble", () => {
  it("says what happened and what to do", () => {
    expect(explain({})).toEqual({
      sentence: "Apify answered 500. Run again in a while.",
      waits: false,
    });
  });

  it.each([
    [{ error_code: "quota" }, /Top up/],
    [
      { error_code: "not_configured", error_detail: "APIFY_TOKEN is not configured." },
      /Ask who runs/,
    ],
    [{ error_code: "not_configured" }, /Mend the settings/],
    [{ error_code: "provider_failed", state: "timed_out" }, /Ask for fewer items/],
    [{ error_code: "provider_failed" }, /another actor\.$/],
    [
      { error_code: "unclear", error_detail: "Not known. Look there." },
      /^Not known\. Look there\.$/,
    ],
  ])("%j → %s", (over, sentence) => {
    expect(explain(over)?.sentence).toMatch(sentence);
  });

  it("tells what goes on by itself, and when", () => {
    const running = { state: "running", finished_at: null, next_look_at: "2026-11-21T13:40:00Z" };
    expect(explain(running)).toEqual({
      sentence: "Apify answered 500. It is tried again by itself at 13:40; nothing is lost.",
      waits: true,
    });
  });

  it("promises nothing of a start that is unclear", () => {
    const unclear = { state: "unclear", error_code: "unclear", finished_at: null };
    expect(explain(unclear)?.sentence).toBe("Apify answered 500.");
  });

  it.each([{ error_code: null }, { state: "cancelled" }])("has nothing to say of %j", (over) => {
    expect(explain(over)).toBeNull();
  });
});
