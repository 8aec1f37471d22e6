import { ingestLevel } from "@/components/ingest/ingest-level";
import { SimulatedBadge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { Freshness } from "@/components/ui/freshness";
import { Hint } from "@/components/ui/hint";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import { exactMoment, moment } from "@/lib/format/time";
import type { IngestStatus } from "@/lib/ingest/queries";

const NEVER = "No run has brought an item yet.";

/** What ingest brought so far, and when it was last measured. */
export function IngestFigures({
  status,
  zone,
  now,
}: {
  status: IngestStatus;
  zone: string;
  now: Date;
}) {
  const { last_scraped_at: last, runs } = status;
  const simulated = runs.find(({ apify_run_id }) => apify_run_id === status.last_apify_run_id);
  const source = last && (
    <>
      <span className="inline-flex items-center gap-1.5">
        <Freshness level={ingestLevel(last, now)} />
        {`${moment(last, zone, now)}, Apify`}
      </span>
      {simulated?.is_simulated && <SimulatedBadge />}
    </>
  );
  return (
    <Panel label="What ingest brought">
      <KeyFigures columns={5}>
        <KeyFigure
          label="Last measured"
          value={
            last ? (
              <Hint tip={exactMoment(last, zone)}>{moment(last, zone, now)}</Hint>
            ) : (
              <Missing reason={NEVER} />
            )
          }
          detail="when its run ended at Apify"
          source={source}
        />
        <KeyFigure
          label="Of the last run"
          value={last ? <Count value={status.events_last_run} /> : <Missing reason={NEVER} />}
          detail="items kept as they came"
          source={source}
        />
        <KeyFigure
          label="Items kept"
          value={<Count value={status.total_raw_events} />}
          detail="raw events, never changed"
          source={source}
        />
        <KeyFigure
          label="Reels known"
          value={<Count value={status.latest_state_count} />}
          detail="each with its newest numbers"
          source={source}
        />
        <KeyFigure
          label="Published in 7 days"
          value={<Count value={status.reels_published_last_7d} />}
          detail="of the reels known"
          source={source}
        />
      </KeyFigures>
    </Panel>
  );
}
