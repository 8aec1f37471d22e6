import { readExactJson } from "../../http/exact-json.ts";
import { type Call, type CallLimits, fetchText } from "../../http/fetch-text.ts";
import type { Access } from "../connected.ts";
import type { Refusal } from "../oauth/refused-login.ts";
import { linkedinRefusal, notNow } from "./refusal.ts";
import { type Restli, restliQuery, restliValue } from "./restli.ts";

/** Longer query strings LinkedIn takes as the body of a POST only. */
const QUERY_MAX_BYTES = 4000;

/** How LinkedIn is reached from this server. */
export type LinkedinApi = {
  baseUrl: string;
  version: string;
  now: () => number;
  limits: Partial<CallLimits> | undefined;
};

export type Caller = Pick<Access, "accessToken" | "signal">;

export type Read = {
  /** Parts of the path; each is encoded. */
  path: string[];
  query?: Record<string, Restli | undefined>;
  method?: "FINDER" | "BATCH_GET";
};

export type Called =
  | { kind: "body"; body: unknown }
  | { kind: "refusal"; status: number | null; refusal: Refusal };

/** One read of LinkedIn's versioned API. */
export async function readLinkedin(api: LinkedinApi, caller: Caller, read: Read): Promise<Called> {
  const answer = await fetchText({
    ...requestOf(api, read, headersOf(api, caller, read)),
    signal: caller.signal,
    limits: api.limits,
  });
  if (answer.kind === "unanswered") {
    return { kind: "refusal", status: null, refusal: notNow(answer.detail) };
  }
  const body = readExactJson(answer.text);
  if (answer.status === 200 && body !== undefined) return { kind: "body", body };
  const refusal =
    answer.status < 300
      ? notNow("LinkedIn answered with something other than JSON.")
      : linkedinRefusal(answer, body, { accessToken: caller.accessToken, nowMs: api.now() });
  return { kind: "refusal", status: answer.status, refusal };
}

function headersOf(api: LinkedinApi, { accessToken }: Caller, { method }: Read) {
  return {
    authorization: `Bearer ${accessToken}`,
    "linkedin-version": api.version,
    "x-restli-protocol-version": "2.0.0",
    ...(method ? { "x-restli-method": method } : {}),
  };
}

function requestOf(
  api: LinkedinApi,
  { path, query = {} }: Read,
  headers: Record<string, string>,
): Pick<Call, "url" | "method" | "headers" | "body"> {
  const address = [api.baseUrl, ...path.map(restliValue)].join("/");
  const text = restliQuery(query);
  if (text.length <= QUERY_MAX_BYTES) {
    return { url: new URL(text ? `${address}?${text}` : address), headers };
  }
  return {
    url: new URL(address),
    method: "POST",
    headers: {
      ...headers,
      "x-http-method-override": "GET",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: text,
  };
}
