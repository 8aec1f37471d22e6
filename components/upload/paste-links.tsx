"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";
import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";

/** Links without a file: one a line. */
export function PasteLinks({
  onPaste,
  pasted,
}: {
  onPaste: (text: string) => void;
  pasted: string;
}) {
  const [text, setText] = useState(pasted);
  return (
    <Panel>
      <PanelHead title="Or paste links" sub="One a line, up to 50,000." />
      <PanelBody>
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== "") onPaste(text);
          }}
        >
          <Textarea
            name="links"
            label="Links to posts"
            mono
            rows={6}
            required
            defaultValue={pasted}
            invalid="Paste at least one link."
            placeholder="https://www.youtube.com/watch?v=…"
            spellCheck={false}
            onValue={setText}
          />
          <Button type="submit" className="self-start">
            Check links
          </Button>
        </form>
      </PanelBody>
    </Panel>
  );
}
