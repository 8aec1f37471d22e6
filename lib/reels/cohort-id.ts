import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";

/** Which formulas: a cohort's id must not promise an answer that newer ones would not give. */
const VERSION = "v1";

const text = z.string().min(1).max(200);

/** What an id holds of a filter; addresses are read by `lib/reels/schema.ts`. */
const cohortFilter = z.object({
  platform: z.enum(PLATFORM_IDS).optional(),
  author: text.optional(),
  hashtag: z
    .string()
    .regex(/^[\p{L}\p{M}\p{N}_]{1,200}$/u)
    .optional(),
  min_views: z.int().min(0).optional(),
  outliers_only: z.boolean().optional(),
  search: text.optional(),
  sample: z.boolean().optional(),
});
export type CohortFilter = z.output<typeof cohortFilter>;

export type Cohort = {
  days: 7 | 30 | 90;
  /** The end of its window, ISO 8601 to the microsecond. */
  endsAt: string;
  filter: CohortFilter;
};

const ID = /^v1-(7|30|90)d-(2\d{7}T\d{6}\.\d{6})Z(?:-([\w-]+))?$/;
const PARTS = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(?:Z|\+00:00)$/;

/** Window, end and filter as one word, which gives the same answer later. */
export function cohortId({ days, endsAt, filter }: Cohort) {
  const parts = PARTS.exec(endsAt);
  if (!parts) throw new Error(`Not a time in UTC: ${endsAt}`);
  const [, year, month, day, hour, minute, second, fraction = ""] = parts;
  const end = `${year}${month}${day}T${hour}${minute}${second}.${fraction.padEnd(6, "0")}Z`;
  const set = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (set.length === 0) return `${VERSION}-${days}d-${end}`;
  const words = Buffer.from(JSON.stringify(Object.fromEntries(set))).toString("base64url");
  return `${VERSION}-${days}d-${end}-${words}`;
}

/** Null when it is no id of ours. */
export function readCohortId(id: string): Cohort | null {
  const [, days, end, words] = ID.exec(id) ?? [];
  if (!days || !end) return null;
  const endsAt = `${end.slice(0, 4)}-${end.slice(4, 6)}-${end.slice(6, 8)}T${end.slice(9, 11)}:${end.slice(11, 13)}:${end.slice(13)}Z`;
  const filter = words === undefined ? {} : readFilter(words);
  if (!isTime(endsAt) || !filter) return null;
  // safe because the pattern has these three only
  return { days: Number(days) as Cohort["days"], endsAt, filter };
}

/** No 30 February, which JavaScript takes for one in March. */
function isTime(written: string) {
  const ms = Date.parse(written);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(written.slice(0, 19));
}

function readFilter(words: string) {
  try {
    return cohortFilter.safeParse(JSON.parse(Buffer.from(words, "base64url").toString())).data;
  } catch {
    return undefined;
  }
}
