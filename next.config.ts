import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  // Its address holds a secret.
  headers: async () => [
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
