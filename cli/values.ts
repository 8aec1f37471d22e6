import { InvalidArgumentError } from "commander";

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

/** A moment of the calendar: 2026-11-21, or 2026-11-21T10:00:00Z. */
export function timeOption(text: string) {
  const isTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(
    text,
  );
  if (isTime && !Number.isNaN(Date.parse(text))) return new Date(text).toISOString();
  throw new InvalidArgumentError("Expected a day or a time, such as 2026-11-21T10:00:00Z.");
}
