import { Clock3, OctagonX } from "lucide-react";
import { goesOn } from "@/components/jobs/wait-words";
import type { RunContext } from "@/components/runs/run-table";
import { causeOf, postsOf } from "@/components/runs/run-words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { ProgressBar, ProgressLegend, type Segment } from "@/components/ui/segmented-progress";
import { counted, exactCount } from "@/lib/format/count";
import { roughly } from "@/lib/format/duration";
import type { ListedRun } from "@/lib/refresh/queries";

const SMALL = { size: "small" } as const;

/** How far a run is that goes on now, and the way to stop it. */
export function RunningRun({
  run,
  waitsUntil,
  allowed,
  cancel,
  ...context
}: RunContext & {
  run: ListedRun;
  /** When the first piece that waits goes on; null: none waits. */
  waitsUntil: string | null;
  allowed: boolean;
  cancel: FormAction;
}) {
  const { done, notTried, open } = postsOf(run);
  const segments: Segment[] = [
    { state: "succeeded", count: run.measured, label: "Measured" },
    { state: "failed", count: run.failed },
    { state: "cancelled", count: run.gone + notTried, label: "Gone or not tried" },
    {
      state: waitsUntil ? "waiting" : "queued",
      count: open,
      label: waitsUntil ? "Waiting" : "Open",
    },
  ];
  const title =
    run.planned === 0
      ? "Looking for posts"
      : `${exactCount(done)} of ${counted(run.planned, "post")} are done`;
  const label = (
    <>
      <OctagonX aria-hidden="true" />
      Cancel
    </>
  );
  return (
    <Panel>
      <PanelHead
        title={title}
        sub={`${causeOf(run, context)} · running for ${roughly(run.seconds)} · ${counted(run.units_open, "piece")} open`}
        tools={
          allowed ? (
            <ConfirmDialog
              trigger={label}
              look={SMALL}
              title="Cancel this run?"
              action={cancel}
              fields={{ id: run.id }}
              confirm="Cancel the run"
            >
              What is measured stays, and what is under way is still recorded. The other posts are
              left to the next run.
            </ConfirmDialog>
          ) : (
            <ForbiddenAction look={SMALL}>{label}</ForbiddenAction>
          )
        }
      />
      <PanelBody className="flex flex-col gap-3">
        <ProgressBar
          label={`Posts done, ${causeOf(run, context)}`}
          segments={segments}
          done={done}
        />
        <ProgressLegend
          segments={segments.filter(({ count }, index) => count > 0 || index === 0)}
        />
      </PanelBody>
      {waitsUntil && (
        <div className="overflow-hidden rounded-b-[9px] *:rounded-none">
          <Notice kind="warn" foot icon={<Clock3 aria-hidden="true" />}>
            {`A platform's limit is reached. What waits goes on by itself ${goesOn(waitsUntil, context.zone, context.now)}; nothing failed because of it.`}
          </Notice>
        </div>
      )}
    </Panel>
  );
}
