"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { settingsForm } from "@/app/(app)/settings/ingest/settings-form";
import { ingestRunHref } from "@/components/ingest/ingest-address";
import { userAction } from "@/lib/api/action";
import { counted, exactCount } from "@/lib/format/count";
import {
  cancelIngest,
  replayIngest,
  requestIngest,
  saveIngestSettings,
} from "@/lib/ingest/commands";
import { getIngestRun } from "@/lib/ingest/queries";
import { ingestRunId } from "@/lib/ingest/schema";

const HERE = "/settings/ingest";

export const saveSettingsAction = userAction(settingsForm, async ({ scope, input }) => {
  await saveIngestSettings(scope, input);
  revalidatePath(HERE);
  return "Saved.";
});

const start = z.object({ test: z.literal("true").optional() });

export const startRunAction = userAction(start, async ({ scope, input }) => {
  const id = await requestIngest(scope, { test: input.test === "true" });
  revalidatePath(HERE);
  // Its page shows what came of each item.
  // safe because it is the address of a page of ours
  if (input.test) redirect(ingestRunHref(id) as Route);
  return undefined;
});

export const cancelRunAction = userAction(ingestRunId, async ({ scope, input: { id } }) => {
  await getIngestRun(scope, id);
  await cancelIngest(scope, id);
  revalidatePath(HERE, "layout");
  return undefined;
});

export const replayRunAction = userAction(ingestRunId, async ({ scope, input: { id } }) => {
  await getIngestRun(scope, id);
  const { events, resolved, quarantined } = await replayIngest(scope, id);
  revalidatePath(HERE, "layout");
  return replayWords(events, resolved, quarantined);
});

function replayWords(events: number, resolved: number, quarantined: number) {
  const read = `${counted(events, "item")} read again`;
  if (resolved + quarantined === 0) return `${read}: all of them could be read, as before.`;
  const left =
    quarantined === 0 ? "none is left" : `${counted(quarantined, "item")} still cannot be`;
  return `${read}: ${exactCount(resolved)} of those set aside can be read now, ${left}.`;
}
