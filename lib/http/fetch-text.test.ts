import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type CallLimits, fetchText } from "./fetch-text.ts";

const signal = new AbortController().signal;
let server: Server;

async function call(answer: RequestListener, limits: Partial<CallLimits> = {}) {
  server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  // Safe because the server listens on a port.
  const { port } = server.address() as AddressInfo;
  return fetchText({ url: new URL(`http://127.0.0.1:${port}/x?key=SECRET`), signal, limits });
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe("fetchText", () => {
  it("gives back status, text and what was asked in Retry-After", async () => {
    const answer = await call((_, response) => {
      response.writeHead(429, { "retry-after": "7" }).end("täglich");
    });
    expect(answer).toMatchObject({
      kind: "answered",
      status: 429,
      text: "täglich",
      retryAfterSeconds: 7,
    });
  });

  it("leaves a body that does not end at the limit, and closes the connection (invariant 15)", async () => {
    let sentBytes = 0;
    let closed = Promise.resolve();
    const answer = await call(
      (_, response) => {
        closed = once(response, "close").then(() => undefined);
        const chunk = Buffer.alloc(16_384, "x");
        const send = () => {
          sentBytes += chunk.length;
          if (!response.destroyed) response.write(chunk, () => setImmediate(send));
        };
        send();
      },
      { bodyBytes: 100_000 },
    );
    await closed;
    expect(answer).toMatchObject({ kind: "unanswered" });
    expect(answer.kind === "unanswered" && answer.detail).toMatch(/more than 100000 bytes/);
    expect(sentBytes).toBeLessThan(5_000_000);
  });

  it("leaves an answer whose body is too slow (invariant 15)", async () => {
    const started = performance.now();
    const answer = await call((_, response) => void response.writeHead(200).write("{"), {
      totalMs: 200,
    });
    expect(answer).toMatchObject({ detail: expect.stringMatching(/took more than 0\.2 s/) });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("follows no redirect", async () => {
    const asked: string[] = [];
    const answer = await call((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect(answer.kind).toBe("unanswered");
    expect(asked).toEqual(["/x?key=SECRET"]);
  });

  it("names the host and no secret when the connection breaks", async () => {
    const answer = await call((request) => request.destroy());
    expect(answer).toMatchObject({ detail: expect.stringMatching(/^127\.0\.0\.1:\d+ could not/) });
    expect(JSON.stringify(answer)).not.toContain("SECRET");
  });
});
