import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  // The dev server and the demo build can live side by side.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
};

export default config;
