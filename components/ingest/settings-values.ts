import { isDeepStrictEqual } from "node:util";
import type { IngestSettings } from "@/lib/ingest/queries";
import type { ActorInput } from "@/lib/ingest/schema";
import { type BuiltInput, buildInput } from "@/lib/ingest/templates";

/** What the settings form begins with. */
export type SettingsValues = {
  kind: "hashtag" | "profile" | "feed" | "own";
  platform: "instagram" | "tiktok";
  /** Hashtags or profiles, separated by commas. */
  words: string;
  newerThanDays: string;
  /** owner/name; of the feed and of one's own input. */
  actor: string;
  /** JSON, laid out to be read. */
  input: string;
};

type Saved = Pick<IngestSettings, "template" | "max_items"> & {
  actor: string | null;
  input: Record<string, unknown>;
};

/** The form that settings were made with. Input that a form would not make again is shown as it is. */
export function valuesOf(saved: Saved): SettingsValues {
  const { template, actor, input, max_items: limit } = saved;
  const own: SettingsValues = {
    kind: actor === null ? "hashtag" : "own",
    platform: "instagram",
    words: "",
    newerThanDays: "",
    actor: actor?.replace("~", "/") ?? "",
    input: JSON.stringify(input, null, 2),
  };
  if (template === null || actor === null) return own;
  const platform = actor.includes("tiktok") ? "tiktok" : "instagram";
  const words = wordsOf(input).join(", ");
  const newerThanDays = daysOf(input);
  const fields = {
    platform,
    limit,
    ...(newerThanDays && { newer_than_days: newerThanDays }),
  } as const;
  const made = { ...own, kind: template, platform, words, newerThanDays } as const;
  try {
    const built: BuiltInput =
      template === "hashtag"
        ? buildInput(template, { ...fields, hashtags: words })
        : template === "profile"
          ? buildInput(template, { ...fields, profiles: words })
          : buildInput(template, { actor, limit });
    const same = built.actor === actor && isDeepStrictEqual(built.input, input);
    return same ? made : own;
  } catch {
    return own;
  }
}

function wordsOf(input: ActorInput | Record<string, unknown>): string[] {
  const { search, hashtags, profiles, username } = input;
  if (typeof search === "string") return search.split(",");
  const list = [hashtags, profiles, username].find(Array.isArray) ?? [];
  return list.map(String);
}

function daysOf({ onlyPostsNewerThan, oldestPostDateUnified }: Record<string, unknown>): string {
  const said = onlyPostsNewerThan ?? oldestPostDateUnified;
  return typeof said === "string" ? (/^(\d+) days$/.exec(said)?.[1] ?? "") : "";
}
