import type { Pages, Row } from "./column.ts";

/** Takes rows off pages in portions of any size, asking for a page only when the last one is used up. */
export class PageCursor {
  readonly #source: AsyncIterator<readonly Row[]>;
  #page: readonly Row[] = [];
  #taken = 0;

  constructor(pages: Pages) {
    this.#source = pages[Symbol.asyncIterator]();
  }

  /** Whether a row is left. Reads the next page if that is what it takes to know. */
  async more(): Promise<boolean> {
    while (this.#taken >= this.#page.length) {
      const next = await this.#source.next();
      if (next.done) return false;
      this.#page = next.value;
      this.#taken = 0;
    }
    return true;
  }

  /** At most `count` rows of the page at hand. */
  take(count: number): readonly Row[] {
    const rows = this.#page.slice(this.#taken, this.#taken + count);
    this.#taken += rows.length;
    return rows;
  }

  async end(): Promise<void> {
    await this.#source.return?.();
  }
}
