// Stands in for next/cache, whose calls need a running Next server.
export function revalidatePath() {}
export function revalidateTag() {}
