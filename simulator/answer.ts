import { exactJsonText } from "../lib/http/exact-json.ts";

/** What a simulated server says: written as JSON. */
export type Said = { status: number; body: unknown };

export function answer({ status, body }: Said, headers: Record<string, string> = {}): Response {
  return new Response(exactJsonText(body), {
    status,
    headers: { "content-type": "application/json; charset=UTF-8", ...headers },
  });
}
