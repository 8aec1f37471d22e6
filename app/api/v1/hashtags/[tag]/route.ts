import { z } from "zod";
import { asked } from "@/lib/answers/parameters";
import { userRoute } from "@/lib/api/route";
import { getHashtag, getRelated } from "@/lib/hashtags/detail";
import { hashtagQuery } from "@/lib/hashtags/list-schema";
import { tagOf } from "@/lib/hashtags/list-tag";

const params = z.object({ tag: z.string().default("") });

// GET /api/v1/hashtags/:tag - who uses a hashtag, and what goes with it
export const GET = userRoute(
  { params, query: hashtagQuery },
  async ({ scope, params: { tag }, query }) => {
    const target = tagOf(tag) ?? tag;
    const [detail, related] = await Promise.all([
      getHashtag(scope, target, asked(query)),
      getRelated(scope, target, asked(query)),
    ]);
    return { ...detail, related: related.related, links: related.links };
  },
);
