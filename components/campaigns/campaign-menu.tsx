"use client";

import { Megaphone, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { addedWords, addPosts } from "@/components/campaigns/add-posts";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";

type Choice = { id: string; name: string; has_post: boolean };

/** Adds posts to one of the campaigns, chosen from a menu. */
export function CampaignMenu({
  choices,
  posts,
  note,
}: {
  choices: Choice[];
  posts: number[];
  /** What is added, said once in the menu. */
  note?: string | undefined;
}) {
  const router = useRouter();
  const [state, setState] = useState({ busy: false, words: "" });

  async function add({ id, name }: Choice) {
    if (state.busy) return;
    setState({ busy: true, words: "" });
    const answer = await addPosts(id, { posts });
    if ("refusal" in answer) return setState({ busy: false, words: answer.refusal });
    setState({ busy: false, words: `${name}: ${addedWords(answer)}` });
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-1 max-md:flex-1 max-md:*:[button]:w-full">
      <Menu
        wide
        note={note}
        trigger={
          <>
            <Megaphone aria-hidden="true" />
            {state.busy ? "Adding" : "Add to campaign"}
          </>
        }
      >
        {choices.map((choice) => (
          <MenuItem
            key={choice.id}
            title={choice.name}
            disabled={choice.has_post}
            detail={choice.has_post ? "It is in it already" : undefined}
            onSelect={() => void add(choice)}
          />
        ))}
        {choices.length > 0 && <MenuSeparator />}
        <MenuLink
          href="/campaigns"
          icon={<Plus aria-hidden="true" />}
          title="Campaigns"
          detail={choices.length > 0 ? "All of them, and a new one" : "None yet: make one first"}
        />
      </Menu>
      <p role="status" className="max-w-72 text-xs text-muted md:text-right">
        {state.words}
      </p>
    </div>
  );
}
