import { describe, expect, it } from "vitest";
import { HOSTILE_CSV } from "./hostile-csv.ts";
import { HOSTILE_XLSX } from "./hostile-xlsx.ts";
import { readInChild } from "./read-in-child.ts";

const MAX_MS = 2_000;
const MAX_MIB = 512;

describe("a hostile file is refused with a sentence or read, within 2 s and 512 MiB (invariant 23)", () => {
  it.each([...HOSTILE_CSV, ...HOSTILE_XLSX])(
    "$what",
    { timeout: 30_000 },
    async ({ filename, bytes, becomes }) => {
      const { outcome, ms, peakMiB } = await readInChild(filename, bytes());
      if (process.env.HOSTILE_REPORT)
        console.log(ms.toFixed(0), "ms", peakMiB.toFixed(0), "MiB", JSON.stringify(outcome));
      if (typeof becomes === "number") {
        expect(outcome).toMatchObject({ kind: "read", rowsRead: becomes, judged: becomes });
      } else {
        expect(outcome).toMatchObject({ kind: "refused", message: expect.stringMatching(becomes) });
      }
      expect(ms).toBeLessThan(MAX_MS);
      expect(peakMiB).toBeLessThan(MAX_MIB);
    },
  );
});
