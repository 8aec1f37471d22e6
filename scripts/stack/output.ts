import { createInterface } from "node:readline";
import type { Guarded } from "../guarded.ts";

/** Passes on what a program prints, a line at a time, named by who said it. */
export function showOutput(name: string, { process: child }: Guarded, worth = (_: string) => true) {
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    createInterface({ input: from }).on("line", (line) => {
      if (line.trim() && worth(line)) to.write(`[${name}] ${line}\n`);
    });
  }
}
