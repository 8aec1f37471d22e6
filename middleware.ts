import { createServerClient } from "@supabase/ssr";
import { type NextRequest, NextResponse } from "next/server";

/**
 * Refreshes the session cookie, and hands the page its nonce and its own address. It keeps
 * nobody out: row level security and each route's own check do.
 */
export async function middleware(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-wanted-path", request.nextUrl.pathname + request.nextUrl.search);
  let response = NextResponse.next({ request: { headers } });

  const db = createServerClient(
    process.env.NEXT_PUBLIC_SUPABASE_URL ?? "",
    process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "",
    {
      // Who renews a session names it anew: by the browser, not by us.
      global: { headers: { "user-agent": request.headers.get("user-agent") ?? "" } },
      cookieOptions: { secure: process.env.NODE_ENV === "production" && !isLocal(request) },
      cookies: {
        getAll: () => request.cookies.getAll(),
        setAll(cookies, cacheHeaders) {
          for (const { name, value } of cookies) request.cookies.set(name, value);
          headers.set("cookie", request.cookies.toString());
          response = NextResponse.next({ request: { headers } });
          for (const { name, value, options } of cookies) {
            response.cookies.set(name, value, options);
          }
          for (const [name, value] of Object.entries(cacheHeaders)) {
            response.headers.set(name, value);
          }
        },
      },
    },
  );
  await db.auth.getClaims();
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    "/((?!_next/static|_next/image|icon|favicon.ico|api/).*)",
    {
      source: "/api/((?!cron/|worker).*)",
      // A program's token is no cookie to refresh, and no page of a browser is asked for with one.
      missing: [{ type: "header", key: "authorization", value: "Bearer .*" }],
    },
  ],
};

/** Scripts only with this answer's nonce; pictures from the platforms' own hosts. */
function contentSecurityPolicy(nonce: string) {
  const development = process.env.NODE_ENV === "development";
  const supabase = new URL(process.env.NEXT_PUBLIC_SUPABASE_URL ?? "http://localhost").origin;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: https:${pictureOrigin()}`,
    "font-src 'self'",
    `connect-src 'self' ${supabase}${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The simulator draws its thumbnails itself, over plain http. */
function pictureOrigin() {
  const { FEATURE_FAKE_INSIGHTS, SIMULATOR_URL } = process.env;
  const simulated = FEATURE_FAKE_INSIGHTS === "true" && SIMULATOR_URL;
  return simulated ? ` ${new URL(simulated).origin}` : "";
}

/** Browsers keep no Secure cookie of a plain http page, and the demo is one. */
function isLocal(request: NextRequest) {
  return request.nextUrl.protocol === "http:";
}
