"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function PostsError(props: Broken) {
  return (
    <Page title="Posts">
      <BrokenNotice {...props} />
    </Page>
  );
}
