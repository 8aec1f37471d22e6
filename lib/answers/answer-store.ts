/** An answer as it is kept. The key stands in it: a store that confuses two gives nobody another's. */
export type KeptAnswer = { key: string; asked_at: number; answer: unknown };

/** Where answers are kept. Any call may fail or hang. */
export type AnswerStore = {
  get(key: string): Promise<unknown>;
  set(key: string, kept: KeptAnswer, workspaceId: string, ttlSeconds: number): Promise<void>;
  /** Drops what is kept of a workspace. */
  forget(workspaceId: string): Promise<void>;
  /** How many answers of a workspace are kept and not too old. Null: this store cannot tell. */
  count(workspaceId: string): number | null;
};
