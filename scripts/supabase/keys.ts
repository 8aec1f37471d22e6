import { randomBytes } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const keysFile = z.object({
  publishableKey: z.string(),
  secretKey: z.string(),
  jwtSecret: z.string(),
  cronSecret: z.string(),
  // Data folders of before have none yet.
  tokenKeys: z.string().default(newTokenKeys),
});

export type Keys = z.output<typeof keysFile>;

/** New keys and secrets, of the form that hosted Supabase has. */
export function makeKeys(): Keys {
  const random = () => randomBytes(24).toString("base64url");
  return {
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
    jwtSecret: random() + random(),
    cronSecret: random(),
    tokenKeys: newTokenKeys(),
  };
}

/** TOKEN_KEYS of lib/env.ts with one key. */
function newTokenKeys() {
  return `demo:${randomBytes(32).toString("base64")}`;
}

/** This data folder's keys, made on the first start and readable by their owner alone. */
export async function keepKeys(folder: string): Promise<Keys> {
  const path = join(folder, "keys.json");
  const known = await readFile(path, "utf8").catch(() => "null");
  const keys = readKeys(known) ?? makeKeys();
  const text = `${JSON.stringify(keys, null, 2)}\n`;
  if (text !== known) {
    await writeFile(path, text, { mode: 0o600 });
    await chmod(path, 0o600);
  }
  return keys;
}

function readKeys(text: string) {
  try {
    return keysFile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
