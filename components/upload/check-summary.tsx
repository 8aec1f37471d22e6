import { CircleCheck, CircleX, Copy } from "lucide-react";
import type { ReactNode } from "react";
import { Missing } from "@/components/ui/missing";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { PlatformMark } from "@/components/ui/platform-mark";
import type { UploadPreview } from "@/components/upload/preview";
import { counted, exactCount } from "@/lib/format/count";
import { PLATFORM_IDS } from "@/lib/platforms/platform";

const NOT_JUDGED = "Rows are checked once you have chosen the column with the links.";

export const SUMMARY_ID = "check-summary";

/** How many rows were read and what becomes of them; stays in sight beside the details. */
export function CheckSummary({
  preview: {
    needsLinkColumn,
    rowsRead,
    acceptedRows,
    duplicateRows,
    rejectedRows,
    platforms,
    notes,
  },
  busy,
  children,
}: {
  preview: UploadPreview;
  /** Another check is under way: these counts are the last one's. */
  busy: boolean;
  /** The way on, and what stands in it. */
  children: ReactNode;
}) {
  const counts = [
    { label: "Accepted", count: acceptedRows, Glyph: CircleCheck, ink: "text-ok", fill: "bg-ok" },
    {
      label: "Duplicates, kept once",
      count: duplicateRows,
      Glyph: Copy,
      ink: "text-muted",
      fill: "bg-chart-6",
    },
    { label: "Rejected", count: rejectedRows, Glyph: CircleX, ink: "text-bad", fill: "bg-bad" },
  ];
  return (
    <Panel className="flex flex-col gap-3 p-3.5 md:p-4">
      <h2 id={SUMMARY_ID} tabIndex={-1} className="text-lg outline-none">
        {counted(rowsRead, "row")} read
      </h2>
      <p role="status" className="sr-only">
        {busy
          ? "Checking again."
          : needsLinkColumn
            ? NOT_JUDGED
            : `${exactCount(acceptedRows)} accepted, ${exactCount(duplicateRows)} duplicates, ${exactCount(rejectedRows)} rejected.`}
      </p>
      <div aria-hidden="true" className="flex h-2 gap-0.5 overflow-hidden rounded-sm bg-sunken">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ label, count, fill }) => (
            <span key={label} className={`min-w-1 basis-0 ${fill}`} style={{ flexGrow: count }} />
          ))}
      </div>
      <dl>
        {counts.map(({ label, count, Glyph, ink }) => (
          <div key={label} className="flex items-center justify-between gap-2 py-1">
            <dt className="flex items-center gap-1.5">
              <Glyph aria-hidden="true" className={`size-3.5 ${ink}`} />
              {label}
            </dt>
            <dd className="font-semibold">
              {needsLinkColumn ? <Missing reason={NOT_JUDGED} /> : exactCount(count)}
            </dd>
          </div>
        ))}
      </dl>
      <ul className="border-t pt-2 empty:hidden">
        {PLATFORM_IDS.filter((id) => platforms[id])
          .sort((a, b) => (platforms[b] ?? 0) - (platforms[a] ?? 0))
          .map((id) => (
            <li key={id} className="flex items-center justify-between gap-2 py-1 text-ink-2">
              <PlatformMark platform={id} withName />
              <span className="text-ink">{exactCount(platforms[id] ?? 0)}</span>
            </li>
          ))}
      </ul>
      {notes.map(({ platform, sentence }) => (
        <div key={platform} className="text-xs">
          <Notice>{sentence}</Notice>
        </div>
      ))}
      {children}
    </Panel>
  );
}
