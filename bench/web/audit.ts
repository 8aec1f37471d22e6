import lighthouse, { desktopConfig, type RunnerResult } from "lighthouse";
import { Problem } from "../../scripts/problem.ts";
import type { PageFigures } from "./goals.ts";

const CATEGORIES = ["performance", "accessibility", "best-practices"];
const TRIES = 2;

export type Preset = "desktop" | "mobile";

/** One page as Lighthouse sees it, loaded anew without a cache in the browser behind the port. */
export async function auditPage(url: string, port: number, preset: Preset) {
  let problem = "";
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const result = await lighthouse(
      url,
      { port, output: "json", logLevel: "silent", onlyCategories: CATEGORIES },
      preset === "desktop" ? desktopConfig : undefined,
    );
    const error = result?.lhr.runtimeError;
    if (result && !error) return { figures: figuresOf(result), settings: settingsOf(result) };
    problem = error?.message ?? "It gave no result.";
  }
  throw new Problem(`Lighthouse could not look at ${url}: ${problem}`);
}

function figuresOf({ lhr }: RunnerResult): PageFigures {
  const score = (name: string) => Math.round((lhr.categories[name]?.score ?? 0) * 100);
  const number = (name: string) => lhr.audits[name]?.numericValue ?? Number.NaN;
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    bestPractices: score("best-practices"),
    lcpMs: number("largest-contentful-paint"),
    cls: number("cumulative-layout-shift"),
    scriptKb: scriptBytes(lhr) / 1_000,
    causes: failedAudits(lhr),
  };
}

type Report = RunnerResult["lhr"];

/** All scripts that came over the line while the page loaded, as they were compressed. */
function scriptBytes({ audits }: Report) {
  const details = audits["network-requests"]?.details;
  const items = details?.type === "table" ? details.items : [];
  return items
    .filter(({ resourceType }) => resourceType === "Script")
    .reduce((sum, { transferSize }) => sum + Number(transferSize), 0);
}

function failedAudits({ audits, categories }: Report) {
  const weighed = ["accessibility", "best-practices"].flatMap(
    (name) => categories[name]?.auditRefs.filter(({ weight }) => weight > 0) ?? [],
  );
  return weighed
    .filter(({ id }) => (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => {
      const details = audits[id]?.details;
      const items = details?.type === "table" ? details.items : [];
      return `${id} (${items.length}): ${JSON.stringify(items[0] ?? "").slice(0, 300)}`;
    });
}

/** In a sentence: whose figures these are. */
function settingsOf({ lhr: { lighthouseVersion, configSettings } }: RunnerResult) {
  const { formFactor, throttlingMethod, throttling, screenEmulation } = configSettings;
  const { rttMs, throughputKbps, cpuSlowdownMultiplier } = throttling;
  return `Lighthouse ${lighthouseVersion}, ${formFactor}, ${screenEmulation.width} × ${screenEmulation.height} px, throttling by ${throttlingMethod}: round trip ${rttMs} ms, ${Math.round(throughputKbps / 1024)} Mbit/s, processor ${cpuSlowdownMultiplier} × slower`;
}
