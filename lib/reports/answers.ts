import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { BASES } from "@/lib/reports/schema";

const count = z.number();

/** Some counts stand under two names: programs of before know either. */
export const topPeople = z.object({
  users: z.array(
    z.object({
      user_id: z.number(),
      username: z.string(),
      handle: z.string().nullable(),
      platform: z.enum(PLATFORM_IDS),
      name: z.string().nullable(),
      created_at: z.string(),
      total_engagement: count,
      total_engagements: count,
      post_engagements: count,
      comment_engagements: count,
      post_count: count,
      posts_count: count,
      comments_count: count,
      /** Null: none of their posts is known. */
      avg_engagement_per_post: z.number().nullable(),
    }),
  ),
  limit: count,
  /** People with any engagement. */
  total_count: count,
  basis: z.enum(BASES),
  simulated: z.boolean().nullable(),
  /** Posts that no platform told a number of: they count nothing. */
  unmeasured_posts: count,
  as_of: z.string(),
});
export type TopPeople = z.output<typeof topPeople>;
