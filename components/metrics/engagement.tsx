import { absenceSentence, countedWithout } from "@/components/metrics/absence";
import { Rate } from "@/components/ui/rate";
import type { Absence } from "@/lib/platforms/metric";
import type { PlatformId } from "@/lib/platforms/platform";
import type { RateReason } from "@/lib/posts/rate";
import type { RateBasis } from "@/lib/supabase/server";

export type Engaged = {
  platform: PlatformId;
  measured_at: string | null;
  engagement_rate: string | null;
  engagement_basis: RateBasis | null;
  engagement_reason: RateReason | null;
  absent: Record<string, Absence> | null;
} & Record<"likes" | "comments" | "shares" | "saves", string | null>;

const NUMERATORS = ["likes", "comments", "shares", "saves"] as const;

/** An engagement rate with what it lacks. What a platform never offers is no lack. */
export function EngagementRate({ row }: { row: Engaged }) {
  const rate = row.engagement_rate === null ? null : Number(row.engagement_rate);
  return <Rate ratio={rate} reason={reasonOf(row)} />;
}

/** The same with what it was divided by below, as lists have it. */
export function RateOf({ row }: { row: Engaged }) {
  return (
    <span className="inline-flex flex-col items-end leading-[18px]">
      <EngagementRate row={row} />
      {row.engagement_basis && (
        <span className="text-2xs/[14px] text-muted">by {row.engagement_basis}</span>
      )}
    </span>
  );
}

function reasonOf(row: Engaged) {
  if (row.engagement_rate === null) return whyNoRate(row, row.engagement_reason);
  const lacking = NUMERATORS.filter((metric) => row.absent?.[metric] !== "not_offered");
  return countedWithout(row, row.absent, row.platform, lacking) ?? undefined;
}

/** Why a post has no rate, as sentences that name what is missing. */
export function whyNoRate(
  { platform, absent }: Pick<Engaged, "platform" | "absent">,
  reason: RateReason | null,
) {
  switch (reason) {
    case "no_views":
      return `${absenceSentence("views", absent?.views, platform)} So there is no rate.`;
    case "no_reach":
      return `${absenceSentence("reach", absent?.reach, platform)} So there is no rate by reach.`;
    case "no_account":
      return "Posts of accounts that are not connected have no follower count, so there is no rate by followers.";
    case "no_followers":
      return "No follower count of its account was known when this post was measured, so there is no rate by followers.";
    case "zero":
      return "Nobody has seen it yet, or nobody followed its account, so there is no rate.";
    default:
      return "This post was not measured yet.";
  }
}
