import "server-only";
import { AppError } from "@/lib/errors";
import { createJob, runJob } from "@/lib/jobs/commands";
import type { LinkProblem } from "@/lib/links/link";
import { LINK_PROBLEM_SENTENCES } from "@/lib/links/link-problem";
import { readLink } from "@/lib/links/read-link";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const SHOWN_CHARACTERS = 120;

/** Makes and starts the job of one pasted link. Returns its id; says what was found when it is none. */
export async function measureLink(scope: Scope, text: string) {
  const uploadedUrl = text.trim();
  const link = readLink(uploadedUrl);
  if (link.kind === "unusable") throw new AppError("invalid_input", sentence(link.problem, text));
  const { platform, url } = link;
  const externalId = link.kind === "post" ? link.externalId : null;
  const id = await createJob(scope, {
    filename: url,
    kind: "link",
    sheet: null,
    columns: [{ name: "link", role: "link" }],
    fileRows: null,
    accepted: [{ rowNumber: 1, platform, url, uploadedUrl, externalId, extra: [] }],
    rejected: [],
    duplicates: [],
  });
  await runJob(scope, id);
  return id;
}

function sentence(problem: LinkProblem, text: string) {
  if (problem === "empty") return "There is no link yet. Paste the link of a post.";
  const { title, expected } = LINK_PROBLEM_SENTENCES[problem];
  const found = text.trim().replace(/\s+/g, " ").slice(0, SHOWN_CHARACTERS).toWellFormed();
  return `${title}: found “${found}”, expected ${expected}. Open the post and copy its own link.`;
}

/** Removes all single links but those being measured. Returns how many. */
export async function clearLinks({ db, workspaceId }: Scope) {
  return unwrap(await db.rpc("clear_links", { workspace: workspaceId }));
}
