import { answer, type Said } from "./answer.ts";
import { trimToFields } from "./field-mask.ts";
import { youtubeError } from "./youtube-errors.ts";

/** A page of something that has more behind it. */
type Page<T> = { items: T[]; nextPageToken?: string };

type Asked = { query: (name: string) => string | undefined };

/** The ids that a request names, without repetitions. */
export function idsOf(req: Asked, name = "id"): string[] {
  return [...new Set((req.query(name) ?? "").split(",").filter(Boolean))];
}

export function partsOf(req: Asked): string[] {
  return (req.query("part") ?? "").split(",");
}

/** A list as YouTube writes it, trimmed to the `fields` that were asked for. */
export function listed(
  req: Asked,
  kind: string,
  { items, nextPageToken }: Page<unknown>,
  totals: { totalResults: number; resultsPerPage: number },
): Response {
  const body = {
    kind: `youtube#${kind}`,
    etag: "simulated",
    ...(nextPageToken !== undefined && { nextPageToken }),
    items,
    pageInfo: totals,
  };
  return answer({ status: 200, body: trimToFields(body, req.query("fields")) });
}

/**
 * The page that `pageToken` asks for. Tokens name the last item seen, not its place, so that what is
 * published meanwhile moves nothing.
 */
export function pageOf<T>(
  req: Asked,
  all: T[],
  nameOf: (item: T) => string,
  { usual, most }: { usual: number; most: number },
): Page<T> | Said {
  const size = Number(req.query("maxResults") ?? usual);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    return youtubeError(400, "invalidValue", "Invalid value for parameter maxResults.");
  }
  const token = req.query("pageToken");
  const name =
    token &&
    Buffer.from(token, "base64url")
      .toString()
      .replace(/^after /, "");
  const seen = token ? all.findIndex((item) => nameOf(item) === name) : -1;
  if (token && seen < 0) {
    return youtubeError(400, "invalidPageToken", "The request specifies an invalid page token.");
  }
  const items = all.slice(seen + 1, seen + 1 + size);
  const last = items.at(-1);
  const more = seen + 1 + size < all.length;
  return { items, ...(more && last !== undefined && { nextPageToken: tokenAfter(nameOf(last)) }) };
}

function tokenAfter(name: string) {
  return Buffer.from(`after ${name}`).toString("base64url");
}
