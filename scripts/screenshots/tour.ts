import { PAGES } from "../pages.ts";
import { Problem } from "../problem.ts";
import { ANSWERS, OWN_TITLES } from "./answers.ts";
import { LOOKS, pictureName } from "./looks.ts";
import { MOMENTS } from "./moments.ts";

const INTRODUCTION = `# A tour

Every page of Media Metrics Lab, in both themes, 1440 and 390 px wide, as the demo's workspace fills it. The numbers are
simulated, and say so. \`npm run screenshots\` takes the pictures of the demo that runs, and writes this file.`;

/** The text of docs/tour.md: a section for each page, then the states without an address. */
export function writeTour() {
  const pages = PAGES.map(({ name }) => {
    const answer = ANSWERS[name];
    if (!answer)
      throw new Problem(`scripts/screenshots/answers.ts does not say what ${name} answers.`);
    return section(name, titleOf(name), answer);
  });
  const moments = MOMENTS.map(({ name, title, sentence }) => section(name, title, sentence));
  const contents = PAGES.map(({ name }) => `[${titleOf(name)}](#${anchorOf(name)})`).join(" · ");
  return `${[
    INTRODUCTION,
    `${contents} · [States](#states)`,
    ...pages,
    "## States",
    ...moments.map((text) => `#${text}`),
  ].join("\n\n")}\n`;
}

function section(name: string, title: string, sentence: string) {
  const cell = (index: number) => {
    const look = LOOKS[index];
    if (!look) throw new Problem(`There is no look number ${index}.`);
    const words = `${title}, ${look.theme}, ${look.width} px`;
    return `![${words}](screenshots/${pictureName(name, look)})`;
  };
  return `## ${title}

${sentence}

| Light | Dark |
| --- | --- |
| ${cell(0)} | ${cell(1)} |
| ${cell(2)} | ${cell(3)} |`;
}

function anchorOf(name: string) {
  return titleOf(name).toLowerCase().replaceAll(" ", "-");
}

function titleOf(name: string) {
  const own = OWN_TITLES[name];
  if (own) return own;
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
