import { payloadOf } from "@/lib/platforms/provider-values";

/** PostgreSQL reads JSON by recursion. No actor nests this deep. */
const DEEPEST = 200;

/** An item as JSON text. One that is nested beyond reading is kept as a text of itself. */
export function itemText(item: unknown): string {
  const text = payloadOf(item);
  return isDeeper(item, DEEPEST) ? JSON.stringify(text) : text;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
