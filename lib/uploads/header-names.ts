const LINK_NAMES = new Set([
  ...["url", "urls", "link", "links", "permalink", "uri", "weblink", "web link", "web url"],
  ...["post url", "post urls", "post link", "post links", "post permalink", "url of post"],
  ...["video url", "video link", "reel url", "reel link", "content url", "content link"],
  ...["share url", "share link", "link to post", "live link", "live url", "published link"],
  ...["published url", "enlace", "lien", "beitragslink"],
]);

// The clearest names first: with several link columns the first of these wins.
const LINK_ORDER = ["url", "post url", "link", "post link", "permalink"];

const PLATFORM_NAMES = new Set([
  ...["platform", "platforms", "network", "social network", "social platform", "social media"],
  ...["social media platform", "channel type", "plattform", "netzwerk", "plateforme", "plataforma"],
]);

// These often hold something else, so that the cells have to agree.
const MAYBE_PLATFORM_NAMES = new Set(["channel", "source", "site", "service", "medium", "media"]);

/** Where a header name stands among the names of link columns: smaller is clearer, null is none. */
export function linkHeaderRank(name: string): number | null {
  const known = normalised(name);
  if (!LINK_NAMES.has(known)) return null;
  const rank = LINK_ORDER.indexOf(known);
  return rank === -1 ? LINK_ORDER.length : rank;
}

export function isLinkHeader(name: string): boolean {
  return LINK_NAMES.has(normalised(name));
}

/** Whether a header names the platform; "maybe" when its cells have to be looked at. */
export function platformHeader(name: string): "yes" | "maybe" | "no" {
  const known = normalised(name);
  if (PLATFORM_NAMES.has(known)) return "yes";
  return MAYBE_PLATFORM_NAMES.has(known) ? "maybe" : "no";
}

/** Trimmed, in lower case, with "_" and "-" as spaces. Nothing long can be one of the names. */
function normalised(name: string) {
  const short = name.length <= 60 ? name : "";
  return short
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}
