import { lookOf } from "@/components/ingest/ingest-state";
import { Badge } from "@/components/ui/badge";
import type { IngestRun } from "@/lib/ingest/queries";

/** The state of a run of ingest, in a word. */
export function IngestStateBadge({ run }: { run: Pick<IngestRun, "state" | "is_cancelling"> }) {
  const { badge, word, tip } = lookOf(run.state);
  if (run.is_cancelling) return <Badge kind="warn">Being cancelled</Badge>;
  return (
    <Badge kind={badge} tip={tip}>
      {word}
    </Badge>
  );
}
