/**
 * Which consent notice people are shown (`joinNotice`, texted and spoken): kept with each consent. Its words in every
 * language are in docs/notices/<version>.md; other words are another version, and the old file stays.
 */
export const noticeVersion = '2026-11';
