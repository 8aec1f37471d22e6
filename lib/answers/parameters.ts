import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { storableMoment } from "@/lib/storable";

const given = z.union([z.string(), z.number()]);

/** A whole number between two bounds. What is beyond them is refused, not moved. */
export function whole(low: number, high: number) {
  return given.transform((value, context) => {
    const number = wholeNumber(value);
    if (number >= low && number <= high) return number;
    const bounds = high === Number.MAX_SAFE_INTEGER ? `${low} or more` : `${low} to ${high}`;
    context.addIssue(`found ${quoted(value)}, expected a whole number, ${bounds}.`);
    return z.NEVER;
  });
}

/** The same, or `all`, which is read as null. */
export function wholeOrAll(low: number, high: number) {
  return given.transform((value, context) => {
    if (value === "all") return null;
    const number = wholeNumber(value);
    if (number >= low && number <= high) return number;
    const bounds = `${low} to ${high}, or all`;
    context.addIssue(`found ${quoted(value)}, expected a whole number, ${bounds}.`);
    return z.NEVER;
  });
}

function wholeNumber(value: string | number) {
  const text = String(value).trim();
  return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** A share of one, such as 0.3. */
export const share = given.transform((value, context) => {
  const text = String(value).trim();
  const number = /^(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (number >= 0 && number <= 1) return number;
  context.addIssue(`found ${quoted(value)}, expected a number from 0 to 1, such as 0.3.`);
  return z.NEVER;
});

export function oneOf<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.enum(names, {
    error: ({ input }) => `found ${quoted(input)}, expected ${names.join(", ")}.`,
  });
}

export const platform = oneOf(PLATFORM_IDS).optional();

/** A time, or the beginning of a day in UTC. */
const moment = z.string().transform((text, context) => {
  const known = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).safeParse(text);
  const told = known.success ? storableMoment(Date.parse(known.data)) : null;
  if (told) return told;
  context.addIssue(
    `found ${quoted(text)}, expected a time such as 2026-11-18T14:05:00Z, or a day such as 2026-11-18.`,
  );
  return z.NEVER;
});

/** When a post was published: in the last days, or from one time until just before another. */
export const period = {
  days: whole(1, 3650).optional(),
  since: moment.optional(),
  until: moment.optional(),
};
type Period = { days?: number | undefined; since?: string | undefined; until?: string | undefined };

export function refusePeriod({ days, since, until }: Period, context: z.RefinementCtx) {
  if (days !== undefined && (since ?? until) !== undefined) {
    const message = `found ${days} beside since or until, expected days alone or these two.`;
    context.addIssue({ code: "custom", path: ["days"], message });
  }
  if (since !== undefined && until !== undefined && since >= until) {
    const message = `found ${until}, expected a time after since (${since}).`;
    context.addIssue({ code: "custom", path: ["until"], message });
  }
}

const DAY_MS = 86_400_000;

/** The period and platform as our SQL functions take them. */
export function asked({
  platform: on,
  days,
  since,
  until,
}: Period & { platform?: z.output<typeof platform> }) {
  const from = days === undefined ? since : new Date(Date.now() - days * DAY_MS).toISOString();
  return {
    ...(on !== undefined && { platform: on }),
    ...(from !== undefined && { since: from }),
    ...(until !== undefined && { until }),
  };
}

function quoted(value: unknown) {
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
