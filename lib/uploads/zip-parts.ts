import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { AppError } from "../errors.ts";
import { passwordProtected } from "./file-kind.ts";

const MAX_ENTRIES = 2_000;
/** What one part may unpack to, and all parts that are read together. */
const MAX_PART_BYTES = 64 * 1024 * 1024;
const MAX_TOTAL_BYTES = 96 * 1024 * 1024;
const PIECE_CHARACTERS = 65_536;

/** The parts of a workbook. Nothing is unpacked before it is asked for, or beyond the budget. */
export type ZipParts = {
  has: (name: string) => boolean;
  /** The part's text, piece by piece. Stop reading at any time. Throws AppError. */
  pieces: (name: string) => AsyncGenerator<string, void>;
  text: (name: string) => Promise<string>;
};

/** Checks the directory of a zip file and opens it. Throws AppError. */
export async function openZip(bytes: Uint8Array): Promise<ZipParts> {
  const zip = await fromBufferPromise(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  ).catch(rethrowDamaged);
  const entries = await readDirectory(zip).catch(rethrowDamaged);
  const budget = { leftBytes: MAX_TOTAL_BYTES };

  async function* pieces(name: string) {
    const entry = entries.get(name.toLowerCase());
    if (!entry) throw damaged();
    if (entry.uncompressedSize > MAX_PART_BYTES) throw tooBig();
    try {
      yield* decodedPieces(await zip.openReadStreamPromise(entry), budget);
    } catch (error) {
      rethrowDamaged(error);
    }
  }

  return {
    has: (name) => entries.has(name.toLowerCase()),
    pieces,
    text: async (name) => {
      const all: string[] = [];
      for await (const piece of pieces(name)) all.push(piece);
      return all.join("");
    },
  };
}

async function readDirectory(zip: ZipFile) {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entry.isEncrypted()) throw passwordProtected();
    if (entries.has(name)) throw damaged();
    entries.set(name, entry);
    if (entries.size > MAX_ENTRIES) throw tooBig();
  }
  return entries;
}

// The directory may lie about sizes, so what counts is what really comes out.
async function* decodedPieces(stream: AsyncIterable<Buffer>, budget: { leftBytes: number }) {
  const decoder = new TextDecoder();
  let piece = "";
  let partBytes = 0;
  for await (const bytes of stream) {
    partBytes += bytes.length;
    budget.leftBytes -= bytes.length;
    if (partBytes > MAX_PART_BYTES || budget.leftBytes < 0) throw tooBig();
    piece += decoder.decode(bytes, { stream: true });
    if (piece.length < PIECE_CHARACTERS) continue;
    yield checked(piece);
    piece = "";
  }
  piece += decoder.decode();
  yield checked(piece);
}

// Entities are never expanded here; a workbook that declares some was made to harm a reader.
// A NUL has no place in XML, and no database stores one.
function checked(piece: string) {
  if (!piece.includes("<!DOCTYPE") && !piece.includes("<!ENTITY")) {
    return piece.replaceAll("\0", "\ufffd");
  }
  throw new AppError(
    "malformed",
    "This workbook declares XML entities, which no spreadsheet program writes. Save it again as .xlsx and upload it.",
  );
}

export function damaged(): AppError {
  return new AppError(
    "malformed",
    "This workbook is damaged or not complete. Open it, save it again as .xlsx and upload it.",
  );
}

function tooBig() {
  return new AppError(
    "too_large",
    "This workbook unpacks to more than is read here. Copy the sheet with the links into a new workbook and upload that.",
  );
}

function rethrowDamaged(error: unknown): never {
  throw error instanceof AppError ? error : damaged();
}
