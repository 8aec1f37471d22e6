import { whyNotCompared } from "@/components/dashboard/figure-words";
import { shareReason, sharesLine } from "@/components/dashboard/share-words";
import { TextLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { EmptyState } from "@/components/ui/empty-state";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Table, Td, Th } from "@/components/ui/table";
import type { PlatformShare, Totals } from "@/lib/dashboard/totals";
import { changeOf } from "@/lib/format/change";
import { percent } from "@/lib/format/rate";
import { calendarDay } from "@/lib/format/time";

/** What each platform brought of the views gained, beside the other days. */
export function SharePanel({ totals }: { totals: Totals }) {
  const { platforms, changes, before_from } = totals;
  return (
    <Panel className="flex flex-col">
      <PanelHead title="Share by platform" sub={sharesLine(totals)} />
      {platforms.length === 0 ? (
        <EmptyState>
          Nothing was measured in these days.{" "}
          <TextLink href="/accounts">Connect an account</TextLink> and it is measured by itself.
        </EmptyState>
      ) : (
        <Table label="Views gained by platform">
          <thead>
            <tr>
              <Th>Platform</Th>
              <Th numeric>Views</Th>
              <Th numeric>Share</Th>
              {before_from && <Th numeric>Change</Th>}
            </tr>
          </thead>
          <tbody>
            {platforms.map((each) => (
              <Line
                key={each.platform}
                share={each}
                whole={totals.whole_days}
                compared={before_from !== null}
              />
            ))}
          </tbody>
        </Table>
      )}
      {changes.length > 0 && (
        <PanelFooter className="mt-auto">
          {changes.map(({ day, definition, description }) => (
            <span key={definition} className="w-full">
              <b className="font-strong">Redefined on {calendarDay(day, "UTC")}.</b> {description}{" "}
              Before and after are not compared.
            </span>
          ))}
        </PanelFooter>
      )}
    </Panel>
  );
}

function Line({
  share,
  whole,
  compared,
}: {
  share: PlatformShare;
  whole: number;
  compared: boolean;
}) {
  const { platform, value, measured_days, compared: now, previous } = share;
  const why = whyNotCompared(share);
  return (
    <tr>
      <Td>
        <span className="inline-flex flex-wrap items-center gap-2">
          <PlatformMark platform={platform} withName />
          {value !== null && measured_days < whole && (
            <Badge kind="partial" tip={`Measured on ${measured_days} of ${whole} whole days.`}>
              Partial
            </Badge>
          )}
        </span>
      </Td>
      <Td numeric tone="strong">
        <Count value={value} reason={shareReason(share)} />
      </Td>
      <Td numeric tone="soft">
        {share.share === null ? <Missing reason={shareReason(share)} /> : percent(share.share, 1)}
      </Td>
      {compared && (
        <Td numeric>
          {previous === null || now === null ? (
            <Missing reason={`No comparison: ${why ?? "not measured"}.`} />
          ) : (
            <ShareChange now={now} then={previous} />
          )}
        </Td>
      )}
    </tr>
  );
}

const TONES = { up: "text-ok", down: "text-bad-text", flat: "text-ink-2" };

function ShareChange({ now, then }: { now: string; then: string }) {
  const change = changeOf(now, then);
  if (!change) return null;
  return (
    <Hint
      tip={change.from ?? "from 0"}
      className={`font-strong whitespace-nowrap ${TONES[change.tone]}`}
    >
      {change.size}
    </Hint>
  );
}
