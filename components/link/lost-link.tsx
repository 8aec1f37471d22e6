import { Notice } from "@/components/ui/notice";

/** The address names a link that is not in the list any more. */
export function LostLink() {
  return (
    <Notice>
      There is no such link in this workspace: it was removed, or it belongs to another workspace of
      yours. Paste it again to measure it anew.
    </Notice>
  );
}
