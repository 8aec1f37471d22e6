import type { ReactNode } from "react";
import { actorWords, type IngestContext, whyWords } from "@/components/ingest/ingest-words";
import { cx } from "@/components/ui/cx";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { counted } from "@/lib/format/count";
import { took } from "@/lib/format/duration";
import { exactMoment } from "@/lib/format/time";
import type { IngestRunDetail } from "@/lib/ingest/queries";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

const DECIDED_LATER = "Decided when it starts";

/** How a run was made: when, by whom, with which actor and input. */
export function RunFacts({ run, ...context }: IngestContext & { run: IngestRunDetail }) {
  const { zone } = context;
  const at = (time: string | null) =>
    time ? exactMoment(time, zone) : <Missing reason="It did not come so far." />;
  return (
    <Panel>
      <PanelHead title="How it was made" />
      <PanelBody className="flex flex-col gap-4">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
          <Fact label="Why">{whyWords(run, context)}</Fact>
          <Fact label="Actor" mono>
            {actorWords(run.actor)}
          </Fact>
          <Fact label="Read as">{PLATFORM_NAMES[run.platform]}</Fact>
          <Fact label="At most">
            {run.max_items === null ? DECIDED_LATER : counted(run.max_items, "item")}
          </Fact>
          <Fact label="Asked for">{at(run.created_at)}</Fact>
          <Fact label="Started">{at(run.started_at)}</Fact>
          <Fact label="Ended at Apify">{at(run.ended_at)}</Fact>
          <Fact label="Closed here">{at(run.finished_at)}</Fact>
          <Fact label="Took">{took(run.seconds)}</Fact>
          <Fact label="Run at Apify" mono>
            {run.apify_run_id ?? <Missing reason="Nothing is known to have started at Apify." />}
          </Fact>
          <Fact label="Apify’s word">
            {run.provider_status ?? <Missing reason="Apify said nothing of its state so far." />}
          </Fact>
        </dl>
        <div>
          <h3 className="mb-1.5 font-medium">Input</h3>
          {run.input === null ? (
            <p className="text-ink-2">{DECIDED_LATER}</p>
          ) : (
            <pre className="rounded-md bg-sunken px-3 py-2.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
              {JSON.stringify(run.input, null, 2)}
            </pre>
          )}
        </div>
      </PanelBody>
    </Panel>
  );
}

function Fact({
  label,
  mono = false,
  children,
}: {
  label: string;
  mono?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="contents">
      <dt className="text-ink-2">{label}</dt>
      <dd className={cx("wrap-anywhere", mono && "font-mono text-xs")}>{children}</dd>
    </div>
  );
}
