import "server-only";
import { env } from "@/lib/env";
import { counted } from "@/lib/format/count";
import { explainRowError } from "@/lib/jobs/row-errors";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { sourceFor } from "@/lib/platforms/registry";

/** What will become of rows whose platform this server cannot ask, said before the run. */
export function platformNotes(rows: Record<string, number>) {
  return PLATFORM_IDS.flatMap((platform) => {
    const choice = sourceFor(platform, env());
    if (!rows[platform] || choice.kind === "ready") return [];
    const { sentence } = explainRowError(choice.code, platform, choice.detail);
    return [{ platform, sentence: `${counted(rows[platform], "row")} will fail: ${sentence}` }];
  });
}
