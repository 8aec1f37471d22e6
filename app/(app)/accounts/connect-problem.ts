import "server-only";
import { cookies } from "next/headers";
import { withoutSecrets } from "@/lib/log/log";

// A cookie and not the address: a link could put any words on our page, and an address stays in
// histories and logs. Lax, because one comes back from another site.
const NAME = "connect-problem";
const LIFE_SECONDS = 300;
const MAX_CHARACTERS = 600;

/** Keeps why a connection failed for the page that is shown next. */
export async function keepConnectProblem(sentence: string) {
  const jar = await cookies();
  jar.set(NAME, withoutSecrets(sentence).slice(0, MAX_CHARACTERS), {
    httpOnly: true,
    sameSite: "lax",
    path: "/accounts",
    maxAge: LIFE_SECONDS,
  });
}

/** Null once it is old. */
export async function readConnectProblem() {
  return (await cookies()).get(NAME)?.value ?? null;
}
