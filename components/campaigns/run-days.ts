import type { Campaign } from "@/lib/campaigns/answers";
import { calendarDay } from "@/lib/format/time";

/** When it runs, as somebody said; null when nobody did. */
export function runsText({ starts_on, ends_on }: Pick<Campaign, "starts_on" | "ends_on">) {
  // Days of the calendar, whatever the zone.
  const day = (text: string) => calendarDay(text, "UTC");
  if (starts_on && ends_on) return `${day(starts_on)} – ${day(ends_on)}`;
  if (starts_on) return `from ${day(starts_on)}`;
  return ends_on ? `until ${day(ends_on)}` : null;
}
