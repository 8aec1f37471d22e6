"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function HashtagsError(props: Broken) {
  return (
    <Page title="Hashtags">
      <BrokenNotice {...props} />
    </Page>
  );
}
