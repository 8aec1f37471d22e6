import { describe, expect, it } from "vitest";
import type { UploadPreview } from "@/components/upload/preview";
import { NOTHING_CHOSEN, nextState, shownMapping, type UploadEvent } from "./upload-state";

const source = { kind: "paste", text: "https://youtu.be/dQw4w9WgXcQ" } as const;
const preview: UploadPreview = {
  filename: "links.xlsx",
  kind: "xlsx",
  sheet: "Links",
  sheets: ["Links", "Notes"],
  headerRow: 3,
  columns: [
    { name: "url", role: "link", samples: [], filled: 1 },
    { name: "notes", role: "skip", samples: [], filled: 0 },
  ],
  needsLinkColumn: false,
  rowsRead: 1,
  acceptedRows: 1,
  rejectedRows: 0,
  duplicateRows: 0,
  platforms: { youtube: 1 },
  groups: [],
  firstRows: [],
  notes: [],
};
const chosen: UploadEvent = { type: "chosen", source };
const checked: UploadEvent = { type: "checked", source, preview };
const problem = { sentence: "It broke.", again: true };
const failed: UploadEvent = { type: "failed", problem };

const reached = (...events: UploadEvent[]) => events.reduce(nextState, NOTHING_CHOSEN);

describe("an upload", () => {
  it("goes from choosing over checking to checked and starting", () => {
    expect(reached(chosen).phase).toBe("checking");
    expect(reached(chosen, checked)).toMatchObject({ phase: "checked", preview });
    expect(reached(chosen, checked, { type: "starting" })).toMatchObject({
      phase: "starting",
      preview,
    });
  });

  it("goes back to choosing when the first check fails, and keeps the source to try again", () => {
    expect(reached(chosen, failed)).toMatchObject({
      phase: "choosing",
      source,
      problem,
    });
  });

  it("keeps the last good check when a later one fails or is cancelled", () => {
    expect(reached(chosen, checked, { type: "remapped" }, failed)).toMatchObject({
      phase: "checked",
      preview,
      problem,
    });
    expect(reached(chosen, checked, { type: "remapped" }, { type: "cancelled" })).toMatchObject({
      phase: "checked",
      preview,
      problem: null,
    });
  });

  it("forgets the old check when another file is chosen", () => {
    expect(reached(chosen, checked, chosen).preview).toBeNull();
  });

  it("shows how much was sent until all of it was", () => {
    const half = { sentBytes: 50, totalBytes: 100 };
    expect(reached(chosen, { type: "sent", sent: half }).sent).toEqual(half);
    expect(
      reached(chosen, { type: "sent", sent: { sentBytes: 100, totalBytes: 100 } }).sent,
    ).toBeNull();
  });

  it("runs the roles and the sheet that are on screen", () => {
    expect(shownMapping(reached(chosen, checked))).toEqual({
      sheet: "Links",
      roles: ["link", "skip"],
    });
    expect(shownMapping(reached(chosen))).toEqual({});
  });
});
