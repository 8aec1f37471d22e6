type Asked = { formData: () => Promise<FormData> };

/** Reads the fields of a form: empty when a field, or the whole form, is missing. */
export async function fieldsOf(req: Asked): Promise<(name: string) => string> {
  const form = await req.formData().catch(() => new FormData());
  return (name) => String(form.get(name) ?? "");
}
