"use server";

import { revalidatePath } from "next/cache";
import { deleteAccountHistory, disconnectAccount, setMeasuring } from "@/lib/accounts/commands";
import { beginConnection } from "@/lib/accounts/connect";
import { getAccountHead } from "@/lib/accounts/queries";
import {
  accountId,
  connectionChoice,
  historyDeletion,
  measuringChoice,
} from "@/lib/accounts/schema";
import { userAction } from "@/lib/api/action";
import { AppError } from "@/lib/errors";

/** `done` is the address of the consent page: forms may not be redirected to another site. */
export const connectAction = userAction(
  connectionChoice,
  async ({ scope, input }) => (await beginConnection(scope, input.connection)).href,
);

const measuring = accountId.extend(measuringChoice.shape);

export const measureAction = userAction(measuring, async ({ scope, input: { id, enabled } }) => {
  await setMeasuring(scope, id, enabled);
  revalidatePath("/", "layout");
  return undefined;
});

export const disconnectAction = userAction(accountId, async ({ scope, input: { id } }) => {
  await disconnectAccount(scope, id);
  revalidatePath("/", "layout");
  return undefined;
});

export const deleteHistoryAction = userAction(historyDeletion, async ({ scope, input }) => {
  const { name } = await getAccountHead(scope, input.id);
  if (input.confirmation !== name) {
    throw new AppError("invalid_input", `Type the name of the account, ${name}.`);
  }
  await deleteAccountHistory(scope, input.id);
  revalidatePath("/", "layout");
  return undefined;
});
