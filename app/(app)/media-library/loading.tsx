import { PlannedLoading } from "@/components/placeholders/planned-loading";

export default function MediaLibraryLoading() {
  return <PlannedLoading title="Media library" />;
}
