"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, Page } from "@/components/shell/late-parts";

export default function MediaLibraryError(props: Broken) {
  return (
    <Page title="Media library">
      <BrokenNotice {...props} />
    </Page>
  );
}
