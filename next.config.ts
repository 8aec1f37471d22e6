import type { NextConfig } from "next";

// The content security policy is the middleware's: it carries each answer's nonce.
const OF_PAGES = [
  { key: "strict-transport-security", value: "max-age=63072000" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
];

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  headers: async () => [
    { source: "/:path*", headers: [{ key: "x-content-type-options", value: "nosniff" }] },
    // Scripts and styles are read by what the page was told.
    { source: "/((?!_next/static/).*)", headers: OF_PAGES },
    // Its address holds a secret.
    {
      source: "/invite/:secret",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Robots-Tag", value: "noindex" },
      ],
    },
  ],
  // The dev server and the demo build can live side by side.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
};

export default config;
