import { z } from "zod";

const change = z.object({ from: z.unknown().optional(), to: z.unknown().optional() });

const FIELD_NAMES: Record<string, string> = {
  rate_basis: "engagement rate",
  is_on: "switched on",
  is_scheduled: "runs by itself",
  actor: "Apify actor",
  max_items: "items at most",
  by_email: "told by e-mail",
  by_webhook: "told to webhooks",
  condition: "what it watches for",
};

/** Fields that differ, as words: "name from Harbour to Pier, input set to (results limit: 200)". */
export function fieldChanges(detail: Record<string, unknown>): string {
  const told = Object.entries(detail).flatMap(([field, value]) => {
    const read = change.safeParse(value);
    if (!read.success) return [];
    const { from, to } = read.data;
    const name = FIELD_NAMES[field] ?? field.replaceAll("_", " ");
    const before = from === undefined ? "set" : `from ${shown(from)}`;
    return [`${name} ${before} to ${shown(to)}`];
  });
  return told.join(", ") || "no field that is shown";
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (value === true) return "yes";
  if (value === false) return "no";
  if (Array.isArray(value)) return value.length > 0 ? value.map(shown).join(" and ") : "nothing";
  if (typeof value !== "object") return String(value);
  const parts = Object.entries(value).map(([key, each]) => `${keyWords(key)}: ${shown(each)}`);
  return parts.length > 0 ? `(${parts.join(", ")})` : "nothing";
}

/** "results limit" of resultsLimit, "window days" of window_days. */
function keyWords(key: string) {
  return key
    .replaceAll("_", " ")
    .replace(/[a-z](?=[A-Z])/g, "$& ")
    .toLowerCase();
}
