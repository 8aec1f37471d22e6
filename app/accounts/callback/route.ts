import type { NextRequest } from "next/server";
import { keepConnectProblem } from "@/app/(app)/accounts/connect-problem";
import { comeBack } from "@/lib/accounts/come-back";
import { getScope } from "@/lib/supabase/server";

// GET /accounts/callback - where platforms send people back to, with a code or a refusal
export async function GET(request: NextRequest) {
  const { pathname, search, searchParams } = request.nextUrl;
  const scope = await getScope();
  if (!scope) return goTo(`/login?next=${encodeURIComponent(pathname + search)}`);
  const result = await comeBack(scope, searchParams);
  if ("connected" in result) return goTo(`/accounts?connected=${result.connected.join(",")}`);
  await keepConnectProblem(result.problem);
  return goTo("/accounts?problem=1");
}

function goTo(path: string) {
  return new Response(null, {
    status: 303,
    headers: {
      // Meta hangs `#_` onto the address, and a fragment goes along unless there is another.
      location: `${path}#main`,
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
    },
  });
}
