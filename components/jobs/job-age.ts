const DAY_MS = 86_400_000;
/** 1 January 1970, day 0, was a Thursday. */
const WEEKDAY_OF_DAY_0 = 4;

export type JobAge = "Today" | "This week" | "Older";

/** Which group of the list a moment falls into, by the days of a time zone. A week begins on Sunday. */
export function jobAge(at: string, zone: string, now: Date): JobAge {
  const [day, today] = [dayNumber(new Date(at), zone), dayNumber(now, zone)];
  if (day >= today) return "Today";
  return day >= today - ((today + WEEKDAY_OF_DAY_0) % 7) ? "This week" : "Older";
}

/** Neighbouring items of one age together, in their order. */
export function groupByAge<T extends { created_at: string }>(items: T[], zone: string, now: Date) {
  const groups: { age: JobAge; items: T[] }[] = [];
  for (const item of items) {
    const age = jobAge(item.created_at, zone, now);
    const last = groups.at(-1);
    if (last?.age === age) last.items.push(item);
    else groups.push({ age, items: [item] });
  }
  return groups;
}

function dayNumber(at: Date, timeZone: string) {
  // sv-SE writes ISO 8601 days.
  return Math.floor(Date.parse(at.toLocaleDateString("sv-SE", { timeZone })) / DAY_MS);
}
