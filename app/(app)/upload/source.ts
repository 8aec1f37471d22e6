import type { Mapping } from "@/lib/uploads/upload";

/** What is uploaded. `storagePath` is set once a large file lies in Storage. */
export type Source =
  | { kind: "file"; file: File; storagePath: string | null }
  | { kind: "paste"; text: string };

export function sourceName(source: Source): string {
  return source.kind === "file" ? source.file.name : "Pasted links";
}

/** The body that both the preview and the upload take: multipart for a file, else JSON. */
export function requestBody(source: Source, mapping: Mapping): FormData | string {
  if (source.kind === "paste") return JSON.stringify({ text: source.text, mapping });
  if (source.storagePath !== null) {
    const { storagePath, file } = source;
    return JSON.stringify({ storagePath, filename: file.name, mapping });
  }
  const form = new FormData();
  form.set("file", source.file);
  form.set("mapping", JSON.stringify(mapping));
  return form;
}
