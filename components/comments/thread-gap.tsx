import { PAGE_ROWS } from "@/components/comments/page-rows";
import { Button } from "@/components/ui/button";
import { counted, exactCount } from "@/lib/format/count";

/** Comments that are not here yet, and how to get them: from its beginning, or from its end. */
export function ThreadGap({
  from,
  until,
  total,
  isLoading,
  onLoad,
}: {
  from: number;
  /** The place after the last. */
  until: number;
  total: number;
  isLoading: boolean;
  onLoad: (at: number, scroll?: boolean) => void;
}) {
  const [firstPage, lastPage] = [Math.floor(from / PAGE_ROWS), Math.floor((until - 1) / PAGE_ROWS)];
  const upTo = Math.min(until, (firstPage + 1) * PAGE_ROWS);
  const since = Math.max(from, lastPage * PAGE_ROWS);
  const isEnd = until === total;
  return (
    // A feed holds articles and nothing else.
    <article
      data-gap=""
      aria-label={`${counted(until - from, "comment")} not shown yet`}
      className="flex flex-wrap items-center justify-center gap-x-3 gap-y-2 border-y bg-sunken px-3.5 py-3 text-center text-xs text-muted"
    >
      <span className="basis-full">
        {isLoading
          ? "Reading comments"
          : `${counted(until - from, "comment")} ${isEnd ? "more" : "between"}: ${exactCount(from + 1)} – ${exactCount(until)} of ${exactCount(total)}`}
      </span>
      {from > 0 && (
        <LoadButton
          isLoading={isLoading}
          label={`Show the next ${exactCount(upTo - from)}`}
          onClick={() => onLoad(from, false)}
        />
      )}
      {!isEnd && (from === 0 || lastPage > firstPage) && (
        <LoadButton
          isLoading={isLoading}
          label={`Show the ${exactCount(until - since)} before`}
          onClick={() => onLoad(until - 1)}
        />
      )}
    </article>
  );
}

function LoadButton({
  label,
  isLoading,
  onClick,
}: {
  label: string;
  isLoading: boolean;
  onClick: () => void;
}) {
  return (
    <Button
      size="small"
      aria-disabled={isLoading || undefined}
      onClick={isLoading ? undefined : onClick}
    >
      {label}
    </Button>
  );
}
