import { describe, expect, it } from "vitest";
import { valuesOf } from "@/components/ingest/settings-values";
import { buildInput } from "@/lib/ingest/templates";

const limit = 200;
const saved = (built: ReturnType<typeof buildInput>) => ({ ...built, max_items: limit });

describe("valuesOf", () => {
  it.each(["instagram", "tiktok"] as const)(
    "reads a form of %s back from its input",
    (platform) => {
      const fields = { platform, limit, newer_than_days: 30 };
      expect(
        valuesOf(saved(buildInput("hashtag", { ...fields, hashtags: "oats, #tea" }))),
      ).toMatchObject({ kind: "hashtag", platform, words: "oats, tea", newerThanDays: "30" });
      expect(
        valuesOf(saved(buildInput("profile", { platform, limit, profiles: "acme" }))),
      ).toMatchObject({ kind: "profile", platform, words: "acme", newerThanDays: "" });
    },
  );

  it("reads the feed back with its actor", () => {
    const values = valuesOf(saved(buildInput("feed", { actor: "me/my-feed", limit })));
    expect(values).toMatchObject({ kind: "feed", actor: "me/my-feed" });
  });

  it("shows input that the form would not make as it is, so that saving loses nothing", () => {
    const built = buildInput("feed", { limit });
    const changed = { ...built, max_items: limit, input: { ...built.input, region: "DE" } };
    const values = valuesOf(changed);
    expect(values.kind).toBe("own");
    expect(JSON.parse(values.input)).toEqual(changed.input);
    expect(valuesOf({ ...saved(built), max_items: 10 }).kind).toBe("own");
  });

  it("takes what was written by hand as that, and begins with a form where no actor is chosen", () => {
    const own = { actor: "me~mine", input: { a: 1 }, template: null, max_items: 5 };
    expect(valuesOf(own)).toMatchObject({ kind: "own", actor: "me/mine" });
    expect(valuesOf({ ...own, actor: null }).kind).toBe("hashtag");
  });
});
