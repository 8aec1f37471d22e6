import { LoaderCircle } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { fileSize } from "@/lib/format/size";

export type Sent = { sentBytes: number; totalBytes: number };

/** A file on its way: how much of it has arrived, or that its rows are being read. */
export function SendingPanel({
  name,
  sent,
  onCancel,
}: {
  name: string;
  /** Null while the server reads, or when nobody knows how much has arrived. */
  sent: Sent | null;
  onCancel: () => void;
}) {
  const text = sent
    ? `${fileSize(sent.sentBytes)} of ${fileSize(sent.totalBytes)} sent`
    : "Reading the rows and checking each link";
  return (
    <Panel label="Check in progress">
      <div className="flex items-center gap-3 px-4 py-3">
        <span className="grid size-9 flex-none place-items-center rounded-lg bg-accent-soft text-accent-text">
          <LoaderCircle
            aria-hidden="true"
            className="motion-safe:animate-[spin_1.6s_linear_infinite]"
          />
        </span>
        <div className="min-w-0 flex-1">
          <p className="truncate font-strong">{name}</p>
          <p className="text-xs text-muted">{text}</p>
        </div>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      {sent && (
        <div className="h-1 overflow-hidden rounded-b-[9px] bg-sunken">
          <div
            className="h-full bg-accent transition-[width] duration-(--slow)"
            style={{ width: `${(100 * sent.sentBytes) / Math.max(1, sent.totalBytes)}%` }}
          />
        </div>
      )}
      <p role="status" className="sr-only">
        {sent ? `Sending ${name}.` : `Checking ${name}.`}
      </p>
    </Panel>
  );
}
