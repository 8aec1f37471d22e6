"use client";

import type { Broken } from "@/components/shell/broken";
import { BrokenNotice, PlainPage } from "@/components/shell/late-parts";

export default function RootError(props: Broken) {
  return (
    <PlainPage title="Something failed">
      <BrokenNotice {...props} />
    </PlainPage>
  );
}
