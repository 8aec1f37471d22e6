import { calendarDay } from "@/lib/format/time";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { PostChoices } from "@/lib/posts/queries";
import type { PostFilter } from "@/lib/posts/schema";

export const KIND_NAMES: Record<NonNullable<PostFilter["kind"]>, string> = {
  video: "Video",
  short: "Short",
  reel: "Reel",
  image: "Image",
  carousel: "Carousel",
  live: "Live",
  text: "Text",
};

export const STATE_NAMES: Record<NonNullable<PostFilter["state"]>, string> = {
  measured: "Measured",
  failing: "Failing",
  gone: "Gone",
  unmeasured: "Not measured",
};

export const ORIGIN_NAMES: Record<NonNullable<PostFilter["origin"]>, string> = {
  account: "From accounts",
  other: "From links",
};

type Chip = { without: Partial<PostFilter>; text: string };

/** Each filter that is set, in words, with the filter that is left without it. */
export function filterChips(filter: PostFilter, { accounts, sources }: PostChoices): Chip[] {
  const { search, platform, account, author, kind, source, state, origin, hashtag, from, until } =
    filter;
  const range = publishedWords(filter);
  const chip = (name: keyof PostFilter, text: string | undefined): Chip | null =>
    text === undefined ? null : { without: { ...filter, [name]: undefined }, text };
  return [
    chip("state", state && STATE_NAMES[state]),
    chip("platform", platform && PLATFORM_NAMES[platform]),
    chip(
      "account",
      account && (accounts.find(({ id }) => id === account)?.name ?? "Unknown account"),
    ),
    chip("author", author),
    chip("kind", kind && KIND_NAMES[kind]),
    chip("source", source && (sources.find((each) => each.source === source)?.name ?? source)),
    chip("origin", origin && ORIGIN_NAMES[origin]),
    chip("hashtag", hashtag && hashtagWords(hashtag)),
    from || until
      ? { without: { ...filter, from: undefined, until: undefined }, text: range }
      : null,
    chip("search", search && `“${search}”`),
  ].filter((each) => each !== null);
}

/** "#art", however it was asked for. */
export function hashtagWords(hashtag: string) {
  return `#${hashtag.replace(/^[#＃]+/, "")}`;
}

/** "Published 1 Nov 2026 – 20 Nov 2026", "Published any time". */
export function publishedWords({ from, until }: Pick<PostFilter, "from" | "until">) {
  // A day of the calendar, whatever the zone.
  const day = (text: string) => calendarDay(text, "UTC");
  if (from && until) return `Published ${day(from)} – ${day(until)}`;
  if (from) return `Published from ${day(from)}`;
  return until ? `Published until ${day(until)}` : "Published any time";
}
