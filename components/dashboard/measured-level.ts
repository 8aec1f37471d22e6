const DAY_MS = 86_400_000;

/** How current a number of many posts is: what a day brings is fresh, as its newest measurement tells. */
export function measuredLevel(newest: string, now: Date) {
  const age = now.getTime() - new Date(newest).getTime();
  return age < DAY_MS ? "fresh" : age < 2 * DAY_MS ? "ageing" : "stale";
}
