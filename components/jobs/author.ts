import type { ResultRow } from "@/lib/jobs/result-row";

/** The author as the platform writes them: "@handle", else the name; null when neither is known. */
export function authorOf({ author_handle, author_name }: ResultRow): string | null {
  if (!author_handle) return author_name;
  return author_handle.startsWith("@") ? author_handle : `@${author_handle}`;
}
