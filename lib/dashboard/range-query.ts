import { z } from "zod";
import { COMPARISONS, RANGES } from "@/lib/dashboard/range";
import { daysBetween } from "@/lib/format/days";
import { withoutBlanks } from "@/lib/search";

const MOST_DAYS = 366;
const DAY = "expected a day like 2026-11-18";
const day = z.iso.date(DAY).refine((text) => text > "1900" && text < "2200", DAY);

export const rangeQuery = z
  .object({
    range: z.enum(RANGES, `expected ${RANGES.join(", ")}`).optional(),
    from: day.optional(),
    until: day.optional(),
    compare: z.enum(COMPARISONS, `expected ${COMPARISONS.join(", ")}`).default("previous"),
  })
  .superRefine(({ from, until, range }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if ((from === undefined) !== (until === undefined)) {
      refuse(from === undefined ? "until" : "from", "expected `from` and `until` together");
    } else if (from !== undefined && until !== undefined) {
      if (range !== undefined) refuse("range", "expected `range`, or `from` and `until`");
      else if (from > until) refuse("until", "expected a day that is not before `from`");
      else if (daysBetween(from, until) > MOST_DAYS)
        refuse("from", `expected at most ${MOST_DAYS} days`);
    }
  });
export type RangeQuery = z.output<typeof rangeQuery>;

/** What an address asks for. What makes no sense is said in a sentence, and the default stands in for it. */
export function readRange(search: Record<string, string | string[] | undefined>) {
  const given = withoutBlanks(search);
  const read = rangeQuery.safeParse(given);
  if (read.success) return { query: read.data, problem: null };
  const [issue] = read.error.issues;
  const name = String(issue?.path[0]);
  const compare = rangeQuery.safeParse({ compare: given.compare });
  const query = compare.success ? compare.data : rangeQuery.parse({});
  const found = given[name] === undefined ? "" : ` found “${String(given[name]).slice(0, 40)}”,`;
  return { query, problem: `The address names no period: in “${name}”${found} ${issue?.message}.` };
}
