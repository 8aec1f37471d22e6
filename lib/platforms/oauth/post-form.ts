import { readExactJson } from "../../http/exact-json.ts";
import { type CallLimits, fetchText } from "../../http/fetch-text.ts";

export type FormAnswer =
  | {
      kind: "answered";
      status: number;
      /** The JSON of the answer, undefined when it is none. */
      body: unknown;
      retryAfterSeconds: number | null;
    }
  | { kind: "unanswered"; detail: string };

export type CallContext = { signal: AbortSignal; limits?: Partial<CallLimits> | undefined };

/** One form-encoded POST, as every OAuth server wants it. Never throws. */
export async function postForm(
  url: string,
  form: Record<string, string>,
  { signal, limits }: CallContext,
): Promise<FormAnswer> {
  const answer = await fetchText({
    url: new URL(url),
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: new URLSearchParams(form).toString(),
    signal,
    limits,
  });
  if (answer.kind === "unanswered") return answer;
  const { status, text, retryAfterSeconds } = answer;
  return { kind: "answered", status, body: readExactJson(text), retryAfterSeconds };
}
