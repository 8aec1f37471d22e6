import { z } from "zod";
import { readLink } from "../links/read-link.ts";
import { storableMoment, storableText } from "../storable.ts";
import { platformNamed } from "../uploads/platform-name.ts";
import type { EventField, Problem, WrittenEvent } from "./schema.ts";

/** An event as SQL's import_engagements takes it. */
export type Event = {
  platform?: string;
  post_id?: string;
  post_external_id?: string;
  comment_external_id?: string;
  person_handle?: string;
  person_external_id?: string;
  kind?: string;
  occurred_at: string;
  event_ref?: string;
};

export type ReadEvent = { kind: "event"; event: Event } | { kind: "wrong"; problems: Problem[] };

const TIME = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?\s?(Z|[+-]\d\d(:?\d\d)?)?$/i;
const TIME_EXPECTED =
  "a time such as 2026-11-21T10:00:00Z, not after now; without a zone it is UTC";
const FOUND_CHARACTERS = 200;
const KINDS = ["like", "share", "view", "bookmark"];

/** What a row says, or everything about it that is wrong without looking anything up. */
export function readEvent(written: WrittenEvent): ReadEvent {
  const problems: Problem[] = [];
  const wrong = (field: EventField, expected: string) =>
    problems.push({ field, found: shown(written[field]), expected });

  const platform = written.platform === undefined ? null : platformNamed(written.platform);
  if (platform === null && written.platform !== undefined) {
    wrong("platform", "youtube, tiktok, instagram, facebook or linkedin");
  }
  const post = postOf(written);
  if (post.kind === "wrong") wrong("post_url", post.expected);
  else if (post.platform && platform && post.platform !== platform) {
    wrong("platform", `${post.platform}, which the link leads to`);
  }
  const occurredAt = momentOf(written.occurred_at);
  if (occurredAt === null) wrong("occurred_at", TIME_EXPECTED);
  // By itself it is named together with what is found out later.
  if (problems.length > 0 && !KINDS.includes(written.kind?.toLowerCase() ?? "")) {
    wrong("kind", "like, share, view or bookmark");
  }
  if (problems.length > 0 || post.kind === "wrong" || occurredAt === null) {
    return { kind: "wrong", problems };
  }
  const named = post.platform ?? platform;
  return {
    kind: "event",
    event: {
      ...post.named,
      ...(named && { platform: named }),
      ...text("comment_external_id", written.comment_id),
      ...text("person_handle", written.person),
      ...text("person_external_id", written.person_id),
      ...text("kind", written.kind?.toLowerCase()),
      ...text("event_ref", written.event_ref),
      occurred_at: occurredAt,
    },
  };
}

type NamedPost =
  | { kind: "named"; platform: string | null; named: Pick<Event, "post_id" | "post_external_id"> }
  | { kind: "wrong"; expected: string };

function postOf({ post_url, post_id, post_external_id }: WrittenEvent): NamedPost {
  if (post_url === undefined) {
    // Which of them is a post of this workspace is looked up later.
    const named = {
      ...text("post_id", post_id),
      ...(post_id === undefined && text("post_external_id", post_external_id)),
    };
    return { kind: "named", platform: null, named };
  }
  const link = readLink(post_url);
  if (link.kind === "short")
    return { kind: "wrong", expected: "the whole link that this leads to" };
  if (link.kind === "unusable") {
    return { kind: "wrong", expected: "a link of a post of the five platforms" };
  }
  const { platform, externalId } = link;
  return { kind: "named", platform, named: { post_external_id: externalId } };
}

function momentOf(written: string | undefined) {
  const found = TIME.exec(written ?? "");
  // Left to itself, Date reads 30 February as 2 March.
  if (!written || !found || !z.iso.date().safeParse(found[1]).success) return null;
  const iso = `${written.replace(" ", "T").replace(/\s/g, "")}${found[4] ? "" : "Z"}`;
  return storableMoment(
    Date.parse(iso.replace(/([+-]\d\d)$/, "$1:00").replace(/([+-]\d\d)(\d\d)$/, "$1:$2")),
  );
}

function text<Name extends keyof Event>(name: Name, value: string | undefined) {
  return value === undefined ? {} : { [name]: storableText(value) };
}

export function shown(value: string | undefined) {
  if (value === undefined) return null;
  return value.length > FOUND_CHARACTERS ? `${value.slice(0, FOUND_CHARACTERS)}…` : value;
}
