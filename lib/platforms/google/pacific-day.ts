const format = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" });

/** The day of a moment in YouTube's time zone, as 2026-11-01. */
export function pacificDay(ms: number): string {
  return format.format(ms);
}
