import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { JobProgress } from "@/lib/jobs/job-progress";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

const SOON_MS = 60_000;

/** When something goes on: "in a few seconds", "at 09:00", "on 22 Nov, 09:00". */
export function goesOn(until: string | null, zone: string, now: Date): string {
  if (until === null || Date.parse(until) - now.getTime() < SOON_MS) return "in a few seconds";
  const text = moment(until, zone, now);
  return `${text.includes(" ") ? "on" : "at"} ${text}`;
}

/** Why rows wait, how many, and when they go on. */
export function waitSentence(
  { platform, reason, rows, until }: JobProgress["waits"][number],
  zone: string,
  now: Date,
): string {
  const name = PLATFORM_NAMES[platform];
  const [wait, itself] =
    rows === 1 ? ["waits and goes on", "by itself"] : ["wait and go on", "by themselves"];
  const rest = `${counted(rows, "row")} ${wait} ${itself} ${goesOn(until, zone, now)}`;
  switch (reason) {
    case "quota":
      return `${name}’s daily quota is spent. ${rest}; nothing failed because of it.`;
    case "rate_limited":
      return `${name} asked us to slow down. ${rest}; nothing failed because of it.`;
    case "provider_error":
      return `${name} answers with errors at the moment. ${rest}.`;
    default:
      return `${name} is collecting the numbers. ${rest}.`;
  }
}
