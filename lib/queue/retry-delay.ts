/** Calls that a row may lose to a provider's errors before it fails. */
export const MAX_ATTEMPTS = 5;

const FIRST_SECONDS = 2;
const LONGEST_SECONDS = 300;

/**
 * Seconds until a row is tried again: doubling, and spread over [half, whole] so that
 * rows refused together do not come back together. `attempts` are those before this one.
 */
export function retryDelaySeconds(attempts: number, random = Math.random()) {
  const whole = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** attempts);
  return whole * (0.5 + random / 2);
}
