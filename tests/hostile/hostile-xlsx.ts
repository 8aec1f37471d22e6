import { constants, deflateRawSync } from "node:zlib";
import type { HostileFile } from "./hostile-csv.ts";
import { writeWorkbook } from "./workbook-writer.ts";
import { writeZip } from "./zip-writer.ts";

const GIB = 1024 ** 3;
const BLOCK = 16 * 1024 ** 2;
const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";
const LINK = "https://youtu.be/dQw4w9WgXcQ";
const GOOD = [{ name: "Links", rows: [["url"], [LINK]] }];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LAUGHS = `<!DOCTYPE sst [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`).join("")}]><sst><si><t>&a8;</t></si></sst>`;

function xlsx(what: string, becomes: RegExp | number, bytes: () => Uint8Array): HostileFile {
  return { what, filename: "links.xlsx", bytes, becomes };
}

function sheet(data: string) {
  return writeWorkbook([{ name: "Links", rows: data }]);
}

function row(number: number, cells: string) {
  return `<row r="${number}">${cells}</row>`;
}

function inline(reference: string, text: string) {
  return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** A GiB of one letter in a few hundred KB: one deflated block, again and again. */
function bomb(name: string, claimedBytes?: number) {
  const block = deflateRawSync(Buffer.alloc(BLOCK, "<row r='1'>"), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const blocks = Array.from({ length: GIB / BLOCK }, () => block);
  const deflated = { bytes: Buffer.concat([...blocks, Buffer.of(3, 0)]), unpackedBytes: GIB };
  const entry = {
    name,
    data: "",
    deflated,
    ...(claimedBytes === undefined ? {} : { claimedBytes }),
  };
  return writeWorkbook(GOOD, { also: [entry] });
}

const HEADER = row(1, inline("A1", "url"));

export const HOSTILE_XLSX: HostileFile[] = [
  xlsx("a sheet that unpacks to a GiB", /unpacks to more/, () => bomb(SHEET)),
  xlsx("a sheet that lies about its GiB", /damaged/, () => bomb(SHEET, 1000)),
  xlsx("texts that unpack to a GiB", /unpacks to more/, () => bomb(STRINGS)),
  xlsx("a bomb that nothing refers to", 1, () => bomb("xl/media/image1.png")),
  xlsx("a workbook within a zip", /damaged/, () =>
    writeZip([{ name: "inner.xlsx", data: writeWorkbook(GOOD) }]),
  ),
  xlsx("a billion laughs", /declares XML entities/, () =>
    writeWorkbook(GOOD, { also: [{ name: STRINGS, data: LAUGHS }] }),
  ),
  xlsx("an external entity in a sheet", /declares XML entities/, () =>
    writeWorkbook(GOOD, {
      also: [
        { name: SHEET, data: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet/>' },
      ],
    }),
  ),
  xlsx("a million columns", /more than 256 columns|damaged/, () =>
    sheet(HEADER + row(2, "<c><v>1</v></c>".repeat(1_000_000))),
  ),
  xlsx("a cell in the farthest corner", /Row 1,048,576 has more than 256 columns/, () =>
    sheet(HEADER + row(1_048_576, inline("XFD1048576", LINK))),
  ),
  xlsx("empty styled cells far to the right", 50_000, () =>
    sheet(
      HEADER +
        Array.from({ length: 50_000 }, (_, n) =>
          row(n + 2, `${inline("A", LINK)}<c r="XFD${n + 2}" s="1"/>`),
        ).join(""),
    ),
  ),
  xlsx("a cell in the last column that is read, in every row", 50_000, () =>
    sheet(
      HEADER +
        Array.from({ length: 50_000 }, (_, n) => row(n + 2, `<c r="IV${n + 2}"><v>1</v></c>`)).join(
          "",
        ),
    ),
  ),
  xlsx("two and a half million blank rows", 1, () =>
    sheet(`${HEADER}${"<row></row><row/>".repeat(1_250_000)}${row(9, inline("A9", LINK))}`),
  ),
  xlsx("two million rows", /more than 50,000 rows/, () =>
    sheet(HEADER + "<row><c><v>1</v></c></row>".repeat(2_000_000)),
  ),
  xlsx("a tag that never ends", /damaged/, () => sheet(`<row r="${"1".repeat(60_000_000)}`)),
  xlsx("a text that never ends", /damaged/, () =>
    sheet(`<row><c t="inlineStr"><is><t>${"x".repeat(60_000_000)}`),
  ),
  xlsx("ten million texts", /more texts than are read/, () =>
    writeWorkbook(GOOD, {
      also: [{ name: STRINGS, data: `<sst>${"<si/>".repeat(10_000_000)}</sst>` }],
    }),
  ),
  xlsx("lone surrogates, NULs and impossible characters", 1, () =>
    sheet(HEADER + row(2, inline("A2", "&#xD800;&#0;&#x7fffffff;_xDC00_"))),
  ),
  xlsx("duplicate entries", /damaged/, () =>
    writeZip([
      { name: "xl/workbook.xml", data: "a" },
      { name: "XL/workbook.xml", data: "b" },
    ]),
  ),
  xlsx("five thousand entries", /unpacks to more/, () =>
    writeZip(Array.from({ length: 5_000 }, (_, n) => ({ name: `x${n}`, data: "" }))),
  ),
  xlsx("names that climb out of the folder", /damaged/, () =>
    writeZip([{ name: "../../etc/passwd", data: "x" }]),
  ),
  xlsx("encrypted entries", /protected by a password/, () =>
    writeZip([{ name: "xl/workbook.xml", data: "x", isEncrypted: true }]),
  ),
  xlsx("a workbook with a password", /protected by a password/, () =>
    Buffer.concat([
      Buffer.from(OLE),
      Buffer.alloc(1016),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]),
  ),
  xlsx("an old workbook by a new name", /old Excel format/, () =>
    Buffer.concat([Buffer.from(OLE), Buffer.alloc(4096)]),
  ),
  xlsx("half a workbook", /damaged/, () => writeWorkbook(GOOD).subarray(0, 700)),
  xlsx("a directory that points nowhere", /damaged/, () => {
    const bytes = writeWorkbook(GOOD);
    bytes.writeUInt32LE(0xfffffff0, bytes.length - 6);
    return bytes;
  }),
  {
    what: "a workbook named as CSV",
    filename: "links.csv",
    bytes: () => writeWorkbook(GOOD),
    becomes: /rename it to \.xlsx/,
  },
];
