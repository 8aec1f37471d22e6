import { Hint } from "@/components/ui/hint";
import { PlatformMark } from "@/components/ui/platform-mark";
import type { InboxItem } from "@/lib/alerts/incident";
import { exactMoment, moment } from "@/lib/format/time";

/** When and where it was measured, by which rule, and whether it is over. */
export function MessageMeta({ item, zone, now }: { item: InboxItem; zone: string; now: Date }) {
  const { measured_at, source, source_name, opened_at, closed_at, platform, is_test } = item;
  // A post that reached a number does not cease to have reached it.
  const ends = item.kind === "source" || item.kind === "token" || item.subject === "workspace";
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs/[18px] text-muted">
      {platform && <PlatformMark platform={platform} />}
      <Hint tip={exactMoment(opened_at, zone)} className="relative">
        {moment(opened_at, zone, now)}
      </Hint>
      {measured_at && (
        <span>
          {`· measured ${moment(measured_at, zone, now)}${source ? `, ${source_name ?? source}` : ""}`}
        </span>
      )}
      <span className="wrap-anywhere">{`· ${item.rule_name}`}</span>
      {ends && !is_test && closed_at && (
        <span>{`· over since ${moment(closed_at, zone, now)}`}</span>
      )}
    </p>
  );
}
