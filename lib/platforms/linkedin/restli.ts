/** A value of Rest.li 2.0: text, number, list or record. */
export type Restli = string | number | Restli[] | { [field: string]: Restli };

/**
 * Writes a value as Rest.li's protocol 2.0.0 wants it: what is inside is percent-encoded, the `List(…)` and
 * `(…:…)` around it are not. URLSearchParams encodes both, which LinkedIn answers with 400.
 */
export function restliValue(value: Restli): string {
  if (Array.isArray(value)) return `List(${value.map(restliValue).join(",")})`;
  if (typeof value === "object") {
    const fields = Object.entries(value).map(
      ([field, inner]) => `${encoded(field)}:${restliValue(inner)}`,
    );
    return `(${fields.join(",")})`;
  }
  return encoded(String(value));
}

export function restliQuery(parameters: Record<string, Restli | undefined>): string {
  return Object.entries(parameters)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${restliValue(value)}`))
    .join("&");
}

// encodeURIComponent leaves ( ) and ' as they are: structure, to Rest.li.
function encoded(text: string) {
  return encodeURIComponent(text).replaceAll(
    /[()']/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
