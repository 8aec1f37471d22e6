import { writeZip, type ZipEntry } from "./zip-writer.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NS = "http://schemas.openxmlformats.org";
const REL = `${NS}/officeDocument/2006/relationships`;

export type SheetSource = {
  name: string;
  /** Cells as text, or the inner XML of `sheetData`. */
  rows: string[][] | string;
  isHidden?: boolean;
};

/** A workbook as spreadsheet programs write it, with shared strings. `also` adds or replaces parts. */
export function writeWorkbook(
  sheets: SheetSource[],
  { activeTab = 0, also = [] }: { activeTab?: number; also?: ZipEntry[] } = {},
): Buffer {
  const strings = new Map<string, number>();
  const parts = new Map<string, ZipEntry>();
  const add = (name: string, data: string) => parts.set(name, { name, data });
  sheets.forEach(({ rows }, index) => {
    const data = typeof rows === "string" ? rows : sheetData(rows, strings);
    add(
      `xl/worksheets/sheet${index + 1}.xml`,
      `${XML}<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
    );
  });
  const list = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escaped(name)}"${isHidden ? ' state="hidden"' : ""} sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const links = sheets.map((_, index) =>
    relation(index + 1, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  add("_rels/.rels", relations([relation(1, "officeDocument", "xl/workbook.xml")]));
  add(
    "xl/workbook.xml",
    `${XML}<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${REL}"><bookViews><workbookView activeTab="${activeTab}"/></bookViews><sheets>${list.join("")}</sheets></workbook>`,
  );
  add(
    "xl/_rels/workbook.xml.rels",
    relations([
      ...links,
      relation(90, "sharedStrings", "sharedStrings.xml"),
      relation(91, "styles", "styles.xml"),
    ]),
  );
  const texts = Array.from(strings.keys(), (text) => `<si><t>${escaped(text)}</t></si>`);
  add(
    "xl/sharedStrings.xml",
    `${XML}<sst xmlns="${NS}/spreadsheetml/2006/main">${texts.join("")}</sst>`,
  );
  for (const entry of also) parts.set(entry.name, entry);
  return writeZip([...parts.values()]);
}

function sheetData(rows: string[][], strings: Map<string, number>) {
  return rows
    .map((cells, row) => {
      const list = cells.map((text, column) => {
        if (text === "") return "";
        const index = strings.get(text) ?? strings.size;
        strings.set(text, index);
        return `<c r="${columnName(column)}${row + 1}" t="s"><v>${index}</v></c>`;
      });
      return `<row r="${row + 1}">${list.join("")}</row>`;
    })
    .join("");
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

function relation(id: number, type: string, target: string) {
  return `<Relationship Id="rId${id}" Type="${REL}/${type}" Target="${target}"/>`;
}

function relations(list: string[]) {
  return `${XML}<Relationships xmlns="${NS}/package/2006/relationships">${list.join("")}</Relationships>`;
}

function escaped(text: string) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
