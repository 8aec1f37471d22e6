import { type Chain, ChainBeginning, chainTitle, isMixed } from "@/components/comments/chain-table";
import { postHref } from "@/components/posts/posts-address";
import { AppLink } from "@/components/ui/app-link";
import { PlatformMark } from "@/components/ui/platform-mark";
import { RowList } from "@/components/ui/row-list";
import { compactCount, exactCount } from "@/lib/format/count";

/** Chains on a phone. */
export function ChainList({ chains }: { chains: Chain[] }) {
  return (
    <RowList phone>
      {chains.map((chain) => (
        <li key={chain.post_id} className="flex items-start gap-3 border-b px-3.5 py-2.5">
          <div className="min-w-0 flex-1">
            <ChainBeginning chain={chain} marked={isMixed(chains)} />
            <span className="mt-0.5 flex min-w-0 items-center gap-1.5 text-xs text-muted">
              <PlatformMark platform={chain.platform} />
              <AppLink href={postHref(chain.post_id)} className="truncate py-1">
                {chainTitle(chain)}
              </AppLink>
            </span>
          </div>
          <div className="flex flex-none flex-col items-end text-xs text-muted">
            <span className="text-sm font-strong text-ink">{exactCount(chain.levels)}</span>
            in the chain
            <span>{compactCount(chain.total_engagement)} engaged</span>
          </div>
        </li>
      ))}
    </RowList>
  );
}
