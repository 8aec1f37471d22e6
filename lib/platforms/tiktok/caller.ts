import { readExactJson } from "../../http/exact-json.ts";
import { fetchText } from "../../http/fetch-text.ts";
import type { ApiResult, RejectedMetric } from "../connected.ts";
import type { Refusal } from "../oauth/refused-login.ts";
import type { SourceOptions } from "../settings.ts";
import { readTiktokError, tiktokRefusal } from "./refusal.ts";

export type Got =
  | { kind: "got"; body: unknown }
  /** `code` is TikTok's own, empty when it gave none. */
  | { kind: "refused"; code: string; message: string; refusal: Refusal };

/** Calls of the Display API with one account's token, counted. */
export type TiktokCaller = {
  /** A GET, or with `body` a POST of JSON. What is wanted stands in the address either way. */
  call: (path: string, fields: string[], body?: Record<string, unknown>) => Promise<Got>;
  done: <T>(value: T, rejected?: RejectedMetric[]) => ApiResult<T>;
  /** An answer that is not what it should be. */
  unreadable: (what: string) => Refusal;
};

export function tiktokCaller(
  host: string,
  { accessToken, signal }: { accessToken: string; signal: AbortSignal },
  { limits }: SourceOptions,
): TiktokCaller {
  let calls = 0;
  const notNow = (detail: string): Refusal => ({
    kind: "refused",
    code: "provider_error",
    afterSeconds: null,
    detail,
    calls,
  });
  return {
    async call(path, fields, body) {
      calls += 1;
      const url = new URL(`${host}${path}`);
      url.searchParams.set("fields", fields.join(","));
      const authorization = `Bearer ${accessToken}`;
      const answer = await fetchText({
        url,
        signal,
        limits,
        headers: { authorization, ...(body && { "content-type": "application/json" }) },
        ...(body && { method: "POST" as const, body: JSON.stringify(body) }),
      });
      if (answer.kind === "unanswered") {
        return { kind: "refused", code: "", message: "", refusal: notNow(answer.detail) };
      }
      const { status, retryAfterSeconds } = answer;
      const read = readExactJson(answer.text);
      const error = readTiktokError(read);
      if (status === 200 && error?.code === "ok") return { kind: "got", body: read };
      const refusal = tiktokRefusal({ status, retryAfterSeconds, error, accessToken, calls });
      return { kind: "refused", code: error?.code ?? "", message: error?.message ?? "", refusal };
    },
    done: (value, rejected = []) => ({ kind: "done", value, calls, usage: null, rejected }),
    unreadable: (what) => notNow(`TikTok answered with something other than ${what}.`),
  };
}
