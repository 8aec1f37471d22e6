import { attribute, tagsNamed } from "./xml-scan.ts";
import { damaged, type ZipParts } from "./zip-parts.ts";

/** Where the things of a workbook are. */
export type WorkbookIndex = {
  /** In the file's order. */
  sheets: { name: string; part: string; isHidden: boolean }[];
  activeSheet: number;
  sharedStrings: string | null;
  styles: string | null;
  /** Old Mac workbooks count days from 1904. */
  countsFrom1904: boolean;
};

/** Reads a workbook's own table of contents. Throws AppError. */
export async function readWorkbookIndex(zip: ZipParts): Promise<WorkbookIndex> {
  const roots = zip.has("_rels/.rels") ? await relationships(zip, "_rels/.rels", "") : [];
  const main = roots.find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const links = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const related = await relationships(zip, links, folder);
  const xml = await zip.text(main);

  const sheets = tagsNamed(xml, "sheet").flatMap((tag) => {
    const id = attribute(tag, "id") ?? attribute(tag, "r:id");
    const target = related.find((link) => link.id === id && link.type === "worksheet");
    const name = attribute(tag, "name");
    const isHidden = (attribute(tag, "state") ?? "visible") !== "visible";
    return target && name !== null ? [{ name, part: target.part, isHidden }] : [];
  });
  if (sheets.length === 0) throw damaged();
  const [view = ""] = tagsNamed(xml, "workbookView");
  const [settings = ""] = tagsNamed(xml, "workbookPr");
  return {
    sheets,
    activeSheet: Number(attribute(view, "activeTab") ?? 0),
    sharedStrings: partOf(zip, related, "sharedStrings"),
    styles: partOf(zip, related, "styles"),
    countsFrom1904: ["1", "true"].includes(attribute(settings, "date1904") ?? ""),
  };
}

type Relationship = { id: string; type: string; part: string };

async function relationships(zip: ZipParts, name: string, folder: string): Promise<Relationship[]> {
  return tagsNamed(await zip.text(name), "Relationship").map((tag) => ({
    id: attribute(tag, "Id") ?? "",
    type: (attribute(tag, "Type") ?? "").split("/").at(-1) ?? "",
    part: partName(folder, attribute(tag, "Target") ?? ""),
  }));
}

function partName(folder: string, target: string) {
  return target.startsWith("/") ? target.slice(1) : folder + target.replace(/^\.\//, "");
}

function partOf(zip: ZipParts, related: Relationship[], type: string) {
  const part = related.find((link) => link.type === type)?.part;
  return part && zip.has(part) ? part : null;
}
