/** The JSON a request carries; undefined when it carries none. */
export const jsonOf = async (request: Request): Promise<unknown> => {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
};
