import { readdir, readFile } from "node:fs/promises";

/** The most memory (MB) that the web server of an address ever held, as Linux tells it; null elsewhere. */
export async function peakMemory(appUrl: string) {
  const processes = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  let peakKb: number | null = null;
  for (const pid of processes) {
    const read = (file: string) => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");
    if (!(await read("environ")).split("\0").includes(`APP_URL=${appUrl}`)) continue;
    if (!(await read("comm")).startsWith("next-server")) continue;
    const peak = Number(/VmHWM:\s+(\d+)/.exec(await read("status"))?.[1] ?? 0);
    peakKb = Math.max(peakKb ?? 0, peak);
  }
  return peakKb === null ? null : Math.round(peakKb / 1000);
}
