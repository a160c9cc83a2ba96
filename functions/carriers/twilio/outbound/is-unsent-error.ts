import * as z from 'zod';

const causeSchema = z.object({
  code: z.string().optional(),
  syscall: z.string().optional(),
  errors: z.array(z.object({ syscall: z.string().optional() })).optional(),
});

const isBeforeWriting = (syscall: string | undefined): boolean =>
  syscall === 'connect' || syscall === 'getaddrinfo';

/**
 * The code of a `fetch` error that shows that not a byte of the request was written: no name, no connection.
 * Undefined for all others; a closed or reset connection and a time-out look the same before and after the carrier
 * has read the request (seen on Node 20: `cause.syscall` is 'connect' or 'getaddrinfo' before, 'read' or absent
 * afterwards; several addresses that fail are one error with `errors`).
 */
export const isUnsentError = (error: unknown): string | undefined => {
  const cause = causeSchema.safeParse(error instanceof Error ? error.cause : undefined).data;
  if (!cause) return undefined;
  const { code = 'no-connection', syscall, errors } = cause;
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || isBeforeWriting(syscall)) return code;
  const allFailed = errors !== undefined && errors.length > 0;
  return allFailed && errors.every((e) => isBeforeWriting(e.syscall)) ? code : undefined;
};
