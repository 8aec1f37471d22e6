/** Seconds that a service asked us to wait, from `Retry-After` as seconds or as a date; null when absent or odd. */
export function retryAfterSeconds(headers: Headers, nowMs = Date.now()): number | null {
  const text = headers.get("retry-after")?.trim();
  if (!text) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const untilMs = Date.parse(text);
  if (Number.isNaN(untilMs)) return null;
  // The service's own clock, where it tells: ours may be off.
  const serviceMs = Date.parse(headers.get("date") ?? "");
  const fromMs = Number.isNaN(serviceMs) ? nowMs : serviceMs;
  return Math.max(0, Math.ceil((untilMs - fromMs) / 1000));
}
