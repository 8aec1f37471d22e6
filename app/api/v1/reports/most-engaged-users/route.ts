import { userRoute } from "@/lib/api/route";
import { getTopPeople } from "@/lib/reports/queries";
import { topPeopleQuery } from "@/lib/reports/schema";

// GET /api/v1/reports/most-engaged-users - the same as top-users, by the name it has had
export const GET = userRoute({ query: topPeopleQuery }, ({ scope, query }) =>
  getTopPeople(scope, query),
);
