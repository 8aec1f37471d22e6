/** The author as the platform writes them: "@handle", else the name; null when neither is known. */
export function authorOf({
  author_handle,
  author_name,
}: {
  author_handle: string | null;
  author_name: string | null;
}): string | null {
  if (!author_handle) return author_name;
  return author_handle.startsWith("@") ? author_handle : `@${author_handle}`;
}
