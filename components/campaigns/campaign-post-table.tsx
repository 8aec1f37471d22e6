import { campaignHref } from "@/components/campaigns/campaigns-address";
import { UnitCost } from "@/components/campaigns/figures";
import { PostPrice } from "@/components/campaigns/post-price";
import { PostRate } from "@/components/campaigns/post-rate";
import { RemovePost } from "@/components/campaigns/remove-post";
import { authorOf } from "@/components/metrics/author";
import { Measured } from "@/components/metrics/measured";
import { Published } from "@/components/metrics/published";
import { titleOf } from "@/components/posts/post-name";
import { postHref } from "@/components/posts/posts-address";
import { AppLink } from "@/components/ui/app-link";
import { Count } from "@/components/ui/count";
import type { FormAction } from "@/components/ui/form-state";
import { Missing } from "@/components/ui/missing";
import { PlatformMark } from "@/components/ui/platform-mark";
import { sortOrder } from "@/components/ui/sort-order";
import { SortTh, Table, Td, Th } from "@/components/ui/table";
import { Thumbnail } from "@/components/ui/thumbnail";
import type { Campaign } from "@/lib/campaigns/answers";
import type { CampaignPost } from "@/lib/campaigns/post-answers";
import type { CampaignView } from "@/lib/campaigns/schema";

export type PostsContext = {
  campaign: Campaign;
  view: CampaignView;
  zone: string;
  now: Date;
  /** Null for who may only read. */
  remove: FormAction | null;
};

const ASCENDING_FIRST: CampaignView["sort"][] = ["title"];

/** The posts of a campaign with price, CPM and cost per engagement. */
export function CampaignPostTable({ rows, ...context }: PostsContext & { rows: CampaignPost[] }) {
  const { campaign, view, zone, now, remove } = context;
  const sortable = (sort: CampaignView["sort"], label: string, numeric = false) => {
    const { sorted, next } = sortOrder(view, sort, ASCENDING_FIRST.includes(sort) ? "asc" : "desc");
    const href = campaignHref(campaign.id, { ...view, sort, order: next, page: 1 });
    return (
      <SortTh numeric={numeric} sorted={sorted} href={href}>
        {label}
      </SortTh>
    );
  };
  return (
    <div className="max-md:hidden print:block!">
      <Table label="Posts of the campaign">
        <thead className="[&_th:first-child]:left-0 [&_th:first-child]:z-2">
          <tr>
            {sortable("title", "Post")}
            {sortable("published_at", "Published")}
            {sortable("views", "Views", true)}
            {sortable("engagement", "Engagement", true)}
            {sortable("engagement_rate", "ER", true)}
            {sortable("price", `Price, ${campaign.currency}`, true)}
            {sortable("cpm", "CPM", true)}
            {sortable("cost_per_engagement", "Per engagement", true)}
            {sortable("measured_at", "Measured")}
            {remove && (
              <Th>
                <span className="sr-only">Take out</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Td className="sticky left-0 z-1 bg-panel py-1.5">
                <PostTitle row={row} />
              </Td>
              <Td tone="soft" className="whitespace-nowrap">
                <Published at={row.published_at} zone={zone} />
              </Td>
              <Td numeric tone="strong">
                <Count value={row.views} reason={whyMissing(row)} />
              </Td>
              <Td numeric>
                <Count value={row.engagement} reason={whyMissing(row)} />
              </Td>
              <Td numeric>
                <PostRate row={row} />
              </Td>
              <Td numeric>
                <PostPrice row={row} campaign={campaign} editable={remove !== null} />
              </Td>
              <Td numeric>
                <Cost
                  amount={row.cpm}
                  row={row}
                  over={row.views}
                  campaign={campaign}
                  noun="views"
                />
              </Td>
              <Td numeric>
                <Cost
                  amount={row.cost_per_engagement}
                  row={row}
                  over={row.engagement}
                  campaign={campaign}
                  noun="engagement"
                />
              </Td>
              <Td tone="muted" className="whitespace-nowrap">
                <Measured row={row} zone={zone} now={now} />
              </Td>
              {remove && (
                <Td className="print-hidden">
                  <RemovePost row={row} campaign={campaign} action={remove} />
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function PostTitle({ row }: { row: CampaignPost }) {
  return (
    <span className="flex max-w-72 min-w-56 items-center gap-2">
      <Thumbnail src={row.thumbnail_url} />
      <PlatformMark platform={row.platform} />
      <span className="flex min-w-0 flex-col">
        <AppLink
          href={postHref(row.id)}
          title={titleOf(row)}
          className="truncate hover:text-accent-text hover:underline"
        >
          {titleOf(row)}
        </AppLink>
        <span className="truncate text-xs text-muted">{authorOf(row) ?? "Author not known"}</span>
      </span>
    </span>
  );
}

export function whyMissing(row: CampaignPost) {
  return row.measured_at === null
    ? "This post was not measured yet."
    : "The platform did not tell it of this post.";
}

function Cost({
  amount,
  row,
  over,
  campaign,
  noun,
}: {
  amount: string | null;
  row: CampaignPost;
  /** What the price is divided by. */
  over: string | null;
  campaign: Campaign;
  noun: string;
}) {
  if (amount !== null) return <UnitCost amount={amount} currency={campaign.currency} />;
  const reason =
    row.price === null
      ? "Without a price there is no cost."
      : over === null
        ? `Without ${noun} there is no cost. ${whyMissing(row)}`
        : `There is no ${noun} yet, so there is no cost.`;
  return <Missing reason={reason} />;
}
