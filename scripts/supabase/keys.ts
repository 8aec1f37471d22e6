import { randomBytes } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const keysFile = z.object({
  publishableKey: z.string(),
  secretKey: z.string(),
  jwtSecret: z.string(),
  cronSecret: z.string(),
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
  };
}

/** This data folder's keys, made on the first start and readable by their owner alone. */
export async function keepKeys(folder: string): Promise<Keys> {
  const path = join(folder, "keys.json");
  try {
    return keysFile.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    const keys = makeKeys();
    await writeFile(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    await chmod(path, 0o600);
    return keys;
  }
}
