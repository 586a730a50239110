import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mailer } from './email.channel';
import { delivered, permanent, retryable, type DeliveryOutcome } from './notice.channel';

/**
 * Writes e-mails as `.eml` files into a folder, one for each notice: sent again, it is the same file. A file is there whole
 * or not at all, and readable by its owner alone.
 */
export function folderMailer(folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    send: async (message): Promise<DeliveryOutcome> => {
      const file = join(folder, fileNameOf(message.messageId));
      try {
        const { message: content } = await transport.sendMail({ ...message });
        if (!Buffer.isBuffer(content)) return permanent('the message was not made into one');
        await mkdir(folder, { recursive: true });
        await writeWhole(file, content);
        return delivered(file);
      } catch (error) {
        return retryable(`${file} can't be written (${String(error)})`);
      }
    },
  };
}

/** `<notice.n-1@example.com>` is `notice.n-1@example.com.eml`. */
const fileNameOf = (messageId: string): string => `${messageId.replace(/[^A-Za-z0-9._@-]/g, '')}.eml`;

async function writeWhole(file: string, content: Buffer): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}
