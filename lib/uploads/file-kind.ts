import { AppError } from "../errors.ts";
import { MAX_BYTES } from "./upload.ts";

export type FileKind = "csv" | "xlsx";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
// Old .xls workbooks and password-protected new ones share this container.
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const SAVE_AS: Record<string, string> = {
  xls: "This is a workbook in the old Excel format. Save it as .xlsx and upload it again.",
  xlsm: "Workbooks with macros (.xlsm) are not accepted. Save it as .xlsx without macros and upload it again.",
  xlsb: "Binary workbooks (.xlsb) are not accepted. Save it as .xlsx and upload it again.",
  ods: "OpenDocument sheets (.ods) are not accepted. Save it as .xlsx or .csv and upload it again.",
  numbers: "Numbers documents are not accepted. Export it as .xlsx or .csv and upload it again.",
};

/** Tells a CSV file from a workbook: by extension, then by content type, and never against its bytes. */
export function fileKind(
  bytes: Uint8Array,
  filename: string,
  contentType: string | null,
): FileKind {
  if (bytes.length > MAX_BYTES) throw tooLarge(bytes.length);
  const kind = namedKind(filename, contentType);
  if (bytes.length === 0) throw new AppError("invalid_input", "This file is empty.");
  if (startsWith(bytes, OLE)) throw oleContainer(bytes);
  const isZip = startsWith(bytes, ZIP);
  if (kind === "csv" && isZip) throw misnamed("CSV", "is a workbook or a zip file", ".xlsx");
  if (kind === "xlsx" && !isZip) throw misnamed("XLSX", "is no Excel workbook", ".csv");
  return kind;
}

function namedKind(filename: string, contentType: string | null): FileKind {
  const extension = /\.([^./\\]*)$/.exec(filename.trim())?.[1]?.toLowerCase();
  if (extension === "csv" || extension === "xlsx") return extension;
  const type = contentType?.toLowerCase() ?? "";
  if (extension === undefined) {
    if (type.includes("csv") || type.startsWith("text/plain")) return "csv";
    if (type.includes("excel") || type.includes("spreadsheet")) return "xlsx";
  }
  const advice = SAVE_AS[extension ?? ""] ?? "Save it as .csv or .xlsx and upload it again.";
  throw new AppError(
    "unsupported_type",
    `"${shortened(filename)}" (${type || "no content type"}) cannot be read. ${advice}`,
  );
}

function shortened(filename: string) {
  const name = filename.slice(0, 120).toWellFormed();
  return filename.length > 120 ? `${name}…` : name;
}

function startsWith(bytes: Uint8Array, signature: number[]) {
  return signature.every((byte, index) => bytes[index] === byte);
}

function tooLarge(size: number) {
  const mebibytes = (size / 1024 / 1024).toFixed(1);
  return new AppError(
    "too_large",
    `This file has ${mebibytes} MiB; at most 10 MiB are accepted. Split it into smaller files.`,
  );
}

function oleContainer(bytes: Uint8Array) {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED);
  if (isEncrypted) return passwordProtected();
  return new AppError("unsupported_type", SAVE_AS.xls ?? "");
}

export function passwordProtected(): AppError {
  return new AppError(
    "unsupported_type",
    "This workbook is protected by a password. Remove the password and upload it again.",
  );
}

function misnamed(named: string, truth: string, extension: string) {
  return new AppError(
    "unsupported_type",
    `This file is named as ${named} but ${truth}. If it is a file of links, rename it to ${extension}, or save it again.`,
  );
}
