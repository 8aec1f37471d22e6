import { CalendarDays } from "lucide-react";
import Form from "next/form";
import { publishedWords } from "@/components/posts/filter-words";
import { postsHref } from "@/components/posts/posts-address";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CONTROL } from "@/components/ui/field";
import type { PostFilter } from "@/lib/posts/schema";

/** Posts published between two days, as a GET form that carries the other filters along. */
export function PublishedFilter({ filter }: { filter: PostFilter }) {
  const { from, until, ...kept } = filter;
  const set = from !== undefined || until !== undefined;
  return (
    <Dialog
      title="Published between"
      trigger={
        <>
          <CalendarDays aria-hidden="true" />
          <span className={set ? "text-accent-text" : undefined}>{publishedWords(filter)}</span>
        </>
      }
    >
      <Form action="/posts" scroll={false} className="flex flex-col gap-4">
        {Object.entries(kept).map(
          ([name, value]) =>
            value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <div className="grid grid-cols-2 gap-3">
          <Day name="from" label="From" value={from} />
          <Day name="until" label="Until, that day included" value={until} />
        </div>
        <div className="flex justify-end gap-2">
          {set && (
            <ButtonLink href={postsHref({ ...kept, from: undefined, until: undefined })}>
              Any time
            </ButtonLink>
          )}
          <Button type="submit" variant="primary">
            Show these posts
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** A day with its label; the browser's own calendar. */
export function Day({
  name,
  label,
  value,
  required = false,
}: {
  name: string;
  label: string;
  value: string | undefined;
  required?: boolean;
}) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 font-medium">
      {label}
      <input
        type="date"
        name={name}
        defaultValue={value}
        required={required}
        className={`${CONTROL} h-(--control-h) font-normal`}
      />
    </label>
  );
}
