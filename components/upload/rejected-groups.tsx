"use client";

import { ChevronRight, Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Panel, PanelHead } from "@/components/ui/panel";
import type { ProblemGroup, UploadPreview } from "@/components/upload/preview";
import { shortLink } from "@/components/upload/short-link";
import { counted, exactCount } from "@/lib/format/count";

/** Rows that are not run, grouped by cause, with how to mend them. */
export function RejectedGroups({
  preview: { groups, rejectedRows, duplicateRows, acceptedRows },
  onDownload,
}: {
  preview: UploadPreview;
  onDownload: () => void;
}) {
  // What needs mending comes first; a repeated post needs nothing.
  const ordered = groups.toSorted((a, b) => repeats(a) - repeats(b));
  const title = [
    rejectedRows > 0 && `${counted(rejectedRows, "row")} cannot be used`,
    duplicateRows > 0 && `${counted(duplicateRows, "row repeats", "rows repeat")} an earlier one`,
  ];
  return (
    <Panel>
      <PanelHead
        title={title.filter(Boolean).join(", ")}
        sub={`Grouped by cause. ${acceptedRows > 0 ? "The other rows go on without them." : "No row is left to run."}`}
        tools={
          <Button size="small" onClick={onDownload}>
            <Download aria-hidden="true" />
            <span className="max-md:sr-only">Rejected rows, with reasons</span>
            <span aria-hidden="true" className="md:hidden">
              {counted(rejectedRows + duplicateRows, "row")}
            </span>
          </Button>
        }
      />
      {ordered.map((group, index) => (
        <Group key={group.problem} group={group} open={index === 0} />
      ))}
    </Panel>
  );
}

function repeats({ problem }: ProblemGroup) {
  return problem === "duplicate" ? 1 : 0;
}

function Group({ group, open }: { group: ProblemGroup; open: boolean }) {
  const { title, explanation, mend, count, examples } = group;
  return (
    <details open={open} className="group border-t">
      <summary className="flex items-center gap-2.5 px-3.5 py-2.5 hover:bg-hover focus-visible:-outline-offset-2 md:px-4">
        <ChevronRight
          aria-hidden="true"
          className="transition-transform duration-(--fast) group-open:rotate-90"
        />
        <span className="min-w-0 flex-1">
          <span className="font-strong">{title}</span>
          <span className="text-xs text-muted max-md:block md:ml-2.5">{explanation}</span>
        </span>
        <span className="font-strong">{exactCount(count)}</span>
      </summary>
      <div className="px-3.5 pb-3 md:pr-4 md:pl-[42px]">
        <table className="w-full table-fixed">
          <thead className="text-left text-xs text-muted">
            <tr className="h-8">
              <th scope="col" className="w-14 border-b font-medium">
                Row
              </th>
              <th scope="col" className="border-b pr-3 font-medium">
                Found
              </th>
              <th scope="col" className="border-b font-medium">
                Expected
              </th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ fileRow, found, expected }) => (
              <tr key={fileRow} className="h-8 not-last:*:border-b">
                <td className="text-ink-2">{exactCount(fileRow)}</td>
                <td className="pr-3">
                  <Found text={found} />
                </td>
                <td className="py-1 text-ink-2">{expected}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="pt-2 text-xs text-muted">
          To mend: {mend}
          {count > examples.length && ` All ${exactCount(count)} stand in the download.`}
        </p>
      </div>
    </details>
  );
}

function Found({ text }: { text: string }) {
  if (text === "") return <span className="text-muted">nothing</span>;
  return (
    <span
      title={text}
      className="block w-fit max-w-full truncate rounded-sm bg-bad-soft px-1 font-mono text-xs/5 text-bad-text"
    >
      {shortLink(text)}
    </span>
  );
}
