import type { Expected } from "./expected-statuses.ts";

const LIST: Expected = { statuses: [401, 200, 401, 200, 200] };
const body = (value: unknown) => JSON.stringify(value);
/** For admins: the outsider is one in their own workspace. */
const ADMINS: Expected = { statuses: [401, 200, 401, 403, 403], owner: 200 };
const RULE: Expected = { statuses: [401, 404, 401, 403, 200], alert: "rule" };
const WEBHOOK: Expected = { statuses: [401, 404, 401, 403, 403], owner: 200, alert: "webhook" };

let daysAhead = 3;

/** Endpoints of alerts, the inbox and webhooks. */
export const EXPECTED_ALERT_STATUSES: Record<string, Expected> = {
  "GET /api/v1/alerts": LIST,
  "POST /api/v1/alerts": {
    statuses: [401, 201, 401, 403, 201],
    // Each time another: what a rule watches for already is refused.
    body: () => body({ kind: "token", name: "Another", condition: { days_ahead: ++daysAhead } }),
  },
  "GET /api/v1/alerts/[id]": { ...RULE, statuses: [401, 404, 401, 200, 200] },
  "PATCH /api/v1/alerts/[id]": { ...RULE, body: body({ is_on: false }) },
  "DELETE /api/v1/alerts/[id]": { ...RULE, statuses: [401, 404, 401, 403, 204] },
  "POST /api/v1/alerts/[id]/test": RULE,
  "GET /api/v1/alerts/incidents": LIST,
  "PUT /api/v1/alerts/preferences": { ...LIST, body: body({ by_email: false }) },
  "GET /api/v1/inbox": LIST,
  "POST /api/v1/inbox/read": { ...LIST, body: "{}" },
  "GET /api/v1/webhooks": ADMINS,
  "POST /api/v1/webhooks": {
    statuses: [401, 201, 401, 403, 403],
    owner: 409,
    body: body({ url: "https://example.com/hook" }),
  },
  "PATCH /api/v1/webhooks/[id]": { ...WEBHOOK, body: body({ is_on: false }) },
  "DELETE /api/v1/webhooks/[id]": { ...WEBHOOK, owner: 204 },
};
