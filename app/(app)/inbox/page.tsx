import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { markReadAction } from "@/app/(app)/inbox/actions";
import { inboxHref } from "@/components/inbox/inbox-address";
import { InboxFilters } from "@/components/inbox/inbox-filters";
import { MessageRow } from "@/components/inbox/message-row";
import { NoMessages } from "@/components/inbox/no-messages";
import { Page } from "@/components/shell/page";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { listInbox, listRules } from "@/lib/alerts/queries";
import { inboxFilter } from "@/lib/alerts/schema";
import { readSearch } from "@/lib/search";
import { requireScope } from "@/lib/supabase/server";

const MESSAGES_A_PAGE = 25;

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  const scope = await requireScope();
  const filter = readSearch(inboxFilter, await searchParams);
  const { state, kind, page } = filter;
  const [{ total, unread, items }, rules] = await Promise.all([
    listInbox(
      scope,
      { state, kind },
      { limit: MESSAGES_A_PAGE, offset: (page - 1) * MESSAGES_A_PAGE },
    ),
    listRules(scope),
  ]);
  const lastPage = Math.max(1, Math.ceil(total / MESSAGES_A_PAGE));
  // safe because it is this page's own address
  if (page > lastPage) redirect(inboxHref({ ...filter, page: lastPage }) as Route);

  const now = new Date();
  return (
    <Page
      title="Inbox"
      sub={`What the rules of this workspace found, one message each time · what you have read is yours alone · times in ${scope.timeZone}`}
      actions={
        <>
          {unread > 0 && kind === undefined && (
            <ActionForm action={markReadAction} className="max-md:flex-1">
              <SubmitButton variant="default" className="max-md:w-full" pendingLabel="Marking">
                Mark all as read
              </SubmitButton>
            </ActionForm>
          )}
          <ButtonLink href="/settings/alerts" className="max-md:flex-1">
            Rules
          </ButtonLink>
        </>
      }
    >
      <Panel label="Messages">
        <InboxFilters filter={filter} unread={unread} />
        {items.length === 0 ? (
          <NoMessages filter={filter} rules={rules.filter(({ is_on }) => is_on).length} />
        ) : (
          <>
            <ul data-rows="">
              {items.map((item) => (
                <MessageRow
                  key={item.id}
                  item={item}
                  zone={scope.timeZone}
                  now={now}
                  mark={markReadAction}
                />
              ))}
            </ul>
            <Pager
              noun="Messages"
              page={page}
              pageSize={MESSAGES_A_PAGE}
              total={total}
              hrefOf={(each) => inboxHref({ ...filter, page: each })}
            />
          </>
        )}
      </Panel>
    </Page>
  );
}
