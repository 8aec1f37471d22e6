import { Hint } from "@/components/ui/hint";
import { PlatformMark } from "@/components/ui/platform-mark";
import type { InboxItem } from "@/lib/alerts/incident";
import { exactMoment, moment } from "@/lib/format/time";

/** When and where it was measured, by which rule, and whether it is over. */
export function MessageMeta({ item, zone, now }: { item: InboxItem; zone: string; now: Date }) {
  const { measured_at, source, source_name, opened_at, closed_at, platform, is_test } = item;
  // A post that reached a number does not cease to have reached it.
  const ends = item.kind === "source" || item.kind === "token" || item.subject === "workspace";
  const facts = [
    measured_at &&
      `measured ${moment(measured_at, zone, now)}${source ? `, ${source_name ?? source}` : ""}`,
    item.rule_name,
    ends && !is_test && closed_at && `over since ${moment(closed_at, zone, now)}`,
  ];
  return (
    <p className="mt-1 text-xs/[18px] text-muted wrap-anywhere">
      {platform && (
        <span className="mr-2">
          <PlatformMark platform={platform} />
        </span>
      )}
      <Hint tip={exactMoment(opened_at, zone)} className="relative">
        {moment(opened_at, zone, now)}
      </Hint>
      {facts
        .filter(Boolean)
        .map((fact) => ` · ${fact}`)
        .join("")}
    </p>
  );
}
