"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormState } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Made, MadeLink } from "@/components/workspaces/made-link";
import { ROLE_NAMES, ROLE_NOTES } from "@/components/workspaces/role-names";
import type { Role } from "@/lib/workspaces/schema";

export type InviteAction = (
  previous: FormState,
  form: FormData,
) => Promise<FormState & { made?: Made | undefined }>;

const DAYS = [
  { value: "1", label: "1 day" },
  { value: "7", label: "7 days" },
  { value: "14", label: "14 days" },
  { value: "30", label: "30 days" },
];

/** Role, e-mail and how long; then the link, which is shown this once. */
export function InviteForm({
  action,
  roles,
  sendsMail,
}: {
  action: InviteAction;
  roles: Role[];
  sendsMail: boolean;
}) {
  const [role, setRole] = useState<Role>("viewer");
  const [made, setMade] = useState<Made & { email: string }>();
  async function send(previous: FormState, form: FormData) {
    setMade(undefined);
    const { made: link, ...state } = await action(previous, form);
    if (link) setMade({ ...link, email: String(form.get("email") ?? "") });
    return state;
  }
  return (
    <div className="flex flex-col gap-4">
      <ActionForm action={send} className="flex flex-col gap-4">
        <Select
          label="Role"
          name="role"
          value={role}
          onValue={(value) => setRole(roles.find((each) => each === value) ?? "viewer")}
          options={roles.map((each) => ({ value: each, label: ROLE_NAMES[each] }))}
          hint={ROLE_NOTES[role]}
        />
        <Input
          label="E-mail (optional)"
          name="email"
          type="email"
          autoComplete="off"
          hint={
            sendsMail
              ? "The link goes there, and only this address can use it. Without one, whoever holds the link comes in."
              : "Only this address can use the link. Without one, whoever holds it comes in. This server sends no e-mail: you copy the link."
          }
          invalid="Write an address like name@example.com."
        />
        <Select label="Good for" name="days" defaultValue="7" options={DAYS} />
        <SubmitButton className="w-fit" pendingLabel="Making the link">
          Make the link
        </SubmitButton>
      </ActionForm>
      {made && <MadeLink {...made} />}
    </div>
  );
}
