import { fileSize } from "@/lib/format/size";
import { MAX_BYTES } from "@/lib/uploads/upload";

/** What the file picker offers: exactly what the server takes. */
export const ACCEPTED_FILES = ".csv,.xlsx";

const READABLE_TYPE = /csv|text\/plain|excel|spreadsheet/;

/** Why a file is not worth sending, as a sentence with the next step; null when it is. */
export function fileProblem({ name, size, type }: Pick<File, "name" | "size" | "type">) {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === "xls") {
    return `${name} is in the old Excel format. Save it as .xlsx or .csv, then choose that file.`;
  }
  const readable = extension
    ? extension === "csv" || extension === "xlsx"
    : READABLE_TYPE.test(type);
  if (!readable) {
    return `${name} is neither a CSV nor an Excel file. Save it as .csv or .xlsx, or paste the links.`;
  }
  if (size === 0) return `${name} is empty. Choose a file with a header and at least one link.`;
  if (size > MAX_BYTES) {
    return `${name} has ${fileSize(size)}, and ${fileSize(MAX_BYTES)} is the limit. Split it into smaller files and upload one after the other.`;
  }
  return null;
}
