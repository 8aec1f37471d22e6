import { AppError } from "../errors.ts";
import {
  EVENT_FIELDS,
  eventList,
  MAX_EVENTS,
  type Problem,
  type ReceivedEvent,
  type WrittenEvent,
} from "./schema.ts";

/** The events of a JSON body: a list, or {events: [...]}. Raises a sentence. */
export function readJsonEvents(body: unknown): ReceivedEvent[] {
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

function eventOf(item: unknown): ReceivedEvent {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    return { kind: "wrong", problems: [{ field: "event", found: null, expected: "an object" }] };
  }
  const given = new Map(Object.entries(item));
  const event: WrittenEvent = {};
  const problems: Problem[] = [];
  for (const field of EVENT_FIELDS) {
    const value = given.get(field) ?? null;
    if (value === null) continue;
    const written = typeof value === "object" ? JSON.stringify(value) : String(value).trim();
    // Ids of platforms are longer than what JSON's readers keep of a number.
    if (typeof value === "number" && !Number.isSafeInteger(value)) {
      problems.push({
        field,
        found: written,
        expected: "a text: in quotes, so that no digit is lost",
      });
    } else if (written !== "") event[field] = written;
  }
  return problems.length > 0 ? { kind: "wrong", problems } : { kind: "written", event };
}
