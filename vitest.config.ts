import { defineConfig } from "vitest/config";
import { testEnv } from "./tests/support/env.ts";

const root = import.meta.dirname;
const support = (name: string) => `${root}/tests/support/${name}.ts`;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      { find: /^next\/headers$/, replacement: support("next-headers") },
      { find: /^next\/server$/, replacement: support("next-server") },
      { find: /^next\/cache$/, replacement: support("next-cache") },
      { find: /^server-only$/, replacement: support("empty") },
    ],
  },
  test: {
    env: testEnv,
    restoreMocks: true,
    // The embedded Supabase prints each refused statement; tests look at the answer instead.
    onConsoleLog: (log) => !log.startsWith("PostgresError"),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,lib,components,simulator,scripts,bench}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: support("cluster"),
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Two cores, and each file brings a server of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "hostile",
          include: ["tests/hostile/**/*.test.ts"],
          testTimeout: 120_000,
          // Their time and memory are measured, so nothing runs beside them.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
