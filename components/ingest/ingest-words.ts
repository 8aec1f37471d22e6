import { exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { IngestRun } from "@/lib/ingest/queries";

/** What words about runs need to know of the page. */
export type IngestContext = { zone: string; now: Date; email: string };

const TRIGGERS = { schedule: "On schedule", manual: "Asked for", test: "Test run" };

/** Why a run came about: "On schedule, for 12:00", "Asked for by you", "Test run by you". */
export function whyWords(
  { trigger, slot, requested_by }: Pick<IngestRun, "trigger" | "slot" | "requested_by">,
  { zone, now, email }: IngestContext,
): string {
  if (trigger === "schedule") return `${TRIGGERS.schedule}, for ${moment(slot, zone, now)}`;
  const who = requested_by === email ? "you" : (requested_by ?? "someone who has left");
  return `${TRIGGERS[trigger]} by ${who}`;
}

/** An actor as people write it: owner/name. */
export function actorWords(actor: string | null): string {
  return actor === null ? "no actor yet" : actor.replace("~", "/");
}

/** US dollars: "$0.46", below a cent with more digits. */
export function dollars(amount: string | number): string {
  const value = Number(amount);
  const decimals = value === 0 || value >= 0.01 ? 2 : 4;
  return `$${value.toFixed(decimals).replace(/\B(?=(\d{3})+\.)/g, ",")}`;
}

type Sums = Pick<IngestRun, "ingested" | "duplicates" | "quarantined">;

/** "188 ingested, 9 duplicates, 3 set aside"; what is 0 is left out, but never all. */
export function sumWords({ ingested, duplicates, quarantined }: Sums): string {
  const parts = [
    `${exactCount(ingested)} ingested`,
    duplicates > 0 && `${exactCount(duplicates)} duplicate${duplicates === 1 ? "" : "s"}`,
    quarantined > 0 && `${exactCount(quarantined)} set aside`,
  ];
  return parts.filter(Boolean).join(", ");
}
