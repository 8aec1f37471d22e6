import { CircleAlert, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import type { AccountWithRights } from "@/components/accounts/account-list";
import { asEnd } from "@/components/accounts/account-words";
import { METRIC_NAMES } from "@/components/accounts/metric-names";
import { explainRunTrouble } from "@/components/accounts/run-trouble";
import { Hint } from "@/components/ui/hint";
import { moment } from "@/lib/format/time";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

/** What an account's numbers lack: rights, metrics that the platform refused, errors of the last run. */
export function AccountTroubles({
  account,
  zone,
  now,
}: {
  account: AccountWithRights;
  zone: string;
  now: Date;
}) {
  const { platform, status, rights, rejected_metrics, last_errors } = account;
  const name = PLATFORM_NAMES[platform];
  const missing = status === "disconnected" ? [] : rights.filter(({ granted }) => !granted);
  const errors = last_errors.flatMap((error) => explainRunTrouble(error, platform) ?? []);
  const rejected = Object.entries(rejected_metrics);
  if (missing.length + errors.length + rejected.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-col gap-1 text-xs/[18px] text-ink-2 md:pl-12">
      {[...new Set(errors)].map((error) => (
        <Trouble key={error} bad>{`Last run: ${error}`}</Trouble>
      ))}
      {rejected.map(([metric, { metric: column, detail, at }]) => (
        <Trouble key={metric}>
          <Hint
            className="text-left"
            tip={`Since ${moment(at, zone, now)}, in ${name}'s words: ${detail}`}
          >
            {`${name} refused the metric ${metric}: left out, the others are fetched.`}
          </Hint>
          {column && ` ${METRIC_NAMES[column]} may stay empty; it is asked for again after a day.`}
        </Trouble>
      ))}
      {missing.map(({ id, gives }) => (
        <Trouble key={id}>
          {`The right ${shortRight(id)} was not granted. It gives ${asEnd(gives)} Reconnect and leave it switched on.`}
        </Trouble>
      ))}
    </ul>
  );
}

function Trouble({ bad = false, children }: { bad?: boolean; children: ReactNode }) {
  const Glyph = bad ? CircleX : CircleAlert;
  return (
    <li className="flex gap-1.5 [&>svg]:mt-0.5 [&>svg]:size-3.5">
      <Glyph aria-hidden="true" className={bad ? "text-bad" : "text-warn"} />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </li>
  );
}

/** Google writes its rights as addresses. */
export function shortRight(id: string) {
  return id.split("/").at(-1) ?? id;
}
