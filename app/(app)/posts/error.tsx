"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function PostsError(props: Broken) {
  return (
    <Page title="Posts">
      <BrokenNotice {...props} />
    </Page>
  );
}
