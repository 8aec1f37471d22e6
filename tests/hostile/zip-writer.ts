import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a zip file. What is left out is told truthfully. */
export type ZipEntry = {
  name: string;
  data: string | Uint8Array;
  /** The unpacked size the directory claims. */
  claimedBytes?: number;
  /** Already deflated bytes of `data`, for data that is too large to hold. */
  deflated?: { bytes: Uint8Array; unpackedBytes: number };
  isEncrypted?: boolean;
};

/** Writes a zip file, with whatever lies the entries ask for. */
export function writeZip(entries: ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const raw = Buffer.from(entry.data);
    const packed = Buffer.from(entry.deflated?.bytes ?? deflateRawSync(raw));
    const name = Buffer.from(entry.name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(entry.isEncrypted ? 1 : 0, 6);
    header.writeUInt16LE(8, 8);
    header.writeUInt16LE(0x21, 12);
    header.writeUInt32LE(crc32(raw), 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(entry.claimedBytes ?? entry.deflated?.unpackedBytes ?? raw.length, 22);
    header.writeUInt16LE(name.length, 26);
    local.push(header, name, packed);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 4);
    header.copy(record, 6, 4, 30);
    record.writeUInt32LE(offset, 42);
    central.push(record, name);
    offset += header.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
