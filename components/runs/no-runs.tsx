import { runsHref } from "@/components/runs/runs-address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** No run yet, or none that the filter leaves. */
export function NoRuns({
  narrowed,
  connected,
  mayConnect,
  next,
}: {
  narrowed: boolean;
  /** Whether an account is connected: without one the schedule has nothing to measure. */
  connected: boolean;
  mayConnect: boolean;
  /** When the next scheduled run starts, in words. */
  next: string | null;
}) {
  if (narrowed) {
    return (
      <EmptyState
        action={
          <ButtonLink size="small" href={runsHref({})}>
            Show all runs
          </ButtonLink>
        }
      >
        No run came about this way.
      </EmptyState>
    );
  }
  if (connected) {
    return (
      <EmptyState>{`No run yet. The first one starts ${next}; it appears here by itself.`}</EmptyState>
    );
  }
  return (
    <EmptyState
      action={
        mayConnect && (
          <ButtonLink variant="primary" href="/accounts">
            Connect an account
          </ButtonLink>
        )
      }
    >
      No run yet. Runs begin once an account is connected: its posts are measured every six hours,
      those of the last two days every hour.
    </EmptyState>
  );
}
