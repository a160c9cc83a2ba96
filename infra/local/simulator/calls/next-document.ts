import type { Link } from '../twiml/verb-attributes.ts';

/** The document a call goes on with, and the form fields that are posted to it. */
export type NextDocument = Link & { form?: { [field: string]: string }; isFallback?: boolean };
