import type { HashtagPage, HashtagsPage } from "@/lib/hashtags/list-schema";
import { searchString } from "@/lib/search-string";

const DEFAULTS = { window: "1h", growth: "24h", period: "all", page: 1 };

/** The list of hashtags, without what is the default anyway. */
export function hashtagsHref(asked: Partial<HashtagsPage> = {}) {
  return `/hashtags${searchString(asked, DEFAULTS)}`;
}

/** A hashtag's own page, by its folded spelling. */
export function tagHref(tag: string, asked: Partial<HashtagPage> = {}) {
  return `/hashtags/${encodeURIComponent(tag)}${searchString(asked, { period: "30d" })}`;
}
