import { Rate } from "@/components/ui/rate";
import type { CampaignPost } from "@/lib/campaigns/post-answers";

/** A post's engagement rate with what it was divided by. */
export function PostRate({ row }: { row: CampaignPost }) {
  const { engagement_rate: rate, engagement_rate_of: of } = row;
  if (rate !== null) {
    const reason = row.is_partial
      ? "A part of the engagement is missing though the platform offers it: counted without."
      : undefined;
    return (
      <span className="inline-flex flex-col items-end leading-[18px]">
        <Rate ratio={Number(rate)} {...(reason && { reason })} />
        <span className="text-2xs/[14px] text-muted">by {of}</span>
      </span>
    );
  }
  const reason =
    row.measured_at === null
      ? "This post was not measured yet."
      : row.engagement === null
        ? "The platform told no likes, comments, shares or saves of this post."
        : `Without ${of} above 0 there is no rate by ${of}.`;
  return <Rate ratio={null} reason={reason} />;
}
