import type { Account } from "./accounts.ts";
import type { View } from "./graph-objects.ts";
import { appLimitReached, GraphRefusal } from "./graph-refusal.ts";

/** The limit that a call counts against. */
export type UsedLimit =
  | { kind: "app" }
  /** A Page asked with a person's token. */
  | { kind: "page_by_user" }
  | { kind: "pages" | "instagram"; accountId: string };

const REGAIN_MINUTES = 19;

export function limitOf(view: View, owner: Account | null): UsedLimit {
  if (!owner) return { kind: "app" };
  if (owner.platform === "instagram") return { kind: "instagram", accountId: owner.id };
  return view.pageId === null ? { kind: "page_by_user" } : { kind: "pages", accountId: owner.id };
}

export function throttled(limit: UsedLimit): GraphRefusal {
  switch (limit.kind) {
    case "app":
      return appLimitReached();
    case "page_by_user":
      return new GraphRefusal(32, "(#32) Page request limit reached");
    case "pages":
      return new GraphRefusal(
        80001,
        "(#80001) There have been too many calls to this Page account. Wait a bit and try again.",
      );
    case "instagram":
      return new GraphRefusal(
        80002,
        "(#80002) There have been too many calls to this Instagram account. Wait a bit and try again.",
      );
  }
}

/** The headers about the limits that an answer's calls counted against. */
export function usageHeaders(percent: number | null, limits: UsedLimit[]): Record<string, string> {
  if (percent === null) return {};
  const usage = { call_count: percent, total_cputime: 25, total_time: 25 };
  const accounts = limits.flatMap((limit) =>
    "accountId" in limit
      ? [
          [
            limit.accountId,
            [
              {
                type: limit.kind,
                ...usage,
                estimated_time_to_regain_access: percent >= 100 ? REGAIN_MINUTES : 0,
              },
            ],
          ],
        ]
      : [],
  );
  return {
    ...(accounts.length < limits.length && { "x-app-usage": JSON.stringify(usage) }),
    ...(accounts.length > 0 && {
      "x-business-use-case-usage": JSON.stringify(Object.fromEntries(accounts)),
    }),
  };
}
