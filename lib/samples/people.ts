import { PLATFORM_IDS } from "../platforms/platform.ts";
import type { SamplePlan } from "./plan.ts";
import { madeUpWord } from "./words.ts";

/** The n-th person of a sample, from 0. Their number in the handle makes it the only one. */
export function samplePerson({ seed }: Pick<SamplePlan, "seed">, number: number) {
  const name = madeUpWord(seed, number * 7 + 11);
  return {
    platform: platformOf(number),
    handle: `sample.${name}.${number + 1}`,
    name: `${name.charAt(0).toUpperCase()}${name.slice(1)} (sample)`,
  };
}

/** People sit on the platforms in turn, so that those of one platform are found by counting. */
function platformOf(number: number) {
  const platform = PLATFORM_IDS[number % PLATFORM_IDS.length];
  if (!platform) throw new RangeError("There are platforms.");
  return platform;
}

/** How many people share the platform of this one. */
export function countPeers({ users }: SamplePlan, person: number) {
  const first = person % PLATFORM_IDS.length;
  return Math.ceil((users - first) / PLATFORM_IDS.length);
}

/** The n-th of them, from 0. */
export function peer(person: number, number: number) {
  return (person % PLATFORM_IDS.length) + number * PLATFORM_IDS.length;
}
