import type { Pages, Row } from "./column.ts";

const encoder = new TextEncoder();

/**
 * A byte stream of `head` and then each page as `write` puts it. Pages are asked for only as the
 * reader reads; when the reader leaves, the source is told to end.
 */
export function pageStream(
  head: string,
  pages: Pages,
  write: (rows: readonly Row[]) => string,
): ReadableStream<Uint8Array> {
  const source = pages[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (head) controller.enqueue(encoder.encode(head));
    },
    async pull(controller) {
      let page = await source.next();
      // An empty page enqueues nothing, and a pull that does so is never called again.
      while (!page.done && page.value.length === 0) page = await source.next();
      if (page.done) controller.close();
      else controller.enqueue(encoder.encode(write(page.value)));
    },
    async cancel() {
      await source.return?.();
    },
  });
}
