"use client";

import { type ReactNode, useState } from "react";
import { CampaignFields } from "@/components/campaigns/campaign-fields";
import { ActionForm } from "@/components/ui/action-form";
import type { ButtonLook } from "@/components/ui/button-class";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { FormAction } from "@/components/ui/form-state";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Campaign } from "@/lib/campaigns/answers";

/** Makes a campaign, or changes the one that is given. */
export function CampaignDialog({
  action,
  trigger,
  look,
  campaign,
  locked,
}: {
  action: FormAction;
  trigger: ReactNode;
  look?: ButtonLook | undefined;
  campaign?: Campaign | undefined;
  /** Why its currency stays. */
  locked?: string | undefined;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={campaign ? "Change the campaign" : "New campaign"}
      trigger={trigger}
      look={look}
      open={open}
      onOpenChange={setOpen}
    >
      <ActionForm
        action={action}
        fields={campaign ? { id: campaign.id } : {}}
        onDone={() => setOpen(false)}
        className="flex flex-col gap-4"
      >
        <CampaignFields campaign={campaign} locked={locked} />
        <div className="flex justify-end gap-2">
          <DialogClose>Cancel</DialogClose>
          <SubmitButton pendingLabel="Saving">{campaign ? "Save" : "Make campaign"}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
