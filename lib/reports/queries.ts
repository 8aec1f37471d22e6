import "server-only";
import { askFor } from "@/lib/answers/ask-database";
import { cachedAnswer } from "@/lib/answers/cached-answer";
import { asked } from "@/lib/answers/parameters";
import { topPeople } from "@/lib/reports/answers";
import type { TopPeopleQuery } from "@/lib/reports/schema";
import type { Scope } from "@/lib/supabase/server";

/** People by the engagement they received on own posts and comments. */
export function getTopPeople(scope: Scope, query: TopPeopleQuery) {
  const { limit: take, basis } = query;
  const args = { workspace: scope.workspaceId, take, basis };
  return cachedAnswer(scope, "top-people", query, () =>
    askFor(topPeople, () => scope.db.rpc("top_people", { ...args, ...asked(query) })),
  );
}
