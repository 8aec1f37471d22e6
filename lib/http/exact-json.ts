/** A whole number of 16 digits or more may lie beyond 2^53, where a double loses its last digits. */
const LONG_NUMBER = /[:,[]\s*-?[0-9]{16}|^\s*-?[0-9]{16}/;

// ECMAScript 2026, in Node since 22; TypeScript's library does not know it yet.
declare global {
  interface JSON {
    rawJSON(text: string): object;
    parse(
      text: string,
      reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
    ): unknown;
  }
}

/** Reads JSON without losing digits: a whole number beyond 2^53 comes as a bigint. Undefined when it is no JSON. */
export function readExactJson(text: string): unknown {
  try {
    return LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keepDigits(_key: string, value: unknown, { source }: { source?: string }) {
  const lossy = typeof value === "number" && !Number.isSafeInteger(value);
  return lossy && source !== undefined && /^-?\d+$/.test(source) ? BigInt(source) : value;
}

/** Writes back what `readExactJson` read, bigints as plain numbers. */
export function exactJsonText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Only a bigint is refused; the replacer costs too much to always use it.
    return JSON.stringify(value, (_key, inner) =>
      typeof inner === "bigint" ? JSON.rawJSON(String(inner)) : inner,
    );
  }
}
