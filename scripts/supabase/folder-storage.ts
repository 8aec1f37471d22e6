import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, extname, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import type { App } from "@supabase/lite";

type StorageAdapter = NonNullable<App["_storageAdapter"]>;
type Metadata = Awaited<ReturnType<StorageAdapter["headObject"]>>;

type Body = Parameters<StorageAdapter["uploadObject"]>[3];

const TYPES: Record<string, string> = {
  ".csv": "text/csv",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Keeps the objects of Storage as files: `<folder>/<bucket>/<key>`. */
export function folderStorage(folder: string): StorageAdapter {
  const root = resolve(folder);
  function fileOf(bucket: string, key: string) {
    const path = resolve(root, bucket, key);
    if (path.startsWith(root + sep)) return path;
    throw new Error("The key leads out of the bucket.");
  }
  async function metadata(path: string): Promise<Metadata> {
    const { size, mtime } = await stat(path);
    return {
      cacheControl: "no-cache",
      contentLength: size,
      size,
      mimetype: TYPES[extname(path)] ?? "application/octet-stream",
      lastModified: mtime,
      eTag: `"${createHash("sha256").update(`${path}:${mtime.getTime()}`).digest("hex")}"`,
    };
  }
  return {
    driver: null,
    async getObject(bucket, key) {
      const path = fileOf(bucket, key);
      const body = Readable.toWeb(createReadStream(path));
      return { httpStatusCode: 200, metadata: await metadata(path), body };
    },
    async uploadObject(bucket, key, _version, body, contentType, cacheControl) {
      const path = fileOf(bucket, key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await bytes(body));
      return { ...(await metadata(path)), cacheControl, mimetype: contentType };
    },
    async deleteObject(bucket, key) {
      await rm(fileOf(bucket, key), { force: true });
    },
    async deleteObjects(bucket, keys) {
      for (const key of keys) await rm(fileOf(bucket, key), { force: true });
    },
    async copyObject(fromBucket, fromKey, _fromVersion, toBucket, toKey) {
      const path = fileOf(toBucket, toKey);
      await mkdir(dirname(path), { recursive: true });
      await copyFile(fileOf(fromBucket, fromKey), path);
      return { httpStatusCode: 200, ...(await metadata(path)) };
    },
    async headObject(bucket, key) {
      return metadata(fileOf(bucket, key));
    },
    async privateAssetUrl(bucket, key) {
      return `file://${fileOf(bucket, key)}`;
    },
  };
}

async function bytes(body: Body) {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}
