import { testRule } from "@/lib/alerts/commands";
import { ruleId } from "@/lib/alerts/schema";
import { userRoute } from "@/lib/api/route";

export const maxDuration = 60;

// POST /api/v1/alerts/:id/test - a message marked as a test, to every channel of the rule; answers what became of each
export const POST = userRoute({ params: ruleId }, ({ scope, params }) =>
  testRule(scope, params.id),
);
