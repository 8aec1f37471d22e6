import { AppError } from "../errors.ts";
import { scanCsv } from "../uploads/csv-rows.ts";
import { decodeText } from "../uploads/decode-text.ts";
import { detectDelimiter } from "../uploads/delimiter.ts";
import { isBlank } from "../uploads/grid.ts";
import { EVENT_FIELDS, type EventField, type WrittenEvent } from "./schema.ts";

/** Other names that columns have in files. */
const OTHER_NAMES: Record<string, EventField> = {
  url: "post_url",
  link: "post_url",
  post: "post_url",
  comment: "comment_id",
  person_handle: "person",
  user: "person",
  username: "person",
  type: "kind",
  event: "kind",
  time: "occurred_at",
  timestamp: "occurred_at",
  created_at: "occurred_at",
};

/** The events of a CSV file in the order of its rows. Raises a sentence for what cannot be read at all. */
export function readCsvEvents(bytes: Uint8Array): WrittenEvent[] {
  const decoded = decodeText(bytes);
  const text = decoded.includes("\r") ? decoded.replace(/\r\n?/g, "\n") : decoded;
  const events: WrittenEvent[] = [];
  let columns: (EventField | null)[] | null = null;
  scanCsv(text, detectDelimiter(text), (cells) => {
    if (isBlank(cells)) return true;
    if (columns === null) columns = columnsOf(cells);
    else events.push(eventOf(columns, cells));
    return true;
  });
  if (columns === null) throw unusable("The file is empty");
  return events;
}

function columnsOf(header: string[]): (EventField | null)[] {
  const columns = header.map((cell) => fieldNamed(cell));
  const has = (field: EventField) => columns.includes(field);
  const missing = [
    ...(has("post_url") || has("post_id") || has("post_external_id")
      ? []
      : ["post_url or post_id"]),
    ...(has("kind") ? [] : ["kind"]),
    ...(has("occurred_at") ? [] : ["occurred_at"]),
  ];
  if (missing.length > 0) {
    const found = header.map((cell) => `"${cell.trim()}"`).join(", ");
    throw unusable(`There is no column ${missing.join(", none ")}: found ${found.slice(0, 500)}`);
  }
  const twice = columns.find((field, index) => field !== null && columns.indexOf(field) !== index);
  if (twice) throw unusable(`Two columns are ${twice}`);
  return columns;
}

function fieldNamed(cell: string): EventField | null {
  const name = cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  return EVENT_FIELDS.find((field) => field === name) ?? OTHER_NAMES[name] ?? null;
}

function eventOf(columns: (EventField | null)[], cells: string[]): WrittenEvent {
  const event: WrittenEvent = {};
  columns.forEach((field, index) => {
    const cell = cells[index]?.trim();
    if (field && cell) event[field] = cell;
  });
  return event;
}

function unusable(what: string) {
  return new AppError(
    "invalid_input",
    `${what}. The first row names the columns: platform, post_url (or post_id), comment_id, person, kind and occurred_at.`,
  );
}
