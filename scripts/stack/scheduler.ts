import { isDue, readCrons } from "./schedule.ts";

const MINUTE_MS = 60_000;

/** Plays Vercel's scheduler: calls each cron when it is due. Returns a function that ends it. */
export async function startScheduler(appUrl: string, cronSecret: string) {
  const crons = await readCrons();
  let timer: NodeJS.Timeout;
  function tick() {
    const now = new Date();
    for (const { path, schedule } of crons) {
      if (isDue(schedule, now)) call(new URL(path, appUrl), cronSecret);
    }
    timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
  }
  timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
  return () => clearTimeout(timer);
}

async function call(url: URL, cronSecret: string) {
  try {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${cronSecret}` } });
    if (!answer.ok) console.error(`[scheduler] ${url.pathname} answered ${answer.status}.`);
  } catch (error) {
    // Vercel does not retry either: the next minute is the next try.
    console.error(`[scheduler] ${url.pathname} did not answer: ${error}`);
  }
}
