import { createFreshHandler } from './fresh-handler.ts';
import { createHttpHandler } from './http/lambda-handler.ts';
import { createCertificateApp } from './website/certificate/certificate-app.ts';

/** Certificates as PDF on Lambda, behind an HTTP API. */
export const handler = await createFreshHandler((settings) =>
  createHttpHandler(createCertificateApp(settings)),
);
