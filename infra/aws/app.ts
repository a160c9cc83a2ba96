import { createHotlineApp } from './hotline-app.ts';

/* `npx cdk synth` and `npx cdk deploy` (cdk.json). Offline: no Docker, no credentials. */
createHotlineApp().app.synth();
