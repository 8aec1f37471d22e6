import { samplePerson } from "./people.ts";
import type { SamplePlan } from "./plan.ts";

export type SamplePost = {
  platform: string;
  external_id: string;
  url: string;
  /** Their place among the people. */
  author: number;
  author_handle: string;
  author_name: string;
  caption: string;
  published_at: string;
};
type Comment = {
  post: number;
  person: number;
  parent: number;
  likes: number;
  after: number;
  body: string;
};
type Event = { post: number; person: number; kind: number; after: number };

export type BatchBuilder = ReturnType<typeof batchBuilder>;
export type SampleBatch = ReturnType<BatchBuilder["done"]>;

/** Collects rows as `import_samples` takes them: what belongs together by its place, from 1. */
export function batchBuilder(plan: SamplePlan) {
  const places = new Map<number, number>();
  const people: ReturnType<typeof samplePerson>[] = [];
  const posts: SamplePost[] = [];
  const comments: Comment[] = [];
  const events: Event[] = [];
  const eventsBefore: number[] = [];
  const numbers = <Row>(rows: Row[], of: (row: Row) => number) => `{${rows.map(of).join()}}`;
  return {
    /** Names the n-th person of the plan. Returns their place. */
    person(number: number) {
      const known = places.get(number);
      if (known) return known;
      const place = people.push(samplePerson(plan, number));
      places.set(number, place);
      return place;
    },
    post(post: SamplePost) {
      eventsBefore.push(events.length);
      return posts.push(post);
    },
    comment: (comment: Comment) => comments.push(comment),
    event: (event: Event) => events.push(event),
    done: () => ({
      people,
      posts,
      comments: {
        post: numbers(comments, ({ post }) => post),
        person: numbers(comments, ({ person }) => person),
        parent: numbers(comments, ({ parent }) => parent),
        likes: numbers(comments, ({ likes }) => likes),
        after: numbers(comments, ({ after }) => after),
        body: comments.map(({ body }) => body),
      },
      events: {
        post: numbers(events, ({ post }) => post),
        person: numbers(events, ({ person }) => person),
        kind: numbers(events, ({ kind }) => kind),
        after: numbers(events, ({ after }) => after),
        first: numbers(eventsBefore, (before) => before),
      },
    }),
  };
}
