import { Check, ChevronRight, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { mayDisconnect } from "@/components/accounts/account-actions";
import type { AccountWithRights } from "@/components/accounts/account-list";
import { shortRight } from "@/components/accounts/account-troubles";
import { TextLink } from "@/components/ui/app-link";
import { calendarDay } from "@/lib/format/time";
import type { Role } from "@/lib/workspaces/schema";

/** Folded: which rights were granted and what each gives, who connected it, and what can be done. */
export function AccountAccess({
  account,
  zone,
  me,
  children,
}: {
  account: AccountWithRights;
  zone: string;
  me: { email: string; role: Role };
  /** What can be done with it. */
  children?: ReactNode;
}) {
  const { status, rights, connected_by, connected_at, url, external_id } = account;
  const granted = rights.filter((right) => right.granted).length;
  const by = connected_by === me.email ? "you" : (connected_by ?? "somebody who has left");
  const shown = status === "disconnected" ? [] : rights;
  return (
    <details className="group min-w-0 text-xs/[18px] text-ink-2">
      <summary className="touch inline-flex cursor-pointer list-none items-center gap-1 text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-3.5 group-open:rotate-90" />
        {children && "Manage · "}
        {shown.length > 0 && `${granted} of ${rights.length} rights granted · `}
        {`connected by ${by}, ${calendarDay(connected_at, zone)}`}
      </summary>
      <ul className="mt-1.5 flex flex-col gap-1">
        {shown.map((right) => (
          <li key={right.id} className="flex gap-1.5 [&>svg]:mt-0.5 [&>svg]:size-3.5">
            {right.granted ? (
              <Check aria-hidden="true" className="text-ok" />
            ) : (
              <Minus aria-hidden="true" className="text-warn" />
            )}
            <span className="min-w-0">
              <span className="sr-only">{right.granted ? "Granted: " : "Not granted: "}</span>
              <span className="font-mono wrap-anywhere text-ink">{shortRight(right.id)}</span>
              {` ${right.granted ? "gives" : "would give"}: ${right.gives}`}
            </span>
          </li>
        ))}
        <li className="text-muted">
          {"The platform's id of it: "}
          <span className="font-mono wrap-anywhere">{external_id}</span>
          {url && (
            <>
              {" · "}
              <TextLink href={url} target="_blank" rel="noreferrer">
                Open it there
              </TextLink>
            </>
          )}
        </li>
        {!mayDisconnect(account, me) && (
          <li className="text-muted">Who connected it, and admins, can disconnect it.</li>
        )}
      </ul>
      {children}
    </details>
  );
}
