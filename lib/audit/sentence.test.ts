import { expect, it } from "vitest";
import { auditSentence } from "@/lib/audit/sentence";

const entry = { subject: "Bo", subject_name: null, detail: {} };

it.each([
  ["member_added", { role: "viewer" }, "added Bo as viewer"],
  [
    "role_changed",
    { role: { from: "member", to: "viewer" } },
    "changed what Bo may do: role from member to viewer",
  ],
  ["job_started", { rows: 1 }, "started the job “Bo” with 1 row"],
  ["job_started", { rows: 20, again: true }, "started the job “Bo” with 20 rows again"],
  [
    "export",
    { format: "csv", filter: { state: "failed", sort: "url" } },
    "exported Bo as CSV, only state: failed",
  ],
] as const)("says %s with its object", (action, detail, sentence) => {
  expect(auditSentence({ ...entry, action, detail })).toBe(sentence);
});

it("reads a person by the name they have now", () => {
  const named = { ...entry, subject_name: "Bo Berg", detail: { role: "admin" } };
  expect(auditSentence({ ...named, action: "member_removed" })).toBe(
    "removed Bo Berg, who was admin",
  );
});

it("shows what was set as words, not as it is stored", () => {
  const detail = {
    input: { to: { resultsLimit: 200, usernames: ["a", "b"] } },
    is_scheduled: { from: false, to: true },
    max_items: { from: 200 },
  };
  expect(auditSentence({ ...entry, action: "ingest_changed", detail })).toBe(
    "changed ingest: input set to (results limit: 200, usernames: a and b), runs by itself from no to yes, items at most from 200 to nothing",
  );
});
