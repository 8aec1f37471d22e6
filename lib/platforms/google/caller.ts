import { readExactJson } from "../../http/exact-json.ts";
import { fetchText } from "../../http/fetch-text.ts";
import type { ApiResult, RejectedMetric } from "../connected.ts";
import type { Refusal } from "../oauth/refused-login.ts";
import type { SourceOptions } from "../settings.ts";
import { googleRefusal } from "./refusal.ts";

export type Got =
  | { kind: "got"; body: unknown }
  /** `status` is null when there was no answer. */
  | { kind: "refused"; status: number | null; reasons: string[]; refusal: Refusal };

type How = {
  /** `stats` is batchGetStats' own quota, `general` that of every other call; Analytics costs neither. */
  bucket?: "general" | "stats" | "none";
  key?: string;
};

/** Calls with one account's token that count what they spend. */
export type GoogleCaller = {
  /** `key` goes in place of the token. */
  get: (url: string, query: Record<string, string>, how?: How) => Promise<Got>;
  calls: () => number;
  done: <T>(value: T, rejected?: RejectedMetric[]) => ApiResult<T>;
  /** An answer that is not what it should be. */
  unreadable: (what: string) => Refusal;
};

export function googleCaller(
  { accessToken, signal }: { accessToken: string; signal: AbortSignal },
  { limits }: SourceOptions,
): GoogleCaller {
  let calls = 0;
  const notNow = (detail: string): Refusal => ({
    kind: "refused",
    code: "provider_error",
    afterSeconds: null,
    detail,
    calls,
  });
  return {
    async get(address, query, { bucket = "general", key } = {}) {
      // Every request costs a unit, failed ones too.
      if (bucket !== "none") calls += 1;
      const url = new URL(address);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const headers: Record<string, string> = key
        ? { "x-goog-api-key": key }
        : { authorization: `Bearer ${accessToken}` };
      const answer = await fetchText({ url, headers, signal, limits });
      if (answer.kind === "unanswered") {
        return { kind: "refused", status: null, reasons: [], refusal: notNow(answer.detail) };
      }
      const { status, retryAfterSeconds } = answer;
      const body = readExactJson(answer.text);
      if (status === 200) return { kind: "got", body };
      const refused = googleRefusal({ status, retryAfterSeconds, body, accessToken, calls });
      const { refusal } = refused;
      // The end of the general bucket is not the end of the one that the platform's budget stands for.
      if (bucket === "general" && refusal.kind === "refused" && refusal.code === "quota") {
        refusal.limit = "account";
      }
      return { kind: "refused", status, ...refused };
    },
    calls: () => calls,
    done: (value, rejected = []) => ({ kind: "done", value, calls, usage: null, rejected }),
    unreadable: (what) => notNow(`YouTube answered with something other than ${what}.`),
  };
}
