import { RowAnswer } from "@/components/jobs/row-answer";
import { Notice } from "@/components/ui/notice";
import { StateGlyph } from "@/components/ui/state-glyph";
import type { ResultRow } from "@/lib/jobs/result-row";

/** A link without numbers: what is going on, or what went wrong and what to do. */
export function LinkOpen({ row, zone, now }: { row: ResultRow; zone: string; now: Date }) {
  if (row.state === "failed") {
    return (
      <div className="px-3.5 pb-3.5 md:px-4 md:pb-4">
        <Notice kind="bad" announce>
          <RowAnswer row={row} zone={zone} now={now} />
        </Notice>
      </div>
    );
  }
  return (
    <p role="status" className="flex items-center gap-2.5 px-3.5 pb-3.5 md:px-4 md:pb-4">
      <StateGlyph state={row.state} />
      <RowAnswer row={row} zone={zone} now={now} />
    </p>
  );
}
