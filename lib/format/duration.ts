/** A time to wait, as coarse as it is sure: "less than 10 s", "about 40 s", "about 12 min", "about 3 h". */
export function roughly(seconds: number): string {
  if (seconds < 10) return "less than 10 s";
  if (seconds < 55) return `about ${Math.round(seconds / 10) * 10} s`;
  if (seconds < 5_400) return `about ${Math.max(1, Math.round(seconds / 60))} min`;
  if (seconds < 129_600) return `about ${Math.round(seconds / 3_600)} h`;
  return `about ${Math.round(seconds / 86_400)} days`;
}

/** How long something took: "0.4 s", "38 s", "2 min 5 s", "1 h 12 min". */
export function took(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor(seconds / 60) % 60} min`;
}
