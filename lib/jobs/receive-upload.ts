import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { parseJson } from "@/lib/parse-json";
import type { Scope } from "@/lib/supabase/server";
import { readPastedLinks } from "@/lib/uploads/pasted-links";
import { readUpload } from "@/lib/uploads/read-upload";
import { COLUMN_ROLES, MAX_BYTES, type ReadUpload } from "@/lib/uploads/upload";
import { mayAs } from "@/lib/workspaces/schema";

const BUCKET = "uploads";

const mapping = z.object({
  sheet: z.string().optional(),
  roles: z.array(z.enum(COLUMN_ROLES)).max(16_384).optional(),
});

const stored = z.object({
  storagePath: z.string().min(1),
  filename: z.string().min(1).max(255),
  mapping: mapping.optional(),
});
const pasted = z.object({ text: z.string().max(MAX_BYTES), mapping: mapping.optional() });

export type Received = { upload: ReadUpload; storagePath: string | null };

/**
 * Reads the upload of a request: a multipart file, a file that waits in Storage, or pasted
 * links. Raises a sentence for what cannot be read at all.
 */
export async function receiveUpload(scope: Scope, request: NextRequest): Promise<Received> {
  if (!mayAs(scope.role, "member")) {
    throw new AppError("forbidden", "Viewers cannot upload. Ask an admin to make you a member.");
  }
  const type = request.headers.get("content-type") ?? "";
  if (Number(request.headers.get("content-length")) > MAX_BYTES * 1.1) throw tooLarge();
  if (type.startsWith("multipart/form-data")) return receiveForm(request);
  if (!type.startsWith("application/json")) {
    throw new AppError(
      "unsupported_type",
      "Send the file as multipart/form-data in a part named file, or JSON with text or storagePath.",
    );
  }
  const body = parseJson(await request.text(), "The body is not JSON.");
  const links = pasted.safeParse(body);
  if (links.success) return { upload: readPastedLinks(links.data.text), storagePath: null };
  return receiveStored(scope, stored.parse(body));
}

async function receiveForm(request: NextRequest): Promise<Received> {
  const form = await request.formData().catch(() => {
    throw new AppError("malformed", "The body is not a readable multipart form.");
  });
  const file = form.get("file");
  if (!(file instanceof File)) {
    throw new AppError(
      "invalid_input",
      "file: the part is missing. Send the file in a part named file.",
    );
  }
  if (file.size > MAX_BYTES) throw tooLarge();
  const roles = form.get("mapping");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const upload = await readUpload(
    bytes,
    file.name,
    file.type || null,
    typeof roles === "string" && roles !== ""
      ? mapping.parse(parseJson(roles, "mapping: found text that is not JSON."))
      : undefined,
  );
  return { upload, storagePath: null };
}

async function receiveStored({ db, workspaceId }: Scope, waiting: z.output<typeof stored>) {
  const { storagePath, filename, mapping } = waiting;
  if (!storagePath.startsWith(`${workspaceId}/`)) {
    throw new AppError("not_found", "There is no such upload in this workspace.");
  }
  const { data, error } = await db.storage.from(BUCKET).download(storagePath);
  if (error) throw new AppError("not_found", "This upload is not there any more. Upload it again.");
  if (data.size > MAX_BYTES) throw tooLarge();
  const bytes = new Uint8Array(await data.arrayBuffer());
  return { upload: await readUpload(bytes, filename, data.type, mapping), storagePath };
}

/** Removes a file that waited in Storage. One that stays behind is removed by the daily cron. */
export async function forgetUpload({ db }: Scope, storagePath: string | null) {
  if (storagePath !== null) await db.storage.from(BUCKET).remove([storagePath]);
}

function tooLarge() {
  return new AppError(
    "too_large",
    "The file is larger than 10 MiB. Split it and upload the parts.",
  );
}
