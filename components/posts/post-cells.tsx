import { authorOf } from "@/components/metrics/author";
import { RateOf } from "@/components/metrics/engagement";
import { Measured } from "@/components/metrics/measured";
import { SHOWN_METRICS } from "@/components/metrics/metric-label";
import { Published } from "@/components/metrics/published";
import { SourcedCount } from "@/components/metrics/sourced-count";
import { GainValue } from "@/components/posts/gain-value";
import { PostName } from "@/components/posts/post-name";
import type { ListContext } from "@/components/posts/post-table";
import { Td } from "@/components/ui/table";
import type { PostRow } from "@/lib/posts/post-row";

/** One post of the table. */
export function PostCells({ row, filter, gains, zone, now }: ListContext & { row: PostRow }) {
  const [views, ...others] = SHOWN_METRICS;
  return (
    <tr>
      <Td className="sticky left-0 z-1 bg-panel py-1.5">
        <PostName row={row} zone={zone} now={now} />
      </Td>
      <Td tone="soft">
        <span className="block max-w-32 truncate">{authorOf(row)}</span>
      </Td>
      <Td tone="soft" className="whitespace-nowrap">
        <Published at={row.published_at} zone={zone} />
      </Td>
      {views && (
        <Td numeric tone="strong">
          <SourcedCount row={row} metric={views} zone={zone} />
        </Td>
      )}
      <Td numeric>
        <GainValue gain={gains.get(row.id)} row={row} filter={filter} zone={zone} now={now} />
      </Td>
      <Td numeric>
        <RateOf row={row} />
      </Td>
      {others.map((each) => (
        <Td key={each} numeric>
          <SourcedCount row={row} metric={each} zone={zone} />
        </Td>
      ))}
      <Td tone="muted" className="whitespace-nowrap">
        <Measured row={row} zone={zone} now={now} />
      </Td>
    </tr>
  );
}
