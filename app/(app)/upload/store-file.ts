import { createBrowserClient } from "@supabase/ssr";
import { Unanswered } from "./unanswered";

export type StorageAccess = { url: string; publishableKey: string; workspaceId: string };

/**
 * Puts a file that is too large for a request body into Storage, with the person's own session and
 * under their workspace. Returns its path; throws a sentence.
 */
export async function storeFile(file: File, access: StorageAccess): Promise<string> {
  const { storage } = createBrowserClient(access.url, access.publishableKey);
  const path = `${access.workspaceId}/${crypto.randomUUID()}/${storableName(file.name)}`;
  const { error } = await storage.from("uploads").upload(path, await file.arrayBuffer(), {
    contentType: file.type || "application/octet-stream",
  });
  if (!error) return path;
  throw new Unanswered(`The file could not be stored: ${error.message}. Try again.`);
}

/** Storage takes only some characters in a path; the name itself travels beside it. */
function storableName(name: string) {
  return name.replace(/[^\w.-]+/g, "_").slice(-100);
}
