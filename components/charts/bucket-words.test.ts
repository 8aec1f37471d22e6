import { expect, it } from "vitest";
import {
  bucketName,
  bucketTable,
  bucketText,
  bucketTicks,
  bucketTip,
} from "@/components/charts/bucket-words";

const bucket = (at: string) => ({ at, posts: 2, people: 1, partial: false });

it.each([
  ["hour", "2026-11-21T22:30:00Z", "Asia/Kolkata", "22 Nov 2026, 04:00 – 05:00"],
  ["hour", "2026-11-21T23:00:00Z", "UTC", "21 Nov 2026, 23:00 – 00:00"],
  ["day", "2026-11-20T23:00:00Z", "Europe/Berlin", "21 Nov 2026"],
  ["week", "2026-11-16T00:00:00Z", "UTC", "Week of 16 Nov 2026"],
  ["month", "2026-11-01T00:00:00Z", "UTC", "Nov 2026"],
] as const)("a %s at %s in %s is named %s", (unit, at, zone, name) => {
  expect(bucketName(at, unit, zone)).toBe(name);
});

it("reads a bar out with both counts, and none for people where there is no post", () => {
  expect(bucketText(bucket("2026-11-21T00:00:00Z"), "day", "UTC")).toBe(
    "21 Nov 2026: 2 posts by 1 person.",
  );
  const none = { ...bucket("2026-11-21T00:00:00Z"), posts: 0, people: 0, partial: true };
  expect(bucketText(none, "day", "UTC")).toMatch(/: 0 posts\. Not the whole of it/);
});

it("labels hours where days begin with the day, and few enough", () => {
  const hours = Array.from({ length: 24 }, (_, at) =>
    bucket(new Date(Date.UTC(2026, 10, 20, 16 + at)).toISOString()),
  );
  const labels = bucketTicks(hours, "hour", "UTC", 5).map(({ label }) => label);
  expect(labels).toEqual(["18:00", "21 Nov", "06:00", "12:00"]);
});

it("does not know how many people there were where no author is known: that is not 0", () => {
  const unknown = { ...bucket("2026-11-21T00:00:00Z"), people: 0 };
  expect(bucketText(unknown, "day", "UTC")).toBe("21 Nov 2026: 2 posts.");
  expect(bucketTip(unknown, "day", "UTC").rows[1]?.value).toBe("—");
  const none = { ...unknown, posts: 0 };
  const people = bucketTable([unknown, none], "day", "UTC").rows.map((row) => row[3]);
  expect(people).toEqual([null, "0"]);
});
