import type { Item } from "./apify-lines.ts";
import { TIME_NAMES } from "./apify-odd-items.ts";
import { randomOf } from "./random.ts";

const SHARE = 0.2;

type Mutation = (item: Item, name: string) => unknown;

const set =
  (value: (old: unknown) => unknown): Mutation =>
  (item, name) => ({ ...item, [name]: value(item[name]) });

/** What a changed or broken actor may write. Each takes an item and the name of one of its fields. */
const MUTATIONS: Record<string, Mutation> = {
  field_missing: (item, name) => ({ ...item, [name]: undefined }),
  field_null: set(() => null),
  field_as_text: set((old) => `${typeof old === "object" ? "[object Object]" : old}`),
  field_with_thousands: set(() => "1,234,567"),
  field_shortened: set(() => "12.3K"),
  field_fraction: set(() => 12.5),
  field_infinite: set(() => JSON.rawJSON("1e400")),
  field_of_100_digits: set(() => JSON.rawJSON("9".repeat(100))),
  field_as_list: set((old) => [old]),
  field_as_object: set((old) => ({ count: old })),
  field_of_100_000_letters: set(() => "long ".repeat(20_000)),
  field_with_nul: set(() => "a\u0000b"),
  field_with_half_a_pair: set(() => "a\ud83d"),
  field_renamed: (item, name) => ({ ...item, [name]: undefined, [name.toUpperCase()]: item[name] }),
  item_wrapped: (item) => ({ data: item }),
  item_empty: () => ({}),
  item_as_list: (item) => Object.entries(item),
  item_with_prototype: (item) => Object.defineProperty({ ...item }, "__proto__", OWN),
  item_deep: (item, name) => ({ ...item, [name]: deep(500) }),
  time_in_year_275760: (item) => replacedTime(item, 8_640_000_000_000_000),
  time_before_1970: (item) => replacedTime(item, -1),
  time_as_words: (item) => replacedTime(item, "2 days ago"),
};

const OWN = { value: { admin: true }, enumerable: true };
const NAMES = Object.keys(MUTATIONS);

/** The name of what happens to an item, for one in five. */
export function mutationOf(place: string): string | null {
  const random = randomOf(`mutation:${place}`);
  return random() < SHARE ? (NAMES[Math.floor(random() * NAMES.length)] ?? null) : null;
}

export function mutated(item: unknown, mutation: string, place: string): unknown {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
  const fields = Object.keys(item);
  const name = fields[Math.floor(randomOf(`field:${place}`)() * fields.length)] ?? "id";
  return MUTATIONS[mutation]?.({ ...item }, name) ?? item;
}

function replacedTime(item: Item, value: unknown): Item {
  const times = Object.keys(item).filter((name) => TIME_NAMES.includes(name));
  return { ...item, ...Object.fromEntries(times.map((name) => [name, value])) };
}

function deep(levels: number): unknown {
  let value: unknown = "bottom";
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
}
