/**
 * An object whose values are made at their first use and then kept. A cold start pays only for what its text needs: a
 * schema of zod takes ten microseconds to make, and there are two thousand.
 */
export const onDemand = <T extends Record<string, () => unknown>>(
  makers: T,
): { readonly [K in keyof T]: ReturnType<T[K]> } => {
  const made = {};
  for (const [key, make] of Object.entries(makers)) {
    const keep = (value: unknown) =>
      Object.defineProperty(made, key, { value, enumerable: true, configurable: true });
    const get = (): unknown => {
      const value = make();
      keep(value);
      return value;
    };
    Object.defineProperty(made, key, { get, enumerable: true, configurable: true });
  }
  return made as { readonly [K in keyof T]: ReturnType<T[K]> };
};
