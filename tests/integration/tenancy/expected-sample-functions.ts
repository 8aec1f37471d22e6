import type { Call } from "./expected-refresh-functions.ts";
import type { Tenants } from "./tenants.ts";

const no = "refused";
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;
const PLAN = `'{"seed": 1, "users": 1, "posts": 0, "hashtags": 1, "made_for": "2026-11-01T00:00:00Z"}'`;
const EMPTY = `'{"people": [], "posts": [], "comments": {"body": []}, "events": {}}'`;

/** Functions of sample workspaces. The home workspace is none: those who may are told so. */
export const EXPECTED_SAMPLE_FUNCTIONS: Record<string, Call> = {
  "create_sample(jsonb)": {
    call: () => `select public.create_sample(${PLAN})`,
    rows: [no, 1, 1, 1, 1, 1, 1],
  },
  "import_samples(uuid, jsonb)": {
    call: (all) => `select public.import_samples(${workspace(all)}, ${EMPTY})`,
    rows: [no, "PT404", "PT404", "PT403", "PT409", "PT409", "PT409"],
  },
  "remove_sample(uuid, integer)": {
    call: (all) => `select public.remove_sample(${workspace(all)})`,
    rows: [no, "PT404", "PT404", "PT403", "PT403", "PT403", "PT409"],
  },
};
export const SAMPLE_FUNCTIONS = Object.keys(EXPECTED_SAMPLE_FUNCTIONS).flatMap((name) => [
  name,
  `private.${name}`,
]);
