/** How a run goes: its state and its items at any moment follow from these. */
export type Course = {
  startedMs: number;
  seconds: number;
  /** 0: as long as it takes. */
  timeoutSeconds: number;
  endsAs: "SUCCEEDED" | "FAILED" | "TIMED-OUT" | "ABORTED";
  abortedMs: number | null;
  /** Items, if it succeeds. */
  planned: number;
};

export type RunStatus = Course["endsAs"] | "READY" | "RUNNING" | "ABORTING";

/** The share of its time that a run waits for its turn. */
const READY = 0.25;

export function endOf(course: Course): { atMs: number; as: Course["endsAs"] } {
  const { startedMs, seconds, timeoutSeconds, endsAs, abortedMs } = course;
  const late = timeoutSeconds > 0 && timeoutSeconds < seconds;
  const natural = {
    atMs: startedMs + 1000 * (late ? timeoutSeconds : seconds),
    as: late ? ("TIMED-OUT" as const) : endsAs,
  };
  if (abortedMs === null || abortedMs >= natural.atMs) return natural;
  return { atMs: Math.min(natural.atMs, abortedMs + Math.min(1000, seconds * 125)), as: "ABORTED" };
}

export function statusOf(course: Course, nowMs: number): RunStatus {
  const end = endOf(course);
  if (nowMs >= end.atMs) return end.as;
  if (course.abortedMs !== null) return "ABORTING";
  return nowMs - course.startedMs < course.seconds * 1000 * READY ? "READY" : "RUNNING";
}

/** How many items a run has written by a moment. One that does not succeed gets half-way. */
export function itemsBy(course: Course, nowMs: number): number {
  const { startedMs, seconds, endsAs, planned, abortedMs } = course;
  const goal = endsAs === "SUCCEEDED" ? planned : Math.floor(planned / 2);
  const until = Math.min(nowMs, endOf(course).atMs, abortedMs ?? Number.POSITIVE_INFINITY);
  const passed = seconds > 0 ? (until - startedMs) / 1000 / seconds : 1;
  return Math.floor(goal * Math.min(1, Math.max(0, (passed - READY) / (1 - READY))));
}

/** When the item at a place was written. */
export function writtenMs({ startedMs, seconds, planned }: Course, index: number): number {
  const share = READY + ((1 - READY) * (index + 1)) / Math.max(1, planned);
  return Math.floor(startedMs + seconds * 1000 * Math.min(1, share));
}
