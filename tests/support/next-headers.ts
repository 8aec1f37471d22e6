// Stands in for next/headers, which works only inside a running Next server.
export const jar = new Map<string, string>();
export const requestHeaders = new Headers();

const entry = (name: string) => {
  const value = jar.get(name);
  return value === undefined ? undefined : { name, value };
};

export async function cookies() {
  return {
    get: entry,
    has: (name: string) => jar.has(name),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: (name: string) => jar.delete(name),
  };
}

export async function headers() {
  return requestHeaders;
}
