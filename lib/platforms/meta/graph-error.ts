import { z } from "zod";
import type { LimitOwner, TokenProblem } from "../connected.ts";

/** An error as the Graph API writes it. `message` is cleaned of tokens before it gets here. */
export type GraphError = { code: number; subcode: number | null; message: string };

export type GraphErrorClass =
  | "token"
  | "permission"
  /** A story or post seen by too few: there is no number to have. */
  | "too_few_viewers"
  | "throttled"
  | "blocked"
  | "transient"
  | "gone"
  | "request";

const errorBody = z.object({
  error: z.object({
    code: z.number().int(),
    error_subcode: z.number().int().nullish().catch(null),
    message: z.string().catch(""),
  }),
});

const TOKEN_CODES = [190, 102];
const THROTTLE_CODES = [4, 17, 32, 613, 80001, 80002];
/** Application limit reached, and the app as a whole blocked. */
const APP_LIMIT_CODES = [4, 341, 368];
const GONE_SUBCODE = 33;

const PROBLEMS: Record<number, TokenProblem> = {
  463: "expired",
  460: "password_changed",
  458: "revoked",
  459: "checkpoint",
  464: "checkpoint",
  492: "no_page_role",
};

/** Undefined when the body holds no Graph error. */
export function readGraphError(body: unknown, clean: (said: string) => string) {
  const read = errorBody.safeParse(body);
  if (!read.success) return undefined;
  const { code, error_subcode, message } = read.data.error;
  return { code, subcode: error_subcode ?? null, message: clean(message) };
}

/** By code alone: the HTTP status says next to nothing here. */
export function classOf({ code, subcode, message }: GraphError): GraphErrorClass {
  if (TOKEN_CODES.includes(code)) return "token";
  if (THROTTLE_CODES.includes(code)) return "throttled";
  if (code === 341 || code === 368) return "blocked";
  if (code === 1 || code === 2) return "transient";
  if (code === 10 && /not enough viewers/i.test(message)) return "too_few_viewers";
  if (code === 10 || code === 3 || code === 283 || (code >= 200 && code <= 299)) {
    return "permission";
  }
  return code === 100 && subcode === GONE_SUBCODE ? "gone" : "request";
}

/** Within an insights call: a metric that it does not know, whether or not it says which. */
export function isMetricRefusal(error: GraphError): boolean {
  const { code, message } = error;
  return code === 100 && classOf(error) === "request" && !/nonexisting field/i.test(message);
}

/** Of a throttle or block: everybody's, or the limit of this person, Page or Instagram account alone. */
export function limitOwnerOf({ code }: GraphError): LimitOwner {
  return APP_LIMIT_CODES.includes(code) ? "app" : "account";
}

export function tokenProblemOf({ subcode }: GraphError): TokenProblem {
  return PROBLEMS[subcode ?? 0] ?? "revoked";
}
