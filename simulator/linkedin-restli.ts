import { badParameter } from "./linkedin-refusal.ts";

export type RestliValue = string | RestliValue[] | { [field: string]: RestliValue };

export type RestliQuery = {
  text: (name: string) => string | undefined;
  list: (name: string) => string[] | undefined;
  record: (name: string) => { [field: string]: RestliValue } | undefined;
  /** A whole number from 0, or the usual one. */
  number: (name: string, usual: number) => number;
  /** Refuses every other parameter. */
  only: (...names: string[]) => void;
};

/**
 * Reads a query string as protocol 2.0.0 does, before anything is decoded: `List(…)` and `(…:…)` are
 * structure only when their signs are not percent-encoded, and values only when theirs are.
 */
export function readRestliQuery(raw: string): RestliQuery {
  const values = new Map<string, RestliValue>();
  for (const pair of raw.replace(/^\?/, "").split("&").filter(Boolean)) {
    const [name = "", ...rest] = pair.split("=");
    values.set(name, readValue(name, rest.join("=")));
  }
  return {
    text(name) {
      const value = values.get(name);
      if (value === undefined || typeof value === "string") return value;
      throw badParameter(name);
    },
    list(name) {
      const value = values.get(name);
      if (value === undefined) return undefined;
      if (!Array.isArray(value)) throw badParameter(name);
      return value.map((item) => {
        if (typeof item === "string") return item;
        throw badParameter(name);
      });
    },
    record(name) {
      const value = values.get(name);
      if (value === undefined) return undefined;
      if (typeof value === "string" || Array.isArray(value)) throw badParameter(name);
      return value;
    },
    number(name, usual) {
      const value = values.get(name);
      if (value === undefined) return usual;
      const number = Number(value);
      if (typeof value === "string" && Number.isInteger(number) && number >= 0) return number;
      throw badParameter(name, "FIELD_VALUE_INVALID");
    },
    only(...names) {
      for (const name of values.keys()) if (!names.includes(name)) throw badParameter(name);
    },
  };
}

/** A part of a path: an URN in it has to be encoded. */
export function readPathPart(raw: string): string {
  return primitive("path", raw);
}

function readValue(name: string, text: string): RestliValue {
  const { value, rest } = readPart(name, text);
  if (rest !== "") throw badParameter(name);
  return value;
}

function readPart(name: string, text: string): { value: RestliValue; rest: string } {
  if (text.startsWith("List(")) {
    const items: RestliValue[] = [];
    const rest = readAll(name, text.slice(5), (from) => {
      const item = readPart(name, from);
      items.push(item.value);
      return item.rest;
    });
    return { value: items, rest };
  }
  if (text.startsWith("(")) {
    const record: { [field: string]: RestliValue } = {};
    const rest = readAll(name, text.slice(1), (from) => {
      const [field = "", ...after] = from.split(":");
      if (after.length === 0) throw badParameter(name);
      const inner = readPart(name, after.join(":"));
      record[primitive(name, field)] = inner.value;
      return inner.rest;
    });
    return { value: record, rest };
  }
  const [whole = ""] = /^[^,()]*/.exec(text) ?? [];
  return { value: primitive(name, whole), rest: text.slice(whole.length) };
}

// Items between commas, up to the closing parenthesis.
function readAll(name: string, text: string, readItem: (from: string) => string): string {
  let rest = text;
  while (!rest.startsWith(")")) {
    rest = readItem(rest);
    if (rest.startsWith(",")) rest = rest.slice(1);
    else if (!rest.startsWith(")")) throw badParameter(name);
  }
  return rest.slice(1);
}

function primitive(name: string, raw: string): string {
  if (/[,():']/.test(raw)) throw badParameter(name);
  try {
    return decodeURIComponent(raw);
  } catch {
    throw badParameter(name);
  }
}
