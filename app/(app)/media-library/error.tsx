"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { Page } from "@/components/shell/page";

export default function MediaLibraryError(props: Broken) {
  return (
    <Page title="Media library">
      <BrokenNotice {...props} />
    </Page>
  );
}
