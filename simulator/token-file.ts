import { readFileSync, writeFileSync } from "node:fs";
import type { Token, TokenStore } from "./grants.ts";

/** Keeps the simulator's tokens in a file that is readable by its owner alone. */
export function tokenFile(path: string): TokenStore {
  return {
    load() {
      try {
        // safe because `save` wrote it
        return JSON.parse(readFileSync(path, "utf8")) as Token[];
      } catch {
        return [];
      }
    },
    save: (tokens) => writeFileSync(path, JSON.stringify(tokens), { mode: 0o600 }),
  };
}
