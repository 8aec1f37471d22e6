import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Comments that did not come, and a thread that is not what it was when the page was opened. */
export function ThreadNotices({ error, changed }: { error: string | null; changed: boolean }) {
  const router = useRouter();
  if (!error && !changed) return null;
  return (
    <div className="sticky bottom-20 z-2 px-3.5 pt-3 md:bottom-3 md:px-4">
      {error ? (
        <Notice kind="bad" announce>
          These comments did not come: {error} What is here stays; press the same button again.
        </Notice>
      ) : (
        <Notice
          kind="warn"
          announce
          action={
            <Button size="small" onClick={() => router.refresh()}>
              Show the newest
            </Button>
          }
        >
          Comments of this post have come or gone since this page was opened, so places have moved.
        </Notice>
      )}
    </div>
  );
}
