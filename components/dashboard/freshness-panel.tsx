import { PanelFailed } from "@/components/hashtags/panel-failed";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Freshness } from "@/components/ui/freshness";
import { Hint } from "@/components/ui/hint";
import { Panel, PanelHead } from "@/components/ui/panel";
import type { SourceFreshness } from "@/lib/dashboard/freshness";
import { ageWords } from "@/lib/format/age";
import { counted } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";
import { PLATFORM_IDS, PLATFORM_NAMES } from "@/lib/platforms/platform";

const LEVELS = {
  fresh: "fresh",
  due: "ageing",
  stale: "stale",
  never: "ageing",
  cut_off: "cut",
} as const;
const PLACES = { accounts: "/accounts", ingest: "/settings/ingest", jobs: "/jobs" };

/** How current each source is, and what it waits for. */
export async function FreshnessPanel({
  freshness,
  zone,
  now,
}: {
  freshness: Promise<SourceFreshness[] | null>;
  zone: string;
  now: Date;
}) {
  const sources = await freshness;
  if (!sources) return <PanelFailed title="Sources" />;
  return (
    <Panel>
      <PanelHead
        title={titleOf(sources)}
        sub={`How long ago each source last brought numbers · now ${moment(now, zone, now)}`}
      />
      {sources.length === 0 ? (
        <EmptyState>
          Nothing is set up yet. A job of links, a connected account or an ingest is a source.
        </EmptyState>
      ) : (
        <ul className="border-t">
          {sources.map((source) => (
            <li
              key={source.source}
              className="relative flex items-start gap-2.5 border-b px-3.5 py-2 last:border-b-0 hover:bg-hover md:px-4"
            >
              <span className="flex h-5 items-center">
                <Freshness level={LEVELS[source.state]} />
              </span>
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-x-2 font-strong">
                  <AppLink href={PLACES[source.kind]} className="after:absolute after:inset-0">
                    {nameOf(source)}
                  </AppLink>
                  {source.is_simulated && <Badge kind="simulated">Simulated</Badge>}
                </p>
                {source.state !== "fresh" && <p className="text-xs text-muted">{source.reason}</p>}
              </div>
              <span className="flex-none text-xs/5 text-ink-2">
                {source.measured_at ? (
                  <Hint tip={exactMoment(source.measured_at, zone)} className="relative">
                    {`${ageWords(source.measured_at, now)} ago`}
                  </Hint>
                ) : (
                  "not yet"
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function titleOf(sources: SourceFreshness[]) {
  const lost = sources.filter(({ state }) => state === "stale" || state === "cut_off").length;
  if (sources.length === 0) return "Sources";
  const many = counted(sources.length, "source");
  return lost === 0 ? `${many}, none behind` : `${lost} of ${many} behind`;
}

function nameOf({ source, accounts }: SourceFreshness) {
  if (source === "apify") return "Apify, reels";
  if (source === "links") return "Links of jobs";
  const platform = PLATFORM_IDS.find((each) => each === source);
  return `${platform ? PLATFORM_NAMES[platform] : source}, ${counted(accounts, "account")}`;
}
