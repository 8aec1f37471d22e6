import { describe, expect, it } from "vitest";
import { retryDelaySeconds } from "./retry-delay";

describe("retryDelaySeconds", () => {
  it.each([
    [0, 0, 1],
    [0, 1, 2],
    [3, 0, 8],
    [3, 1, 16],
    [40, 1, 300],
  ])("after %i attempts with jitter %f waits %f s", (attempts, random, seconds) => {
    expect(retryDelaySeconds(attempts, random)).toBe(seconds);
  });
});
