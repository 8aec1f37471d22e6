import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";

const FILE = resolve(import.meta.dirname, "../../vercel.json");
const vercel = z.object({ crons: z.array(z.object({ path: z.string(), schedule: z.string() })) });

/** The crons of vercel.json: a path and a five-field schedule in UTC each. */
export async function readCrons() {
  return vercel.parse(JSON.parse(await readFile(FILE, "utf8"))).crons;
}

/** Whether a five-field cron schedule (star, list, step of a star) names this minute, in UTC. */
export function isDue(schedule: string, at: Date) {
  const now = [
    at.getUTCMinutes(),
    at.getUTCHours(),
    at.getUTCDate(),
    at.getUTCMonth() + 1,
    at.getUTCDay(),
  ];
  const fields = schedule.trim().split(/\s+/);
  return (
    fields.length === now.length && fields.every((field, index) => fits(field, now[index] ?? 0))
  );
}

function fits(field: string, value: number) {
  return field.split(",").some((part) => {
    if (part === "*") return true;
    const step = /^\*\/(\d+)$/.exec(part)?.[1];
    return step ? value % Number(step) === 0 : Number(part) === value;
  });
}
