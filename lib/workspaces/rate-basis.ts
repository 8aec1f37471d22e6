import type { RateBasis } from "@/lib/supabase/server";

/** What engagement rates of posts can be divided by, how one says so beside a rate, and what that means. */
export const RATE_BASES = {
  impressions: {
    label: "Impressions, else views",
    words: "by impressions, else views",
    meaning:
      "Times the post was shown, for accounts you connected; views where a platform tells no impressions. Most posts have a rate.",
  },
  views: {
    label: "Views",
    words: "by views",
    meaning:
      "Views as each platform counts them. Posts without views, such as pictures, have no rate.",
  },
  reach: {
    label: "Reach",
    words: "by reach",
    meaning:
      "Different accounts that saw the post. Platforms tell it only of accounts you connected; other posts have no rate.",
  },
  followers: {
    label: "Followers of the account",
    words: "by followers",
    meaning:
      "Followers when the post was measured. Only posts of connected accounts whose followers are known have a rate.",
  },
} satisfies Record<RateBasis, { label: string; words: string; meaning: string }>;

/** Where the choice does not reach. */
export const RATE_BASIS_NOTE =
  "It holds for the rate of posts, everywhere it is shown and exported. Scores of reels and results of jobs always go by views, so that they can be compared with other workspaces.";
