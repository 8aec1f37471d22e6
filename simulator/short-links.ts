import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { type Wording, withFaults } from "./fault-answers.ts";
import { hash } from "./random.ts";
import type { State } from "./state.ts";

const wording: Wording = (kind) => ({ status: kind === "429" ? 429 : 503, body: {} });

/** Codes that lead astray, for tests. `chain3` takes three more hops. */
const ASTRAY: Record<string, (host: string) => Response> = {
  loop: (host) => redirect(`https://${host}/loop2`),
  loop2: (host) => redirect(`https://${host}/loop`),
  private: () => redirect("https://10.0.0.7/admin"),
  metadata: () => redirect("http://169.254.169.254/latest/meta-data/"),
  plain: (host) => redirect(`http://${host}/simplepost`),
  elsewhere: () => redirect("https://example.com/@ada/video/7436518812345678901"),
  home: () => redirect("https://www.tiktok.com/"),
  gone: () => new Response("Not found", { status: 404 }),
  nowhere: () => new Response(null, { status: 302 }),
};

/** `/short/:host/:code` stands for `https://:host/:code`: what TikTok's and others' short links answer. */
export function shortLinkRoutes(state: State) {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.use(withFaults(state, "short_links", wording));
  routes.get("/:host/:path{.+}", (context) => {
    const { host, path } = context.req.param();
    const code = path.split("/").filter(Boolean).at(-1) ?? "";
    const hops = Number(/^chain(\d)$/.exec(code)?.[1] ?? 0);
    if (hops > 0) return redirect(`https://${host}/${hops > 1 ? `chain${hops - 1}` : "end"}`);
    if (code === "interstitial") return interstitial(target(host, code));
    if (code === "consent") return interstitial(null);
    return ASTRAY[code]?.(host) ?? redirect(target(host, code));
  });
  return routes;
}

function target(host: string, code: string) {
  const number = hash(code);
  if (host.includes("instagram") || host === "instagr.am") {
    return `https://www.instagram.com/reel/C${number.toString(36).padStart(10, "0")}/?igsh=abc`;
  }
  const id = (7_400_000_000_000_000_000n + BigInt(number) * 30_000_000n).toString();
  return `https://www.tiktok.com/@short.stories/video/${id}?_t=8abc&_r=1`;
}

function redirect(location: string) {
  return new Response(null, { status: 301, headers: { location } });
}

function interstitial(canonical: string | null) {
  const link = canonical
    ? `<link rel="canonical" href="${canonical.replaceAll("&", "&amp;")}">`
    : "";
  return new Response(`<!doctype html><html><head>${link}</head><body>One moment…</body></html>`, {
    headers: { "content-type": "text/html" },
  });
}
