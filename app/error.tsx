"use client";

import { type Broken, BrokenNotice } from "@/components/shell/broken";
import { PlainPage } from "@/components/shell/plain-page";

export default function RootError(props: Broken) {
  return (
    <PlainPage title="Something failed">
      <BrokenNotice {...props} />
    </PlainPage>
  );
}
