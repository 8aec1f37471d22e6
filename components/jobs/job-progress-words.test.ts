import { describe, expect, it } from "vitest";
import { progressSegments, rowsInState } from "@/components/jobs/job-counts";
import { nextPollMs } from "@/components/jobs/next-poll";
import { paceWords } from "@/components/jobs/pace-words";
import { sampleJob } from "@/components/jobs/sample-job";

const NOW = new Date("2026-11-21T07:00:10Z");
const QUOTA = {
  platform: "youtube",
  reason: "quota",
  rows: 25,
  until: "2026-11-21T08:00:00Z",
} as const;
const waiting = { waiting_rows: 25, queued_rows: 0, waits: [QUOTA] };

describe("paceWords", () => {
  it.each([
    ["a running job", {}, ["35 rows/s", "less than 10 s left"]],
    ["one that also waits", waiting, ["35 rows/s", "less than 10 s left, then 25 rows at 09:00"]],
    ["one that only waits", { ...waiting, waiting_rows: 35, running_rows: 0 }, []],
    ["one that has just begun", { rows_per_second: 0 }, ["estimating"]],
    ["a queued one", { status: "queued" }, ["not started"]],
    [
      "an ended one",
      { status: "completed", finished_at: "2026-11-21T07:00:02.5Z", rows_per_second: 4.25 },
      ["took 2.5 s", "4.3 rows/s"],
    ],
  ] as const)("%s", (_, differences, words) => {
    const job = sampleJob({ ...differences, waits: "waits" in differences ? [QUOTA] : [] });
    expect(paceWords(job, "Europe/Berlin", NOW)).toEqual(words);
  });
});

describe("progressSegments", () => {
  it("let nothing wait in a job that was cancelled", () => {
    const states = progressSegments(sampleJob({ ...waiting, waits: [QUOTA], status: "cancelled" }));
    expect(states.find(({ state }) => state === "waiting")).toBeUndefined();
    expect(states.find(({ state }) => state === "queued")?.count).toBe(25);
  });

  it("add up to all rows", () => {
    const sum = progressSegments(sampleJob(waiting)).reduce((all, { count }) => all + count, 0);
    expect(sum).toBe(100);
  });

  it("name the quota only when nothing else is waited for", () => {
    const label = (job: Parameters<typeof sampleJob>[0]) =>
      progressSegments(sampleJob(job)).find(({ state }) => state === "waiting")?.label;
    expect(label({ waits: [QUOTA] })).toBe("Waiting for quota");
    expect(label({ waits: [QUOTA, { ...QUOTA, reason: "rate_limited" }] })).toBeUndefined();
  });
});

describe("rowsInState", () => {
  it.each([
    [undefined, 100],
    ["succeeded", 60],
    ["failed", 5],
    ["open", 35],
    ["queued", 25],
  ] as const)("%s: %d", (state, rows) => {
    expect(rowsInState(sampleJob(), state)).toBe(rows);
  });
});

describe("nextPollMs", () => {
  it("asks every second while rows move", () => {
    expect(nextPollMs(sampleJob(), sampleJob({ succeeded_rows: 61 }), 5_000)).toBe(1_000);
  });

  it("backs off to five seconds while nothing does", () => {
    let wait = 1_000;
    for (let asked = 0; asked < 10; asked += 1) {
      wait = nextPollMs(sampleJob(), sampleJob(), wait) ?? 0;
    }
    expect(wait).toBe(5_000);
  });

  it("asks no more once the job has ended", () => {
    expect(nextPollMs(sampleJob(), sampleJob({ status: "cancelled" }), 1_000)).toBeNull();
  });
});
