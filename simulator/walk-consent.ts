type Decision = {
  decision?: "allow" | "deny";
  /** Ids, of large accounts too; without them those that the page has chosen. */
  accounts?: string[];
  scopes?: string[];
};

/** Does what a person does on a consent page, and gives the address that they are sent back to. */
export async function walkConsent(
  authorizeUrl: URL | string,
  { decision = "allow", accounts, scopes }: Decision = {},
): Promise<URL> {
  const page = await fetch(authorizeUrl);
  const text = await page.text();
  const action = /<form method="post" action="([^"]+)"/.exec(text)?.[1];
  if (!page.ok || !action) throw new Error(`There is no consent page, but ${page.status}: ${text}`);
  const form = new URLSearchParams({ decision });
  for (const [, type, name = "", value = "", checked] of text.matchAll(INPUT)) {
    const chosen = name === "account" ? accounts : name === "scope" ? scopes : undefined;
    if (chosen === undefined && (type === "hidden" || checked)) form.append(name, plain(value));
  }
  for (const id of accounts ?? []) form.append("account", id);
  for (const scope of scopes ?? []) form.append("scope", scope);
  const answer = await fetch(new URL(action, page.url), {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  const location = answer.headers.get("location");
  if (!location) throw new Error(`The consent was answered with ${answer.status}.`);
  return new URL(location);
}

const INPUT = /<input type="(\w+)" name="(\w+)" value="([^"]*)"( checked)?/g;

function plain(html: string) {
  return html
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
