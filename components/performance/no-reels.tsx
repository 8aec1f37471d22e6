import { Fragment, type ReactNode } from "react";
import { filterChips } from "@/components/performance/reel-words";
import { reelsHref, unfilteredHref, windowOf } from "@/components/performance/reels-address";
import { TextLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { Panel } from "@/components/ui/panel";
import { counted } from "@/lib/format/count";
import { type ReelFilter, WINDOWS } from "@/lib/reels/schema";

/** No reel: nothing is there yet, or the filters leave none and can be taken away. */
export function NoReels({
  query,
  unmeasured,
  mayAdd,
}: {
  query: ReelFilter;
  /** Published in the window, and without views. */
  unmeasured: number;
  mayAdd: boolean;
}) {
  const chips = filterChips(query);
  if (chips.length === 0)
    return <NothingYet query={query} unmeasured={unmeasured} mayAdd={mayAdd} />;
  return (
    <Framed
      actions={
        <>
          {chips.map(({ name, text }) => (
            <FilterChip key={name} href={reelsHref(query, { [name]: undefined })}>
              {text}
            </FilterChip>
          ))}
          <ButtonLink size="small" href={unfilteredHref(query)}>
            Clear filters
          </ButtonLink>
        </>
      }
    >
      No reel of these {WINDOWS[windowOf(query)]} days matches {chipWords(chips)}.
    </Framed>
  );
}

function NothingYet({ query, unmeasured, mayAdd }: Parameters<typeof NoReels>[0]) {
  const days = WINDOWS[windowOf(query)];
  const longer = (["30d", "90d"] as const).filter((each) => WINDOWS[each] > days);
  const sample = <ButtonLink href="/performance?sample=true">Load sample data</ButtonLink>;
  return (
    <Framed
      actions={
        mayAdd ? (
          <>
            <ButtonLink variant="primary" href="/settings/ingest">
              Set up ingest
            </ButtonLink>
            <ButtonLink href="/accounts">Connect an account</ButtonLink>
            <ButtonLink href="/upload">Upload links</ButtonLink>
            {sample}
          </>
        ) : (
          sample
        )
      }
    >
      {unmeasured > 0
        ? `${counted(unmeasured, "reel")} of the last ${days} days ${unmeasured === 1 ? "has" : "have"} no views yet, so nothing can be compared. `
        : `No short videos of the last ${days} days yet. `}
      {longer.length > 0 && (
        <>
          Look at{" "}
          {longer.map((each, at) => (
            <Fragment key={each}>
              {at > 0 && " or "}
              <TextLink href={reelsHref(query, { window: each })}>{WINDOWS[each]} days</TextLink>
            </Fragment>
          ))}
          .{" "}
        </>
      )}
      {mayAdd
        ? "Ingest brings reels in every six hours, a connected account brings its own, and links can be uploaded. The sample shows what this page does with them."
        : "They appear once a member sets up ingest, connects an account or uploads links. The sample shows what this page does with them."}
    </Framed>
  );
}

function Framed({ actions, children }: { actions: ReactNode; children: ReactNode }) {
  return (
    <Panel label="Reels">
      <EmptyState
        action={<div className="flex flex-wrap items-center justify-center gap-2">{actions}</div>}
      >
        {children}
      </EmptyState>
    </Panel>
  );
}

/** “Outliers only” and “Views from 50,000”. */
function chipWords(chips: { text: string }[]) {
  const quoted = chips.map(({ text }) => `“${text.replace(/^“|”$/g, "")}”`);
  return quoted.length === 1 ? quoted[0] : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
