import { type CommentsPage, commentsHref, PERIODS } from "@/components/comments/comment-filter";
import { LinkSelect } from "@/components/ui/link-select";
import { Tabs } from "@/components/ui/tabs";
import { PLATFORM_IDS, PLATFORM_NAMES } from "@/lib/platforms/platform";

/** Of which posts comments are shown. All of it is in the address. */
export function CommentFilters({ filter }: { filter: CommentsPage }) {
  const { days, since, until } = filter;
  const first = { ...filter, page: 1 };
  const platformHref = (platform: CommentsPage["platform"]) => commentsHref({ ...first, platform });
  const periodHref = (of: number | undefined) =>
    commentsHref({ ...first, days: of, since: undefined, until: undefined });
  return (
    <div className="scroll-row flex flex-wrap items-center gap-2 max-md:-mx-4 max-md:px-4 max-md:py-1">
      <div className="w-36 flex-none">
        <LinkSelect
          label="Platform"
          value={platformHref(filter.platform)}
          set={filter.platform !== undefined}
          options={[undefined, ...PLATFORM_IDS].map((id) => ({
            value: platformHref(id),
            label: id ? PLATFORM_NAMES[id] : "All platforms",
          }))}
        />
      </div>
      <span className="flex-1 max-md:hidden" />
      <span className="text-xs text-muted">Posts published</span>
      <Tabs
        label="Posts published"
        links={[
          {
            href: periodHref(undefined),
            label: "Any time",
            current: days === undefined && since === undefined && until === undefined,
          },
          ...PERIODS.map((of) => ({
            href: periodHref(of),
            label: `${of} days`,
            current: days === of,
          })),
        ]}
      />
    </div>
  );
}
