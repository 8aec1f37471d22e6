import { PlannedLoading } from "@/components/placeholders/planned-loading";

export default function CreatorStudioLoading() {
  return <PlannedLoading title="Creator studio" />;
}
