import { SETTINGS, type WebhookSecrets } from '@tenure/config';
import { Webhook } from 'standardwebhooks';
import type { Recipient } from '../recipient.book';
import {
  delivered,
  permanent,
  retryable,
  type DeliveryOutcome,
  type NoticeChannel,
  type OutgoingNotice,
} from './notice.channel';
import { errorOf, retryAfterMs } from './webhook.answer';
import { webhookPayload } from './webhook.payload';

export interface WebhookOptions {
  /** ISO 8601; what is signed with the notice. */
  readonly now: () => string;
  /** Each as `standardwebhooks` takes it. */
  readonly secrets: WebhookSecrets;
  /** How long an address may take to answer; 10,000 unless given. */
  readonly answerLimitMs?: number;
}

const ANSWER_LIMIT_MS = 10_000;
const GONE = 410;

/**
 * Posts notices to an address of the recipient's, signed by the Standard Webhooks specification (standardwebhooks.com).
 * `webhook-id` is the notice's own, for the receiver to tell a repetition by. Redirects are not followed: the signed
 * content is for that address alone. Of the answer only status and headers are looked at; its body is not read.
 */
export class WebhookChannel implements NoticeChannel {
  readonly channel = 'webhook';

  readonly #signers: ReadonlyMap<string, Webhook>;

  /** Throws where a secret is none that could be signed by. */
  constructor(private readonly options: WebhookOptions) {
    this.#signers = new Map([...options.secrets].map(([name, secret]) => [name, new Webhook(secret)]));
  }

  async deliver(notice: OutgoingNotice, recipient: Recipient, signal: AbortSignal): Promise<DeliveryOutcome> {
    const { personId, webhook } = recipient;
    if (!webhook) return permanent(`no webhook is known of ${personId}`);
    const signer = this.#signers.get(webhook.secretName);
    // Not given up: once the setting has the secret, what is waiting can go out.
    if (!signer) return retryable(`${SETTINGS.webhookSecrets.name} has no secret named ${webhook.secretName}`);
    const body = JSON.stringify(webhookPayload(notice, recipient));
    return this.#post(webhook.url, body, this.#signed(signer, notice.noticeId, body), signal);
  }

  #signed(signer: Webhook, noticeId: string, body: string): Record<string, string> {
    const at = new Date(this.options.now());
    return {
      'content-type': 'application/json',
      'user-agent': 'tenure-notices',
      'webhook-id': noticeId,
      'webhook-timestamp': `${Math.floor(at.getTime() / 1_000)}`,
      'webhook-signature': signer.sign(noticeId, at, body),
    };
  }

  async #post(
    url: string,
    body: string,
    headers: Record<string, string>,
    stopping: AbortSignal,
  ): Promise<DeliveryOutcome> {
    const { answerLimitMs = ANSWER_LIMIT_MS } = this.options;
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(answerLimitMs)]);
    try {
      const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal });
      await answer.body?.cancel();
      return this.#outcomeOf(answer);
    } catch (error) {
      stopping.throwIfAborted();
      return retryable(errorOf(error, answerLimitMs));
    }
  }

  #outcomeOf({ ok, status, headers }: Response): DeliveryOutcome {
    if (ok) return delivered(`HTTP ${status}`);
    if (status === GONE) return permanent('HTTP 410: the address is gone');
    if (status >= 300 && status < 400) return retryable(`HTTP ${status}: redirects are not followed`);
    return retryable(`HTTP ${status}`, retryAfterMs(headers.get('retry-after'), this.options.now()));
  }
}
