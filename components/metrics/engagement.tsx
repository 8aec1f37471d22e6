import { absenceSentence, countedWithout } from "@/components/metrics/absence";
import { Rate } from "@/components/ui/rate";
import type { Absence } from "@/lib/platforms/metric";
import type { PlatformId } from "@/lib/platforms/platform";

export type Engaged = {
  platform: PlatformId;
  measured_at: string | null;
  engagement_rate: string | null;
  engagement_basis: "impressions" | "views" | null;
  absent: Record<string, Absence> | null;
} & Record<"impressions" | "views" | "likes" | "comments" | "shares" | "saves", string | null>;

const NUMERATORS = ["likes", "comments", "shares", "saves"] as const;

/** An engagement rate with what it lacks. What a platform never offers is no lack. */
export function EngagementRate({ row }: { row: Engaged }) {
  const rate = row.engagement_rate === null ? null : Number(row.engagement_rate);
  return <Rate ratio={rate} reason={reasonOf(row)} />;
}

function reasonOf(row: Engaged) {
  if (row.measured_at === null) return "This post was not measured yet.";
  if (row.engagement_rate === null) {
    return row.views === "0" || row.impressions === "0"
      ? "Nobody has seen it yet, so there is no rate."
      : `${absenceSentence("views", row.absent?.views, row.platform)} So there is no rate.`;
  }
  const lacking = NUMERATORS.filter((metric) => row.absent?.[metric] !== "not_offered");
  return countedWithout(row, row.absent, row.platform, lacking) ?? undefined;
}
