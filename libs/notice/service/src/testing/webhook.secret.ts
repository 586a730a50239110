import type { WebhookSecrets } from '@tenure/config';

export const WEBHOOK_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** As the setting would have it. */
export const WEBHOOK_SECRETS: WebhookSecrets = new Map([['desk', WEBHOOK_SECRET]]);
