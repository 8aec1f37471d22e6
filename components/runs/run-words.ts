import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { ListedRun } from "@/lib/refresh/queries";

const FULL_SLOT_HOURS = 6;

type Caused = Pick<ListedRun, "trigger" | "slot" | "requested_by" | "planned" | "accounts">;

/** Why a run came about: "On schedule, for 12:00", "TikTok, Harbor Oats, asked for by you". */
export function causeOf(
  { trigger, slot, requested_by, planned, accounts }: Caused,
  { zone, now, email }: { zone: string; now: Date; email: string },
): string {
  if (trigger === "schedule") {
    const whole = new Date(slot).getUTCHours() % FULL_SLOT_HOURS === 0;
    return `${whole ? "On schedule" : "On schedule, young posts"}, for ${moment(slot, zone, now)}`;
  }
  const who = requested_by === email ? "you" : (requested_by ?? "someone who has left");
  const named = accounts.map(({ platform, name }) => `${PLATFORM_NAMES[platform]}, ${name}`);
  const what = trigger === "post" ? counted(planned, "post") : named.join("; ") || "An account";
  return `${what}, asked for by ${who}`;
}

const REASONS: Record<string, (posts: string) => string> = {
  not_due: (posts) => `${posts} not due: measured recently enough for their age`,
  backed_off: (posts) => `${posts} waiting: they failed several times in a row`,
  gone: (posts) => `${posts} gone from their platform`,
  needs_reconnect: (posts) => `${posts} of an account that has to be reconnected`,
  superseded: (posts) => `${posts} left over when a newer run began`,
  cancelled: (posts) => `${posts} not begun when the run was cancelled`,
};

/** Reasons that are the rule, not the exception. */
const USUAL = ["not_due", "gone"];

/** What a run left out and why, the most first. `unusual`: only what somebody may want to know at once. */
export function skippedWords(
  { skipped }: Pick<ListedRun, "skipped">,
  { unusual = false }: { unusual?: boolean } = {},
): string[] {
  return Object.entries(skipped)
    .filter(([reason]) => !unusual || !USUAL.includes(reason))
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
