/** Everything that the rows of a sample hang on. */
export type SamplePlan = {
  seed: number;
  users: number;
  posts: number;
  hashtags: number;
  /** The moment that counts as now: nothing is later. Whole seconds since 1970. */
  now: number;
};

export const MAX_BATCH = 500;
