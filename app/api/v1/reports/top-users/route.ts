import { userRoute } from "@/lib/api/route";
import { getTopPeople } from "@/lib/reports/queries";
import { topPeopleQuery } from "@/lib/reports/schema";

// GET /api/v1/reports/top-users - people by the engagement they received
export const GET = userRoute({ query: topPeopleQuery }, ({ scope, query }) =>
  getTopPeople(scope, query),
);
