import { EmptyState } from "@/components/ui/empty-state";

/** No run yet. */
export function NoIngest({
  next,
}: {
  /** When the schedule starts one, in words; null: it is off. */ next: string | null;
}) {
  return (
    <EmptyState>
      {next
        ? `No run yet. The first one starts ${next}; it appears here by itself.`
        : "No run yet. Try a few reels with a test run, then switch the schedule on."}
    </EmptyState>
  );
}
