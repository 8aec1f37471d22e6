import { METRIC_NOUNS } from "@/components/metrics/absence";
import { authorOf } from "@/components/metrics/author";
import { SourcedCount } from "@/components/metrics/sourced-count";
import { GainValue } from "@/components/posts/gain-value";
import { titleOf } from "@/components/posts/post-name";
import { PostStateLine } from "@/components/posts/post-state-line";
import type { ListContext } from "@/components/posts/post-table";
import { postHref } from "@/components/posts/posts-address";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Row, RowList } from "@/components/ui/row-list";
import { Thumbnail } from "@/components/ui/thumbnail";
import { moment } from "@/lib/format/time";
import { METRICS, type Metric } from "@/lib/platforms/metric";
import type { PostRow } from "@/lib/posts/post-row";

/** A page of posts on a phone: picture, title, author, and the number the list is sorted by. */
export function PostList({ rows, filter, gains, zone, now }: ListContext & { rows: PostRow[] }) {
  const { metric, days } = filter;
  const sorted = METRICS.find((each) => each === filter.sort);
  return (
    <RowList phone>
      {rows.map((row) => {
        const shown: Metric =
          sorted ?? (row.views === null && row.impressions ? "impressions" : "views");
        return (
          <Row
            key={row.id}
            href={postHref(row.id)}
            lead={<Thumbnail src={row.thumbnail_url} size="medium" />}
            title={
              <>
                <PlatformMark platform={row.platform} /> {titleOf(row)}
              </>
            }
            meta={
              <>
                <span className="block truncate">
                  {[authorOf(row), row.published_at && moment(row.published_at, zone, now)]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                <span className="relative block truncate">
                  <PostStateLine row={row} zone={zone} now={now} />
                </span>
              </>
            }
            end={
              <>
                <span className="font-strong">
                  <SourcedCount row={row} metric={shown} zone={zone} />
                </span>
                <span className="text-xs text-muted">{METRIC_NOUNS[shown]}</span>
                {shown === metric && gains.get(row.id)?.gain && (
                  <span className="text-xs whitespace-nowrap">
                    <GainValue
                      terse
                      gain={gains.get(row.id)}
                      row={row}
                      filter={filter}
                      zone={zone}
                      now={now}
                    />
                    {` in ${days} d`}
                  </span>
                )}
              </>
            }
          />
        );
      })}
    </RowList>
  );
}
