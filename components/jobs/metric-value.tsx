import { absenceSentence } from "@/components/metrics/absence";
import { Count } from "@/components/ui/count";
import { Hint } from "@/components/ui/hint";
import { signed } from "@/lib/format/change";
import { exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { ResultRow } from "@/lib/jobs/result-row";

const COMPARED = {
  views: "previous_views",
  likes: "previous_likes",
  comments: "previous_comments",
} as const;

/** A count of a measured row, under it how much it grew since the run before. */
export function MetricValue({
  row,
  metric,
  zone,
  now,
}: {
  row: ResultRow;
  metric: "views" | "likes" | "comments" | "shares" | "saves";
  zone: string;
  now: Date;
}) {
  const value = row[metric];
  if (value === null) {
    return (
      <Count value={null} reason={absenceSentence(metric, row.absent?.[metric], row.platform)} />
    );
  }
  const before = metric === "shares" || metric === "saves" ? null : row[COMPARED[metric]];
  if (before === null || row.previous_measured_at === null) return <Count value={value} />;
  const growth = (BigInt(value) - BigInt(before)).toString();
  const since = moment(row.previous_measured_at, zone, now);
  const tip = `${signed(growth, exactCount)} since ${since}, from ${exactCount(before)}`;
  return (
    <span className="inline-flex flex-col items-end leading-[18px]">
      <Count value={value} />
      <Hint tip={tip} className="text-2xs/[14px] font-normal text-muted">
        {signed(growth)}
      </Hint>
    </span>
  );
}
