import { expect, it } from "vitest";
import { z } from "zod";
import { period, refusePeriod } from "@/lib/answers/parameters";

const read = z.object(period).superRefine(refusePeriod);

it.each([
  ["2026-11-18", "2026-11-18T00:00:00.000Z"],
  ["2026-11-18T14:05:00+02:00", "2026-11-18T12:05:00.000Z"],
  ["0001-01-01", "0001-01-01T00:00:00.000Z"],
])("reads %s as %s", (since, moment) => {
  expect(read.parse({ since })).toEqual({ since: moment });
});

it.each([
  ["yesterday"],
  ["2026-02-30"],
  ["2026-11-18 14:05"],
  // Years that are not written with four digits, of which the database knows none.
  ["0000-12-31"],
  ["9999-12-31T23:59:59-14:00"],
])("refuses %s with a sentence", (since) => {
  const [issue] = read.safeParse({ since }).error?.issues ?? [];
  expect(issue?.message).toContain(`found ${since}, expected a time such as`);
});
