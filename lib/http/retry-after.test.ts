import { describe, expect, it } from "vitest";
import { retryAfterSeconds } from "./retry-after.ts";

const NOW_MS = Date.parse("2026-11-01T10:00:00Z");

describe("retryAfterSeconds", () => {
  it.each<[Record<string, string>, number | null]>([
    [{ "retry-after": "120" }, 120],
    [{ "retry-after": " 0 " }, 0],
    [{ "retry-after": "Sun, 01 Nov 2026 10:00:30 GMT" }, 30],
    [{ "retry-after": "Sun, 01 Nov 2026 09:00:00 GMT" }, 0],
    [{ "retry-after": "Sun, 01 Nov 2026 10:00:30 GMT", date: "Sun, 01 Nov 2026 10:00:10 GMT" }, 20],
    [{ "retry-after": "soon" }, null],
    [{}, null],
  ])("%o → %s s", (headers, seconds) => {
    expect(retryAfterSeconds(new Headers(headers), NOW_MS)).toBe(seconds);
  });
});
