/**
 * An object whose values are made at their first use and then kept. A cold start pays only for what its text needs: a
 * schema of zod takes ten microseconds to make, and the messages have hundreds.
 */
export const onDemand = <T extends Record<string, () => unknown>>(
  makers: T,
): { readonly [K in keyof T]: ReturnType<T[K]> } => {
  const made = new Map<PropertyKey, unknown>();
  const get = (_: T, key: PropertyKey): unknown => {
    if (!made.has(key) && Object.hasOwn(makers, key)) made.set(key, makers[String(key)]?.());
    return made.get(key);
  };
  return new Proxy(makers, { get }) as { readonly [K in keyof T]: ReturnType<T[K]> };
};
