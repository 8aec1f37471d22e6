/** A parsed `fields` parameter: what to keep, and of it what. Null keeps everything. */
type Mask = Map<string, Mask> | null;

const parsed = new Map<string, Mask>();

/** Trims a JSON value to a Google `fields` mask such as `items(id,snippet(title))`. */
export function trimToFields(value: unknown, fields: string | undefined): unknown {
  if (!fields) return value;
  let mask = parsed.get(fields);
  if (mask === undefined) {
    mask = parseMask(fields);
    parsed.set(fields, mask);
  }
  return trim(value, mask);
}

function parseMask(fields: string): Mask {
  const tokens = fields.match(/[^,()]+|[,()]/g) ?? [];
  let at = 0;
  const list = (): Map<string, Mask> => {
    const mask = new Map<string, Mask>();
    while (at < tokens.length && tokens[at] !== ")") {
      const name = tokens[at++] ?? "";
      if (name === ",") continue;
      mask.set(name, below());
    }
    return mask;
  };
  const below = (): Mask => {
    if (tokens[at] !== "(") return null;
    at += 1;
    const mask = list();
    at += 1;
    return mask;
  };
  return list();
}

function trim(value: unknown, mask: Mask): unknown {
  if (mask === null || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => trim(item, mask));
  const kept: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const below = mask.get(name);
    if (below !== undefined) kept[name] = trim(inner, below);
  }
  return kept;
}
