import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { ListedAccount } from "@/lib/accounts/schema";
import { explainTokenProblem } from "@/lib/accounts/token-problems";
import { calendarDay, moment } from "@/lib/format/time";

/** An account's state as a word, and under it why and what to do. */
export function AccountState({
  account,
  zone,
  now,
}: {
  account: ListedAccount;
  zone: string;
  now: Date;
}) {
  const { status, reconnect_by, expires_soon } = account;
  switch (status) {
    case "connected":
      if (expires_soon && reconnect_by) {
        return (
          <Worded badge={<Badge kind="warn">Expires soon</Badge>}>
            {`The access ends ${moment(reconnect_by, zone, now)}. Reconnect before that, and no number is missed.`}
          </Worded>
        );
      }
      return (
        <Worded badge={<Badge kind="ok">Connected</Badge>}>
          {reconnect_by
            ? `Somebody has to sign in again by ${calendarDay(reconnect_by, zone)}.`
            : "The access is renewed by itself."}
        </Worded>
      );
    case "needs_reconnect":
      return <Lost account={account} zone={zone} now={now} />;
    case "disabled":
      return (
        <Worded badge={<Badge>Not measured</Badge>}>
          Found; measured once somebody chooses Measure.
        </Worded>
      );
    case "disconnected":
      return (
        <Worded badge={<Badge>Disconnected</Badge>}>
          Its tokens are deleted. Its posts and their history are kept.
        </Worded>
      );
  }
}

function Lost({ account, zone, now }: { account: ListedAccount; zone: string; now: Date }) {
  const { problem, problem_at, problem_detail, connection } = account;
  const words = problem && explainTokenProblem(problem, connection);
  return (
    <Worded badge={<Badge kind="bad">Needs reconnect</Badge>}>
      {problem_at && `Since ${moment(problem_at, zone, now)}. `}
      {words && (
        <>
          <b className="font-strong text-ink">{words.why}</b> {words.next}
        </>
      )}
      {problem_detail && <span className="block text-muted">{problem_detail}</span>}
    </Worded>
  );
}

function Worded({ badge, children }: { badge: ReactNode; children: ReactNode }) {
  return (
    <>
      {badge}
      <p className="mt-0.5 text-xs/[18px] wrap-anywhere text-ink-2">{children}</p>
    </>
  );
}
