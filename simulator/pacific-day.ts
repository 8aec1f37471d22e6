const format = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" });

/** The day (2026-11-01) in which YouTube counts quota at a moment: it begins at midnight Pacific time. */
export function pacificDay(atMs: number): string {
  return format.format(atMs);
}
