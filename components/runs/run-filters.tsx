import { runsHref } from "@/components/runs/runs-address";
import { Tabs } from "@/components/ui/tabs";
import type { RunFilter } from "@/lib/refresh/schema";

const TRIGGERS: { trigger: RunFilter["trigger"]; label: string }[] = [
  { trigger: undefined, label: "All" },
  { trigger: "schedule", label: "On schedule" },
  { trigger: "account", label: "Accounts" },
  { trigger: "post", label: "Single posts" },
];

/** Which runs the list shows, in the address. */
export function RunFilters({ trigger: chosen }: Pick<RunFilter, "trigger">) {
  return (
    <div className="scroll-row flex items-center px-3.5 py-2.5 md:border-b md:px-4">
      <Tabs
        label="Runs by cause"
        links={TRIGGERS.map(({ trigger, label }) => ({
          href: runsHref({ trigger }),
          label,
          current: trigger === chosen,
        }))}
      />
    </div>
  );
}
