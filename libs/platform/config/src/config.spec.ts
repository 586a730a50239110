import { loadConfig } from './config';
import { InvalidSettingsError } from './errors';
import { FULL_PROFILE } from './profile.presets';
import { SETTINGS } from './settings';

const problemsOf = (environment: Record<string, string>) => {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof InvalidSettingsError) return error.problems.map(({ setting }) => setting);
    throw error;
  }
  return [];
};

describe('loadConfig', () => {
  it('needs nothing to be set', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '.tenure',
      eventStoreUrl: undefined,
    });
  });

  it('reads what is set, and lets the command line win', () => {
    expect(loadConfig({ PORT: '8080', TENURE_SAMPLE: 'none' }, { PORT: '0' })).toMatchObject({
      port: 0,
      sample: 'none',
    });
  });

  it('takes an empty text for none', () => expect(loadConfig({ PORT: '' }).port).toBe(3000));

  it('reports every wrong setting together, by name', () => {
    const wrong = {
      PORT: 'http',
      EVENTSTORE_URL: 'localhost:2113',
      TENURE_SAMPLE: 'all',
      TENURE_WAIT_FOR_LIMIT_MS: '-1',
    };
    expect(problemsOf(wrong).sort()).toEqual(Object.keys(wrong).sort());
  });

  it.each(['65536', '1e3', '0x10', ' 80', '80.5', '9'.repeat(30)])('refuses %p as a port', (port) =>
    expect(problemsOf({ PORT: port })).toEqual(['PORT']),
  );

  it('reports a misspelt setting of its own and leaves those of others alone', () => {
    expect(problemsOf({ TENURE_PROT: '1', SHELL: 'sh' })).toEqual(['TENURE_PROT']);
  });

  it('reads brokers, and refuses what can be none', () => {
    expect(loadConfig({ KAFKA_BROKERS: 'a.example:9092, 10.0.0.2:9092' }).kafkaBrokers).toEqual([
      'a.example:9092',
      '10.0.0.2:9092',
    ]);
    for (const wrong of ['localhost', 'kafka://a:9092', 'a:9092,', 'a:9092 b:9092'])
      expect(problemsOf({ KAFKA_BROKERS: wrong })).toEqual(['KAFKA_BROKERS']);
  });

  it('lets what is set win over what the profile sets', () => {
    const own = 'postgres://app@db.example/tenure';
    expect(loadConfig({ TENURE_PROFILE: 'full', DATABASE_URL: own })).toMatchObject({
      eventStoreUrl: FULL_PROFILE.EVENTSTORE_URL,
      databaseUrl: own,
      kafkaBrokers: ['127.0.0.1:9092'],
      feed: 'kafka',
    });
    expect(loadConfig({ TENURE_PROFILE: 'full', TENURE_FEED: 'eventstore' }).feed).toBe('eventstore');
    expect(loadConfig({})).toMatchObject({ feed: 'eventstore', kafkaBrokers: undefined });
  });

  it('takes an e-mail address with a name or without, and nothing that would begin another header', () => {
    for (const right of ['desk@example.com', 'Tenure <desk@example.com>', '客服 <desk@example.com>'])
      expect(loadConfig({ TENURE_MAIL_FROM: right }).mailFrom).toBe(right);
    for (const wrong of ['desk', 'a@b <c@d>x', 'Tenure\nBcc: spy@example.com <desk@example.com>', '<a@b>, <c@d>'])
      expect(problemsOf({ TENURE_MAIL_FROM: wrong })).toEqual(['TENURE_MAIL_FROM']);
    expect(problemsOf({ TENURE_SMTP_URL: 'http://mail.example' })).toEqual(['TENURE_SMTP_URL']);
  });

  it('shows no address, which may hold a password', () => {
    expect(() => loadConfig({ DATABASE_URL: 'mysql://root:secret@db' })).toThrow(/^(?!.*secret).*DATABASE_URL/);
  });

  it('reads the secrets of webhooks by name', () => {
    expect(loadConfig({}).webhookSecrets).toEqual(new Map());
    const given = { TENURE_WEBHOOK_SECRETS: 'desk=MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, ops.2=whsec_YWJjZA==' };
    expect([...loadConfig(given).webhookSecrets]).toEqual([
      ['desk', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      ['ops.2', 'whsec_YWJjZA=='],
    ]);
  });

  it('names every secret of a webhook that none could be signed by, and shows none', () => {
    const given = 'desk=hidden!,desk=YWJjZA==,ops=whsec_,hidden=,whsec_hidden=ops,good=YWJjZA==,';
    const load = () => loadConfig({ TENURE_WEBHOOK_SECRETS: given });
    const form = 'must be name=secret, with a name of letters, digits or . _ : @ -';
    expect(load).toThrow(
      [
        'TENURE_WEBHOOK_SECRETS: the secret named desk must be base64, with or without whsec_ before it',
        'TENURE_WEBHOOK_SECRETS: desk is there twice',
        'TENURE_WEBHOOK_SECRETS: the secret named ops must be base64, with or without whsec_ before it',
        ...[4, 5, 7].map((entry) => `TENURE_WEBHOOK_SECRETS: entry ${entry} ${form}`),
      ].join('\n'),
    );
    expect(load).toThrow(/^(?![^]*(hidden|YWJj))/);
  });

  it('reads the key of links, and shows none', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    expect(loadConfig({ TENURE_LINK_KEY: key }).linkKey).toEqual(new Uint8Array(32).fill(7));
    expect(loadConfig({}).linkKey).toBeUndefined();
    for (const wrong of ['c2hvcnQ=', 'hidden words that are no key at all, however long they are'])
      expect(() => loadConfig({ TENURE_LINK_KEY: wrong })).toThrow(/^(?!.*(c2hv|hidden)).*TENURE_LINK_KEY: must be/);
  });

  it('accepts its own defaults', () => {
    for (const { fallback, parse } of [SETTINGS.port, SETTINGS.bodyLimitBytes, SETTINGS.waitForLimitMs])
      expect(parse(`${fallback}`)).toBe(fallback);
  });
});
