import { ExtraCells } from "@/components/jobs/extra-cells";
import { NOT_STARTED } from "@/components/jobs/job-counts";
import { MetricValue } from "@/components/jobs/metric-value";
import { PostTitle } from "@/components/jobs/post-title";
import { RetryRow } from "@/components/jobs/retry-row";
import { RowAnswer } from "@/components/jobs/row-answer";
import { countedWithout } from "@/components/metrics/absence";
import { authorOf } from "@/components/metrics/author";
import { Measured } from "@/components/metrics/measured";
import { Published } from "@/components/metrics/published";
import type { FormAction } from "@/components/ui/form-state";
import { Rate } from "@/components/ui/rate";
import { StateGlyph } from "@/components/ui/state-glyph";
import { Td } from "@/components/ui/table";
import { exactCount } from "@/lib/format/count";
import type { ResultRow } from "@/lib/jobs/result-row";
import { type FileRows, fileRow } from "@/lib/uploads/file-rows";

/** What every row needs to know of the page. */
export type RowContext = {
  jobId: string;
  /** Where rows stand in the uploaded file. */
  fileRows: FileRows;
  zone: string;
  now: Date;
  /** Whether the job goes on by itself. */
  running: boolean;
  /** Queues a failed row again; null for those who may not. */
  retry: FormAction | null;
};

/** In a job that does not run no row has its turn. */
export function stateLabel({ state }: ResultRow, { running }: Pick<RowContext, "running">) {
  return state === "queued" && !running ? NOT_STARTED : undefined;
}

/** Author to Published: where a row without numbers says why. */
const METRIC_COLUMNS = 8;

/** One row of a job's table. */
export function ResultCells({ row, ...context }: RowContext & { row: ResultRow }) {
  return (
    <tr>
      <Td tone="muted" className="sticky left-0 z-1 bg-panel">
        {exactCount(fileRow(context.fileRows, row.row_number))}
      </Td>
      <Td>
        <StateGlyph state={row.state} label={stateLabel(row, context)} />
      </Td>
      <Td>
        <PostTitle row={row} />
      </Td>
      {row.measured_at === null || row.state !== "succeeded" ? (
        <>
          <Td colSpan={METRIC_COLUMNS} tone="soft" className="py-1.5">
            <RowAnswer row={row} zone={context.zone} now={context.now} />
          </Td>
          <Td>{row.state === "failed" && <RetryRow row={row} {...context} />}</Td>
        </>
      ) : (
        <MeasuredCells row={row} {...context} />
      )}
      <ExtraCells cells={row.extra} />
    </tr>
  );
}

const SHOWN_METRICS = ["views", "likes", "comments", "shares", "saves"] as const;

function MeasuredCells({ row, zone, now }: RowContext & { row: ResultRow }) {
  const rate = row.engagement_rate === null ? null : Number(row.engagement_rate);
  return (
    <>
      <Td tone="soft">
        <span className="block max-w-32 truncate">{authorOf(row)}</span>
      </Td>
      {SHOWN_METRICS.map((metric) => (
        <Td key={metric} numeric tone={metric === "views" ? "strong" : "plain"}>
          <MetricValue row={row} metric={metric} zone={zone} now={now} />
        </Td>
      ))}
      <Td numeric>
        <Rate
          ratio={rate}
          reason={
            rate === null
              ? undefined
              : (countedWithout(row, row.absent, row.platform, ["likes", "comments"]) ?? undefined)
          }
        />
      </Td>
      <Td tone="soft" className="whitespace-nowrap">
        <Published at={row.published_at} zone={zone} />
      </Td>
      <Td tone="muted" className="whitespace-nowrap">
        <Measured row={row} zone={zone} now={now} />
      </Td>
    </>
  );
}
