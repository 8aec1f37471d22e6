import { ExportFormats, ExportLabel } from "@/components/metrics/export-formats";
import { postsQuery } from "@/components/posts/posts-address";
import { Menu } from "@/components/ui/menu";
import { counted } from "@/lib/format/count";
import type { PostFilter } from "@/lib/posts/schema";

/** Files of the posts as the table has them: same filters, same order. */
export function PostsExport({ filter, total }: { filter: PostFilter; total: number }) {
  return (
    <div id="export-menu" className="max-md:flex-1 max-md:*:w-full">
      <Menu
        wide
        trigger={<ExportLabel />}
        note={`${counted(total, "post")}, filtered and in the order of the table, with every number, its source and the gain.`}
      >
        <ExportFormats
          hrefOf={(type) => `/api/v1/posts/export.${type}${postsQuery(filter)}`}
          csv="For spreadsheets, every digit kept"
          jsonl="One post a line, with why each gap"
        />
      </Menu>
    </div>
  );
}
