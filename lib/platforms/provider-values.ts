import { z } from "zod";
import { exactJsonText } from "../http/exact-json.ts";
import { storableText } from "../storable.ts";

/** The largest value of a `bigint` column. */
const MAX_COUNT = 2n ** 63n - 1n;

/** A lifetime count as providers write it (text, number, or a bigint beyond 2^53), as decimal digits. */
export const count = z
  .union([z.string(), z.number().int(), z.bigint()])
  .transform(String)
  .refine(fitsColumn, "not a count of up to 64 bits");

/** Text that PostgreSQL can hold: what it cannot becomes U+FFFD. */
export const text = z.string().transform(storableText);

/** A moment, as ISO 8601 in UTC. Takes ISO 8601, and epoch seconds or milliseconds. */
export const moment = z
  .union([z.iso.datetime({ offset: true }), z.number().positive(), z.string().regex(/^\d{9,13}$/)])
  .transform((value, context) => {
    const read = new Date(
      typeof value === "string" && value.includes("T") ? value : epochMs(value),
    );
    const year = read.getUTCFullYear();
    if (year >= 1990 && year < 2200) return read.toISOString();
    context.addIssue({ code: "custom", message: "not a plausible time" });
    return z.NEVER;
  });

/** A web address to show a picture from. Anything else is no reason to lose the counts. */
export const pictureUrl = z
  .url({ protocol: /^https?$/ })
  .nullish()
  .catch(null);

/** Whole seconds that fit an `int` column. */
export const seconds = z.number().nonnegative().max(2_147_483_647).transform(Math.round);

/**
 * An item as the provider sent it, as JSON text. Only what PostgreSQL's jsonb refuses (an escaped NUL,
 * half a surrogate pair) becomes U+FFFD.
 */
export function payloadOf(item: unknown): string {
  const json = exactJsonText(item);
  if (!json.includes("\\u")) return json;
  return json.replaceAll(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g, (escaped) =>
    /^\\u(0000|d[89a-f])/.test(escaped) ? "\\ufffd" : escaped,
  );
}

/** Where an item did not look as documented, in one line. */
export function oddity(error: z.ZodError): string {
  const [first] = error.issues;
  return `${first?.path.join(".") ?? "item"}: ${first?.message ?? "not as documented"}`;
}

// Up to 18 digits always fit, which spares nearly every count the bigint.
function fitsColumn(digits: string) {
  if (!/^\d{1,19}$/.test(digits)) return false;
  return digits.length < 19 || BigInt(digits) <= MAX_COUNT;
}

// Seconds until the year 5138, milliseconds since 1973: no moment of ours is both.
function epochMs(value: string | number) {
  const number = Number(value);
  return number < 1e11 ? number * 1000 : number;
}
