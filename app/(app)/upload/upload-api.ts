import { type UploadPreview, uploadPreview } from "@/components/upload/preview";
import { MAX_DIRECT_BYTES, type Mapping } from "@/lib/uploads/upload";
import { readAnswer, refusalOf, uploaded } from "./answers";
import { post, type Sending } from "./post";
import { requestBody, type Source } from "./source";
import type { StorageAccess } from "./store-file";

const PREVIEW = "/api/v1/jobs/preview";

/** The source as it can be sent: a file above the host's limit goes to Storage first, once. */
export async function sendable(source: Source, access: StorageAccess): Promise<Source> {
  if (source.kind === "paste" || source.storagePath !== null) return source;
  if (source.file.size <= MAX_DIRECT_BYTES) return source;
  const { storeFile } = await import("./store-file");
  return { ...source, storagePath: await storeFile(source.file, access) };
}

/** Reads and checks without storing rows. */
export async function previewUpload(
  source: Source,
  mapping: Mapping,
  sending: Sending,
): Promise<UploadPreview> {
  return readAnswer(uploadPreview, await post(PREVIEW, requestBody(source, mapping), sending));
}

/** Makes the job and starts it. Returns its id. */
export async function runUpload(source: Source, mapping: Mapping, sending: Sending) {
  const answer = await post("/api/v1/jobs/upload?run=1", requestBody(source, mapping), sending);
  return readAnswer(uploaded, answer).job_id;
}

/** The rejected rows in their original shape with an error column, as CSV. */
export async function rejectedRows(source: Source, mapping: Mapping): Promise<Blob> {
  const body = requestBody(source, mapping);
  const response = await fetch(`${PREVIEW}?format=rejected.csv`, {
    method: "POST",
    body,
    ...(typeof body === "string" && { headers: { "content-type": "application/json" } }),
  });
  if (!response.ok) throw refusalOf({ status: response.status, text: await response.text() });
  return response.blob();
}
