type Topic = { tags: string[]; things: [string, ...string[]] };

/** What simulated authors talk about: a topic's hashtags and the things in its titles. */
export const TOPICS: [Topic, ...Topic[]] = [
  {
    tags: ["cooking", "recipe", "homemade"],
    things: ["ramen", "sourdough", "carbonara", "shakshuka"],
  },
  {
    tags: ["travel", "wanderlust", "roadtrip"],
    things: ["Lisbon", "the Dolomites", "Kyoto", "Patagonia"],
  },
  {
    tags: ["fitness", "running", "training"],
    things: ["a first marathon", "kettlebells", "trail runs"],
  },
  {
    tags: ["diy", "woodworking", "maker"],
    things: ["a walnut desk", "an old bicycle", "a bookshelf"],
  },
  {
    tags: ["gardening", "plants", "balcony"],
    things: ["tomatoes", "a moss wall", "herbs on a balcony"],
  },
  {
    tags: ["music", "guitar", "livesession"],
    things: ["a tiny concert", "a cover on one guitar", "tape loops"],
  },
  { tags: ["science", "space", "learn"], things: ["the night sky", "black holes", "tide pools"] },
  {
    tags: ["pets", "dogs", "cats"],
    things: ["a rescued puppy", "two clumsy cats", "a clever parrot"],
  },
  { tags: ["design", "art", "sketchbook"], things: ["linocuts", "a mural", "one pen drawings"] },
  {
    tags: ["tech", "coding", "gadgets"],
    things: ["a paper display", "a home server", "old keyboards"],
  },
];

/** Hashtags that any reel may carry besides those of its topic. */
export const MORE_TAGS = [
  "reels",
  "explore",
  "howto",
  "behindthescenes",
  "coffee",
  "food",
  "fashion",
  "beauty",
  "skincare",
  "marketing",
  "smallbusiness",
  "startup",
  "productivity",
  "books",
  "photography",
  "nature",
  "family",
  "motivation",
  "comedy",
  "dance",
  "gaming",
  "sports",
  "news",
  "ai",
  "summer",
] as const;

export const TITLES = [
  "What nobody tells you about {thing}",
  "{thing}, from start to finish",
  "I tried {thing} for 30 days",
  "A quiet morning with {thing} ☀️",
  "How we fell for {thing}",
  "{thing} in one minute",
  "Three mistakes with {thing}",
  "The truth, the whole truth: “{thing}”",
] as const;

export const REMARKS = [
  "Would you try this?",
  "Full story next week.",
  "Save it for later.",
  "Sound on 🎧",
  "Thanks for 10 k!",
  "Made with patience.",
] as const;

export const COMMENTS = [
  "This made my day.",
  "How long did it take?",
  "Came here from the other video 👋",
  "Could you share the list of materials?",
  "I have watched it three times now.",
  "Not sure that I agree, but well made.",
  "Das habe ich gesucht, danke!",
  "¿Dónde es?",
  "The sound is a bit low.",
  "More of this, please ❤️",
] as const;

export const FIRST_NAMES = [
  "Ada",
  "Björn",
  "Chiara",
  "Dev",
  "Elif",
  "Farah",
  "Goran",
  "Hana",
  "Inés",
  "Jonas",
  "Keiko",
  "Luz",
  "Mateo",
  "Noor",
  "Olga",
  "Priya",
  "Quentin",
  "Rosa",
  "Sami",
  "Thea",
] as const;

export const LAST_NAMES = [
  "Aalto",
  "Brandt",
  "Costa",
  "Dahl",
  "Eriksen",
  "Fontaine",
  "Greco",
  "Haddad",
  "Ito",
  "Jansen",
  "Kowalski",
  "Lindqvist",
  "Moreau",
  "Nakamura",
  "Okafor",
  "Petrov",
  "Quiroga",
  "Rossi",
  "Silva",
  "Tanaka",
] as const;
