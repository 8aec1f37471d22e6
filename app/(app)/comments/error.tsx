"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function CommentsError(props: Broken) {
  return (
    <Page title="Comments">
      <BrokenNotice {...props} />
    </Page>
  );
}
