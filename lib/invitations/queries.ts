import "server-only";
import { z } from "zod";
import type { Db, Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";
import { ROLES } from "@/lib/workspaces/schema";

/** Invitations that can still be used, newest first. Nobody but admins is shown any. */
export async function listInvitations({ db, workspaceId }: Scope) {
  const answer = await db
    .from("invitations")
    .select("id, role, email, made_by, made_at, expires_at")
    .eq("workspace_id", workspaceId)
    .is("accepted_at", null)
    .is("revoked_at", null)
    .gt("expires_at", new Date().toISOString())
    .order("made_at", { ascending: false });
  return unwrap(answer);
}
export type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

const invitation = z.object({
  state: z.enum(["open", "used", "revoked", "expired"]),
  workspace_name: z.string(),
  role: z.enum(ROLES),
  email: z.string().nullable(),
  expires_at: z.string(),
  invited_by: z.string().nullable(),
  is_member: z.boolean(),
});
export type Invitation = z.output<typeof invitation>;

/** What a link leads to, for who holds it; null: there is no such link. */
export async function readInvitation(db: Db, secret: string): Promise<Invitation | null> {
  return invitation.nullable().parse(unwrap(await db.rpc("read_invitation", { secret })));
}
