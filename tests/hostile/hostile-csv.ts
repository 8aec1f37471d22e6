/** A file made to do harm, and what has to become of it. */
export type HostileFile = {
  what: string;
  filename: string;
  bytes: () => Uint8Array;
  /** The sentence it is refused with, or the number of rows that are read from it. */
  becomes: RegExp | number;
};

const LINK = "https://youtu.be/dQw4w9WgXcQ";
const TEN_MIB = 10 * 1024 * 1024;

function csv(what: string, becomes: RegExp | number, text: () => string | Uint8Array): HostileFile {
  return { what, filename: "links.csv", bytes: () => Buffer.from(text()), becomes };
}

function filled(length: number, text: string) {
  return text.repeat(Math.floor(length / text.length));
}

export const HOSTILE_CSV: HostileFile[] = [
  csv("ten million blank lines", 1, () => `url${filled(TEN_MIB - 40, "\n")}${LINK}`),
  csv("twenty million blank lines", /at most 10 MiB/, () => Buffer.alloc(20_000_000, "\n")),
  csv("five million rows of nothing", /empty/, () => filled(TEN_MIB, ",\n")),
  csv(
    "five million quoted rows of nothing",
    /no rows below/,
    () => `"url"\n${filled(TEN_MIB - 8, ",\n")}`,
  ),
  csv(
    "half a million columns",
    /more than 256 columns/,
    () => `url${",x".repeat(499_000)}\n${LINK}\n`,
  ),
  csv("ten million empty columns", /more than a million characters/, () => filled(TEN_MIB, ",")),
  csv(
    "ten million cells",
    50_000,
    () => `url\n${filled(TEN_MIB - 99, `x${",".repeat(207)}\n`).slice(0, 50_000 * 209)}`,
  ),
  csv("one line of ten MiB", /more than a million characters/, () => filled(TEN_MIB, "a")),
  csv(
    "a quote that is never closed",
    /more than a million characters/,
    () => `url\n"${filled(TEN_MIB - 9, `${LINK}\n`)}`,
  ),
  csv("a quote in every cell", /.|50000/, () => `url\n${filled(TEN_MIB - 9, '"')}`),
  csv("NUL bytes", /NUL character \(line 3\)/, () => `url\n${LINK}\n\0\0\0\n`),
  csv("lone surrogates", 2, () =>
    Buffer.from(`\ufeffurl,note\n${LINK},\ud800\n\udc00,x\n`, "utf16le"),
  ),
  csv("half a UTF-16 character at the end", 1, () =>
    Buffer.concat([Buffer.from(`\ufeffurl\n${LINK}`, "utf16le"), Buffer.of(0x41)]),
  ),
  csv(
    "a cell of a million spaces",
    11,
    () => `url\n${`${" ".repeat(400_000)}x${" ".repeat(500_000)}y\n`.repeat(11)}`,
  ),
  csv(
    "links nested in links",
    2_000,
    () =>
      `url\n${`https://l.facebook.com/l.php?u=${"https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D".repeat(45)}\n`.repeat(2_000)}`,
  ),
  csv("invalid UTF-8 throughout", 1, () =>
    Buffer.concat([Buffer.from("url\n"), Buffer.alloc(900_000, 0xff)]),
  ),
  {
    what: "a text named as a workbook",
    filename: "links.xlsx",
    bytes: () => Buffer.from(`url\n${LINK}`),
    becomes: /no Excel workbook/,
  },
];
