import { Clock3 } from "lucide-react";
import type { ReadStatus } from "@/components/comments/read-status";
import { Hint } from "@/components/ui/hint";
import { Notice } from "@/components/ui/notice";
import { exactMoment, moment } from "@/lib/format/time";

type State = NonNullable<ReadStatus["state"]>;

const TITLES: Record<State, string> = {
  waiting: "Comments are waiting to be read",
  reading: "Comments are being read",
  open: "Comments are read",
  off: "Comments are switched off",
  not_offered: "Comments are not offered",
  permission: "A permission is missing",
  gone: "The post is gone",
  failed: "Comments could not be read",
};

const KINDS = {
  waiting: "info",
  reading: "info",
  open: "info",
  off: "info",
  not_offered: "info",
  permission: "warn",
  gone: "warn",
  failed: "bad",
} as const satisfies Record<State, "info" | "warn" | "bad">;

/** How reading the comments stands: what happened, why, and what can be done. Nothing where all is well. */
export function ReadState({ status, zone, now }: { status: ReadStatus; zone: string; now: Date }) {
  const { state, reason, next_step, comments, read_at, waits_until } = status;
  if (state === null || (state === "open" && !reason)) return null;
  const underWay = state === "waiting" || state === "reading";
  return (
    <Notice kind={KINDS[state]} icon={underWay ? <Clock3 aria-hidden="true" /> : undefined}>
      <b className="font-strong">{TITLES[state]}.</b> {reason} {next_step}
      {waits_until && (
        <>
          {" "}
          It goes on by itself at{" "}
          <Hint tip={exactMoment(waits_until, zone)}>{moment(waits_until, zone, now)}</Hint>.
        </>
      )}
      {state !== "open" && comments > 0 && (
        <>
          {" "}
          What is below was read
          {read_at ? ` at ${moment(read_at, zone, now)}` : " before"}.
        </>
      )}
    </Notice>
  );
}
