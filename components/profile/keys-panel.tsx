import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/form-state";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";

/** Whether single letters are shortcuts. */
export function KeysPanel({ action, singleKeys }: { action: FormAction; singleKeys: boolean }) {
  return (
    <Panel>
      <PanelHead title="Keyboard" sub="Press ? on any page for the list." />
      <PanelBody>
        <ActionForm action={action} className="flex flex-col gap-4">
          <label className="flex cursor-pointer items-start gap-2.5">
            <input
              type="checkbox"
              name="singleKeys"
              value="true"
              defaultChecked={singleKeys}
              className="mt-[3px] size-3.5 flex-none accent-(--accent)"
            />
            <span>
              <span className="block font-medium">Shortcuts of a single key</span>
              <span className="block text-xs text-muted">
                Such as / for the filter and j for the next row. Switch them off when you speak to
                your computer. Ctrl-K stays.
              </span>
            </span>
          </label>
          <SubmitButton variant="default" className="w-fit" pendingLabel="Saving">
            Save keyboard
          </SubmitButton>
        </ActionForm>
      </PanelBody>
    </Panel>
  );
}
