import { z } from "zod";

export const PASSWORD_LENGTH = 10;

const email = z.email("Write an address like name@example.com.");
const newPassword = z
  .string()
  .min(PASSWORD_LENGTH, `A password has at least ${PASSWORD_LENGTH} characters.`)
  // What bcrypt reads; more would be cut off in silence.
  .refine(
    (text) => new TextEncoder().encode(text).length <= 72,
    "A password has at most 72 bytes.",
  );

export const signIn = z.object({ email, password: z.string().min(1, "Write your password.") });
export const signUp = z.object({ email, password: newPassword });
export const resetRequest = z.object({ email });
export const passwordReset = z.object({ password: newPassword });
