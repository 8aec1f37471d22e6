import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { NextRequest } from "next/server.js";
import { loadRoutes } from "../routes/route-files.ts";

/** The real endpoints on a real port, as Next would serve them. */
export async function serveRoutes() {
  const routes = [...(await loadRoutes())].map(([name, handler]) => {
    const [method = "", path = ""] = name.split(" ");
    const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, each = ""]) => each);
    const pattern = path.replaceAll(".", "\\.").replaceAll(/\[\w+\]/g, "([^/]+)");
    return { method, names, pattern: new RegExp(`^${pattern}$`), handler };
  });
  const server = createServer((request, response) => {
    answer(request).then(
      (given) => {
        response.writeHead(given.status, Object.fromEntries(given.headers));
        if (!given.body) return response.end();
        // safe because the two types of the same stream differ in name only
        Readable.fromWeb(given.body as ReadableStream).pipe(response);
      },
      (error) => response.writeHead(500).end(String(error)),
    );
  });

  async function answer(request: IncomingMessage) {
    const url = new URL(request.url ?? "/", "http://app.test");
    // What is fixed goes before what is named.
    const found = routes
      .filter(({ method, pattern }) => method === request.method && pattern.test(url.pathname))
      .sort((a, b) => a.names.length - b.names.length)[0];
    if (!found) return new Response("no such page", { status: 404 });
    const values = found.pattern.exec(url.pathname)?.slice(1) ?? [];
    const params = found.names.map((name, at) => [name, decodeURIComponent(values[at] ?? "")]);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const asked = new NextRequest(url, {
      method: request.method ?? "GET",
      // safe because node:http answers with text for the headers that are sent here
      headers: request.headers as Record<string, string>,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    return found.handler(asked, { params: Promise.resolve(Object.fromEntries(params)) });
  }

  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  // safe because it listens on a port, not on a socket
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((done) => server.close(done)),
  };
}
