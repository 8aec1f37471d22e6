"use client";

import { useEffect, useReducer, useRef } from "react";
import type { Mapping } from "@/lib/uploads/upload";
import { saveFile } from "./save-file";
import type { Source } from "./source";
import type { StorageAccess } from "./store-file";
import { Unanswered } from "./unanswered";
import { NOTHING_CHOSEN, nextState, shownMapping } from "./upload-state";

// With the first file: choosing one needs none of it.
const loadApi = () => import("./upload-api");

/** The way of one upload, from the choice of a file to its job. At most one request is under way. */
export function useUpload(access: StorageAccess, onJob: (jobId: string) => void) {
  const [state, dispatch] = useReducer(nextState, NOTHING_CHOSEN);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function only(work: (signal: AbortSignal) => Promise<void>) {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const { signal } = mine;
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) dispatch({ type: "failed", problem: problemOf(error) });
    }
  }

  function check(source: Source, mapping: Mapping) {
    return only(async (signal) => {
      const { previewUpload, sendable } = await loadApi();
      const sent = await sendable(source, access);
      signal.throwIfAborted();
      const preview = await previewUpload(sent, mapping, {
        signal,
        onSent: (amount) => dispatch({ type: "sent", sent: amount }),
      });
      if (!signal.aborted) dispatch({ type: "checked", source: sent, preview });
    });
  }

  const { source, preview } = state;
  // The job may exist already: what starts it is not broken off by another choice.
  const starting = state.phase === "starting";
  return {
    state,
    choose(chosen: Source) {
      if (starting) return;
      dispatch({ type: "chosen", source: chosen });
      return check(chosen, {});
    },
    remap(mapping: Mapping) {
      if (!source || starting) return;
      dispatch({ type: "remapped" });
      return check(source, mapping);
    },
    run() {
      if (!source) return;
      dispatch({ type: "starting" });
      return only(async (signal) => {
        const { runUpload } = await loadApi();
        onJob(await runUpload(source, shownMapping(state), { signal }));
      });
    },
    refuse(sentence: string) {
      if (starting) return;
      running.current?.abort();
      dispatch({ type: "failed", problem: { sentence, again: false } });
    },
    async downloadRejected() {
      if (!source || !preview) return;
      try {
        const { rejectedRows } = await loadApi();
        saveFile(await rejectedRows(source, shownMapping(state)), rejectedName(preview.filename));
      } catch (error) {
        dispatch({ type: "failed", problem: problemOf(error) });
      }
    },
    startOver() {
      if (starting) return;
      running.current?.abort();
      dispatch({ type: "dropped" });
    },
    cancel() {
      running.current?.abort();
      dispatch({ type: "cancelled" });
    },
  };
}

export type Upload = ReturnType<typeof useUpload>;

function rejectedName(filename: string) {
  return `${filename.replace(/\.[^.]+$/, "")}_rejected.csv`;
}

function problemOf(error: unknown) {
  const sentence = error instanceof Error ? error.message : "Something went wrong. Try again.";
  return { sentence, again: error instanceof Unanswered };
}
