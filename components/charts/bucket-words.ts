import type { ChartTableData } from "@/components/charts/chart-table-data";
import type { TipContent } from "@/components/charts/chart-tip";
import type { Tick } from "@/components/charts/ticks";
import { shortDay, wallClock } from "@/components/charts/zone-clock";
import { counted, exactCount } from "@/lib/format/count";
import { calendarDay } from "@/lib/format/time";

export type BucketUnit = "hour" | "day" | "week" | "month";

/** What was counted from `at` for one unit of time. */
export type CountBucket = {
  at: string;
  posts: number;
  people: number;
  /** Cut by the ends of the period, or still running. */
  partial: boolean;
};

const MONTH = /^\d+ /;

/** "14:00 – 15:00, 21 Nov 2026", "21 Nov 2026", "week of 16 Nov 2026", "Nov 2026". */
export function bucketName(at: string, unit: BucketUnit, zone: string): string {
  const day = calendarDay(at, zone);
  if (unit === "day") return day;
  if (unit === "week") return `Week of ${day}`;
  if (unit === "month") return day.replace(MONTH, "");
  const { hour, minute } = wallClock(Date.parse(at), zone);
  const clock = (hours: number) =>
    `${String(hours % 24).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return `${day}, ${clock(hour)} – ${clock(hour + 1)}`;
}

/** Labels below some of the bars, at most about `most`; whole days and months where they begin. */
export function bucketTicks(
  buckets: readonly CountBucket[],
  unit: BucketUnit,
  zone: string,
  most: number,
): Tick[] {
  const steps = { hour: [1, 2, 3, 6, 12, 24], day: [1, 2, 7, 14, 28], week: [1, 2, 4, 8, 13, 26] };
  const known = unit === "month" ? [1, 2, 3, 6, 12, 24] : steps[unit];
  const step = known.find((each) => buckets.length / each <= most) ?? (known.at(-1) ?? 1) * 4;
  return buckets.flatMap(({ at }, index) => {
    const when = wallClock(Date.parse(at), zone);
    const place = unit === "hour" ? when.hour : unit === "month" ? when.month - 1 : index;
    if (place % step !== 0) return [];
    return [{ value: index + 0.5, label: tickLabel(at, unit, zone, when) }];
  });
}

function tickLabel(
  at: string,
  unit: BucketUnit,
  zone: string,
  { month, year, hour, minute }: ReturnType<typeof wallClock>,
): string {
  const day = shortDay(at, zone);
  if (unit === "month") return month === 1 ? String(year) : day.replace(MONTH, "");
  if (unit !== "hour" || hour === 0) return day;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** One bar in a sentence, as it is read out. */
export function bucketText(bucket: CountBucket, unit: BucketUnit, zone: string): string {
  const { at, posts, people, partial } = bucket;
  const by = people > 0 ? ` by ${counted(people, "person", "people")}` : "";
  return `${bucketName(at, unit, zone)}: ${counted(posts, "post")}${by}.${partial ? ` ${PARTIAL}` : ""}`;
}

export function bucketTip(bucket: CountBucket, unit: BucketUnit, zone: string): TipContent {
  const { at, posts, people, partial } = bucket;
  return {
    title: bucketName(at, unit, zone),
    rows: [
      { label: "Posts", value: exactCount(posts) },
      { label: "People", value: isUnknown(bucket) ? "—" : exactCount(people) },
    ],
    note: [partial && PARTIAL, isUnknown(bucket) && UNKNOWN].filter(Boolean).join(" ") || undefined,
  };
}

/** Each post has an author: people of posts are never none. */
const isUnknown = ({ posts, people }: CountBucket) => posts > 0 && people === 0;

const UNKNOWN = "The author of none of them is known.";
const PARTIAL = "Not the whole of it: still running, or cut by the period.";

export function bucketTable(
  buckets: readonly CountBucket[],
  unit: BucketUnit,
  zone: string,
): ChartTableData {
  return {
    columns: [
      { key: "at", header: "From", type: "datetime", exportOnly: true },
      { key: "time", header: "Time", type: "text" },
      { key: "posts", header: "Posts", type: "count" },
      { key: "people", header: "People", type: "count", missing: UNKNOWN },
      { key: "note", header: "Note", type: "text" },
    ],
    rows: buckets.map((bucket) => [
      bucket.at,
      bucketName(bucket.at, unit, zone),
      String(bucket.posts),
      isUnknown(bucket) ? null : String(bucket.people),
      bucket.partial ? PARTIAL : null,
    ]),
  };
}
