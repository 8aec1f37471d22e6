import { ofPosts } from "@/components/campaigns/campaign-words";
import {
  CpmFigure,
  EngagementFigure,
  RateFigure,
  ViewsFigure,
} from "@/components/campaigns/figures";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Row, RowList } from "@/components/ui/row-list";
import { Table, Td, Th } from "@/components/ui/table";
import type { CampaignDetail } from "@/lib/campaigns/answers";
import { counted, exactCount } from "@/lib/format/count";
import { percent, ratioOf } from "@/lib/format/rate";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

/** The campaign by platform: each counts a view in its own way, so here they are apart. */
export function PlatformsPanel({ detail }: { detail: CampaignDetail }) {
  const { platforms, campaign, totals } = detail;
  return (
    <Panel className="flex flex-col">
      <PanelHead title={finding(detail)} sub="Newest numbers of each post, by platform" />
      <div className="max-md:hidden print:block!">
        <Table label="The campaign by platform">
          <thead>
            <tr>
              <Th>Platform</Th>
              <Th numeric>Posts</Th>
              <Th numeric>Views</Th>
              <Th numeric>Engagement</Th>
              <Th numeric>ER</Th>
              <Th numeric>CPM</Th>
            </tr>
          </thead>
          <tbody>
            {platforms.map((row) => (
              <tr key={row.platform}>
                <Td>
                  <PlatformMark platform={row.platform} withName />
                </Td>
                <Td numeric>{exactCount(row.posts)}</Td>
                <Td numeric tone="strong">
                  <ViewsFigure of={row} />
                </Td>
                <Td numeric>
                  <EngagementFigure of={row} />
                </Td>
                <Td numeric>
                  <RateFigure of={row} />
                </Td>
                <Td numeric>
                  <CpmFigure of={row} currency={campaign.currency} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <div className="md:hidden print:hidden">
        <RowList>
          {platforms.map((row) => (
            <Row
              key={row.platform}
              lead={<PlatformMark platform={row.platform} />}
              title={PLATFORM_NAMES[row.platform]}
              meta={
                <>
                  {`${counted(row.posts, "post")} · ER `}
                  <RateFigure of={row} />
                  {" · CPM "}
                  <CpmFigure of={row} currency={campaign.currency} />
                </>
              }
              end={
                <>
                  <span className="font-strong">
                    <ViewsFigure of={row} />
                  </span>
                  <span className="text-xs text-muted">views</span>
                </>
              }
            />
          ))}
        </RowList>
      </div>
      <PanelFooter className="mt-auto">
        {totals.priced_posts < totals.posts && totals.cpm !== null
          ? `CPM is ${ofPosts(totals.cpm_posts, totals.posts)}: those with a price and views.`
          : "Rates and CPM are of the posts that have both of their numbers."}
      </PanelFooter>
    </Panel>
  );
}

/** The platform that brought most views, where all of them tell theirs. */
function finding({ platforms, totals }: CampaignDetail) {
  const [first, ...rest] = platforms.flatMap(({ platform, views }) =>
    views === null ? [] : [{ platform, views }],
  );
  if (!first || rest.length === 0 || totals.views === null) return "By platform";
  const most = rest.reduce(
    (best, each) => (BigInt(each.views) > BigInt(best.views) ? each : best),
    first,
  );
  const share = ratioOf(most.views, totals.views);
  if (share === null) return "By platform";
  return `${PLATFORM_NAMES[most.platform]} brought ${percent(share, 0)} of the views`;
}
