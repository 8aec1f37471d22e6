import { Panel, PanelBody, PanelFooter, PanelHead } from "@/components/ui/panel";
import { Row, RowList } from "@/components/ui/row-list";
import { exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";
import type { Removal } from "@/lib/maintenance/queries";

const WORDS: Record<Removal["what"], [title: string, why: string]> = {
  raw_events: ["Payloads", "older than the policy keeps them"],
  snapshots_thinned: ["Snapshots", "older than 90 days; the last of each day stays"],
  youtube_unauthorised: ["YouTube data", "30 days old, of channels that are not connected"],
  refresh_units: ["Pieces of runs", "older than 30 days; the runs keep their sums"],
  account_history: ["Posts of an account", "deleted with its history by an owner"],
};

/** What retention took away, and the policy it follows. */
export function RemovedPanel({
  removals,
  rawEventDays,
  zone,
  now,
}: {
  removals: Removal[];
  rawEventDays: number;
  zone: string;
  now: Date;
}) {
  return (
    <Panel>
      <PanelHead
        title="What was removed"
        sub="Each night by the policy below, and with an account whose history an owner deletes"
      />
      {removals.length === 0 ? (
        <PanelBody className="text-ink-2">
          Nothing yet: no data of this workspace is old enough.
        </PanelBody>
      ) : (
        <RowList>
          {removals.map(({ what, rows, last_at }) => (
            <Row
              key={`${what} ${last_at}`}
              title={WORDS[what][0]}
              meta={WORDS[what][1]}
              end={
                <>
                  <span className="font-strong">{exactCount(rows)}</span>
                  <time
                    dateTime={last_at}
                    title={exactMoment(last_at, zone)}
                    className="text-xs text-muted"
                  >
                    {moment(last_at, zone, now)}
                  </time>
                </>
              }
            />
          ))}
        </RowList>
      )}
      <PanelFooter>
        <ul className="flex flex-col gap-1">
          <li>{`What platforms sent is kept to the letter for ${rawEventDays} days.`}</li>
          <li>Every snapshot is kept for 90 days, after that the last one of each day.</li>
          <li>
            YouTube allows public numbers to be kept for 30 days, unless the channel is connected
            here: then they stay.
          </li>
          <li>Everything else stays: posts, daily and weekly sums, and the runs above.</li>
        </ul>
      </PanelFooter>
    </Panel>
  );
}
