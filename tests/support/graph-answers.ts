import type { Answering, Asked } from "./answering-server.ts";

/** The body of one read, an error by its code, or null for what a batch left out. */
export type GraphSaid =
  | { body: unknown }
  | { code: number; subcode?: number; message?: string }
  | null;

/** Answers Graph reads, alone or out of a batch, by what the test says to each address. */
export function graphAnswers(
  say: (path: string, query: URLSearchParams) => GraphSaid,
  headers: Record<string, string> = {},
) {
  return ({ path, query, method, body }: Asked): Answering => {
    if (method === "GET") return { headers, ...answerOf(say(relative(path), query)) };
    // Safe because a batch is what our clients post to these servers.
    const items = JSON.parse(new URLSearchParams(body).get("batch") ?? "[]") as {
      relative_url: string;
    }[];
    return {
      headers,
      body: items.map(({ relative_url }) => {
        const { pathname, searchParams } = new URL(relative_url, "http://graph.test/");
        const said = say(relative(pathname), searchParams);
        if (said === null) return null;
        const { status, body } = answerOf(said);
        return { code: status, body: JSON.stringify(body) };
      }),
    };
  };
}

/** The addresses of a batch, in order. */
export function batchOf({ body }: Asked): string[] {
  // Safe because a batch is what our clients post to these servers.
  const items = JSON.parse(new URLSearchParams(body).get("batch") ?? "[]") as {
    relative_url: string;
  }[];
  return items.map(({ relative_url }) => relative_url);
}

function relative(path: string) {
  return path.replace(/^\/(?:facebook\/|instagram\/)?(?:v26\.0\/)?/, "");
}

function answerOf(said: GraphSaid) {
  if (said === null) return { status: 500, body: "" };
  if ("body" in said) return { status: 200, body: said.body };
  const { code, subcode, message = `(#${code}) No.` } = said;
  const error = { message, type: "OAuthException", code, error_subcode: subcode, fbtrace_id: "A1" };
  return { status: 400, body: { error } };
}
