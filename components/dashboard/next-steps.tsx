import { ChartLine, CircleX, LoaderCircle, Plug, RefreshCw, Upload } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Panel, PanelHead } from "@/components/ui/panel";
import { counted } from "@/lib/format/count";
import type { ListedJob } from "@/lib/jobs/queries";

type Step = { key: string; icon: ReactNode; title: string; why: string; href: string; go: string };

/** What to do next, from the state of the latest jobs. */
export function NextSteps({
  jobs,
  connected,
  mayAct,
}: {
  jobs: ListedJob[];
  connected: boolean;
  mayAct: boolean;
}) {
  const steps = jobs.flatMap((job) => stepsOf(job, mayAct)).slice(0, 4);
  if (mayAct && !connected) steps.push(CONNECT);
  const [newest] = jobs;
  if (steps.length === 0 && mayAct) steps.push(newest ? again(newest) : connected ? TRENDS : FIRST);

  return (
    <Panel>
      <PanelHead title="What to do next" sub={steps.length === 0 && "Nothing waits for you."} />
      {steps.length > 0 && (
        <ul className="border-t">
          {steps.map(({ key, icon, title, why, href, go }) => (
            <li
              key={key}
              className="flex items-start gap-2.5 border-b px-3.5 py-2.5 last:border-b-0 md:px-4"
            >
              <span className="pt-0.5">{icon}</span>
              <div className="min-w-0 flex-1">
                <p className="font-strong wrap-anywhere">{title}</p>
                <p className="mt-px text-xs text-muted">{why}</p>
              </div>
              <ButtonLink href={href} size="small">
                {go}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const FIRST: Step = {
  key: "upload",
  icon: <Upload aria-hidden="true" className="text-accent-text" />,
  title: "Upload a file of post links",
  why: "CSV or Excel. Nothing is fetched before you start the job.",
  href: "/upload",
  go: "Upload",
};

const TRENDS: Step = {
  key: "trends",
  icon: <ChartLine aria-hidden="true" className="text-accent-text" />,
  title: "See what each day brought",
  why: "The gains of your posts day by day, beside the days before.",
  href: "/posts/trends",
  go: "Trends",
};

const CONNECT: Step = {
  key: "connect",
  icon: <Plug aria-hidden="true" className="text-accent-text" />,
  title: "Connect an account",
  why: "Its posts are found by themselves and measured every six hours.",
  href: "/accounts",
  go: "Connect",
};

function stepsOf(job: ListedJob, mayAct: boolean): Step[] {
  const { id, source_filename: name, status, failed_rows } = job;
  if (status === "running") {
    return [
      {
        key: `${id}-running`,
        icon: <LoaderCircle aria-hidden="true" className="text-accent-text" />,
        title: `${name} is running`,
        why: "It goes on by itself, also when you leave.",
        href: `/jobs/${id}`,
        go: "Watch",
      },
    ];
  }
  if (failed_rows === 0) return [];
  return [
    {
      key: `${id}-failed`,
      icon: <CircleX aria-hidden="true" className="text-bad" />,
      title: `${counted(failed_rows, "row")} failed in ${name}`,
      why: mayAct
        ? "Each row says why. Mend what can be mended, then retry these rows only."
        : "Each row says why. A member of this workspace can retry them.",
      href: `/jobs/${id}?state=failed`,
      go: "Look",
    },
  ];
}

function again({ id, source_filename }: ListedJob): Step {
  return {
    key: `${id}-again`,
    icon: <RefreshCw aria-hidden="true" className="text-muted" />,
    title: `Run ${source_filename} again`,
    why: "Measures every row anew, and shows what changed since.",
    href: `/jobs/${id}`,
    go: "Open",
  };
}
