import type { ChartTableData } from "@/components/charts/chart-table-data";
import type { TipContent } from "@/components/charts/chart-tip";
import { exactCount } from "@/lib/format/count";
import { calendarDay } from "@/lib/format/time";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";

export type PlatformDay = {
  day: string;
  /** Null where nothing was measured: never 0. */
  views: string | null;
  partial: boolean;
  platforms: Partial<Record<PlatformId, string>>;
};

export const PLATFORM_INKS: Record<PlatformId, string> = {
  tiktok: "var(--chart-1)",
  instagram: "var(--chart-2)",
  youtube: "var(--chart-3)",
  facebook: "var(--chart-4)",
  linkedin: "var(--chart-5)",
};
// Each keeps its place in every bar.
const ORDER = ["tiktok", "instagram", "youtube", "facebook", "linkedin"] as const;

/** The platforms that brought anything, in their order. */
export function shownPlatforms(days: readonly PlatformDay[]): PlatformId[] {
  return ORDER.filter((platform) => days.some(({ platforms }) => platforms[platform]));
}

export type Stacked = { platform: PlatformId; from: number; to: number };

/** The parts of a bar: gains upwards from zero, falls downwards. */
export function stackOf({ platforms }: PlatformDay): Stacked[] {
  let [up, down] = [0, 0];
  return ORDER.flatMap((platform) => {
    const value = Number(platforms[platform] ?? 0);
    if (value === 0) return [];
    const from = value > 0 ? up : down;
    const to = from + value;
    if (value > 0) up = to;
    else down = to;
    return [{ platform, from, to }];
  });
}

export function platformTable(days: readonly PlatformDay[]): ChartTableData {
  const platforms = shownPlatforms(days);
  return {
    columns: [
      { key: "day", header: "Day", type: "text" },
      { key: "views", header: "Views gained", type: "count" },
      ...platforms.map((key) => ({
        key,
        header: PLATFORM_NAMES[key],
        type: "count" as const,
        missing: "Nothing of it was measured that day.",
      })),
      { key: "note", header: "Note", type: "text" },
    ],
    rows: days.map((day) => [
      day.day,
      day.views,
      ...platforms.map((each) => day.platforms[each] ?? null),
      noteOf(day),
    ]),
  };
}

export function platformTip(day: PlatformDay, platforms: PlatformId[]): TipContent {
  return {
    title: calendarDay(day.day, "UTC"),
    rows: [
      { label: "Views gained", value: amount(day.views) },
      ...platforms.map((each) => ({
        label: PLATFORM_NAMES[each],
        value: amount(day.platforms[each] ?? null),
      })),
    ],
    note: noteOf(day) ?? undefined,
  };
}

/** One day in a sentence, as it is read out. */
export function platformDayText(day: PlatformDay, platforms: PlatformId[]): string {
  const parts = platforms.flatMap((each) => {
    const value = day.platforms[each];
    return value ? `${PLATFORM_NAMES[each]} ${exactCount(value)}` : [];
  });
  const views = day.views === null ? "not measured" : `${exactCount(day.views)} views gained`;
  const note = day.partial ? " Still running." : "";
  return `${calendarDay(day.day, "UTC")}: ${[views, ...parts].join(", ")}.${note}`;
}

const amount = (value: string | null) => (value === null ? "—" : exactCount(value));

function noteOf({ partial, views }: PlatformDay): string | null {
  const said = [partial && "Still running.", views === null && "Not measured: unknown, not 0."];
  return said.filter(Boolean).join(" ") || null;
}
