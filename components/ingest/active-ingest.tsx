import { Clock3 } from "lucide-react";
import { CancelIngest } from "@/components/ingest/cancel-ingest";
import { lookOf } from "@/components/ingest/ingest-state";
import {
  actorWords,
  dollars,
  type IngestContext,
  whyWords,
} from "@/components/ingest/ingest-words";
import { itemSegments } from "@/components/ingest/items-bar";
import { explainTrouble } from "@/components/ingest/run-trouble";
import { KeepFresh } from "@/components/jobs/keep-fresh";
import { TextLink } from "@/components/ui/app-link";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { ProgressBar, ProgressLegend } from "@/components/ui/segmented-progress";
import { counted, exactCount } from "@/lib/format/count";
import { roughly } from "@/lib/format/duration";
import type { IngestRun } from "@/lib/ingest/queries";

/** How far the run is that goes on now, and the way to end it. */
export function ActiveIngest({
  run,
  allowed,
  cancel,
  linked = false,
  ...context
}: IngestContext & {
  run: IngestRun;
  allowed: boolean;
  cancel: FormAction;
  /** With a link to the run's own page. */
  linked?: boolean;
}) {
  const segments = itemSegments(run);
  const title =
    run.items === null
      ? lookOf(run.state).doing
      : `${exactCount(run.read)} of ${counted(run.items, "item")} are read`;
  const trouble = explainTrouble(run, context.zone, context.now);
  const cost = run.cost_usd === null ? "cost not told yet" : `${dollars(run.cost_usd)} so far`;
  const sub = [
    whyWords(run, context),
    actorWords(run.actor),
    `for ${roughly(run.seconds)}`,
    run.apify_run_id !== null && cost,
  ];
  return (
    <Panel>
      <KeepFresh />
      <PanelHead
        title={run.is_cancelling ? "Ends early" : title}
        sub={sub.filter(Boolean).join(" · ")}
        tools={<CancelIngest run={run} allowed={allowed} action={cancel} />}
      />
      <PanelBody className="flex flex-col gap-3">
        <ProgressBar label="Items read" segments={segments} done={run.read} />
        <ProgressLegend
          segments={segments.filter(({ count }, index) => count > 0 || index === 0)}
        />
        <p className="text-xs text-muted">
          {hintOf(run)}
          {linked && (
            <>
              {" "}
              <TextLink href={`/settings/ingest/${run.id}`}>All about this run</TextLink>
            </>
          )}
        </p>
      </PanelBody>
      {trouble && (
        <div className="overflow-hidden rounded-b-[9px] *:rounded-none">
          <Notice kind="warn" foot icon={<Clock3 aria-hidden="true" />}>
            {trouble.sentence}
          </Notice>
        </div>
      )}
    </Panel>
  );
}

function hintOf({ state, is_cancelling, max_items }: IngestRun) {
  if (is_cancelling) return "What it found by then is still read and kept.";
  switch (state) {
    case "queued":
    case "starting":
      return "It starts by itself in a few seconds.";
    case "unclear":
      return "No other run starts meanwhile, so that nothing is paid for twice. Cancelling gives it up here; a run that did start at Apify goes on there.";
    case "running":
      return `Apify collects${max_items === null ? "" : ` up to ${counted(max_items, "item")}`}. They are read here as soon as it has ended, also when nobody looks.`;
    default:
      return "Each item is kept as it came, then its post and numbers are read from it.";
  }
}
