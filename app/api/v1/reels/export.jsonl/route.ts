import { userRoute } from "@/lib/api/route";
import { wholeQuery } from "@/lib/reels/api-query";
import { exportReels } from "@/lib/reels/export-reels";

export const maxDuration = 300;

// GET /api/v1/reels/export.jsonl - the whole filtered cohort of one moment, streamed
export const GET = userRoute({ query: wholeQuery }, ({ scope, query }) =>
  exportReels(scope, query, "jsonl"),
);
