import { Input } from "@/components/ui/input";
import { PASSWORD_LENGTH } from "@/lib/auth/schema";

export function EmailInput({ hint }: { hint?: string }) {
  return (
    <Input
      label="E-mail"
      name="email"
      type="email"
      required
      autoComplete="email"
      hint={hint}
      invalid="Write an address like name@example.com."
    />
  );
}

export function NewPasswordInput({ label = "Password" }: { label?: string }) {
  return (
    <Input
      label={label}
      name="password"
      type="password"
      required
      minLength={PASSWORD_LENGTH}
      autoComplete="new-password"
      hint={`At least ${PASSWORD_LENGTH} characters. A few words are better than one odd one.`}
      invalid={`A password has at least ${PASSWORD_LENGTH} characters.`}
    />
  );
}
