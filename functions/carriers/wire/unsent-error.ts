import * as z from 'zod';

const causeSchema = z.object({
  code: z.string().optional(),
  syscall: z.string().optional(),
  errors: z.array(z.object({ syscall: z.string().optional() })).optional(),
});

const isBeforeWriting = (syscall: string | undefined): boolean =>
  syscall === 'connect' || syscall === 'getaddrinfo';

/**
 * The code of a `fetch` error after which no byte of the request was written: the name or the connection failed.
 * Undefined for every other error: a closed connection, a reset and a time-out look the same before and after the
 * carrier has read the request. Seen on Node 20: `cause.syscall` is 'connect' or 'getaddrinfo' before, 'read' or absent
 * afterwards; when several addresses fail, they are one error with `errors`.
 */
export const unsentErrorCode = (error: unknown): string | undefined => {
  const cause = causeSchema.safeParse(error instanceof Error ? error.cause : undefined).data;
  if (!cause) return undefined;
  const { code = 'no-connection', syscall, errors } = cause;
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || isBeforeWriting(syscall)) return code;
  const allFailed = errors !== undefined && errors.length > 0;
  return allFailed && errors.every((e) => isBeforeWriting(e.syscall)) ? code : undefined;
};
