"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function HashtagsError(props: Broken) {
  return (
    <Page title="Hashtags">
      <BrokenNotice {...props} />
    </Page>
  );
}
