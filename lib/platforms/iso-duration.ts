const PARTS = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const PART_SECONDS = [604_800, 86_400, 3600, 60, 1];

/** `PT1M5S` as 65 seconds; null when it is no ISO 8601 duration of weeks to seconds. */
export function isoDurationSeconds(text: string): number | null {
  const found = PARTS.exec(text);
  if (!found || /[PT]$/.test(text)) return null;
  return PART_SECONDS.reduce((sum, size, at) => sum + size * Number(found[at + 1] ?? 0), 0);
}
