import type { PageRouter } from '../frame/router.tsx';

/** A red drop. Without it each browser asks for a file that is not there. */
const drop =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#a3182b" d="M16 2C11 10 7 14 7 20a9 9 0 0 0 18 0c0-6-4-10-9-18z"/></svg>';

export const mountIcon = ({ app }: PageRouter): void =>
  void app.get('/icon', (c) =>
    c.body(drop, 200, {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': 'public, max-age=604800',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    }),
  );
