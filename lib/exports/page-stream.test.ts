import { describe, expect, it, vi } from "vitest";
import type { Pages } from "./column.ts";
import { pageStream } from "./page-stream.ts";
import { xlsxStream } from "./xlsx.ts";

const columns = [{ key: "n", header: "n", type: "count" as const }];

/** Endless pages that count how many were asked for and tell when they were ended. */
function endless() {
  const seen = { pages: 0, ended: false };
  async function* generate(): Pages {
    try {
      for (;;) {
        seen.pages++;
        // Digits that do not compress well: the reader's limits must hold, not the packer's luck.
        yield Array.from({ length: 1_000 }, () => [String(Math.random()).slice(2, 15)]);
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, pages: generate() };
}

const streams = {
  pageStream: (pages: Pages) => pageStream("head", pages, (rows) => rows.join("\n")),
  xlsxStream: (pages: Pages) => xlsxStream(columns, pages),
};

const rest = () => new Promise((resolve) => setTimeout(resolve, 150));

describe.each(Object.entries(streams))("%s", (_name, write) => {
  it("asks for no more pages than its reader takes", async () => {
    const { seen, pages } = endless();
    const reader = write(pages).getReader();
    await reader.read();
    // Buffers on the way fill up first; then nothing more is asked for.
    let before = -1;
    while (seen.pages > before && seen.pages < 100) {
      before = seen.pages;
      await rest();
    }
    expect(seen.pages).toBeLessThan(100);
    await reader.cancel();
  });

  it("ends its source when the reader leaves", async () => {
    const { seen, pages } = endless();
    const reader = write(pages).getReader();
    await reader.read();
    await vi.waitFor(() => expect(seen.pages).toBeGreaterThan(0));
    await reader.cancel();
    await vi.waitFor(() => expect(seen.ended).toBe(true));
  });

  it("breaks off when its source fails, so that half a file never looks whole", async () => {
    async function* failing(): Pages {
      yield [["1"]];
      throw new Error("The database went away.");
    }
    await expect(new Response(write(failing())).bytes()).rejects.toThrow("The database went away.");
  });
});

describe("pageStream", () => {
  it("passes over empty pages", async () => {
    async function* pages(): Pages {
      yield* [[], [["a"]], [], [], [["b"]], []];
    }
    const text = await new Response(pageStream(">", pages(), (rows) => rows.join(""))).text();
    expect(text).toBe(">ab");
  });
});
