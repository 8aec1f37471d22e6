import type { RunSoFar } from "@/components/accounts/run-api";
import { counted, exactCount } from "@/lib/format/count";
import { roughly } from "@/lib/format/duration";

/** How far an account's refresh is, or what it came to. */
export function runWords(run: RunSoFar, now: Date): string {
  const { status, planned, measured, gone, failed, found, waits_until } = run;
  const done = measured + gone + failed;
  if (status !== "running") {
    return [
      status === "completed"
        ? `${exactCount(measured)} measured`
        : `Stopped, ${exactCount(measured)} measured`,
      found > 0 && counted(found, "new post"),
      gone > 0 && `${exactCount(gone)} gone`,
      failed > 0 && `${exactCount(failed)} failed`,
    ]
      .filter(Boolean)
      .join(" · ");
  }
  if (waits_until !== null) {
    const seconds = (Date.parse(waits_until) - now.getTime()) / 1000;
    if (seconds > 0) return `Waits for the platform, ${roughly(seconds)}`;
  }
  if (planned === 0) return "Looking for its posts";
  return `${exactCount(done)} of ${counted(planned, "post")}`;
}
