import { EmptyState } from "@/components/ui/empty-state";

/** No run yet. */
export function NoIngest({
  next,
  allowed,
}: {
  /** When the schedule starts one, in words; null: it is off. */ next: string | null;
  /** Whether the reader may start one. */
  allowed: boolean;
}) {
  return (
    <EmptyState>
      {next
        ? `No run yet. The first one starts ${next}; it appears here by itself.`
        : allowed
          ? "No run yet. Try a few reels with a test run, then switch the schedule on."
          : "No run yet. Members of this workspace can start one; you can read what it brings."}
    </EmptyState>
  );
}
