import { randomBytes } from "node:crypto";
import * as XLSX from "xlsx";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Distinct, well-formed YouTube links, new ones at each call, with a header row first. */
function rows(count: number) {
  const run = randomBytes(5).toString("hex").slice(0, 6);
  return Array.from({ length: count }, (_, index) => {
    let tail = "";
    for (let rest = index, place = 0; place < 5; place++, rest = Math.floor(rest / 64)) {
      tail += ALPHABET[rest % 64];
    }
    return ["youtube", `https://www.youtube.com/watch?v=${run}${tail}`] as const;
  });
}

const HEADER = ["platform", "url"] as const;

/** An upload of so many links as a file of the kind. */
export function uploadFile(count: number, kind: "csv" | "xlsx") {
  const table = [HEADER, ...rows(count)];
  if (kind === "csv") {
    return new File([table.map((row) => `${row.join(",")}\n`).join("")], `links-${count}.csv`);
  }
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table.map((row) => [...row])));
  // safe because type "buffer" makes a Buffer
  const bytes = XLSX.write(book, { type: "buffer", bookType: "xlsx", bookSST: true }) as Buffer;
  return new File([new Uint8Array(bytes)], `links-${count}.xlsx`);
}
