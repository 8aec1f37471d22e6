import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { AppError, REFUSED_TOKEN } from "@/lib/errors";
import { getScope, inWorkspace, type Scope, tokenScope } from "@/lib/supabase/server";
import { tokenClient } from "@/lib/supabase/token-client";

const READS = ["GET", "HEAD", "OPTIONS"];

/**
 * Who asks an endpoint: the bearer of a Supabase access token, else the session
 * cookie. The workspace is the active one, or the one of `X-Workspace-Id`.
 */
export async function requestScope(request: NextRequest): Promise<Scope> {
  const workspaceId = wantedWorkspace(request);
  if (request.headers.has("authorization")) {
    const token = bearer(request);
    const scope = token && (await tokenScope(token, workspaceId));
    if (scope) return scope;
    throw new AppError("unauthenticated", REFUSED_TOKEN);
  }
  refuseForeignPages(request);
  const mine = await getScope();
  if (!mine) {
    throw new AppError("unauthenticated", "Sign in first, or send an access token.");
  }
  const scope = workspaceId === null ? mine : await inWorkspace(mine, workspaceId);
  if (scope) return scope;
  throw new AppError("not_found", "There is no such workspace, or you are not in it.");
}

export type Reader = Pick<Scope, "db" | "workspaceId">;

/**
 * Who asks what the database itself refuses to strangers. A program that sends its token and the
 * id of its workspace spares the question who it is.
 */
export async function requestReader(request: NextRequest): Promise<Reader> {
  const workspaceId = wantedWorkspace(request);
  const token = bearer(request);
  if (token === undefined || workspaceId === null) return requestScope(request);
  return { db: tokenClient(token), workspaceId };
}

function bearer(request: NextRequest) {
  return /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
}

function wantedWorkspace(request: NextRequest) {
  const header = request.headers.get("x-workspace-id");
  if (header === null) return null;
  const id = z.uuid().safeParse(header);
  if (id.success) return id.data;
  throw new AppError("invalid_input", "X-Workspace-Id: expected the id of a workspace (a UUID).");
}

/** A cookie goes along with any page's request; only our own pages may change things by it. */
function refuseForeignPages(request: NextRequest) {
  if (READS.includes(request.method)) return;
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (origin && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new AppError(
    "forbidden",
    "This request did not come from our own page. Programs send an access token instead of a cookie.",
  );
}
