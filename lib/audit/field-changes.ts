import { z } from "zod";

const change = z.object({ from: z.unknown().optional(), to: z.unknown().optional() });

const FIELD_NAMES: Record<string, string> = {
  rate_basis: "engagement rate",
  is_on: "on",
};

/** Fields that differ, as words: "name from Harbour to Pier, time zone from UTC to Europe/Berlin". */
export function fieldChanges(detail: Record<string, unknown>): string {
  const told = Object.entries(detail).flatMap(([field, value]) => {
    const read = change.safeParse(value);
    if (!read.success) return [];
    const { from, to } = read.data;
    const name = FIELD_NAMES[field] ?? field.replaceAll("_", " ");
    return [
      from === undefined ? `${name} ${shown(to)}` : `${name} from ${shown(from)} to ${shown(to)}`,
    ];
  });
  return told.join(", ") || "no field that is shown";
}

function shown(value: unknown) {
  if (value === undefined || value === null) return "nothing";
  if (value === true) return "yes";
  if (value === false) return "no";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
