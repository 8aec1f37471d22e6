import { InvalidArgumentError } from "commander";
import { z } from "zod";

/** A whole number within bounds, or a sentence. */
export function wholeOption(least: number, most: number) {
  return (text: string) => {
    const value = Number(text);
    if (/^-?\d+$/.test(text) && value >= least && value <= most) return value;
    const bounds =
      most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`Expected a whole number ${bounds}.`);
  };
}

/** A share from 0 to 1: 0.1, or 10%. */
export function shareOption(text: string) {
  const [, number = "", sign] = /^(\d*\.?\d+)(%?)$/.exec(text) ?? [];
  const value = Number(number) / (sign ? 100 : 1);
  if (number !== "" && value <= 1) return value;
  throw new InvalidArgumentError("Expected a share from 0 to 1, such as 0.1.");
}

const time = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** A moment of the calendar: 2026-11-21, or 2026-11-21T10:00:00Z. */
export function timeOption(text: string) {
  const read = time.safeParse(text);
  if (read.success) return new Date(read.data).toISOString();
  throw new InvalidArgumentError("Expected a day or a time, such as 2026-11-21T10:00:00Z.");
}
