import { AppError } from "../errors.ts";
import { EVENT_FIELDS, eventList, MAX_EVENTS, type WrittenEvent } from "./schema.ts";

/** The events of a JSON body: a list, or {events: [...]}. Null in place of what is no object. Raises a sentence. */
export function readJsonEvents(body: unknown): (WrittenEvent | null)[] {
  const read = eventList.safeParse(body);
  if (!read.success) {
    throw new AppError("invalid_input", "events: found none, expected a list of events.");
  }
  if (read.data.length > MAX_EVENTS) {
    throw new AppError(
      "invalid_input",
      `events: found ${read.data.length.toLocaleString("en")}, expected at most ${MAX_EVENTS.toLocaleString("en")}. Send the rest in another request, or all of them as CSV.`,
    );
  }
  return read.data.map(eventOf);
}

function eventOf(item: unknown): WrittenEvent | null {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return null;
  const given = new Map(Object.entries(item));
  const event: WrittenEvent = {};
  for (const field of EVENT_FIELDS) {
    const value = given.get(field) ?? null;
    const written = typeof value === "object" ? JSON.stringify(value) : String(value);
    if (value !== null && written.trim() !== "") event[field] = written.trim();
  }
  return event;
}
