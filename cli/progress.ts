import { count } from "./text.ts";

const WIDTH = 30;

/** A bar on a terminal's stderr; nothing where nobody looks on. */
export function progressBar(what: string, total: number) {
  const shows = process.stderr.isTTY === true;
  const startedAt = Date.now();
  let drawnAt = 0;
  function draw(done: number, of: number, note: string) {
    const share = of > 0 ? Math.min(done / of, 1) : 0;
    const filled = Math.round(share * WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const line = `${bar} ${Math.floor(share * 100)}%  ${count(done)} of ${count(of)} ${what}  ${seconds} s ${note}`;
    process.stderr.write(`\r${line.slice(0, (process.stderr.columns ?? 80) - 1)}\x1b[K`);
  }
  return {
    show(done: number, { of = total, note = "" } = {}) {
      if (!shows || (Date.now() - drawnAt < 80 && done < of)) return;
      drawnAt = Date.now();
      draw(done, of, note);
    },
    /** Leaves the line to what is said next. */
    clear() {
      if (shows) process.stderr.write("\r\x1b[K");
    },
  };
}
