import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  /** As it was written, without the question mark. */
  search: string;
  headers: IncomingHttpHeaders;
  body: string;
};

export type Answering = {
  status?: number;
  headers?: Record<string, string>;
  /** JSON, unless it is a text already. */
  body?: unknown;
};

/** A platform that answers from fixtures: whatever the test says to each request. */
export async function startAnsweringServer() {
  const asked: Asked[] = [];
  let answer: (asked: Asked) => Answering = () => ({ status: 404, body: "" });
  const server = createServer(async (request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? "", "http://platform.test");
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method = "", headers } = request;
    const written = { query: searchParams, search: search.slice(1) };
    const one = { method, path: pathname, ...written, headers, body };
    asked.push(one);
    const said = answer(one);
    const text = typeof said.body === "string" ? said.body : JSON.stringify(said.body ?? {});
    response.writeHead(said.status ?? 200, said.headers).end(text);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  // Safe because the server listens on a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    /** From now on, and forgets what was asked. */
    answers(next: typeof answer) {
      asked.length = 0;
      answer = next;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** Settings of a server whose platforms are all at one address. */
export function settingsAt(url: string) {
  return {
    NEXT_PUBLIC_SUPABASE_URL: "http://supabase.test",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "key",
    SUPABASE_SECRET_KEY: "key",
    CRON_SECRET: "test-cron-secret-0",
    FEATURE_FAKE_INSIGHTS: "true",
    SIMULATOR_URL: url,
  };
}
