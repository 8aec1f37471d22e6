import type { NextConfig } from "next";

// The content security policy is the middleware's: it carries each answer's nonce.
const SECURITY_HEADERS = [
  { key: "strict-transport-security", value: "max-age=63072000" },
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
];

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
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
