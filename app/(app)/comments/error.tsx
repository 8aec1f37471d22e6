"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function CommentsError(props: Broken) {
  return (
    <Page title="Comments">
      <BrokenNotice {...props} />
    </Page>
  );
}
