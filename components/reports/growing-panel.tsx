import { GrowthFigure } from "@/components/hashtags/growth-figure";
import { TagLink } from "@/components/hashtags/tag-link";
import { TableExport } from "@/components/reports/table-export";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { exactCount } from "@/lib/format/count";
import { percent } from "@/lib/format/rate";
import { moment } from "@/lib/format/time";
import type { GrowingHashtags } from "@/lib/hashtags/answers";
import type { ReportQuery } from "@/lib/reports/period";

const SPAN = "7 days";

/** The hashtags whose posts fall into the last week, whatever the report's days are. */
export function GrowingPanel({
  growing: { hashtags, as_of },
  query,
  zone,
  now,
}: {
  growing: GrowingHashtags;
  query: ReportQuery;
  zone: string;
  now: Date;
}) {
  return (
    <Panel className="flex flex-col">
      <PanelHead
        title="Fastest growing hashtags"
        sub={`The last ${SPAN} up to ${moment(as_of, zone, now)}, beside the mean of the four times ${SPAN} before, the greatest growth first; not of the report’s days`}
        tools={
          <TableExport query={query} table="growing-hashtags" name="fastest growing hashtags" />
        }
      />
      {hashtags.length === 0 ? (
        <EmptyState>
          {`No hashtag with two posts in the last ${SPAN} and five in all has grown: fewer say nothing about growth.`}
        </EmptyState>
      ) : (
        <div className="max-md:[&_tr>*:nth-child(3)]:hidden print:[&_tr>*:nth-child(3)]:table-cell!">
          <Table label="Fastest growing hashtags">
            <thead>
              <tr>
                <Th>Hashtag</Th>
                <Th numeric>Posts</Th>
                <Th numeric>Of all</Th>
                <Th numeric>Growth</Th>
              </tr>
            </thead>
            <tbody>
              {hashtags.map((each) => (
                <tr key={each.tag}>
                  <Td>
                    <span className="block max-w-48">
                      <TagLink
                        tag={each.tag}
                        name={each.hashtag_name}
                        asked={{ platform: query.platform }}
                      />
                    </span>
                  </Td>
                  <Td numeric tone="strong">
                    {exactCount(each.recent_posts)}
                  </Td>
                  <Td numeric tone="soft">
                    {`${percent(each.growth_rate, 1)} of ${exactCount(each.total_posts)}`}
                  </Td>
                  <Td numeric className="py-1">
                    <GrowthFigure hashtag={each} span={SPAN} />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {hashtags.length > 0 && (
        <PanelFooter className="mt-auto">
          Hashtags that grew, with at least 2 posts in these {SPAN} and 5 in all; those without any
          before have no rate and come last.
        </PanelFooter>
      )}
    </Panel>
  );
}
