const UNITS_MS = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
};

const AGO = /^(\d+)\s*(minute|hour|day|week|month)s?$/i;

/** "2026-11-01", a whole ISO date, or "3 days" ago. Undefined when nothing is said, NaN when it cannot be read. */
export function sinceMs(text: string | null | undefined, nowMs: number): number | undefined {
  if (!text) return undefined;
  const [, count, unit = ""] = AGO.exec(text.trim()) ?? [];
  const unitMs = Object.entries(UNITS_MS).find(([name]) => name === unit.toLowerCase())?.[1];
  return unitMs ? nowMs - Number(count) * unitMs : Date.parse(text);
}
