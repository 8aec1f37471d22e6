import "server-only";
import type { CommentOrder } from "@/lib/comments/claim";
import { REFUSAL_SECONDS } from "@/lib/platforms/call-report";
import type { ApiResult, Comment, CommentPage } from "@/lib/platforms/connected";
import { retryDelaySeconds } from "@/lib/queue/retry-delay";

/** What a page came to. Details and reasons are sentences. */
export type PageResult =
  | { kind: "page"; comments: Comment[]; cursor: string | null }
  /** Not now. `counts`: as one of its five attempts. */
  | { kind: "again"; detail: string; afterSeconds: number; counts: boolean }
  | { kind: "ended"; state: EndState; reason: string; nextStep: string | null };

type EndState = "off" | "not_offered" | "permission" | "gone" | "failed";

type Asked =
  | { kind: "answered"; result: ApiResult<CommentPage> }
  | { kind: "dead" }
  | { kind: "wait"; seconds: number; detail: string };

const RECONNECT = "Reconnect the account with this permission, then ask again.";
const ASK_OPERATOR = "Whoever runs this server can mend its settings.";

/** How platforms say that a post is not there: they share no code for it. */
const GONE = /answered 404\b|does not know this post|does not exist/i;

export function readingOf(order: CommentOrder, asked: Asked): PageResult {
  if (asked.kind === "dead") {
    const reason = "The account's sign-in is not valid any more.";
    return {
      kind: "ended",
      state: "permission",
      reason,
      nextStep: "Reconnect it, then ask again.",
    };
  }
  if (asked.kind === "wait") {
    return { kind: "again", detail: asked.detail, afterSeconds: asked.seconds, counts: true };
  }
  const { result } = asked;
  switch (result.kind) {
    case "done":
      return pageOf(result.value);
    case "refused":
      return refused(order, result);
    case "failed":
      return failed(result);
    case "unauthorized":
      return { kind: "ended", state: "failed", reason: result.detail, nextStep: ASK_OPERATOR };
  }
}

function pageOf(page: CommentPage): PageResult {
  switch (page.state) {
    case "open":
      return { kind: "page", comments: page.comments, cursor: page.cursor };
    case "off":
      return {
        kind: "ended",
        state: "off",
        reason: "Comments are switched off for this post.",
        nextStep: null,
      };
    case "not_offered":
      return { kind: "ended", state: "not_offered", reason: page.detail, nextStep: null };
  }
}

function refused(
  { attempts }: CommentOrder,
  { code, detail, afterSeconds }: Extract<ApiResult<CommentPage>, { kind: "refused" }>,
): PageResult {
  if (code !== "provider_error") {
    // A limit's own time is kept by the budget: the page is taken when that is over.
    return {
      kind: "again",
      detail,
      afterSeconds: afterSeconds ?? REFUSAL_SECONDS[code],
      counts: false,
    };
  }
  const wait = Math.max(afterSeconds ?? 0, retryDelaySeconds(attempts));
  return { kind: "again", detail, afterSeconds: wait, counts: true };
}

function failed({ code, detail }: Extract<ApiResult<CommentPage>, { kind: "failed" }>): PageResult {
  if (GONE.test(detail)) return { kind: "ended", state: "gone", reason: detail, nextStep: null };
  if (code === "permission") {
    return { kind: "ended", state: "permission", reason: detail, nextStep: RECONNECT };
  }
  const nextStep = code === "not_configured" ? ASK_OPERATOR : "Ask again later.";
  return { kind: "ended", state: "failed", reason: detail, nextStep };
}
