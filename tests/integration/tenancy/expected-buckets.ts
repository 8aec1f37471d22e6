import type { Row } from "./expected-tables.ts";

type Bucket = { select: Row; insert: Row; update: Row; delete: Row };

const no = "refused";

/**
 * What each may do in each bucket, in objects over all workspaces: one lies in the folder of either.
 * Inserting is into the home folder. Anonymous visitors and strangers find an empty bucket.
 */
export const EXPECTED_BUCKETS: Record<string, Bucket> = {
  uploads: {
    select: [0, 1, 0, 0, 1, 1, 1],
    insert: [no, no, no, no, 1, 1, 1],
    // An upload is never changed, only put and removed.
    update: [0, 0, 0, 0, 0, 0, 0],
    delete: [0, 1, 0, 0, 1, 1, 1],
  },
};
