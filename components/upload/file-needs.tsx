import { Panel, PanelBody, PanelHead } from "@/components/ui/panel";

const NEEDS = [
  ["A column of links", "to posts on YouTube, TikTok, Instagram, Facebook or LinkedIn."],
  ["A platform column", "if you have one. Without it, the link says which platform it is."],
  ["Any other column", "is kept and comes out again in every export."],
] as const;

/** What a file needs, said before one is made. */
export function FileNeeds() {
  return (
    <Panel>
      <PanelHead title="What the file needs" />
      <PanelBody>
        <ul className="flex flex-col gap-2 text-ink-2">
          {NEEDS.map(([what, why]) => (
            <li key={what}>
              <b className="font-strong text-ink">{what}</b> {why}
            </li>
          ))}
        </ul>
        <p className="pt-3 md:hidden">
          <a href="/upload/sample" download className="text-link">
            Download a sample file
          </a>
        </p>
      </PanelBody>
    </Panel>
  );
}
