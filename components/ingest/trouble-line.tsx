import { CircleX, Clock3 } from "lucide-react";
import { explainTrouble } from "@/components/ingest/run-trouble";
import type { IngestRun } from "@/lib/ingest/queries";

/** What went wrong in a run and what to do, under its row. */
export function TroubleLine({ run, zone, now }: { run: IngestRun; zone: string; now: Date }) {
  const trouble = explainTrouble(run, zone, now);
  if (!trouble) return null;
  return (
    <p className="flex gap-1.5 text-xs/[18px] text-ink-2 [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:flex-none">
      {trouble.waits ? (
        <Clock3 aria-hidden="true" className="text-warn" />
      ) : (
        <CircleX aria-hidden="true" className="text-bad" />
      )}
      <span className="min-w-0 wrap-anywhere">{trouble.sentence}</span>
    </p>
  );
}
