import { GraphRefusal, noSuchField } from "./graph-refusal.ts";

/** One asked field: `reactions.limit(0).summary(total_count).as(all){id}`. */
export type Field = {
  name: string;
  /** What it is called in the answer. */
  alias: string;
  /** `limit(0)` and its like, as parameters of an edge. */
  params: URLSearchParams;
  fields: Field[];
};

/** What each field of a node is; a field whose value is undefined is left out. */
export type Node = { type: string; fields: Record<string, (field: Field) => unknown> };

/** The asked fields of a node. `id` comes unasked. */
export function selectFields(node: Node, fields: Field[]): Record<string, unknown> {
  const selected: Record<string, unknown> = {};
  for (const field of fields) {
    const read = node.fields[field.name];
    if (!read) throw noSuchField(field.name, node.type);
    const value = read(field);
    if (value !== undefined) selected[field.alias] = value;
  }
  const id = node.fields.id?.(plain("id"));
  return id === undefined ? selected : { ...selected, id };
}

export function readFields(text: string): Field[] {
  const { fields, rest } = readList(text);
  if (rest !== "") throw syntaxError(rest);
  return fields;
}

export const plain = (name: string): Field => ({
  name,
  alias: name,
  params: new URLSearchParams(),
  fields: [],
});

function readList(text: string): { fields: Field[]; rest: string } {
  const fields: Field[] = [];
  let rest = text;
  while (rest !== "" && !rest.startsWith("}")) {
    const read = readField(rest);
    fields.push(read.field);
    rest = read.rest.startsWith(",") ? read.rest.slice(1) : read.rest;
    if (rest !== "" && rest === read.rest && !rest.startsWith("}")) throw syntaxError(rest);
  }
  return { fields, rest };
}

function readField(text: string) {
  const name = /^\s*(\w+)/.exec(text);
  if (!name?.[1]) throw syntaxError(text);
  const field = plain(name[1]);
  let rest = text.slice(name[0].length);
  for (;;) {
    const modifier = /^\.(\w+)\(([^)]*)\)/.exec(rest);
    if (!modifier?.[1]) break;
    if (modifier[1] === "as") field.alias = modifier[2] ?? field.name;
    else field.params.set(modifier[1], modifier[2] ?? "");
    rest = rest.slice(modifier[0].length);
  }
  if (rest.startsWith("{")) {
    const inner = readList(rest.slice(1));
    if (!inner.rest.startsWith("}")) throw syntaxError(inner.rest);
    field.fields = inner.fields;
    rest = inner.rest.slice(1);
  }
  return { field, rest: rest.trimStart() };
}

const syntaxError = (at: string) =>
  new GraphRefusal(2500, `Syntax error "Expected end of string instead of "${at.slice(0, 8)}"."`);
