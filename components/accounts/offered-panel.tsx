import { Check, ChevronRight, Minus } from "lucide-react";
import { METRIC_NAMES } from "@/components/accounts/metric-names";
import { Panel, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import type { Metric } from "@/lib/platforms/metric";
import { addedByAccount, type Offer, type Reading, readingsOf } from "@/lib/platforms/offered";
import { PLATFORM_IDS, type PlatformId } from "@/lib/platforms/platform";

/** Which of the nine numbers each platform offers, by which way, and why not the others. */
export function OfferedPanel({ now }: { now: Date }) {
  const atMs = now.getTime();
  return (
    <Panel>
      <PanelHead
        title="What each platform offers"
        sub="Why a column is empty stands here, and what each number means"
      />
      <div className="border-t">
        {PLATFORM_IDS.map((platform) => (
          <Offered
            key={platform}
            platform={platform}
            readings={readingsOf(platform, atMs)}
            added={addedByAccount(platform, atMs)}
          />
        ))}
      </div>
    </Panel>
  );
}

function Offered({
  platform,
  readings,
  added,
}: {
  platform: PlatformId;
  readings: Reading[];
  added: Metric[];
}) {
  const columns = readings.length === 1 ? "md:grid-cols-[9rem_1fr]" : "md:grid-cols-[9rem_1fr_1fr]";
  const row = `grid gap-x-4 gap-y-1 ${columns}`;
  return (
    <details className="group border-b last:border-b-0">
      <summary className="flex cursor-pointer list-none items-start gap-2.5 px-3.5 py-2.5 hover:bg-hover md:px-4 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="mt-0.5 text-muted group-open:rotate-90" />
        <span className="min-w-0 flex-1">
          <span className="font-strong">
            <PlatformMark platform={platform} withName />
          </span>
          <span className="mt-0.5 block text-xs/[18px] text-ink-2">{summary(readings, added)}</span>
        </span>
      </summary>
      <div className="border-t px-3.5 pt-2.5 pb-3.5 text-xs/[18px] md:px-4 md:pl-11">
        <div aria-hidden="true" className={`${row} pb-1.5 font-medium text-muted max-md:hidden`}>
          <span>Number</span>
          {readings.map(({ name }) => (
            <span key={name}>{name}</span>
          ))}
        </div>
        <dl>
          {Object.entries(METRIC_NAMES).map(([metric, name], index) => (
            <div key={metric} className={`${row} border-t py-1.5`}>
              <dt className="font-medium">{name}</dt>
              {readings.map((reading) => (
                <Cell key={reading.name} way={reading.name} offer={reading.offers[index]} />
              ))}
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

function Cell({ way, offer }: { way: string; offer: Offer | undefined }) {
  if (!offer) return null;
  const offered = "meaning" in offer;
  const Glyph = offered ? Check : Minus;
  return (
    <dd className="flex gap-1.5 [&>svg]:mt-0.5 [&>svg]:size-3.5">
      <Glyph aria-hidden="true" className={offered ? "text-ok" : "text-muted"} />
      <span className={`min-w-0 wrap-anywhere ${offered ? "text-ink-2" : "text-muted"}`}>
        <span className="md:sr-only">{way}: </span>
        {!offered && <span className="sr-only">Not offered. </span>}
        {offered ? offer.meaning : offer.absent}
      </span>
    </dd>
  );
}

function summary(readings: Reading[], added: Metric[]) {
  const offered = ({ offers }: Reading) => offers.filter((offer) => "meaning" in offer).length;
  const counts = readings
    .map((reading) => `${reading.name}: ${offered(reading)} of ${reading.offers.length} numbers`)
    .join(" · ");
  if (readings.every(({ own }) => own)) {
    return `${counts}. Without a connected account nothing is read.`;
  }
  if (added.length === 0) {
    return `${counts}. An account adds no number of its own: its posts are found by themselves, and the platform itself tells them.`;
  }
  const names = added.map((metric) => METRIC_NAMES[metric].toLowerCase());
  return `${counts}. An account adds ${listed(names)}, and its posts are found by themselves.`;
}

function listed(words: string[]) {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
