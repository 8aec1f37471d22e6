import { inboxHref } from "@/components/inbox/inbox-address";
import { KIND_NAMES } from "@/components/inbox/kind-glyph";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import type { InboxFilter } from "@/lib/alerts/schema";

/** Nothing was told yet, everything is read, or the filter leaves nothing. */
export function NoMessages({
  filter: { state, kind },
  rules,
}: {
  filter: InboxFilter;
  /** How many rules are on. */
  rules: number;
}) {
  if (kind) {
    return (
      <EmptyState action={<FilterChip href={inboxHref({ state })}>{KIND_NAMES[kind]}</FilterChip>}>
        {state === "unread" ? "No unread message is of this kind." : "No message is of this kind."}
      </EmptyState>
    );
  }
  if (state === "unread") {
    return (
      <EmptyState
        action={
          <ButtonLink size="small" href={inboxHref({})}>
            Show all messages
          </ButtonLink>
        }
      >
        Everything is read.
      </EmptyState>
    );
  }
  const watched =
    rules === 0
      ? "No rule is on, so nothing is watched. Make a rule for what you want to be told of."
      : `Nothing to tell yet. ${rules === 1 ? "One rule watches" : `${rules} rules watch`} and are looked at after each run, and once an hour.`;
  return (
    <EmptyState action={<ButtonLink href="/settings/alerts">See the rules</ButtonLink>}>
      {watched.replace("watches and are", "watches and is")}
    </EmptyState>
  );
}
