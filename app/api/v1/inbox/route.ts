import { listInbox } from "@/lib/alerts/queries";
import { inboxQuery } from "@/lib/alerts/schema";
import { toldIncident } from "@/lib/alerts/words";
import { userRoute } from "@/lib/api/route";

// GET /api/v1/inbox - the caller's own messages, newest first: ?state=unread&kind=
export const GET = userRoute({ query: inboxQuery }, async ({ scope, query }) => {
  const { limit, offset, ...filter } = query;
  const { total, unread, items } = await listInbox(scope, filter, { limit, offset });
  const told = items.map((item) => toldIncident(item, scope.timeZone));
  return { limit, offset, total, unread, has_more: offset + items.length < total, items: told };
});
