import type { ReelAnswer } from "@/lib/reels/reel";

/** Named as in the table of sources; a definition's id begins with its source. */
const NAMES: Record<string, string> = {
  youtube_data: "YouTube Data API",
  tiktok_display: "TikTok Display API",
  instagram_graph: "Instagram Graph API",
  facebook_graph: "Facebook Graph API",
  apify_instagram: "Apify, public page",
  apify_instagram_3s: "Apify, public page (views of 3 seconds)",
  apify_tiktok: "Apify, public page",
};

/** Who told the numbers of a cohort, also of what is on other pages of it. */
export function sourcesOf({ parts, is_sample }: ReelAnswer["cohort"]): string[] {
  if (is_sample) return ["Sample data"];
  const names = parts.map(({ definition }) => {
    const [source = definition] = definition.split(".");
    return NAMES[source] ?? source;
  });
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, "en"));
}
