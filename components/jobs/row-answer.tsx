import { goesOn } from "@/components/jobs/wait-words";
import type { ResultRow } from "@/lib/jobs/result-row";
import { explainRowError } from "@/lib/jobs/row-errors";
import { PLATFORM_NAMES, ROW_ERRORS } from "@/lib/platforms/platform";

/** What a row without numbers has instead: its cause and next step, or what happens by itself. */
export function RowAnswer({ row, zone, now }: { row: ResultRow; zone: string; now: Date }) {
  switch (row.state) {
    case "failed": {
      const code = row.error_code ?? "internal";
      const { title, sentence } = explainRowError(code, row.platform, row.error_detail);
      return (
        <>
          <b className="font-strong text-bad-text">{title}</b> {sentence}
        </>
      );
    }
    case "waiting": {
      const code = ROW_ERRORS.find((known) => known === row.waits_for);
      const why = code ? explainRowError(code, row.platform, null).title : "";
      return (
        <span className="text-muted">
          {why} Goes on by itself {goesOn(row.waits_until, zone, now)}.
        </span>
      );
    }
    case "running":
      return <span className="text-muted">Asking {PLATFORM_NAMES[row.platform]}.</span>;
    default:
      return <span className="text-muted">Not asked for yet.</span>;
  }
}
