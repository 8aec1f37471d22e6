import { z } from "zod";

/** Events in one JSON request; a file may have more. */
export const MAX_EVENTS = 5000;

/** What an event consists of, by the names of JSON and of the columns of a file. */
export const EVENT_FIELDS = [
  "platform",
  /** A link of the post. */
  "post_url",
  /** Our own id of the post. */
  "post_id",
  /** The platform's id of the post. */
  "post_external_id",
  /** The platform's id of the comment; without it the post itself is meant. */
  "comment_id",
  /** Who engaged: the handle. */
  "person",
  /** The platform's id of that person. */
  "person_id",
  "kind",
  "occurred_at",
  /** The sender's own id of the event, which tells equal ones apart. */
  "event_ref",
] as const;
export type EventField = (typeof EVENT_FIELDS)[number];

/** An event as it was written: texts, empty ones left out. */
export type WrittenEvent = Partial<Record<EventField, string>>;

/** One row of what was sent, as far as it can be taken for an event. */
export type ReceivedEvent =
  | { kind: "written"; event: WrittenEvent }
  | { kind: "wrong"; problems: Problem[] };

export const eventList = z.union([
  z.array(z.unknown()),
  z.object({ events: z.array(z.unknown()) }).transform(({ events }) => events),
]);

export const rejection = z.object({
  /** From 1 on; of a file the header and blank rows are not counted. */
  row: z.number(),
  field: z.string(),
  found: z.string().nullable(),
  expected: z.string(),
});
export type Rejection = z.output<typeof rejection>;
export type Problem = Omit<Rejection, "row">;

/** rows = added + duplicates + rejected_rows. */
export type ImportAnswer = {
  rows: number;
  added: number;
  /** That were here already. */
  duplicates: number;
  rejected_rows: number;
  /** Named once for each wrong field. */
  rejected: Rejection[];
  /** What `rejected` leaves out, in rows. */
  rejected_not_listed: number;
};
