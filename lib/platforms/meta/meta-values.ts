import { z } from "zod";
import { moment } from "../provider-values.ts";

/** Meta writes `2026-11-01T10:00:00+0000`: an offset without its colon. */
export const metaMoment = z.preprocess(
  (written) =>
    typeof written === "string" ? written.replace(/([+-]\d{2})(\d{2})$/, "$1:$2") : written,
  moment,
);

/** The same value without `paging`: its links carry the token. */
export function withoutPaging(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPaging);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name !== "paging");
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutPaging(inner)]));
}
