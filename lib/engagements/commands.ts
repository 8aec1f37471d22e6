import "server-only";
import { z } from "zod";
import { forgetAnswers } from "@/lib/answers/cached-answer";
import { type Event, readEvent } from "@/lib/engagements/read-event";
import {
  type ImportAnswer,
  type ReceivedEvent,
  type Rejection,
  rejection,
} from "@/lib/engagements/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Events stored by one call: within the seconds that a caller has. */
const AT_ONCE = 2000;
/** Wrong rows are counted all; so many reasons are named. Mended, the file can be sent again whole. */
const LISTED = 5000;

const imported = z.object({
  added: z.number(),
  duplicates: z.number(),
  rejected: z.array(rejection),
});

type Numbered = { row: number; event: Event };

/**
 * Stores events of posts of the workspace. What is wrong is named with its row, the others are kept;
 * the same again is a duplicate. Throws `forbidden` for viewers.
 */
export async function importEngagements(
  scope: Scope,
  from: "api" | "csv",
  received: ReceivedEvent[],
): Promise<ImportAnswer> {
  const rejected: Rejection[] = [];
  const good: Numbered[] = [];
  received.forEach((each, index) => {
    const row = index + 1;
    const read = each.kind === "written" ? readEvent(each.event) : each;
    if (read.kind === "event") good.push({ row, event: read.event });
    else rejected.push(...read.problems.map((problem) => ({ row, ...problem })));
  });
  const sums = { added: 0, duplicates: 0 };
  // Also for none: whether the caller may is said there.
  for (let at = 0; at === 0 || at < good.length; at += AT_ONCE) {
    const batch = good.slice(at, at + AT_ONCE);
    const stored = await store(scope, from, batch);
    sums.added += stored.added;
    sums.duplicates += stored.duplicates;
    rejected.push(...stored.rejected);
  }
  if (sums.added > 0) await forgetAnswers(scope);
  return answerOf(received.length, sums, rejected);
}

async function store({ db, workspaceId }: Scope, from: "api" | "csv", batch: Numbered[]) {
  const answer = await db.rpc("import_engagements", {
    workspace: workspaceId,
    events: batch.map(({ event }) => event),
    from_source: from,
  });
  const { rejected, ...sums } = imported.parse(unwrap(answer));
  return {
    ...sums,
    rejected: rejected.map((each) => ({
      ...each,
      row: batch[each.row - 1]?.row ?? each.row,
      field: FIELDS[each.field] ?? each.field,
    })),
  };
}

/** The names that callers know, of those in SQL. */
const FIELDS: Record<string, string> = { comment_external_id: "comment_id" };

function answerOf(
  rows: number,
  sums: { added: number; duplicates: number },
  rejected: Rejection[],
): ImportAnswer {
  const wrongRows = new Set(rejected.map(({ row }) => row));
  const listed = rejected.sort((a, b) => a.row - b.row).slice(0, LISTED);
  const listedRows = new Set(listed.map(({ row }) => row));
  return {
    rows,
    ...sums,
    rejected_rows: wrongRows.size,
    rejected: listed,
    rejected_not_listed: wrongRows.size - listedRows.size,
  };
}
