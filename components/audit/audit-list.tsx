import { auditHref } from "@/components/audit/audit-address";
import { AppLink } from "@/components/ui/app-link";
import type { AuditEntry } from "@/lib/audit/queries";
import type { AuditFilter } from "@/lib/audit/schema";
import { actorName, auditSentence } from "@/lib/audit/sentence";
import { calendarDay, exactMoment, moment } from "@/lib/format/time";

/** What was changed, newest first, by day, each entry a sentence. A name leads to all that they did. */
export function AuditList({
  entries,
  filter,
  zone,
  now,
}: {
  entries: AuditEntry[];
  filter: AuditFilter;
  zone: string;
  now: Date;
}) {
  const today = calendarDay(now, zone);
  const days = Map.groupBy(entries, ({ at }) => calendarDay(at, zone));
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={day} className="border-b last:border-b-0 max-md:first:border-t">
      <h2 className="border-b bg-sunken px-3.5 py-1.5 text-xs font-medium text-ink-2 md:px-4">
        {day === today ? `Today, ${day}` : day}
      </h2>
      <ol>
        {ofDay.map((entry) => (
          <li
            key={entry.id}
            className="flex gap-x-4 gap-y-0.5 border-b px-3.5 py-2.5 last:border-b-0 hover:bg-hover md:px-4"
          >
            <time
              dateTime={entry.at}
              title={exactMoment(entry.at, zone)}
              className="w-10 flex-none text-xs/5 text-muted"
            >
              {moment(entry.at, zone, new Date(entry.at))}
            </time>
            <p className="min-w-0 flex-1 wrap-anywhere">
              <AppLink
                href={auditHref({ ...filter, actor: entry.actor_id ?? "system" })}
                scroll={false}
                className="font-strong hover:underline"
                data-tip={entry.actor_name ? (entry.actor_email ?? undefined) : undefined}
              >
                {actorName(entry)}
              </AppLink>{" "}
              {auditSentence(entry)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  ));
}
