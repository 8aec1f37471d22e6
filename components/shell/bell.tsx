import { Bell as BellIcon } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";
import { buttonClass } from "@/components/ui/button-class";

/** Up to here messages are counted. */
const MOST = 100;

/** The way to the inbox, with how many messages one has not read. Null: not known yet. */
export function Bell({ unread }: { unread: number | null }) {
  const count = unread === null || unread === 0 ? "" : unread < MOST ? `${unread}` : `${MOST}+`;
  const label = count ? `Inbox, ${count} unread` : "Inbox";
  return (
    <AppLink
      href="/inbox"
      aria-label={label}
      data-tip={label}
      className={buttonClass({ variant: "quiet", square: true })}
    >
      <span className="relative">
        <BellIcon aria-hidden="true" />
        {count && (
          <span className="absolute -top-1 -right-1 size-2 rounded-full bg-accent ring-2 ring-bg" />
        )}
      </span>
    </AppLink>
  );
}
