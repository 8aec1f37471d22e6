import "server-only";
import { cookies } from "next/headers";
import { safeNext } from "@/lib/api/safe-next";
import { isSecure } from "@/lib/supabase/auth-client";

const COOKIE = "way-back";
const DAY_SECONDS = 86_400;

/** Keeps where to go on once the address is confirmed: the link in the e-mail does not say it. */
export async function rememberWay(next: string) {
  (await cookies()).set(COOKIE, next, {
    path: "/auth/callback",
    httpOnly: true,
    sameSite: "lax",
    secure: await isSecure(),
    maxAge: DAY_SECONDS,
  });
}

/** Where the last sign-up of this browser wanted to go; "/" when it did not say. */
export async function rememberedWay() {
  return safeNext((await cookies()).get(COOKIE)?.value);
}
