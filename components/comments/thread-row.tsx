import { Link as ChainGlyph, ChevronDown, ChevronRight, CornerLeftUp } from "lucide-react";
import { memo } from "react";
import { Found } from "@/components/comments/found";
import { rowId } from "@/components/comments/use-thread";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import type { ThreadComment } from "@/lib/comments/answers";
import { compactCount, counted, exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";

export type RowContext = {
  total: number;
  zone: string;
  now: Date;
  /** The word that is searched for. */
  search: string | undefined;
  /** Some comments were simulated and some were not: each says which it is. */
  isMixed: boolean;
  onFold: (at: number) => void;
  onGoTo: (at: number) => void;
};

// Each level stands further in, until too little room would be left: from there on its number tells it.
const LOOK = cx(
  "group relative py-2.5 pr-3.5 md:pr-4 outline-none [content-visibility:auto] [contain-intrinsic-height:auto_92px]",
  "pl-[calc(0.875rem+min(var(--in),var(--cap))*var(--step))] md:pl-[calc(1rem+min(var(--in),var(--cap))*var(--step))]",
  "scroll-mt-32 scroll-mb-24 focus:bg-selected focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-focus",
);
const SMALL =
  "touch inline-flex items-center gap-1 rounded-sm font-medium hover:text-ink hover:underline [&>svg]:size-3.5!";

/** One comment of a thread. */
export const ThreadRow = memo(function ThreadRow({
  comment,
  at,
  above,
  below,
  isFolded,
  chainPlace,
  chainLength,
  context,
}: {
  comment: ThreadComment;
  /** Its place in reading order, from 0. */
  at: number;
  /** The place of what it answers; -1 at the top. */
  above: number;
  below: number;
  isFolded: boolean;
  /** From 1; 0 when it is not on the chain. */
  chainPlace: number;
  chainLength: number;
  context: RowContext;
}) {
  const { total, zone, now, search, isMixed, onFold, onGoTo } = context;
  const { depth, author, body, created_at, upvotes, replies, is_orphan, is_simulated } = comment;
  const who = author ?? "Author not told";
  return (
    <article
      id={rowId(at)}
      data-at={at}
      tabIndex={-1}
      aria-posinset={at + 1}
      aria-setsize={total}
      aria-label={`${who}, level ${exactCount(depth)}${chainPlace ? ", on the viral chain" : ""}`}
      className={cx(LOOK, depth === 1 && at > 0 && "border-t")}
      style={{ ["--in" as string]: depth - 1 }}
    >
      {depth > 1 && <Guides />}
      {chainPlace > 0 && <ChainBar />}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-muted">
        <span className={author ? "text-sm font-strong text-ink wrap-anywhere" : "text-sm italic"}>
          {who}
        </span>
        {created_at === null ? (
          <span>Time not told</span>
        ) : (
          <time dateTime={created_at} data-tip={exactMoment(created_at, zone)}>
            {moment(created_at, zone, now)}
          </time>
        )}
        {depth > 1 && <span>Level {exactCount(depth)}</span>}
        {chainPlace > 0 && (
          <Badge kind="accent">
            <ChainGlyph aria-hidden="true" className="size-3!" />
            Viral chain {exactCount(chainPlace)} of {exactCount(chainLength)}
          </Badge>
        )}
        {is_orphan && (
          <Badge
            kind="partial"
            tip="The comment it answers was not read: it was removed, hidden, or lies beyond what the platform shows. So this one stands at the top."
          >
            Answers a comment that was not read
          </Badge>
        )}
        {isMixed && is_simulated && <Badge kind="simulated">Simulated</Badge>}
      </div>
      {body === null || body === "" ? (
        <p className="text-muted italic">The platform does not say what was written.</p>
      ) : (
        <p dir="auto" className="max-w-[72ch] text-md whitespace-pre-line wrap-anywhere">
          {search ? <Found text={body} word={search} /> : body}
        </p>
      )}
      <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-muted">
        <span>
          {upvotes === null ? (
            "Likes not told"
          ) : (
            <span data-tip={upvotes > 9_999 ? exactCount(upvotes) : undefined}>
              {compactCount(upvotes)} {upvotes === 1 ? "like" : "likes"}
            </span>
          )}
        </span>
        {replies > 0 && <span>{counted(replies, "reply", "replies")}</span>}
        {below > 0 && (
          <button
            type="button"
            aria-expanded={!isFolded}
            onClick={() => onFold(at)}
            className={cx(SMALL, "text-ink-2")}
          >
            {isFolded ? <ChevronRight aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
            {isFolded ? `Unfold ${exactCount(below)}` : `Fold ${exactCount(below)}`}
            <span className="sr-only"> below it</span>
          </button>
        )}
        {above >= 0 && above !== at - 1 && (
          <button type="button" onClick={() => onGoTo(above)} className={cx(SMALL, "text-ink-2")}>
            <CornerLeftUp aria-hidden="true" />
            <span className="sr-only">Go to </span>What it answers
          </button>
        )}
      </div>
    </article>
  );
});

/** A hairline for each level above. */
function Guides() {
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 left-3.5 w-[calc(min(var(--in),var(--cap))*var(--step))] bg-[repeating-linear-gradient(to_right,var(--line-strong)_0_1px,transparent_1px_var(--step))] opacity-40 md:left-4"
    />
  );
}

/** Beside each comment of the chain, so that it is followed at a glance. */
function ChainBar() {
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 left-[calc(0.875rem+min(var(--in),var(--cap))*var(--step)-9px)] w-[3px] bg-accent md:left-[calc(1rem+min(var(--in),var(--cap))*var(--step)-9px)]"
    />
  );
}
