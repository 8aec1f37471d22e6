import { expect, it } from "vitest";
import { runWords } from "@/components/accounts/run-words";

const NOW = new Date("2026-11-21T12:00:00Z");
const RUN = {
  status: "running",
  planned: 0,
  measured: 0,
  gone: 0,
  failed: 0,
  found: 0,
  waits_until: null,
};

it.each([
  [{}, "Looking for its posts"],
  [{ planned: 30, measured: 10, gone: 1, failed: 1 }, "12 of 30 posts"],
  [{ planned: 30, waits_until: "2026-11-21T12:00:40Z" }, "Waits for the platform, about 40 s"],
  [{ planned: 1, measured: 1, waits_until: "2026-11-21T11:59:00Z" }, "1 of 1 post"],
  [{ status: "completed", planned: 30, measured: 30 }, "30 measured"],
  [
    { status: "completed", planned: 30, measured: 27, gone: 1, failed: 2, found: 1 },
    "27 measured · 1 new post · 1 gone · 2 failed",
  ],
  [{ status: "cancelled", planned: 30, measured: 4 }, "Stopped, 4 measured"],
])("%j is said as: %s", (run, words) => {
  expect(runWords({ ...RUN, ...run }, NOW)).toBe(words);
});
