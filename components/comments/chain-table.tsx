import { threadHref } from "@/components/comments/comment-filter";
import { postHref } from "@/components/posts/posts-address";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { PlatformMark } from "@/components/ui/platform-mark";
import { Table, Td, Th } from "@/components/ui/table";
import type { ViralChains } from "@/lib/comments/answers";
import { counted, exactCount } from "@/lib/format/count";

export type Chain = ViralChains["chains"][number];

/** Chains by rank: the first comment, the post, and how far it went. */
export function ChainTable({ chains, from }: { chains: Chain[]; from: number }) {
  return (
    <Table label="Viral chains" wide>
      <thead>
        <tr>
          <Th numeric>#</Th>
          <Th>How it began</Th>
          <Th>Post</Th>
          <Th numeric>Chain</Th>
          <Th numeric>Engagement</Th>
          <Th numeric>All comments</Th>
        </tr>
      </thead>
      <tbody>
        {chains.map((chain, index) => (
          <tr key={chain.post_id}>
            <Td numeric tone="muted" className="w-10">
              {exactCount(from + index)}
            </Td>
            <Td className="min-w-56 py-2">
              <ChainBeginning chain={chain} marked={isMixed(chains)} />
            </Td>
            <Td className="py-2 lg:w-80">
              <span className="flex max-w-48 min-w-40 items-center lg:max-w-80 gap-2">
                <PlatformMark platform={chain.platform} />
                <span className="min-w-0">
                  <AppLink
                    href={postHref(chain.post_id)}
                    title={chainTitle(chain)}
                    className="block truncate hover:text-accent-text hover:underline"
                  >
                    {chainTitle(chain)}
                  </AppLink>
                  <span className="block truncate text-xs text-muted">
                    {chain.author ?? "Author not told"}
                  </span>
                </span>
              </span>
            </Td>
            <Td numeric tone="strong">
              {counted(chain.levels, "comment")}
            </Td>
            <Td numeric>
              <Count value={chain.total_engagement} />
            </Td>
            <Td numeric tone="soft">
              <Count value={chain.comments} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The comment that a chain begins with; the way into the thread. */
export function ChainBeginning({
  chain,
  marked,
}: {
  chain: Chain;
  /** Some are simulated and some are not: each says which it is. */
  marked: boolean;
}) {
  const { post_id, first } = chain;
  const body = first.body?.replace(/\s+/g, " ").trim();
  return (
    <>
      <AppLink
        href={threadHref(post_id, { comment: first.id })}
        className="line-clamp-2 max-w-[60ch] wrap-anywhere hover:text-accent-text hover:underline"
      >
        {body || "What it says is not told"}
      </AppLink>
      <span className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
        {first.author ?? "Author not told"} ·{" "}
        {first.likes === null ? "likes not told" : counted(first.likes, "like")}
        {marked && first.is_simulated && <Badge kind="simulated">Simulated</Badge>}
      </span>
    </>
  );
}

export function isMixed(chains: Chain[]) {
  return new Set(chains.map(({ first }) => first.is_simulated)).size > 1;
}

export function chainTitle({ title, url, post_id }: Chain) {
  const line = title?.replace(/\s+/g, " ").trim();
  return line || url?.replace(/^https?:\/\/(www\.)?/, "") || `Post ${post_id}`;
}
