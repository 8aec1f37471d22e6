const DAY_MS = 86_400_000;

/** Calendar days from one to the other, both counted. */
export function daysBetween(from: string, until: string) {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS) + 1;
}

/** The day so many days later, as a calendar counts. */
export function dayAfter(day: string, days = 1) {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
