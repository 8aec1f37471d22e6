import { Unplug } from "lucide-react";
import { accountName } from "@/components/accounts/account-words";
import { TextLink } from "@/components/ui/app-link";
import type { OpenNotice } from "@/lib/accounts/queries";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

/** On every page: an account's numbers have stopped, since when, and where to mend it. */
export function ReconnectStrip({
  notices,
  allowed,
  zone,
  now,
}: {
  notices: OpenNotice[];
  /** The viewer's role may reconnect. */
  allowed: boolean;
  zone: string;
  now: Date;
}) {
  const [first, ...more] = notices;
  if (!first) return null;
  return (
    <aside
      aria-label="Disconnected accounts"
      className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b bg-bad-soft px-4 py-[7px] text-xs/[18px] md:px-6"
    >
      <Unplug aria-hidden="true" className="mt-0.5 size-3.5 text-bad" />
      <p className="min-w-0 flex-1">
        {`${accountName(first)} is disconnected since ${moment(first.since, zone, now)}: its numbers stop there.`}
        {more.length > 0 && ` So do those of ${counted(more.length, "more account")}.`}
      </p>
      <TextLink href={`/accounts#account-${first.id}`} className="text-link touch font-strong">
        {allowed && more.length === 0 ? "Reconnect" : "See accounts"}
      </TextLink>
    </aside>
  );
}
