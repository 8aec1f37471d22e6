import type { Segment } from "@/components/ui/segmented-progress";
import type { IngestRun } from "@/lib/ingest/queries";

type Counted = Pick<IngestRun, "items" | "read" | "ingested" | "duplicates" | "quarantined">;

/** What became of a run's items; the parts add up to all that are known of. */
export function itemSegments(run: Counted): Segment[] {
  return [
    { state: "succeeded", count: run.ingested, label: "Ingested" },
    { state: "cancelled", count: run.duplicates, label: "Duplicates" },
    { state: "failed", count: run.quarantined, label: "Set aside" },
    {
      state: "queued",
      count: Math.max(0, (run.items ?? run.read) - run.read),
      label: "Not read yet",
    },
  ];
}
