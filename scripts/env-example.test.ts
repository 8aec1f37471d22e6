import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const read = (path: string) => readFile(resolve(import.meta.dirname, "..", path), "utf8");

it("explains every setting of lib/env.ts in .env.example, and no other", async () => {
  const declared = (await read("lib/env.ts")).matchAll(/^ {4}([A-Z][A-Z_]+):/gm);
  const explained = (await read(".env.example")).matchAll(/^([A-Z][A-Z_]+)=/gm);
  // NODE_ENV is set by Next.
  const expected = [...declared].map(([, name]) => name).filter((name) => name !== "NODE_ENV");
  expect([...explained].map(([, name]) => name).sort()).toEqual(expected.sort());
});
