"use client";

import { MessagesSquare } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { followReading } from "@/components/comments/follow-reading";
import type { ReadStatus } from "@/components/comments/read-status";
import { ActionForm } from "@/components/ui/action-form";
import { cx } from "@/components/ui/cx";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";

/** Has the comments of a post read now, and follows until they are. */
export function ReadComments({
  post,
  state,
  action,
}: {
  post: number;
  state: ReadStatus["state"];
  /** Asks for it; `post` is sent along. */
  action: FormAction;
}) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const [words, setWords] = useState("");
  const underWay = state === "waiting" || state === "reading";
  const following = asked || underWay;

  useEffect(() => {
    if (!following) return;
    const left = new AbortController();
    void followReading(post, { signal: left.signal, say: setWords }).then((ended) => {
      if (left.signal.aborted) return;
      setAsked(false);
      setWords(ended);
      router.refresh();
    });
    return () => left.abort();
  }, [following, post, router]);

  return (
    <div className="flex flex-col items-end gap-1 max-md:flex-1 max-md:items-stretch">
      <ActionForm
        action={action}
        fields={{ post: String(post) }}
        onDone={() => setAsked(true)}
        className="flex flex-col items-end gap-1 max-md:items-stretch"
      >
        <SubmitButton
          variant="default"
          pendingLabel="Asking"
          aria-disabled={following || undefined}
          onClick={(event) => following && event.preventDefault()}
        >
          <MessagesSquare
            aria-hidden="true"
            className={cx(following && "motion-safe:animate-pulse")}
          />
          {following ? "Reading comments" : "Read comments now"}
        </SubmitButton>
      </ActionForm>
      <p role="status" className="max-w-72 text-xs text-muted md:text-right">
        {words}
      </p>
    </div>
  );
}
