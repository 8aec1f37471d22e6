import { Suspense } from "react";
import { AttentionPanel } from "@/components/dashboard/attention-panel";
import { FirstSteps } from "@/components/dashboard/first-steps";
import { FreshnessPanel } from "@/components/dashboard/freshness-panel";
import { LatestJobs } from "@/components/dashboard/latest-jobs";
import { MoversPanel } from "@/components/dashboard/movers-panel";
import { NothingYet } from "@/components/dashboard/nothing-yet";
import { FiguresLoading, PanelLoading } from "@/components/dashboard/panel-loading";
import { FiguresPart, SharePart, ViewsPart } from "@/components/dashboard/period-panels";
import { RunsPanel } from "@/components/dashboard/runs-panel";
import { LinkBox } from "@/components/link/link-box";
import type { FormAction } from "@/components/ui/form-state";
import type { DashboardParts } from "@/lib/dashboard/parts";
import type { Role } from "@/lib/workspaces/schema";

const BESIDE =
  "grid items-start gap-3 md:gap-4 lg:grid-cols-[minmax(0,1.72fr)_minmax(0,1fr)] lg:items-stretch";

export type Who = { role: Role; email: string; zone: string };

/** All that depends on posts; in a workspace without any, how they come instead of empty panels. */
export async function PeriodParts({
  parts,
  who: { role, email, zone },
  now,
  dismiss,
}: {
  parts: DashboardParts;
  who: Who;
  now: Date;
  dismiss: FormAction;
}) {
  const steps = await parts.steps;
  const first = { steps, role, dismiss };
  const clock = { zone, now };
  if (steps?.is_empty) {
    return (
      <>
        <FirstSteps when="begun" {...first} />
        <LinkBox />
        <NothingYet role={role} />
      </>
    );
  }
  return (
    <>
      <FirstSteps when="begun" {...first} />
      <Suspense fallback={<FiguresLoading />}>
        <FiguresPart totals={parts.totals} {...clock} />
      </Suspense>
      <FirstSteps when="half done" {...first} />
      <LinkBox />
      <div className={BESIDE}>
        <Suspense fallback={<PanelLoading title="Top movers" height="h-80" />}>
          <MoversPanel movers={parts.movers} role={role} {...clock} />
        </Suspense>
        <Suspense fallback={<PanelLoading title="Needs attention" height="h-80" />}>
          <AttentionPanel attention={parts.attention} role={role} {...clock} />
        </Suspense>
      </div>
      <div className={BESIDE}>
        <Suspense fallback={<PanelLoading title="Views gained per day" height="h-88" />}>
          <ViewsPart totals={parts.totals} {...clock} />
        </Suspense>
        <Suspense fallback={<PanelLoading title="Share by platform" height="h-60" />}>
          <SharePart totals={parts.totals} />
        </Suspense>
      </div>
      <div className={BESIDE}>
        <div className="grid min-w-0 content-start gap-3 md:gap-4">
          <Suspense fallback={<PanelLoading title="Latest runs" height="h-60" />}>
            <RunsPanel runs={parts.runs} email={email} {...clock} />
          </Suspense>
          <Suspense fallback={<PanelLoading title="Latest jobs" height="h-40" />}>
            <LatestJobs jobs={parts.jobs} timeZone={zone} now={now} />
          </Suspense>
        </div>
        <Suspense fallback={<PanelLoading title="Sources" height="h-60" />}>
          <FreshnessPanel freshness={parts.freshness} {...clock} />
        </Suspense>
      </div>
    </>
  );
}
