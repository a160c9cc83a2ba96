/** Reads under each name once, and then gives the same answer. */
export const createReadOnce = <T>() => {
  const known = new Map<string, Promise<T>>();
  return (name: string, read: () => Promise<T>): Promise<T> => {
    const found = known.get(name) ?? read();
    known.set(name, found);
    return found;
  };
};
