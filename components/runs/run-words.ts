import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { ListedRun } from "@/lib/refresh/queries";

const FULL_SLOT_HOURS = 6;

/** Why a run came about: "On schedule, slot 12:00", "An account, asked for by you". */
export function causeOf(
  { trigger, slot, requested_by }: Pick<ListedRun, "trigger" | "slot" | "requested_by">,
  { zone, now, email }: { zone: string; now: Date; email: string },
): string {
  if (trigger === "schedule") {
    const whole = new Date(slot).getUTCHours() % FULL_SLOT_HOURS === 0;
    return `${whole ? "On schedule" : "On schedule, young posts"}, slot ${moment(slot, zone, now)}`;
  }
  const who = requested_by === email ? "you" : (requested_by ?? "someone who has left");
  return `${trigger === "account" ? "An account" : "Single posts"}, asked for by ${who}`;
}

const REASONS: Record<string, (posts: string) => string> = {
  not_due: (posts) => `${posts} not due: measured recently enough for their age`,
  backed_off: (posts) => `${posts} waiting: they failed several times in a row`,
  gone: (posts) => `${posts} gone from their platform`,
  needs_reconnect: (posts) => `${posts} of an account that has to be reconnected`,
  superseded: (posts) => `${posts} left over when a newer slot began`,
  cancelled: (posts) => `${posts} not begun when the run was cancelled`,
};

/** What a run left out and why, the most first. */
export function skippedWords({ skipped }: Pick<ListedRun, "skipped">): string[] {
  return Object.entries(skipped)
    .sort(([, one], [, other]) => other - one)
    .map(([reason, posts]) => {
      const word = REASONS[reason];
      return word ? word(exactCount(posts)) : `${counted(posts, "post")}: ${reason}`;
    });
}

/** Reasons for which a post that was planned is not tried. The others never got into the plan. */
const NOT_TRIED = ["needs_reconnect", "superseded", "cancelled"];

export function postsOf({ planned, measured, gone, failed, skipped }: Posts) {
  const notTried = NOT_TRIED.reduce((sum, reason) => sum + (skipped[reason] ?? 0), 0);
  const done = measured + gone + failed + notTried;
  return { done, notTried, open: Math.max(0, planned - done) };
}
type Posts = Pick<ListedRun, "planned" | "measured" | "gone" | "failed" | "skipped">;

export function allSkipped({ skipped }: Pick<ListedRun, "skipped">) {
  return Object.values(skipped).reduce((sum, posts) => sum + posts, 0);
}
