// A worker in a process of its own, for tests that kill it or let many ask at once:
// `work` works on the queue until nothing is left; `token <owner as JSON> <how many ask>` prints what each got.
import { db } from "./own-process.ts";

const [task, account = "null", count = "1"] = process.argv.slice(2);

if (task === "work") {
  const { continueRefresh } = await import("../../lib/refresh/slot.ts");
  console.log("ready");
  console.log(JSON.stringify(await continueRefresh(db)));
}
if (task === "token") {
  const { accessToken } = await import("../../lib/accounts/access-token.ts");
  const owner = JSON.parse(account);
  console.log("ready");
  const ask = () => accessToken(db, owner, null, AbortSignal.timeout(40_000));
  const answers = await Promise.all(Array.from({ length: Number(count) }, ask));
  console.log(JSON.stringify(answers));
}
