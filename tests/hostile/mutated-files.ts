import { seeded } from "./seeded.ts";
import { writeWorkbook } from "./workbook-writer.ts";

export type MutatedFile = { filename: string; bytes: Uint8Array };

const LINKS = [
  "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s",
  "https://youtu.be/jNQXAC9IVRw",
  "https://www.tiktok.com/@user/video/7438812090417123456",
  "https://vm.tiktok.com/ZMabc12/",
  "https://www.instagram.com/reel/DLlGZiCOBQ0/?igsh=a%3D%3D",
  "https://www.facebook.com/permalink.php?story_fbid=1234567890&id=100064123",
  "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7123456789012345678",
  "https://www.youtube.com/@channel",
  "nothing",
  "",
];
const ROWS = [
  ["Platform", "URL", "note"],
  ...LINKS.map((link, n) => [["", "yt", "Tik Tok", "ig", "myspace"][n % 5] ?? "", link, `Ö ${n}`]),
  ...LINKS.map((link) => ["", link, "again"]),
];
// What parsers trip over, in either kind of file.
const TOKENS = [
  '"',
  '""',
  "\n",
  "\r\n",
  "\r",
  ",",
  ";",
  "\t",
  "|",
  "\0",
  "\ufeff",
  "\ud800",
  "&#0;",
]
  .concat(["<", ">", "&amp;", "&#xFFFFFFFF;", "]]>", "<!--", "<!DOCTYPE x>", "<row>", "</row>"])
  .concat([
    "<c>",
    "</c>",
    't="s"',
    'r="XFD1"',
    "url",
    "platform",
    "https://",
    "%",
    "%ff",
    "_x0000_",
  ]);

/** The n-th mutated file of a seed: a sound file that something happened to, once or a few times. */
export function mutatedFile(seed: number, n: number): MutatedFile {
  const random = seeded(seed * 1_000_003 + n);
  if (n % 2 === 0) return { filename: "links.csv", bytes: mutate(csv(random), random) };
  // Half of the workbooks are hurt inside, where the zip's own checks do not see it.
  if (random() < 0.5) return { filename: "links.xlsx", bytes: mutate(workbook(), random) };
  return { filename: "links.xlsx", bytes: hurtWorkbook(random) };
}

function csv(random: () => number) {
  const delimiter = pick([",", ";", "\t", "|"], random);
  const quote = random() < 0.5 ? '"' : "";
  const text = ROWS.map((cells) => cells.map((cell) => quote + cell + quote).join(delimiter)).join(
    pick(["\n", "\r\n"], random),
  );
  const encoding = pick(["utf8", "utf16le", "latin1"] as const, random);
  return Buffer.from(encoding === "utf16le" ? `\ufeff${text}` : text, encoding);
}

function workbook() {
  return writeWorkbook([
    { name: "Notes", rows: [["hello"]] },
    { name: "Links", rows: ROWS },
  ]);
}

function hurtWorkbook(random: () => number) {
  const name = pick(["worksheets/sheet2.xml", "sharedStrings.xml", "workbook.xml"], random);
  const cells = ROWS.map(
    (row, n) =>
      `<row r="${n + 1}">${row.map((text) => `<c t="inlineStr"><is><t>${text.replaceAll("&", "&amp;")}</t></is></c>`).join("")}</row>`,
  );
  const sound =
    name === "workbook.xml"
      ? '<workbook><sheets><sheet name="Links" r:id="rId2"/></sheets></workbook>'
      : `<worksheet><sheetData>${cells.join("")}</sheetData></worksheet>`;
  return writeWorkbook(
    [
      { name: "Notes", rows: [["hello"]] },
      { name: "Links", rows: ROWS },
    ],
    { also: [{ name: `xl/${name}`, data: mutate(Buffer.from(sound), random) }] },
  );
}

function mutate(sound: Uint8Array, random: () => number): Uint8Array {
  let bytes = Buffer.from(sound);
  const times = 1 + Math.floor(random() * 6);
  for (let n = 0; n < times; n++) {
    const at = Math.floor(random() * bytes.length);
    const until = Math.min(bytes.length, at + Math.floor(random() * 60));
    const [head, part, tail] = [
      bytes.subarray(0, at),
      bytes.subarray(at, until),
      bytes.subarray(until),
    ];
    const kind = random();
    if (kind < 0.25) bytes.writeUInt8(Math.floor(random() * 256), Math.min(at, bytes.length - 1));
    else if (kind < 0.6)
      bytes = Buffer.concat([head, Buffer.from(pick(TOKENS, random)), part, tail]);
    else if (kind < 0.75) bytes = Buffer.concat([head, tail]);
    else if (kind < 0.9) bytes = Buffer.concat([head, part, part, tail]);
    else bytes = Buffer.from(head);
    if (bytes.length === 0) bytes = Buffer.of(10);
  }
  return bytes;
}

function pick<T>(list: readonly T[], random: () => number): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error("The list is empty.");
  return found;
}
