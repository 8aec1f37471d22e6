import { PostLink } from "@/components/jobs/post-title";
import { type RowContext, stateLabel } from "@/components/jobs/result-cells";
import { RetryRow } from "@/components/jobs/retry-row";
import { RowAnswer } from "@/components/jobs/row-answer";
import { absenceSentence } from "@/components/metrics/absence";
import { authorOf } from "@/components/metrics/author";
import { Measured } from "@/components/metrics/measured";
import { Count } from "@/components/ui/count";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Row, RowList } from "@/components/ui/row-list";
import { StateGlyph } from "@/components/ui/state-glyph";
import { Thumbnail } from "@/components/ui/thumbnail";
import type { ResultRow } from "@/lib/jobs/result-row";

/** The rows of a job on a phone: picture or state, title, author and source, one figure. */
export function ResultList({ rows, ...context }: RowContext & { rows: ResultRow[] }) {
  return (
    <RowList phone>
      {rows.map((row) => (
        <Row
          key={row.row_number}
          lead={
            row.state === "succeeded" ? (
              <Thumbnail src={row.thumbnail_url} size="medium" />
            ) : (
              <span className="grid w-11 place-items-center">
                <StateGlyph state={row.state} label={stateLabel(row, context)} quiet />
              </span>
            )
          }
          title={
            <span className="flex items-center gap-1.5">
              <PlatformMark platform={row.platform} />
              <PostLink row={row} />
            </span>
          }
          meta={<Meta row={row} {...context} />}
          end={<Figure row={row} {...context} />}
        />
      ))}
    </RowList>
  );
}

function Meta({ row, zone, now }: RowContext & { row: ResultRow }) {
  if (row.state !== "succeeded") return <RowAnswer row={row} zone={zone} now={now} />;
  const author = authorOf(row);
  return (
    <span className="flex gap-1">
      {author && <span className="truncate">{author} ·</span>}
      <span className="flex-none">
        <Measured row={row} zone={zone} now={now} />
      </span>
    </span>
  );
}

function Figure({ row, ...context }: RowContext & { row: ResultRow }) {
  if (row.state === "failed") return <RetryRow row={row} {...context} />;
  if (row.state !== "succeeded") return null;
  return (
    <>
      <span className="font-strong">
        <Count
          value={row.views}
          reason={absenceSentence("views", row.absent?.views, row.platform)}
        />
      </span>
      <span className="text-xs text-muted">views</span>
    </>
  );
}
