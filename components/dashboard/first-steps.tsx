import { CircleCheck, CircleDashed } from "lucide-react";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { FormAction } from "@/components/ui/form-state";
import { Panel, PanelHead } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { FIRST_STEPS, type FirstStep, type FirstSteps as Steps } from "@/lib/dashboard/first-steps";
import { mayAs, type Role } from "@/lib/workspaces/schema";

type Words = { title: string; why: string; href: string; go: string; least: Role };

const STEPS: Record<FirstStep, Words> = {
  upload: {
    title: "Upload a file of post links",
    why: "CSV or Excel. Its rows are measured as a job, and can be taken out again.",
    href: "/upload",
    go: "Upload",
    least: "member",
  },
  connect: {
    title: "Connect an account",
    why: "Its posts are found by themselves and measured every six hours.",
    href: "/accounts",
    go: "Connect",
    least: "member",
  },
  ingest: {
    title: "Start an ingest",
    why: "Brings in short videos of a hashtag, a profile or a feed, to compare with.",
    href: "/settings/ingest",
    go: "Start",
    least: "member",
  },
  invite: {
    title: "Invite someone",
    why: "Viewers read, members collect, admins decide who is in.",
    href: "/settings/members",
    go: "Invite",
    least: "admin",
  },
};
const WHO: Record<Role, string> = {
  viewer: "",
  member: "A member of this workspace can do it.",
  admin: "An admin of this workspace can do it.",
  owner: "",
};

/** The first things to do, ticked off by what is there; gone when all are done or it was put away. */
export function FirstSteps({
  when,
  steps: done,
  role,
  dismiss,
}: {
  /** In a workspace that has just begun they stand first, later below the figures. */
  when: "begun" | "half done";
  steps: Steps | null;
  role: Role;
  dismiss: FormAction;
}) {
  // Nobody misses a list of what is to do for a moment: no error in its place.
  if (!done || done.is_dismissed) return null;
  const count = FIRST_STEPS.filter((step) => done[step]).length;
  if (count === FIRST_STEPS.length || (when === "begun") !== count < 2) return null;
  return (
    <Panel>
      <PanelHead
        title={count === 0 ? "Four first steps" : `${count} of 4 first steps are done`}
        sub="Each ticks itself off. Put the list away whenever you like: it is yours alone."
        tools={
          <ActionForm action={dismiss}>
            <SubmitButton variant="quiet" size="small" pendingLabel="Putting away">
              Put away
            </SubmitButton>
          </ActionForm>
        }
      />
      <ol className="grid gap-px overflow-hidden rounded-b-[9px] border-t bg-line sm:grid-cols-2 lg:grid-cols-4">
        {FIRST_STEPS.map((step) => (
          <Step key={step} words={STEPS[step]} done={done[step]} role={role} />
        ))}
      </ol>
    </Panel>
  );
}

function Step({ words, done, role }: { words: Words; done: boolean; role: Role }) {
  const { title, why, href, go, least } = words;
  const Glyph = done ? CircleCheck : CircleDashed;
  const may = mayAs(role, least);
  return (
    <li className="flex flex-col gap-2 bg-panel px-3.5 py-3 md:px-4">
      <div className="flex items-start gap-2">
        <Glyph aria-hidden="true" className={cx("mt-0.5", done ? "text-ok" : "text-muted")} />
        <div className="min-w-0 flex-1">
          <p className={cx("font-strong", done && "text-ink-2")}>
            {title}
            {done && <span className="sr-only">: done</span>}
          </p>
          <p className="mt-px text-xs text-muted">{done ? "Done." : may ? why : WHO[least]}</p>
        </div>
      </div>
      {!done && may && (
        <div className="mt-auto pl-6">
          <ButtonLink href={href} size="small">
            {go}
            <span className="sr-only">: {title}</span>
          </ButtonLink>
        </div>
      )}
    </li>
  );
}
