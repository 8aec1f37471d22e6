/** What a server said, in one short line: without markup, and without our secrets, which some repeat. */
export function withoutSecrets(said: string, secrets: (string | null | undefined)[]): string {
  let plain = said;
  for (const secret of secrets) {
    if (!secret) continue;
    plain = plain.replaceAll(secret, "(secret)").replaceAll(encodeURIComponent(secret), "(secret)");
  }
  return plain
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 300);
}
