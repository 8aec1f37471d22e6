import { listIncidents } from "@/lib/alerts/queries";
import { incidentQuery } from "@/lib/alerts/schema";
import { toldIncident } from "@/lib/alerts/words";
import { userRoute } from "@/lib/api/route";

// GET /api/v1/alerts/incidents - each time a rule came true, newest first: ?state=open|closed&kind=&rule=
export const GET = userRoute({ query: incidentQuery }, async ({ scope, query }) => {
  const { limit, offset, ...filter } = query;
  const { total, items } = await listIncidents(scope, filter, { limit, offset });
  const told = items.map((item) => toldIncident(item, scope.timeZone));
  return { limit, offset, total, has_more: offset + items.length < total, items: told };
});
