import { itemSegments } from "@/components/ingest/items-bar";
import { RunCost } from "@/components/ingest/run-cost";
import { Count } from "@/components/ui/count";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Missing } from "@/components/ui/missing";
import { Panel } from "@/components/ui/panel";
import { ProgressBar, ProgressLegend } from "@/components/ui/segmented-progress";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { IngestRunDetail } from "@/lib/ingest/queries";

/** What a run came to: its items by what became of them, what they made, and what it cost. */
export function RunFigures({ run, zone, now }: { run: IngestRunDetail; zone: string; now: Date }) {
  const source =
    run.ended_at === null
      ? "not ended at Apify"
      : `Measured ${moment(run.ended_at, zone, now)}, Apify`;
  const known = run.items !== null || run.read > 0;
  const segments = itemSegments(run);
  return (
    <Panel label="What it came to">
      <KeyFigures columns={5}>
        <KeyFigure
          label="Items read"
          value={known ? <Count value={run.read} /> : <Missing reason="It brought no data set." />}
          detail={run.items === null ? undefined : `of ${counted(run.items, "item")}`}
          source={source}
        />
        <KeyFigure
          label="Raw events"
          value={<Count value={run.events} />}
          detail="kept as they came, the same twice once"
          source={source}
        />
        <KeyFigure
          label="Snapshots"
          value={<Count value={run.ingested} />}
          detail="posts with numbers of this run"
          source={source}
        />
        <KeyFigure
          label="New posts"
          value={<Count value={run.new_posts} />}
          detail="seen for the first time"
          source={source}
        />
        <KeyFigure
          label="Cost"
          value={<RunCost run={run} />}
          detail={run.token_source === "server" ? "on this server’s token" : "on your own token"}
          source="as Apify tells it"
        />
      </KeyFigures>
      {known && run.finished_at !== null && (
        <div className="flex flex-col gap-3 border-t px-3.5 py-3 md:px-4">
          <ProgressBar label="Items by what became of them" segments={segments} done={run.read} />
          <ProgressLegend
            segments={segments.filter(({ count }, index) => count > 0 || index < 3)}
          />
        </div>
      )}
    </Panel>
  );
}
