import { RefreshCw } from "lucide-react";
import { CopyCohort } from "@/components/performance/copy-cohort";
import { RefreshReels } from "@/components/performance/refresh-reels";
import { TextLink } from "@/components/ui/app-link";
import { Button, ButtonLink } from "@/components/ui/button";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import type { Window } from "@/lib/reels/schema";

/** Who may start a run here, and whether one could start. */
export type RefreshState = { may: boolean; configured: boolean; activeRun: string | null };

/** Refresh, the samples, and the link to what is shown. */
export function PageActions({
  refresh,
  sample,
  window,
  cohortHref,
}: {
  refresh: RefreshState;
  sample: boolean;
  window: Window;
  /** Null while there is no cohort to link to. */
  cohortHref: string | null;
}) {
  const query = window === "7d" ? "" : `window=${window}`;
  return (
    <>
      {!sample && <Refresh {...refresh} />}
      {cohortHref && <CopyCohort href={cohortHref} />}
      {sample ? (
        <ButtonLink className="max-md:flex-1" href={`/performance${query && `?${query}`}`}>
          Back to your numbers
        </ButtonLink>
      ) : (
        <ButtonLink
          className="max-md:flex-1"
          variant={cohortHref ? "quiet" : undefined}
          href={`/performance?${["sample=true", query].filter(Boolean).join("&")}`}
        >
          {cohortHref ? "See sample data" : "Load sample data"}
        </ButtonLink>
      )}
    </>
  );
}

function Refresh({ may, configured, activeRun }: RefreshState) {
  const label = (
    <>
      <RefreshCw aria-hidden="true" />
      Refresh
    </>
  );
  if (!may) return <ForbiddenAction>{label}</ForbiddenAction>;
  if (configured || activeRun) return <RefreshReels activeRun={activeRun} />;
  return (
    <div className="flex flex-col gap-1 max-md:w-full md:items-end">
      <Button aria-disabled="true" data-tip="Ingest is not set up in this workspace.">
        {label}
      </Button>
      <p className="max-w-72 text-xs text-muted md:text-right">
        Ingest is not set up here. <TextLink href="/settings/ingest">Set it up</TextLink> to bring
        reels in.
      </p>
    </div>
  );
}
