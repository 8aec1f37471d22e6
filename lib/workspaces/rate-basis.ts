import type { RateBasis } from "@/lib/supabase/server";

/** What engagement rates of posts can be divided by, and how one says so beside a rate. */
export const RATE_BASES = {
  views: { label: "Views", words: "by views" },
  reach: { label: "Reach", words: "by reach" },
  impressions: { label: "Impressions, else views", words: "by impressions, else views" },
  followers: { label: "Followers of the account", words: "by followers" },
} satisfies Record<RateBasis, { label: string; words: string }>;
