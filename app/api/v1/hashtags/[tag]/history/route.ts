import { z } from "zod";
import { asked } from "@/lib/answers/parameters";
import { userRoute } from "@/lib/api/route";
import { getHashtagHistory } from "@/lib/hashtags/history";
import { historyQuery } from "@/lib/hashtags/list-schema";
import { tagOf } from "@/lib/hashtags/list-tag";

const params = z.object({ tag: z.string().default("") });

// GET /api/v1/hashtags/:tag/history - posts with a hashtag by hour, day, week or month
export const GET = userRoute(
  { params, query: historyQuery },
  ({ scope, params: { tag }, query: { bucket, ...query } }) =>
    getHashtagHistory(scope, tagOf(tag) ?? tag, { bucket, ...asked(query) }),
);
