import type { Expected } from "./expected-statuses.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";
/** Of the caller's own workspace; the outsider is an owner there. */
const OF_OWNERS: Expected = { statuses: [401, 200, 401, 403, 403], owner: 200 };
/** What concerns the caller alone. */
const MINE: Expected = { statuses: [401, 200, 401, 200, 200] };
const body = (value: unknown) => JSON.stringify(value);

/** Endpoints of people, invitations, the audit log, and what one chose for oneself. */
export const EXPECTED_ADMINISTRATION_STATUSES: Record<string, Expected> = {
  "GET /api/v1/audit": OF_OWNERS,
  "GET /api/v1/audit/export.csv": OF_OWNERS,
  "GET /api/v1/audit/export.jsonl": OF_OWNERS,
  "GET /api/v1/audit/export.xlsx": OF_OWNERS,
  // For who is no admin the list is empty.
  "GET /api/v1/invitations": MINE,
  "POST /api/v1/invitations": {
    statuses: [401, 201, 401, 403, 403],
    owner: 201,
    body: body({ role: "viewer" }),
  },
  "DELETE /api/v1/invitations/[id]": {
    statuses: [401, 404, 401, 403, 403],
    owner: 204,
    invitation: true,
  },
  // Nobody has a link.
  "POST /api/v1/invitations/accept": {
    statuses: [401, 404, 401, 404, 404],
    body: body({ secret: "0123456789abcdef0123456789abcdef" }),
  },
  "GET /api/v1/members": MINE,
  // There is no account with this e-mail.
  "POST /api/v1/members": {
    statuses: [401, 404, 401, 403, 403],
    owner: 404,
    body: body({ email: "nobody@example.test", role: "viewer" }),
  },
  // The viewer stays one.
  "PATCH /api/v1/members/[id]": {
    statuses: [401, 403, 401, 403, 403],
    owner: 200,
    person: "viewer",
    body: body({ role: "viewer" }),
  },
  // Somebody who is there no more.
  "DELETE /api/v1/members/[id]": { statuses: [401, 403, 401, 403, 403], person: "removed" },
  "GET /api/v1/profile": MINE,
  "PATCH /api/v1/profile": { ...MINE, body: body({ single_keys: true }) },
  "GET /api/v1/sessions": MINE,
  // Which ones is not said.
  "DELETE /api/v1/sessions": { statuses: [401, 422, 401, 422, 422] },
  // An id of no session of theirs.
  "DELETE /api/v1/sessions/[id]": { statuses: [401, 404, 401, 404, 404], person: "removed" },
  "GET /api/v1/workspace": MINE,
  "PATCH /api/v1/workspace": { ...OF_OWNERS, body: body({ time_zone: "UTC" }) },
  // Nobody typed the name.
  "DELETE /api/v1/workspace": {
    statuses: [401, 422, 401, 403, 403],
    owner: 422,
    body: body({ confirmation: "?" }),
  },
  // Nobody of theirs has this id.
  "POST /api/v1/workspace/transfer": {
    statuses: [401, 404, 401, 403, 403],
    owner: 404,
    body: body({ user_id: NOBODY }),
  },
  "GET /api/v1/workspaces": MINE,
  // It has no name.
  "POST /api/v1/workspaces": { statuses: [401, 422, 401, 422, 422], body: "{}" },
};
