import { Input } from "@/components/ui/input";
import { PASSWORD_LENGTH } from "@/lib/auth/schema";

type EmailProps = {
  hint?: string | undefined;
  /** What stands in it at first; `fixed`: and cannot be changed. */
  value?: string | undefined;
  fixed?: boolean | undefined;
};

export function EmailInput({ hint, value, fixed = false }: EmailProps) {
  return (
    <Input
      label="E-mail"
      name="email"
      type="email"
      defaultValue={value}
      readOnly={fixed}
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
