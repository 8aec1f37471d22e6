import type { Route } from "next";
import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { safeNext } from "@/lib/api/safe-next";
import { rememberedWay } from "@/lib/api/way-back";
import { authClient } from "@/lib/supabase/auth-client";
import { rememberDevice } from "@/lib/supabase/remember-device";

const link = z.object({
  code: z.string().min(1).optional(),
  token_hash: z.string().min(1).optional(),
  type: z.enum(["email", "signup", "recovery", "invite", "magiclink", "email_change"]).optional(),
});

const LEADS_TO: Record<string, string> = {
  recovery: "/reset-password",
  email_change: "/settings/profile",
};

// GET /auth/callback - where the links in e-mails lead: signs in, then goes on
export async function GET(request: NextRequest) {
  const search = Object.fromEntries(request.nextUrl.searchParams);
  const { code, token_hash, type } = link.safeParse(search).data ?? {};
  const db = await authClient();

  let signedIn = false;
  if (token_hash && type) {
    signedIn = !(await db.auth.verifyOtp({ token_hash, type })).error;
  } else if (code) {
    signedIn = !(await db.auth.exchangeCodeForSession(code)).error;
  }
  if (!signedIn) redirect("/login?problem=link");
  await rememberDevice(db);
  const fallback = LEADS_TO[type ?? ""] ?? (await rememberedWay());
  // safe because safeNext lets through nothing but a path of this site
  redirect((search.next ? safeNext(search.next) : fallback) as Route);
}
