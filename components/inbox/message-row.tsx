import { KindGlyph } from "@/components/inbox/kind-glyph";
import { MessageLink } from "@/components/inbox/message-link";
import { MessageMeta } from "@/components/inbox/message-meta";
import { ReadToggle } from "@/components/inbox/read-toggle";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { FormAction } from "@/components/ui/form-state";
import type { InboxItem } from "@/lib/alerts/incident";
import { isBreakout } from "@/lib/alerts/score-words";
import { incidentWords } from "@/lib/alerts/words";

/** One message: what happened, why, what to do, and where. */
export function MessageRow({
  item,
  zone,
  now,
  mark,
}: {
  item: InboxItem;
  zone: string;
  now: Date;
  mark: FormAction;
}) {
  const { title, what, next, href } = incidentWords(item, zone);
  const { id, is_read, is_test, is_simulated, kind, closed_at } = item;
  return (
    <li className="relative flex items-start gap-3 border-b py-3 pr-3.5 pl-5 last:border-b-0 hover:bg-hover md:pr-4 md:pl-6">
      {!is_read && (
        <span className="absolute top-[19px] left-2 size-[7px] rounded-full bg-accent md:left-2.5">
          <span className="sr-only">Unread</span>
        </span>
      )}
      <span className="flex h-5 flex-none items-center">
        <KindGlyph
          kind={kind}
          isOver={(closed_at !== null && !is_test) || (kind === "breakout" && !isBreakout(item))}
        />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h2
            id={`message-${id}`}
            className={cx("min-w-0 text-sm wrap-anywhere", is_read ? "font-normal" : "font-strong")}
          >
            <MessageLink
              id={id}
              href={href}
              read={is_read ? null : mark}
              className="after:absolute after:inset-0"
            >
              {title}
            </MessageLink>
          </h2>
          {is_test && <Badge kind="partial">Test</Badge>}
          {is_simulated && (
            <span className="relative">
              <SimulatedBadge />
            </span>
          )}
        </div>
        <p className="text-ink-2 wrap-anywhere">{[what, next].filter(Boolean).join(" ")}</p>
        <MessageMeta item={item} zone={zone} now={now} />
      </div>
      <span className="relative flex flex-none items-center gap-1.5 max-md:flex-col-reverse max-md:items-end">
        {kind === "token" && closed_at === null && (
          <ButtonLink size="small" href={href}>
            Reconnect
          </ButtonLink>
        )}
        <ReadToggle id={id} isRead={is_read} action={mark} />
      </span>
    </li>
  );
}
