const HOUR_SECONDS = 3_600;

/** How long ago, as coarse as it matters: "12 min", "4 h", "3 days". */
export function ageWords(at: string, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(at)) / 1_000);
  if (seconds < HOUR_SECONDS) return `${Math.max(1, Math.floor(seconds / 60))} min`;
  if (seconds < 48 * HOUR_SECONDS) return `${Math.floor(seconds / HOUR_SECONDS)} h`;
  return `${Math.floor(seconds / (24 * HOUR_SECONDS))} days`;
}
