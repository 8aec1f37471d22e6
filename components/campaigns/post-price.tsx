import { PriceCell } from "@/components/campaigns/price-cell";
import { titleOf } from "@/components/posts/post-name";
import { Missing } from "@/components/ui/missing";
import type { Campaign } from "@/lib/campaigns/answers";
import { money } from "@/lib/campaigns/money";
import type { CampaignPost } from "@/lib/campaigns/post-answers";

/** What a post cost; members change it in place. */
export function PostPrice({
  row,
  campaign: { id, currency },
  editable,
}: {
  row: CampaignPost;
  campaign: Campaign;
  editable: boolean;
}) {
  if (editable) {
    const name = titleOf(row);
    return (
      <PriceCell campaign={id} post={row.id} name={name} price={row.price} currency={currency} />
    );
  }
  if (row.price === null) return <Missing reason="Nobody has said what this post cost." />;
  return <span>{money(row.price, currency)}</span>;
}
