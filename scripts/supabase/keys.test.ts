import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTokenKeys } from "../../lib/accounts/token-keys.ts";
import { keepKeys, makeKeys } from "./keys.ts";

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

it("gives a folder of before a key for tokens, and keeps it and the others", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keys-"));
  const { tokenKeys: _later, ...before } = makeKeys();
  await writeFile(join(folder, "keys.json"), JSON.stringify(before));
  const keys = await keepKeys(folder);
  expect(keys).toMatchObject(before);
  expect(readTokenKeys(keys.tokenKeys)?.byId.size).toBe(1);
  expect(await keepKeys(folder)).toEqual(keys);
  await rm(folder, { recursive: true });
});
