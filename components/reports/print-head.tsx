import { dayRangeText } from "@/components/posts/trend-words";
import { exactMoment } from "@/lib/format/time";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";

/** What stands above the report on paper, where no page is around it. */
export function PrintHead({
  workspace,
  days: { from, until },
  platform,
  zone,
  asOf,
  madeUp,
}: {
  workspace: string;
  days: { from: string; until: string };
  platform: PlatformId | undefined;
  zone: string;
  asOf: string | Date;
  /** "Sample", "Simulated", or null when no number in it is. */
  madeUp: string | null;
}) {
  const facts = [
    ["Workspace", workspace],
    ["Period", `${dayRangeText(from, until)}, days in ${zone}`],
    ["Platforms", platform ? PLATFORM_NAMES[platform] : "All"],
    ["As of", exactMoment(asOf, zone)],
    ...(madeUp ? [["Origin", madeUp] as const] : []),
  ] as const;
  return (
    <div data-print-head="" className="hidden border-b pb-3 print:block">
      <p className="text-xl font-semibold">{`Report of ${workspace}`}</p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 text-xs">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
