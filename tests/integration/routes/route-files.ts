import { readdirSync } from "node:fs";
import { join } from "node:path";
import { NextRequest } from "next/server.js";

const API = join(import.meta.dirname, "../../../app/api");
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** Every endpoint below app/api as `METHOD /api/path`, with its handler. */
export async function loadRoutes() {
  const routes = new Map<string, Handler>();
  for (const file of readdirSync(API, { recursive: true, encoding: "utf8" })) {
    if (!/(^|\/)route\.tsx?$/.test(file)) continue;
    // safe because Next demands handlers of this shape under the names of the methods
    const handlers = (await import(join(API, file))) as Record<string, Handler>;
    for (const method of METHODS) {
      const handler = handlers[method];
      const path = file.replace(/\/route\.tsx?$/, "");
      if (handler) routes.set(`${method} /api/${path}`, handler);
    }
  }
  return routes;
}

type Call = { id?: string; headers?: Record<string, string>; body?: string | undefined };

/** Calls an endpoint as Next would, without the middleware. */
export async function callRoute(
  routes: Map<string, Handler>,
  route: string,
  { id = "", headers = {}, body }: Call,
) {
  const handler = routes.get(route);
  if (!handler) throw new Error(`There is no ${route}.`);
  const [method = "GET", path = ""] = route.split(" ");
  const request = new NextRequest(`http://app.test${path.replace(/\[(id|tag)\]/, id)}`, {
    method,
    headers: { host: "app.test", ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const response = await handler(request, { params: Promise.resolve({ id, tag: id }) });
  return { status: response.status, text: await response.text() };
}

/** One endpoint alone, where loading all of them would take longer than the test. */
export async function loadRoute(route: string) {
  const [method = "GET", path = ""] = route.split(" ");
  // safe as above
  const handlers = (await import(join(API, path.replace(/^\/api\//, ""), "route.ts"))) as Record<
    string,
    Handler
  >;
  const handler = handlers[method];
  if (!handler) throw new Error(`There is no ${route}.`);
  return new Map([[route, handler]]);
}
