import { dollars } from "@/components/ingest/ingest-words";
import { Missing } from "@/components/ui/missing";
import type { IngestRun } from "@/lib/ingest/queries";

/** What a run cost, as Apify tells it. */
export function RunCost({ run }: { run: Pick<IngestRun, "cost_usd" | "apify_run_id"> }) {
  if (run.cost_usd !== null) return <span>{dollars(run.cost_usd)}</span>;
  return (
    <Missing
      reason={
        run.apify_run_id === null
          ? "Nothing is known to have started at Apify."
          : "Apify has not told what it cost."
      }
    />
  );
}
