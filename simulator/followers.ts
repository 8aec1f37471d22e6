import type { Account } from "./accounts.ts";
import type { World } from "./posts.ts";
import { randomOf } from "./random.ts";

const DAY_MS = 86_400_000;

/** How many follow an account now: a few more most days, a few less on some. The same world and moment, the same number. */
export function followersOf({ seed, anchorMs, now }: World, account: Account): number {
  const random = randomOf(`${seed}:followers:${account.platform}:${account.id}`);
  const start = 900 * 10 ** (1.6 * random());
  const perDay = 0.0008 + 0.004 * random();
  const weekdays = 0.002 * random();
  const days = (now() - anchorMs) / DAY_MS;
  return Math.round(
    start * (Math.exp(perDay * days) + weekdays * Math.sin((2 * Math.PI * days) / 7)),
  );
}

/** As YouTube tells it: three significant figures, rounded down. */
export function threeFigures(count: number): number {
  const unit = 10 ** Math.max(0, String(count).length - 3);
  return Math.floor(count / unit) * unit;
}
