import { seededRandom } from "./random.ts";

const CONSONANTS = "bdfgjklmnprstvwz";
const VOWELS = "aeiou";
const SYLLABLES = CONSONANTS.length * VOWELS.length;
const WORDS = SYLLABLES ** 3;

export const BASE_TAGS = [
  ...["ai", "ml", "datascience", "python", "fastapi", "django", "cloud", "devops", "startup"],
  ...["news", "music", "sports", "gaming", "travel", "food", "fitness", "health", "finance"],
  ...["crypto", "stocks"],
];

/**
 * A made-up word of three syllables. Different numbers below 512,000 give different words, and
 * none is a base tag: of those that are six letters long none alternates as these do.
 */
export function madeUpWord(seed: number, number: number) {
  const random = seededRandom(seed, 1);
  // Coprime to 512,000 = 2^12 · 5^3, so that each word comes once.
  const step = random.below(WORDS / 10) * 10 + 3;
  const place = (random.below(WORDS) + number * step) % WORDS;
  return [place, place / SYLLABLES, place / SYLLABLES ** 2]
    .map((part) => syllable(Math.floor(part) % SYLLABLES))
    .join("");
}

function syllable(number: number) {
  const consonant = CONSONANTS.charAt(Math.floor(number / VOWELS.length));
  return consonant + VOWELS.charAt(number % VOWELS.length);
}

/** The n-th hashtag, from 0: first the base tags, then made-up ones. */
export function sampleTag(seed: number, number: number) {
  return BASE_TAGS[number] ?? madeUpWord(seed, number);
}

/** Said by nobody: enough to look like posts and comments. */
export const CAPTIONS = [
  ...["The part that everybody skips", "Three mistakes in one minute", "From morning to evening"],
  ...["What it looked like before", "An answer to your question", "The same thing, cheaper"],
  ...[
    "Slowly, with sound",
    "Why it broke",
    "First try against hundredth try",
    "What is in the box",
  ],
  ...["A year in thirty seconds", "The one tool I would keep"],
];
export const REMARKS = [
  ...[
    "Agreed.",
    "Not sure about that.",
    "Where is this from?",
    "Thank you for this.",
    "Again, please.",
  ],
  ...[
    "This helped me a lot.",
    "I tried it, it works.",
    "And what does it cost?",
    "The second part is best.",
  ],
  ...["Mine looks different.", "Tell us more.", "That was quick."],
];
