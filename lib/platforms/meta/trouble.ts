import type { ApiResult } from "../connected.ts";
import type { Asker } from "./asker.ts";
import type { Graph, GraphRead } from "./graph.ts";
import { classOf, limitOwnerOf, tokenProblemOf } from "./graph-error.ts";

export type Trouble = Exclude<ApiResult<never>, { kind: "done" }>;

/** When Meta does not say how long: asking sooner lengthens the block. */
const THROTTLED_SECONDS = 300;
const BLOCKED_SECONDS = 6 * 3600;

export type Spent = Pick<Asker, "calls" | "usage" | "retryAfterSeconds">;

/** What a read without a body means for the whole call. `needs` names the permission that it takes. */
export function troubleOf(
  { name }: Pick<Graph, "name">,
  read: Exclude<GraphRead, { kind: "read" }>,
  spent: Spent,
  needs: string,
): Trouble {
  const calls = spent.calls();
  if (read.kind === "unfinished") {
    const afterSeconds = spent.retryAfterSeconds();
    return { kind: "refused", code: "provider_error", afterSeconds, detail: read.detail, calls };
  }
  const { error } = read;
  const detail = `${name} answered with error ${error.code}${error.message ? `: ${error.message.replace(/\.$/, "")}.` : "."}`;
  switch (classOf(error)) {
    case "token":
      // A Page or Instagram token cannot be renewed once it is refused.
      return {
        kind: "unauthorized",
        problem: tokenProblemOf(error),
        refreshable: false,
        detail,
        calls,
      };
    case "permission":
    case "too_few_viewers":
      return { kind: "failed", code: "permission", detail: `${detail} It takes ${needs}.`, calls };
    case "throttled":
      return {
        kind: "refused",
        code: "rate_limited",
        afterSeconds: waitSeconds(spent),
        detail,
        calls,
        limit: limitOwnerOf(error),
      };
    case "blocked":
      return {
        kind: "refused",
        code: "rate_limited",
        afterSeconds: BLOCKED_SECONDS,
        detail: `${detail} Look for a notice in the app's dashboard at Meta.`,
        calls,
        limit: limitOwnerOf(error),
      };
    case "transient":
      return {
        kind: "refused",
        code: "provider_error",
        afterSeconds: spent.retryAfterSeconds(),
        detail,
        calls,
      };
    default:
      return { kind: "failed", code: "internal", detail, calls };
  }
}

function waitSeconds(spent: Spent) {
  return spent.usage()?.regainAfterSeconds ?? spent.retryAfterSeconds() ?? THROTTLED_SECONDS;
}
