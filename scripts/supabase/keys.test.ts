import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepKeys } from "./keys.ts";

it("makes keys once, readable by their owner alone, different in each folder", async () => {
  const folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), "keys-"))));
  const [first = "", second = ""] = folders;
  const keys = await keepKeys(first);
  expect(await keepKeys(first)).toEqual(keys);
  expect((await stat(join(first, "keys.json"))).mode & 0o777).toBe(0o600);
  const others = Object.values(await keepKeys(second));
  expect(Object.values(keys).filter((key) => others.includes(key))).toEqual([]);
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});
